"""What happens to an underretning that others react to. Ids only."""

from dataclasses import dataclass
from uuid import UUID

from services.core.db.tx import Event
from services.core.identity import DossierId, PersonId


@dataclass(frozen=True, slots=True)
class UnderretningRecorded(Event):
    """One was written: the adviser of an active case is told, and whoever is asked to read it."""

    dossier: DossierId
    underretning: UUID
    advisers: tuple[PersonId, ...]
    reader: PersonId | None
