"""``rejectVersion``."""

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import ADMINISTRATORS, input_field, input_type
from services.api.graphql.ids import read_id
from services.api.graphql.model.payload import ModelVersionPayload
from services.api.graphql.model.types import version_types
from services.api.graphql.payloads import mutation
from services.core.tenancy import versions


@input_type(description="A no to a proposed version.")
class RejectVersionInput:
    """A rejection."""

    version_id: strawberry.ID = input_field(description="The version.")
    digest: str = input_field(description="The `digest` of what was read.")
    note: str = input_field(description="Why; nothing about people.")


@mutation(description="Reject a proposed version, with why: it never applies.", who=ADMINISTRATORS)
async def reject_version(info: Info, input: RejectVersionInput) -> ModelVersionPayload:
    """Its author proposes another."""
    done = await versions.reject(info.context.write, read_id(input.version_id), input.digest, input.note)
    (found,) = await version_types(info, [done])
    return ModelVersionPayload(version=found)
