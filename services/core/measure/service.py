"""Decide on a measure, start it and end it. Its start is judged by the model, and what counts from it is planned."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from services.core.calendar.instants import local_day
from services.core.casework import store as caseworks
from services.core.casework.roles import roles_of_actor
from services.core.casework.service import Case, ensure_casework, load_case, load_case_of, require_part
from services.core.db.tx import ReadTx, WriteTx, new_id
from services.core.deadline.service import cancel_deadlines
from services.core.errors import ErrorCode, UserError, conflict, invalid
from services.core.identity import DossierId
from services.core.keys.seal import SealLabel
from services.core.measure import rules, store, wording
from services.core.measure.events import MeasureDecided, MeasureEnded, MeasureStarted
from services.core.measure.store import MeasureDetails, MeasureRow
from services.core.problem.receipt import MeasureFacts, may_start_measure
from services.core.process import store as processes
from services.core.tenancy.decision import Decision
from services.core.tenancy.refusal import require, require_all

TEXT_LIMIT = 20_000
"""So many characters are taken of each text."""


@dataclass(frozen=True, slots=True)
class DecideMeasure:
    """Which of the model's measures, and what was decided in words for the family. ``decided_on`` None: today."""

    child: UUID
    key: str
    what: str
    problem: UUID | None = None
    decided_on: date | None = None
    with_family: bool = False


@dataclass(frozen=True, slots=True)
class StartMeasure:
    """What is on record as it starts. ``started_on`` None: today; ``with_family`` is added to what was recorded."""

    measure: UUID
    expected_version: int
    cooperates: bool = False
    with_family: bool = False
    started_on: date | None = None


@dataclass(frozen=True, slots=True)
class EndMeasure:
    """When and why it ended; one that never started was given up. ``ended_on`` None: today."""

    measure: UUID
    expected_version: int
    reason: str = ""
    ended_on: date | None = None


async def decide_measure(tx: WriteTx, command: DecideMeasure) -> MeasureRow:
    """Record that help was decided on; it starts with ``start_measure``.

    Raises INVALID_INPUT for a measure the model has not, without words or for a day to come, RULE_BLOCKED for other
    roles than the model's, NOT_FOUND, FORBIDDEN.
    """
    case = await load_case(tx, command.child)
    actor = await require_part(tx, case)
    if rules.rule_of(case.model, command.key) is None:
        known = ", ".join(one.key for one in case.model.measures)
        raise invalid("measure.unknown_key", "input", "key", known=known)
    case.facts_asked(command.problem)
    if not command.what.strip():
        raise invalid("measure.text_missing", "input", "what")
    decided_on = _day(tx, command.decided_on, "decidedOn")
    require(rules.may_decide(case.model, command.key, await roles_of_actor(tx, case), tx.now))
    dossier, measure = (await ensure_casework(tx, case)).dossier_id, new_id()
    await tx.run(
        store.INSERT,
        id=measure,
        dossier_id=dossier,
        problem_id=command.problem,
        key=command.key,
        decided_on=decided_on,
        decided_by=actor,
        with_family=command.with_family,
        sealed=await tx.seal(
            SealLabel.MEASURE, dossier, measure, MeasureDetails(_text("what", command.what))
        ),
    )
    await caseworks.touch(tx, dossier)
    row = await store.measure(tx, measure)
    tx.emit(MeasureDecided(dossier, measure, row.version))
    return row


async def start_measure(tx: WriteTx, command: StartMeasure) -> MeasureRow:
    """Start it. RULE_BLOCKED tells everything that is missing at once: consent, cooperation, the process it rests on.

    Raises INVALID_INPUT for a day to come or before the decision, CONFLICT, NOT_FOUND, FORBIDDEN.
    """
    row = await store.measure(tx, command.measure)
    case = await load_case_of(tx, row.dossier_id)
    actor = await require_part(tx, case)
    if row.version != command.expected_version:
        raise conflict()
    if row.ended_on is not None or row.started_on is not None:
        raise UserError(
            ErrorCode.RULE_BLOCKED, "measure.ended" if row.ended_on is not None else "measure.started"
        )
    started_on = _day(tx, command.started_on, "startedOn")
    if started_on < row.decided_on:
        raise invalid("measure.day_before", "input", "startedOn")
    with_family = row.with_family or command.with_family
    require(rules.may_decide(case.model, row.key, await roles_of_actor(tx, case), tx.now))
    judged = await judge_start(tx, case, row, cooperates=command.cooperates, with_family=with_family)
    require_all(judged, wording.LACKING)
    await tx.run_versioned(
        store.START,
        id=row.id,
        started_on=started_on,
        started_by=actor,
        with_family=with_family,
        cooperates=command.cooperates,
        consent_purpose=(rule.consent or None) if (rule := rules.rule_of(case.model, row.key)) else None,
        expected_version=command.expected_version,
    )
    await caseworks.touch(tx, row.dossier_id)
    tx.emit(MeasureStarted(row.dossier_id, row.id, command.expected_version + 1))
    return await store.measure(tx, row.id)


async def end_measure(tx: WriteTx, command: EndMeasure) -> MeasureRow:
    """End it, or give up one that never started; what was still to come of it is taken back.

    Raises INVALID_INPUT for a day to come or before its start, RULE_BLOCKED, CONFLICT, NOT_FOUND, FORBIDDEN.
    """
    row = await store.measure(tx, command.measure)
    case = await load_case_of(tx, row.dossier_id)
    actor = await require_part(tx, case)
    if row.version != command.expected_version:
        raise conflict()
    if row.ended_on is not None:
        raise UserError(ErrorCode.RULE_BLOCKED, "measure.ended")
    ended_on = _day(tx, command.ended_on, "endedOn")
    if ended_on < (row.started_on or row.decided_on):
        raise invalid("measure.day_before", "input", "endedOn")
    require(rules.may_decide(case.model, row.key, await roles_of_actor(tx, case), tx.now))
    known = await store.details(tx, row)
    details = MeasureDetails(known.what, _text("reason", command.reason))
    await tx.run_versioned(
        store.END,
        id=row.id,
        ended_on=ended_on,
        ended_by=actor,
        expected_version=command.expected_version,
        sealed=await tx.seal(SealLabel.MEASURE, row.dossier_id, row.id, details),
    )
    await cancel_deadlines(tx, measure=row.id)
    await caseworks.touch(tx, row.dossier_id)
    tx.emit(MeasureEnded(row.dossier_id, row.id, command.expected_version + 1))
    return await store.measure(tx, row.id)


async def judge_start(
    tx: ReadTx, case: Case, row: MeasureRow, *, cooperates: bool, with_family: bool
) -> Decision:
    """What the model says of starting it now (RA-27, RA-35); yes where the model no longer has such a measure."""
    rule = rules.rule_of(case.model, row.key)
    if rule is None:
        return Decision(True)
    facts = MeasureFacts(
        consent_stands=bool(rule.consent) and await store.consent_stands(tx, row.dossier_id, rule.consent),
        family_cooperates=cooperates,
        processes_done=await _done(tx, row.dossier_id),
        decided_with_family=with_family,
    )
    return may_start_measure(case.model, row.key, case.facts, facts, tx.now, case.facts_of(row.problem_id))


async def _done(tx: ReadTx, dossier: DossierId) -> frozenset[str]:
    return frozenset(one.key for one in await processes.processes_of(tx, dossier) if one.ended_at is not None)


def _day(tx: WriteTx, asked: date | None, name: str) -> date:
    today = local_day(tx.now)
    if asked is not None and asked > today:
        raise invalid("measure.day_not_come", "input", name)
    return asked or today


def _text(name: str, said: str) -> str:
    if len(said) > TEXT_LIMIT:
        raise invalid("measure.text_too_long", "input", name, limit=TEXT_LIMIT)
    return said.strip()
