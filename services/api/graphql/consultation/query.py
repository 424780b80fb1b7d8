"""``consultation`` and ``consultations``: those that the viewer takes part in or leads."""

import strawberry

from services.api.graphql.connections import After, Connection, First, connection, from_query, page_of
from services.api.graphql.consultation.types import Consultation, consultation_type
from services.api.graphql.context import Info
from services.api.graphql.fields import STAFF, field, object_type, query
from services.api.graphql.ids import read_id
from services.core.consultation import store


@query(
    description="One meeting about nobody named. Ask for it by itself: a request that also asks for a child is refused.",
    personal=True,
    who=STAFF,
)
async def consultation(info: Info, id: strawberry.ID) -> Consultation | None:
    """For those who take part and the leader of the unit."""
    return consultation_type(await store.consultation(info.context.tx, read_id(id)))


@query(
    description="The meetings about nobody named that the viewer takes part in or whose unit they lead, the latest first.",
    personal=True,
    who=STAFF,
)
async def consultations(info: Info, first: First = 25, after: After = None) -> Connection[Consultation]:
    """By themselves too."""
    page = page_of("consultations", first, after)
    rows = await store.listed(info.context.tx, page.fetch, page.after_moment)
    kept, more = from_query(page, rows, lambda row: (row.starts_at.isoformat(), str(row.id)))
    return connection(([(consultation_type(row), cursor) for row, cursor in kept], more))


@object_type(description="The viewer's own meetings about nobody named, in numbers alone.")
class ConsultationsAhead:
    """Numbers."""

    ahead: int = field(description="How many are ahead.", personal=True)
    waiting: int = field(
        description="How many the viewer called that are over and not concluded.", personal=True
    )


@query(
    description="How many meetings about nobody named wait for the viewer. Numbers may be asked for beside a child.",
    personal=True,
    who=STAFF,
)
async def consultations_ahead(info: Info) -> ConsultationsAhead:
    """For a first page."""
    found = await store.ahead(info.context.tx)
    return ConsultationsAhead(ahead=found.ahead, waiting=found.waiting)
