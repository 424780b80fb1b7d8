"""Ask the circle of a meeting when it suits, answer, and fix a time: as judged as any other move of the meeting.

While the circle is asked the meeting's own time is preliminary: no message tells it, and nobody is asked whether they come
to it. It ends when a time is fixed or kept, and with every other change of the meeting's time (``policies.sql``).
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from uuid import UUID

from services.core.calendar import (
    before_period,
    calendar_of,
    end_of_day,
    local_day,
    local_instant,
)
from services.core.db.tx import WriteTx, new_id
from services.core.errors import ErrorCode, UserError, conflict, invalid
from services.core.meeting import store as meetings
from services.core.meeting.answering import own_participation
from services.core.meeting.leading import COMING, coming_meeting, led_meeting
from services.core.meeting.rescheduling import move_meeting, plans_on
from services.core.meeting.store import MeetingRow
from services.core.scheduling import store
from services.core.scheduling.events import TimesAnswered, TimesProposed
from services.core.scheduling.rules import MOST_TIMES, may_propose
from services.core.scheduling.store import ProposalRow
from services.core.tenancy.language import Period, Unit
from services.core.tenancy.refusal import refusal
from services.core.tenancy.service import model_version

ANSWERS = frozenset({"fits", "rather_not", "not"})


async def propose(
    tx: WriteTx,
    meeting_id: UUID,
    times: Sequence[datetime],
    answer_by: date,
    expected_version: int,
    *,
    where: str = "startsAt",
) -> ProposalRow:
    """Ask the circle of a coming meeting which of these times suit, until the end of the local day ``answer_by``.

    ``where`` is the field of the input that the times stand in.

    Raises INVALID_INPUT for times that can't be proposed, RULE_BLOCKED where the model lets the meeting not be held at one
    of them or a proposal stands already, CONFLICT for an old version of the meeting or when another was first.
    """
    row = await coming_meeting(tx, meeting_id, expected_version)
    ends = end_of_day(answer_by)
    code = may_propose(times, ends, row.starts_at, tx.now)
    if code:
        raise invalid(code, "input", "answerBy" if "answer" in code else where, most=MOST_TIMES)
    if await store.open_proposal(tx, row.id) is not None:
        raise UserError(ErrorCode.CONFLICT, "scheduling.already_open")
    plans = await plans_on(tx, row, sorted({local_day(at) for at in times}))
    blocks = next((plan.blocks for plan in plans.values() if plan.blocks), ())
    if blocks:
        raise refusal(blocks)
    proposal = new_id()
    await tx.run(
        store.INSERT_PROPOSAL,
        id=proposal,
        dossier_id=row.dossier_id,
        meeting=row.id,
        answer_by=ends,
        remind_at=await _reminder(tx, row, answer_by),
    )
    starts = sorted(set(times))
    await tx.run(
        store.INSERT_TIMES,
        ids=[new_id() for _ in starts],
        starts=starts,
        dossier_id=row.dossier_id,
        meeting=row.id,
        proposal=proposal,
    )
    tx.emit(TimesProposed(row.dossier_id, row.id, proposal))
    return await store.proposal(tx, proposal)


async def answer_times(tx: WriteTx, proposal_id: UUID, answers: Mapping[UUID, str]) -> ProposalRow:
    """Say of each proposed time whether it suits; it can be said again until the answers are in.

    Raises RULE_BLOCKED when nobody is asked any more, INVALID_INPUT where a time is left without an answer, FORBIDDEN for
    who is not invited.
    """
    proposal = await store.proposal(tx, proposal_id)
    if proposal.state != "open" or proposal.answer_by <= tx.now:
        raise UserError(ErrorCode.RULE_BLOCKED, "scheduling.answers_in")
    meeting = await meetings.meeting(tx, proposal.meeting_id)
    mine = await own_participation(tx, meeting)
    asked = await store.times(tx, proposal.id)
    if set(answers) != {one.id for one in asked} or not ANSWERS.issuperset(answers.values()):
        raise invalid("scheduling.answer_each", "input", "answers")
    for one in asked:
        await tx.run(
            store.SAY,
            id=new_id(),
            dossier_id=proposal.dossier_id,
            meeting=proposal.meeting_id,
            proposal=proposal.id,
            time=one.id,
            participant=mine.id,
            answer=answers[one.id],
        )
    tx.emit(TimesAnswered(proposal.dossier_id, proposal.meeting_id, mine.id, int(tx.now.timestamp())))
    return proposal


async def fix_time(
    tx: WriteTx, proposal_id: UUID, time_id: UUID, expected_version: int, reason: str = ""
) -> MeetingRow:
    """One of the times is the meeting's: it is moved there as by ``move_meeting``, and the circle is told once.

    Who of the family said that it suits comes, until they say otherwise; a professional's yes opens the case to them and is
    asked for. Raises CONFLICT for an old version, NOT_FOUND for another proposal's time, RULE_BLOCKED as a move does.
    """
    proposal, row = await _led(tx, proposal_id, expected_version)
    chosen = next((one for one in await store.times(tx, proposal.id) if one.id == time_id), None)
    if chosen is None:
        raise invalid("error.not_found", "input", "timeId")
    await _settle(tx, proposal, "fixed", chosen.id)
    moved = await _at(tx, row, chosen.starts_at, reason)
    await tx.run(store.COMES, meeting=row.id, time=chosen.id)
    return moved


async def keep_time(tx: WriteTx, proposal_id: UUID, expected_version: int, reason: str = "") -> MeetingRow:
    """None of the times: the meeting's own time is no longer preliminary, and the circle is told so. Raises as above."""
    proposal, row = await _led(tx, proposal_id, expected_version)
    await _settle(tx, proposal, "closed", None)
    return await _at(tx, row, row.starts_at, reason)


async def _led(tx: WriteTx, proposal_id: UUID, expected_version: int) -> tuple[ProposalRow, MeetingRow]:
    proposal = await store.proposal(tx, proposal_id)
    row = await led_meeting(tx, proposal.meeting_id)
    if row.status not in COMING:
        raise UserError(ErrorCode.RULE_BLOCKED, "meeting.over")
    if proposal.state != "open" or proposal.version != expected_version:
        raise conflict()
    return proposal, row


async def _settle(tx: WriteTx, proposal: ProposalRow, state: str, fixed: UUID | None) -> None:
    await tx.run_versioned(
        store.SETTLE, id=proposal.id, state=state, fixed=fixed, expected_version=proposal.version
    )


async def _at(tx: WriteTx, row: MeetingRow, starts_at: datetime, reason: str) -> MeetingRow:
    together = row.gathering_id is not None
    return await move_meeting(tx, row.id, starts_at, row.version, reason, together=together, fixing=True)


async def _reminder(tx: WriteTx, row: MeetingRow, answer_by: date) -> datetime | None:
    """The working day before the last one, at the tenant's hour; None when that is past."""
    model = (await model_version(tx, row.model_version_id)).model
    day = before_period(
        answer_by, Period(count=1, unit=Unit.WORKING_DAYS), calendar_of(model), sending_day_counts=True
    )
    at = local_instant(day, model.tenant.calendar.reminder_time)
    return at if at > tx.now else None
