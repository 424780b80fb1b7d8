"""Reads a tenant's directory into a model; every mistake comes with file, line and path.

What cannot be read is told and left out, so that the rest can be judged at the same time: `Reading.doubtful` names the
lists of the model of which something may be missing for that reason.
"""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec

from services.core.tenancy import misfits as told
from services.core.tenancy.files import KINDS, FileKind, kind_of
from services.core.tenancy.findings import Finding, ModelError, Remark, dotted
from services.core.tenancy.language import LANGUAGE, Part, Text, fields_of
from services.core.tenancy.locate import Path as ValuePath
from services.core.tenancy.locate import Places
from services.core.tenancy.look import LOGO_FILE, of_logo
from services.core.tenancy.model import Guide, Model
from services.core.tenancy.not_toml import parsed
from services.core.tenancy.typed import Fitted, fit, unread

_MARK = "\ufeff"


@dataclass
class Source:
    """One file: its content, mended where it did not fit, and where each value stands."""

    file: str
    kind: FileKind
    content: dict[str, Any]
    places: Places
    tainted: list[ValuePath] = field(default_factory=list)

    def part(self) -> Part:
        """The content as the struct of its kind."""
        return msgspec.convert(self.content, self.kind.struct)

    def finding(self, remark: Remark) -> Finding:
        """A finding at the value's own line."""
        line = self.places.line(remark.path)
        return Finding(self.file, line, dotted(remark.path), remark.code, remark.text)

    def sound(self, path: ValuePath) -> bool:
        """Whether nothing at this path, around it or in it was mended: else what is said of it may be a shadow."""
        return not any(path[: len(one)] == one or one[: len(path)] == path for one in self.tainted)


@dataclass
class Reading:
    """What was read: the sources by file, the guides, the logo, what is wrong, what may be missing, and the model."""

    sources: dict[str, Source] = field(default_factory=dict)
    guides: list[Guide] = field(default_factory=list)
    logo: str = ""
    findings: list[Finding] = field(default_factory=list)
    doubtful: set[str] = field(default_factory=set)
    model: Model = field(init=False)

    def holder(self, name: str) -> Source | None:
        """The file in which a list of the model is written."""
        plain = (one for one in self.sources.values() if not one.kind.joins)
        return next((one for one in plain if name in one.content), None)


def load_model(directory: Path) -> Model:
    """The model in `directory`; raises ModelError with all findings about its shape."""
    reading = read(directory)
    if reading.findings:
        raise ModelError(reading.findings)
    return reading.model


def read(directory: Path) -> Reading:
    """Reads every file and fits it to its kind. What refers to what is judged by `check`."""
    reading = Reading()
    for path in sorted(directory.rglob("*.toml")):
        if path.is_file():
            _read_file(directory, path, reading)
    for kind in KINDS:
        read_ones = (*reading.sources, *(finding.file for finding in reading.findings))
        if kind.required and not any(kind_of(Path(file)) is kind for file in read_ones):
            _tell(reading, kind.pattern, 1, told.MISSING_FILE.at(file=kind.pattern))
            _unknown(reading, kind.pattern, kind)
    _twice(reading)
    _guides(directory, reading)
    _logo(directory, reading)
    reading.model = _assemble(reading)
    return reading


def _tell(reading: Reading, file: str, line: int, remark: Remark) -> None:
    reading.findings.append(Finding(file, line, "", remark.code, remark.text))


def _keep(reading: Reading, file: str, kind: FileKind, places: Places, fitted: Fitted) -> None:
    source = Source(file, kind, fitted.value, places, fitted.tainted)
    reading.findings.extend(source.finding(remark) for remark in fitted.remarks)
    reading.doubtful |= fitted.doubtful
    reading.sources[file] = source


def _read_file(directory: Path, path: Path, reading: Reading) -> None:
    relative = path.relative_to(directory)
    file = relative.as_posix()
    kind = kind_of(relative)
    if kind is None:
        files = ", ".join(one.pattern for one in KINDS)
        _tell(reading, file, 1, told.UNKNOWN_FILE.at(files=files))
        return
    text = _text(path, file, reading)
    content, wrong = (None, None) if text is None else parsed(text)
    if wrong is not None:
        _tell(reading, file, *wrong)
    needs = ", ".join(one.name for one in fields_of(kind.struct) if one.required)
    if content == {} and needs:
        why = Text(f"; den skal have {needs}", f"; it must have {needs}")
        _tell(reading, file, 1, told.EMPTY_FILE.at(needs=why))
        content = None
    if text is not None and content is not None:
        _keep(reading, file, kind, Places(text), fit(content, kind.struct, kind.joins))
        _language(reading, reading.sources[file])
    else:
        _unknown(reading, file, kind)


def _unknown(reading: Reading, file: str, kind: FileKind) -> None:
    """A file of which nothing is known. A meeting or form is left out: only that there is one more is known."""
    nothing = unread(kind.struct, kind.joins)
    if kind.joins:
        reading.doubtful |= nothing.doubtful
    else:
        _keep(reading, file, kind, Places(""), nothing)


def _language(reading: Reading, source: Source) -> None:
    spoken = source.content.get("language", LANGUAGE)
    if source.kind.name == "model" and spoken != LANGUAGE and source.sound(("language",)):
        remark = told.UNKNOWN_LANGUAGE.at("language", found=spoken, ours=LANGUAGE)
        reading.findings.append(source.finding(remark))


def _text(path: Path, file: str, reading: Reading) -> str | None:
    """What the file says; None once it is told why it cannot be read."""
    try:
        raw = path.read_bytes()
    except OSError as problem:
        _tell(reading, file, 1, told.UNREADABLE.at(why=problem.strerror or problem))
        return None
    try:
        return raw.decode("utf-8").removeprefix(_MARK)
    except UnicodeDecodeError as problem:
        wide = raw.startswith((b"\xff\xfe", b"\xfe\xff"))
        line = 1 if wide else raw.count(b"\n", 0, problem.start) + 1
        _tell(reading, file, line, told.NOT_UTF8.at(found="UTF-16" if wide else "Windows-1252/Latin-1"))
        return None


def _twice(reading: Reading) -> None:
    """Each list of the model is written in one file."""
    first: dict[str, str] = {}
    for file, source in reading.sources.items():
        for name in () if source.kind.joins else source.content:
            if name in first and source.sound((name,)) and reading.sources[first[name]].sound((name,)):
                reading.findings.append(
                    source.finding(told.TWO_FILES.at(name, field=name, other=first[name]))
                )
            first.setdefault(name, file)


def _guides(directory: Path, reading: Reading) -> None:
    for path in sorted((directory / "guides").glob("*.md")):
        key, _, language = path.stem.rpartition(".")
        file = f"guides/{path.name}"
        if not key:
            _tell(reading, file, 1, told.GUIDE_NAME.at(file=path.stem))
            reading.doubtful.add("guides")
            continue
        text = _text(path, file, reading)
        if text is not None and not text.strip():
            _tell(reading, file, 1, told.EMPTY_FILE.at(needs=""))
        reading.guides.append(Guide(key=key, language=language, markdown=text or ""))


def _logo(directory: Path, reading: Reading) -> None:
    if not (path := directory / LOGO_FILE).is_file():
        return
    text = _text(path, LOGO_FILE, reading) or ""
    wrong = list(of_logo(text))
    for remark in wrong:
        _tell(reading, LOGO_FILE, 1, remark)
    reading.logo = "" if wrong else text


def _assemble(reading: Reading) -> Model:
    parts: dict[str, Any] = {"guides": msgspec.to_builtins(reading.guides), "logo": reading.logo}
    for source in reading.sources.values():
        if source.kind.joins == "messages":
            parts.setdefault("messages", []).append({**source.content, "language": Path(source.file).stem})
        elif source.kind.joins:
            parts.setdefault(source.kind.joins, []).append(source.content)
        else:
            parts.update(source.content)
    for many in ("meetings", "forms"):
        parts.get(many, []).sort(key=lambda part: (part.get("weight", 0), part["key"]))
    return msgspec.convert(parts, Model)
