"""Offer something to a family, take its answer, and write the plan with it (SL-11, SL-16, SL-25).

The family answers for itself and can change its mind; a professional notes an answer that was told, and how. What
the family has declined nobody offers again.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from services.core.casework import store as caseworks
from services.core.casework.service import ensure_casework, load_case, load_case_of, require_part
from services.core.db.tx import WriteTx, new_id
from services.core.errors import ErrorCode, UserError, conflict, invalid
from services.core.keys.seal import SealLabel
from services.core.offer import store
from services.core.offer.events import OfferAnswered, OfferMade, PlanWritten
from services.core.offer.rules import may_offer, offer_of
from services.core.offer.store import OfferDetails, OfferRow, PlanDetails
from services.core.tenancy.form_values import ANSWER_LIMIT, filled
from services.core.tenancy.refusal import require
from services.core.tenancy.service import model_version


@dataclass(frozen=True, slots=True)
class RecordOffer:
    """What the child's family is offered; ``accepted`` and ``how`` where it has told its answer at once.

    ``problem``: the one it is offered for; whoever must not learn of that does not learn of the offer.
    """

    child: UUID
    offer: str
    accepted: bool | None = None
    how: str = ""
    problem: UUID | None = None


@dataclass(frozen=True, slots=True)
class AnswerOffer:
    """The family's answer; ``how`` it was told, where a professional notes it."""

    offer: UUID
    accepted: bool
    expected_version: int
    how: str = ""


async def record_offer(tx: WriteTx, command: RecordOffer) -> OfferRow:
    """Offer something, once: INVALID_INPUT for what the model has not, RULE_BLOCKED without ground or once answered."""
    case = await load_case(tx, command.child)
    actor = await require_part(tx, case)
    known = offer_of(case.model, command.offer)
    if known is None:
        raise invalid(
            "offer.unknown", "input", "offer", known=", ".join(one.key for one in case.model.offers)
        )
    case.facts_asked(command.problem)
    require(may_offer(case.model, command.offer, case.facts, tx.now))
    if command.accepted is not None and not known.answer_recorded:
        raise invalid("offer.answer_not_kept", "input", "accepted")
    how = _how(command.how) if command.accepted is not None else ""
    dossier = (await ensure_casework(tx, case)).dossier_id
    if any(row.offer_key == command.offer for row in await store.offers_of(tx, dossier)):
        raise conflict("offer.made_already")
    offer = new_id()
    await tx.run(
        store.INSERT_OFFER,
        id=offer,
        dossier_id=dossier,
        offer_key=command.offer,
        model_version_id=case.model_version,
        state="offered" if command.accepted is None else _state(command.accepted),
        offered_by=actor,
        recorded_by=None if command.accepted is None else actor,
        problem_id=command.problem,
        sealed=await tx.seal(SealLabel.OFFER, dossier, offer, OfferDetails(how)),
    )
    await caseworks.touch(tx, dossier)
    if command.accepted is None:
        tx.emit(OfferMade(dossier, offer, command.problem))
    return await store.offer(tx, offer)


async def answer_offer(tx: WriteTx, command: AnswerOffer) -> OfferRow:
    """The family's answer, given here by one of it or told to a professional; it may be changed later.

    CONFLICT when someone else was first or the casework is closed.
    """
    row = await store.offer(tx, command.offer)
    if row.version != command.expected_version:
        raise conflict()
    if (await caseworks.casework(tx, row.dossier_id)).closed_at is not None:
        raise conflict("offer.case_closed")
    state = _state(command.accepted)
    if tx.actor.is_family:
        await tx.run_versioned(
            store.ANSWER_OFFER,
            id=row.id,
            state=state,
            answered_by=tx.actor.known_person,
            expected_version=row.version,
        )
    else:
        actor = await require_part(tx, await load_case_of(tx, row.dossier_id))
        told = OfferDetails(_how(command.how))
        await tx.run_versioned(
            store.NOTE_ANSWER,
            id=row.id,
            state=state,
            recorded_by=actor,
            expected_version=row.version,
            sealed=await tx.seal(SealLabel.OFFER, row.dossier_id, row.id, told),
        )
        await caseworks.touch(tx, row.dossier_id)
    tx.emit(OfferAnswered(row.dossier_id, row.id, row.offered_by, row.version + 1))
    return await store.offer(tx, row.id)


async def fill_shared_plan(
    tx: WriteTx, offer_id: UUID, values: Mapping[str, str], expected_version: int
) -> OfferRow:
    """Write goals and decisions made with the family; ``expected_version`` 0 where nothing stands there yet."""
    row = await store.offer(tx, offer_id)
    case = await load_case_of(tx, row.dossier_id)
    actor = await require_part(tx, case)
    known = offer_of((await model_version(tx, row.model_version_id)).model, row.offer_key)
    if known is None or not known.form:
        raise UserError(ErrorCode.RULE_BLOCKED, "offer.no_plan")
    if row.state != "accepted":
        raise UserError(ErrorCode.RULE_BLOCKED, "offer.not_accepted", rule_id=known.rule or None)
    written = await store.plan_of(tx, row.id)
    if (written.version if written else 0) != expected_version:
        raise conflict()
    version = written.model_version_id if written else row.model_version_id
    form = (await model_version(tx, version)).model.form(known.form)
    kept = await store.plan_values(tx, written) if written else {}
    details = PlanDetails(filled(form, kept, values, language=tx.actor.language))
    plan = written.id if written else new_id()
    sealed = await tx.seal(SealLabel.SHARED_PLAN, row.dossier_id, plan, details)
    if written is None:
        await tx.run(
            store.INSERT_PLAN,
            id=plan,
            dossier_id=row.dossier_id,
            offer_id=row.id,
            form_key=form.key,
            model_version_id=version,
            written_by=actor,
            sealed=sealed,
        )
    else:
        await tx.run_versioned(
            store.UPDATE_PLAN, id=plan, written_by=actor, sealed=sealed, expected_version=expected_version
        )
    await caseworks.touch(tx, row.dossier_id)
    tx.emit(PlanWritten(row.dossier_id, plan, row.problem_id))
    return row


def _state(accepted: bool) -> str:
    return "accepted" if accepted else "declined"


def _how(said: str) -> str:
    if not said.strip():
        raise invalid("offer.how_missing", "input", "how")
    if len(said) > ANSWER_LIMIT:
        raise invalid("form.text_too_long", "input", "how", limit=ANSWER_LIMIT)
    return said.strip()
