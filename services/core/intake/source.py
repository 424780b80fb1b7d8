"""The seam: whatever tells us of people is a source. A file is one, GraphQL another, a register's adapter one more.

A source knows its own format and nothing of ours: it turns what it reads into records, one after another, and into
``RowError`` what it can't read. What happens to them, and whether anything does, is decided behind it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

import msgspec

from services.core.intake.columns import COLUMNS, CellError, Value
from services.core.intake.records import TYPES, Kind, Told, key_of


@dataclass(frozen=True, slots=True)
class RowError:
    """What is wrong with one row. ``field`` is a field of the record; ``code`` a text ``intake.<code>``; ``allowed`` what
    would be right, from the model or the format. Never what stood there: it may be a child's.

    ``key`` is the row's own key where it could be read: what is told of, though wrongly, is not missing.
    """

    place: int
    kind: Kind
    field: str
    code: str
    allowed: str = ""
    key: tuple[str, ...] | None = None


class Source(Protocol):
    """One reading of one system: a file, a call, a register's answer."""

    @property
    def kinds(self) -> frozenset[Kind]:
        """What it tells of. In a full copy whatever is known of these kinds and not told any more ends."""

    def read(self) -> Iterator[Told | RowError]:
        """Every record in the order in which it is to be carried out, each with its place."""


@dataclass(frozen=True)
class FieldSource:
    """Records given field by field: what GraphQL takes. Each is its kind and what was said of it."""

    said: Sequence[tuple[Kind, Mapping[str, Value]]]
    first: int = 1
    """The number of the first one."""

    @property
    def kinds(self) -> frozenset[Kind]:
        """Those that were given."""
        return frozenset(kind for kind, _ in self.said)

    def read(self) -> Iterator[Told | RowError]:
        """Each with its number; what can't be read at its number."""
        for place, (kind, said) in enumerate(self.said, start=self.first):
            yield from read_row(kind, place, said)


def read_row(kind: Kind, place: int, said: Mapping[str, Value]) -> Iterator[Told | RowError]:
    """A record from its fields, texts or days; or everything that is wrong with it."""
    values: dict[str, Value] = {}
    own = {column.field for column in COLUMNS[kind]}
    wrong = [(name, CellError("of_other_kind")) for name in said if name not in own]
    for column in COLUMNS[kind]:
        if column.field not in said:
            if column.required:
                wrong.append((column.field, CellError("missing")))
            continue
        value = said[column.field]
        try:
            values[column.field] = column.read(value.strip()) if isinstance(value, str) else value
            if column.required and not values[column.field]:
                raise CellError("missing")
        except CellError as error:
            wrong.append((column.field, error))
    if not wrong:
        yield Told(place, msgspec.convert(values, TYPES[kind]))
        return
    key = _key(kind, values, [name for name, _ in wrong])
    for name, why in wrong:
        yield RowError(place, kind, name, why.code, why.allowed, key)


def _key(kind: Kind, values: Mapping[str, Value], wrong: Sequence[str]) -> tuple[str, ...] | None:
    """The key of a row with something wrong in it, if that is not the key itself."""
    readable: dict[str, Value] = {name: value for name, value in values.items() if value}
    for name in ("first_day", "day"):
        if name in wrong:
            readable[name] = date.min
    if any(column.required and column.field not in readable for column in COLUMNS[kind]):
        return None
    return key_of(msgspec.convert(readable, TYPES[kind]))
