"""What happens to a measure that others react to. Ids and codes only."""

from dataclasses import dataclass
from uuid import UUID

from services.core.db.tx import Event
from services.core.identity import DossierId


@dataclass(frozen=True, slots=True)
class MeasureEvent(Event):
    """Something happened to one measure."""

    dossier: DossierId
    measure: UUID
    version: int


@dataclass(frozen=True, slots=True)
class MeasureDecided(MeasureEvent):
    """Help was decided on; it has not started."""


@dataclass(frozen=True, slots=True)
class MeasureStarted(MeasureEvent):
    """Help has started: what is counted from its start runs."""


@dataclass(frozen=True, slots=True)
class MeasureEnded(MeasureEvent):
    """Help has ended, or was never started."""
