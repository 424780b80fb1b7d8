"""Pages of a list: ``first`` (25, at most 100) and ``after``, an opaque cursor.

A cursor names its list and the place after which to go on: ids and times, never a name, since cursors stand in
addresses. It is not a secret and grants nothing: the rows after it are chosen by the database for this actor. A
cursor of another list, of a row that is gone or made up is INVALID_INPUT, the same for each.
"""

import base64
import hashlib
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Annotated, Final, Generic, TypeAlias, TypeVar
from uuid import UUID

import msgspec
import strawberry

from services.api.graphql.fields import field, object_type
from services.core.errors import ErrorCode, UserError, invalid

DEFAULT_PAGE: Final = 25
MAX_PAGE: Final = 100
T = TypeVar("T")

First: TypeAlias = Annotated[
    int, strawberry.argument(description=f"How many at most, 0 to {MAX_PAGE}. A smaller page costs less.")
]
After: TypeAlias = Annotated[
    str | None, strawberry.argument(description="Go on after this `endCursor` or `cursor` of the same list.")
]


@object_type(description="Whether a list goes on, and from where.")
class PageInfo:
    """Whether a list goes on."""

    has_next_page: bool = field(description="There is more after `endCursor`.", personal=False)
    end_cursor: str | None = field(
        description="The cursor of the last one here; null on an empty page.", personal=False
    )


@object_type(description="One of a page, with the cursor to go on after it.")
class Edge(Generic[T]):
    """One of a page."""

    node: T = field(description="The thing itself.", personal=False)
    cursor: str = field(description="Go on after this one: give it as `after`.", personal=False)


@object_type(description="A page of a list. Only what the viewer may see is in the list.")
class Connection(Generic[T]):
    """A page of a list."""

    edges: list[Edge[T]] = field(description="The page, each with its cursor.", personal=False)
    page_info: PageInfo = field(description="Whether there is more.", personal=False)


class Page(msgspec.Struct, frozen=True):
    """What was asked for: at most ``first`` of the list ``name``, after the place ``after``."""

    name: str
    first: int
    after: tuple[str, ...] | None

    @property
    def fetch(self) -> int:
        """The limit for a query: one more than asked tells whether the list goes on."""
        return self.first + 1

    @property
    def after_id(self) -> UUID | None:
        """The row after which to go on, for services that page by id; raises INVALID_INPUT for another place."""
        if self.after is None:
            return None
        try:
            (written,) = self.after
            return UUID(written)
        except ValueError:
            raise invalid("request.cursor_unknown", "after") from None

    @property
    def after_moment(self) -> tuple[datetime, UUID] | None:
        """The moment and row after which to go on, for lists by time; raises INVALID_INPUT for another place."""
        if self.after is None:
            return None
        try:
            moment, written = self.after
            at = datetime.fromisoformat(moment)
            if at.tzinfo is None:
                raise ValueError
            return at, UUID(written)
        except ValueError:
            raise invalid("request.cursor_unknown", "after") from None

    def cursor(self, *place: str) -> str:
        """The cursor of a row at this place."""
        return _write(self.name, place)


def page_of(name: str, first: int, after: str | None) -> Page:
    """Check ``first`` and ``after`` of the list ``name``; raises LIMIT_EXCEEDED or INVALID_INPUT."""
    if first < 0:
        raise invalid("limit.first_negative", "first")
    if first > MAX_PAGE:
        raise page_too_large(first)
    return Page(name, first, None if after is None else _read(name, after))


def page_too_large(first: int) -> UserError:
    """The refusal of a page over the limit."""
    return UserError(
        ErrorCode.LIMIT_EXCEEDED,
        "limit.page",
        params={"allowed": MAX_PAGE, "asked": first},
        field=("first",),
    )


def from_query(
    page: Page, rows: Sequence[T], place: Callable[[T], tuple[str, ...]]
) -> tuple[list[tuple[T, str]], bool]:
    """Rows that a query gave after ``page.after``, at most ``page.fetch`` of them: the page, and whether more."""
    kept = [(row, _write(page.name, place(row))) for row in rows[: page.first]]
    return kept, len(rows) > page.first


def from_list(page: Page, rows: Sequence[T], row_id: Callable[[T], str]) -> tuple[list[tuple[T, str]], bool]:
    """A page of a whole, ordered, bounded list (one sorted after opening): the cursor is the row's id."""
    start = 0
    if page.after is not None:
        found = [number for number, row in enumerate(rows) if (row_id(row),) == page.after]
        if not found:
            raise invalid("request.cursor_unknown", "after")
        start = found[0] + 1
    return from_query(page, rows[start : start + page.fetch], lambda row: (row_id(row),))


def from_items(
    page: Page, items: Sequence[T], has_next: bool, row_id: Callable[[T], object]
) -> tuple[list[tuple[T, str]], bool]:
    """A page that a service cut itself, going on after ``page.after_id``."""
    return [(item, _write(page.name, (str(row_id(item)),))) for item in items], has_next


def placed(page: Page, nodes: Sequence[tuple[T, tuple[str, ...]]], more: bool) -> Connection[T]:
    """A page that a service has cut already: each node with its place in the list."""
    return connection(([(node, _write(page.name, place)) for node, place in nodes], more))


def connection(kept: tuple[Sequence[tuple[T, str]], bool]) -> Connection[T]:
    """A page as the schema answers it."""
    pairs, more = kept
    return Connection(
        edges=[Edge(node=node, cursor=cursor) for node, cursor in pairs],
        page_info=PageInfo(has_next_page=more, end_cursor=pairs[-1][1] if pairs else None),
    )


def _write(name: str, place: tuple[str, ...]) -> str:
    body = msgspec.msgpack.encode(place)
    return base64.urlsafe_b64encode(_mark(name, body) + body).rstrip(b"=").decode()


def _read(name: str, cursor: str) -> tuple[str, ...]:
    try:
        raw = base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True)
        body = raw[4:]
        if raw[:4] == _mark(name, body):
            return msgspec.msgpack.decode(body, type=tuple[str, ...])
    except (ValueError, msgspec.DecodeError):
        pass
    raise invalid("request.cursor_unknown", "after")


def _mark(name: str, body: bytes) -> bytes:
    # Tells a cursor of this list from one of another list, or from garbage. No secret: see above.
    return hashlib.sha256(name.encode() + b"\0" + body).digest()[:4]
