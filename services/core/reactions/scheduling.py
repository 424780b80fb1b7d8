"""What follows while a time is being found: nobody of the circle is told two things that contradict each other.

Who is asked when it suits is not asked at the same time whether they come at a time that does not stand (ADR 0032).
"""

from typing import Final

from services.core.db.tx import WriteTx
from services.core.meeting import store as meetings
from services.core.message.kinds import MessageKind, Reason
from services.core.message.service import cancel_messages
from services.core.reactions.circle import reachable, share_with, tell
from services.core.scheduling import store
from services.core.scheduling.events import TimesAnswered, TimesProposed

_STANDS: Final = frozenset(MessageKind) - {MessageKind.INVITATION, MessageKind.MEETING_MOVED}
"""A reminder is judged when it goes: where nothing was fixed by then, the time that the meeting has is told."""


async def ask(tx: WriteTx, event: TimesProposed) -> None:
    """Take back what would tell the time that the meeting has, and ask the circle."""
    await cancel_messages(tx, Reason.SUPERSEDED, meeting=event.meeting, keep=_STANDS)
    await tx.run(store.TAKE_BACK_INVITATIONS, meeting=event.meeting)
    reached = await reachable(tx, event.dossier, event.meeting)
    people = await share_with(tx, "invitation", event.dossier, event.meeting, reached)
    key = f"time-asked:{event.proposal}"
    await tell(tx, MessageKind.TIME_ASKED, people, event.dossier, key, meeting=event.meeting)


async def tell_answered(tx: WriteTx, event: TimesAnswered) -> None:
    """The convener learns of an answer."""
    meeting = await meetings.meeting(tx, event.meeting)
    key = f"times-answered:{event.participant}:{event.stamp}"
    await tell(
        tx, MessageKind.ANSWER_RECEIVED, [meeting.convener_id], event.dossier, key, meeting=event.meeting
    )
