"""Several of a series at once: invite people to many dates, take them out of the rest, answer all of one's own.

Each date is judged by itself under the model it was called under, wholly before anything of it is written: what does not
hold for one date is told of that date, and the others stand. Doing the same again changes nothing and tells nobody.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import msgspec

from services.core.casework.service import require_caseworker
from services.core.consultation import store
from services.core.consultation.calling import plan_for, write_seat
from services.core.consultation.changing import leads, led
from services.core.consultation.circle import Seat, seat_for
from services.core.consultation.events import (
    ConsultationsAnswered,
    ConsultationsInvited,
    ConsultationsWithdrawn,
)
from services.core.consultation.store import ConsultationRow
from services.core.db.tx import ReadTx, WriteTx
from services.core.errors import ErrorCode, UserError, invalid
from services.core.identity import Capacity, DossierId, PersonId
from services.core.keys.seal import SealLabel
from services.core.meeting.invitees import Choice
from services.core.meeting.nobody import require_nobody_named
from services.core.tenancy.service import model_version

MOST_AT_ONCE = 60
ANSWERS = frozenset({"coming", "not_coming"})


@dataclass(frozen=True, slots=True)
class Dated:
    """What became of one date: how many were changed, or why none (``refused``)."""

    row: ConsultationRow
    changed: int = 0
    refused: UserError | None = None


async def invite_to_series(
    tx: WriteTx, consultations: Sequence[UUID], people: Sequence[Choice]
) -> list[Dated]:
    """Invite people in their roles to each of these meetings; whoever comes already is left as they are.

    A date that is refused has nobody of these: over, a role or person the model has no place for there. NOT_FOUND or
    FORBIDDEN for one that is not the actor's to lead: then nothing is done. INVALID_INPUT for none or too many.
    """
    rows = [await led(tx, one) for one in _some(consultations)]
    if not people or len(people) > MOST_AT_ONCE:
        raise invalid("consultation.whom", "input", "people", most=MOST_AT_ONCE)
    told: dict[PersonId, list[tuple[DossierId, UUID]]] = {}
    outcomes = []
    for row in sorted(rows, key=lambda one: one.starts_at):
        try:
            seats = await _seats(tx, row, people)
        except UserError as refused:
            outcomes.append(Dated(row, refused=refused))
            continue
        new = await _seat_all(tx, row, seats)
        for person in new:
            told.setdefault(person, []).append((row.dossier_id, row.id))
        outcomes.append(Dated(row, len(new)))
    for person, at in told.items():
        tx.emit(ConsultationsInvited(person, tuple(at)))
    return outcomes


async def withdraw_from_series(
    tx: WriteTx, consultations: Sequence[UUID], person: UUID, reason: str, *, keep: str = ""
) -> list[Dated]:
    """Take somebody's invitations to these back, for a reason; their access ends with it.

    A date is refused that is over, where they are not invited, or that they called or lead themselves.
    """
    rows = [await led(tx, one) for one in _some(consultations)]
    if not reason.strip():
        raise invalid("meeting.reason_missing", "input", "reason")
    await require_nobody_named(tx, [(("input", "reason"), reason)], keep=keep)
    gone, outcomes = [], []
    for row in sorted(rows, key=lambda one: one.starts_at):
        refused = _over(tx, row)
        if refused is None and person in (row.convener_id, row.chair_id):
            refused = UserError(ErrorCode.RULE_BLOCKED, "meeting.cannot_withdraw")
        circle = await store.participants(tx, row.id)
        seat = next((one for one in circle if one.person_id == person and one.status == "invited"), None)
        if refused or seat is None:
            outcomes.append(
                Dated(row, refused=refused or UserError(ErrorCode.NOT_FOUND, "consultation.not_invited"))
            )
            continue
        details = await store.participant_details(tx, seat)
        changed = msgspec.structs.replace(details, left_out_reason=reason.strip())
        sealed = await tx.seal(SealLabel.CONSULTATION_PARTICIPANT, seat.dossier_id, seat.id, changed)
        await tx.run(store.WITHDRAW, id=seat.id, sealed=sealed)
        gone.append((row.dossier_id, row.id))
        outcomes.append(Dated(row, 1))
    if gone:
        tx.emit(ConsultationsWithdrawn(PersonId(person), tuple(gone)))
    return outcomes


async def answer_series(tx: WriteTx, answers: Sequence[tuple[UUID, str]]) -> list[Dated]:
    """Say of each whether one comes: one's own invitations alone. It can be changed until the meeting begins."""
    require_caseworker(tx)
    _some([one for one, _ in answers])
    known = {one.consultation_id: one.answer for one in await tx.many(store.INVITATIONS_AHEAD)}
    outcomes, new = [], []
    for consultation, answer in answers:
        if answer not in ANSWERS:
            raise invalid("meeting.answer_missing", "input", "answers")
        row = await store.consultation(tx, consultation)
        refused = _over(tx, row)
        if refused is None and consultation not in known:
            refused = UserError(ErrorCode.NOT_FOUND, "consultation.not_invited")
        if refused is None and known[consultation] != answer:
            await tx.run(store.ANSWER, consultation_id=consultation, answer=answer)
            new.append((row.dossier_id, row.id))
        outcomes.append(Dated(row, int((row.dossier_id, row.id) in new), refused))
    if new:
        tx.emit(ConsultationsAnswered(tx.actor.known_person, tuple(new)))
    return outcomes


async def led_ahead(tx: ReadTx) -> list[ConsultationRow]:
    """Those to come that the actor may invite to, the next first."""
    leader = tx.actor.capacity is Capacity.LEADER
    rows = await tx.many(store.LED_AHEAD, leader=leader, limit=MOST_AT_ONCE)
    return [row for row in rows if leads(tx, row)]


def _some(consultations: Sequence[UUID]) -> list[UUID]:
    found = list(dict.fromkeys(consultations))
    if not found or len(found) > MOST_AT_ONCE:
        raise invalid("consultation.which_dates", "input", "consultationIds", most=MOST_AT_ONCE)
    return found


def _over(tx: ReadTx, row: ConsultationRow, now: datetime | None = None) -> UserError | None:
    if row.status != "planned" or row.starts_at <= (now or tx.now):
        return UserError(ErrorCode.RULE_BLOCKED, "meeting.over")
    return None


async def _seats(tx: WriteTx, row: ConsultationRow, people: Sequence[Choice]) -> list[Seat]:
    if (over := _over(tx, row)) is not None:
        raise over
    model = (await model_version(tx, row.model_version_id)).model
    facts = frozenset((await store.details(tx, row)).facts)
    plan = await plan_for(tx, model, row.unit_id, row.type, row.starts_at, district=row.district, facts=facts)
    known = {one.role: one for one in plan.participants}
    return [
        await seat_for(tx, model, plan, known.get(one.role), one, index) for index, one in enumerate(people)
    ]


async def _seat_all(tx: WriteTx, row: ConsultationRow, seats: Sequence[Seat]) -> list[PersonId]:
    """Write those who are not there yet; answers who they are."""
    circle = {one.person_id: one for one in await store.participants(tx, row.id) if one.person_id}
    new = []
    for seat in seats:
        there = circle.get(seat.person) if seat.person else None
        if seat.person is None or (there is not None and there.status == "invited"):
            continue
        if there is None:
            await write_seat(tx, row.dossier_id, row.id, seat, row.ends_at)
        else:
            await tx.run(store.INVITE_AGAIN, id=there.id)
        if seat.person not in new and seat.person != tx.actor.person:
            new.append(seat.person)
    return new
