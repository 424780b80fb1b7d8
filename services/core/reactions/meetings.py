"""What follows when something happens to a meeting."""

from typing import Final

from services.core.consent.store import consents_of
from services.core.contact import reminding
from services.core.db.tx import WriteTx
from services.core.meeting import store
from services.core.meeting.events import (
    AgendaItemAdded,
    AgendaSent,
    AgreementDone,
    ChairAgreed,
    CircleSuggested,
    CompanionNamed,
    InvitationAnswered,
    MeetingCalled,
    MeetingCancelled,
    MeetingConcluded,
    MeetingEvent,
    MeetingMoved,
    ParticipantInvited,
    ParticipantWithdrawn,
    SuggestionSettled,
)
from services.core.message.kinds import MessageKind, Reason
from services.core.message.service import MessagePlan, cancel_messages, plan_message
from services.core.reactions.circle import kind_of_invitation, reachable, share_with, tell
from services.core.scheduling.store import is_finding

_OF_THE_PAST: Final = (MessageKind.INVITATION_WITHDRAWN,)
"""What is told to people whom nothing that happens to the meeting concerns any more."""


async def invite(tx: WriteTx, event: MeetingCalled) -> None:
    """Invite everyone who can be told; who is asked when it suits is invited by that."""
    if await is_finding(tx, event.meeting):
        return
    people = await share_with(
        tx,
        "invitation",
        event.dossier,
        event.meeting,
        await reachable(tx, event.dossier, event.meeting),
    )
    await tell(
        tx, MessageKind.INVITATION, people, event.dossier, _key("invitation", event), meeting=event.meeting
    )


async def remind(tx: WriteTx, event: MeetingEvent) -> None:
    """Remind the circle, each on the day of their own choice, at the tenant's hour by the clock on the wall."""
    meeting = await store.meeting(tx, event.meeting)
    # The one who calls or moves it is reminded too, unlike of news of their own making.
    people = [*await reachable(tx, event.dossier, event.meeting, actor_too=True), meeting.convener_id]
    await reminding.remind(
        tx, people, event.dossier, _key("reminder", event), meeting.starts_at, meeting=event.meeting
    )


async def tell_moved(tx: WriteTx, event: MeetingMoved) -> None:
    """Take back what told of the old time, and tell the new one."""
    await cancel_messages(tx, Reason.MEETING_MOVED, meeting=event.meeting, keep=_OF_THE_PAST)
    people = await reachable(tx, event.dossier, event.meeting)
    kind = MessageKind.TIME_FIXED if event.fixed else MessageKind.MEETING_MOVED
    await tell(tx, kind, people, event.dossier, _key("moved", event), meeting=event.meeting)


async def tell_cancelled(tx: WriteTx, event: MeetingCancelled) -> None:
    """Take back what was planned, what its consents were asked for with it, and tell that it is cancelled."""
    await cancel_messages(tx, Reason.MEETING_CANCELLED, meeting=event.meeting, keep=_OF_THE_PAST)
    for asked in await consents_of(tx, event.dossier):
        if asked.meeting_id == event.meeting and asked.state == "asked":
            await cancel_messages(tx, Reason.MEETING_CANCELLED, consent=asked.id)
    people = await reachable(tx, event.dossier, event.meeting)
    await tell(
        tx,
        MessageKind.MEETING_CANCELLED,
        people,
        event.dossier,
        _key("cancelled", event),
        meeting=event.meeting,
    )


async def tell_agenda(tx: WriteTx, event: AgendaSent) -> None:
    """The agenda goes to parents and partners (RA-11)."""
    meeting = await store.meeting(tx, event.meeting)
    reached = await reachable(tx, event.dossier, event.meeting)
    people = await share_with(tx, "agenda", event.dossier, event.meeting, reached)
    key = f"{_key('agenda', event)}:{meeting.version}"
    await tell(tx, MessageKind.AGENDA_SENT, people, event.dossier, key, meeting=event.meeting)


async def tell_item_added(tx: WriteTx, event: AgendaItemAdded) -> None:
    """The convener learns of a point that someone else added."""
    meeting = await store.meeting(tx, event.meeting)
    await tell(
        tx,
        MessageKind.AGENDA_ADDED,
        [meeting.convener_id],
        event.dossier,
        f"agenda-item:{event.item}",
        meeting=event.meeting,
    )


async def tell_answered(tx: WriteTx, event: InvitationAnswered) -> None:
    """The convener learns of an answer."""
    meeting = await store.meeting(tx, event.meeting)
    await tell(
        tx,
        MessageKind.ANSWER_RECEIVED,
        [meeting.convener_id],
        event.dossier,
        f"answer:{event.participant}:{event.version}",
        meeting=event.meeting,
    )


async def tell_concluded(tx: WriteTx, event: MeetingConcluded) -> None:
    """The circle learns that there is something to read."""
    reached = await reachable(tx, event.dossier, event.meeting)
    people = await share_with(tx, "conclusion", event.dossier, event.meeting, reached)
    await tell(
        tx,
        MessageKind.MEETING_CONCLUDED,
        people,
        event.dossier,
        _key("concluded", event),
        meeting=event.meeting,
    )


async def tell_chair(tx: WriteTx, event: ChairAgreed) -> None:
    """Who leads the meeting learns of it."""
    key = f"chair:{event.meeting}:{event.chair}"
    await tell(tx, MessageKind.CHAIR_AGREED, [event.chair], event.dossier, key, meeting=event.meeting)


async def invite_one(tx: WriteTx, event: ParticipantInvited) -> None:
    """Invite the one who was added, where nothing is awaited first."""
    circle = await store.participants(tx, event.meeting)
    added = {one.person_id for one in circle if one.id == event.participant}
    reached = [person for person in await reachable(tx, event.dossier, event.meeting) if person in added]
    people = await share_with(tx, "invitation", event.dossier, event.meeting, reached)
    key = (
        f"invitation:{event.participant}:{next(one.version for one in circle if one.id == event.participant)}"
    )
    kind = await kind_of_invitation(tx, event.meeting)
    await tell(tx, kind, people, event.dossier, key, meeting=event.meeting)
    meeting = await store.meeting(tx, event.meeting)
    await reminding.remind(
        tx, people, event.dossier, _key("reminder", event), meeting.starts_at, meeting=event.meeting
    )


async def stop_telling(tx: WriteTx, event: ParticipantWithdrawn) -> None:
    """What was planned for the one who was taken out is not sent; what they were told before is taken back."""
    if event.person is None:
        return
    await cancel_messages(tx, Reason.NOT_INVITED, meeting=event.meeting, recipient=event.person)
    place = next(one for one in await store.participants(tx, event.meeting) if one.id == event.participant)
    await plan_message(
        tx,
        MessagePlan(
            kind=MessageKind.INVITATION_WITHDRAWN,
            recipient=event.person,
            dossier=event.dossier,
            occurrence_key=f"invitation-withdrawn:{event.participant}:{place.version}",
            meeting=event.meeting,
            # The inbox is a page of the child's, which is closed to them now.
            inbox=False,
        ),
    )


async def tell_done(tx: WriteTx, event: AgreementDone) -> None:
    """The convener learns that something agreed is done: who did it said so, and nobody need ask."""
    meeting = await store.meeting(tx, event.meeting)
    key = f"agreement-done:{event.agreement}:{event.version}"
    await tell(tx, MessageKind.CASE_NEWS, [meeting.convener_id], event.dossier, key, meeting=event.meeting)


async def tell_companion(tx: WriteTx, event: CompanionNamed) -> None:
    """The convener learns that one more comes along."""
    meeting = await store.meeting(tx, event.meeting)
    key = f"companion:{event.relation}"
    await tell(tx, MessageKind.CASE_NEWS, [meeting.convener_id], event.dossier, key, meeting=event.meeting)


async def tell_suggested(tx: WriteTx, event: CircleSuggested) -> None:
    """The convener learns of a wish about the circle."""
    meeting = await store.meeting(tx, event.meeting)
    key = f"suggestion:{event.suggestion}"
    await tell(
        tx, MessageKind.CIRCLE_SUGGESTED, [meeting.convener_id], event.dossier, key, meeting=event.meeting
    )


async def tell_suggestion_settled(tx: WriteTx, event: SuggestionSettled) -> None:
    """Who made the wish learns that it is answered."""
    key = f"suggestion-settled:{event.suggestion}"
    await tell(
        tx, MessageKind.CIRCLE_ANSWERED, [event.suggested_by], event.dossier, key, meeting=event.meeting
    )


def _key(what: str, event: MeetingEvent) -> str:
    return f"{what}:{event.meeting}:{event.sequence}"
