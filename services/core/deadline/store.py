"""The queries of deadlines and their row types."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from services.core.db.queries import DueCount, Queries
from services.core.db.tx import ReadTx
from services.core.errors import not_found
from services.core.identity import UnitId

_queries = Queries(__file__)


@dataclass(frozen=True, slots=True)
class DeadlineRow:
    """A deadline as people see it. ``due_at`` (UTC, business time) is the first instant that is too late.

    ``meeting_type`` is that of the meeting which an event calls for; ``done_at`` when it was done, in time or late.
    """

    id: UUID
    dossier_id: UUID
    meeting_id: UUID | None
    problem_id: UUID | None
    underretning_id: UUID | None
    meeting_type: str | None
    key: str
    task: str
    role: str | None
    person_id: UUID | None
    due_at: datetime
    done_at: datetime | None
    state: str
    version: int


@dataclass(frozen=True, slots=True)
class DueRow:
    """A deadline that the sweep must look at, and who follows up: its meeting's convener, its problem's coordinators."""

    id: UUID
    dossier_id: UUID
    meeting_id: UUID | None
    problem_id: UUID | None
    underretning_id: UUID | None
    meeting_type: str | None
    key: str
    role: str | None
    person_id: UUID | None
    due_at: datetime
    remind_at: list[datetime]
    state: str
    awaits_id: UUID | None
    follower_id: UUID | None
    convener_id: UUID | None
    coordinators: list[UUID]
    meeting_status: str | None
    meeting_starts_at: datetime | None
    about_id: UUID | None


@dataclass(frozen=True, slots=True)
class LastDoneRow:
    """When something that is done again and again was last done about a problem."""

    problem_id: UUID
    key: str
    done_at: datetime


@dataclass(frozen=True, slots=True)
class ReceivingRow:
    """A unit that has been handed something."""

    unit_id: UnitId


PLAN = _queries.command("plan_deadline")
MEET = _queries.command("meet_deadlines")
CANCEL = _queries.command("cancel_deadlines")
SETTLE_ONE = _queries.command("settle_one")
NOT_DONE = _queries.command("not_done")
HAND = _queries.command("hand_deadline")
TAKE_BACK = _queries.command("take_back")
TAKE_BACK_WAITING = _queries.command("take_back_waiting")
TAKE_BACK_AWAITED = _queries.command("take_back_awaited")
AWAIT_SUGGESTION = _queries.command("await_suggestion")
AWAIT_INVITATION = _queries.command("await_invitation")
RECEIVING = _queries.rows("receivers_of_handover", ReceivingRow)
OF_MEETING = _queries.rows("deadlines_of_meeting", DeadlineRow)
OF_UNDERRETNING = _queries.rows("deadlines_of_underretning", DeadlineRow)
OF_CASE = _queries.rows("deadlines_of_case", DeadlineRow)
OPEN_OF_PERSON = _queries.rows("open_deadlines_of_person", DeadlineRow)
OF_MEASURE = _queries.rows("deadlines_of_measure", DeadlineRow)
FIND = _queries.rows("find_deadline", DeadlineRow)
LAST_DONE = _queries.rows("done_in_dossier", LastDoneRow)
TAKE_DUE = _queries.rows("take_due_deadline", DueRow)
LOOK_AGAIN = _queries.command("look_again_at")
DROP = _queries.command("drop_deadline")
MISS = _queries.command("miss_deadline")
SET_ASIDE = _queries.command("set_deadline_aside")
COUNT_DUE = _queries.rows("count_due_deadlines", DueCount)


async def deadline(tx: ReadTx, deadline_id: UUID) -> DeadlineRow:
    """A deadline; NOT_FOUND for an absent or foreign one alike."""
    found = await tx.one(FIND, id=deadline_id)
    if found is None:
        raise not_found()
    return found
