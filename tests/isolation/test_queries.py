"""Every query is prepared against the migrated schema, and what it answers fits the row it becomes."""

import importlib
import re
import types
import typing
from datetime import date, datetime, time, timedelta
from pathlib import Path
from uuid import UUID

import asyncpg
import pytest

from services.core.db.queries import Queries, Query
from tests.architecture.tree import ROOT, text, under
from tests.environment import Databases
from tests.isolation.catalogue import connected

PYTHON_OF = {
    "uuid": UUID,
    "text": str,
    "varchar": str,
    "name": str,
    "bpchar": str,
    "jsonb": str,
    "json": str,
    "bool": bool,
    "int2": int,
    "float8": float,
    "int4": int,
    "int8": int,
    "bytea": bytes,
    "date": date,
    "time": time,
    "timestamptz": datetime,
    "interval": timedelta,
    "tstzrange": asyncpg.Range,
}


def _registered() -> dict[Path, Queries]:
    for module in under("services", suffix=".py"):
        if re.search(r"\bQueries\(__file__", text(module)):
            importlib.import_module(".".join(module.with_suffix("").parts))
    return dict(Queries.registry)


REGISTERED = _registered()
EVERY_QUERY = [
    pytest.param(query, id=f"{path.parent.name}/{path.stem}:{query.name}")
    for path, queries in sorted(REGISTERED.items())
    for query in queries.bound.values()
]


def test_every_query_file_is_bound() -> None:
    files = {ROOT / path for path in under("services", suffix=".sql") if "-- name: " in text(path)}
    assert files == set(REGISTERED)


def test_every_block_is_used() -> None:
    idle = {f"{path.parent.name}/{path.name}": queries.unbound for path, queries in REGISTERED.items()}
    assert {file: names for file, names in idle.items() if names} == {}


@pytest.mark.parametrize("query", EVERY_QUERY)
async def test_a_query_answers_its_row_type(databases: Databases, query: Query[object]) -> None:
    connection = await connected(databases, "main")
    try:
        statement = await connection.prepare(query.sql)
        answered = {column.name: column.type for column in statement.get_attributes()}
        assert len(statement.get_parameters()) == len(query.params)
    finally:
        await connection.close()
    if query.row is type(None):
        # A function that is called for what it does answers one row of nothing.
        told = {column: kind for column, kind in answered.items() if kind.name != "void"}
        assert told == {}, "answers rows that no one reads"
        return
    hints = typing.get_type_hints(query.row)
    assert set(answered) == set(query.columns)
    for column, kind in answered.items():
        element = _python(hints[column])
        array = kind.name.endswith("[]")
        known = PYTHON_OF.get(kind.name.removesuffix("[]").removeprefix("_"))
        assert known is not None, f"{column}: add {kind.name} to the table above"
        assert element == (list if array else known, known if array else None), column


def _python(hint: object) -> tuple[type, type | None]:
    """A field's type without None, NewType and Literal: the type itself, and for a list its element's."""
    if isinstance(hint, types.UnionType) or typing.get_origin(hint) is typing.Union:
        (hint,) = [part for part in typing.get_args(hint) if part is not type(None)]
    while hasattr(hint, "__supertype__"):
        hint = hint.__supertype__
    origin = typing.get_origin(hint)
    if origin in (list, tuple) or str(origin).endswith("Sequence'>"):
        return list, _python(typing.get_args(hint)[0])[0]
    if origin is typing.Literal:
        return type(typing.get_args(hint)[0]), None
    assert isinstance(hint, type)
    return (str if issubclass(hint, str) else hint), None
