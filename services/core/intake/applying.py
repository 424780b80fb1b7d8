"""Carrying out what was planned for one row, through the services that record people and places."""

from typing import assert_never

from services.core.db.tx import WriteTx
from services.core.identity import PersonId, UnitId
from services.core.intake import tables
from services.core.intake.known import Found, Known, Pending, load_people
from services.core.intake.planned import Planned
from services.core.intake.planning_facts import period_of
from services.core.intake.records import (
    CustodyRecord,
    DeathRecord,
    EmploymentRecord,
    EnrolmentRecord,
    MoveRecord,
    PersonRecord,
    ProtectionRecord,
    RelationRecord,
    StaffRecord,
    UnitRecord,
    key_of,
    kind_of,
)
from services.core.intake.tables import KeyRow
from services.core.person.departures import record_death, record_move_out
from services.core.person.details import PersonDetails
from services.core.person.periods import (
    record_custody,
    record_employment,
    record_enrolment,
    record_relation,
)
from services.core.person.post_number import keep_told_number
from services.core.person.protection import record_protection
from services.core.person.service import NewPerson, NewStaff, record_person, record_staff
from services.core.unit import store as units
from services.core.unit.service import record_unit


async def carry_out(tx: WriteTx, planned: Planned, known: Known) -> None:
    """Do what was planned, and remember what the row's key is. Raises what the services raise."""
    record = planned.record
    match record:
        case UnitRecord():
            row = await _unit(tx, planned, record, known)
        case StaffRecord():
            row = await _staff(tx, planned, record, known)
        case PersonRecord():
            row = await _person(tx, planned, record, known)
        case EmploymentRecord() | EnrolmentRecord() | CustodyRecord() | RelationRecord():
            row = await _fact(tx, planned, record, known)
        case ProtectionRecord() | DeathRecord() | MoveRecord():
            row = await _of_person(tx, planned, record, known)
        case _:
            assert_never(record)
    at = row.kind, row.key
    if known.keys.get(at) != row:
        await tx.run(
            tables.PUT_KEY,
            source=known.run.source,
            kind=row.kind,
            key=row.key,
            person_id=row.person_id,
            unit_id=row.unit_id,
            other_id=row.other_id,
            role=row.role,
        )
        known.keys[at] = row


def _row(
    planned: Planned,
    known: Known,
    *,
    person: PersonId | None = None,
    unit: UnitId | None = None,
    other: PersonId | None = None,
    role: str = "",
) -> KeyRow:
    kind, key = known.key(kind_of(planned.record), key_of(planned.record))
    return KeyRow(kind, key, person, unit, other, role)


def _there(found: Found) -> PersonId | UnitId:
    """In the carrying out nobody is pending: an earlier row has made them, or this one was refused."""
    if isinstance(found, Pending):
        raise LookupError("a row points at what its check alone has made")
    return found


async def _unit(tx: WriteTx, planned: Planned, record: UnitRecord, known: Known) -> KeyRow:
    found = planned.found
    before = known.units[UnitId(_there(found))] if found is not None else None
    if before is None:
        unit = await record_unit(
            tx,
            f"{known.run.source}:{record.key}",
            record.unit_kind or "",
            record.name or "",
            parent=UnitId(_there(planned.pointed[0])) if planned.pointed else None,
            district=record.district or "",
        )
    else:
        unit = before.id
        parent = before.parent_id
        if record.parent is not None:
            parent = UnitId(_there(planned.pointed[0])) if planned.pointed else None
        if planned.action == "changed":
            await tx.run(
                units.UPDATE,
                id=unit,
                parent_id=parent,
                kind=before.kind if record.unit_kind is None else record.unit_kind,
                name=record.name or before.name,
                district=before.district if record.district is None else record.district,
            )
    if planned.action != "same":
        known.units = await units.units(tx)
    return _row(planned, known, unit=unit)


async def _staff(tx: WriteTx, planned: Planned, record: StaffRecord, known: Known) -> KeyRow:
    found = planned.found
    person = None if found is None else PersonId(_there(found))
    if planned.action != "same":
        stood = known.staff.get(person) if person is not None else None
        own = known.people[person].row.source_key if person is not None else None
        told = NewStaff(
            source_key=own or record.key,
            name=record.name or (stood.display_name if stood else ""),
            email=(stood.work_email if stood else "") if record.email is None else record.email,
            phone=(stood.work_phone if stood else "") if record.telephone is None else record.telephone,
            profession=(stood.profession if stood else "")
            if record.profession is None
            else record.profession,
        )
        person = await record_staff(tx, told)
        await _keep_up(tx, known, planned, person)
    assert person is not None
    return _row(planned, known, person=person)


async def _keep_up(tx: WriteTx, known: Known, planned: Planned, person: PersonId) -> None:
    """What is known of a person after their row; of one who is new nothing holds yet but what they are."""
    if planned.action == "new":
        known.made[person] = planned.makes
    else:
        await load_people(tx, known, [person])


async def _person(tx: WriteTx, planned: Planned, record: PersonRecord, known: Known) -> KeyRow:
    found = planned.found
    person = None if found is None else PersonId(_there(found))
    if planned.action != "same":
        before = known.people[person] if person is not None else None
        _, key = known.key(kind_of(record), key_of(record))
        kind = before.row.kind if before else "subject" if record.person_kind == "child" else "adult"
        told = NewPerson(
            source_key=(before.row.source_key if before else None) or f"intake:{key.hex()}",
            kind="subject" if kind == "subject" else "adult",
            details=planned.details or PersonDetails(record.name or ""),
            language=record.language or (before.row.language if before else "da"),
            born_on=record.born_on,
            cpr=record.cpr or "",
        )
        person = await record_person(tx, told)
        if record.cpr:
            known.cprs[record.cpr] = person
        await _keep_up(tx, known, planned, person)
    elif person is not None and record.cpr:
        await keep_told_number(tx, person, record.cpr)
    assert person is not None
    return _row(planned, known, person=person)


async def _fact(
    tx: WriteTx,
    planned: Planned,
    record: EmploymentRecord | EnrolmentRecord | CustodyRecord | RelationRecord,
    known: Known,
) -> KeyRow:
    first, second = (_there(one) for one in planned.pointed)
    person, since_until = PersonId(first), period_of(record)
    match record:
        case EmploymentRecord():
            if planned.action != "same":
                await record_employment(tx, person, UnitId(second), record.role, *since_until)
            row = _row(planned, known, person=person, unit=UnitId(second), role=record.role)
        case EnrolmentRecord():
            if planned.action != "same":
                await record_enrolment(tx, person, UnitId(second), *since_until)
            row = _row(planned, known, person=person, unit=UnitId(second))
        case CustodyRecord():
            if planned.action != "same":
                await record_custody(tx, person, PersonId(second), *since_until)
            row = _row(planned, known, person=person, other=PersonId(second))
        case RelationRecord():
            if planned.action != "same":
                await record_relation(tx, person, PersonId(second), record.relation, *since_until)
            row = _row(planned, known, person=person, other=PersonId(second), role=record.relation)
    return row


async def _of_person(
    tx: WriteTx, planned: Planned, record: ProtectionRecord | DeathRecord | MoveRecord, known: Known
) -> KeyRow:
    person = PersonId(_there(planned.pointed[0]))
    if planned.action != "same":
        match record:
            case ProtectionRecord():
                await record_protection(tx, person, record.protects, record.first_day, record.last_day)
            case DeathRecord():
                await record_death(tx, person, record.day)
            case MoveRecord():
                await record_move_out(tx, person, record.day)
    return _row(planned, known, person=person)
