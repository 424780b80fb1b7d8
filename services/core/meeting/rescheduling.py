"""Move and cancel a meeting: what was planned for it is undone, and the circle is told."""

from collections.abc import Iterable
from datetime import date, datetime, time
from uuid import UUID

import msgspec

from services.core.calendar import local_instant
from services.core.casework.roles import roles_of_actor
from services.core.casework.service import Case, load_case_of
from services.core.db.tx import ReadTx, WriteTx, new_id
from services.core.deadline.service import cancel_deadlines, plan_deadlines
from services.core.errors import invalid
from services.core.keys.seal import SealLabel
from services.core.meeting import holding, store
from services.core.meeting.calling import deadlines_of, plan_with, type_of
from services.core.meeting.events import MeetingCancelled, MeetingMoved
from services.core.meeting.following_up import same_circle
from services.core.meeting.leading import COMING, coming_meeting
from services.core.meeting.plan import MeetingPlan
from services.core.meeting.store import MeetingDetails, MeetingRow
from services.core.meeting.supplied import Supplied, field_of
from services.core.meeting.supplying import Said, decided
from services.core.meeting.together import others
from services.core.tenancy.decision import Decision
from services.core.tenancy.refusal import refusal, require


async def move_meeting(
    tx: WriteTx,
    meeting_id: UUID,
    starts_at: datetime,
    expected_version: int,
    reason: str = "",
    *,
    together: bool = False,
    fixing: bool = False,
) -> MeetingRow:
    """Another time: deadlines and messages of the old one are taken back, answers are asked for again.

    The new time is judged by all that was said when the meeting was called. Raises RULE_BLOCKED with what the new
    time makes too late, unless ``reason`` is given where a reason lets it pass. ``together``: the meetings of other
    children that it is held as one with move too, all or none; else it is held alone from then on. ``fixing``: its circle
    was asked when it suits, and is told that this is the time.
    """
    row = await coming_meeting(tx, meeting_id, expected_version)
    if starts_at <= tx.now:
        raise invalid("meeting.in_the_past", "input", "startsAt")
    beside = await _led_beside(tx, row) if together else []
    # Those that the actor does not see stay where they are, and are held together no more with these.
    gathering = new_id() if beside else None
    for one in (row, *beside):
        await _move(tx, one, starts_at, reason, fixing=fixing)
        if one.gathering_id is not None:
            await tx.run(store.SET_GATHERING, id=one.id, gathering_id=gathering)
    return await store.meeting(tx, row.id)


async def _led_beside(tx: WriteTx, row: MeetingRow) -> list[MeetingRow]:
    """What is held together with it and still to come. FORBIDDEN for one that the actor may not lead."""
    beside = await others(tx, row)
    return [await coming_meeting(tx, one.id, one.version) for one in beside if one.status in COMING]


async def plans_on(tx: ReadTx, row: MeetingRow, days: Iterable[date]) -> dict[date, MeetingPlan]:
    """What the model says of a meeting that is moved to noon of each of these days, by all that was said of it."""
    case, _, _, supplied = await _as_said(tx, row, "")
    return {
        day: await plan_with(
            tx,
            case,
            row.type,
            local_instant(day, time(12)),
            supplied,
            problem=row.problem_id,
            previous=row.previous_id,
        )
        for day in days
    }


async def _as_said(tx: ReadTx, row: MeetingRow, reason: str) -> tuple[Case, MeetingDetails, Said, Supplied]:
    """The case, and all that was said when the meeting was called, as the rules judge it now."""
    case = await load_case_of(tx, row.dossier_id, under=row.model_version_id)
    details = await store.meeting_details(tx, row)
    said = Said(
        choices=await same_circle(tx, row),
        particulars=details.particulars,
        reason=reason.strip() or details.reason,
        minutes=int((row.ends_at - row.starts_at).total_seconds() // 60),
        chair=row.chair_id if row.chair_id != row.convener_id else None,
        convener=row.convener_id,
    )
    return case, details, said, await decided(tx, case, type_of(case, row.type), said)


async def _move(tx: WriteTx, row: MeetingRow, starts_at: datetime, reason: str, *, fixing: bool) -> None:
    case, details, said, supplied = await _as_said(tx, row, reason)
    plan = await plan_with(
        tx, case, row.type, starts_at, supplied, problem=row.problem_id, previous=row.previous_id
    )
    if plan.blocks:
        raise refusal(plan.blocks)
    if plan.needs:
        raise refusal(plan.missing, plan.needs, *field_of(plan.needs))
    await tx.run_versioned(
        store.MOVE_MEETING,
        id=row.id,
        starts_at=starts_at,
        ends_at=starts_at + (row.ends_at - row.starts_at),
        expected_version=row.version,
        sealed=await _sealed(tx, row, msgspec.structs.replace(details, reason=said.reason)),
    )
    await tx.run(store.ASK_AGAIN, meeting_id=row.id)
    await cancel_deadlines(tx, meeting=row.id)
    await plan_deadlines(tx, deadlines_of(row.dossier_id, row.id, plan.deadlines))
    tx.emit(MeetingMoved(row.dossier_id, row.id, row.sequence + 1, fixed=fixing))


async def cancel_meeting(
    tx: WriteTx, meeting_id: UUID, reason: str, expected_version: int, *, together: bool = False
) -> MeetingRow:
    """Cancel with a reason, where the model lets it be cancelled; the circle is told.

    ``together``: the meetings of other children that it is held as one with are cancelled too, all or none.
    """
    row = await coming_meeting(tx, meeting_id, expected_version)
    if not reason.strip():
        raise invalid("meeting.reason_missing", "input", "reason")
    for one in (row, *(await _led_beside(tx, row) if together else [])):
        await _cancel(tx, one, reason)
    return await store.meeting(tx, row.id)


async def _cancel(tx: WriteTx, row: MeetingRow, reason: str) -> None:
    await _require_cancellable(tx, await load_case_of(tx, row.dossier_id, under=row.model_version_id), row)
    details = await store.meeting_details(tx, row)
    await tx.run_versioned(
        store.CANCEL_MEETING,
        id=row.id,
        expected_version=row.version,
        sealed=await _sealed(tx, row, msgspec.structs.replace(details, cancel_reason=reason.strip())),
    )
    await cancel_deadlines(tx, meeting=row.id)
    tx.emit(MeetingCancelled(row.dossier_id, row.id, row.sequence + 1))


async def _require_cancellable(tx: ReadTx, case: Case, row: MeetingRow) -> None:
    """Points that people have put on the agenda are requests; the reason is given, so a short notice passes."""
    requests = sum(item.origin != "model" for item in await store.agenda(tx, row.id))
    decisions = [
        holding.may_cancel(case.model, row.type, row.starts_at, tx.now, requests=requests, role=role)
        for role in sorted(await roles_of_actor(tx, case)) or [""]
    ]
    if not any(_passes(decision) for decision in decisions):
        require(decisions[0])


def _passes(decision: Decision) -> bool:
    return decision.allowed or decision.needs == ("reason",)


async def _sealed(tx: WriteTx, row: MeetingRow, details: MeetingDetails) -> bytes:
    return await tx.seal(SealLabel.MEETING, row.dossier_id, row.id, details)
