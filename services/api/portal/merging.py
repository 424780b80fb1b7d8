"""Two write at once: each field of a form tells what stood in it when it was shown, so that nobody's words get lost.

A form that merges carries, beside each field, a short hash of what stood there. Whenever it comes back, whatever the
reason, each field is compared three ways: what the reader began from, what they wrote, what stands there now. Where
only the other one changed it, their words stand in the field; where both did, both are shown and the reader chooses.

What a form does not hold itself (the time of a meeting that is called off) is told the same way: the form carries a hash
of each fact that its reader decided on, and shows what stands now where one of them has moved.
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
"""Which of the two the reader keeps: ``mine``, ``theirs``, ``both`` texts or ``all`` boxes."""
STOOD: Final = "_stood"
"""Hidden field: a hash of each fact that stood when the form was shown."""

Values = Mapping[str, Sequence[str]]
Facts = Sequence[tuple[str, object]]
"""What a form is decided on: what it is called, and what stands there."""


class Clash(StrEnum):
    """What happened to a field since the reader saw it."""

    NONE = "none"
    THEIRS = "theirs"
    BOTH = "both"


def mark(value: object) -> str:
    """A short hash of what stands in a field, line ends and outer space aside."""
    return hashlib.sha256(_plain(value).encode()).hexdigest()[:10]


def marks(facts: Facts) -> str:
    """What ``STOOD`` holds of these facts."""
    return " ".join(mark(now)[:6] for _, now in facts)


def moved(values: Values, facts: Facts) -> list[tuple[str, object, bool]]:
    """The facts as they stand, and whether each has moved since the form was shown."""
    stood = (values.get(STOOD) or [""])[-1].split()
    now = marks(facts).split()
    if len(stood) != len(now):
        stood = now
    return [(name, at, was != then) for (name, at), was, then in zip(facts, stood, now, strict=True)]


def clash(values: Values, name: str, now: object) -> Clash:
    """What happened to a field; ``now`` is what stands there: a text, or the boxes that are ticked."""
    was = (values.get(WAS + name) or [""])[-1]
    said = values.get(name) or [""]
    mine, standing = mark(said if isinstance(now, list) else said[-1]), mark(now)
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
            found[field] = list(values[NOW + field])
        elif kept[-1] == "all":
            found[field] = list(dict.fromkeys([*values[NOW + field], *values.get(field, [])]))
        elif kept[-1] == "both":
            found[field] = ["\n\n".join(filter(None, (theirs, (values.get(field) or [""])[-1])))]
    return found


def _plain(value: object) -> str:
    if isinstance(value, list):
        return "\n".join(sorted(str(one) for one in value)).strip()
    return "" if value is None else str(value).replace("\r\n", "\n").strip()
