"""Versions of a tenant's model: proposed, approved by others than the author, in force from a day on.

Everything here is decided while nobody else of the tenant decides (``one_at_a_time``), and the database judges it once
more (``policies.sql``): the operator's command can propose and take back, and never approve.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from services.core.calendar import local_day
from services.core.db.tx import ReadTx, WriteTx, new_id
from services.core.errors import ErrorCode, UserError, conflict, invalid, not_found
from services.core.identity import Capacity, PersonId
from services.core.tenancy import store
from services.core.tenancy.approval import (
    OPERATOR,
    Standing,
    Verdict,
    VersionState,
    approvals_missing,
    day_of_effect,
    may_take_effect,
    states,
)
from services.core.tenancy.in_force import InForce, model_version
from services.core.tenancy.model import Model, encode_model
from services.core.tenancy.refusal import refusal, require
from services.core.tenancy.store import DecisionRow, VersionRow

MOST_NOTE = 2000


@dataclass(frozen=True, slots=True)
class Version:
    """A version with what was said of it. ``missing``: how many others than its author must still approve."""

    row: VersionRow
    state: VersionState
    decisions: tuple[DecisionRow, ...]
    missing: int

    @property
    def id(self) -> UUID:
        """Its id."""
        return self.row.id

    @property
    def author(self) -> str:
        """Who proposed it, as approvals count them."""
        return str(self.row.author_id) if self.row.author_id else OPERATOR

    @property
    def approved_by(self) -> frozenset[str]:
        """Who has approved it."""
        return frozenset(str(one.person_id) for one in self.decisions if one.decision == Verdict.APPROVED)


@dataclass(frozen=True, slots=True)
class Proposed:
    """What proposing did. ``is_new``: a version was stored; else it is one that was there already."""

    id: UUID
    number: int
    state: VersionState
    missing: int
    is_new: bool


async def versions(tx: ReadTx) -> list[Version]:
    """Every version of the tenant's model, the newest first."""
    rows = await tx.many(store.VERSIONS)
    said: dict[UUID, list[DecisionRow]] = {row.id: [] for row in rows}
    for decision in await tx.many(store.DECISIONS):
        said[decision.version_id].append(decision)
    standing = [
        Standing(row.number, row.applies_from, frozenset(Verdict(one.decision) for one in said[row.id]))
        for row in rows
    ]
    found = states(standing, local_day(tx.now))
    ruling = await _ruling(tx, rows)
    listed = []
    for row in rows:
        one = Version(row, found[row.number], tuple(said[row.id]), 0)
        open_ = ruling is not None and one.state is VersionState.PROPOSED
        missing = approvals_missing(ruling.model, one.author, one.approved_by) if ruling and open_ else 0
        listed.append(Version(row, one.state, one.decisions, missing))
    return listed


async def find_version(tx: ReadTx, version_id: UUID) -> Version:
    """One of them; NOT_FOUND for an absent or foreign one alike."""
    for one in await versions(tx):
        if one.id == version_id:
            return one
    raise not_found()


async def approved_before(tx: ReadTx, version: Version) -> Version | None:
    """The last approved version before this one, with which it is read; None for the first of all."""
    for one in await versions(tx):
        if one.row.number < version.row.number and one.row.applies_from is not None:
            return one
    return None


async def propose(
    tx: WriteTx, model: Model, *, author: PersonId | None = None, wanted_from: date | None = None
) -> Proposed:
    """Store a changed model as a new version; it applies at once where nobody need approve it.

    ``author`` None: the operator. ``wanted_from``: the Copenhagen day before which it must not apply. What the same
    author has proposed before and nobody settled is taken back: only their newest word stands. The same content again
    changes nothing, also where it was rejected.
    """
    await tx.one(store.ONE_AT_A_TIME)
    content = encode_model(model)
    digest = hashlib.sha256(content).digest()
    known = await versions(tx)
    today = local_day(tx.now)
    adopted = next((one for one in known if one.row.applies_from is not None), None)
    own = [one for one in known if one.row.author_id == author and one.row.applies_from is None]
    for older in own:
        if older.state is VersionState.PROPOSED and older.row.digest != digest:
            await _decide(tx, older, Verdict.WITHDRAWN, person=author)
    if adopted is not None and adopted.row.digest == digest:
        return _as_it_is(adopted)
    settled = {VersionState.PROPOSED, VersionState.REJECTED}
    again = next((one for one in own if one.row.digest == digest and one.state in settled), None)
    if again is not None:
        return _as_it_is(again)
    version = new_id()
    number = known[0].row.number + 1 if known else 1
    await tx.run(
        store.INSERT_VERSION,
        id=version,
        number=number,
        language=model.language,
        digest=digest,
        content=content.decode(),
        wanted_from=wanted_from or today,
        author_id=author,
    )
    await _adopt_if_approved(tx, version)
    stored = await find_version(tx, version)
    return Proposed(version, number, stored.state, stored.missing, is_new=True)


async def approve(
    tx: WriteTx, version_id: UUID, digest: str, *, applies_from: date | None = None, note: str = ""
) -> Version:
    """Approve exactly the content with this digest (hexadecimal); it applies once enough have approved.

    ``applies_from``: the Copenhagen day before which it must not apply. Raises FORBIDDEN for anyone but an
    administrator, CONFLICT when it is not what was read, RULE_BLOCKED for its author and for what is settled,
    INVALID_INPUT for a day gone by.
    """
    actor = _administrator(tx)
    found = await _open_version(tx, version_id, digest)
    if applies_from is not None and applies_from < local_day(tx.now):
        raise invalid("model.day_gone_by", "input", "appliesFrom")
    ruling = await _ruling(tx, await tx.many(store.VERSIONS))
    if found.row.author_id == actor:
        if ruling is not None:
            require(may_take_effect(ruling.model, found.author, [str(actor)]))
        raise refusal(())
    if str(actor) in found.approved_by:
        return found
    await _decide(tx, found, Verdict.APPROVED, person=actor, applies_from=applies_from, note=note)
    await _adopt_if_approved(tx, version_id)
    return await find_version(tx, version_id)


async def reject(tx: WriteTx, version_id: UUID, digest: str, note: str) -> Version:
    """Say no to a proposed version, with why; it is settled by that. Raises as ``approve`` does."""
    actor = _administrator(tx)
    found = await _open_version(tx, version_id, digest)
    if found.row.author_id == actor:
        raise UserError(ErrorCode.RULE_BLOCKED, "model.withdraw_own")
    if not note.strip():
        raise invalid("model.note_missing", "input", "note")
    await _decide(tx, found, Verdict.REJECTED, person=actor, note=note)
    return await find_version(tx, version_id)


async def withdraw(tx: WriteTx, version_id: UUID, digest: str) -> Version:
    """Take back what one has proposed; the operator's is taken back by the system. Raises as ``approve`` does."""
    actor = None if tx.actor.capacity is Capacity.SYSTEM else _administrator(tx)
    found = await _open_version(tx, version_id, digest)
    if found.row.author_id != actor:
        raise UserError(ErrorCode.RULE_BLOCKED, "model.not_own")
    await _decide(tx, found, Verdict.WITHDRAWN, person=actor)
    return await find_version(tx, version_id)


async def withdraw_number(tx: WriteTx, number: int) -> Version:
    """The same by the version's number, for a command."""
    for one in await versions(tx):
        if one.row.number == number:
            return await withdraw(tx, one.id, one.row.digest.hex())
    raise not_found()


def _administrator(tx: WriteTx) -> PersonId:
    if tx.actor.capacity is not Capacity.ADMINISTRATOR:
        raise UserError(ErrorCode.FORBIDDEN)
    return tx.actor.known_person


async def _open_version(tx: WriteTx, version_id: UUID, digest: str) -> Version:
    await tx.one(store.ONE_AT_A_TIME)
    found = await find_version(tx, version_id)
    if found.row.digest.hex() != digest.strip().lower():
        raise conflict("model.not_what_was_read")
    if found.state is not VersionState.PROPOSED:
        raise UserError(ErrorCode.RULE_BLOCKED, "model.settled")
    return found


async def _decide(
    tx: WriteTx,
    version: Version,
    verdict: Verdict,
    *,
    person: UUID | None,
    applies_from: date | None = None,
    note: str = "",
) -> None:
    if len(note) > MOST_NOTE:
        raise invalid("model.note_long", "input", "note", most=MOST_NOTE)
    await tx.run(
        store.INSERT_DECISION,
        id=new_id(),
        version_id=version.id,
        person_id=person,
        decision=verdict.value,
        digest=version.row.digest,
        applies_from=applies_from,
        note=note.strip(),
    )


async def _adopt_if_approved(tx: WriteTx, version_id: UUID) -> None:
    found = await find_version(tx, version_id)
    if found.missing == 0:
        asked = [one.applies_from for one in found.decisions if one.decision == Verdict.APPROVED]
        day = day_of_effect(local_day(tx.now), found.row.wanted_from, *asked)
        await tx.run(store.INSERT_ADOPTION, version_id=version_id, applies_from=day)


async def _ruling(tx: ReadTx, rows: Sequence[VersionRow]) -> InForce | None:
    """The version whose rule decides what may follow: the one in force, before any is the newest adopted one."""
    today = local_day(tx.now)
    adopted = [(row.applies_from <= today, row.number, row.id) for row in rows if row.applies_from]
    return await model_version(tx, max(adopted)[2]) if adopted else None


def _as_it_is(one: Version) -> Proposed:
    return Proposed(one.id, one.row.number, one.state, one.missing, is_new=False)
