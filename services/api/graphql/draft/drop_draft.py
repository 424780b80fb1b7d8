"""``dropDraft``."""

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.draft.types import AUTHORS, DraftAbout, DraftPayload, about
from services.api.graphql.fields import input_field, input_type
from services.api.graphql.payloads import mutation
from services.core.draft import service


@input_type(description="Which draft is not wanted any more.")
class DropDraftInput:
    """A draft."""

    kind: DraftAbout = input_field(description="What `aboutId` names.")
    about_id: strawberry.ID = input_field(description="The meeting or the child.")
    form: str = input_field(description="Which form.")


@mutation(
    description="Throw away what the viewer was writing; where there is nothing, nothing happens.",
    who=AUTHORS,
)
async def drop_draft(info: Info, input: DropDraftInput) -> DraftPayload:
    """At once and for good."""
    await service.drop_draft(info.context.write, about(input.kind, input.about_id), input.form)
    return DraftPayload()
