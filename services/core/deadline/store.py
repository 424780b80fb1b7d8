"""The queries of deadlines and their row types."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from services.core.db.queries import Queries

_queries = Queries(__file__)


@dataclass(frozen=True, slots=True)
class DeadlineRow:
    """A deadline as people see it. ``due_at`` (UTC, business time) is the first instant that is too late."""

    id: UUID
    dossier_id: UUID
    meeting_id: UUID | None
    problem_id: UUID | None
    key: str
    task: str
    role: str | None
    person_id: UUID | None
    due_at: datetime
    state: str
    version: int


@dataclass(frozen=True, slots=True)
class DueRow:
    """A deadline that the sweep must look at, and who follows up: its meeting's convener, its problem's coordinator."""

    id: UUID
    dossier_id: UUID
    meeting_id: UUID | None
    problem_id: UUID | None
    key: str
    person_id: UUID | None
    due_at: datetime
    remind_at: list[datetime]
    convener_id: UUID | None
    coordinator_id: UUID | None
    meeting_status: str | None


@dataclass(frozen=True, slots=True)
class Count:
    """How many are due."""

    due: int


PLAN = _queries.command("plan_deadline")
MEET = _queries.command("meet_deadlines")
CANCEL = _queries.command("cancel_deadlines")
OF_MEETING = _queries.rows("deadlines_of_meeting", DeadlineRow)
OF_UNDERRETNING = _queries.rows("deadlines_of_underretning", DeadlineRow)
OPEN_OF_PERSON = _queries.rows("open_deadlines_of_person", DeadlineRow)
TAKE_DUE = _queries.rows("take_due_deadline", DueRow)
LOOK_AGAIN = _queries.command("look_again_at")
SETTLE = _queries.command("settle_deadline")
SET_ASIDE = _queries.command("set_deadline_aside")
COUNT_DUE = _queries.rows("count_due_deadlines", Count)
