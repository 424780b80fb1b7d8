"""Share a record with somebody who has a place in a meeting, and take that back.

A place opens its own meeting and nothing from before (ADR 0023). What else its holder needs is shared record by record:
for a reason, until a day, on the consents that stand or on the law. It ends by itself with the place, with the day, and
with any of those consents, in the database (``standing_shares``).
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from services.core.action_plan import store as plans
from services.core.calendar.instants import end_of_day, local_day
from services.core.casework.service import Case, load_case_of, require_part
from services.core.consent.resting import Resting, ShareKind, keep_resting, rests_on
from services.core.db.tx import WriteTx, new_id
from services.core.errors import conflict, invalid, not_found
from services.core.exchange.service import RecordExchange, family_is_told, record_exchange
from services.core.keys.seal import SealLabel
from services.core.meeting import store as meetings
from services.core.problem import store as problems
from services.core.sharing import store
from services.core.sharing.events import RecordShared
from services.core.sharing.store import PlaceRow, ShareDetails, ShareRow
from services.core.tenancy.form_values import ANSWER_LIMIT
from services.core.tenancy.frame import LegalReference
from services.core.tenancy.model import Model


class RecordKind(StrEnum):
    """What can be shared: a meeting's whole record, its form alone, an action plan, or how a problem went."""

    MEETING = "meeting"
    FORM = "form"
    PLAN = "plan"
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class ShareRecord:
    """Which record with which place (a participant's), why, and until which local day; that day included.

    ``record`` is the meeting (for its form too), the plan or the problem. One of ``purpose``, a key of the model's
    consents, and ``law``, a key of its legal references; ``special_reason`` where a counted basis asks for one.
    """

    participant: UUID
    kind: RecordKind
    record: UUID
    reason: str
    until: date
    purpose: str | None = None
    law: str | None = None
    special_reason: str = ""


@dataclass(frozen=True, slots=True)
class _Record:
    """The record's own columns, and the problem that it is about."""

    meeting_id: UUID | None = None
    form_id: UUID | None = None
    plan_id: UUID | None = None
    problem_id: UUID | None = None
    about: UUID | None = None


def exchange_law(model: Model) -> tuple[LegalReference, ...]:
    """The law that by the model permits an exchange without consent: that of its ``exchanges``."""
    permits = {key for one in model.exchanges for key in one.law}
    return tuple(one for one in model.law if one.key in permits)


async def share_record(tx: WriteTx, command: ShareRecord) -> ShareRow:
    """Share it. Counted with the exchanges where the law it rests on is counted.

    Raises INVALID_INPUT without reason, ground or a day to come, FORBIDDEN for one without a lasting part in the case,
    NOT_FOUND for a foreign place or record, RULE_BLOCKED where the consent does not stand or the count is reached.
    """
    place = await tx.one(store.PLACE, id=command.participant)
    if place is None:
        raise not_found()
    case = await load_case_of(tx, place.dossier_id)
    await require_part(tx, case)
    _check(tx, command, place)
    record = await _record(tx, place, command)
    ground = await _ground(tx, case, command)
    share = new_id()
    exchange = await _counted(tx, case, command, place)
    told = family_is_told(case)
    await tx.run(
        store.INSERT_SHARE,
        id=share,
        dossier_id=place.dossier_id,
        participant_id=place.id,
        kind=command.kind.value,
        meeting_id=record.meeting_id,
        form_id=record.form_id,
        plan_id=record.plan_id,
        problem_id=record.problem_id,
        consent_purpose=ground.purpose,
        consents=list(ground.consents),
        law=command.law,
        exchange_id=exchange,
        told=told,
        valid_until=end_of_day(command.until),
        sealed=await tx.seal(SealLabel.SHARE, place.dossier_id, share, ShareDetails(command.reason.strip())),
    )
    if not await keep_resting(
        tx,
        place.dossier_id,
        ShareKind.RECORD,
        share,
        ground,
        meeting=place.meeting_id,
        receiver=place.person_id,
    ):
        raise conflict()
    tx.emit(
        RecordShared(
            place.dossier_id,
            share,
            place.person_id,
            place.meeting_id,
            record.about,
            ground.consents[0] if ground.consents else None,
            told and exchange is None,
        )
    )
    return await store.share(tx, share)


async def withdraw_share(tx: WriteTx, share_id: UUID, expected_version: int) -> ShareRow:
    """Take it back: from this instant it opens nothing. That it was shared stays on record.

    Raises CONFLICT when it was taken back already, FORBIDDEN for one without a lasting part in the case.
    """
    row = await store.share(tx, share_id)
    await require_part(tx, await load_case_of(tx, row.dossier_id))
    if row.withdrawn_at is not None:
        raise conflict("sharing.withdrawn_already")
    await tx.run_versioned(store.WITHDRAW_SHARE, id=row.id, expected_version=expected_version)
    return await store.share(tx, row.id)


def _check(tx: WriteTx, command: ShareRecord, place: PlaceRow) -> None:
    if not command.reason.strip():
        raise invalid("sharing.reason_missing", "input", "reason")
    if len(command.reason) > ANSWER_LIMIT:
        raise invalid("form.text_too_long", "input", "reason", limit=ANSWER_LIMIT)
    if (command.purpose is None) == (command.law is None):
        raise invalid("sharing.one_ground", "input", "consentPurpose")
    if command.until < local_day(tx.now):
        raise invalid("sharing.over_already", "input", "until")
    if place.runs_meeting or place.person_id == tx.actor.person:
        raise invalid("sharing.sees_it_already", "input", "participantId")


async def _record(tx: WriteTx, place: PlaceRow, command: ShareRecord) -> _Record:
    """The record's columns; NOT_FOUND where it is none of this case, which is how a foreign one answers too."""
    if command.kind is RecordKind.PLAN:
        plan = await plans.plan(tx, command.record)
        found, record = plan.dossier_id, _Record(plan_id=plan.id)
    elif command.kind is RecordKind.PROBLEM:
        problem = await problems.problem(tx, command.record)
        found, record = problem.dossier_id, _Record(problem_id=problem.id, about=problem.id)
    else:
        meeting = await meetings.meeting(tx, command.record)
        form = await meetings.form(tx, meeting.id) if command.kind is RecordKind.FORM else None
        if command.kind is RecordKind.FORM and form is None:
            raise invalid("sharing.no_form", "input", "recordId")
        found = meeting.dossier_id
        record = _Record(
            meeting_id=meeting.id, form_id=form.id if form is not None else None, about=meeting.problem_id
        )
        if meeting.id == place.meeting_id:
            raise invalid("sharing.sees_it_already", "input", "recordId")
    if found != place.dossier_id:
        raise not_found()
    return record


async def _ground(tx: WriteTx, case: Case, command: ShareRecord) -> Resting:
    if command.law is None:
        return await rests_on(tx, case, command.purpose)
    permits = [one.key for one in exchange_law(case.model)]
    if command.law not in permits:
        key = "sharing.unknown_law" if permits else "sharing.no_law"
        raise invalid(key, "input", "law", known=", ".join(permits))
    return await rests_on(tx, case, basis=command.law, law=(command.law,))


async def _counted(tx: WriteTx, case: Case, command: ShareRecord, place: PlaceRow) -> UUID | None:
    """The exchange that it is counted as, where the model counts how often that law is used for a child."""
    rule = next((one for one in case.model.exchanges if command.law in one.law), None)
    if rule is None:
        return None
    receiver = await tx.open_sealed(
        SealLabel.PARTICIPANT, place.dossier_id, place.id, place.sealed, meetings.ParticipantDetails
    )
    said = RecordExchange(
        case.child.id, rule.key, receiver.name, command.reason, local_day(tx.now), command.special_reason
    )
    return (await record_exchange(tx, said)).id
