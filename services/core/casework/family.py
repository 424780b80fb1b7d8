"""What professionals with a lasting part record about a child's family: who is around it, protection, birth, death, moving.

The walls hold who may (``person/policies.sql``); here it is explained, and what is named is of this child's family.
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from services.core.calendar.instants import local_day
from services.core.casework.service import Case, load_case, require_part
from services.core.db.queries import Queries
from services.core.db.tx import ReadTx, WriteTx
from services.core.errors import conflict, invalid, not_found
from services.core.identity import PersonId
from services.core.person import circle, departures, protection, reading
from services.core.person.circle import GivenRow, NewRelation, RelationRow
from services.core.person.departures import DepartureRow
from services.core.person.family_circle import RelationKind, place_reasons
from services.core.person.protection import Protects
from services.core.person.service import record_born
from services.core.tenancy.decision import Reason
from services.core.unit.store import units

_SQL = Queries(__file__, "family.sql")


@dataclass(frozen=True, slots=True)
class MeetingOfChildRow:
    """A meeting of a child's case."""

    meeting_id: UUID


@dataclass(frozen=True, slots=True)
class HeldRow:
    """A child of whom somebody holds or held custody."""

    child_id: PersonId


_HELD = _SQL.rows("held_custody", HeldRow)
_MEETING = _SQL.rows("meeting_of_child", MeetingOfChildRow)


async def record_family_relation(tx: WriteTx, child_id: UUID, told: NewRelation) -> UUID:
    """Somebody is around a child, or comes with somebody to a meeting.

    FORBIDDEN without a lasting part, INVALID_INPUT for one to belong to who is not of the family or a meeting of
    another case, NOT_FOUND for a sibling whom the actor may not see; RULE_BLOCKED as ``circle.record_relation``.
    """
    case = await _part(tx, child_id)
    if told.belongs_to is not None and told.belongs_to not in await _family(tx, case):
        raise invalid("person.not_of_family", "input", "belongsToId")
    if told.kind is RelationKind.SIBLING and told.person is not None:
        if await reading.child(tx, told.person) is None:
            raise not_found()
    elif told.person is not None and told.person not in await _family(tx, case):
        raise invalid("person.not_of_family", "input", "siblingId")
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


@dataclass(frozen=True, slots=True)
class ChildMoved:
    """A child moves out. ``handover``: what was agreed to be handed over, and who consented, with the day of it."""

    child: UUID
    moved_on: date
    to: str = ""
    handover_agreed_on: date | None = None
    handover: str = ""


async def record_child_moved(tx: WriteTx, command: ChildMoved) -> DepartureRow:
    """The child moves out of the municipality; the next one gets nothing by itself (trap 20).

    A handover that was agreed by consent may be recorded at the same time or later, by saying it again; nothing is
    sent by it. CONFLICT where another day is recorded.
    """
    case = await _part(tx, command.child)
    row = await departures.record_move_out(tx, case.child.id, command.moved_on, to=command.to)
    if command.handover_agreed_on is None and not command.handover.strip():
        return row
    on = command.handover_agreed_on or local_day(tx.now)
    return await departures.agree_handover(tx, row.id, on, command.handover, row.version)


async def take_back_departure(tx: WriteTx, departure: UUID, expected_version: int) -> PersonId:
    """A death or move was recorded by mistake, or the child has moved back; answers the child whose case it is."""
    row = await tx.one(departures.FIND, id=departure)
    if row is None:
        raise not_found()
    # One who has died holds custody no more, and is of the family all the same.
    for child in (row.person_id, *(one.child_id for one in await tx.many(_HELD, holder_id=row.person_id))):
        if await reading.child(tx, child) is None:
            continue
        await _part(tx, child)
        await departures.take_back_departure(tx, row.id, expected_version)
        return child
    raise not_found()


async def record_child_born(
    tx: WriteTx, child_id: UUID, born_on: date, name: str, expected_version: int
) -> None:
    """A child that was expected is born. CONFLICT for one who is born already."""
    case = await _part(tx, child_id)
    if case.child.born_on is not None:
        raise conflict("person.born_already")
    await record_born(tx, case.child.id, born_on, name, expected_version)


async def place_warnings(tx: ReadTx, child_id: UUID, place: str) -> tuple[Reason, ...]:
    """What a place of a meeting must be thought over for: a name or address in the family is protected now (trap 6).

    Nothing is refused. NOT_FOUND for an absent or foreign child.
    """
    case = await load_case(tx, child_id)
    people = await family_of(tx, case.child.id)
    if not await protection.protected_now(tx, people):
        return ()
    own = (await reading.details(tx, [case.child.id])).get(case.child.id)
    unit = (await units(tx)).get(case.child.unit_id) if case.child.unit_id else None
    return place_reasons(place, own.address if own else "", unit.name if unit else "")


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
