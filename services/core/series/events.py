"""What happens to a series that others react to. Ids only."""

from dataclasses import dataclass
from uuid import UUID

from services.core.db.tx import Event


@dataclass(frozen=True, slots=True)
class SeriesFixed(Event):
    """New times were fixed: a meeting about nobody named is opened at each, where the series has such a type."""

    series: UUID
    slots: tuple[UUID, ...]


@dataclass(frozen=True, slots=True)
class SlotCancelled(Event):
    """A fixed time was given up."""

    slot: UUID
    reason: str
