"""What happens to a person that other nouns react to. Ids only."""

from dataclasses import dataclass
from uuid import UUID

from services.core.db.tx import Event


@dataclass(frozen=True, slots=True)
class PersonDeparted(Event):
    """Somebody died, or a child moved away: what was planned about them is called off.

    ``departure`` names the row. The walls know it already; from its ``effective_at`` on it is so.
    """

    departure: UUID
