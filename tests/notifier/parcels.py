"""Parcels as the notifier hands them to a carrier, with whatever a test is about."""

from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

from services.core.identity import DossierId, PersonId, TenantId
from services.core.message.kinds import Channel, MessageKind
from services.core.message.store import SendFactsRow
from services.core.message.wording import Words
from services.notifier.channels import Contact, Parcel

AT = datetime(2026, 11, 23, 8, tzinfo=UTC)


def facts(kind: MessageKind, channel: Channel = Channel.MAIL, **told: Any) -> SendFactsRow:
    """What is known of a message to an adult of Randers that is about nothing in particular."""
    plain: dict[str, Any] = dict.fromkeys(SendFactsRow.__dataclass_fields__)
    plain |= {
        "dossier_id": uuid4(),
        "kind": kind.value,
        "kept_away": False,
        "silenced": False,
        "recipient_id": uuid4(),
        "recipient_kind": "adult",
        "recipient_dossier": uuid4(),
        "channel": channel.value,
        "by_the_clock": False,
        "language": "da",
        "recipient_merged": False,
        "was_invited": False,
        "has_grant": True,
        "leads_unit": False,
        "asked_to_read": False,
        "delegation_over": False,
        "municipality": "Randers Kommune",
        "host": "randers.rundbord.example",
        "slug": "randers",
        "cvr": "29189668",
    }
    return SendFactsRow(**(plain | told))


def parcel(
    kind: MessageKind,
    words: Words,
    *,
    email: str = "",
    telephone: str = "",
    channel: Channel = Channel.MAIL,
    at: datetime = AT,
    **told: Any,
) -> Parcel:
    """One to hand over; ``told`` are facts that differ from the plain ones."""
    known = facts(kind, channel, **told)
    return Parcel(
        outbox_id=uuid4(),
        tenant=TenantId(uuid4()),
        kind=kind,
        contact=Contact(
            PersonId(known.recipient_id),
            DossierId(known.recipient_dossier),
            known.recipient_kind,
            email,
            telephone,
        ),
        facts=known,
        words=words,
        url="https://randers.rundbord.example/",
        at=at,
    )
