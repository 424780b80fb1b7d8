"""Who of a meeting's circle can be told, and telling them."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from services.core.casework import store as caseworks
from services.core.consent.resting import Resting, ShareKind, keep_resting
from services.core.db.tx import WriteTx
from services.core.identity import DossierId, PersonId
from services.core.meeting import store
from services.core.meeting.store import ParticipantRow
from services.core.message.kinds import MessageKind
from services.core.message.service import MessagePlan, plan_message
from services.core.person import reading
from services.core.scheduling import store as scheduling
from services.core.tenancy.service import model_version


async def reachable(
    tx: WriteTx, dossier: DossierId, meeting: UUID, *, actor_too: bool = False
) -> list[PersonId]:
    """Everyone invited who has an access of their own now, but not the one who acts, unless asked for.

    A child is told once it has reached the age of its own access; who rests on a consent, once it stands.
    """
    casework = await caseworks.casework(tx, dossier)
    found = []
    for row in await store.participants(tx, meeting):
        if row.status != "invited" or row.person_id is None:
            continue
        if row.person_id == tx.actor.person and not actor_too:
            continue
        own_access = casework.self_access_from
        if row.kind == "child" and (own_access is None or own_access > tx.now):
            continue
        if await awaits_consent(tx, row):
            continue
        found.append(row.person_id)
    return found


async def awaits_consent(tx: WriteTx, row: ParticipantRow) -> bool:
    """Whether a participation rests on a consent that does not stand."""
    return row.consent_purpose is not None and not await store.stands(tx, row.dossier_id, row.consent_purpose)


async def share_with(
    tx: WriteTx, kind: str, dossier: DossierId, meeting: UUID, people: Iterable[PersonId | None]
) -> list[PersonId | None]:
    """Keep what each share with a professional or one of the network rests on; answers whom it may be shared with.

    Of a place that waits for a consent it is that consent, else the law that the model names for the role, or for the
    meeting. The family itself is told and not shared with.
    """
    row = await store.meeting(tx, meeting)
    model = (await model_version(tx, row.model_version_id)).model.meeting(row.type)
    circle = {one.person_id: one for one in await store.participants(tx, meeting)}
    found = []
    for person in people:
        place = circle.get(person)
        if place is None or place.kind not in ("professional", "network"):
            found.append(person)
            continue
        rule = next((one for one in model.participants if one.role == place.role), None)
        ground = (
            Resting(purpose=place.consent_purpose, law=rule.law if rule else ())
            if place.consent_purpose
            else Resting(basis=f"meetings/{model.key}", law=(rule.law if rule else ()) or model.law)
        )
        if await keep_resting(
            tx, dossier, ShareKind(kind), place.id, ground, meeting=meeting, receiver=place.person_id
        ):
            found.append(person)
    return found


async def kind_of_invitation(tx: WriteTx, meeting: UUID) -> MessageKind:
    """What one is told who is invited now: to come at a time, or that a time is being found."""
    return MessageKind.TIME_ASKED if await scheduling.is_finding(tx, meeting) else MessageKind.INVITATION


async def tell_family(tx: WriteTx, dossier: DossierId, occurrence: str, *, about: UUID | None = None) -> None:
    """Everyone of the family who has an access of their own: there is news. Whom a shield keeps it from, none reaches."""
    casework = await caseworks.casework(tx, dossier)
    people = [holder.person_id for holder in await reading.holders(tx, casework.child_id)]
    own_access = casework.self_access_from
    if own_access is not None and own_access <= tx.now:
        people.append(casework.child_id)
    await tell(tx, MessageKind.CASE_NEWS, people, dossier, occurrence, about=about)


async def tell(
    tx: WriteTx,
    kind: MessageKind,
    recipients: Iterable[PersonId | None],
    dossier: DossierId,
    occurrence: str,
    *,
    meeting: UUID | None = None,
    consent: UUID | None = None,
    not_before: datetime | None = None,
    about: UUID | None = None,
) -> None:
    """Plan one message each, never to the one who acts, never twice for one occurrence."""
    for recipient in dict.fromkeys(recipients):
        if recipient is None or recipient == tx.actor.person:
            continue
        await plan_message(
            tx,
            MessagePlan(
                kind=kind,
                recipient=recipient,
                dossier=dossier,
                occurrence_key=occurrence,
                meeting=meeting,
                consent=consent,
                not_before=not_before,
                about=about,
            ),
        )
