"""Saying that something was done that no other deed of the system shows: judged again, a plan sent, a family asked."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final
from uuid import UUID

from services.core.calendar.instants import end_of_day, local_day
from services.core.casework.roles import roles_in
from services.core.casework.service import Case, load_case_of, require_caseworker, require_part
from services.core.db.tx import WriteTx
from services.core.deadline import store
from services.core.deadline.rules import DECIDE_ANEW, REASSESS
from services.core.deadline.service import settle
from services.core.deadline.store import DeadlineRow
from services.core.delegation import store as delegations
from services.core.errors import ErrorCode, UserError, conflict, invalid
from services.core.identity import Capacity, DossierId
from services.core.problem import store as problems
from services.core.problem.events import DeadlineSettled

SHOWN_BY_ITS_DEED: Final = frozenset({"answer", "send_agenda", "hold_meeting"})
"""Tasks of a meeting that are done by doing them here."""


@dataclass(frozen=True, slots=True)
class SettleDeadline:
    """Which deadline was met, and the local day on which; None: now."""

    deadline: UUID
    expected_version: int
    done_on: date | None = None


def settled_by_hand(task: str, *, of_meeting: bool, after_event: bool) -> bool:
    """Whether somebody has to say that it was done, since nothing else here shows it."""
    if of_meeting:
        return task not in SHOWN_BY_ITS_DEED
    return task in (REASSESS, DECIDE_ANEW) or after_event


def waits_for_a_word(row: DeadlineRow) -> bool:
    """Whether a deadline waits for somebody to say that it was done."""
    by_hand = settled_by_hand(
        row.task, of_meeting=row.meeting_id is not None, after_event=row.meeting_type is not None
    )
    return by_hand and row.state in ("open", "missed") and row.done_at is None


async def settle_deadline(tx: WriteTx, command: SettleDeadline) -> DeadlineRow:
    """Record that it was done; done late is missed, and stays so, but nobody more is told.

    It may be said by who answers for it: its person or who fills its role, who holds the thread, the leader of the unit,
    the adviser. Raises NOT_FOUND, FORBIDDEN, INVALID_INPUT (a day to come), RULE_BLOCKED (its own deed shows it), CONFLICT.
    """
    row = await store.deadline(tx, command.deadline)
    require_caseworker(tx)
    case = await load_case_of(tx, row.dossier_id)
    await _require_answerable(tx, case, row)
    if not settled_by_hand(
        row.task, of_meeting=row.meeting_id is not None, after_event=row.meeting_type is not None
    ):
        raise UserError(ErrorCode.RULE_BLOCKED, "deadline.shown_by_its_deed")
    if command.done_on is not None and command.done_on > local_day(tx.now):
        raise invalid("deadline.day_not_come", "input", "doneOn")
    if row.version != command.expected_version or not waits_for_a_word(row):
        raise conflict()
    await settle(tx, row, _instant(command.done_on, tx.now))
    tx.emit(DeadlineSettled(DossierId(row.dossier_id), row.problem_id))
    return await store.deadline(tx, row.id)


def just_done(row: DeadlineRow, now: datetime) -> bool:
    """Whether it was just said, by hand and in time, that a meeting's deadline was met."""
    by_hand = row.meeting_id is not None and row.task not in SHOWN_BY_ITS_DEED
    recent = row.done_at is not None and row.done_at > now - timedelta(hours=1)
    return by_hand and recent and row.state == "met" and row.due_at > now


async def unsettle_deadline(tx: WriteTx, deadline_id: UUID, expected_version: int) -> DeadlineRow:
    """What was just said to be done was not: the deadline of a meeting waits as before.

    Raises RULE_BLOCKED after an hour, past the deadline's time, and for what counts anew from the day it was done.
    """
    row = await store.deadline(tx, deadline_id)
    require_caseworker(tx)
    await _require_answerable(tx, await load_case_of(tx, row.dossier_id), row)
    if row.version != expected_version:
        raise conflict()
    if not just_done(row, tx.now):
        raise UserError(ErrorCode.RULE_BLOCKED, "deadline.not_just_done")
    if await tx.run(store.NOT_DONE, id=row.id, expected_version=expected_version) != 1:
        raise UserError(ErrorCode.RULE_BLOCKED, "deadline.not_just_done")
    return await store.deadline(tx, row.id)


async def _require_answerable(tx: WriteTx, case: Case, row: DeadlineRow) -> None:
    actor = await require_part(tx, case)
    if tx.actor.capacity in (Capacity.LEADER, Capacity.ADVISER) or row.person_id == actor:
        return
    acting = await delegations.acting_for(tx, row.dossier_id)
    threads = [one.person_id for places in (await problems.coordinators(tx, DossierId(row.dossier_id))).values()
               for one in places if row.problem_id in (None, one.problem_id)]  # fmt: skip
    if row.person_id in acting or acting.intersection(threads) or row.role in await roles_in(tx, case.model):
        return
    raise UserError(ErrorCode.FORBIDDEN, "deadline.not_yours")


def _instant(day: date | None, now: datetime) -> datetime:
    """When it was done, as far as a day tells: at its end, or now where it has not ended."""
    return now if day is None else min(now, end_of_day(day) - timedelta(seconds=1))
