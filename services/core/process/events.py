"""What happens to a process that others react to. Ids and codes only."""

from dataclasses import dataclass
from uuid import UUID

from services.core.db.tx import Event
from services.core.identity import DossierId


@dataclass(frozen=True, slots=True)
class ProcessBegun(Event):
    """A process runs. ``family_told``: the family may know of it."""

    dossier: DossierId
    process: UUID
    family_told: bool


@dataclass(frozen=True, slots=True)
class ProcessConcluded(Event):
    """A process is done, and with it what may rest on it."""

    dossier: DossierId
    process: UUID
    family_told: bool
