"""``recordBirth``."""

from datetime import date

import strawberry

from services.api.graphql.child.payload import ChildPayload, child_payload
from services.api.graphql.context import Info
from services.api.graphql.fields import STAFF, input_field, input_type
from services.api.graphql.ids import read_id
from services.api.graphql.payloads import mutation
from services.core.casework import family


@input_type(description="A child that was expected is born.")
class RecordBirthInput:
    """Its birth date and name."""

    child_id: strawberry.ID = input_field(description="The child.")
    born_on: date = input_field(description="The Danish day of the birth.")
    name: str = input_field(description="The name.")
    expected_version: int = input_field(description="The version of `unborn` that you saw.")


@mutation(description="A child is born: custody, consents and the case carry over to it.", who=STAFF)
async def record_birth(info: Info, input: RecordBirthInput) -> ChildPayload:
    """Its ages count from the birth date."""
    child = read_id(input.child_id)
    await family.record_child_born(
        info.context.write, child, input.born_on, input.name, input.expected_version
    )
    return await child_payload(info, child)
