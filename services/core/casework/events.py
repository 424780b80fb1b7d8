"""What happens to a casework that others react to."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from services.core.db.tx import Event
from services.core.identity import DossierId


@dataclass(frozen=True, slots=True)
class CaseworkClosed(Event):
    """The retention period begins; ``closed_at`` in business time."""

    dossier: DossierId
    model_version: UUID
    closed_at: datetime


@dataclass(frozen=True, slots=True)
class CaseworkMoved(Event):
    """A running case follows another version of the model: what it must do in time is reckoned anew."""

    dossier: DossierId
    from_version: UUID
    to_version: UUID
