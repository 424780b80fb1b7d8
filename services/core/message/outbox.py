"""The notifier's side of the outbox: claim, look again, settle. Nothing here sends.

Why nothing is lost and nothing goes twice: a claim is a committed lease with a new attempt number. A notifier
that dies leaves a lease that runs out, and the message is claimed again. One that was only slow finds its number
old at ``keep_claim``, its last look before the content goes, and stops. Every end is recorded under the number
it was claimed with, so an old holder can record nothing. What remains is the moment between the receiver's yes
and ``settle``: a crash there sends again, under the same Message-ID, since no one can know.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from services.core.db.tx import ReadTx, WriteTx
from services.core.message import store
from services.core.message.kinds import TOGETHER, Channel, MessageState, Reason
from services.core.message.retry import Failure
from services.core.message.ways import NOWHERE, OTHERWISE, fall_back

_TOGETHER: Final = sorted(kind.value for kind in TOGETHER)
LEASE: Final = timedelta(seconds=60)
"""How long a message waits whose notifier died. One that lives renews its claims, however long a delivery takes."""


class ClaimLostError(Exception):
    """Somebody else holds the message by now: what was to be recorded is not."""


@dataclass(frozen=True)
class Claim:
    """The right to send one message: its id and the attempt number that fences all others off."""

    id: UUID
    attempt: int


async def is_due(tx: ReadTx, channels: Collection[Channel] = tuple(Channel)) -> bool:
    """Whether the tenant has a message for one of these channels that could be claimed now."""
    row = await tx.one(store.IS_DUE, channels=[way.value for way in channels], together=_TOGETHER)
    return row is not None and row.due


async def claim(
    tx: WriteTx,
    batch: int,
    lease: timedelta = LEASE,
    held: Collection[UUID] = (),
    *,
    channels: Collection[Channel] = tuple(Channel),
    per_minute: int | None = None,
) -> list[store.ClaimRow]:
    """Take up to ``batch`` due messages of the tenant, oldest first. The lease begins now, in machine time.

    ``held``: what this process is delivering. A database that was away let those leases run out, not the claims.
    ``channels``: those that have room for more.
    ``per_minute``: begin no more deliveries in any minute (of machine time), over all channels but the inbox and all
    notifiers; what is over waits. None: as many as there are.
    """
    room = batch
    if per_minute is not None:
        counted = await tx.one(store.ROOM, per_minute=per_minute)
        room = min(batch, counted.room if counted else 0)
    rows = await tx.many(
        store.CLAIM,
        batch=batch,
        room=room,
        lease=lease,
        held=list(held),
        channels=[way.value for way in channels],
        together=_TOGETHER,
    )
    leaving = sum(row.channel != Channel.INBOX for row in rows)
    if leaving and per_minute is not None:
        await tx.run(store.TAKE_ROOM, number=leaving)
    return rows


async def send_facts(tx: ReadTx, claim: Claim) -> store.SendFactsRow | None:
    """What decides whether it may still be sent; None when the claim is lost or the message taken back."""
    return await tx.one(store.SEND_FACTS, id=claim.id, attempt=claim.attempt)


async def keep_claim(tx: WriteTx, claim: Claim, lease: timedelta = LEASE) -> bool:
    """The last look: True, with a fresh lease, when the message is still ours and not taken back."""
    return await tx.run(store.KEEP_CLAIM, id=claim.id, attempt=claim.attempt, lease=lease) == 1


async def settle_sent(tx: WriteTx, claim: Claim) -> bool:
    """Record that it was delivered, and with it whatever alike waited; False when someone else holds the claim by now."""
    return await _settle(tx, claim, MessageState.SENT, None, None)


async def settle_cancelled(tx: WriteTx, claim: Claim, reason: Reason) -> bool:
    """Record that it must not be sent any more, and why."""
    return await _settle(tx, claim, MessageState.CANCELLED, reason, None)


async def give_up(
    tx: WriteTx, claim: Claim, reason: Reason, failure: Failure | None = None, *, must_reach: bool = True
) -> str:
    """This way leads nowhere: the message goes by the municipality's next that was not tried.

    Answers ``fell_back``, ``cancelled`` where another way has it or nobody need be told, or ``dead``: people must see it.
    Raises ``ClaimLostError`` when somebody else holds the message by now: then nothing is done.
    """
    way = await fall_back(tx, claim.id)
    dead = way == NOWHERE and must_reach
    if not await _settle(tx, claim, MessageState.DEAD if dead else MessageState.CANCELLED, reason, failure):
        raise ClaimLostError
    return "dead" if dead else "cancelled" if way in (NOWHERE, OTHERWISE) else "fell_back"


async def defer(tx: WriteTx, claim: Claim, until: datetime) -> bool:
    """Put it off to ``until`` (business time), when the recipient wants to be told again."""
    return await tx.one(store.DEFER, id=claim.id, attempt=claim.attempt, until=until) is not None


async def postpone(tx: WriteTx, claim: Claim, failure: Failure, until: datetime) -> bool:
    """Give it back to be tried again from ``until`` (machine time)."""
    row = await tx.one(
        store.POSTPONE,
        id=claim.id,
        attempt=claim.attempt,
        free_at=until,
        failure=failure.kind.value,
        stage=failure.stage.value,
        code=failure.code,
    )
    return row is not None


async def measure(tx: ReadTx) -> store.Backlog:
    """The tenant's backlog: due and unsent, since when, and dead letters."""
    row = await tx.one(store.BACKLOG)
    return row or store.Backlog(0, None, 0)


async def _settle(
    tx: WriteTx, claim: Claim, state: MessageState, reason: Reason | None, failure: Failure | None
) -> bool:
    row = await tx.one(
        store.SETTLE,
        id=claim.id,
        attempt=claim.attempt,
        state=state.value,
        reason=reason.value if reason else None,
        failure=failure.kind.value if failure else None,
        stage=failure.stage.value if failure else None,
        code=failure.code if failure else None,
        together=_TOGETHER,
    )
    return row is not None
