"""Asking the api as somebody, and what an answer is compared by."""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import unquote, urlencode

import asyncpg
import httpx
from litestar import Litestar

from tests.builders.world import Town
from tests.isolation.village import Village

PORT: Final = 8000
UPLOADS: Final = re.compile("/consents/record$|/perspective/.*/tell$|^/imports$")
"""Pages whose form can bring a file: a browser sends it otherwise."""
TRACE: Final = "00-" + "a" * 32 + "-" + "b" * 16 + "-01"
STAMPS: Final = {
    "meetingEntry": re.compile(rb'"at":"[^"]*"'),
    "consultationEntry": re.compile(rb'"at":"[^"]*"'),
    "viewer": re.compile(rb'"now":"[^"]*"'),
    "accessRequests": re.compile(rb'"readAt":"[^"]*"'),
    "accessRequest": re.compile(rb'"readAt":"[^"]*"'),
}
"""Operations that tell when they were asked, as an iCalendar object does (RFC 5545, 3.8.7.2), and how they say it."""
_TODAY: Final = re.compile(rb'"today":"[^"]*"')
_LOGBOOKS: Final = {
    "access_event",
    "unsealed_event",
    "audit_seal",
    "session",
    "idempotency_key",
    "login_attempt",
}
"""Tables that also an idle question may write: who asked is recorded, whatever the answer."""
_VARY: Final = {"date", "traceparent", "content-length"}
_RANDOM: Final = re.compile(rb'name="_key" value="[^"]*"')


@dataclass(frozen=True)
class Who:
    """Somebody who asks: a person of a town, or nobody at all (``name`` empty)."""

    town: str
    name: str

    def __str__(self) -> str:
        return f"{self.town}/{self.name or 'nobody'}"


@dataclass(frozen=True)
class Said:
    """An answer, as far as it may be compared: status, headers but date and trace, bytes."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes

    @property
    def json(self) -> dict[str, Any]:
        """The body as JSON."""
        found: dict[str, Any] = json.loads(self.body)
        return found

    @property
    def codes(self) -> set[str]:
        """Every error code in it, top-level, of a payload, or of a part of one that was refused by itself."""
        if not self.body.startswith(b"{"):
            return set()
        said = self.json
        found = {error["extensions"]["code"] for error in said.get("errors", ())}
        for payload in (said.get("data") or {}).values():
            if isinstance(payload, dict):
                found |= {error["code"] for error in payload.get("errors") or ()}
                found |= {one["refused"]["code"] for one in payload.get("dates") or () if one["refused"]}
        return found


@dataclass
class Asking:
    """The api of the village."""

    village: Village
    client: httpx.AsyncClient
    app: Litestar

    def town(self, slug: str) -> Town:
        """A town by its name."""
        return self.village.world.north if slug == "north" else self.village.world.south

    def headers(self, who: Who) -> dict[str, str]:
        """Host and token of somebody."""
        town = self.town(who.town)
        shown = {"host": f"{town.host}:{PORT}", "traceparent": TRACE, "accept-language": "da"}
        if who.name:
            shown["authorization"] = f"Bearer {town.sessions[who.name].bearer}"
        return shown

    async def graphql(self, who: Who, document: str, variables: Mapping[str, Any] | None = None) -> Said:
        """Run an operation."""
        body = json.dumps({"query": document, "variables": variables or {}}).encode()
        headers = {**self.headers(who), "accept": "*/*", "content-type": "application/json"}
        return await self._call("POST", "/graphql", headers, body)

    async def page(self, who: Who, method: str, path: str, form: Mapping[str, str] | None = None) -> Said:
        """Fetch a page or send a form, as a browser with that session."""
        headers = {**self.headers(who), "accept": "text/html"}
        headers["origin"] = f"http://{headers['host']}"
        body = b""
        if method == "POST" and UPLOADS.search(path):
            boundary = "form-of-the-village"
            headers["content-type"] = f"multipart/form-data; boundary={boundary}"
            body = "".join(
                f'--{boundary}\r\ncontent-disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
                for name, value in (form or {}).items()
            ).encode()
            body += f"--{boundary}--\r\n".encode()
        elif method == "POST":
            headers["content-type"] = "application/x-www-form-urlencoded"
            body = urlencode(form or {}).encode()
        return await self._call(method, path, headers, body)

    async def _call(self, method: str, path: str, headers: Mapping[str, str], body: bytes) -> Said:
        # As `httpx.ASGITransport` does it, without a client's work: this is done some ten thousand times.
        sent: list[Any] = []

        async def receive() -> Any:
            return {"type": "http.request", "body": body, "more_body": False}

        async def send(message: Any) -> None:
            sent.append(message)

        place, _, query = path.partition("?")
        raw = [(name.encode(), value.encode()) for name, value in headers.items()]
        scope: Any = {
            "type": "http",
            "asgi": {"version": "3.0"},
            "http_version": "1.1",
            "method": method,
            "scheme": "http",
            "path": unquote(place),
            "raw_path": place.encode(),
            "query_string": query.encode(),
            "root_path": "",
            "headers": [*raw, (b"content-length", str(len(body)).encode())],
            "server": ("api", 80),
            "client": ("127.0.0.1", 123),
        }
        await self.app(scope, receive, send)
        first, *rest = sent
        told = sorted((name.decode().lower(), value.decode()) for name, value in first["headers"])
        kept = tuple((name, value) for name, value in told if name not in _VARY)
        return Said(first["status"], kept, b"".join(message.get("body", b"") for message in rest))

    async def state(self) -> dict[str, str]:
        """A checksum of every table of both databases but the logbooks, by a superuser."""
        databases = self.village.world.databases
        found: dict[str, str] = {}
        for name, dsn in (("main", databases.main_superuser), ("keys", databases.keys_superuser)):
            connection = await asyncpg.connect(dsn)
            try:
                tables = await connection.fetch(
                    """select n.nspname, c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                       where c.relkind in ('r', 'p') and n.nspname like 'rundbord%'"""
                )
                sums = " union all ".join(
                    f"""select '{name}.{table}',
                               (select md5(coalesce(string_agg(t::text, '|' order by t::text), ''))
                                from {schema}.{table} t)"""
                    for schema, table in tables
                    if table not in _LOGBOOKS
                )
                for table, sum_ in await connection.fetch(sums):
                    found[table] = sum_
            finally:
                await connection.close()
        return found


def alike(one: Said, other: Said, ids: Mapping[str, str]) -> bool:
    """Whether two answers are the same, each with its own ids put aside (a page repeats its address)."""
    first, second = one.body, other.body
    headers, others = one.headers, other.headers
    for mine, absent in ids.items():
        first, second = first.replace(mine.encode(), b"ID"), second.replace(absent.encode(), b"ID")
        # A page may list it of itself, to one whose it is by their office, whatever was sent.
        second = second.replace(mine.encode(), b"ID")
        headers = tuple((k, v.replace(mine, "ID")) for k, v in headers)
        others = tuple((k, v.replace(absent, "ID")) for k, v in others)
    first, second = _RANDOM.sub(b"", first), _RANDOM.sub(b"", second)
    return (one.status, headers, _digest(first)) == (other.status, others, _digest(second))


def _digest(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()


def unstamped(operation: str, body: bytes) -> bytes:
    """An answer without the moment at which it was asked for, which no two askings have in common."""
    stamp = STAMPS.get(operation)
    return _TODAY.sub(b"", stamp.sub(b"", body) if stamp else body)
