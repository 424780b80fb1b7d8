"""What follows when somebody has died or a child has moved away."""

from services.core.db.tx import WriteTx
from services.core.person import departures
from services.core.person.events import PersonDeparted
from services.core.sweep.departures import settle


async def settle_departure(tx: WriteTx, event: PersonDeparted) -> None:
    """At once where it is so already; a day ahead waits for the sweep."""
    row = await tx.one(departures.FIND, id=event.departure)
    if row is not None:
        await settle(tx, row)
