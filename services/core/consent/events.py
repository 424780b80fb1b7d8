"""What happens to a consent that others react to. Ids and codes only."""

from dataclasses import dataclass
from uuid import UUID

from services.core.db.tx import Event
from services.core.identity import DossierId, PersonId


@dataclass(frozen=True, slots=True)
class ConsentEvent(Event):
    """Something happened to one consent."""

    dossier: DossierId
    consent: UUID
    giver: PersonId
    purpose: str
    meeting: UUID | None


@dataclass(frozen=True, slots=True)
class ConsentAsked(ConsentEvent):
    """Someone is asked."""


@dataclass(frozen=True, slots=True)
class ConsentGiven(ConsentEvent):
    """Someone said yes."""


@dataclass(frozen=True, slots=True)
class ConsentDeclined(ConsentEvent):
    """Someone said no."""


@dataclass(frozen=True, slots=True)
class ConsentWithdrawn(ConsentEvent):
    """Someone took back their yes: what rested on it stops at once."""


@dataclass(frozen=True, slots=True)
class ConsentInvalidated(ConsentEvent):
    """An answer was never valid: what rested on it stops at once."""
