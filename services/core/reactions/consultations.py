"""What follows when something happens to a meeting about nobody named, or to the times fixed for it.

It is told by mail alone, which says nothing but that there is something: an inbox read in one look would hold it
beside messages about children.
"""

from typing import Final

from services.core.consultation import rules, store
from services.core.consultation.calling import CallConsultation, call_consultation
from services.core.consultation.changing import give_up
from services.core.consultation.events import (
    ConsultationCalled,
    ConsultationCancelled,
    ConsultationEvent,
    ConsultationItemAdded,
    ConsultationMoved,
    ConsultationsAnswered,
    ConsultationsInvited,
    ConsultationsWithdrawn,
)
from services.core.contact import reminding
from services.core.db.tx import WriteTx
from services.core.identity import DossierId, PersonId
from services.core.meeting.invitees import Choice
from services.core.message.kinds import MessageKind, Reason
from services.core.message.service import MessagePlan, cancel_messages, plan_message
from services.core.series import store as series
from services.core.series.events import SeriesFixed, SlotCancelled
from services.core.series.rules import types_of
from services.core.tenancy.service import current_model

_OF_THE_PAST: Final = (MessageKind.INVITATION_WITHDRAWN,)
"""What is told to people whom nothing that happens to the meeting concerns any more."""


async def open_at_each(tx: WriteTx, event: SeriesFixed) -> None:
    """At each fixed time stands a meeting without names to ask for time at, where the series has such a type (SL-21)."""
    row = await tx.one(series.FIND_SERIES, id=event.series)
    model = (await current_model(tx)).model
    known = {meeting.key for meeting in rules.callable_types(model)}
    meeting = next((one for one in types_of(model, row.type) if one.key in known), None) if row else None
    if row is None or meeting is None:
        return
    members = await tx.many(series.MEMBERS, series_id=row.id)
    for one in event.slots:
        slot = await series.slot(tx, one)
        await call_consultation(
            tx,
            CallConsultation(
                unit=row.unit_id,
                type=meeting.key,
                starts_at=slot.starts_at,
                place=slot.place,
                minutes=int((slot.ends_at - slot.starts_at).total_seconds() // 60),
                district=row.district,
                choices=tuple(Choice(member.role, person=member.person_id) for member in members),
                slot=slot.id,
            ),
        )


async def give_up_with_slot(tx: WriteTx, event: SlotCancelled) -> None:
    """What stood at the time is not held either."""
    row = await tx.one(store.OF_SLOT, slot_id=event.slot)
    if row is not None and row.status == "planned":
        await give_up(tx, row, event.reason)


async def invite(tx: WriteTx, event: ConsultationCalled) -> None:
    """Invite the circle; of a series' dates it is reminded only."""
    if not event.ahead:
        await _tell(tx, event, MessageKind.INVITATION, await _circle(tx, event))


async def remind(tx: WriteTx, event: ConsultationEvent) -> None:
    """Remind each on the day of their own choice, at the tenant's hour by the clock on the wall: also the one who called."""
    row = await store.consultation(tx, event.consultation)
    people = [*await _circle(tx, event, everyone=True), row.convener_id]
    key = _key(MessageKind.MEETING_REMINDER, event, str(event.consultation))
    await reminding.remind(tx, people, event.dossier, key, row.starts_at, inbox=False)


async def tell_moved(tx: WriteTx, event: ConsultationMoved) -> None:
    """Take back what told of the old time, and tell that there is another."""
    await cancel_messages(tx, Reason.MEETING_MOVED, dossier=event.dossier, keep=_OF_THE_PAST)
    await _tell(tx, event, MessageKind.MEETING_MOVED, await _circle(tx, event))


async def tell_cancelled(tx: WriteTx, event: ConsultationCancelled) -> None:
    """Take back what was planned, and tell that it is not held."""
    await cancel_messages(tx, Reason.MEETING_CANCELLED, dossier=event.dossier, keep=_OF_THE_PAST)
    await _tell(tx, event, MessageKind.MEETING_CANCELLED, await _circle(tx, event))


async def invite_to_all(tx: WriteTx, event: ConsultationsInvited) -> None:
    """One message, however many dates; each date has a reminder of its own."""
    (dossier, first), *_ = event.at
    await _tell_once(tx, MessageKind.INVITATION, event.person, dossier, f"{first}:{tx.now:%Y%m%d%H%M%S}")
    for at, consultation in event.at:
        row = await store.consultation(tx, consultation)
        key = f"consultation-{MessageKind.MEETING_REMINDER.value}:{consultation}:{row.sequence}"
        await reminding.remind(tx, [event.person], at, key, row.starts_at, inbox=False)


async def stop_telling(tx: WriteTx, event: ConsultationsWithdrawn) -> None:
    """Nothing more of these goes to who is taken out; they are told, and so is their calendar where a mail filled it.

    One message, however many dates, but for those that a mail brought into their calendar: each of these is taken out of
    it by its own, since a calendar reads no more than one at a time.
    """
    for dossier, _ in event.at:
        await cancel_messages(tx, Reason.NOT_INVITED, dossier=dossier, recipient=event.person)
    entries = await store.mailed_to(tx, event.person, [dossier for dossier, _ in event.at])
    for dossier, consultation in [one for one in event.at if one[0] in entries] or event.at[:1]:
        occasion = f"{consultation}:{event.person}:{tx.now:%Y%m%d%H%M%S}"
        await _tell_once(tx, MessageKind.INVITATION_WITHDRAWN, event.person, dossier, occasion)


async def tell_answered(tx: WriteTx, event: ConsultationsAnswered) -> None:
    """Each who called some of them learns once that there are answers to look at."""
    first: dict[PersonId, tuple[DossierId, str]] = {}
    for dossier, consultation in event.at:
        row = await store.consultation(tx, consultation)
        if row.convener_id != event.person:
            first.setdefault(row.convener_id, (dossier, f"{consultation}:{event.person}:{tx.now:%Y%m%d%H%M}"))
    for convener, (dossier, occasion) in first.items():
        await _tell_once(tx, MessageKind.ANSWER_RECEIVED, convener, dossier, occasion)


async def _tell_once(
    tx: WriteTx, kind: MessageKind, person: PersonId, dossier: DossierId, occasion: str
) -> None:
    await plan_message(
        tx,
        MessagePlan(
            kind=kind,
            recipient=person,
            dossier=dossier,
            occurrence_key=f"consultations-{kind.value}:{occasion}",
            inbox=False,
        ),
    )


async def tell_asked(tx: WriteTx, event: ConsultationItemAdded) -> None:
    """Whoever answers for the meeting learns that somebody has asked for time."""
    row = await store.consultation(tx, event.consultation)
    people = [row.convener_id] if row.convener_id != tx.actor.person else []
    await _tell(tx, event, MessageKind.AGENDA_ADDED, people, occasion=str(event.item))


async def _tell(
    tx: WriteTx,
    event: ConsultationEvent,
    kind: MessageKind,
    people: list[PersonId],
    *,
    occasion: str = "",
) -> None:
    for person in dict.fromkeys(people):
        await plan_message(
            tx,
            MessagePlan(
                kind=kind,
                recipient=person,
                dossier=event.dossier,
                occurrence_key=_key(kind, event, occasion or str(event.consultation)),
                inbox=False,
            ),
        )


def _key(kind: MessageKind, event: ConsultationEvent, occasion: str) -> str:
    return f"consultation-{kind.value}:{occasion}:{event.sequence}"


async def _circle(tx: WriteTx, event: ConsultationEvent, *, everyone: bool = False) -> list[PersonId]:
    """Who is invited; not the one who acts, unless everyone is meant."""
    return [
        one.person_id
        for one in await store.participants(tx, event.consultation)
        if one.status == "invited"
        and one.person_id is not None
        and (everyone or one.person_id != tx.actor.person)
    ]
