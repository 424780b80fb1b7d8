"""What follows when an underretning is written."""

from services.core.db.tx import WriteTx
from services.core.message.kinds import MessageKind
from services.core.reactions.circle import tell
from services.core.underretning.events import UnderretningRecorded


async def tell_recorded(tx: WriteTx, event: UnderretningRecorded) -> None:
    """In an active case its adviser is contacted in addition (RA-20); the reader learns that something waits."""
    await tell(
        tx,
        MessageKind.CASE_NEWS,
        [*event.advisers, event.reader],
        event.dossier,
        f"case-news:{event.underretning}",
        about=event.underretning,
    )
