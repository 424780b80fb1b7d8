"""SQL as SQL: named queries from a noun's ``queries.sql``, each bound to a frozen row type.

A file is a list of blocks; each begins with ``-- name: find_child`` and a comment line that says its purpose.
``:param`` marks a parameter. A test prepares every query against the migrated schema and compares the columns
it answers with the fields of its row type.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cached_property
from pathlib import Path
from typing import Any, Generic, TypeVar

Row = TypeVar("Row")

_ABOUT = frozenset({"problem_id", "meeting_id", "about_id", "underretning_id", "deadline_id", "consent_id"})
_NAME = re.compile(r"^-- name: ([a-z][a-z0-9_]*)\s*$", re.MULTILINE)
# A parameter, but not a cast (::uuid), and not inside a quoted string.
_TOKEN = re.compile(r"'(?:[^']|'')*'|--[^\n]*|::?[a-z_][a-z0-9_]*", re.IGNORECASE)


class QueryError(Exception):
    """A query file is malformed, or a query was called with the wrong parameters."""


@dataclass(frozen=True)
class Query(Generic[Row]):
    """One named statement. ``row`` is the type each answered row becomes; ``type(None)`` when none is answered."""

    name: str
    purpose: str
    sql: str
    params: tuple[str, ...]
    row: type[Row]

    def arguments(self, given: Mapping[str, Any]) -> list[Any]:
        """The values in the order of ``$1, $2, …``; raises ``QueryError`` when names differ."""
        if given.keys() != set(self.params):
            wrong = sorted(given.keys() ^ set(self.params))
            raise QueryError(f"query {self.name}: parameters do not fit: {', '.join(wrong)}")
        return [given[name] for name in self.params]

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """The names of the row type's fields."""
        return () if self.row is type(None) else tuple(field.name for field in fields(self.row))  # type: ignore[arg-type]

    @cached_property
    def about(self) -> tuple[str, ...]:
        """The columns that say what a row of a dossier is about; a row type with ``IS_ABOUT`` is that itself."""
        if "dossier_id" not in self.columns:
            return ()
        if getattr(self.row, "IS_ABOUT", False):
            return ("id",)
        return tuple(name for name in self.columns if name in _ABOUT)


@dataclass(frozen=True, slots=True)
class DueCount:
    """How many rows wait for a sweep: what each of their counting queries answers."""

    due: int


class Queries:
    """The queries of one noun. Every block must be bound exactly once; ``unbound`` tells a test which are not."""

    registry: dict[Path, "Queries"] = {}  # noqa: RUF012 - one list of all query files, read by the tests

    def __init__(self, module_file: str, name: str = "queries.sql") -> None:
        self.path = Path(module_file).parent / name
        self._blocks = _parse(self.path)
        self.bound: dict[str, Query[Any]] = {}
        Queries.registry[self.path] = self

    def rows(self, name: str, row: type[Row]) -> Query[Row]:
        """Bind a block to the type of its rows."""
        if name in self.bound:
            raise QueryError(f"{self.path.name}: {name} is bound twice")
        purpose, sql, params = self._blocks[name]
        self.bound[name] = Query(name, purpose, sql, params, row)
        return self.bound[name]

    def command(self, name: str) -> Query[None]:
        """Bind a block that answers no rows."""
        return self.rows(name, type(None))

    @property
    def unbound(self) -> set[str]:
        """Blocks of the file that no code uses."""
        return self._blocks.keys() - self.bound.keys()


def _parse(path: Path) -> dict[str, tuple[str, str, tuple[str, ...]]]:
    text = path.read_text("utf-8")
    marks = list(_NAME.finditer(text))
    blocks = {}
    for mark, following in zip(marks, [*marks[1:], None], strict=True):
        body = text[mark.end() : following.start() if following else len(text)].strip()
        name = mark.group(1)
        lines = body.splitlines()
        if not lines or not lines[0].startswith("-- "):
            raise QueryError(f"{path}: {name} must say its purpose in a comment on the next line")
        if name in blocks:
            raise QueryError(f"{path}: {name} stands twice")
        sql, params = _positional(
            "\n".join(line for line in lines if not line.startswith("--")).strip().rstrip(";")
        )
        blocks[name] = (lines[0][3:], sql, params)
    return blocks


def _positional(sql: str) -> tuple[str, tuple[str, ...]]:
    params: list[str] = []

    def place(match: re.Match[str]) -> str:
        token = match.group(0)
        if not token.startswith(":") or token.startswith("::"):
            return token
        name = token[1:]
        if name not in params:
            params.append(name)
        return f"${params.index(name) + 1}"

    return _TOKEN.sub(place, sql), tuple(params)
