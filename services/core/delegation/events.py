"""What happens to a delegation that others react to. Ids only."""

from dataclasses import dataclass
from uuid import UUID

from services.core.db.tx import Event
from services.core.identity import DossierId, PersonId


@dataclass(frozen=True, slots=True)
class Delegated(Event):
    """Somebody is to act for somebody: both are told, but who did it. ``own`` is the actor's own identity dossier."""

    delegations: tuple[UUID, ...]
    absent: PersonId
    delegate: PersonId
    own: DossierId


@dataclass(frozen=True, slots=True)
class DelegationEnded(Event):
    """It is over before its day."""

    delegation: UUID
    absent: PersonId
    delegate: PersonId
    own: DossierId
