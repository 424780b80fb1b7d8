"""``approveVersion``."""

from datetime import date

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import ADMINISTRATORS, input_field, input_type
from services.api.graphql.ids import read_id
from services.api.graphql.model.payload import ModelVersionPayload
from services.api.graphql.model.types import version_types
from services.api.graphql.payloads import mutation
from services.core.tenancy import versions


@input_type(description="An approval of exactly what a version says.")
class ApproveVersionInput:
    """An approval."""

    version_id: strawberry.ID = input_field(description="The version.")
    digest: str = input_field(description="The `digest` of what was read.")
    applies_from: date | None = input_field(
        description="The Danish day before which it must not apply; today or later.", default=None
    )
    note: str | None = input_field(description="A word to go with it; nothing about people.", default=None)


@mutation(
    description="Approve a version somebody else proposed. It applies once enough have approved.",
    who=ADMINISTRATORS,
)
async def approve_version(info: Info, input: ApproveVersionInput) -> ModelVersionPayload:
    """ALL-06."""
    done = await versions.approve(
        info.context.write,
        read_id(input.version_id),
        input.digest,
        applies_from=input.applies_from,
        note=input.note or "",
    )
    (found,) = await version_types(info, [done])
    return ModelVersionPayload(version=found)
