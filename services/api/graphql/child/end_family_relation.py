"""``endFamilyRelation``."""

import strawberry

from services.api.graphql.child.payload import ChildPayload, child_payload
from services.api.graphql.context import Info
from services.api.graphql.fields import STAFF, input_field, input_type
from services.api.graphql.ids import read_id
from services.api.graphql.payloads import mutation
from services.core.casework import family


@input_type(description="Somebody who is no longer around a child.")
class EndFamilyRelationInput:
    """Which relation."""

    relation_id: strawberry.ID = input_field(description="The relation.")
    expected_version: int = input_field(description="Its version that you saw.")


@mutation(description="Somebody is no longer around a child; that they were stays.", who=STAFF)
async def end_family_relation(info: Info, input: EndFamilyRelationInput) -> ChildPayload:
    """With who ended it, and when."""
    row = await family.end_family_relation(
        info.context.write, read_id(input.relation_id), input.expected_version
    )
    return await child_payload(info, row.child_id)
