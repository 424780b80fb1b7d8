"""``resendUndelivered``: after an outage."""

from datetime import datetime
from enum import Enum
from typing import TypeVar

from services.api.graphql.context import Info
from services.api.graphql.fields import ADMINISTRATORS, field, input_field, input_type, object_type
from services.api.graphql.payloads import UserErrorType, errors_field, mutation
from services.core.errors import invalid
from services.core.message.kinds import Channel, Reason
from services.core.undelivered import service

Code = TypeVar("Code", bound=Enum)


@input_type(
    description="What died together: in a time, and by one channel or for one reason, where that is said."
)
class ResendUndeliveredInput:
    """An outage."""

    since: datetime = input_field(description="Given up at this time or later.")
    until: datetime = input_field(description="Given up at this time or before.")
    channel: str | None = input_field(description="The last way that was tried; null: any.", default=None)
    reason: str | None = input_field(description="Why it was given up, as a code; null: any.", default=None)


@object_type(description="How far sending again has come.")
class ResendUndeliveredPayload:
    """A step."""

    resent: int | None = field(
        description="How many are on their way again with this step.", personal=False, default=None
    )
    left: int | None = field(
        description="How many are left: ask again until it is 0, or stop.", personal=False, default=None
    )
    errors: list[UserErrorType] = errors_field()


@mutation(
    description=f"Send again what died in an outage, the oldest first, at most {service.AT_ONCE} at a time. Asked again it "
    "goes on where it was; none goes twice.",
    who=ADMINISTRATORS,
)
async def resend_undelivered(info: Info, input: ResendUndeliveredInput) -> ResendUndeliveredPayload:
    """A step of it."""
    outage = service.Outage(
        since=input.since,
        until=input.until,
        channel=_code(Channel, input.channel, "channel"),
        reason=_code(Reason, input.reason, "reason"),
    )
    step = await service.resend_step(info.context.write, outage)
    return ResendUndeliveredPayload(resent=step.resent, left=step.left)


def _code(kind: type[Code], value: str | None, name: str) -> Code | None:
    if value is None:
        return None
    try:
        return kind(value)
    except ValueError:
        raise invalid("undelivered.unknown_code", "input", name) from None
