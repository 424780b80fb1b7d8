"""What happens while a time is being found that others react to. Ids alone."""

from dataclasses import dataclass
from uuid import UUID

from services.core.db.tx import Event
from services.core.identity import DossierId


@dataclass(frozen=True, slots=True)
class TimesProposed(Event):
    """The circle of a meeting is asked when it suits; until that is settled its own time is preliminary."""

    dossier: DossierId
    meeting: UUID
    proposal: UUID


@dataclass(frozen=True, slots=True)
class TimesAnswered(Event):
    """Somebody has said when it suits them."""

    dossier: DossierId
    meeting: UUID
    participant: UUID
    stamp: int
