"""``recordDeath``."""

from datetime import date

import strawberry

from services.api.graphql.child.payload import ChildPayload, child_payload
from services.api.graphql.context import Info
from services.api.graphql.fields import STAFF, input_field, input_type
from services.api.graphql.ids import read_id, read_optional_id
from services.api.graphql.payloads import mutation
from services.core.casework import family


@input_type(description="The child, or one who holds custody of it, has died.")
class RecordDeathInput:
    """Who, and when."""

    child_id: strawberry.ID = input_field(description="The child.")
    holder_id: strawberry.ID | None = input_field(
        description="The custody holder who has died; null: the child.", default=None
    )
    died_on: date = input_field(description="The Danish day of the death.")


@mutation(
    description="Record a death: access, messages, invitations and deadlines end at once, and no machine tells the family.",
    who=STAFF,
)
async def record_death(info: Info, input: RecordDeathInput) -> ChildPayload:
    """The leader is told, and brings a dead child's case to its end."""
    child = read_id(input.child_id)
    await family.record_family_death(
        info.context.write, child, read_optional_id(input.holder_id), input.died_on
    )
    return await child_payload(info, child)
