"""Open a problem, move its level, and close it."""

from dataclasses import dataclass
from uuid import UUID

from services.core.casework import store as caseworks
from services.core.casework.roles import roles_of_actor
from services.core.casework.service import (
    Case,
    ensure_casework,
    load_case,
    load_case_of,
    require_part,
)
from services.core.db.tx import WriteTx, new_id
from services.core.deadline.service import cancel_deadlines
from services.core.errors import ErrorCode, UserError, conflict, invalid, not_found
from services.core.identity import Capacity, DossierId, PersonId
from services.core.keys.seal import SealLabel
from services.core.problem import rules, store
from services.core.problem.events import LevelMoved, ProblemOpened
from services.core.problem.handover import OfferCoordinator, begin_thread, offer_coordinator
from services.core.problem.store import LevelMoveDetails, ProblemDetails, ProblemRow
from services.core.tenancy.decision import Decision
from services.core.tenancy.refusal import require


@dataclass(frozen=True, slots=True)
class OpenProblem:
    """What is asked for: whose, in which track, about what. ``reason`` where it begins above the first level."""

    child: UUID
    track: str
    title: str
    description: str = ""
    level: int | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class MoveLevel:
    """A move asked for outside a meeting. ``discussed``: levels where it was talked over without a name."""

    problem: UUID
    to_level: int
    expected_version: int
    reason: str = ""
    leader_involved: bool = False
    parents_involved: bool = False
    next_coordinator: PersonId | None = None
    next_coordinator_place: str | None = None


async def open_problem(tx: WriteTx, command: OpenProblem) -> ProblemRow:
    """Open a problem; its level and thread belong to it alone (RA-01). The opener holds the thread at first."""
    case = await load_case(tx, command.child)
    actor = await require_part(tx, case)
    model = case.model
    if not command.title.strip():
        raise invalid("problem.title_missing", "input", "title")
    if model.tracks and command.track not in {track.key for track in model.tracks}:
        raise invalid("problem.unknown_track", "input", "track", known=", ".join(t.key for t in model.tracks))
    level = command.level if command.level is not None else rules.starting_level(model)
    if level is not None:
        if level not in {known.number for known in model.levels}:
            raise invalid("problem.unknown_level", "input", "level")
        require(rules.may_open(model, case.facts, level, tx.now, command.reason))
    casework = await ensure_casework(tx, case)
    problem = new_id()
    details = ProblemDetails(title=command.title.strip(), description=command.description.strip())
    await tx.run(
        store.INSERT_PROBLEM,
        id=problem,
        dossier_id=casework.dossier_id,
        track=command.track,
        level=level,
        sealed=await tx.seal(SealLabel.PROBLEM, casework.dossier_id, problem, details),
    )
    row = await store.problem(tx, problem)
    await begin_thread(tx, case, row, actor)
    if level is not None:
        await record_move(tx, casework.dossier_id, problem, None, level, None, command.reason)
    await caseworks.touch(tx, casework.dossier_id)
    tx.emit(ProblemOpened(casework.dossier_id, problem))
    return row


async def move_level(tx: WriteTx, command: MoveLevel) -> ProblemRow:
    """Move a problem to another level as the model allows; RULE_BLOCKED says what is missing (RA-02, RA-03)."""
    row = await store.problem(tx, command.problem)
    case = await load_case_of(tx, row.dossier_id)
    await require_part(tx, case)
    decision = judge_move(case, row, command, tx, await roles_of_actor(tx, case))
    require(decision)
    await apply_move(tx, row, command.to_level, None, command.reason, command.expected_version)
    if command.next_coordinator is not None:
        moved = await store.problem(tx, row.id)
        offer = OfferCoordinator(
            row.id, command.next_coordinator, moved.version, command.next_coordinator_place
        )
        await offer_coordinator(tx, offer)
    return await store.problem(tx, row.id)


def judge_move(case: Case, row: ProblemRow, command: MoveLevel, tx: WriteTx, by: frozenset[str]) -> Decision:
    """What the rules say of a move. A leader who moves it is involved by that (RA-04)."""
    facts = case.facts_of(row.id)
    if facts is None or row.level is None:
        raise not_found()
    supplied = rules.MoveFacts(
        reason=command.reason,
        leader_involved=command.leader_involved or tx.actor.capacity is Capacity.LEADER,
        parents_involved=command.parents_involved,
        next_coordinator=command.next_coordinator is not None or facts.coordinator is not None,
        by=by,
    )
    return rules.may_move(case.model, case.facts, facts, command.to_level, tx.now, supplied)


async def apply_move(
    tx: WriteTx, row: ProblemRow, to_level: int, meeting: UUID | None, reason: str, expected_version: int
) -> None:
    """Write a move that the rules have allowed."""
    await tx.run_versioned(store.SET_LEVEL, id=row.id, level=to_level, expected_version=expected_version)
    await record_move(tx, row.dossier_id, row.id, row.level, to_level, meeting, reason)
    await caseworks.touch(tx, row.dossier_id)
    tx.emit(LevelMoved(row.dossier_id, row.id, row.level, to_level))


async def close_problem(tx: WriteTx, problem: UUID) -> None:
    """Close a problem; already closed is fine. What must be judged again in time need not be any more."""
    if await tx.run(store.CLOSE_PROBLEM, id=problem):
        await tx.run(store.LAPSE_OFFERS, problem_id=problem, place=None)
        await cancel_deadlines(tx, problem=problem)


async def end_problem(tx: WriteTx, problem: UUID, expected_version: int) -> ProblemRow:
    """Close a problem outside a meeting; RULE_BLOCKED while one about it is open, CONFLICT for an old version."""
    row = await store.problem(tx, problem)
    await require_part(tx, await load_case_of(tx, row.dossier_id))
    if row.version != expected_version or row.status != "open":
        raise conflict()
    if await tx.many(store.OPEN_MEETINGS, problem_id=problem):
        raise UserError(ErrorCode.RULE_BLOCKED, "problem.meeting_open")
    await close_problem(tx, problem)
    await caseworks.touch(tx, row.dossier_id)
    return await store.problem(tx, problem)


async def record_move(
    tx: WriteTx,
    dossier: DossierId,
    problem: UUID,
    from_level: int | None,
    to_level: int,
    meeting: UUID | None,
    reason: str,
) -> None:
    """Keep the history of a problem's levels."""
    move = new_id()
    await tx.run(
        store.INSERT_LEVEL_MOVE,
        id=move,
        dossier_id=dossier,
        problem_id=problem,
        from_level=from_level,
        to_level=to_level,
        meeting_id=meeting,
        moved_by=tx.actor.known_person,
        sealed=await tx.seal(SealLabel.LEVEL_MOVE, dossier, move, LevelMoveDetails(reason.strip())),
    )
