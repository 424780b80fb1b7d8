"""Whether what is written for a meeting at which nobody is named could name somebody after all.

A number like a CPR number stops it. A name from the writer's own children is warned of and kept only with a reason: it
may be somebody else's name, or a word. What is told and logged is the outcome alone, never the name or the number.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from services.core.meeting import wording
from services.core.tenancy.decision import Decision, Reason

_TEN_DIGITS = re.compile(r"(?<!\d)(\d{2})[\s./-]{0,2}(\d{2})[\s./-]{0,2}(\d{2})[\s./-]{0,2}\d{4}(?!\d)")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SHORTEST_NAME = 3


class Outcome(StrEnum):
    """What the check found: all that may be logged."""

    CLEAN = "clean"
    NUMBER = "number"
    NAME = "name"
    NAME_KEPT = "name_kept"


@dataclass(frozen=True)
class Anonymity:
    """Whether the texts may be kept, and the outcome. `places` are the positions of the texts that named somebody."""

    decision: Decision
    outcome: Outcome
    places: tuple[int, ...] = ()


def check_anonymous(texts: Iterable[str], known_names: Iterable[str], reason: str = "") -> Anonymity:
    """Judge texts that must name nobody. `known_names` are full names of children whom the writer knows from work.

    Not allowed without `needs`: a number must be taken out. With `reason`: a name may stay for a recorded reason.
    """
    written = list(texts)
    numbered = tuple(index for index, text in enumerate(written) if _numbers(text))
    if numbered:
        return Anonymity(Decision(False, (Reason("number", wording.NUMBER),)), Outcome.NUMBER, numbered)
    names = {part for name in known_names for part in _words(name) if len(part) >= _SHORTEST_NAME}
    named = tuple(index for index, text in enumerate(written) if names & _forms(text))
    if not named:
        return Anonymity(Decision(True), Outcome.CLEAN)
    warning = Reason("name", wording.NAMES)
    if reason.strip():
        return Anonymity(Decision(True, advice=(warning,)), Outcome.NAME_KEPT, named)
    return Anonymity(Decision(False, (warning,), needs=("reason",)), Outcome.NAME, named)


def _numbers(text: str) -> bool:
    # Digits of other scripts are digits too; replacement and test numbers have a day of 61 to 91.
    plain = "".join(str(unicodedata.digit(sign, sign)) for sign in unicodedata.normalize("NFKC", text))
    for day, month, _ in _TEN_DIGITS.findall(plain):
        if (1 <= int(day) <= 31 or 61 <= int(day) <= 91) and 1 <= int(month) <= 12:
            return True
    return False


def _words(text: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(unicodedata.normalize("NFKC", text))}


def _forms(text: str) -> set[str]:
    """The words of a text, and each without the s of a Danish genitive."""
    words = _words(text)
    return words | {word.removesuffix("s").rstrip("'’") for word in words if word.endswith("s")}
