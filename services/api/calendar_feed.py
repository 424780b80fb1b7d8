"""``/calendar/<secret>.ics``: a private calendar, as programs read it.

Why this is safe: the address is the only thing that such a program can show, so it opens nothing but the times of meetings
(``core/calendar_feed``), is never written to a log, a metric or an error, and answers an unknown, an ended and a misspelt
one with the same bytes. No cookie is read or set, and nobody is sent to a log-in. Each reading is on record.
"""

import hashlib
from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

import msgspec
from litestar import Request, Response, route
from litestar.datastructures import State
from litestar.enums import HttpMethod

from services.api.auth.connection import address_of, host_of
from services.api.auth.dependencies import dependencies_of
from services.api.rate_limit import Limit
from services.core.calendar.events import Entry, Publisher, feed_of
from services.core.calendar_feed import service
from services.core.db.database import Database
from services.core.errors import ErrorCode, UserError
from services.core.identity import Capacity, FeedIdentity

PATH: Final = "/calendar/{name:str}"
OPERATION: Final = "calendar.read"
"""What the log calls a reading."""
_SUFFIX: Final = ".ics"
OF_ONE: Final = Limit("calendar", most=60, seconds=3600)
"""Programs ask every few minutes at the most."""
OF_AN_ADDRESS: Final = Limit("calendar_address", most=600, seconds=60)
"""The large ones ask for many people from one address."""
_HEADERS: Final = {
    "Cache-Control": "private, no-cache",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
}


@route(PATH, http_method=[HttpMethod.GET, HttpMethod.HEAD], status_code=200, include_in_schema=False)
async def calendar(request: Request[Any, Any, State], state: State) -> Response[bytes]:
    """The calendar behind an address: 200, 304 for who has it as it is, 404, or 429 for who asks without end."""
    auth = dependencies_of(request.app)
    database: Database = state.database
    wait = await auth.limiter.hit(OF_AN_ADDRESS, address_of(request, auth.proxies))
    name = str(request.path_params["name"])
    written = name.removesuffix(_SUFFIX)
    hashed = service.hash_of(database.keyring.provider, written) if name != written else None
    if hashed is not None:
        wait = wait or await auth.limiter.hit(OF_ONE, hashed.hex())
    if wait:
        return _plain(429, b"Too many requests.\n", {"Retry-After": str(wait)})
    if hashed is None:
        return _unknown()
    host = host_of(request)
    try:
        entries, publisher, at = await _read(database, FeedIdentity(host, hashed), auth.settings.url_of(host))
    except UserError as error:
        if error.code is not ErrorCode.NOT_FOUND:
            raise
        return _unknown()
    tag = _tag(entries, publisher)
    if tag in request.headers.get("if-none-match", ""):
        return Response(b"", status_code=304, headers={**_HEADERS, "ETag": tag})
    return Response(
        feed_of(entries, publisher, at),
        media_type="text/calendar",
        headers={**_HEADERS, "ETag": tag, "Content-Disposition": 'inline; filename="calendar.ics"'},
    )


async def _read(database: Database, who: FeedIdentity, url: str) -> tuple[list[Entry], Publisher, datetime]:
    async with database.read(who, OPERATION) as tx:
        entries = await service.meetings(tx)
        publisher = Publisher(await service.municipality(tx), url, tx.actor.language)
        at, capacity = tx.now, tx.actor.capacity
    if capacity is not Capacity.FAMILY:
        async with database.read(who, OPERATION) as tx:
            entries += await service.consultations(tx)
    return entries, publisher, at


def _tag(entries: list[Entry], publisher: Publisher) -> str:
    """Weak: what it is made of, without the moment it was made at."""
    return f'W/"{hashlib.sha256(msgspec.json.encode((entries, publisher))).hexdigest()[:32]}"'


def _unknown() -> Response[bytes]:
    return _plain(404, b"Not found.\n")


def _plain(status: int, text: bytes, more: Mapping[str, str] | None = None) -> Response[bytes]:
    headers = {**_HEADERS, **(more or {})}
    return Response(text, status_code=status, media_type="text/plain", headers=headers)
