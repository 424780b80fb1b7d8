"""What happens to a network about a family that others react to. Ids only."""

from dataclasses import dataclass
from uuid import UUID

from services.core.db.tx import Event
from services.core.identity import DossierId, PersonId


@dataclass(frozen=True, slots=True)
class NetworkChanged(Event):
    """A network was formed or adjusted: ``people`` bear it or are the family's contact."""

    dossier: DossierId
    network: UUID
    people: tuple[PersonId, ...]
    version: int
