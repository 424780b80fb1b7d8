"""Break the glass, end it, and judge it afterwards.

Why this is safe: everything that is decided here is decided again by the database (``policies.sql``): who may, the
reason, the end, the count of attempts. Whether a child is there is answered by nothing but a search with a whole reason,
which is counted whether it finds or not; a search finds by an exact number, or an exact name and birth date.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

import asyncpg

from services.core.db.tx import WriteTx, new_id
from services.core.emergency_access import store
from services.core.emergency_access.events import GlassBroken
from services.core.emergency_access.rules import hours_of, named_alike, require_reviewer, said
from services.core.emergency_access.store import EmergencyNote, EmergencyReason, EmergencyRow, FoundRow
from services.core.errors import ErrorCode, UserError, conflict, invalid
from services.core.identity import Capacity, PersonId
from services.core.keys.seal import SealLabel, unseal
from services.core.person.details import PersonDetails

_MAY: Final = (Capacity.PROFESSIONAL, Capacity.ADVISER)
_TOO_MANY: Final = "RB010"


@dataclass(frozen=True, slots=True)
class BreakGlass:
    """Whom somebody must see now, why, and for how long. Either ``cpr``, or ``name`` and ``born_on``."""

    category: str
    words: str
    hours: int | None = None
    cpr: str = ""
    name: str = ""
    born_on: date | None = None


async def break_glass(tx: WriteTx, command: BreakGlass) -> EmergencyRow | None:
    """Open a child; None where nobody, or not one alone, is meant: that answer has cost an attempt too.

    FORBIDDEN for others than professionals and advisers, INVALID_INPUT without a whole reason, RATE_LIMITED after too
    many attempts, CONFLICT where the actor sees the child already.
    """
    if tx.actor.capacity not in _MAY:
        raise UserError(ErrorCode.FORBIDDEN)
    hours = hours_of(command.category, command.hours)
    words = said(command.words, "reason")
    found = await _find(tx, command)
    if found is None:
        return None
    whole = await tx.one(store.SEES_WHOLE, dossier=found.identity_id)
    if whole is not None and whole.whole:
        raise conflict("emergency_access.seen_already")
    emergency = new_id()
    await tx.run(
        store.OPEN,
        id=emergency,
        dossier_id=found.identity_id,
        child_id=found.id,
        category=command.category,
        hours=hours,
        sealed=await tx.seal(
            SealLabel.EMERGENCY_REASON, found.identity_id, emergency, EmergencyReason(words)
        ),
    )
    tx.emit(GlassBroken(found.identity_id, emergency, found.id))
    return await store.emergency(tx, emergency)


async def end_emergency(tx: WriteTx, emergency: UUID) -> EmergencyRow:
    """It ends now, by whoever opened it, a leader of the unit or the data protection officer; ended, nothing changes."""
    row = await store.emergency(tx, emergency)
    await tx.run(store.END, id=row.id)
    return await store.emergency(tx, row.id)


async def review_emergency(tx: WriteTx, emergency: UUID, justified: bool, note: str) -> EmergencyRow:
    """Say whether it was justified, and why. Each who answers for it says so once (CONFLICT for a second time)."""
    row = await store.emergency(tx, emergency)
    require_reviewer(tx.actor.capacity.value, tx.actor.person, row.person_id)
    text, review = said(note, "note"), new_id()
    if any(one.reviewed_by == tx.actor.person for one in await store.reviews(tx, row)):
        raise conflict("emergency_access.reviewed")
    await tx.run(
        store.REVIEW,
        id=review,
        dossier_id=row.dossier_id,
        emergency=row.id,
        justified=justified,
        sealed=await tx.seal(SealLabel.EMERGENCY_NOTE, row.dossier_id, review, EmergencyNote(text)),
    )
    return row


async def _find(tx: WriteTx, command: BreakGlass) -> FoundRow | None:
    by_number = bool(command.cpr.strip())
    parts = bool(command.name.strip()) + (command.born_on is not None)
    by_name = parts == 2
    if by_number == by_name or (by_number and parts):
        raise invalid("emergency_access.one_way", "input", "cpr" if by_number else "name")
    if by_number or command.born_on is None:
        known = await tx.keyring.find_person(tx.tenant, "cpr", number_of(command.cpr))
        ids = [] if known is None else [known]
    else:
        ids = await tx.keyring.born_on(tx.tenant, command.born_on)
    found = await _look(tx, ids)
    if by_name:
        found = [one for one in found if named_alike(await _name(tx, one), command.name)]
    return found[0] if len(found) == 1 else None


async def _look(tx: WriteTx, ids: list[PersonId]) -> list[FoundRow]:
    try:
        return await tx.many(store.LOOK, ids=ids)
    except asyncpg.PostgresError as raised:
        if raised.sqlstate == _TOO_MANY:
            raise UserError(ErrorCode.RATE_LIMITED, "emergency_access.too_many") from raised
        raise


async def _name(tx: WriteTx, found: FoundRow) -> str:
    # Compared alone: whoever has another name was not seen, and is not in the log.
    keys = await tx.keyring.fetch(tx.tenant, [found.identity_id])
    if found.identity_id not in keys:
        return ""
    key = keys[found.identity_id]
    opened = unseal(
        key, SealLabel.PERSON, tx.tenant, found.identity_id, found.id, found.sealed, PersonDetails
    )
    return opened.name


def number_of(cpr: str) -> str:
    """A CPR number as it was written, in ten digits; INVALID_INPUT for anything else."""
    digits = "".join(one for one in cpr if one not in " -")
    if len(digits) != 10 or not digits.isdecimal():
        raise invalid("emergency_access.not_a_number", "input", "cpr")
    return digits
