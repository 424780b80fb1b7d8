"""A CSV file as Danish systems and Excel write it, as a source.

The file as a whole is refused (``UserError`` INVALID_INPUT) where nobody could say what its cells mean: it is not UTF-8,
has no heading, a heading that is not known or stands twice, or lacks a column that each row must fill. What is wrong
with one row is that row's alone.
"""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from typing import Final

from services.core.errors import UserError, invalid
from services.core.intake.columns import COLUMNS, Column, column_named
from services.core.intake.records import Kind, Record, Told, UnitRecord
from services.core.intake.source import RowError, read_row

MOST_ROWS: Final = 50_000
_SEPARATORS: Final = (";", ",", "\t")
_UTF_16: Final = (b"\xff\xfe", b"\xfe\xff")
_NUMBERS: Final = re.compile(r"\d{4}|@")


class CsvSource:
    """One file about one kind of record. Raises ``UserError`` where the file as a whole can't be used."""

    def __init__(self, kind: Kind, content: bytes) -> None:
        self.kind = kind
        text = _decoded(content)
        self._rows = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(kind, text), strict=True)
        self._columns = _heading(kind, next(self._rows, []))

    @property
    def kinds(self) -> frozenset[Kind]:
        """The one kind that it is about."""
        return frozenset({self.kind})

    def read(self) -> Iterator[Told | RowError]:
        """Every row. Places come after the place that they belong to, however the file has them."""
        found = list(self._read())
        if self.kind is not Kind.UNIT:
            return iter(found)
        return iter(_parents_first(found))

    def _read(self) -> Iterator[Told | RowError]:
        place = 1
        while True:
            place += 1
            if place > MOST_ROWS + 1:
                raise _refused("too_many_rows", allowed=MOST_ROWS)
            try:
                cells = next(self._rows, None)
            except csv.Error:
                # A quotation mark that never ends: where the next row begins nobody can say.
                raise _refused("quotation", row=place) from None
            if cells is None:
                return
            if any(cell.strip() for cell in cells):
                yield from self._row(place, cells)

    def _row(self, place: int, cells: Sequence[str]) -> Iterator[Told | RowError]:
        if len(cells) != len(self._columns):
            yield RowError(place, self.kind, "", "cells", str(len(self._columns)))
            return
        said = {column.field: cell.strip() for column, cell in zip(self._columns, cells, strict=True)}
        yield from read_row(self.kind, place, said)


def _decoded(content: bytes) -> str:
    if content[:2] in _UTF_16:
        raise _refused("utf_16")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # Never guessed: in another alphabet a name with æ, ø or å becomes another name.
        raise _refused("not_utf_8", row=content.count(b"\n", 0, error.start) + 1) from None
    if "\x00" in text:
        raise _refused("no_text")
    return text


def _separator(kind: Kind, text: str) -> str:
    heading = text.split("\n", 1)[0].rstrip("\r")
    return max(
        _SEPARATORS,
        key=lambda one: sum(column_named(kind, cell.strip(' "')) is not None for cell in heading.split(one)),
    )


def _heading(kind: Kind, cells: Sequence[str]) -> list[Column]:
    found = [(cell.strip(), column_named(kind, cell)) for cell in cells]
    names = ", ".join(f"{one.danish} ({one.english})" for one in COLUMNS[kind])
    if not any(column for _, column in found):
        raise _refused("no_heading", allowed=names)
    for written, column in found:
        if column is None:
            # A heading is no personal data, unless it is none: then it is not said again.
            said = "?" if _NUMBERS.search(written) or len(written) > 40 else written or "?"
            raise _refused("unknown_column", column=said, allowed=names)
    columns = [column for _, column in found if column is not None]
    for column in columns:
        if columns.count(column) > 1:
            raise _refused("column_twice", column=column.danish)
    for column in COLUMNS[kind]:
        if column.required and column not in columns:
            raise _refused("column_missing", column=f"{column.danish} ({column.english})")
    return columns


def _parents_first(found: Sequence[Told | RowError]) -> list[Told | RowError]:
    """What has no parent in the file, then what belongs to that; a circle stays last and is refused row by row."""
    keys = {
        told.record.key for told in found if isinstance(told, Told) and isinstance(told.record, UnitRecord)
    }
    done: list[Told | RowError] = []
    waiting = list(found)
    while waiting:
        ready = [one for one in waiting if _parent(one) not in keys]
        if not ready:
            return done + waiting
        done += ready
        keys -= {
            one.record.key for one in ready if isinstance(one, Told) and isinstance(one.record, UnitRecord)
        }
        waiting = [one for one in waiting if one not in ready]
    return done


def _parent(one: Told | RowError) -> str:
    record: Record | None = one.record if isinstance(one, Told) else None
    return (record.parent or "") if isinstance(record, UnitRecord) else ""


def _refused(code: str, **params: str | int) -> UserError:
    return invalid(f"intake.{code}", "input", "content", **params)
