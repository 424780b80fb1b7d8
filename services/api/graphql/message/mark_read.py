"""``markMessageRead``."""

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import field, input_field, input_type, object_type
from services.api.graphql.ids import read_id
from services.api.graphql.payloads import UserErrorType, errors_field, mutation
from services.core.message.service import mark_read


@input_type(description="A message that was read.")
class MarkMessageReadInput:
    """A message."""

    message_id: strawberry.ID = input_field(description="The message.")


@object_type(description="Whether the message is marked as read.")
class MessageReadPayload:
    """What was done."""

    done: bool | None = field(description="True when it is read now.", personal=False, default=None)
    errors: list[UserErrorType] = errors_field()


@mutation(description="Mark a message of one's own inbox as read.")
async def mark_message_read(info: Info, input: MarkMessageReadInput) -> MessageReadPayload:
    """Repeatable."""
    await mark_read(info.context.write, read_id(input.message_id))
    return MessageReadPayload(done=True)
