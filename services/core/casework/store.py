"""Rows of a child's casework."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from services.core.db.queries import Queries
from services.core.db.tx import ReadTx, WriteTx
from services.core.errors import not_found
from services.core.identity import DossierId, PersonId, UnitId

_SQL = Queries(__file__)


@dataclass(frozen=True, slots=True)
class CaseworkRow:
    """A casework; ``closed_at`` in business time begins the retention period."""

    dossier_id: DossierId
    child_id: PersonId
    model_version_id: UUID
    self_access_from: datetime | None
    closed_at: datetime | None
    last_activity_at: datetime
    version: int


@dataclass(frozen=True, slots=True)
class EmploymentRow:
    """Where a professional works now, and in which role."""

    person_id: PersonId
    unit_id: UnitId
    role: str


@dataclass(frozen=True, slots=True)
class PartRow:
    """Whether the actor has a lasting part in a case."""

    lasting: bool


@dataclass(frozen=True, slots=True)
class SightRow:
    """Whether the actor sees a dossier by more than a place in a meeting."""

    whole: bool


@dataclass(frozen=True, slots=True)
class ProfessionRow:
    """What somebody is who works with the family."""

    profession: str


@dataclass(frozen=True, slots=True)
class AnsweringRow:
    """Whose case a dossier is, under which model, and the unit that answers for it."""

    unit_id: UnitId | None
    child_id: PersonId | None
    model_version_id: UUID | None


@dataclass(frozen=True, slots=True)
class InRoleRow:
    """Somebody who takes part in a role."""

    person_id: PersonId


@dataclass(frozen=True, slots=True)
class WorkRow:
    """A process or a measure of a case: ``kind`` says which; ``ended_on`` None while it runs. Local days."""

    kind: str
    key: str
    began_on: date
    ended_on: date | None


FIND_CASEWORK = _SQL.rows("find_casework", CaseworkRow)
CASEWORK_OF_CHILD = _SQL.rows("casework_of_child", CaseworkRow)
INSERT_CASEWORK = _SQL.command("insert_casework")
TOUCH_CASEWORK = _SQL.command("touch_casework")
LOCK_CASEWORK = _SQL.rows("lock_casework", CaseworkRow)
BUMP_CASEWORK = _SQL.command("bump_casework")
PROFESSIONS_WITH_FAMILY = _SQL.rows("professions_with_family", ProfessionRow)
WHO_ANSWERS_FOR = _SQL.rows("who_answers_for", AnsweringRow)
IN_ROLE_AT_MEETINGS = _SQL.rows("in_role_at_meetings", InRoleRow)
CLOSE_CASEWORK = _SQL.command("close_casework")
WORK_OF_CASEWORK = _SQL.rows("work_of_casework", WorkRow)
PART_OF_ACTOR = _SQL.rows("part_of_actor", PartRow)
SEES_WHOLE = _SQL.rows("sees_whole", SightRow)
UNITS_OF_STAFF = _SQL.rows("units_of_staff", EmploymentRow)


async def casework(tx: ReadTx, dossier_id: UUID) -> CaseworkRow:
    """A casework by its dossier; NOT_FOUND for an absent or foreign one alike."""
    found = await tx.one(FIND_CASEWORK, dossier_id=dossier_id)
    if found is None:
        raise not_found()
    return found


async def touch(tx: WriteTx, dossier_id: DossierId) -> None:
    """Record activity in an open casework; CONFLICT when it was closed meanwhile, so nothing is added to it unseen."""
    await tx.run_versioned(TOUCH_CASEWORK, dossier_id=dossier_id)


async def hold_still(tx: WriteTx, dossier_id: DossierId) -> None:
    """Let nobody write into a casework until this transaction ends."""
    await tx.one(LOCK_CASEWORK, dossier_id=dossier_id)


async def latest_of(tx: ReadTx, child: PersonId) -> CaseworkRow | None:
    """The child's open casework, else the last one closed."""
    rows = await tx.many(CASEWORK_OF_CHILD, child_id=child)
    return rows[0] if rows else None


async def employments(tx: ReadTx, person_ids: Collection[UUID]) -> list[EmploymentRow]:
    """Where these professionals work now."""
    return await tx.many(UNITS_OF_STAFF, person_ids=list(person_ids)) if person_ids else []
