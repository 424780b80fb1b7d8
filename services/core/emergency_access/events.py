"""What happens to an emergency access that others react to. Ids only."""

from dataclasses import dataclass
from uuid import UUID

from services.core.db.tx import Event
from services.core.identity import DossierId, PersonId


@dataclass(frozen=True, slots=True)
class GlassBroken(Event):
    """A child was opened in an emergency: who leads its unit and the data protection officer are told at once."""

    dossier: DossierId
    emergency: UUID
    child: PersonId
