"""The ways out of the system that a municipality uses, and what follows when one of them leads nowhere."""

from typing import Final
from uuid import UUID

from services.core.db.tx import ReadTx, WriteTx, new_id
from services.core.errors import UserError
from services.core.message import store
from services.core.message.kinds import Channel
from services.core.tenancy.frame import Messages
from services.core.tenancy.service import current_model

OTHERWISE: Final = "other"
"""Another way has the message, or brought it."""
NOWHERE: Final = "none"
"""No way is left."""


async def ways(tx: ReadTx) -> tuple[Channel, ...]:
    """The municipality's ways out, in the order in which they are tried where the chosen ones lead nowhere."""
    return tuple(Channel(way) for way in (await current_model(tx)).model.tenant.messages.channels)


async def per_minute(tx: ReadTx) -> int:
    """How many messages the municipality lets out in a minute, over all its ways.

    Where no model can be read (newer code wrote it), the number of a model that says nothing: no reason to send nothing.
    """
    try:
        return (await current_model(tx)).model.tenant.messages.per_minute
    except UserError:
        return Messages().per_minute


async def fall_back(tx: WriteTx, message: UUID) -> str:
    """Plan a message that could not be brought by the next way: its name, ``OTHERWISE`` or ``NOWHERE``."""
    row = await tx.one(
        store.FALL_BACK, message=message, id=new_id(), channels=[way.value for way in await ways(tx)]
    )
    return row.way if row else NOWHERE
