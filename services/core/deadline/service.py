"""Deadlines as the other nouns plan and settle them; what follows when they fall due is in ``sweep/deadlines.py``."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from services.core.db.tx import ReadTx, WriteTx, new_id
from services.core.deadline import store


@dataclass(frozen=True, kw_only=True)
class NewDeadline:
    """What must be done by when. Times are UTC in business time; ``due_at`` is the first instant too late.

    ``person`` does it (None: the convener of ``meeting``, else who fills ``role``). ``private``: of the family only that
    person sees it. ``meeting_type``: an event calls for a meeting of this type. ``tell_late``: whoever it is for is told
    even if it is too late from the start. ``awaits``: the row that waits for an answer, ``follower`` who takes it up when none
    comes (None: the convener of its meeting, else who holds the thread, else who leads the place).
    """

    dossier: UUID
    key: str
    task: str
    due_at: datetime
    remind_at: tuple[datetime, ...] = ()
    meeting: UUID | None = None
    problem: UUID | None = None
    underretning: UUID | None = None
    process: UUID | None = None
    measure: UUID | None = None
    meeting_type: str | None = None
    role: str | None = None
    person: UUID | None = None
    private: bool = False
    tell_late: bool = False
    awaits: UUID | None = None
    follower: UUID | None = None


async def plan_deadlines(tx: WriteTx, deadlines: Iterable[NewDeadline]) -> int:
    """Plan deadlines, each once while it is open; answers how many are new."""
    planned = 0
    for new in deadlines:
        planned += await tx.run(
            store.PLAN,
            id=new_id(),
            dossier_id=new.dossier,
            meeting=new.meeting,
            problem=new.problem,
            underretning=new.underretning,
            process=new.process,
            measure=new.measure,
            meeting_type=new.meeting_type,
            key=new.key,
            task=new.task,
            role=new.role,
            person=new.person,
            private=new.private,
            tell_late=new.tell_late,
            awaits=new.awaits,
            follower=new.follower,
            due_at=new.due_at,
            remind_at=list(new.remind_at),
        )
    return planned


async def align_deadlines(
    tx: WriteTx, standing: Sequence[store.DeadlineRow], wanted: Sequence[NewDeadline]
) -> None:
    """Let what stands be what is wanted now: take back what is not, plan what is new, leave the rest with its history.

    One that was done stays and is not planned again: it is the same deadline as long as type, key and time are.
    """
    known = {(row.meeting_type, row.key, row.due_at) for row in standing}
    asked = {(new.meeting_type, new.key, new.due_at) for new in wanted}
    await take_back(tx, [row.id for row in standing if (row.meeting_type, row.key, row.due_at) not in asked])
    await plan_deadlines(tx, [new for new in wanted if (new.meeting_type, new.key, new.due_at) not in known])


async def settle(tx: WriteTx, row: store.DeadlineRow, done_at: datetime) -> None:
    """It was done at ``done_at``; CONFLICT when somebody said so before."""
    await tx.run_versioned(store.SETTLE_ONE, id=row.id, done_at=done_at, expected_version=row.version)


async def hand_to(tx: WriteTx, deadlines: Sequence[UUID], person: UUID | None) -> None:
    """Somebody has taken these on, and is who is reminded; None: they are again for whoever fills their role."""
    if deadlines:
        await tx.run(store.HAND, ids=list(deadlines), person=person)


async def take_back(tx: WriteTx, deadlines: Sequence[UUID]) -> None:
    """What these were for is not so any more; what was done stays."""
    if deadlines:
        await tx.run(store.TAKE_BACK, ids=list(deadlines))


async def take_back_waiting(tx: WriteTx, dossier: UUID) -> int:
    """Nothing of a case waits any more but what the authority owes an underretning; answers how much it was."""
    return await tx.run(store.TAKE_BACK_WAITING, dossier_id=dossier)


async def meet_deadlines(
    tx: WriteTx,
    *,
    meeting: UUID | None = None,
    problem: UUID | None = None,
    underretning: UUID | None = None,
    process: UUID | None = None,
    measure: UUID | None = None,
    key: str | None = None,
    task: str | None = None,
    person: UUID | None = None,
    done_at: datetime | None = None,
) -> int:
    """The deed was done at ``done_at`` (None: now): what waits for it and fits all that is given is settled.

    Done late stays missed, and nobody more is told. Answers how many it settled.
    """
    return await tx.run(
        store.MEET,
        meeting=meeting,
        problem=problem,
        underretning=underretning,
        process=process,
        measure=measure,
        key=key,
        task=task,
        person=person,
        done_at=done_at,
    )


async def cancel_deadlines(
    tx: WriteTx,
    *,
    meeting: UUID | None = None,
    problem: UUID | None = None,
    process: UUID | None = None,
    measure: UUID | None = None,
    dossier: UUID | None = None,
) -> int:
    """Take back what is still open; answers how many. A moved meeting's are planned anew after this."""
    return await tx.run(
        store.CANCEL, meeting=meeting, problem=problem, process=process, measure=measure, dossier=dossier
    )


async def deadlines_of_meeting(tx: ReadTx, meeting: UUID) -> list[store.DeadlineRow]:
    """A meeting's deadlines as the actor may see them, the next one first."""
    return await tx.many(store.OF_MEETING, meeting=meeting)


async def deadlines_of_underretning(tx: ReadTx, underretning: UUID) -> list[store.DeadlineRow]:
    """What the authority must do about an underretning, the next one first."""
    return await tx.many(store.OF_UNDERRETNING, underretning=underretning)


async def deadlines_of_case(tx: ReadTx, dossier: UUID) -> list[store.DeadlineRow]:
    """What a case must do beside its meetings and underretninger: judge again, meet after an event; the next first."""
    return await tx.many(store.OF_CASE, dossier_id=dossier)


async def open_deadlines_of(tx: ReadTx, person: UUID, first: int = 100) -> list[store.DeadlineRow]:
    """What a person must do, the next first."""
    return await tx.many(store.OPEN_OF_PERSON, person=person, page=first)
