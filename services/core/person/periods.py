"""Facts that hold for a time: custody, relations, enrolments, employments.

They are bitemporal. A period that is told replaces what was held true and overlaps it: the old row keeps its
period and ends being *recorded*, a new row begins. The same period told again changes nothing. An end that
becomes known is the same period told with its end.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Literal

from asyncpg import Range

from services.core.db.queries import Query
from services.core.db.tx import WriteTx, new_id
from services.core.identity import PersonId, UnitId
from services.core.keys.seal import SealLabel
from services.core.person import store
from services.core.person.details import HolderDetails, PersonDetails
from services.core.person.rules import majority_at
from services.core.person.service import birth_of

RelationKind = Literal["class_teacher", "contact_pedagogue", "health_visitor", "adviser", "resource_person"]
EmploymentRole = Literal["professional", "leader", "adviser", "administrator", "dpo", "auditor"]


async def record_custody(
    tx: WriteTx,
    child: PersonId,
    holder: PersonId,
    valid_from: datetime,
    valid_until: datetime | None = None,
) -> None:
    """Custody of a child, held by one person; each holder has a row of their own.

    It ends at ``valid_until`` or at midnight of the 18th birthday, whichever is first. Raises ``LookupError`` when
    either is unknown.
    """
    people = {row.id: row for row in await tx.many(store.BY_ID, ids=[child, holder])}
    if people.keys() != {child, holder}:
        raise LookupError("custody needs a known child and a known holder")
    row_id, dossier = new_id(), people[child].dossier_id
    details = await tx.open_sealed(
        SealLabel.PERSON, people[holder].dossier_id, holder, people[holder].sealed, PersonDetails
    )
    pair = {"child_id": child, "holder_id": holder}
    sealed = await tx.seal(SealLabel.CUSTODY_HOLDER, dossier, row_id, HolderDetails(details.name))
    await _replace(
        tx,
        (store.CLOSE_CUSTODY, store.ADD_CUSTODY),
        pair,
        valid=Range(valid_from, valid_until),
        id=row_id,
        dossier_id=dossier,
        majority_at=majority_at(await birth_of(tx, child), tx.now),
        sealed=sealed,
    )


async def record_relation(
    tx: WriteTx,
    child: PersonId,
    person: PersonId,
    kind: RelationKind,
    valid_from: datetime,
    valid_until: datetime | None = None,
) -> None:
    """A professional's standing relation to a child, which gives access while it holds."""
    key = {"child_id": child, "person_id": person, "kind": kind}
    valid = Range(valid_from, valid_until)
    await _replace(tx, (store.CLOSE_RELATION, store.ADD_RELATION), key, valid=valid, id=new_id())


async def record_enrolment(
    tx: WriteTx,
    child: PersonId,
    unit: UnitId,
    valid_from: datetime,
    valid_until: datetime | None = None,
) -> None:
    """A child's belonging to a unit. The child's dossiers follow at once if it is valid now."""
    key = {"child_id": child, "unit_id": unit}
    valid = Range(valid_from, valid_until)
    await _replace(tx, (store.CLOSE_ENROLMENT, store.ADD_ENROLMENT), key, valid=valid, id=new_id())
    await settle_units(tx, child)


async def record_employment(
    tx: WriteTx,
    person: PersonId,
    unit: UnitId,
    role: EmploymentRole,
    valid_from: datetime,
    valid_until: datetime | None = None,
) -> None:
    """A professional's employment at a unit; when it ends, so does every live session that rests on it."""
    key = {"person_id": person, "unit_id": unit, "role": role}
    valid = Range(valid_from, valid_until)
    await _replace(tx, (store.CLOSE_EMPLOYMENT, store.ADD_EMPLOYMENT), key, valid=valid, id=new_id())


async def settle_units(tx: WriteTx, child: PersonId) -> int:
    """Let a child's dossiers follow the enrolments valid now; for one that begins or ends by itself, swept.

    Answers how many dossiers moved. When several enrolments are valid, the one that began last decides.
    """
    return await tx.run(store.SETTLE_UNITS, child_id=child)


async def _replace(
    tx: WriteTx, queries: tuple[Query[None], Query[None]], key: Mapping[str, object], **row: object
) -> None:
    close, add = queries
    await tx.run(close, **key, valid=row["valid"])
    await tx.run(add, **key, **row)
