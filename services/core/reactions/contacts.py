"""What follows when somebody changed where they are reached."""

from services.core.contact.events import ContactChanged
from services.core.contact.service import tell_of_change
from services.core.db.tx import WriteTx
from services.core.message.kinds import Channel
from services.core.message.ways import ways


async def tell_changed(tx: WriteTx, event: ContactChanged) -> None:
    """Tell it where they were reached before, whoever has made the change in their name, and in the inbox.

    By the ways that the municipality uses, whatever ways the person chose: the old address is where a change that was not
    theirs is noticed.
    """
    told = {Channel.MAIL: event.mail, Channel.SMS: event.telephone}
    await tell_of_change(tx, event.change, [way for way in await ways(tx) if told.get(way, False)])
