"""Sending again what did not reach somebody, and saying what became of it.

Why this is safe: the database decides whose it is and ends each once (``policies.sql``), so that two who press at one
time send one message; and whatever is sent again is judged again when it goes.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final
from uuid import UUID

from services.core.db.tx import WriteTx
from services.core.errors import invalid, not_found
from services.core.identity import Capacity
from services.core.keys.seal import SealLabel
from services.core.message.kinds import Channel, Reason
from services.core.undelivered import store

AT_ONCE: Final = 500
"""So many are sent again in one step; who watches sees how many are left, and may stop there."""


class Resolution(StrEnum):
    """What people did about a dead letter."""

    SENT_AGAIN = "sent_again"
    TOLD_OTHERWISE = "told_otherwise"
    NOT_NEEDED = "not_needed"


@dataclass(frozen=True, kw_only=True)
class Outage:
    """What died together: in a time (business time, both ends in it), by one channel and for one reason, or by any."""

    since: datetime
    until: datetime
    channel: Channel | None = None
    reason: Reason | None = None


@dataclass(frozen=True)
class Step:
    """One step of sending many again: how many went into the outbox now, and how many are left."""

    resent: int
    left: int


async def deal_with(tx: WriteTx, message: UUID, resolution: Resolution, why: str = "") -> None:
    """Send it again or settle it; ``why`` is kept sealed with the child's case, for who answers for it too.

    NOT_FOUND where it is none of the actor's, or somebody dealt with it before. INVALID_INPUT where who runs the system
    writes words: they have no case to keep them in.
    """
    said = None
    # Who runs the system has no way to the child, and none is written down of what they do here.
    wordless = tx.actor.capacity is Capacity.ADMINISTRATOR
    if not wordless:
        found = await tx.one(store.FIND, id=message)
        if found is None:
            raise not_found()
        if why.strip():
            text = store.Said(why.strip())
            said = await tx.seal(SealLabel.UNDELIVERED_SAID, found.dossier_id, message, text)
    row = await tx.one(store.DEAL_WITH, message=message, resolution=resolution.value, said=said)
    if row is None or not row.done:
        raise not_found()
    if wordless and why.strip():
        # Said last, and so of what is theirs alone; nothing of the deed stays.
        raise invalid("undelivered.no_words", "input", "why")


async def resend_step(tx: WriteTx, outage: Outage) -> Step:
    """Send again the next of an outage, the oldest first; asked again it goes on where it was.

    For administrators: other capacities don't have the function. INVALID_INPUT where ``until`` is before ``since``.
    """
    if outage.until < outage.since:
        raise invalid("undelivered.until_before_since", "input", "until")
    asked = {
        "channel": outage.channel.value if outage.channel else None,
        "reason": outage.reason.value if outage.reason else None,
        "since": outage.since,
        "until": outage.until,
    }
    done = await tx.one(store.RESEND_MANY, **asked, most=AT_ONCE)
    left = await tx.one(store.COUNT_TO_RESEND, **asked)
    return Step(done.number if done else 0, left.number if left else 0)
