"""Confirming what the model's conditions ask for: facts, whether it is about the family, where it was discussed.

All of it is said by the professional. Nothing is looked up in an anonymous discussion (RA-09).
"""

from dataclasses import dataclass
from uuid import UUID

from services.core.casework import store as caseworks
from services.core.casework.service import load_case_of, require_part
from services.core.db.tx import WriteTx, new_id
from services.core.errors import invalid
from services.core.keys.seal import SealLabel
from services.core.problem import store
from services.core.problem.events import FactsConfirmed
from services.core.problem.store import ConfirmedFacts, ProblemRow
from services.core.tenancy.ladder import Level
from services.core.tenancy.language import Subject
from services.core.tenancy.model import Model


@dataclass(frozen=True, slots=True)
class ConfirmFacts:
    """All that is so from now on: what was confirmed before and is not here any more is taken back."""

    problem: UUID
    facts: frozenset[str]
    discussed: frozenset[int]
    family_related: bool
    expected_version: int


def discussable(model: Model) -> tuple[Level, ...]:
    """The levels at which something can be discussed without naming a child."""
    return tuple(
        level for level in model.levels if level.subjects and Subject.NAMED_CHILD not in level.subjects
    )


async def confirm_facts(tx: WriteTx, command: ConfirmFacts) -> ProblemRow:
    """Record what is confirmed; the engine judges by it from now on, the duty to notify first (RA-20)."""
    row = await store.problem(tx, command.problem)
    case = await load_case_of(tx, row.dossier_id)
    actor = await require_part(tx, case)
    if command.facts - {fact.key for fact in case.model.facts}:
        raise invalid("problem.unknown_fact", "input", "facts")
    if command.discussed - {level.number for level in discussable(case.model)}:
        raise invalid("problem.never_anonymous", "input", "discussed")
    await tx.run_versioned(store.BUMP_PROBLEM, id=row.id, expected_version=command.expected_version)
    content = ConfirmedFacts(
        tuple(sorted(command.facts)), tuple(sorted(command.discussed)), command.family_related
    )
    confirmation = new_id()
    await tx.run(
        store.INSERT_CONFIRMATION,
        id=confirmation,
        dossier_id=row.dossier_id,
        problem_id=row.id,
        confirmed_by=actor,
        sealed=await tx.seal(SealLabel.CONFIRMATION, row.dossier_id, confirmation, content),
    )
    await caseworks.touch(tx, row.dossier_id)
    tx.emit(FactsConfirmed(row.dossier_id, row.id))
    return await store.problem(tx, row.id)
