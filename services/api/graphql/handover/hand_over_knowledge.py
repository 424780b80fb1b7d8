"""``handOverKnowledge``."""

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import STAFF, input_field, input_type
from services.api.graphql.handover.payload import HandoverPayload
from services.api.graphql.handover.types import handover_type
from services.api.graphql.ids import read_id, read_optional_id
from services.api.graphql.model.form_field import FormValueInput, answers_given
from services.api.graphql.payloads import mutation
from services.core.handover import service


@input_type(description="Knowledge to hand over to the next setting.")
class HandOverKnowledgeInput:
    """What goes to whom: to a place or to a person."""

    child_id: strawberry.ID = input_field(description="The child.")
    handover: str = input_field(description="Key of the handover in the model.")
    to_unit_id: strawberry.ID | None = input_field(description="The place that it goes to.", default=None)
    to_person_id: strawberry.ID | None = input_field(
        description="The professional whom it goes to.", default=None
    )
    values: list[FormValueInput] = input_field(description="The form, complete.")


@mutation(
    description="Hand knowledge over. Where the model asks for a consent it must stand; a refusal names it.",
    who=STAFF,
)
async def hand_over_knowledge(info: Info, input: HandOverKnowledgeInput) -> HandoverPayload:
    """SL-31."""
    row = await service.hand_over_knowledge(
        info.context.write,
        service.HandOver(
            child=read_id(input.child_id),
            handover=input.handover,
            values=answers_given(input.values),
            to_unit=read_optional_id(input.to_unit_id),
            to_person=read_optional_id(input.to_person_id),
        ),
    )
    return HandoverPayload(handover=handover_type(row))
