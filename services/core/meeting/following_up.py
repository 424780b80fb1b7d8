"""Calling the meeting that follows one up: the same circle, and what was said of the first where it still fits."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from services.core.casework.service import load_case_of
from services.core.db.tx import ReadTx, WriteTx
from services.core.identity import PersonId
from services.core.meeting import store
from services.core.meeting.calling import CallMeeting, call_meeting, type_of
from services.core.meeting.invitees import Choice
from services.core.meeting.leading import COMING
from services.core.meeting.store import MeetingRow, Particulars
from services.core.meeting.together import others
from services.core.tenancy.meetings import MeetingType


@dataclass(frozen=True, slots=True)
class FollowUp:
    """Which type, when, what the model asks of it anew, and a reason where it asks for one."""

    type: str
    starts_at: datetime
    particulars: Particulars
    reason: str = ""


async def call_follow_up(tx: WriteTx, row: MeetingRow, how: FollowUp) -> None:
    """Call the next meeting with the circle of this one (RA-17); nothing is asked for twice (ALL-10).

    Of meetings that were held as one for several children each is followed up for itself; called for the same time, the
    next are held as one again.
    """
    case = await load_case_of(tx, row.dossier_id)
    details = await store.meeting_details(tx, row)
    same_type = how.type == row.type
    await call_meeting(
        tx,
        CallMeeting(
            child=case.child.id,
            type=how.type,
            starts_at=how.starts_at,
            place=details.place,
            problem=row.problem_id,
            # Another type has a length of its own.
            minutes=int((row.ends_at - row.starts_at).total_seconds() // 60) if same_type else None,
            choices=await same_circle(tx, row, type_of(case, how.type)),
            previous=row.id,
            reason=how.reason,
            together=await _of_the_same_table(tx, row, how),
            particulars=carried(type_of(case, how.type), details.particulars, how.particulars),
        ),
    )


async def _of_the_same_table(tx: ReadTx, row: MeetingRow, how: FollowUp) -> UUID | None:
    """What follows up, at this very time, a meeting of another child that this one was held together with."""
    for other in await others(tx, row):
        for one in await store.meetings_of(tx, other.dossier_id):
            if (
                one.previous_id == other.id
                and one.status in COMING
                and (one.type, one.starts_at) == (how.type, how.starts_at)
            ):
                return one.id
    return None


def carried(meeting: MeetingType, before: Particulars, anew: Particulars) -> Particulars:
    """What was said of the meeting before, as far as this type has it; what is said anew comes first.

    What is ready, prepared or agreed for the one meeting is not so for the next.
    """
    return Particulars(
        grounds=anew.grounds or _known(before.grounds, (one.key for one in meeting.grounds)),
        purposes=anew.purposes or _known(before.purposes, (one.key for one in meeting.purposes)),
        documents=anew.documents,
        agreed_preparation=anew.agreed_preparation,
        agreed_by=anew.agreed_by or before.agreed_by,
        answered_by=anew.answered_by or before.answered_by,
        division_agreed_on=anew.division_agreed_on,
        visit_agreed_with=anew.visit_agreed_with or before.visit_agreed_with,
        measure_started_on=anew.measure_started_on or before.measure_started_on,
        chair_agreed_on=anew.chair_agreed_on,
    )


def _known(keys: Iterable[str], known: Iterable[str]) -> tuple[str, ...]:
    there = set(known)
    return tuple(key for key in keys if key in there)


async def same_circle(tx: ReadTx, row: MeetingRow, meeting: MeetingType | None = None) -> tuple[Choice, ...]:
    """The choices that bring a meeting's circle together again; child and parents come of themselves.

    With ``meeting``: those roles alone that this type has.
    """
    known = None if meeting is None else {rule.role for rule in meeting.participants}
    choices = []
    for one in await store.participants(tx, row.id):
        if known is not None and one.role not in known:
            continue
        details = await store.participant_details(tx, one)
        if one.status == "left_out":
            choices.append(Choice(one.role, leave_out_reason=details.left_out_reason))
        elif one.status != "invited":
            continue
        elif one.kind == "network":
            choices.append(Choice(one.role, name=details.name))
        elif one.kind == "professional" and one.person_id is not None:
            choices.append(Choice(one.role, person=PersonId(one.person_id)))
    return tuple(choices)
