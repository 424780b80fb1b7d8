"""Protected names and addresses: since when, until when, and of whom now.

Protection lapses by itself after the law's period unless it is renewed, and is compared at use: nothing that was
written while it held, or before it began, decides whether a name is shown today.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Literal
from uuid import UUID

from asyncpg import Range

from services.core.calendar.instants import end_of_day, local_day, local_instant
from services.core.db.queries import Queries
from services.core.db.tx import ReadTx, WriteTx, new_id
from services.core.errors import invalid
from services.core.identity import PersonId
from services.core.person.family_circle import protection_ends

_SQL = Queries(__file__, "protection.sql")
Protects = Literal["name", "address"]


@dataclass(frozen=True, slots=True)
class ProtectionRow:
    """A period of protection. Times are business time; ``recorded_by`` is None where a register told of it."""

    id: UUID
    person_id: PersonId
    kind: str
    valid_from: datetime
    valid_until: datetime
    recorded_by: PersonId | None

    @property
    def last_day(self) -> date:
        """The last Copenhagen day on which it holds, as it stands now."""
        return local_day(self.valid_until - _MOMENT)


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Somebody of whom something is so."""

    person_id: PersonId


_OF = _SQL.rows("protection_of", ProtectionRow)
_AMONG = _SQL.rows("protected_among", PersonRow)
_CLOSE = _SQL.command("close_protection")
_ADD = _SQL.command("add_protection")
_MOMENT = datetime.resolution


async def record_protection(
    tx: WriteTx, person: PersonId, kind: Protects, since: date, until: date | None = None
) -> None:
    """A person's name or address is protected from a Copenhagen day on, until ``until`` or as long as the law gives it.

    The last day is ``until``. Told again with another end it is renewed, or ended early; the same period again changes
    nothing. A protected name protects the address too. INVALID_INPUT when it ends before it begins.
    """
    last = until or protection_ends(since)
    if last < since:
        raise invalid("person.protection_backwards", "input", "until")
    valid = Range(local_instant(since, time(0)), end_of_day(last))
    await tx.run(_CLOSE, person_id=person, kind=kind, valid=valid)
    await _add(tx, person, kind, valid)


async def tell_protection(
    tx: WriteTx, person: PersonId, kind: Protects, until: date | None, before: date | None = None
) -> None:
    """A register tells of the last day of a protection, or that there is none any more (None, and ``before`` it told one).

    What a professional has recorded is not ended by a register that says nothing.
    """
    if until is None and before is None:
        return
    today = local_day(tx.now)
    standing = [row for row in (await protection_of(tx, [person])).get(person, []) if row.kind == kind]
    now = next((row for row in standing if row.valid_from <= tx.now), None)
    if until is None:
        if now is not None and now.recorded_by is None and now.last_day == before:
            await tx.run(_CLOSE, person_id=person, kind=kind, valid=Range(now.valid_from, tx.now))
            await _add(tx, person, kind, Range(now.valid_from, tx.now))
        return
    if until >= today and (now is None or now.last_day != until):
        since = local_day(now.valid_from) if now is not None else today
        await record_protection(tx, person, kind, since, until)


async def protection_of(tx: ReadTx, people: Collection[PersonId]) -> dict[PersonId, list[ProtectionRow]]:
    """The protections of these people that hold now or will, as far as the actor may know; the longest first."""
    rows = await tx.many(_OF, people=list(people)) if people else []
    found: dict[PersonId, list[ProtectionRow]] = {}
    for row in rows:
        found.setdefault(row.person_id, []).append(row)
    return found


async def protected_now(tx: ReadTx, people: Collection[PersonId]) -> frozenset[PersonId]:
    """Those of these whose name or address is protected now: others of the family are not shown their name.

    Answered also to who may not know more of them than that they take part in the same case.
    """
    rows = await tx.many(_AMONG, people=list(people)) if people else []
    return frozenset(row.person_id for row in rows)


async def _add(tx: WriteTx, person: PersonId, kind: Protects, valid: "Range[datetime]") -> None:
    await tx.run(_ADD, id=new_id(), person_id=person, kind=kind, valid=valid, recorded_by=tx.actor.person)
