"""Hold a meeting about nobody named, write down what came of it, and conclude it, all on one page."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from services.core.consultation import rules, store
from services.core.consultation.calling import require_facts, setting_of
from services.core.consultation.changing import led
from services.core.consultation.store import (
    AgreementDetails,
    AgreementRow,
    ConsultationDetails,
    ConsultationRow,
    FormDetails,
    FormRow,
)
from services.core.db.tx import ReadTx, WriteTx, new_id
from services.core.errors import ErrorCode, UserError, conflict, invalid
from services.core.keys.seal import SealLabel
from services.core.meeting.anonymity import Outcome
from services.core.meeting.nobody import require_nobody_named
from services.core.tenancy.facts import AgreementFacts
from services.core.tenancy.form_values import filled
from services.core.tenancy.model import Model
from services.core.tenancy.refusal import require
from services.core.tenancy.service import model_version


@dataclass(frozen=True, slots=True)
class ConcludeConsultation:
    """The outcome, why, and what has been decided (``facts``; None: as it was said before)."""

    consultation: UUID
    outcome: str
    expected_version: int
    reason: str = ""
    facts: frozenset[str] | None = None
    keep: str = ""


@dataclass(frozen=True, slots=True)
class AgreeConsultation:
    """What is to be done, by which participant, by when."""

    consultation: UUID
    what: str
    responsible: UUID
    due_on: date | None = None
    keep: str = ""


async def hold_consultation(
    tx: WriteTx,
    consultation: UUID,
    present: list[UUID],
    expected_version: int,
    facts: frozenset[str] | None = None,
) -> ConsultationRow:
    """It takes place, with those present. ``facts``: what was decided; None leaves what was said before."""
    row = await led(tx, consultation, expected_version)
    if row.status != "planned":
        raise UserError(ErrorCode.RULE_BLOCKED, "meeting.over")
    if tx.now < row.starts_at:
        raise UserError(ErrorCode.RULE_BLOCKED, "meeting.not_begun")
    if set(present) - {one.id for one in await store.participants(tx, row.id)}:
        raise invalid("meeting.unknown_participant", "input", "attended")
    model = (await model_version(tx, row.model_version_id)).model
    before = await store.details(tx, row)
    changed = _with_facts(model, row, before, facts)
    await tx.run_versioned(
        store.HOLD,
        id=row.id,
        expected_version=expected_version,
        sealed=await tx.seal(SealLabel.CONSULTATION, row.dossier_id, row.id, changed),
    )
    await tx.run(store.RECORD_ATTENDANCE, consultation_id=row.id, present=present)
    return await store.consultation(tx, row.id)


async def fill_consultation_form(
    tx: WriteTx,
    consultation: UUID,
    values: Mapping[str, str],
    *,
    complete: bool,
    expected_version: int,
    keep: str = "",
) -> FormRow:
    """Fill fields; others keep what they have. Completing checks what is required. Every text is checked for names."""
    row = await led(tx, consultation)
    form_row = await store.form(tx, row.id)
    if form_row is None:
        raise UserError(ErrorCode.RULE_BLOCKED, "meeting.no_form")
    if row.status not in ("planned", "held"):
        raise UserError(ErrorCode.RULE_BLOCKED, "meeting.over")
    if form_row.version != expected_version:
        raise conflict()
    model = (await model_version(tx, form_row.model_version_id)).model
    form = model.form(form_row.form_key)
    before = await store.form_details(tx, form_row)
    kept = filled(form, before.values, values, language=tx.actor.language, complete=complete)
    texts = [(("input", "values", key), kept[key]) for key in values]
    outcome = await require_nobody_named(tx, texts, keep=keep, rule=model.meeting(row.type).rule)
    reason = keep.strip() if outcome is Outcome.NAME_KEPT else before.kept
    await tx.run_versioned(
        store.FILL_FORM,
        id=form_row.id,
        complete=complete,
        expected_version=expected_version,
        sealed=await tx.seal(
            SealLabel.CONSULTATION_FORM, form_row.dossier_id, form_row.id, FormDetails(kept, reason)
        ),
    )
    return await store.form(tx, row.id) or form_row


async def agree(tx: WriteTx, command: AgreeConsultation) -> AgreementRow:
    """Somebody of the circle does something by a day."""
    row = await led(tx, command.consultation)
    if row.status != "held":
        raise UserError(ErrorCode.RULE_BLOCKED, "meeting.not_held")
    if not command.what.strip():
        raise invalid("meeting.text_missing", "input", "what")
    circle = {one.id for one in await store.participants(tx, row.id) if one.status == "invited"}
    if command.responsible not in circle:
        raise invalid("meeting.unknown_participant", "input", "responsibleParticipantId")
    model = (await model_version(tx, row.model_version_id)).model
    outcome = await require_nobody_named(
        tx, [(("input", "what"), command.what)], keep=command.keep, rule=model.meeting(row.type).rule
    )
    agreement = new_id()
    details = AgreementDetails(
        command.what.strip(), command.keep.strip() if outcome is Outcome.NAME_KEPT else ""
    )
    await tx.run(
        store.INSERT_AGREEMENT,
        id=agreement,
        dossier_id=row.dossier_id,
        consultation_id=row.id,
        responsible_id=command.responsible,
        due_on=command.due_on,
        sealed=await tx.seal(SealLabel.CONSULTATION_AGREEMENT, row.dossier_id, agreement, details),
    )
    return next(one for one in await store.agreements(tx, row.id) if one.id == agreement)


async def conclude_consultation(tx: WriteTx, command: ConcludeConsultation) -> ConsultationRow:
    """Its outcome is recorded once all that the model asks for is there. What it leads to is advice: nothing follows.

    Raises INVALID_INPUT, RULE_BLOCKED (all that is missing, the first in words), CONFLICT, NOT_FOUND.
    """
    row = await led(tx, command.consultation, command.expected_version)
    if row.status != "held":
        raise UserError(ErrorCode.RULE_BLOCKED, "meeting.not_held")
    model = (await model_version(tx, row.model_version_id)).model
    before = await store.details(tx, row)
    changed = _with_facts(model, row, before, command.facts)
    held = await held_as(tx, row, changed, command.reason)
    known = [one.key for one in rules.outcome_options(model, held, tx.now)]
    if command.outcome not in known:
        raise invalid("meeting.unknown_outcome", "input", "outcome", known=", ".join(known))
    require(rules.may_end(model, held, command.outcome, tx.now))
    outcome = await require_nobody_named(
        tx, [(("input", "reason"), command.reason)], keep=command.keep, rule=model.meeting(row.type).rule
    )
    kept = command.keep.strip() if outcome is Outcome.NAME_KEPT else changed.kept
    sealed = ConsultationDetails(
        changed.place,
        changed.purpose,
        changed.facts,
        changed.reason,
        conclusion_reason=command.reason.strip(),
        kept=kept,
    )
    await tx.run_versioned(
        store.CONCLUDE,
        id=row.id,
        outcome=command.outcome,
        expected_version=command.expected_version,
        sealed=await tx.seal(SealLabel.CONSULTATION, row.dossier_id, row.id, sealed),
    )
    return await store.consultation(tx, row.id)


async def held_as(
    tx: ReadTx, row: ConsultationRow, details: ConsultationDetails, reason: str = ""
) -> rules.Held:
    """What the rules must know before it is concluded."""
    form = await store.form(tx, row.id)
    values = (await store.form_details(tx, form)).values if form else {}
    circle = await store.participants(tx, row.id)
    return rules.Held(
        type_key=row.type,
        setting=await setting_of(tx, row.unit_id, row.district, frozenset(details.facts)),
        held_on=rules.held_day(row.status, row.starts_at),
        filled=frozenset(key for key, value in values.items() if value),
        # Where agreements are to be near the child, those of a group are by what they are about.
        agreements=tuple(
            AgreementFacts(True, one.due_on, close_to_child=True)
            for one in await store.agreements(tx, row.id)
        ),
        attended=frozenset(one.role for one in circle if one.attended),
        reason=reason,
    )


def _with_facts(
    model: Model, row: ConsultationRow, details: ConsultationDetails, facts: frozenset[str] | None
) -> ConsultationDetails:
    if facts is None:
        return details
    require_facts(model, model.meeting(row.type), facts)
    return ConsultationDetails(
        details.place,
        details.purpose,
        tuple(sorted(facts)),
        details.reason,
        details.cancel_reason,
        details.conclusion_reason,
        details.kept,
    )
