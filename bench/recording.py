"""Records the statements our own code sends to the main instance, and makes a pgbench script of them.

An operation is run twice with the same input. A value that differs between the runs and is a UUID was drawn
anew, so the script draws it anew too; everything else is sent as it was, through the same prepared statements.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

import asyncpg
import msgspec

_PARAMETER = re.compile(r"\$(\d+)")
_RESET = re.compile(r"pg_advisory_unlock_all|^\s*RESET ALL", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True)
class Statement:
    """One statement as sent: its text with ``$n``, and its values."""

    sql: str
    values: tuple[Any, ...]


class Recorder:
    """Listens to a pool's connections while ``on``; hand ``listen`` to ``asyncpg.create_pool(init=…)``."""

    def __init__(self) -> None:
        self.on = False
        self._heard: list[Statement] = []

    async def listen(self, connection: asyncpg.Connection) -> None:
        """Begin to hear what this connection sends."""
        connection.add_query_logger(self._hear)

    def _hear(self, query: Any) -> None:
        if self.on and not _RESET.search(query.query):
            self._heard.append(Statement(query.query.strip(), tuple(query.args or ())))

    def take(self) -> list[Statement]:
        """What was heard since the last call."""
        heard, self._heard = self._heard, []
        return heard


@dataclass(frozen=True)
class Script:
    """A pgbench script and its variables (``-D name=value``)."""

    text: str
    variables: dict[str, str]
    statements: int


def script(first: Sequence[Statement], second: Sequence[Statement]) -> Script:
    """Make a script of two recordings of one operation; raises ``ValueError`` when they differ in statements."""
    if [s.sql for s in first] != [s.sql for s in second]:
        raise ValueError("the operation does not send the same statements each time")
    lines: list[str] = []
    variables: dict[str, str] = {}
    for number, (one, other) in enumerate(zip(first, second, strict=True)):
        sql = " ".join(_without_comments(one.sql).rstrip(";").split())

        def shown(
            match: re.Match[str], number: int = number, one: Statement = one, other: Statement = other
        ) -> str:
            index = int(match.group(1)) - 1
            value = one.values[index]
            if isinstance(value, UUID) and value != other.values[index]:
                return "gen_random_uuid()"
            if value is None:
                return "NULL"
            name = f"s{number}_{index}"
            variables[name] = literal(value)
            return f":{name}"

        lines.append(_PARAMETER.sub(shown, sql) + ";")
    return Script("\n".join(lines) + "\n", variables, len(lines))


def _without_comments(sql: str) -> str:
    return re.sub(r"--[^\n]*", "", sql)


def literal(value: Any) -> str:
    """A value in PostgreSQL's text form, as pgbench sends it for a parameter."""
    match value:
        case bool():
            return "true" if value else "false"
        case bytes() | bytearray() | memoryview():
            return "\\x" + bytes(value).hex()
        case datetime() | date():
            return value.isoformat()
        case list() | tuple():
            return "{" + ",".join(json.dumps(literal(item), ensure_ascii=False) for item in value) + "}"
        case dict():
            return msgspec.json.encode(value).decode()
        case _:
            return str(value)
