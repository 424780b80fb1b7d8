"""``dealWithUndelivered``."""

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.enums import enum_type
from services.api.graphql.fields import ADMINISTRATORS, STAFF, field, input_field, input_type, object_type
from services.api.graphql.ids import read_id
from services.api.graphql.payloads import UserErrorType, errors_field, mutation
from services.core.undelivered import service
from services.core.undelivered.service import Resolution

enum_type(
    Resolution,
    name="UndeliveredResolution",
    description="What was done about a message that did not arrive.",
    values={
        "SENT_AGAIN": "It is sent again, by the ways that the recipient chooses now; whether it may go is judged anew.",
        "TOLD_OTHERWISE": "The recipient was told in another way.",
        "NOT_NEEDED": "The recipient need not be told any more.",
    },
)


@input_type(description="What is done about a message that did not arrive.")
class DealWithUndeliveredInput:
    """A deed."""

    undelivered_id: strawberry.ID = input_field(description="The message.")
    resolution: Resolution = input_field(description="What is done.")
    why: str = input_field(
        description="Of that, in one's own words; kept sealed with the child's case, so not for who runs the system.",
        default="",
    )


@object_type(description="Whether it is dealt with.")
class UndeliveredDealtWithPayload:
    """What was done."""

    done: bool | None = field(description="True when it is dealt with now.", personal=False, default=None)
    errors: list[UserErrorType] = errors_field()


@mutation(
    description="Send a message again that did not arrive, or say that the recipient was told otherwise or need not be. "
    "Each can be dealt with once; who did, how and what they wrote of it is kept with it.",
    who=STAFF | ADMINISTRATORS,
)
async def deal_with_undelivered(info: Info, input: DealWithUndeliveredInput) -> UndeliveredDealtWithPayload:
    """By who answers for it, or who runs the system."""
    await service.deal_with(info.context.write, read_id(input.undelivered_id), input.resolution, input.why)
    return UndeliveredDealtWithPayload(done=True)
