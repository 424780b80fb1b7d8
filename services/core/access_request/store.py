"""Rows of requests for access and for correction."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import msgspec

from services.core.db.queries import DueCount, Queries
from services.core.db.tx import ReadTx
from services.core.errors import not_found
from services.core.identity import DossierId, PersonId
from services.core.keys.seal import SealLabel

_SQL = Queries(__file__)


class AccessRequestWords(msgspec.Struct, frozen=True):
    """Who asks, about whom (names as the asker knows them), what for, and what was answered."""

    asker: str
    subject: str
    words: str = ""
    reason: str = ""
    answer: str = ""


@dataclass(frozen=True, slots=True)
class AccessRequestRow:
    """A request; ``sealed`` holds ``AccessRequestWords``. Times are business time."""

    id: UUID
    dossier_id: DossierId
    asked_by: PersonId
    subject_id: PersonId
    kind: str
    state: str
    asked_at: datetime
    due_at: datetime
    extended_at: datetime | None
    answered_at: datetime | None
    sealed: bytes
    version: int


@dataclass(frozen=True, slots=True)
class OwnRow:
    """Whether the actor may ask about somebody; ``identity_id`` is the actor's own dossier, not yet seen."""

    identity_id: DossierId
    may: bool


@dataclass(frozen=True, slots=True)
class UnansweredRow:
    """One whose time runs out: when it is out, and when its officers were to be reminded."""

    id: UUID
    due_at: datetime
    next_at: datetime


MAY_ASK = _SQL.rows("may_ask", OwnRow)
INSERT = _SQL.command("insert_request")
FIND = _SQL.rows("find_request", AccessRequestRow)
ALL = _SQL.rows("requests", AccessRequestRow)
EXTEND = _SQL.command("extend_request")
ANSWER = _SQL.command("answer_request")
TAKE_UNANSWERED = _SQL.rows("take_unanswered", UnansweredRow)
TELL_OFFICERS = _SQL.command("tell_officers")
REMINDED = _SQL.command("reminded_of_request")
PUT_OFF = _SQL.command("put_off_request")
COUNT_UNANSWERED = _SQL.rows("count_unanswered", DueCount)


async def request(tx: ReadTx, request_id: UUID) -> AccessRequestRow:
    """One of them; NOT_FOUND for an absent or foreign one alike."""
    found = await tx.one(FIND, id=request_id)
    if found is None:
        raise not_found()
    return found


async def requests(
    tx: ReadTx, fetch: int, before: tuple[datetime, UUID] | None = None
) -> list[AccessRequestRow]:
    """Those the actor may see, newest first; ``before`` is the place of the last one seen."""
    at, last = before or (None, None)
    return await tx.many(ALL, before=at, before_id=last, page=fetch)


async def words_of(tx: ReadTx, row: AccessRequestRow) -> AccessRequestWords:
    """Open what was asked and answered."""
    return await tx.open_sealed(
        SealLabel.ACCESS_REQUEST, row.dossier_id, row.id, row.sealed, AccessRequestWords
    )
