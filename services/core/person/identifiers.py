"""The numbers a person is known by: several, of different kinds, and each can be replaced.

A person is an id of ours; numbers are rows about it. A keyed hash of the number lies in the keys instance and finds the
person, and here stands what may be shown, with the rest blotted out. A number that was replaced stays bound to its
person and finds nobody: it lets no stranger in, and no one else gets it. The number itself is kept for one thing alone,
sealed, where Digital Post is sent by it (``post_number.py``).

Runs as the system. The keys instance commits at once: a transaction that fails afterwards leaves the new number
working and the rows as they were, and the next telling mends that (so a dry run must not come here).
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final
from uuid import UUID

import msgspec
from asyncpg import Range

from services.core.db.queries import Queries
from services.core.db.tx import ReadTx, WriteTx, new_id
from services.core.errors import invalid
from services.core.identity import DossierId, PersonId
from services.core.keys.seal import SealLabel
from services.core.person import store
from services.core.person.post_number import keep_post_number

_SQL = Queries(__file__, "identifiers.sql")


class IdentifierTakenError(Exception):
    """A number belongs to someone else here already, or did once. Never says which number."""


class IdentifierKind(StrEnum):
    """What kind of number. ``REPLACEMENT_CPR``: the day of birth has 60 added, for who has no CPR number yet."""

    CPR = "cpr"
    REPLACEMENT_CPR = "replacement_cpr"
    MITID = "mitid"
    INSTITUTION = "institution"


_NUMBERS: Final = (IdentifierKind.CPR, IdentifierKind.REPLACEMENT_CPR)
_LOOKUP: Final = {
    IdentifierKind.CPR: "cpr",
    IdentifierKind.REPLACEMENT_CPR: "cpr",
    IdentifierKind.MITID: "mitid",
    IdentifierKind.INSTITUTION: "institution",
}
"""By what name the keys instance knows the kind: one logs in with either sort of CPR number."""


class IdentifierDetails(msgspec.Struct, frozen=True):
    """What is kept of a number (``SealLabel.IDENTIFIER``)."""

    masked: str


@dataclass(frozen=True, slots=True)
class IdentifierRow:
    """A period in which a person had a number. Times are business time."""

    id: UUID
    person_id: PersonId
    dossier_id: DossierId
    kind: str
    place: int
    valid_from: datetime | None
    valid_until: datetime | None
    sealed: bytes


@dataclass(frozen=True, slots=True)
class Identifier:
    """A number as it may be shown. ``valid_until`` is None for one that holds now."""

    kind: IdentifierKind
    masked: str
    valid_from: datetime | None
    valid_until: datetime | None


_KNOWN = _SQL.rows("identifiers_of_person", IdentifierRow)
_ADD = _SQL.command("add_identifier")
_CLOSE = _SQL.command("close_identifier")
_END_SESSIONS = _SQL.command("end_sessions_of")


def kind_of_cpr(number: str) -> IdentifierKind:
    """Whether ten digits are a CPR number or a replacement (day 61 to 91); INVALID_INPUT for anything else.

    There has been no check digit since 2007.
    """
    if len(number) != 10 or not number.isdecimal() or not number.isascii():
        raise invalid("person.no_cpr", "cpr")
    day, month = int(number[:2]), int(number[2:4])
    replaced = 61 <= day <= 91
    if not (1 <= (day - 60 if replaced else day) <= 31 and 1 <= month <= 12):
        raise invalid("person.no_cpr", "cpr")
    return IdentifierKind.REPLACEMENT_CPR if replaced else IdentifierKind.CPR


def masked(kind: IdentifierKind, value: str) -> str:
    """The harmless part of a number: a CPR number's date, the end of anything else."""
    if kind in _NUMBERS:
        return f"{value[:6]}-••••"
    return f"••••{value[-3:]}" if len(value) > 6 else "••••"


async def replace_identifier(
    tx: WriteTx,
    person: PersonId,
    kind: IdentifierKind,
    value: str,
    *,
    valid_from: datetime | None = None,
) -> None:
    """The person has this number of the kind from now (or ``valid_from``) on, and no other.

    A CPR number and a replacement number replace each other. The person logs in by the new one at once; the old one
    lets nobody in, and who is logged in logs in again. The same number again changes nothing. Raises
    ``IdentifierTakenError``, ``LookupError`` for an unknown person, INVALID_INPUT for what is no CPR number.
    """
    found = await _known(tx, person)
    kind = _checked(kind, value)
    holder, changed = await tx.keyring.replace_identifier(tx.tenant, _LOOKUP[kind], value, person)
    if holder != person:
        raise IdentifierTakenError
    await _note(tx, person, found, kind, value, valid_from or tx.now, changed=changed)
    if kind in _NUMBERS:
        await keep_post_number(tx, person, value, changed=changed)


async def record_identifier(tx: WriteTx, person: PersonId, kind: IdentifierKind, value: str) -> None:
    """Somebody tells of a number that the person has, beside those known: an institution's key, or the first CPR number.

    A CPR number that is new replaces the one before; one that was replaced before changes nothing, since whoever
    tells of it has not heard. Raises as ``replace_identifier``.
    """
    found = await _known(tx, person)
    kind = _checked(kind, value)
    holder, standing = await tx.keyring.tell_identifier(tx.tenant, _LOOKUP[kind], value, person)
    if holder != person:
        raise IdentifierTakenError
    if standing == "retired":
        return
    if standing == "fresh" and kind is not IdentifierKind.INSTITUTION:
        await tx.keyring.replace_identifier(tx.tenant, _LOOKUP[kind], value, person)
    fresh = standing == "fresh"
    await _note(tx, person, found, kind, value, tx.now, changed=fresh)
    if kind in _NUMBERS:
        await keep_post_number(tx, person, value, changed=fresh)


async def identifiers(tx: ReadTx, person: PersonId) -> list[Identifier]:
    """The numbers a person has and has had, the present ones first; empty for who may not see them."""
    rows = await tx.many(_KNOWN, person_id=person)
    return [
        Identifier(
            IdentifierKind(row.kind),
            (await _opened(tx, row)).masked,
            row.valid_from,
            row.valid_until,
        )
        for row in rows
    ]


def _checked(kind: IdentifierKind, value: str) -> IdentifierKind:
    if not value.strip():
        raise invalid("person.no_cpr", "value")
    return kind_of_cpr(value) if kind in _NUMBERS else kind


async def _known(tx: ReadTx, person: PersonId) -> DossierId:
    row = await tx.one(store.BY_ID, ids=[person])
    if row is None:
        raise LookupError("an identifier needs a known person")
    return row.dossier_id


async def _note(
    tx: WriteTx,
    person: PersonId,
    dossier: DossierId,
    kind: IdentifierKind,
    value: str,
    since: datetime,
    *,
    changed: bool,
) -> None:
    """The rows: what was held true of such a number ends, what holds now begins. Two numbers can look alike blotted out."""
    rows = [row for row in await tx.many(_KNOWN, person_id=person) if row.valid_until is None]
    shown = masked(kind, value)
    alike = [row for row in rows if _alike(IdentifierKind(row.kind), kind)]
    known = [row for row in alike if row.kind == kind and (await _opened(tx, row)).masked == shown]
    if known and not changed:
        return
    place = 0
    if kind is IdentifierKind.INSTITUTION:
        place = max((row.place for row in alike), default=-1) + 1
    else:
        for row in alike:
            await _end(tx, row, since)
        if alike:
            await tx.run(_END_SESSIONS, person_id=person)
    await _add(tx, person, dossier, kind, place, Range(since, None), shown)


def _alike(one: IdentifierKind, other: IdentifierKind) -> bool:
    return one is other or {one, other} <= set(_NUMBERS)


async def _end(tx: WriteTx, row: IdentifierRow, until: datetime) -> None:
    """What was recorded as lasting is known to have ended; that it was held true stays."""
    await tx.run(_CLOSE, id=row.id)
    if row.valid_from is None or row.valid_from < until:
        said = await _opened(tx, row)
        period = Range(row.valid_from, until)
        await _add(
            tx, row.person_id, row.dossier_id, IdentifierKind(row.kind), row.place, period, said.masked
        )


async def _add(
    tx: WriteTx,
    person: PersonId,
    dossier: DossierId,
    kind: IdentifierKind,
    place: int,
    valid: "Range[datetime]",
    shown: str,
) -> None:
    row = new_id()
    await tx.run(
        _ADD,
        id=row,
        person_id=person,
        dossier_id=dossier,
        kind=kind.value,
        place=place,
        valid=valid,
        sealed=await tx.seal(SealLabel.IDENTIFIER, dossier, row, IdentifierDetails(shown)),
    )


async def _opened(tx: ReadTx, row: IdentifierRow) -> IdentifierDetails:
    return await tx.open_sealed(SealLabel.IDENTIFIER, row.dossier_id, row.id, row.sealed, IdentifierDetails)
