"""Reads a tenant's directory into a model; every mistake comes with file, line and path."""

import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec

from services.core.tenancy.files import KINDS, kind_of
from services.core.tenancy.language import LANGUAGE
from services.core.tenancy.locate import Path as ValuePath
from services.core.tenancy.locate import Places
from services.core.tenancy.model import Guide, Model
from services.core.tenancy.typed import misfits


@dataclass(frozen=True, order=True)
class Finding:
    """A mistake: its file in the tenant's directory, line (from 1), path, a stable code, a sentence."""

    file: str
    line: int
    path: str
    code: str
    message: str

    def __str__(self) -> str:
        """As an editor can jump to it."""
        return f"{self.file}:{self.line}: {self.path}: {self.message} [{self.code}]"


class ModelError(Exception):
    """The directory holds no usable model; `findings` say why."""

    def __init__(self, findings: list[Finding]) -> None:
        super().__init__("\n".join(str(finding) for finding in findings))
        self.findings = findings


@dataclass
class Source:
    """One file: its parsed content and where each value stands."""

    file: str
    content: dict[str, Any]
    places: Places

    def finding(self, path: ValuePath, code: str, message: str) -> Finding:
        """A finding at the value's own line."""
        return Finding(self.file, self.places.line(path), dotted(path), code, message)


@dataclass
class Reading:
    """What was read: the sources by file, the guides, what is wrong, and the model if there is one."""

    sources: dict[str, Source] = field(default_factory=dict)
    guides: list[Guide] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    model: Model | None = None


def dotted(path: ValuePath) -> str:
    """A path as people write it: `participants[2].role`."""
    text = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return text.lstrip(".")


def load_model(directory: Path) -> Model:
    """The model in `directory`; raises ModelError with all findings about its shape."""
    reading = read(directory)
    if reading.model is None or reading.findings:
        raise ModelError(sorted(reading.findings))
    return reading.model


def read(directory: Path) -> Reading:
    """Reads every file and fits it to its kind. What refers to what is judged by `check`."""
    reading = Reading()
    for path in sorted(directory.rglob("*.toml")):
        _read_file(directory, path, reading)
    for kind in KINDS:
        if kind.required and kind.pattern not in reading.sources and not _named(reading, kind.pattern):
            message = f"the file {kind.pattern} is missing"
            reading.findings.append(Finding(kind.pattern, 1, "", "missing_file", message))
    for path in sorted((directory / "guides").glob("*.md")):
        key, _, language = path.stem.rpartition(".")
        text = path.read_text(encoding="utf-8")
        reading.guides.append(Guide(key=key or language, language=language if key else "da", markdown=text))
    if not reading.findings:
        reading.model = _assemble(reading)
    return reading


def _named(reading: Reading, file: str) -> bool:
    return any(finding.file == file for finding in reading.findings)


def _read_file(directory: Path, path: Path, reading: Reading) -> None:
    relative = path.relative_to(directory)
    file = relative.as_posix()
    kind = kind_of(relative)
    if kind is None:
        reading.findings.append(
            Finding(file, 1, "", "unknown_file", "this file belongs to no part of a model")
        )
        return
    text = path.read_text(encoding="utf-8")
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = _line_of(str(error))
        reading.findings.append(Finding(file, line, "", "not_toml", f"cannot be read as TOML: {error}"))
        return
    source = Source(file, content, Places(text))
    wrong = list(misfits(content, kind.struct))
    reading.findings.extend(source.finding(misfit.path, misfit.code, misfit.message) for misfit in wrong)
    if file == "model.toml" and content.get("language", LANGUAGE) != LANGUAGE:
        message = f"language {content['language']} is not known here; this is language {LANGUAGE}"
        reading.findings.append(source.finding(("language",), "unknown_language", message))
    reading.sources[file] = source


def _line_of(message: str) -> int:
    _, _, place = message.partition("at line ")
    number = place.split(",")[0]
    return int(number) if number.isdigit() else 1


def _assemble(reading: Reading) -> Model:
    parts: dict[str, Any] = {"guides": msgspec.to_builtins(reading.guides)}
    for file, source in reading.sources.items():
        kind = kind_of(Path(file))
        if kind is not None and kind.joins:
            parts.setdefault(kind.joins, []).append(source.content)
        else:
            parts.update(source.content)
    for many in ("meetings", "forms"):
        parts.get(many, []).sort(key=lambda part: (part.get("weight", 0), part["key"]))
    return msgspec.convert(parts, Model)
