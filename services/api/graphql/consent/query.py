"""``consents``: what the viewer was asked."""

from services.api.graphql.connections import After, Connection, First, connection, from_query, page_of
from services.api.graphql.consent.types import Consent, consent_type
from services.api.graphql.context import Info
from services.api.graphql.fields import FAMILY, query
from services.core.consent import store


@query(description="What the viewer was asked to consent to, newest first.", personal=True, who=FAMILY)
async def consents(info: Info, first: First = 25, after: After = None) -> Connection[Consent]:
    """A giver sees their own alone."""
    page = page_of("consents", first, after)
    before = page.after_moment
    rows = await store.asked_of(
        info.context.tx, info.context.actor.known_person, before=before, limit=page.fetch
    )
    kept, more = from_query(page, rows, lambda row: (row.asked_at.isoformat(), str(row.id)))
    return connection(([(consent_type(row, info.context.now), cursor) for row, cursor in kept], more))
