"""What happens to an action plan that others react to. Ids and codes only."""

from dataclasses import dataclass
from uuid import UUID

from services.core.db.tx import Event
from services.core.identity import DossierId


@dataclass(frozen=True, slots=True)
class ActionPlanSent(Event):
    """A plan goes to the circle of a meeting as it stands (RI-24)."""

    dossier: DossierId
    plan: UUID
    meeting: UUID
    version: int
