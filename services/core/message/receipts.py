"""What became of a message after a peer had taken it: it arrived, or it came back.

A peer tells this when it likes, more than once and in any order. It may tell before the notifier has recorded that the
message was sent: ``came_back`` answers False then, ``on_its_way`` True, and the peer must be told to repeat it.
"""

from collections.abc import Sequence
from typing import Final
from uuid import UUID

from services.core.db.tx import ReadTx, WriteTx
from services.core.message import store
from services.core.message.kinds import Channel, MessageState
from services.core.message.ways import NOWHERE, fall_back

OUTGOING: Final = (Channel.MAIL, Channel.SMS, Channel.DIGITAL_POST)


async def arrived(tx: WriteTx, message: UUID, channels: Sequence[Channel] = OUTGOING) -> bool:
    """A receipt says that it arrived; False for one that is unknown here or came back before. Repeatable.

    A message that waited to be tried again, as nobody knew whether it went, is sent by this.

    ``channels``: those that the receipt can be about.
    """
    return await tx.run(store.ARRIVED, id=message, channels=[channel.value for channel in channels]) == 1


async def came_back(tx: WriteTx, message: UUID, channels: Sequence[Channel] = OUTGOING) -> bool:
    """A receipt says that it never arrived: it goes by the municipality's next way, or becomes a dead letter.

    False for a message that is unknown here, is not recorded as sent (yet), or came back before.
    """
    row = await tx.one(store.LOCK_RETURNED, id=message, channels=[channel.value for channel in channels])
    if row is None:
        return False
    dead = await fall_back(tx, message) == NOWHERE
    state = MessageState.DEAD if dead else MessageState.CANCELLED
    await tx.run(store.SETTLE_RETURNED, id=message, state=state.value)
    return True


async def on_its_way(tx: ReadTx, message: UUID, channels: Sequence[Channel] = OUTGOING) -> bool:
    """Whether it was handed over, or may have been, and its end is not recorded yet: what is told of it now is too early."""
    row = await tx.one(store.ON_ITS_WAY, id=message, channels=[channel.value for channel in channels])
    return row is not None and row.due
