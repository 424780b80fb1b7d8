"""The outcome of a meeting: the level moves, a follow-up is called with the same circle, or the problem closes."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from services.core.calendar.instants import local_day
from services.core.casework import store as caseworks
from services.core.casework.roles import roles_of_actor
from services.core.casework.service import Case, load_case_of
from services.core.db.tx import ReadTx, WriteTx
from services.core.deadline.service import NewDeadline, plan_deadlines
from services.core.errors import ErrorCode, UserError, invalid
from services.core.meeting import closing, store
from services.core.meeting.events import MeetingConcluded
from services.core.meeting.following_up import FollowUp, call_follow_up
from services.core.meeting.leading import led_meeting
from services.core.meeting.plan import OutcomeOption
from services.core.meeting.readers import record_reason
from services.core.meeting.rules import deadlines_after
from services.core.meeting.store import NO_PARTICULARS, MeetingRow, Particulars
from services.core.meeting.supplying import documents_there
from services.core.problem import store as problems
from services.core.problem.service import apply_move, close_problem
from services.core.process.rules import known_since
from services.core.process.service import Beginning, begin_decided
from services.core.tenancy.facts import AgreementFacts, MeetingFacts, PerspectiveFacts
from services.core.tenancy.meetings import Anchor, Effect
from services.core.tenancy.refusal import require


@dataclass(frozen=True, slots=True)
class ConcludeMeeting:
    """The outcome chosen, why, and when the follow-up is, if one is called, with what the model asks of it."""

    meeting: UUID
    outcome: str
    expected_version: int
    reason: str = ""
    follow_up_starts_at: datetime | None = None
    follow_up: Particulars = NO_PARTICULARS


async def conclude_meeting(tx: WriteTx, command: ConcludeMeeting) -> MeetingRow:
    """Conclude a held meeting. All that the model asks for must be there; what follows is done in this transaction.

    Raises INVALID_INPUT, RULE_BLOCKED (all that is missing, the first in words), CONFLICT, NOT_FOUND.
    """
    row = await led_meeting(tx, command.meeting, command.expected_version)
    if row.status != "held":
        raise UserError(ErrorCode.RULE_BLOCKED, "meeting.not_held")
    case = await load_case_of(tx, row.dossier_id, under=row.model_version_id)
    facts = await meeting_facts(tx, case, row, command.reason, command.follow_up_starts_at)
    options = {option.key: option for option in outcome_options(case, facts, tx.now)}
    if command.outcome not in options:
        raise invalid("meeting.unknown_outcome", "input", "outcome", known=", ".join(options))
    chosen = options[command.outcome]
    _check_follow_up(tx, chosen, command)
    require(closing.may_conclude(case.model, facts, command.outcome, tx.now))
    await _save(tx, row, chosen, command)
    await _follow_through(tx, case, row, chosen, command)
    await plan_deadlines(tx, _later(case, row, facts, tx.now))
    tx.emit(MeetingConcluded(row.dossier_id, row.id, row.sequence))
    return await store.meeting(tx, row.id)


async def meeting_facts(
    tx: ReadTx, case: Case, row: MeetingRow, reason: str = "", next_called_for: datetime | None = None
) -> MeetingFacts:
    """What the rules must know before a meeting is concluded."""
    form = await store.form(tx, row.id)
    filled: Mapping[str, str] = (await store.form_details(tx, form)).values if form else {}
    circle = await store.participants(tx, row.id)
    known = {str(problem.id): problem for problem in case.facts.problems}
    recorded = await store.said(tx, row.id)
    about = known.get(str(row.problem_id))
    # Who holds the meeting needs no seat in its circle to have been there: a leader who does is involved (RA-03).
    holds_it = tx.actor.person in (row.convener_id, row.chair_id)
    own = await roles_of_actor(tx, case) if holds_it else frozenset()
    return MeetingFacts(
        type_key=row.type,
        case=case.facts,
        held_on=local_day(row.starts_at) if row.status in ("held", "concluded") else None,
        problem=about,
        filled=frozenset(key for key, value in filled.items() if value),
        perspectives=tuple(PerspectiveFacts(p.whose, p.obtained, attempts=not p.obtained) for p in recorded),
        agreements=tuple(
            AgreementFacts(True, one.due_on, one.close_to_child)
            for one in await store.agreements(tx, row.id)
            if one.status != "dropped"  # what was given up is carried out nowhere
        ),
        attended=frozenset(one.role for one in circle if one.attended) | own,
        reason=reason,
        # Who holds the thread goes on doing so after the move, unless another is found (RA-04).
        next_coordinator=about is not None and about.coordinator is not None,
        next_called_for=local_day(next_called_for) if next_called_for else None,
        follows_up=await _follows_its_own_kind(tx, row),
        documents=await documents_there(tx, case, row, (await store.meeting_details(tx, row)).particulars),
    )


async def _follows_its_own_kind(tx: ReadTx, row: MeetingRow) -> bool:
    """Whether it is the second or a later one of its chain, which some forms are made for."""
    if row.previous_id is None:
        return False
    known = await store.meetings_of(tx, row.dossier_id)
    return any(one.id == row.previous_id and one.type == row.type for one in known)


def outcome_options(case: Case, facts: MeetingFacts, now: datetime) -> tuple[OutcomeOption, ...]:
    """Every outcome the meeting can have, and what each leads to."""
    return closing.outcomes(case.model, facts.type_key, case.facts, now, facts.problem, facts.held_on)


def _check_follow_up(tx: WriteTx, chosen: OutcomeOption, command: ConcludeMeeting) -> None:
    at = command.follow_up_starts_at
    if at is None:  # whether there must be one is the model's to say (may_conclude)
        return
    if at <= tx.now:
        raise invalid("meeting.in_the_past", "input", "followUpStartsAt")
    if chosen.follow_up_by is not None and local_day(at) > chosen.follow_up_by:
        raise UserError(
            ErrorCode.RULE_BLOCKED,
            "meeting.follow_up_too_late",
            params={"latest": chosen.follow_up_by},
            field=("input", "followUpStartsAt"),
            rule_id=chosen.why.rule or None,
        )


async def _save(tx: WriteTx, row: MeetingRow, chosen: OutcomeOption, command: ConcludeMeeting) -> None:
    await tx.run_versioned(
        store.CONCLUDE_MEETING,
        id=row.id,
        outcome=chosen.key,
        outcome_level=chosen.moves_to,
        follow_up_by=chosen.follow_up_by,
        expected_version=command.expected_version,
    )
    await record_reason(tx, row, command.reason)


async def _follow_through(
    tx: WriteTx, case: Case, row: MeetingRow, chosen: OutcomeOption, command: ConcludeMeeting
) -> None:
    if chosen.process:
        # Before the problem moves or closes: the clock counts from when it came to where the process belongs.
        await _begin_process(tx, case, row, chosen.process, command.reason)
    if row.problem_id is not None:
        if chosen.effect is Effect.MOVE and chosen.moves_to is not None:
            problem = await problems.problem(tx, row.problem_id)
            await apply_move(tx, problem, chosen.moves_to, row.id, command.reason, problem.version)
        elif chosen.effect is Effect.CLOSE:
            await close_problem(tx, row.problem_id)
    if command.follow_up_starts_at is not None:
        how = FollowUp(
            chosen.meeting or row.type, command.follow_up_starts_at, command.follow_up, command.reason
        )
        await call_follow_up(tx, row, how)
    await caseworks.touch(tx, row.dossier_id)


async def _begin_process(tx: WriteTx, case: Case, row: MeetingRow, key: str, reason: str) -> None:
    """The outcome decides a process, e.g. the child welfare assessment: its clock runs from this transaction on (RA-26)."""
    day, problem = local_day(row.starts_at), case.facts_of(row.problem_id)
    known = known_since(case.model, key, case.facts, problem, day)
    await begin_decided(tx, case, Beginning(row.dossier_id, key, known, row.problem_id, row.id, reason))


def _later(case: Case, row: MeetingRow, facts: MeetingFacts, now: datetime) -> list[NewDeadline]:
    """Deadlines that count from the meeting having been held or concluded."""
    found = []
    for anchor, day in ((Anchor.HELD, facts.held_on), (Anchor.CONCLUDED, local_day(now))):
        if day is None:
            continue
        for one in deadlines_after(case.model, row.type, anchor, day, case.facts, now, facts.problem):
            found.append(
                NewDeadline(
                    dossier=row.dossier_id,
                    key=one.key,
                    task=one.task,
                    due_at=one.due_at,
                    remind_at=one.remind_at,
                    meeting=row.id,
                    role=one.by or None,
                )
            )
    return found
