"""Let a colleague act for somebody who is away, and take it back.

Who may let whom is decided by the database (``policies.sql``); here it is said in words.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from services.core.db.tx import WriteTx, new_id
from services.core.delegation import store
from services.core.delegation.events import Delegated, DelegationEnded
from services.core.delegation.rules import period
from services.core.delegation.store import DelegationRow
from services.core.errors import ErrorCode, UserError, invalid, not_found
from services.core.identity import Capacity, DossierId, PersonId
from services.core.person import reading

_MAY: Final = (Capacity.PROFESSIONAL, Capacity.ADVISER, Capacity.LEADER)


@dataclass(frozen=True, slots=True)
class Delegate:
    """Who acts for whom (``absent``; None: for the actor), for these children (none: for all), and on which days."""

    delegate: UUID
    first: date
    last: date
    absent: UUID | None = None
    children: tuple[UUID, ...] = ()


async def delegate(tx: WriteTx, command: Delegate) -> list[DelegationRow]:
    """Let somebody act for somebody. NOT_FOUND for a child the actor does not see; RULE_BLOCKED where the two are no
    colleagues of a place, or the delegate could not take an adviser's part."""
    if tx.actor.capacity not in _MAY:
        raise UserError(ErrorCode.FORBIDDEN)
    absent = PersonId(command.absent) if command.absent else tx.actor.known_person
    seen = await reading.children_of(tx, [PersonId(child) for child in command.children])
    if len(seen) != len(set(command.children)):
        raise not_found()
    if command.delegate == absent:
        raise invalid("delegation.to_themself", "input", "delegateId")
    may = await tx.one(store.MAY_STAND_IN, absent=absent, delegate=command.delegate)
    if may is None or not may.may:
        raise UserError(ErrorCode.RULE_BLOCKED, "delegation.no_colleague", field=("input", "delegateId"))
    valid_from, valid_until = period(command.first, command.last, tx.now)
    made: list[UUID] = []
    concerned: list[PersonId | None] = [*sorted(seen)]
    for child in concerned or [None]:
        made.append(new_id())
        await tx.run(
            store.INSERT,
            id=made[-1],
            absent=absent,
            delegate=command.delegate,
            child=child,
            valid_from=valid_from,
            valid_until=valid_until,
        )
    tx.emit(Delegated(tuple(made), absent, PersonId(command.delegate), await _own(tx)))
    return [await store.delegation(tx, one) for one in made]


async def end_delegation(tx: WriteTx, delegation: UUID) -> DelegationRow:
    """It is over now, by either of the two or who leads the absent; over already, nothing changes."""
    row = await store.delegation(tx, delegation)
    if await tx.run(store.END, id=row.id):
        tx.emit(DelegationEnded(row.id, row.absent_id, row.delegate_id, await _own(tx)))
    return await store.delegation(tx, row.id)


async def _own(tx: WriteTx) -> DossierId:
    row = await tx.one(store.OWN)
    if row is None:
        raise LookupError("whoever acts has an identity")
    return row.id
