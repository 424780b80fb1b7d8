"""What follows when something happens to a consent."""

from services.core.consent import store
from services.core.consent.events import ConsentAsked, ConsentEvent, ConsentGiven
from services.core.consent.resting import Resting, ShareKind, keep_resting
from services.core.contact import reminding
from services.core.db.tx import WriteTx
from services.core.errors import conflict
from services.core.exchange import store as exchanges
from services.core.exchange.events import ExchangeRecorded
from services.core.handover import store as handovers
from services.core.handover.events import KnowledgeHandedOver
from services.core.meeting import store as meetings
from services.core.message.kinds import MessageKind, Reason
from services.core.message.service import cancel_messages
from services.core.reactions.circle import awaits_consent, kind_of_invitation, share_with, tell
from services.core.sweep.stopping import stop_and_tell
from services.core.tenancy.service import current_model, model_version


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
    """Whoever asked learns that there is an answer; so does the giver, where somebody else has written it down."""
    row = await store.consent(tx, event.consent)
    await tell(
        tx,
        MessageKind.CONSENT_ANSWERED,
        [row.asked_by, row.giver_id],
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
        people = await share_with(tx, "invitation", event.dossier, meeting.id, people)
        await tell(
            tx,
            await kind_of_invitation(tx, meeting.id),
            people,
            event.dossier,
            # A consent given again after a withdrawal invites again.
            f"invitation:{meeting.id}:{meeting.sequence}:{event.consent}",
            meeting=meeting.id,
        )
        key = f"reminder:{meeting.id}:{meeting.sequence}"
        await reminding.remind(tx, people, event.dossier, key, meeting.starts_at, meeting=meeting.id)


async def stop_what_rested(tx: WriteTx, event: ConsentEvent) -> None:
    """Take back what is queued, end what rested on it, and tell whom it concerns. The grants ended with the row itself."""
    await cancel_messages(tx, Reason.CONSENT_WITHDRAWN, consent=event.consent)
    await stop_and_tell(tx, event.dossier)


async def tell_withdrawn(tx: WriteTx, event: ConsentEvent) -> None:
    """Whoever asked, and the conveners of the meetings ahead, learn of it."""
    await _tell_ended(tx, event, MessageKind.CONSENT_WITHDRAWN)


async def tell_invalidated(tx: WriteTx, event: ConsentEvent) -> None:
    """So do they of one that was never valid, and its giver, whose answer it was said to be."""
    await _tell_ended(tx, event, MessageKind.CONSENT_ENDED, event)


async def _tell_ended(
    tx: WriteTx, event: ConsentEvent, kind: MessageKind, giver: ConsentEvent | None = None
) -> None:
    row = await store.consent(tx, event.consent)
    ahead = [
        meeting.convener_id
        for meeting in await meetings.meetings_of(tx, event.dossier)
        if meeting.status in ("planned", "agenda_sent")
    ]
    await tell(
        tx,
        kind,
        [row.asked_by, *ahead, *([giver.giver] if giver else [])],
        event.dossier,
        f"{kind.value.replace('_', '-')}:{event.consent}:{row.version}",
        consent=event.consent,
    )


async def keep_exchange_ground(tx: WriteTx, event: ExchangeRecorded) -> None:
    """What was exchanged without consent rests on the law that its basis names."""
    row = next(one for one in await exchanges.exchanges_of(tx, event.dossier) if one.id == event.exchange)
    known = (await current_model(tx)).model.exchanges
    law = next((one.law for one in known if one.key == row.exchange_key), ())
    ground = Resting(basis=f"exchanges/{row.exchange_key}", law=law)
    await keep_resting(tx, event.dossier, ShareKind.EXCHANGE, event.exchange, ground)


async def keep_handover_ground(tx: WriteTx, event: KnowledgeHandedOver) -> None:
    """Knowledge that was handed over rests on the consent that the model asks for, or on what the model says of it."""
    row = await handovers.handover(tx, event.handover)
    known = (await model_version(tx, row.model_version_id)).model.handovers
    law = next((one.law for one in known if one.key == row.handover_key), ())
    ground = (
        Resting(purpose=row.consent_purpose, law=law)
        if row.consent_purpose
        else Resting(basis=f"handovers/{row.handover_key}", law=law)
    )
    kept = await keep_resting(
        tx, event.dossier, ShareKind.HANDOVER, event.handover, ground, receiver=event.to_person
    )
    if not kept:
        raise conflict("handover.consent_gone")
