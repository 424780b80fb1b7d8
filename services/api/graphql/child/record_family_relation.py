"""``recordFamilyRelation``."""

import strawberry

from services.api.graphql.child.payload import ChildPayload, child_payload
from services.api.graphql.context import Info
from services.api.graphql.fields import STAFF, input_field, input_type
from services.api.graphql.ids import read_id, read_optional_id
from services.api.graphql.payloads import mutation
from services.core.casework import family
from services.core.identity import PersonId
from services.core.person.circle import NewRelation
from services.core.person.family_circle import RelationKind, ShownTo


@input_type(description="Somebody around a child.")
class RecordFamilyRelationInput:
    """Who it is, and to whom they belong."""

    child_id: strawberry.ID = input_field(description="The child.")
    kind: RelationKind = input_field(description="Who somebody is to the child.")
    name: str | None = input_field(description="The name; null for a sibling.", default=None)
    contact: str | None = input_field(description="Ways to reach them.", default=None)
    variant: str | None = input_field(description="`foster` or `respite` of a foster family.", default=None)
    language: str | None = input_field(description="What is interpreted.", default=None)
    note: str | None = input_field(description="A note for professionals.", default=None)
    sibling_id: strawberry.ID | None = input_field(
        description="The other child, whom you must be able to see.", default=None
    )
    belongs_to_id: strawberry.ID | None = input_field(
        description="The one of the family whose partner or companion it is.", default=None
    )
    meeting_id: strawberry.ID | None = input_field(
        description="The one meeting it is for; null: lasting.", default=None
    )
    of_age: bool = input_field(description="That a companion is 15 or older.", default=False)
    bound_to_secrecy: bool = input_field(
        description="That the person was told of the duty of secrecy and bound to it.", default=False
    )
    shown_to: ShownTo | None = input_field(
        description="Who of the family learns of them; null: as the kind has it.", default=None
    )


@mutation(description="Record who is around a child. Nobody gets access by it.", who=STAFF)
async def record_family_relation(info: Info, input: RecordFamilyRelationInput) -> ChildPayload:
    """Barnets lov §6; trap 7, trap 14."""
    child, sibling = read_id(input.child_id), read_optional_id(input.sibling_id)
    belongs_to = read_optional_id(input.belongs_to_id)
    told = NewRelation(
        kind=input.kind,
        name=input.name or "",
        contact=input.contact or "",
        variant=input.variant or "",
        language=input.language or "",
        note=input.note or "",
        person=None if sibling is None else PersonId(sibling),
        belongs_to=None if belongs_to is None else PersonId(belongs_to),
        meeting=read_optional_id(input.meeting_id),
        of_age=input.of_age,
        bound_to_secrecy=input.bound_to_secrecy,
        shown_to=input.shown_to,
    )
    await family.record_family_relation(info.context.write, child, told)
    return await child_payload(info, child)
