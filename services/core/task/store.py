"""Rows of what waits for someone."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from services.core.db.queries import Queries
from services.core.db.tx import ReadTx
from services.core.identity import Capacity, DossierId, PersonId, UnitId

_SQL = Queries(__file__)
_DEAL_WITH_UNDELIVERED = frozenset({Capacity.PROFESSIONAL, Capacity.ADVISER, Capacity.LEADER})
MOST = 500
"""So many tasks are read at the most; whoever has more begins with the most urgent."""


@dataclass(frozen=True, slots=True)
class TaskRow:
    """Something that waits. ``kind``: answer, consent, deadline, hold, conclude, coordinator, coordinator_left, undelivered.

    times: to say when it suits; fix_time: to choose one.
    handover, suggestion, agreement: somebody waits for the actor. ``silent_`` and what was asked: ``person_id`` is silent.
    """

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
    person_id: PersonId | None

    @property
    def key(self) -> str:
        """What makes it this task and no other; ids and codes alone."""
        of = self.deadline_id or self.consent_id or self.problem_id or self.meeting_id or self.dossier_id
        return f"{self.kind}:{of}:{self.deadline_key or ''}"


@dataclass(frozen=True, slots=True)
class OfficeRow:
    """Something that waits for an office and is about no child. ``kind``: series, report, access_request, emergency."""

    kind: str
    due_at: datetime | None
    id: UUID
    series_type: str | None
    unit_id: UnitId | None

    @property
    def key(self) -> str:
        """What makes it this task and no other."""
        return f"{self.kind}:{self.id}"


AWAITED_OF_ACTOR = _SQL.rows("awaited_of_actor", TaskRow)
EMERGENCIES_TO_JUDGE = _SQL.rows("emergencies_to_judge", OfficeRow)
REQUESTS_OF_OFFICE = _SQL.rows("requests_of_office", OfficeRow)
TASKS_OF_OFFICE = _SQL.rows("tasks_of_office", OfficeRow)
TASKS_OF_ACTOR = _SQL.rows("tasks_of_actor", TaskRow)
UNDELIVERED_OF_ACTOR = _SQL.rows("undelivered_of_actor", TaskRow)


async def tasks(tx: ReadTx, roles: Collection[str]) -> list[TaskRow]:
    """What waits for the actor, the most urgent first; ``roles`` are those of the model that the actor can fill."""
    leads = tx.actor.capacity is Capacity.LEADER
    found = await tx.many(TASKS_OF_ACTOR, roles=list(roles), leads=leads, limit=MOST)
    found += await tx.many(AWAITED_OF_ACTOR, leads=leads, limit=MOST)
    if tx.actor.capacity in _DEAL_WITH_UNDELIVERED:
        found += await tx.many(UNDELIVERED_OF_ACTOR, limit=MOST)
    found.sort(key=lambda row: (row.due_at is None, row.due_at or tx.now))
    return found[:MOST]


async def tasks_of_office(tx: ReadTx) -> list[OfficeRow]:
    """What waits for the actor as a leader, because they answer what is told upwards, or as data protection officer."""
    of_office = {Capacity.DPO: REQUESTS_OF_OFFICE, Capacity.LEADER: TASKS_OF_OFFICE}.get(tx.actor.capacity)
    if of_office is None:
        return []
    return await tx.many(of_office, limit=MOST) + await tx.many(EMERGENCIES_TO_JUDGE, limit=MOST)
