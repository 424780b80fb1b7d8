"""Death, and moving away: recorded with the day, in effect in every wall at once.

The transaction that records it is the last that sees things as they were: from ``effective_at``, one moment after its
own time, access has ended (``access/policies.sql``), custody has ended with a life, sessions of the dead are over and
the outbox refuses what is to or about them for the family. What else follows is done by a reaction, and by a sweep
where there is none or a day lies ahead (``services/core/sweep/departures.py``).
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Literal
from uuid import UUID

import msgspec

from services.core.calendar.instants import local_day, local_instant
from services.core.db.queries import DueCount, Queries
from services.core.db.tx import ReadTx, WriteTx, new_id
from services.core.errors import ErrorCode, UserError, conflict, invalid, not_found
from services.core.identity import DossierId, PersonId
from services.core.keys.seal import SealLabel
from services.core.person.events import PersonDeparted

_SQL = Queries(__file__, "departures.sql")
Departing = Literal["death", "move_out"]


class DepartureDetails(msgspec.Struct, frozen=True, omit_defaults=True):
    """What was said beside a departure (``SealLabel.DEPARTURE``): where to, and how a handover was agreed."""

    to: str = ""
    handover: str = ""


@dataclass(frozen=True, slots=True)
class DepartureRow:
    """One departure; ``sealed`` holds ``DepartureDetails``. ``over_at``: a mistake, or the family moved back."""

    id: UUID
    person_id: PersonId
    dossier_id: DossierId
    kind: str
    happened_on: date
    effective_at: datetime
    recorded_at: datetime
    recorded_by: PersonId | None
    settled_at: datetime | None
    handover_agreed_on: date | None
    handover_recorded_by: PersonId | None
    sealed: bytes
    version: int


@dataclass(frozen=True, slots=True)
class DossierRow:
    """The identity dossier of one of whom the actor may record something."""

    dossier: DossierId | None


@dataclass(frozen=True, slots=True)
class HolderRow:
    """One who holds or held custody."""

    holder_id: PersonId


_HOLDERS = _SQL.rows("holders_ever", HolderRow)
_OF = _SQL.rows("departures_of", DepartureRow)
FIND = _SQL.rows("find_departure", DepartureRow)


TO_SETTLE = _SQL.rows("departures_to_settle", DepartureRow)
PUT_OFF = _SQL.command("put_off_departure")
COUNT_TO_SETTLE = _SQL.rows("count_to_settle", DueCount)
SETTLED = _SQL.command("departure_settled")
_DOSSIER = _SQL.rows("dossier_to_record", DossierRow)
_ADD = _SQL.command("add_departure")
_TAKE_BACK = _SQL.command("take_back_departure")
_AGREE = _SQL.command("agree_handover")


async def record_death(tx: WriteTx, person: PersonId, died_on: date) -> DepartureRow:
    """A child, a custody holder or a professional has died. Recorded already, nothing changes.

    INVALID_INPUT for a day ahead, NOT_FOUND for one of whom the actor may not record anything.
    """
    if died_on > local_day(tx.now):
        raise invalid("person.death_ahead", "input", "diedOn")
    return await _record(tx, person, "death", died_on, DepartureDetails())


async def record_move_out(tx: WriteTx, child: PersonId, moved_on: date, *, to: str = "") -> DepartureRow:
    """A child moves out of the municipality: access ends at the start of that Copenhagen day, or now if it is past.

    ``to`` is for people: nothing is sent there, the next municipality gets nothing by itself (trap 20). Recorded
    already, nothing changes; another day: CONFLICT, take it back first.
    """
    return await _record(tx, child, "move_out", moved_on, DepartureDetails(to=to.strip()))


async def take_back_departure(tx: WriteTx, departure: UUID, expected_version: int) -> None:
    """It was a mistake, or the child has moved back: the walls know it no more. What was called off stays so."""
    await tx.run_versioned(_TAKE_BACK, id=departure, by=tx.actor.person, expected_version=expected_version)


async def agree_handover(
    tx: WriteTx, departure: UUID, agreed_on: date, how: str, expected_version: int
) -> DepartureRow:
    """A professional records that a handover to the next municipality was agreed by consent. Nothing is sent by it.

    INVALID_INPUT for a day ahead or without the words, NOT_FOUND for what is no move.
    """
    if agreed_on > local_day(tx.now):
        raise invalid("person.agreed_ahead", "input", "agreedOn")
    if not how.strip():
        raise invalid("person.handover_missing", "input", "how")
    row = await tx.one(FIND, id=departure)
    if row is None or row.kind != "move_out":
        raise not_found()
    said = msgspec.structs.replace(await details_of(tx, row), handover=how.strip())
    await tx.run_versioned(
        _AGREE,
        id=row.id,
        expected_version=expected_version,
        agreed_on=agreed_on,
        recorded_by=tx.actor.known_person,
        sealed=await tx.seal(SealLabel.DEPARTURE, row.dossier_id, row.id, said),
    )
    found = await tx.one(FIND, id=departure)
    if found is None:
        raise not_found()
    return found


async def departures_of(tx: ReadTx, people: Collection[PersonId]) -> list[DepartureRow]:
    """What stands of these people, as far as the actor may know it."""
    return await tx.many(_OF, people=list(people)) if people else []


async def holders_ever(tx: ReadTx, child: PersonId) -> list[PersonId]:
    """Who holds or held custody of a child, as far as the actor may know: also who has died."""
    return [row.holder_id for row in await tx.many(_HOLDERS, child_id=child)]


async def details_of(tx: ReadTx, row: DepartureRow) -> DepartureDetails:
    """Open what was said beside it."""
    return await tx.open_sealed(SealLabel.DEPARTURE, row.dossier_id, row.id, row.sealed, DepartureDetails)


async def _record(
    tx: WriteTx, person: PersonId, kind: Departing, day: date, said: DepartureDetails
) -> DepartureRow:
    known = next((row for row in await departures_of(tx, [person]) if row.kind == kind), None)
    if known is not None:
        if known.happened_on != day:
            raise conflict("person.departure_known")
        return known
    found = await tx.one(_DOSSIER, person_id=person)
    if found is None or found.dossier is None:
        raise not_found()
    departure = new_id()
    at = max(local_instant(day, time(0)), tx.now + datetime.resolution)
    if kind == "death":
        at = tx.now + datetime.resolution
    await tx.run(
        _ADD,
        id=departure,
        person_id=person,
        dossier_id=found.dossier,
        kind=kind,
        happened_on=day,
        effective_at=at,
        recorded_by=tx.actor.person,
        sealed=await tx.seal(SealLabel.DEPARTURE, found.dossier, departure, said),
    )
    tx.emit(PersonDeparted(departure))
    row = await tx.one(FIND, id=departure)
    if row is None:
        raise UserError(ErrorCode.FORBIDDEN)
    return row
