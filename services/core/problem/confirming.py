"""Confirming what the model's conditions ask for: facts, whether it is about the family, where it was discussed.

A fact is so of one problem or of the case as a whole; not every family has a problem opened. Each has the local day on
which it happened. All of it is said by the professional. Nothing is looked up in an anonymous discussion (RA-09).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from services.core.calendar.instants import local_day
from services.core.casework import store as caseworks
from services.core.casework.service import ensure_casework, load_case, load_case_of, require_part
from services.core.casework.store import CaseworkRow
from services.core.db.tx import WriteTx, new_id
from services.core.errors import conflict, invalid
from services.core.identity import DossierId, PersonId
from services.core.keys.seal import SealLabel
from services.core.problem import store
from services.core.problem.events import FactsConfirmed
from services.core.problem.store import ConfirmedFacts, ProblemRow
from services.core.tenancy.frame import Fact
from services.core.tenancy.ladder import Level
from services.core.tenancy.language import Subject
from services.core.tenancy.model import Model


@dataclass(frozen=True, slots=True)
class ConfirmFacts:
    """All that is so of a problem from now on: what was confirmed before and is not here any more is taken back.

    ``days`` are the local days on which facts happened. One without a day of its own keeps the one it has; what is
    confirmed anew happened ``on`` that day, without one today.
    """

    problem: UUID
    facts: frozenset[str]
    discussed: frozenset[int]
    family_related: bool
    expected_version: int
    days: Mapping[str, date] = field(default_factory=dict)
    on: date | None = None


@dataclass(frozen=True, slots=True)
class ConfirmCase:
    """The same of the case as a whole. ``expected_version`` is the open casework's; 0 where none is open yet."""

    child: UUID
    facts: frozenset[str]
    expected_version: int
    days: Mapping[str, date] = field(default_factory=dict)
    on: date | None = None


def discussable(model: Model) -> tuple[Level, ...]:
    """The levels at which something can be discussed without naming a child."""
    return tuple(
        level for level in model.levels if level.subjects and Subject.NAMED_CHILD not in level.subjects
    )


def of_problems(model: Model) -> tuple[Fact, ...]:
    """The facts that can be so of one problem; the others are the whole case's."""
    return tuple(fact for fact in model.facts if fact.about == "problem")


async def confirm_facts(tx: WriteTx, command: ConfirmFacts) -> ProblemRow:
    """Record what is confirmed; the engine judges by it from now on, the duty to notify first (RA-20)."""
    row = await store.problem(tx, command.problem)
    case = await load_case_of(tx, row.dossier_id)
    actor = await require_part(tx, case)
    before = (await store.standing(tx, row.dossier_id)).get(row.id)
    days = _days(tx, case.model, command, before)
    if command.discussed - {level.number for level in discussable(case.model)}:
        raise invalid("problem.never_anonymous", "input", "discussed")
    await tx.run_versioned(store.BUMP_PROBLEM, id=row.id, expected_version=command.expected_version)
    content = ConfirmedFacts(
        tuple(sorted(command.facts)), tuple(sorted(command.discussed)), command.family_related, days
    )
    await _record(tx, row.dossier_id, row.id, actor, content)
    await caseworks.touch(tx, row.dossier_id)
    return await store.problem(tx, row.id)


async def confirm_case(tx: WriteTx, command: ConfirmCase) -> CaseworkRow:
    """Record what is confirmed of the case as a whole, and open the casework if there is none (RI-02, RI-11, SL-20).

    CONFLICT where the version is not the casework's, or one was opened meanwhile.
    """
    case = await load_case(tx, command.child)
    actor = await require_part(tx, case)
    if (case.casework.version if case.casework else 0) != command.expected_version:
        raise conflict()
    dossier = case.casework.dossier_id if case.casework else None
    before = (await store.standing(tx, dossier)).get(None) if dossier else None
    content = ConfirmedFacts(tuple(sorted(command.facts)), days=_days(tx, case.model, command, before))
    casework = await ensure_casework(tx, case)
    await tx.run_versioned(
        caseworks.BUMP_CASEWORK, dossier_id=casework.dossier_id, expected_version=casework.version
    )
    await _record(tx, casework.dossier_id, None, actor, content)
    return await caseworks.casework(tx, casework.dossier_id)


async def _record(
    tx: WriteTx, dossier: DossierId, problem: UUID | None, actor: PersonId, content: ConfirmedFacts
) -> None:
    confirmation = new_id()
    await tx.run(
        store.INSERT_CONFIRMATION,
        id=confirmation,
        dossier_id=dossier,
        problem_id=problem,
        confirmed_by=actor,
        sealed=await tx.seal(SealLabel.CONFIRMATION, dossier, confirmation, content),
    )
    tx.emit(FactsConfirmed(dossier, problem))


def _days(
    tx: WriteTx, model: Model, command: ConfirmFacts | ConfirmCase, before: ConfirmedFacts | None
) -> dict[str, date]:
    """The day of each fact. INVALID_INPUT for what the model has not, and for a day that has not come."""
    today = local_day(tx.now)
    if command.facts - {fact.key for fact in model.facts}:
        raise invalid("problem.unknown_fact", "input", "facts")
    if isinstance(command, ConfirmFacts) and command.facts - {fact.key for fact in of_problems(model)}:
        raise invalid("problem.fact_of_the_case", "input", "facts")
    if command.days.keys() - command.facts:
        raise invalid("problem.day_of_no_fact", "input", "days")
    if any(day > today for day in command.days.values()):
        raise invalid("problem.day_not_come", "input", "days")
    if command.on is not None and command.on > today:
        raise invalid("problem.day_not_come", "input", "on")
    kept = before.days if before else {}
    return {
        fact: command.days.get(fact) or kept.get(fact) or command.on or today
        for fact in sorted(command.facts)
    }
