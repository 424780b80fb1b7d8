"""``passOnConversation``."""

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.conversation.types import ConversationPayload, conversation_type
from services.api.graphql.fields import STAFF, input_field, input_type
from services.api.graphql.ids import read_id
from services.api.graphql.payloads import mutation
from services.core.conversation import service


@input_type(description="What a child's parents are told of a conversation with it.")
class PassOnConversationInput:
    """What is passed on."""

    conversation_id: strawberry.ID = input_field(description="The conversation.")
    text: str = input_field(description="What the parents are told. Agree on it with the child.")
    expected_version: int = input_field(description="The `version` you saw.")


@mutation(description="Write to the parents about a conversation with their child; once.", who=STAFF)
async def pass_on_conversation(info: Info, input: PassOnConversationInput) -> ConversationPayload:
    """They read what was written for them, and nothing else of it."""
    row = await service.pass_on(
        info.context.write, read_id(input.conversation_id), input.text, input.expected_version
    )
    return ConversationPayload(conversation=await conversation_type(info, row))
