"""What follows when a record was shared."""

from services.core.db.tx import WriteTx
from services.core.message.kinds import MessageKind
from services.core.reactions.circle import tell, tell_family
from services.core.sharing.events import RecordShared


async def tell_shared(tx: WriteTx, event: RecordShared) -> None:
    """Whoever it is shared with learns that there is something to read, while what it rests on stands; and the family."""
    key = f"share:{event.share}"
    await tell(
        tx,
        MessageKind.CASE_NEWS,
        [event.receiver],
        event.dossier,
        key,
        meeting=event.meeting,
        consent=event.consent,
        about=event.about,
    )
    if event.tell:
        await tell_family(tx, event.dossier, key, about=event.about)
