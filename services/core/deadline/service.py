"""Deadlines as the other nouns plan and settle them; what follows when they fall due is in ``sweep.py``."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from services.core.db.tx import ReadTx, WriteTx, new_id
from services.core.deadline import store


@dataclass(frozen=True, kw_only=True)
class NewDeadline:
    """What must be done by when. Times are UTC in business time; ``due_at`` is the first instant too late.

    ``person`` does it (None: the convener of ``meeting``). ``private``: of the family only that person sees it.
    """

    dossier: UUID
    key: str
    task: str
    due_at: datetime
    remind_at: tuple[datetime, ...] = ()
    meeting: UUID | None = None
    problem: UUID | None = None
    underretning: UUID | None = None
    role: str | None = None
    person: UUID | None = None
    private: bool = False


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
            key=new.key,
            task=new.task,
            role=new.role,
            person=new.person,
            private=new.private,
            due_at=new.due_at,
            remind_at=list(new.remind_at),
        )
    return planned


async def meet_deadlines(
    tx: WriteTx,
    *,
    meeting: UUID | None = None,
    problem: UUID | None = None,
    underretning: UUID | None = None,
    key: str | None = None,
    task: str | None = None,
    person: UUID | None = None,
) -> int:
    """The deed was done: what is still open and fits all that is given is met. Answers how many were."""
    return await tx.run(
        store.MEET,
        meeting=meeting,
        problem=problem,
        underretning=underretning,
        key=key,
        task=task,
        person=person,
    )


async def cancel_deadlines(
    tx: WriteTx, *, meeting: UUID | None = None, problem: UUID | None = None, dossier: UUID | None = None
) -> int:
    """Take back what is still open; answers how many. A moved meeting's are planned anew after this."""
    return await tx.run(store.CANCEL, meeting=meeting, problem=problem, dossier=dossier)


async def deadlines_of_meeting(tx: ReadTx, meeting: UUID) -> list[store.DeadlineRow]:
    """A meeting's deadlines as the actor may see them, the next one first."""
    return await tx.many(store.OF_MEETING, meeting=meeting)


async def deadlines_of_underretning(tx: ReadTx, underretning: UUID) -> list[store.DeadlineRow]:
    """What the authority must do about an underretning, the next one first."""
    return await tx.many(store.OF_UNDERRETNING, underretning=underretning)


async def open_deadlines_of(tx: ReadTx, person: UUID, first: int = 100) -> list[store.DeadlineRow]:
    """What a person must do, the next first."""
    return await tx.many(store.OPEN_OF_PERSON, person=person, page=first)
