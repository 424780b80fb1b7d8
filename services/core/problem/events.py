"""What happens to a problem that others react to. Ids and codes only."""

from dataclasses import dataclass
from uuid import UUID

from services.core.db.tx import Event
from services.core.identity import DossierId, PersonId


@dataclass(frozen=True, slots=True)
class ProblemOpened(Event):
    """There is a problem more, on the level where it begins."""

    dossier: DossierId
    problem: UUID


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
class CoordinatorDeclined(Event):
    """Who was asked to take over has said no: the holder and whoever asked must know."""

    dossier: DossierId
    problem: UUID
    holder: PersonId | None
    offered_by: PersonId | None
    version: int


@dataclass(frozen=True, slots=True)
class FactsConfirmed(Event):
    """What is known of a problem, or (None) of the case as a whole, has changed, and with it what is due."""

    dossier: DossierId
    problem: UUID | None


@dataclass(frozen=True, slots=True)
class DeadlineSettled(Event):
    """Somebody said that it was done: what is done again and again is due anew."""

    dossier: DossierId
    problem: UUID | None
