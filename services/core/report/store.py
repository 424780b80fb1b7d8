"""Rows of what was told upwards."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

import msgspec

from services.core.db.queries import DueCount, Queries
from services.core.db.tx import ReadTx
from services.core.errors import not_found
from services.core.identity import PersonId

_SQL = Queries(__file__)


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One that was told. ``addressed`` are capacities; ``content`` is JSON. Times are business time."""

    id: UUID
    report: str
    model_version_id: UUID
    written_by: PersonId
    written_at: datetime
    addressed: list[str]
    content: str
    kept_reason: str
    status: str
    answer: str
    answered_by: PersonId | None
    answered_at: datetime | None
    version: int

    @property
    def values(self) -> dict[str, str]:
        """The form's fields as they were filled."""
        return msgspec.json.decode(self.content, type=dict[str, str])


@dataclass(frozen=True, slots=True)
class UnansweredRow:
    """One that nobody has answered by its day; ``reminded``: how often those it is addressed to were told again."""

    id: UUID
    model_version_id: UUID
    written_at: datetime
    reminded: int


TAKE_UNANSWERED: Final = _SQL.rows("take_unanswered", UnansweredRow)
REMIND: Final = _SQL.command("remind_of_report")
REMINDED: Final = _SQL.command("reminded_of_report")
PUT_OFF: Final = _SQL.command("put_off_report")
COUNT_UNANSWERED: Final = _SQL.rows("count_unanswered", DueCount)
FIND: Final = _SQL.rows("find_report", ReportRow)
OF_ACTOR: Final = _SQL.rows("reports_of_actor", ReportRow)
INSERT: Final = _SQL.command("insert_report")
ANSWER: Final = _SQL.command("answer_report")


async def report(tx: ReadTx, report_id: UUID) -> ReportRow:
    """One of them; NOT_FOUND for an absent one and one for others alike."""
    found = await tx.one(FIND, id=report_id)
    if found is None:
        raise not_found()
    return found


async def reports(tx: ReadTx, first: int, after: tuple[datetime, UUID] | None = None) -> list[ReportRow]:
    """A page of those the actor wrote or is to hear, newest first; ``after``: time and id of the last one seen."""
    before, before_id = after or (None, None)
    return await tx.many(OF_ACTOR, before=before, before_id=before_id, limit=first)
