"""A running case goes over to the version of the model in force: first what becomes different, then the move.

Nothing moves a case by itself (ALL-06). The move re-plans what the case must do in time; a meeting that is called
already goes on under the version it was called under.
"""

from dataclasses import dataclass, replace
from uuid import UUID

from services.core.casework import store as caseworks
from services.core.casework.events import CaseworkMoved
from services.core.casework.moving import record_move
from services.core.casework.service import Case, load_case, require_caseworker, require_part
from services.core.casework.store import CaseworkRow
from services.core.casework.terms import settle_terms
from services.core.db.tx import ReadTx, WriteTx
from services.core.errors import ErrorCode, UserError, conflict, invalid, not_found
from services.core.meeting import store
from services.core.meeting.changes import CaseChange, changes_for_case
from services.core.person.rules import self_access_from
from services.core.problem import store as problems
from services.core.tenancy.decision import Reason
from services.core.tenancy.in_force import InForce, current_model, model_version
from services.core.tenancy.refusal import refusal

OPEN = ("planned", "agenda_sent", "held")
"""A meeting that still has to come to something."""


@dataclass(frozen=True, slots=True)
class Move:
    """What moving a case means. ``changes``: what blocks comes first."""

    casework: CaseworkRow
    old: InForce
    new: InForce
    changes: tuple[CaseChange, ...]

    @property
    def blocks(self) -> tuple[CaseChange, ...]:
        """What must be settled before."""
        return tuple(one for one in self.changes if one.blocks)


async def case_changes(tx: ReadTx, child_id: UUID, version_id: UUID | None = None) -> Move | None:
    """What becomes different for a child's case under the version in force; None where it follows that already.

    Raises NOT_FOUND for a child not seen or without a running case, INVALID_INPUT for a version not in force.
    """
    require_caseworker(tx)
    case = await load_case(tx, child_id)
    if case.casework is None:
        raise not_found()
    new = await current_model(tx)
    if case.casework.model_version_id == new.id:
        return None
    return await _judge(tx, case, case.casework, version_id or new.id)


async def move_case(tx: WriteTx, child_id: UUID, version_id: UUID, expected_version: int) -> CaseworkRow:
    """Move a case to the version in force.

    Raises RULE_BLOCKED naming what must be settled first, FORBIDDEN for one without a lasting part in the case,
    CONFLICT when someone else was first.
    """
    case = await load_case(tx, child_id)
    await require_part(tx, case)
    if case.casework is None:
        raise not_found()
    casework = case.casework
    await caseworks.hold_still(tx, casework.dossier_id)
    if casework.version != expected_version:
        raise conflict()
    move = await _judge(tx, case, casework, version_id)
    if move.blocks:
        rule = move.new.model.versions.rule if move.new.model.versions else ""
        raise refusal(tuple(Reason(one.kind, one.text, rule, (), "versions") for one in move.blocks))
    await record_move(
        tx,
        casework.dossier_id,
        from_version=casework.model_version_id,
        to_version=version_id,
        self_access_from=self_access_from(move.new.model, case.child.born_on),
        expected_version=expected_version,
    )
    await settle_terms(tx, casework.dossier_id, move.new.model, case.child.born_on)
    tx.emit(CaseworkMoved(casework.dossier_id, casework.model_version_id, version_id))
    return await caseworks.casework(tx, casework.dossier_id)


async def _judge(tx: ReadTx, case: Case, casework: CaseworkRow, version_id: UUID) -> Move:
    new = await current_model(tx)
    old = await model_version(tx, casework.model_version_id)
    if old.id == new.id:
        raise UserError(ErrorCode.RULE_BLOCKED, "casework.follows_already")
    if version_id != new.id:
        raise invalid("casework.version_not_in_force", "input", "versionId")
    rows = await problems.problems(tx, casework.dossier_id)
    open_ones = {str(row.id) for row in rows if row.status == "open"}
    # What is closed has come to its end under the version that it was closed under.
    facts = replace(case.facts, problems=tuple(one for one in case.facts.problems if one.id in open_ones))
    meetings = await store.meetings_of(tx, casework.dossier_id)
    called = [
        ((await model_version(tx, row.model_version_id)).model, row.type)
        for row in meetings
        if row.status in OPEN
    ]
    return Move(casework, old, new, changes_for_case(old.model, new.model, facts, tx.now, called))
