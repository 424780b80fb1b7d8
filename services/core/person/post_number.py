"""The CPR number that Digital Post goes to: the one number that is kept so that it can be read again (ADR 0026).

Why it is safe to keep: only where the municipality sends Digital Post, only of those who have a post box of their own
(grown-ups of a family, and the young from 15), sealed under the key of the person's own dossier, which lies in the
other instance and is destroyed with the person. The worker writes it when a register tells a number and is granted no
right to read what is sealed; the api reaches no row; the notifier opens it for the one letter that it is about to send.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import msgspec

from services.core.calendar.instants import midnight_of_birthday
from services.core.db.queries import Queries
from services.core.db.tx import ReadTx, WriteTx
from services.core.identity import DossierId, PersonId
from services.core.keys.seal import SealError, SealLabel
from services.core.person.family_circle import Basis
from services.core.tenancy.service import current_model

_SQL = Queries(__file__, "post_number.sql")
WAY = "digital_post"
"""What the model calls this way out (``tenant.messages.channels``)."""


class PostNumber(msgspec.Struct, frozen=True):
    """Ten digits (``SealLabel.DIGITAL_POST_NUMBER``)."""

    number: str

    def __repr__(self) -> str:
        return "PostNumber()"


@dataclass(frozen=True, slots=True)
class _WhoseRow:
    """``own`` is their dossier: by another name, since a row that tells nothing new is no deed in it."""

    id: PersonId
    own: DossierId
    kind: str
    kept: bool


@dataclass(frozen=True, slots=True)
class _NumberRow:
    person_id: PersonId
    dossier_id: DossierId
    sealed: bytes
    kind: str


_WHOSE = _SQL.rows("whose_number", _WhoseRow)
_KEEP = _SQL.command("keep_number")
_DROP = _SQL.command("drop_number")
_FORGET = _SQL.command("forget_numbers")
_READ = _SQL.rows("read_number", _NumberRow)


class _OwnPost(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    from_age: int
    basis: Basis


class _Law(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    own_post: _OwnPost


@cache
def _law() -> _Law:
    return msgspec.toml.decode(Path(__file__).with_suffix(".toml").read_bytes(), type=_Law)


def own_post_from_age() -> int:
    """From which birthday on somebody has Digital Post of their own (Lov om Digital Post fra offentlige afsendere §3)."""
    return _law().own_post.from_age


def own_post_basis() -> Basis:
    """What that age rests on."""
    return _law().own_post.basis


async def keep_post_number(tx: WriteTx, person: PersonId, number: str, *, changed: bool = False) -> None:
    """A register has told the CPR number that a person has now: kept where it is needed, in place of one before.

    ``changed``: it is another than was known. One that is kept already is not written again, since it is not read to
    be compared. Runs as the system.
    """
    row = await tx.one(_WHOSE, person_id=person)
    if row is None or (row.kept and not changed):
        return
    if not await _is_sent(tx) or not await _has_own_post(tx, person, row.kind):
        if row.kept:
            await tx.run(_DROP, person_id=person)
        return
    sealed = await tx.seal(SealLabel.DIGITAL_POST_NUMBER, row.own, person, PostNumber(number))
    await tx.run(_KEEP, person_id=person, dossier_id=row.own, sealed=sealed)


async def keep_told_number(tx: WriteTx, person: PersonId, number: str) -> None:
    """The same where a row tells nothing new but a number, which may have been replaced long ago: then nothing changes.

    So a number is kept from the first telling after the municipality began to send Digital Post, or a child turned 15.
    """
    row = await tx.one(_WHOSE, person_id=person)
    if row is None or row.kept:
        return
    if await tx.keyring.find_person(tx.tenant, "cpr", number) == person:
        await keep_post_number(tx, person, number)


async def forget_post_numbers(tx: WriteTx) -> int:
    """Let go of every number in a municipality that sends no Digital Post any more; answers how many."""
    return 0 if await _is_sent(tx) else await tx.run(_FORGET)


async def post_number(tx: ReadTx, person: PersonId) -> str:
    """The number that a letter to a person goes to; '' for who has no Digital Post that we know of. The notifier's alone."""
    row = await tx.one(_READ, person_id=person)
    if row is None or not await _has_own_post(tx, person, row.kind):
        return ""
    try:
        opened = await tx.open_sealed(
            SealLabel.DIGITAL_POST_NUMBER, row.dossier_id, person, row.sealed, PostNumber
        )
    except SealError:
        return ""
    return opened.number


async def _is_sent(tx: ReadTx) -> bool:
    return WAY in (await current_model(tx)).model.tenant.messages.channels


async def _has_own_post(tx: ReadTx, person: PersonId, kind: str) -> bool:
    """Professionals are written to at work; of a child it is the birth date that says, and without one it has none."""
    if kind != "subject":
        return kind == "adult"
    # Past the transaction's memory: the birth date may have been told a moment ago.
    born = (await tx.keyring.births(tx.tenant, [person])).get(person)
    return born is not None and tx.now >= midnight_of_birthday(born, own_post_from_age())
