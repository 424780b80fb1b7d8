"""Rows of what waits for someone."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from services.core.db.queries import Queries
from services.core.db.tx import ReadTx
from services.core.identity import Capacity, DossierId, PersonId

_SQL = Queries(__file__)
MOST = 500
"""So many tasks are read at the most; whoever has more begins with the most urgent."""


@dataclass(frozen=True, slots=True)
class TaskRow:
    """Something that waits. ``kind``: answer, consent, deadline, hold, conclude, coordinator, coordinator_left."""

    kind: str
    due_at: datetime | None
    dossier_id: DossierId
    child_id: PersonId
    meeting_id: UUID | None
    consent_id: UUID | None
    problem_id: UUID | None
    meeting_type: str | None
    model_version_id: UUID | None
    deadline_key: str | None
    deadline_id: UUID | None
    deadline_version: int | None
    deadline_task: str | None
    after_event: bool | None

    @property
    def key(self) -> str:
        """What makes it this task and no other; ids and codes alone."""
        of = self.deadline_id or self.consent_id or self.problem_id or self.meeting_id
        return f"{self.kind}:{of}:{self.deadline_key or ''}"


TASKS_OF_ACTOR = _SQL.rows("tasks_of_actor", TaskRow)


async def tasks(tx: ReadTx, roles: Collection[str]) -> list[TaskRow]:
    """What waits for the actor, the most urgent first; ``roles`` are those of the model that the actor can fill."""
    leads = tx.actor.capacity is Capacity.LEADER
    return await tx.many(TASKS_OF_ACTOR, roles=list(roles), leads=leads, limit=MOST)
