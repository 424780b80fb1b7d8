"""Hand knowledge over to the next setting, and take it on (SL-31).

Why this is safe: the receiver is given one document and nothing else of the child. The database shows it to whoever
accepted it, while they work where it went and while the consent it rests on stands (`handover/policies.sql`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from services.core.casework import store as caseworks
from services.core.casework.service import ensure_casework, load_case, require_caseworker, require_part
from services.core.consent.service import standing_of
from services.core.db.tx import WriteTx, new_id
from services.core.errors import ErrorCode, UserError, conflict, invalid
from services.core.handover import store
from services.core.handover.events import HandoverAccepted, KnowledgeHandedOver
from services.core.handover.rules import handover_of, may_hand_over
from services.core.handover.store import HandoverDetails, HandoverRow
from services.core.identity import PersonId, UnitId
from services.core.keys.seal import SealLabel
from services.core.person import colleagues
from services.core.tenancy.form_values import filled
from services.core.tenancy.refusal import require
from services.core.unit.store import units


@dataclass(frozen=True, slots=True)
class HandOver:
    """What is handed over about whom, and to which unit or to which person: one of the two."""

    child: UUID
    handover: str
    values: Mapping[str, str]
    to_unit: UUID | None = None
    to_person: UUID | None = None


async def hand_over_knowledge(tx: WriteTx, command: HandOver) -> HandoverRow:
    """Hand the model's form over, complete.

    Raises RULE_BLOCKED without ground or without the consent that the model asks for, which it names; INVALID_INPUT
    for what is missing in the form and for a receiver who is none.
    """
    case = await load_case(tx, command.child)
    actor = await require_part(tx, case)
    rule = handover_of(case.model, command.handover)
    if rule is None:
        known = ", ".join(one.key for one in case.model.handovers)
        raise invalid("handover.unknown", "input", "handover", known=known)
    consented = bool(rule.consent) and (await standing_of(tx, case, rule.consent)).allowed
    require(may_hand_over(case.model, rule.key, case.facts, consented, tx.now), "input", "handover")
    form = case.model.form(rule.form)
    values = filled(form, {}, command.values, language=tx.actor.language, complete=True)
    unit, person = await _receiver(tx, command)
    dossier = (await ensure_casework(tx, case)).dossier_id
    handover = new_id()
    await tx.run(
        store.INSERT_HANDOVER,
        id=handover,
        dossier_id=dossier,
        handover_key=rule.key,
        form_key=form.key,
        model_version_id=case.model_version,
        consent_purpose=rule.consent or None,
        to_unit_id=unit,
        to_person_id=person,
        handed_by=actor,
    )
    details = HandoverDetails(case.child.name, values)
    await tx.run(
        store.INSERT_DOCUMENT,
        id=handover,
        dossier_id=dossier,
        sealed=await tx.seal(SealLabel.HANDOVER, dossier, handover, details),
    )
    await caseworks.touch(tx, dossier)
    tx.emit(KnowledgeHandedOver(dossier, handover, person, unit))
    return await store.handover(tx, handover)


async def accept_handover(tx: WriteTx, handover_id: UUID, expected_version: int) -> HandoverRow:
    """Take it on: from now on the receiver reads the document. Accepted by the same one before, nothing changes.

    Raises FORBIDDEN for anyone it is not addressed to, CONFLICT where a colleague was first, RULE_BLOCKED when the
    consent it rests on does not stand any more.
    """
    actor = require_caseworker(tx)
    row = await store.handover(tx, handover_id)
    if await tx.one(store.IS_ADDRESSED, id=row.id) is None:
        raise UserError(ErrorCode.FORBIDDEN, "handover.not_yours")
    if row.accepted_by == actor:
        return row
    if row.accepted_by is not None or row.version != expected_version:
        raise conflict("handover.accepted_already" if row.accepted_by else "")
    await tx.run_versioned(store.ACCEPT_HANDOVER, id=row.id, expected_version=expected_version)
    if await store.document(tx, row.id) is None:
        raise UserError(ErrorCode.RULE_BLOCKED, "handover.consent_gone")
    tx.emit(HandoverAccepted(row.dossier_id, row.id, row.handed_by))
    return await store.handover(tx, row.id)


async def _receiver(tx: WriteTx, command: HandOver) -> tuple[UnitId | None, PersonId | None]:
    if (command.to_unit is None) == (command.to_person is None):
        raise invalid("handover.one_receiver", "input", "toUnitId")
    if command.to_unit is not None:
        unit = UnitId(command.to_unit)
        if unit not in await units(tx):
            raise invalid("handover.unknown_receiver", "input", "toUnitId")
        return unit, None
    person = PersonId(command.to_person) if command.to_person else None
    if person is None or person == tx.actor.person or not await colleagues.staff(tx, [person]):
        raise invalid("handover.unknown_receiver", "input", "toPersonId")
    return None, person
