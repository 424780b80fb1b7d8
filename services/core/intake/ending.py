"""What a full copy does not tell any more ends: relations at once, and with them the access that rests on them.

Who or what is not told any more is let go, never removed: that somebody has died or moved away is told, not guessed, and
a child's case does not end because a file was short. A professional who is on no list any more loses their employments.
"""

from datetime import timedelta
from typing import Final, cast
from uuid import UUID

from asyncpg import Range

from services.core.db.tx import WriteTx
from services.core.identity import PersonId, UnitId
from services.core.intake import tables
from services.core.intake.planned import MASK, Field
from services.core.intake.records import Kind
from services.core.intake.store import RunRow
from services.core.intake.tables import FactRow, KeyRow
from services.core.person import store as people
from services.core.person.periods import (
    EmploymentRole,
    RelationKind,
    record_custody,
    record_employment,
    record_enrolment,
    record_relation,
)
from services.core.unit import store as units

AT_ONCE: Final = 100
SAID: Final = 1_000
"""A check says no more than so many, one by one: more has to be asked for anyway."""
_ENDS: Final = frozenset(
    one.value for one in (Kind.STAFF, Kind.EMPLOYMENT, Kind.ENROLMENT, Kind.CUSTODY, Kind.RELATION)
)
"""Protection is none of them: it lapses by its own last day, and a short file must not show anybody's address."""
_OF_STAFF: Final = {Kind.STAFF.value: "name", Kind.EMPLOYMENT.value: "staff"}
"""Where the name of a professional stands in a row of this kind."""
ENDED, RELEASED = "ended", "released"


async def missing_now(tx: WriteTx, run: RunRow) -> list[KeyRow]:
    """The next of what is known of the source and not told any more; for a check nearly all of it."""
    limit = AT_ONCE if run.state == "applying" else SAID
    return await tx.many(tables.LIST_MISSING, source=run.source, kinds=run.kinds, run_id=run.id, limit=limit)


async def still_holds(tx: WriteTx, run: RunRow, row: KeyRow) -> list[FactRow]:
    """The relations that end with a key that is not told any more; none where none holds, or another source tells of it."""
    if row.person_id is None or row.kind not in _ENDS:
        return []
    if row.kind == Kind.STAFF.value:
        elsewhere = await tx.one(tables.TOLD_ELSEWHERE, person_id=row.person_id, source=run.source)
        if elsewhere is None or elsewhere.elsewhere:
            return []
    facts = await tx.many(tables.FACTS_OF, ids=[row.person_id])
    return [fact for fact in facts if (fact.until is None or fact.until > tx.now) and _is_of(row, fact)]


def _is_of(row: KeyRow, fact: FactRow) -> bool:
    if row.kind == Kind.STAFF.value:
        return fact.kind == Kind.EMPLOYMENT.value
    return (row.kind, row.unit_id, row.other_id, row.role) == (
        fact.kind,
        fact.unit_id,
        fact.other_id,
        fact.role,
    )


async def fields_of(tx: WriteTx, row: KeyRow, facts: list[FactRow]) -> tuple[Field, ...]:
    """The change in words, where an administrator may see it: of staff who, where and in which role.

    What only says which it is stands on both sides alike.
    """
    if row.kind not in _OF_STAFF or row.person_id is None:
        return tuple(Field("last_day", MASK, MASK) for _ in facts)
    names = [
        Field(_OF_STAFF[row.kind], one.display_name, one.display_name)
        for one in await tx.many(tables.STAFF_KNOWN, ids=[row.person_id])
    ]
    places = await units.units(tx) if facts else {}
    for fact in facts:
        if fact.unit_id in places:
            names.append(Field("unit", places[fact.unit_id].name, places[fact.unit_id].name))
        names.append(Field("role", fact.role, ""))
    return tuple(names)


async def end(tx: WriteTx, run: RunRow, row: KeyRow, facts: list[FactRow]) -> None:
    """End them now; what was to begin later never does. The key is let go."""
    for fact in facts:
        if fact.since < tx.now:
            await _end_now(tx, fact)
        else:
            await _withdraw(tx, fact)
    await tx.run(tables.DROP_KEY, source=run.source, kind=row.kind, key=row.key)


async def _end_now(tx: WriteTx, fact: FactRow) -> None:
    person, period = fact.person_id, (fact.since, tx.now)
    match Kind(fact.kind), fact.unit_id, fact.other_id:
        case Kind.EMPLOYMENT, UUID() as unit, _:
            # The database holds what a role can be.
            await record_employment(tx, person, UnitId(unit), cast("EmploymentRole", fact.role), *period)
        case Kind.ENROLMENT, UUID() as unit, _:
            await record_enrolment(tx, person, UnitId(unit), *period)
        case Kind.CUSTODY, _, UUID() as holder:
            await record_custody(tx, person, PersonId(holder), *period)
        case Kind.RELATION, _, UUID() as professional:
            await record_relation(
                tx, person, PersonId(professional), cast("RelationKind", fact.role), *period
            )


async def _withdraw(tx: WriteTx, fact: FactRow) -> None:
    """It is held true no more. Its first second says which period is meant: no other has a moment in common with it."""
    valid = Range(fact.since, fact.since + timedelta(seconds=1))
    child = {"child_id": fact.person_id}
    match Kind(fact.kind):
        case Kind.EMPLOYMENT:
            await tx.run(
                people.CLOSE_EMPLOYMENT,
                person_id=fact.person_id,
                unit_id=fact.unit_id,
                role=fact.role,
                valid=valid,
            )
        case Kind.ENROLMENT:
            await tx.run(people.CLOSE_ENROLMENT, **child, unit_id=fact.unit_id, valid=valid)
        case Kind.CUSTODY:
            await tx.run(people.CLOSE_CUSTODY, **child, holder_id=fact.other_id, valid=valid)
        case Kind.RELATION:
            await tx.run(people.CLOSE_RELATION, **child, person_id=fact.other_id, kind=fact.role, valid=valid)
