"""Two write at once: each field of a form tells what stood in it when it was shown, so that nobody's words get lost.

A form that merges carries, beside each field, a short hash of what stood there. Whenever it comes back, whatever the
reason, each field is compared three ways: what the reader began from, what they wrote, what stands there now. Where
only the other one changed it, their words stand in the field; where both did, both are shown and the reader chooses.
"""

import hashlib
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Final

WAS: Final = "_was-"
"""Hidden field: the hash of what stood in the field of that name."""
NOW: Final = "_now-"
"""Hidden field: what the other one wrote, in case the reader takes it."""
KEEP: Final = "_keep-"
"""Which of the two the reader keeps: ``mine``, ``theirs`` or ``both``."""

Values = Mapping[str, Sequence[str]]


class Clash(StrEnum):
    """What happened to a field since the reader saw it."""

    NONE = "none"
    THEIRS = "theirs"
    BOTH = "both"


def mark(value: object) -> str:
    """A short hash of what stands in a field, line ends and outer space aside."""
    text = "" if value is None else str(value)
    return hashlib.sha256(_plain(text).encode()).hexdigest()[:10]


def clash(values: Values, name: str, now: object) -> Clash:
    """What happened to a field; ``now`` is what stands there."""
    was = (values.get(WAS + name) or [""])[-1]
    mine, standing = mark((values.get(name) or [""])[-1]), mark(now)
    if not was or standing in (was, mine):
        return Clash.NONE
    return Clash.THEIRS if mine == was else Clash.BOTH


def chosen(values: Mapping[str, list[str]]) -> dict[str, list[str]]:
    """The fields after what the reader chose of two; the traces of the choice are gone."""
    found = {name: said for name, said in values.items() if not name.startswith((NOW, KEEP))}
    for name, kept in values.items():
        field = name.removeprefix(KEEP)
        if field == name or NOW + field not in values:
            continue
        theirs = values[NOW + field][-1]
        if kept[-1] == "theirs":
            found[field] = [theirs]
        elif kept[-1] == "both":
            found[field] = ["\n\n".join(filter(None, (theirs, (values.get(field) or [""])[-1])))]
    return found


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").strip()
