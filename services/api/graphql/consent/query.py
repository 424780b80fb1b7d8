"""``consents``: what the viewer was asked; ``consentDocument``: the paper of one that they may see."""

import base64

import strawberry

from services.api.graphql.connections import After, Connection, First, connection, from_query, page_of
from services.api.graphql.consent.types import Consent, consent_type
from services.api.graphql.context import Info
from services.api.graphql.fields import FAMILY, STAFF, field, object_type, query
from services.api.graphql.ids import read_id
from services.core.consent import documents, store


@object_type(description="The paper on which somebody answered.")
class ConsentDocument:
    """A paper."""

    media_type: str = field(
        description="`application/pdf`, `image/jpeg` or `image/png`, told by its content.", personal=False
    )
    size: int = field(description="Bytes.", personal=False)
    content: str = field(description="The paper as base64.", personal=True, sealed=True)


@query(
    description="The paper of a consent: for its giver and for those who work with the case.",
    personal=True,
    who=FAMILY | STAFF,
)
async def consent_document(info: Info, consent_id: strawberry.ID) -> ConsentDocument | None:
    """Who sees no more than a meeting of theirs sees no paper of the family's."""
    row, content = await documents.document(info.context.tx, read_id(consent_id))
    return ConsentDocument(
        media_type=row.media_type, size=row.size, content=base64.b64encode(content).decode("ascii")
    )


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
