"""``Deadline``: what must be done by when, and why."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from enum import Enum

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.enums import enum_type
from services.api.graphql.fields import field, object_type
from services.api.graphql.model.loading import case_of, version_of
from services.api.graphql.model.reason import Reason, reason
from services.core.calendar.instants import local_day
from services.core.casework.service import Case
from services.core.deadline.rules import DECIDE_ANEW, REASSESS
from services.core.deadline.service import deadlines_of_case, deadlines_of_meeting
from services.core.deadline.store import DeadlineRow
from services.core.identity import DossierId
from services.core.measure import wording
from services.core.meeting import store as meetings
from services.core.meeting.store import MeetingRow
from services.core.problem.settling import just_done, waits_for_a_word
from services.core.tenancy.decision import Why
from services.core.tenancy.ladder import Reassessment
from services.core.tenancy.language import Text
from services.core.tenancy.meetings import DeadlineRule
from services.core.tenancy.model import Model


class DeadlineState(Enum):
    """Where a deadline stands."""

    OPEN = "open"
    MET = "met"
    MISSED = "missed"
    CANCELLED = "cancelled"


enum_type(
    DeadlineState,
    description="Where a deadline stands.",
    values={
        "OPEN": "To be met.",
        "MET": "Done in time.",
        "MISSED": "Its time is past: it was not done, or done late (`doneOn`).",
        "CANCELLED": "The meeting was moved or cancelled, or what it was for is not so any more.",
    },
)


@object_type(description="Something that must be done by a time.")
class Deadline:
    """A deadline."""

    id: strawberry.ID = field(description="Its id.", personal=False)
    key: str = field(description="Its key in the model.", personal=False)
    name: str = field(description="In words.", personal=False)
    meeting_type: str | None = field(
        description="The meeting that an event calls for, in words; null where it is about no such meeting.",
        personal=True,
    )
    problem_id: strawberry.ID | None = field(description="The problem it is about.", personal=True)
    by: str | None = field(description="The role that does it, in words.", personal=False)
    due_at: datetime = field(description="The first moment that is too late.", personal=True)
    state: DeadlineState = field(description="Where it stands.", personal=True)
    done_on: date | None = field(description="The Danish day on which it was done.", personal=True)
    by_hand: bool = field(
        description="Whether it waits for somebody to say that it was done (`settleDeadline`).",
        personal=False,
    )
    version: int = field(description="Give it as `expectedVersion` to `settleDeadline`.", personal=False)
    just_done: bool = field(
        description="Whether somebody has just said that it was done, and may undo that (`unsettleDeadline`).",
        personal=False,
    )
    why: Reason | None = field(description="The rule behind it.", personal=False)


async def deadlines_of(info: Info, meeting: MeetingRow) -> list[Deadline]:
    """A meeting's deadlines with the model's reasons."""
    model = await version_of(info, meeting.model_version_id)
    rows = await deadlines_of_meeting(info.context.tx, meeting.id)
    return [_of_meeting(info, model, meeting, row) for row in rows]


async def deadlines_beside_meetings(info: Info, dossier: DossierId) -> list[Deadline]:
    """What a case must judge again, and the meetings that events call for."""
    rows = [row for row in await deadlines_of_case(info.context.tx, dossier) if _known(row)]
    case = await case_of(info, dossier) if rows else None
    return [_of_case(info, case, row) for row in rows] if case else []


async def one_deadline(info: Info, row: DeadlineRow) -> Deadline:
    """A deadline by its row, of a meeting or of a case."""
    if row.meeting_id is None:
        return _of_case(info, await case_of(info, row.dossier_id), row)
    meeting = await meetings.meeting(info.context.tx, row.meeting_id)
    return _of_meeting(info, await version_of(info, meeting.model_version_id), meeting, row)


def _known(row: DeadlineRow) -> bool:
    return row.task == REASSESS or row.meeting_type is not None


def _of_meeting(info: Info, model: Model, meeting: MeetingRow, row: DeadlineRow) -> Deadline:
    rules, why = model.meeting(meeting.type).deadlines, Why(model, local_day(meeting.called_at))
    return _deadline(info, model, row, rules, f"meetings/{meeting.type}/deadlines", why)


def _of_case(info: Info, case: Case, row: DeadlineRow) -> Deadline:
    model, why = case.model, Why(case.model, local_day(info.context.now))
    if row.meeting_type is None:
        return _deadline(info, model, row, model.reassessments, "reassessments", why)
    known = {one.key: one for one in model.meetings}
    about = known.get(row.meeting_type)
    path = f"meetings/{row.meeting_type}/deadlines"
    return _deadline(
        info, model, row, about.deadlines if about else (), path, why, about.name if about else Text()
    )


def _deadline(
    info: Info,
    model: Model,
    row: DeadlineRow,
    rules: Iterable[DeadlineRule] | Iterable[Reassessment],
    path: str,
    why: Why,
    meeting: Text | None = None,
) -> Deadline:
    language = info.context.language
    found: Sequence[DeadlineRule | Reassessment] = [rule for rule in rules if rule.key == row.key]
    because = (
        reason(why.of(found[0], "deadline", f"{path}/{row.key}", found[0].name), language) if found else None
    )
    roles = {role.key: role.name.in_language(language) for role in model.roles}
    return Deadline(
        id=strawberry.ID(str(row.id)),
        key=row.key,
        name=found[0].name.in_language(language) if found else _beside_the_model(row, language),
        meeting_type=meeting.in_language(language) if meeting else None,
        problem_id=strawberry.ID(str(row.problem_id)) if row.problem_id else None,
        by=roles.get(row.role or ""),
        due_at=row.due_at,
        state=DeadlineState(row.state),
        done_on=local_day(row.done_at) if row.done_at else None,
        by_hand=waits_for_a_word(row),
        version=row.version,
        just_done=just_done(row, info.context.now),
        why=because,
    )


def _beside_the_model(row: DeadlineRow, language: str) -> str:
    """What a deadline is called that the model has no rule for, or no longer."""
    return wording.DECIDE_ANEW.in_language(language) if row.task == DECIDE_ANEW else row.key
