"""What follows when something happens to a problem."""

from services.core.db.tx import WriteTx
from services.core.meeting import store as meetings
from services.core.message.kinds import MessageKind
from services.core.problem.events import (
    CoordinatorChanged,
    CoordinatorDeclined,
    CoordinatorOffered,
)
from services.core.reactions.circle import reachable, tell


async def tell_offered(tx: WriteTx, event: CoordinatorOffered) -> None:
    """The one offered learns of it."""
    await tell(
        tx,
        MessageKind.COORDINATOR_OFFERED,
        [event.offered_to],
        event.dossier,
        f"coordinator-offer:{event.problem}:{event.version}",
        about=event.problem,
    )


async def tell_declined(tx: WriteTx, event: CoordinatorDeclined) -> None:
    """Who holds the place goes on holding it, and learns that the next must be found; so does whoever asked."""
    await tell(
        tx,
        MessageKind.CASE_NEWS,
        [event.holder, event.offered_by],
        event.dossier,
        f"coordinator-declined:{event.problem}:{event.version}",
        about=event.problem,
    )


async def tell_changed(tx: WriteTx, event: CoordinatorChanged) -> None:
    """All professionals of the problem's meetings and the family learn who holds the thread now (RA-05)."""
    people = [event.outgoing]
    for meeting in await meetings.meetings_of(tx, event.dossier):
        if meeting.problem_id == event.problem and meeting.status != "cancelled":
            people += await reachable(tx, event.dossier, meeting.id)
    await tell(
        tx,
        MessageKind.COORDINATOR_CHANGED,
        people,
        event.dossier,
        f"coordinator:{event.problem}:{event.version}",
        about=event.problem,
    )
