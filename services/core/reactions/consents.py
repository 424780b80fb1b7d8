"""What follows when something happens to a consent."""

from services.core.consent import store
from services.core.consent.events import ConsentAsked, ConsentEvent, ConsentGiven, ConsentWithdrawn
from services.core.db.tx import WriteTx
from services.core.meeting import store as meetings
from services.core.message.kinds import MessageKind, Reason
from services.core.message.service import cancel_messages
from services.core.reactions.circle import awaits_consent, tell


async def tell_asked(tx: WriteTx, event: ConsentAsked) -> None:
    """Tell the giver that there is something to answer."""
    await tell(
        tx,
        MessageKind.CONSENT_ASKED,
        [event.giver],
        event.dossier,
        f"consent:{event.consent}",
        consent=event.consent,
    )


async def tell_answered(tx: WriteTx, event: ConsentEvent) -> None:
    """Whoever asked learns that there is an answer."""
    row = await store.consent(tx, event.consent)
    await tell(
        tx,
        MessageKind.CONSENT_ANSWERED,
        [row.asked_by],
        event.dossier,
        f"consent-answer:{event.consent}:{row.version}",
        consent=event.consent,
    )


async def invite_who_waited(tx: WriteTx, event: ConsentGiven) -> None:
    """With the last yes awaited, those whose participation rests on it are invited."""
    for meeting in await meetings.meetings_of(tx, event.dossier):
        if meeting.status not in ("planned", "agenda_sent"):
            continue
        waiting = [
            row
            for row in await meetings.participants(tx, meeting.id)
            if row.consent_purpose == event.purpose and row.status == "invited"
        ]
        people = [row.person_id for row in waiting if not await awaits_consent(tx, row)]
        await tell(
            tx,
            MessageKind.INVITATION,
            people,
            event.dossier,
            # A consent given again after a withdrawal invites again.
            f"invitation:{meeting.id}:{meeting.sequence}:{event.consent}",
            meeting=meeting.id,
        )


async def stop_what_rested(tx: WriteTx, event: ConsentWithdrawn) -> None:
    """Take back what is queued and rests on it. The grants that rested on it ended with the row itself."""
    await cancel_messages(tx, Reason.CONSENT_WITHDRAWN, consent=event.consent)


async def tell_withdrawn(tx: WriteTx, event: ConsentWithdrawn) -> None:
    """Whoever asked, and the conveners of the meetings ahead, learn of it."""
    row = await store.consent(tx, event.consent)
    ahead = [
        meeting.convener_id
        for meeting in await meetings.meetings_of(tx, event.dossier)
        if meeting.status in ("planned", "agenda_sent")
    ]
    await tell(
        tx,
        MessageKind.CONSENT_WITHDRAWN,
        [row.asked_by, *ahead],
        event.dossier,
        f"consent-withdrawn:{event.consent}:{row.version}",
        consent=event.consent,
    )
