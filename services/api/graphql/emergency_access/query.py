"""``emergencies``, ``emergency``, ``emergenciesOfChild`` and what an emergency can be about."""

from typing import Annotated

import strawberry

from services.api.graphql.connections import After, Connection, First, connection, from_query, page_of
from services.api.graphql.context import Info
from services.api.graphql.emergency_access.types import (
    Emergency,
    EmergencyCategory,
    OpenedInEmergency,
    category_type,
    emergency_type,
    opened_type,
)
from services.api.graphql.fields import DPO, STAFF, query
from services.api.graphql.ids import read_id
from services.core.emergency_access import store
from services.core.emergency_access.rules import HOURS
from services.core.errors import not_found
from services.core.identity import PersonId
from services.core.person import onlookers


@query(
    description="Children opened in an emergency, newest first: one's own, of one's units, or all of the municipality.",
    personal=True,
    who=STAFF | DPO,
)
async def emergencies(info: Info, first: First = 25, after: After = None) -> Connection[Emergency]:
    """The database chooses the rows."""
    page = page_of("emergencies", first, after)
    rows = await store.emergencies(info.context.tx, page.fetch, page.after_moment)
    kept, more = from_query(page, rows, lambda row: (row.opened_at.isoformat(), str(row.id)))
    return connection(([(emergency_type(info, row), cursor) for row, cursor in kept], more))


@query(description="One emergency.", personal=True, who=STAFF | DPO)
async def emergency(info: Info, id: strawberry.ID) -> Emergency | None:
    """For who opened it, the leaders of the unit and the data protection officer."""
    return emergency_type(info, await store.emergency(info.context.tx, read_id(id)))


@query(
    description="Who opened a child in an emergency, newest first: what is kept from a family is not in it.",
    personal=True,
)
async def emergencies_of_child(
    info: Info, child_id: Annotated[strawberry.ID, strawberry.argument(description="The child.")]
) -> list[OpenedInEmergency]:
    """For those who see the child, and the data protection officer."""
    child = PersonId(read_id(child_id))
    if not await onlookers.may_ask(info.context.tx, child):
        raise not_found()
    return [opened_type(info, row) for row in await store.of_child(info.context.tx, child)]


@query(description="What an emergency can be about.", personal=False, who=STAFF | DPO)
async def emergency_categories(info: Info) -> list[EmergencyCategory]:
    """In their order."""
    return [category_type(key, hours, info.context.language) for key, hours in HOURS.items()]
