"""What happens to a problem that others react to. Ids and codes only."""

from dataclasses import dataclass
from uuid import UUID

from services.core.db.tx import Event
from services.core.identity import DossierId, PersonId


@dataclass(frozen=True, slots=True)
class LevelMoved(Event):
    """A problem stands on another level now."""

    dossier: DossierId
    problem: UUID
    from_level: int | None
    to_level: int


@dataclass(frozen=True, slots=True)
class CoordinatorOffered(Event):
    """Someone is asked to take over the thread."""

    dossier: DossierId
    problem: UUID
    offered_to: PersonId
    version: int


@dataclass(frozen=True, slots=True)
class CoordinatorChanged(Event):
    """The thread has changed hands: all professionals and the family are told (RA-05)."""

    dossier: DossierId
    problem: UUID
    outgoing: PersonId | None
    incoming: PersonId
    version: int


@dataclass(frozen=True, slots=True)
class FactsConfirmed(Event):
    """What is known of a problem has changed, and with it what is due."""

    dossier: DossierId
    problem: UUID
