"""What happens to knowledge handed over that others react to. Ids only."""

from dataclasses import dataclass
from uuid import UUID

from services.core.db.tx import Event
from services.core.identity import DossierId, PersonId, UnitId


@dataclass(frozen=True, slots=True)
class KnowledgeHandedOver(Event):
    """Knowledge goes to a person or to a unit."""

    dossier: DossierId
    handover: UUID
    to_person: PersonId | None
    to_unit: UnitId | None


@dataclass(frozen=True, slots=True)
class HandoverAccepted(Event):
    """It was taken on; who handed it over learns of it."""

    dossier: DossierId
    handover: UUID
    handed_by: PersonId
