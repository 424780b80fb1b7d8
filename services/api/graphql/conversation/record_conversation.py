"""``recordConversation``."""

from datetime import datetime

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.conversation.types import ConversationPayload, conversation_type
from services.api.graphql.fields import STAFF, input_field, input_type
from services.api.graphql.ids import read_id, read_optional_id
from services.api.graphql.payloads import mutation
from services.core.conversation import service


@input_type(description="A conversation that was held with a child by itself.")
class RecordConversationInput:
    """A conversation."""

    child_id: strawberry.ID = input_field(description="The child.")
    problem_id: strawberry.ID | None = input_field(
        description="The problem it was about; null: the case as a whole.", default=None
    )
    held_at: datetime = input_field(description="When it was held.")
    text: str = input_field(description="What was said, as far as possible in the child's own words.")
    present: str | None = input_field(description="Who else was there.", default=None)
    support_person_offered: bool = input_field(
        description="Whether the child was told that it may bring a support person (Barnets lov §6).",
        default=False,
    )


@mutation(
    description="Record a conversation with a child. Its parents are not told, not even that it was held.",
    who=STAFF,
)
async def record_conversation(info: Info, input: RecordConversationInput) -> ConversationPayload:
    """Barnets lov §5: it may be held without their consent or presence."""
    row = await service.record_conversation(
        info.context.write,
        service.RecordConversation(
            child=read_id(input.child_id),
            problem=read_optional_id(input.problem_id),
            held_at=input.held_at,
            text=input.text,
            present=input.present or "",
            support_person_offered=input.support_person_offered,
        ),
    )
    return ConversationPayload(conversation=await conversation_type(info, row))
