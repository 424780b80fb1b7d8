"""``withdrawVersion``."""

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import ADMINISTRATORS, input_field, input_type
from services.api.graphql.ids import read_id
from services.api.graphql.model.payload import ModelVersionPayload
from services.api.graphql.model.types import version_types
from services.api.graphql.payloads import mutation
from services.core.tenancy import versions


@input_type(description="A proposal to take back.")
class WithdrawVersionInput:
    """A withdrawal."""

    version_id: strawberry.ID = input_field(description="The version.")
    digest: str = input_field(description="Its `digest`.")


@mutation(description="Take back a version that one has proposed oneself.", who=ADMINISTRATORS)
async def withdraw_version(info: Info, input: WithdrawVersionInput) -> ModelVersionPayload:
    """While it is not settled."""
    done = await versions.withdraw(info.context.write, read_id(input.version_id), input.digest)
    (found,) = await version_types(info, [done])
    return ModelVersionPayload(version=found)
