"""What professionals with a lasting part record about a child's family: who is around it, protection, birth, death, moving.

The walls hold who may (``person/policies.sql``); here it is explained, and what is named is of this child's family.
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from services.core.casework.service import Case, load_case, require_part
from services.core.db.queries import Queries
from services.core.db.tx import ReadTx, WriteTx
from services.core.errors import conflict, invalid, not_found
from services.core.identity import PersonId
from services.core.person import circle, departures, protection, reading
from services.core.person.circle import GivenRow, NewRelation, RelationRow
from services.core.person.departures import DepartureRow
from services.core.person.family_circle import RelationKind
from services.core.person.protection import Protects
from services.core.person.service import record_born

_SQL = Queries(__file__, "family.sql")


@dataclass(frozen=True, slots=True)
class MeetingOfChildRow:
    """A meeting of a child's case."""

    meeting_id: UUID


@dataclass(frozen=True, slots=True)
class HeldRow:
    """One who holds or held custody."""

    holder_id: PersonId


_HELD = _SQL.rows("held_custody", HeldRow)
_MEETING = _SQL.rows("meeting_of_child", MeetingOfChildRow)


async def record_family_relation(tx: WriteTx, child_id: UUID, told: NewRelation) -> UUID:
    """Somebody is around a child, or comes with somebody to a meeting.

    FORBIDDEN without a lasting part, INVALID_INPUT for one to belong to who is not of the family or a meeting of
    another case, NOT_FOUND for a sibling whom the actor may not see; RULE_BLOCKED as ``circle.record_relation``.
    """
    case = await _part(tx, child_id)
    if told.belongs_to is not None and told.belongs_to not in await _family(tx, case):
        raise invalid("person.not_of_family", "input", "belongsTo")
    if told.kind is RelationKind.SIBLING and told.person is not None:
        if await reading.child(tx, told.person) is None:
            raise not_found()
    elif told.person is not None and told.person not in await _family(tx, case):
        raise invalid("person.not_of_family", "input", "personId")
    if told.meeting is not None:
        found = await tx.one(_MEETING, child_id=case.child.id, meeting_id=told.meeting)
        if found is None:
            raise invalid("person.other_meeting", "input", "meetingId")
    return await circle.record_relation(tx, case.child.id, told)


async def end_family_relation(tx: WriteTx, relation: UUID, expected_version: int) -> RelationRow:
    """Somebody is no longer around a child; that they were stays. NOT_FOUND, FORBIDDEN, CONFLICT."""
    row = await circle.relation(tx, relation)
    await _part(tx, row.child_id)
    await circle.end_relation(tx, row.id, expected_version=expected_version)
    return await circle.relation(tx, row.id)


async def record_information_given(
    tx: WriteTx, relation: UUID, asked_on: date, asked: str, told: str, *, nothing_of_holder: bool
) -> GivenRow:
    """A parent without custody was answered on a concrete request (trap 7)."""
    row = await circle.relation(tx, relation)
    await _part(tx, row.child_id)
    return await circle.give_information(
        tx, row.id, asked_on, asked, told, nothing_of_holder=nothing_of_holder
    )


async def record_family_protection(
    tx: WriteTx, child_id: UUID, person: UUID | None, kind: Protects, since: date, until: date | None
) -> None:
    """The name or address of the child (``person`` None) or of one who holds custody of it is protected."""
    case = await _part(tx, child_id)
    await protection.record_protection(tx, await _one_of(tx, case, person), kind, since, until)


async def record_family_death(
    tx: WriteTx, child_id: UUID, person: UUID | None, died_on: date
) -> DepartureRow:
    """The child (``person`` None) or one who holds custody of it has died."""
    case = await _part(tx, child_id)
    return await departures.record_death(tx, await _one_of(tx, case, person), died_on)


async def record_child_moved(tx: WriteTx, child_id: UUID, moved_on: date, to: str) -> DepartureRow:
    """The child moves out of the municipality; the next one gets nothing by itself (trap 20)."""
    case = await _part(tx, child_id)
    return await departures.record_move_out(tx, case.child.id, moved_on, to=to)


async def take_back_departure(tx: WriteTx, child_id: UUID, departure: UUID, expected_version: int) -> None:
    """A death or move of the family was recorded by mistake, or the child has moved back."""
    row = await _departure(tx, await _part(tx, child_id), departure)
    await departures.take_back_departure(tx, row.id, expected_version)


async def record_handover_agreed(
    tx: WriteTx, child_id: UUID, departure: UUID, agreed_on: date, how: str, expected_version: int
) -> DepartureRow:
    """A handover to the next municipality was agreed by consent; nothing is sent by saying so."""
    row = await _departure(tx, await _part(tx, child_id), departure)
    return await departures.agree_handover(tx, row.id, agreed_on, how, expected_version)


async def record_child_born(
    tx: WriteTx, child_id: UUID, born_on: date, name: str, expected_version: int
) -> None:
    """A child that was expected is born. CONFLICT for one who is born already."""
    case = await _part(tx, child_id)
    if case.child.born_on is not None:
        raise conflict("person.born_already")
    await record_born(tx, case.child.id, born_on, name, expected_version)


async def family_of(tx: ReadTx, child_id: PersonId) -> list[PersonId]:
    """The child and who holds custody of it, as far as the actor may know."""
    return [child_id, *(one.person_id for one in await reading.holders(tx, child_id))]


async def _part(tx: ReadTx, child_id: UUID) -> Case:
    case = await load_case(tx, child_id)
    await require_part(tx, case)
    return case


async def _family(tx: ReadTx, case: Case) -> list[PersonId]:
    return await family_of(tx, case.child.id)


async def _one_of(tx: ReadTx, case: Case, person: UUID | None) -> PersonId:
    if person is None:
        return case.child.id
    known = PersonId(person)
    if known not in await _family(tx, case):
        raise not_found()
    return known


async def _departure(tx: ReadTx, case: Case, departure: UUID) -> DepartureRow:
    row = await tx.one(departures.FIND, id=departure)
    if row is None:
        raise not_found()
    # One who has died holds custody no more, and is of this family all the same.
    child = case.child.id
    if row.person_id != child and not await tx.many(_HELD, child_id=child, holder_id=row.person_id):
        raise not_found()
    return row
