"""A mistake of a model, said to its author in Danish and English, with the place where it stands.

A code is stable and for programs; the words are for people and may be bettered. What a check finds is a `Remark`
at a path; with the file that the path belongs to it becomes a `Finding` with its line.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from services.core.tenancy.language import Text
from services.core.tenancy.locate import Path

LANGUAGES = ("da", "en")


@dataclass(frozen=True)
class Remark:
    """What is wrong at a path: a stable code and a sentence in both languages."""

    code: str
    path: Path
    text: Text


@dataclass(frozen=True)
class Mistake:
    """A kind of mistake: its stable code, and its sentence with places for what it is about."""

    code: str
    da: str
    en: str

    def at(self, *path: str | int, **about: object) -> Remark:
        """This mistake at a path; a `Text` among `about` is said in each sentence's own language."""
        da, en = (
            {
                key: value.in_language(tag) if isinstance(value, Text) else value
                for key, value in about.items()
            }
            for tag in LANGUAGES
        )
        return Remark(self.code, path, Text(self.da.format(**da), self.en.format(**en)))


@dataclass(frozen=True, order=True)
class Finding:
    """A mistake: its file in the tenant's directory, line (from 1), path, a stable code, a sentence."""

    file: str
    line: int
    path: str
    code: str
    text: Text = field(compare=False)

    def message(self, language: str = "da") -> str:
        """The sentence in the language."""
        return self.text.in_language(language)

    def told(self, language: str = "da") -> str:
        """As an editor can jump to it."""
        where = f"{self.file}:{self.line}: " + (f"{self.path}: " if self.path else "")
        return f"{where}{self.message(language)} [{self.code}]"

    def __str__(self) -> str:
        """As an editor can jump to it, in Danish."""
        return self.told()


class ModelError(Exception):
    """The directory holds no usable model; `findings` say why."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = sorted(findings)
        super().__init__("\n".join(map(str, self.findings)))

    def told(self, language: str = "da") -> str:
        """Every finding on a line of its own."""
        return "\n".join(finding.told(language) for finding in self.findings)


def dotted(path: Path) -> str:
    """A path as people write it: `participants[2].role`."""
    text = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return text.lstrip(".")
