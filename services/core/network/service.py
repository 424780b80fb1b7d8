"""Form a network about a family, adjust it, and evaluate whether it helped (SL-15, SL-18, SL-27).

What the model supports without enforcing it is advice: a network without one of its parts is formed all the same.
Nobody is let in by being named here: who bears a network or is its contact sees the child already.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from services.core.calendar.instants import local_day
from services.core.casework import store as caseworks
from services.core.casework.rules import NetworkFacts, network_complete
from services.core.casework.service import Case, ensure_casework, load_case, load_case_of, require_part
from services.core.db.tx import ReadTx, WriteTx, new_id
from services.core.deadline.service import NewDeadline, deadlines_of_case, plan_deadlines, settle, take_back
from services.core.deadline.store import DeadlineRow
from services.core.errors import ErrorCode, UserError, conflict, invalid
from services.core.identity import PersonId
from services.core.keys.seal import SealLabel
from services.core.network import store
from services.core.network.events import NetworkChanged
from services.core.network.rules import network_of, next_evaluation
from services.core.network.store import EvaluationDetails, EvaluationRow, NetworkDetails, NetworkRow
from services.core.person import onlookers
from services.core.tenancy.decision import Reason
from services.core.tenancy.form_values import ANSWER_LIMIT, filled
from services.core.tenancy.indicators import ticked
from services.core.tenancy.measures import EVALUATION
from services.core.tenancy.refusal import require
from services.core.tenancy.service import current_model, model_version

TASK = "evaluate_network"
_MOST = 20


@dataclass(frozen=True, slots=True)
class NetworkParts:
    """Who bears a network, whom the family contacts, what it can do, and the keys of the services in it."""

    bearing_force: UUID | None = None
    contact_person: UUID | None = None
    competences: tuple[str, ...] = ()
    services: tuple[str, ...] = ()


async def form_network(tx: WriteTx, child: UUID, key: str, parts: NetworkParts) -> NetworkRow:
    """Form the model's network about a child's family, once; RULE_BLOCKED for those it is not made for."""
    case = await load_case(tx, child)
    actor = await require_part(tx, case)
    if network_of(case.model, key) is None:
        known = ", ".join(one.key for one in case.model.networks)
        raise invalid("network.unknown", "input", "network", known=known)
    bearing, contact = await _checked(tx, case, key, parts)
    dossier = (await ensure_casework(tx, case)).dossier_id
    if any(row.network_key == key for row in await store.networks_of(tx, dossier)):
        raise conflict("network.formed_already")
    network, details = new_id(), NetworkDetails(_words(parts.competences))
    await tx.run(
        store.INSERT_NETWORK,
        id=network,
        dossier_id=dossier,
        network_key=key,
        model_version_id=case.model_version,
        bearing_force_id=bearing,
        contact_person_id=contact,
        services=list(parts.services),
        formed_by=actor,
        sealed=await tx.seal(SealLabel.NETWORK, dossier, network, details),
    )
    await caseworks.touch(tx, dossier)
    row = await store.network(tx, network)
    await _plan_evaluation(tx, case, row, local_day(tx.now))
    tx.emit(NetworkChanged(dossier, network, _people(row), row.version))
    return row


async def adjust_network(
    tx: WriteTx, network_id: UUID, parts: NetworkParts, expected_version: int
) -> NetworkRow:
    """Others bear it, or it can do something else; the family and those named are told."""
    row = await store.network(tx, network_id)
    case = await load_case_of(tx, row.dossier_id)
    await require_part(tx, case)
    if row.version != expected_version:
        raise conflict()
    bearing, contact = await _checked(tx, case, row.network_key, parts)
    details = NetworkDetails(_words(parts.competences))
    await tx.run_versioned(
        store.ADJUST_NETWORK,
        id=row.id,
        bearing_force_id=bearing,
        contact_person_id=contact,
        services=list(parts.services),
        expected_version=expected_version,
        sealed=await tx.seal(SealLabel.NETWORK, row.dossier_id, row.id, details),
    )
    await caseworks.touch(tx, row.dossier_id)
    changed = await store.network(tx, row.id)
    if changed.bearing_force_id != row.bearing_force_id:
        await _hand_deadline_on(tx, changed)
    tx.emit(NetworkChanged(row.dossier_id, row.id, _people(changed), changed.version))
    return changed


async def evaluate_network(
    tx: WriteTx, network_id: UUID, values: Mapping[str, str], status: str = ""
) -> EvaluationRow:
    """Answer the few questions; a professional's evaluation has status and adjustment, and sets the next one's time."""
    row = await store.network(tx, network_id)
    model = (await model_version(tx, row.model_version_id)).model
    rule = network_of(model, row.network_key)
    if rule is None or not rule.evaluation_form:
        raise UserError(ErrorCode.RULE_BLOCKED, "network.no_evaluation")
    if (await caseworks.casework(tx, row.dossier_id)).closed_at is not None:
        raise conflict("network.case_closed")
    if len(status) > ANSWER_LIMIT:
        raise invalid("form.text_too_long", "input", "status", limit=ANSWER_LIMIT)
    case = None
    if not tx.actor.is_family:
        case = await load_case_of(tx, row.dossier_id)
        await require_part(tx, case)
        if not status.strip():
            raise invalid("network.status_missing", "input", "status")
    answers = filled(model.form(rule.evaluation_form), {}, values, language=tx.actor.language)
    if tx.actor.is_family and not any(answers.values()):
        raise invalid("network.nothing_answered", "input", "values")
    evaluation = new_id()
    details = EvaluationDetails(answers, "" if case is None else status.strip())
    await tx.run(
        store.INSERT_EVALUATION,
        id=evaluation,
        dossier_id=row.dossier_id,
        network_id=row.id,
        form_key=rule.evaluation_form,
        model_version_id=row.model_version_id,
        by_family=tx.actor.is_family,
        recorded_by=tx.actor.known_person,
        sealed=await tx.seal(SealLabel.NETWORK_EVALUATION, row.dossier_id, evaluation, details),
        counted=list(ticked((await current_model(tx)).model, EVALUATION, rule.evaluation_form, answers)),
    )
    if case is not None:
        await caseworks.touch(tx, row.dossier_id)
        for due in await _waiting(tx, row):
            await settle(tx, due, tx.now)
        await _plan_evaluation(tx, case, row, local_day(tx.now))
    return next(one for one in await store.evaluations(tx, row.id) if one.id == evaluation)


async def facts_of(tx: ReadTx, row: NetworkRow) -> NetworkFacts:
    """What the rules must know about a network."""
    own = [one for one in await store.evaluations(tx, row.id) if not one.by_family]
    return NetworkFacts(
        bearing_force=str(row.bearing_force_id or ""),
        competences=frozenset(await store.competences(tx, row)),
        contact_person=str(row.contact_person_id or ""),
        began_on=local_day(row.formed_at),
        evaluated_on=local_day(own[0].recorded_at) if own else None,
    )


async def candidates(tx: ReadTx, child: PersonId) -> frozenset[PersonId]:
    """The professionals who see the child now: one of them bears a network or is its contact."""
    return frozenset(
        one.person_id
        for one in await onlookers.who_can_see(tx, child)
        if one.capacity != "family" and (one.valid_from is None or one.valid_from <= tx.now)
    )


async def lacks(tx: ReadTx, case: Case, row: NetworkRow) -> tuple[Reason, ...]:
    """What a network lacks by the model, as advice or as what must be."""
    decision = network_complete(case.model, row.network_key, case.facts, await facts_of(tx, row), tx.now)
    return (*decision.reasons, *decision.advice)


def deadline_key(network_key: str) -> str:
    """The key of the deadline by which a network is evaluated."""
    return f"evaluate:{network_key}"


async def _checked(
    tx: ReadTx, case: Case, key: str, parts: NetworkParts
) -> tuple[PersonId | None, PersonId | None]:
    if unknown := set(parts.services) - {one.key for one in case.model.services}:
        raise invalid("network.unknown_service", "input", "services", unknown=", ".join(sorted(unknown)))
    if len(parts.competences) > _MOST or any(len(one) > 200 for one in parts.competences):
        raise invalid("network.too_many_words", "input", "competences", limit=_MOST)
    sees = await candidates(tx, case.child.id)
    for person, field in (
        (parts.bearing_force, "bearingForceId"),
        (parts.contact_person, "contactPersonId"),
    ):
        if person is not None and person not in sees:
            raise invalid("network.does_not_see", "input", field)
    facts = NetworkFacts(
        str(parts.bearing_force or ""),
        frozenset(_words(parts.competences)),
        str(parts.contact_person or ""),
    )
    require(network_complete(case.model, key, case.facts, facts, tx.now))
    return (
        PersonId(parts.bearing_force) if parts.bearing_force else None,
        PersonId(parts.contact_person) if parts.contact_person else None,
    )


async def _plan_evaluation(tx: WriteTx, case: Case, row: NetworkRow, since: date) -> None:
    due = next_evaluation(case.model, row.network_key, since, tx.now)
    if due is None:
        return
    await plan_deadlines(
        tx,
        [
            NewDeadline(
                dossier=row.dossier_id,
                key=deadline_key(row.network_key),
                task=TASK,
                due_at=due.due_at,
                remind_at=due.remind_at,
                # Where nobody bears the network yet, the one who formed it is reminded.
                person=row.bearing_force_id or row.formed_by,
                private=True,
            )
        ],
    )


async def _waiting(tx: ReadTx, row: NetworkRow) -> list[DeadlineRow]:
    key = deadline_key(row.network_key)
    return [
        due for due in await deadlines_of_case(tx, row.dossier_id) if due.key == key and due.done_at is None
    ]


async def _hand_deadline_on(tx: WriteTx, row: NetworkRow) -> None:
    """Who bears the network now is reminded at the time that was set before."""
    case = await load_case_of(tx, row.dossier_id)
    waiting = await _waiting(tx, row)
    await take_back(tx, [due.id for due in waiting])
    evaluated = (await facts_of(tx, row)).evaluated_on
    await _plan_evaluation(tx, case, row, evaluated or local_day(row.formed_at))


def _people(row: NetworkRow) -> tuple[PersonId, ...]:
    return tuple(one for one in (row.bearing_force_id, row.contact_person_id) if one is not None)


def _words(said: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.strip() for one in said if one.strip()))
