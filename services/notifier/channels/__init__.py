"""The ways out of the system. A carrier brings a parcel to one person by one of them."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, TypeAlias
from uuid import UUID

from services.core.identity import DossierId, PersonId, TenantId
from services.core.message.kinds import Channel, MessageKind
from services.core.message.letter import MeetingLetter
from services.core.message.store import SendFactsRow
from services.core.message.wording import Words

Fence: TypeAlias = Callable[[], Awaitable[bool]]
"""The last look: whether the message is still ours and not taken back. Asked as late as it can be."""


@dataclass(frozen=True)
class Contact:
    """Where a person is reached, opened for this one message. ``kind``: ``subject``, ``adult`` or ``staff``."""

    person: PersonId
    dossier: DossierId
    kind: str
    email: str
    telephone: str
    number: str = ""
    """The CPR number, opened for Digital Post alone."""

    def __repr__(self) -> str:
        return f"Contact({self.person})"


@dataclass(frozen=True)
class Parcel:
    """One message to one person, rendered. The words are neutral; ``at`` is business time."""

    outbox_id: UUID
    tenant: TenantId
    kind: MessageKind
    contact: Contact
    facts: SendFactsRow
    words: Words
    url: str
    at: datetime
    letter: MeetingLetter | None = None
    """What Digital Post alone may say beside the words."""


class Carrier(Protocol):
    """One way out for one municipality. Safe for concurrent use."""

    channel: Channel

    def address(self, contact: Contact) -> str:
        """Where this way would bring it; '' where it does not lead to that person."""

    async def deliver(self, parcel: Parcel, fence: Fence) -> bool:
        """Bring it: True when the peer took it, False when ``fence`` took it back before then.

        Raises ``retry.Failure`` for everything else; nothing was delivered then, unless its kind is ``unknown_end``.
        """
