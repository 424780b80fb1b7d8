"""``saveDraft``."""

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.draft.types import AUTHORS, DraftAbout, DraftPayload, about, draft_type
from services.api.graphql.fields import input_field, input_type
from services.api.graphql.payloads import mutation
from services.core.draft import service


@input_type(description="A field of a form, as it stands.")
class DraftFieldInput:
    """A field."""

    name: str = input_field(description="Its name on the page.")
    values: list[str] = input_field(description="What stands in it.")


@input_type(description="A form as it stands.")
class SaveDraftInput:
    """A form."""

    kind: DraftAbout = input_field(description="What `aboutId` names.")
    about_id: strawberry.ID = input_field(description="The meeting or the child.")
    form: str = input_field(
        description="Which form, by its name on the page: small letters, digits and hyphens."
    )
    fields: list[DraftFieldInput] = input_field(description="All its fields; at most 100,000 characters.")


@mutation(
    description="Keep a form that is being written, for the viewer alone: 14 days after the last word it is gone.",
    who=AUTHORS,
)
async def save_draft(info: Info, input: SaveDraftInput) -> DraftPayload:
    """What was kept of this form before is written over."""
    row = await service.save_draft(
        info.context.write,
        about(input.kind, input.about_id),
        input.form,
        {one.name: one.values for one in input.fields},
    )
    return DraftPayload(draft=draft_type(row))
