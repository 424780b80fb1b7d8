"""``recordExchange``."""

from datetime import date

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.exchange.types import Exchange, exchange_type
from services.api.graphql.fields import STAFF, field, input_field, input_type, object_type
from services.api.graphql.ids import read_id
from services.api.graphql.payloads import UserErrorType, errors_field, mutation
from services.core.exchange import service


@input_type(description="Private information that was exchanged without consent.")
class RecordExchangeInput:
    """An exchange."""

    child_id: strawberry.ID = input_field(description="The child.")
    basis: str = input_field(description="Key of the basis in the model.")
    with_whom: str = input_field(description="With whom.")
    why: str = input_field(description="Why it was necessary.")
    on: date = input_field(description="The day.")
    special_reason: str | None = input_field(
        description="Why once more; needed beyond the basis' ordinary count.", default=None
    )


@object_type(description="The exchange recorded, or why it was not.")
class ExchangePayload:
    """A recorded exchange."""

    exchange: Exchange | None = field(description="It.", personal=True, default=None)
    errors: list[UserErrorType] = errors_field()


@mutation(
    description="Record that information was exchanged without consent; counted against its basis.", who=STAFF
)
async def record_exchange(info: Info, input: RecordExchangeInput) -> ExchangePayload:
    """Allowed so many times for one child, never a duty."""
    row = await service.record_exchange(
        info.context.write,
        service.RecordExchange(
            child=read_id(input.child_id),
            basis=input.basis,
            with_whom=input.with_whom,
            why=input.why,
            on=input.on,
            special_reason=input.special_reason or "",
        ),
    )
    return ExchangePayload(exchange=exchange_type(row))
