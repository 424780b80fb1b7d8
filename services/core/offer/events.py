"""What happens to an offer that others react to. Ids only."""

from dataclasses import dataclass
from uuid import UUID

from services.core.db.tx import Event
from services.core.identity import DossierId, PersonId


@dataclass(frozen=True, slots=True)
class OfferMade(Event):
    """The family was offered something and has not answered yet."""

    dossier: DossierId
    offer: UUID
    problem: UUID | None


@dataclass(frozen=True, slots=True)
class OfferAnswered(Event):
    """There is an answer; ``offered_by`` waits for it."""

    dossier: DossierId
    offer: UUID
    offered_by: PersonId
    version: int


@dataclass(frozen=True, slots=True)
class PlanWritten(Event):
    """The plan made with the family has changed."""

    dossier: DossierId
    plan: UUID
    problem: UUID | None
