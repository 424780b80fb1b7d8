"""What happens to a meeting about nobody named that others react to. Ids only."""

from dataclasses import dataclass
from uuid import UUID

from services.core.db.tx import Event
from services.core.identity import DossierId, PersonId


@dataclass(frozen=True, slots=True)
class ConsultationEvent(Event):
    """Something happened to one. ``sequence`` is its own after it."""

    dossier: DossierId
    consultation: UUID
    sequence: int


@dataclass(frozen=True, slots=True)
class ConsultationCalled(ConsultationEvent):
    """It was called; ``ahead``: as one of a series, whose members know its dates."""

    ahead: bool


@dataclass(frozen=True, slots=True)
class ConsultationMoved(ConsultationEvent):
    """It has another time."""


@dataclass(frozen=True, slots=True)
class ConsultationCancelled(ConsultationEvent):
    """It is not held."""


@dataclass(frozen=True, slots=True)
class ConsultationItemAdded(ConsultationEvent):
    """Somebody asked for time: its convener learns that there is something to look at."""

    item: UUID


@dataclass(frozen=True, slots=True)
class ConsultationsInvited(Event):
    """Somebody was invited to several at once: they are told once. ``at``: the dossiers and meetings, the next first."""

    person: PersonId
    at: tuple[tuple[DossierId, UUID], ...]


@dataclass(frozen=True, slots=True)
class ConsultationsWithdrawn(Event):
    """Somebody's invitations to several were taken back. ``at``: the dossiers and meetings, the next first."""

    person: PersonId
    at: tuple[tuple[DossierId, UUID], ...]


@dataclass(frozen=True, slots=True)
class ConsultationsAnswered(Event):
    """Somebody answered several at once: each who called some of them learns it once."""

    person: PersonId
    at: tuple[tuple[DossierId, UUID], ...]
