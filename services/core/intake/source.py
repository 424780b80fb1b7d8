"""The seam: whatever tells us of people is a source. A file is one, GraphQL another, a register's adapter one more.

A source knows its own format and nothing of ours: it turns what it reads into records, one after another, and into
``RowError`` what it can't read. What happens to them, and whether anything does, is decided behind it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from services.core.intake.records import Kind, Record, Told


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
class RecordSource:
    """Records that are typed already: what GraphQL takes."""

    records: Iterable[Record]
    kinds: frozenset[Kind]
    first: int = 1

    def read(self) -> Iterator[Told]:
        """Each with its number, counted from ``first``."""
        for place, record in enumerate(self.records, start=self.first):
            yield Told(place, record)
