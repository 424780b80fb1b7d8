"""Begin, record and conclude a process. Its last day is a deadline; it counts from when the need was known (RA-26)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from services.core.calendar.instants import local_day
from services.core.casework import store as caseworks
from services.core.casework.roles import roles_of_actor
from services.core.casework.service import Case, ensure_casework, load_case, load_case_of, require_part
from services.core.db.tx import ReadTx, WriteTx, new_id
from services.core.deadline.service import NewDeadline, cancel_deadlines, meet_deadlines, plan_deadlines
from services.core.errors import ErrorCode, UserError, conflict, invalid
from services.core.identity import DossierId
from services.core.keys.seal import SealLabel
from services.core.person import colleagues
from services.core.problem import store as problems
from services.core.process import rules, store, wording
from services.core.process.events import ProcessBegun, ProcessConcluded
from services.core.process.store import ProcessDetails, ProcessRow
from services.core.tenancy.conditions import holds
from services.core.tenancy.facts import ProblemFacts
from services.core.tenancy.language import Condition
from services.core.tenancy.model import Model
from services.core.tenancy.refusal import require, require_all

TASK = "conclude_process"
TEXT_LIMIT = 20_000
"""So many characters are taken of each text."""


@dataclass(frozen=True, slots=True)
class BeginProcess:
    """Which of the model's processes, for whom, and since when the need is known (local day; None: as far as is known).

    ``reason`` where it begins elsewhere than the model expects. ``family_told``: the family may see it.
    """

    child: UUID
    key: str
    problem: UUID | None = None
    known_on: date | None = None
    reason: str = ""
    family_told: bool = True


@dataclass(frozen=True, slots=True)
class RecordProcess:
    """What it has thrown light on (numbers of the model's points, from 1), what it found; ``conclude``: it is done.

    ``known_on`` mends the day the clock counts from. None keeps what was written before.
    """

    process: UUID
    expected_version: int
    covered: frozenset[int] | None = None
    findings: str | None = None
    preliminary: str | None = None
    known_on: date | None = None
    family_told: bool | None = None
    conclude: bool = False


@dataclass(frozen=True, slots=True)
class Beginning:
    """How a process that is decided begins: whose, where it was decided, and what the family may know."""

    dossier: DossierId
    key: str
    known_on: date
    problem: UUID | None = None
    meeting: UUID | None = None
    reason: str = ""
    family_told: bool = True


async def begin_process(tx: WriteTx, command: BeginProcess) -> ProcessRow:
    """Begin a process outside a meeting.

    Raises INVALID_INPUT for a process the model has not or a day to come, RULE_BLOCKED for other roles, without a reason
    where one is needed, and where one of the kind runs already; NOT_FOUND, FORBIDDEN.
    """
    case = await load_case(tx, command.child)
    await require_part(tx, case)
    if command.key not in {one.key for one in case.model.processes}:
        known = ", ".join(one.key for one in case.model.processes)
        raise invalid("process.unknown_key", "input", "key", known=known)
    problem = case.facts_asked(command.problem) or await _fitting(tx, case, command.key)
    today = local_day(tx.now)
    if command.known_on is not None and command.known_on > today:
        raise invalid("process.day_not_come", "input", "knownOn")
    by = await roles_of_actor(tx, case)
    require(
        rules.may_begin(
            case.model,
            command.key,
            case.facts,
            problem,
            tx.now,
            by=by,
            reason=_text("reason", command.reason),
        )
    )
    dossier = (await ensure_casework(tx, case)).dossier_id
    if await running(tx, dossier, command.key) is not None:
        raise UserError(ErrorCode.RULE_BLOCKED, "process.runs_already")
    since = command.known_on or rules.known_since(case.model, command.key, case.facts, problem, today)
    about = UUID(problem.id) if problem else None
    beginning = Beginning(dossier, command.key, since, about, None, command.reason, command.family_told)
    return await begin_decided(tx, case, beginning)


async def _fitting(tx: ReadTx, case: Case, key: str) -> ProblemFacts | None:
    """The one open problem at which the model expects the process, where nobody says which it is about."""
    when = case.model.process(key).when
    if case.casework is None or when == Condition():
        return None
    rows = await problems.problems(tx, case.casework.dossier_id)
    of_them = [case.facts_of(row.id) for row in rows if row.status == "open"]
    found = [one for one in of_them if one is not None and holds(when, case.facts, one)]
    return found[0] if len(found) == 1 else None


async def begin_decided(tx: WriteTx, case: Case, how: Beginning) -> ProcessRow:
    """Begin what was decided at a meeting or on an underretning; one that runs already runs on."""
    standing = await running(tx, how.dossier, how.key)
    if standing is not None:
        return standing
    process, actor = new_id(), tx.actor.known_person
    counted = rules.clock(case.model, how.key, how.known_on, tx.now)
    await tx.run(
        store.INSERT,
        id=process,
        dossier_id=how.dossier,
        problem_id=how.problem,
        meeting_id=how.meeting,
        key=how.key,
        known_on=how.known_on,
        due_on=counted.due_on,
        begun_by=actor,
        family_told=how.family_told,
        sealed=await tx.seal(
            SealLabel.PROCESS, how.dossier, process, ProcessDetails(reason=how.reason.strip())
        ),
    )
    row = await store.process(tx, process)
    await _plan(tx, case, row)
    await caseworks.touch(tx, how.dossier)
    tx.emit(ProcessBegun(how.dossier, process, how.family_told))
    return row


async def record_process(tx: WriteTx, command: RecordProcess) -> ProcessRow:
    """Write down what a process has come to, mend its day, or conclude it with all that the model asks for.

    Raises RULE_BLOCKED with everything that is missing, INVALID_INPUT, CONFLICT, NOT_FOUND, FORBIDDEN.
    """
    row = await store.process(tx, command.process)
    case = await load_case_of(tx, row.dossier_id)
    actor = await require_part(tx, case)
    if row.version != command.expected_version:
        raise conflict()
    if row.ended_at is not None:
        raise UserError(ErrorCode.RULE_BLOCKED, "process.ended")
    written = await _written(tx, case.model, row, command)
    known_on = command.known_on or row.known_on
    if known_on > local_day(tx.now):
        raise invalid("process.day_not_come", "input", "knownOn")
    by = await roles_of_actor(tx, case)
    counted = rules.clock(case.model, row.key, known_on, tx.now)
    if command.conclude:
        judged = rules.may_conclude(
            case.model, row.key, written.covered, counted.due_on, written.preliminary, tx.now, by=by
        )
        require_all(judged, wording.LACKING)
    told = row.family_told if command.family_told is None else command.family_told
    await tx.run_versioned(
        store.RECORD,
        id=row.id,
        known_on=known_on,
        due_on=counted.due_on,
        # What a family has been told is not taken back from it.
        family_told=row.family_told or told,
        expected_version=command.expected_version,
        sealed=await tx.seal(SealLabel.PROCESS, row.dossier_id, row.id, written),
    )
    await caseworks.touch(tx, row.dossier_id)
    changed = await store.process(tx, row.id)
    if command.conclude:
        await tx.run(store.CONCLUDE, id=row.id, ended_by=actor)
        await meet_deadlines(tx, process=row.id)
        tx.emit(ProcessConcluded(row.dossier_id, row.id, changed.family_told))
    elif counted.due_on != row.due_on:
        await cancel_deadlines(tx, process=row.id)
        await _plan(tx, case, changed)
    return await store.process(tx, row.id)


async def running(tx: ReadTx, dossier: DossierId, key: str) -> ProcessRow | None:
    """The one of this kind that runs in a casework now."""
    rows = await store.processes_of(tx, dossier)
    return next((row for row in rows if row.key == key and row.ended_at is None), None)


async def _plan(tx: WriteTx, case: Case, row: ProcessRow) -> None:
    rule = case.model.process(row.key)
    counted = rules.clock(case.model, row.key, row.known_on, tx.now)
    advisers = [
        one.person_id for one in await colleagues.relations(tx, case.child.id) if one.kind == "adviser"
    ]
    await plan_deadlines(
        tx,
        [
            NewDeadline(
                dossier=row.dossier_id,
                key=row.key,
                task=TASK,
                due_at=counted.due_at,
                remind_at=counted.remind_at,
                process=row.id,
                role=rule.by[0] if rule.by else None,
                person=advisers[0] if advisers else row.begun_by,
                # Of the family nobody: the process itself tells them by when, once they may know of it.
                private=True,
                tell_late=True,
            )
        ],
    )


async def _written(tx: WriteTx, model: Model, row: ProcessRow, command: RecordProcess) -> ProcessDetails:
    before = await store.details(tx, row)
    covers = model.process(row.key).covers
    covered = before.covered
    if command.covered is not None:
        if command.covered - set(range(1, len(covers) + 1)):
            raise invalid("process.unknown_cover", "input", "covered")
        covered = tuple(covers[number - 1].da for number in sorted(command.covered))
    return ProcessDetails(
        before.reason,
        covered,
        before.findings if command.findings is None else _text("findings", command.findings),
        before.preliminary if command.preliminary is None else _text("preliminary", command.preliminary),
    )


def _text(name: str, said: str) -> str:
    if len(said) > TEXT_LIMIT:
        raise invalid("process.text_too_long", "input", name, limit=TEXT_LIMIT)
    return said.strip()
