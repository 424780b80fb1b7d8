"""People as source systems tell of them: registers, the school's administration, the staff list.

Everything here runs as the system and may be told again at any time: what is known already changes nothing.
Where an identifier, a birth date or a key is needed in the keys instance it is written there first, at once; a
transaction that fails after that leaves an orphan that the next telling takes up (``_id_for``).
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

import msgspec

from services.core.calendar.instants import local_day, midnight_of_birthday
from services.core.db.tx import WriteTx, new_id
from services.core.dossier.service import open_dossier
from services.core.errors import conflict, invalid, not_found
from services.core.identity import PersonId
from services.core.keys.seal import SealLabel
from services.core.person import store
from services.core.person.details import HolderDetails, PersonDetails
from services.core.person.identifiers import IdentifierTakenError, kind_of_cpr, record_identifier
from services.core.person.post_number import keep_told_number
from services.core.person.protection import tell_protection
from services.core.person.rules import majority_at, self_access_from
from services.core.tenancy.service import current_model

_OLDEST = 30
"""No model says of anybody older that they answer for themselves only from then on."""


__all__ = [
    "IdentifierTakenError",
    "NewPerson",
    "NewStaff",
    "record_birth",
    "record_born",
    "record_person",
    "record_staff",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPerson:
    """A child or young person (``subject``), or an adult of a family, as a register tells of them.

    ``source_key`` is the register's stable key. ``cpr`` is ten digits or empty; how it is kept: ``identifiers.py``.
    ``person_id`` is the id to give someone new; by default a random one.
    """

    source_key: str
    kind: Literal["subject", "adult"]
    details: PersonDetails
    language: str = "da"
    born_on: date | None = None
    cpr: str = ""
    person_id: PersonId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewStaff:
    """A professional as the municipality's staff list tells of them. ``source_key`` is the staff id of its provider's token."""

    source_key: str
    name: str
    email: str
    profession: str
    phone: str = ""
    language: str = "da"
    person_id: PersonId | None = None


async def record_person(tx: WriteTx, told: NewPerson) -> PersonId:
    """Record a person or what changed about them; answers the id. Raises ``IdentifierTakenError``."""
    person = await _record(
        tx, told.source_key, told.kind, told.details, told.language, told.cpr, told.person_id
    )
    if told.born_on is not None and await birth_of(tx, person) != told.born_on:
        await record_birth(tx, person, told.born_on)
        if told.cpr:
            # Whether somebody has Digital Post of their own is known now.
            await keep_told_number(tx, person, told.cpr)
    return person


async def record_staff(tx: WriteTx, told: NewStaff) -> PersonId:
    """Record a professional or what changed about them; answers the id."""
    details = PersonDetails(name=told.name, email=told.email)
    person = await _record(tx, told.source_key, "staff", details, told.language, "", told.person_id)
    await tx.run(
        store.PUT_STAFF,
        person_id=person,
        name=told.name,
        email=told.email,
        phone=told.phone,
        profession=told.profession,
    )
    return person


async def record_birth(tx: WriteTx, person: PersonId, born_on: date) -> None:
    """Record or correct a birth date, and with it when custody ends and the own access begins."""
    await tx.keyring.record_birth(tx.tenant, person, born_on)
    model = (await current_model(tx)).model
    await tx.run(store.MARK_BORN, id=person)
    await tx.run(store.MOVE_MAJORITY, child_id=person, majority_at=majority_at(born_on, tx.now))
    await tx.run(store.MOVE_SELF_ACCESS, child_id=person, self_access_from=self_access_from(model, born_on))
    ages, instants = _ages(born_on)
    await tx.run(store.MOVE_TERMS, child_id=person, ages=ages, instants=instants)


async def record_born(tx: WriteTx, child: PersonId, born_on: date, name: str, expected_version: int) -> None:
    """A child that was expected is born. Custody, consents and the case carry over: it is the same person.

    From now on its ages count by the birth date. Done by the system, or by a professional with a lasting part in the
    case. NOT_FOUND for an absent or foreign child, INVALID_INPUT for a day ahead or no name, CONFLICT for one who is
    born already or was changed meanwhile. The birth date is written to the keys instance first, at once.
    """
    row = await tx.one(store.BY_ID, ids=[child])
    if row is None:
        raise not_found()
    if born_on > local_day(tx.now):
        raise invalid("person.birth_ahead", "input", "bornOn")
    if not name.strip():
        raise invalid("person.name_missing", "input", "name")
    if await tx.keyring.record_first_birth(tx.tenant, child, born_on) != born_on:
        raise conflict("person.born_already")
    told = await tx.open_sealed(SealLabel.PERSON, row.dossier_id, row.id, row.sealed, PersonDetails)
    born = msgspec.structs.replace(told, name=name.strip(), expected_on=None)
    ages, instants = _ages(born_on)
    done = await tx.one(
        store.RECORD_BORN,
        id=child,
        expected_version=expected_version,
        sealed=await tx.seal(SealLabel.PERSON, row.dossier_id, row.id, born),
        majority_at=majority_at(born_on, tx.now),
        self_access_from=self_access_from((await current_model(tx)).model, born_on),
        ages=ages,
        instants=instants,
    )
    if done is None or not done.done:
        raise conflict("person.born_already")
    tx.touched.add(row.dossier_id)


def _ages(born_on: date) -> tuple[list[int], list[datetime]]:
    ages = list(range(_OLDEST + 1))
    return ages, [midnight_of_birthday(born_on, age) for age in ages]


async def birth_of(tx: WriteTx, person: PersonId) -> date | None:
    """The birth date as it stands in the keys instance now, past the transaction's memory of it."""
    return (await tx.keyring.births(tx.tenant, [person])).get(person)


async def _record(
    tx: WriteTx,
    source_key: str,
    kind: str,
    details: PersonDetails,
    language: str,
    cpr: str,
    wanted: PersonId | None,
) -> PersonId:
    known = await tx.one(store.BY_SOURCE, source_key=source_key)
    if known is not None:
        if cpr:
            await record_identifier(tx, known.id, kind_of_cpr(cpr), cpr)
        await _update(tx, known, details, language)
        return known.id
    person = await _id_for(tx, cpr, wanted)
    await _bind(tx, cpr, person)
    dossier = await open_dossier(tx, "identity")
    sealed = await tx.seal(SealLabel.PERSON, dossier, person, details)
    await tx.run(
        store.INSERT,
        id=person,
        dossier_id=dossier,
        kind=kind,
        language=language,
        source_key=source_key,
        sealed=sealed,
        unborn=kind == "subject" and details.expected_on is not None,
    )
    if cpr:
        await record_identifier(tx, person, kind_of_cpr(cpr), cpr)
    await _tell_protection(tx, person, PersonDetails(""), details)
    return person


async def _tell_protection(
    tx: WriteTx, person: PersonId, before: PersonDetails, details: PersonDetails
) -> None:
    """What a register says of protection, where the walls and the pages look for it."""
    await tell_protection(tx, person, "name", details.protected_name_until, before.protected_name_until)
    await tell_protection(
        tx, person, "address", details.protected_address_until, before.protected_address_until
    )


async def _id_for(tx: WriteTx, cpr: str, wanted: PersonId | None) -> PersonId:
    """The id of someone new. One that a failed transaction left with the CPR number is used, or let go."""
    fresh = wanted or PersonId(new_id())
    holder = await tx.keyring.find_person(tx.tenant, "cpr", cpr) if cpr else None
    if holder is None or holder == wanted:
        return fresh
    if await tx.one(store.EXISTS, id=holder) is not None:
        raise IdentifierTakenError
    if wanted is None:
        return holder
    await tx.keyring.forget_person(tx.tenant, holder)
    return fresh


async def _bind(tx: WriteTx, cpr: str, person: PersonId) -> None:
    if cpr and await tx.keyring.remember_person(tx.tenant, "cpr", cpr, person) != person:
        raise IdentifierTakenError


async def _update(tx: WriteTx, known: store.PersonRow, details: PersonDetails, language: str) -> None:
    before = await tx.open_sealed(SealLabel.PERSON, known.dossier_id, known.id, known.sealed, PersonDetails)
    details = before.keeping_own(details)
    if before == details and known.language == language:
        return
    sealed = await tx.seal(SealLabel.PERSON, known.dossier_id, known.id, details)
    await tx.run(store.UPDATE, id=known.id, language=language, sealed=sealed)
    await _tell_protection(tx, known.id, before, details)
    for custody in await tx.many(store.CUSTODY_OF_HOLDER, holder_id=known.id):
        name = await tx.seal(
            SealLabel.CUSTODY_HOLDER, custody.dossier_id, custody.id, HolderDetails(details.name)
        )
        await tx.run(store.RENAME_HOLDER, id=custody.id, sealed=name)
