"""What happens that others react to. Ids only."""

from dataclasses import dataclass
from uuid import UUID

from services.core.db.tx import Event
from services.core.identity import DossierId


@dataclass(frozen=True, slots=True)
class ExchangeRecorded(Event):
    """Information was exchanged without consent; ``told``: the family sees it."""

    dossier: DossierId
    exchange: UUID
    told: bool
