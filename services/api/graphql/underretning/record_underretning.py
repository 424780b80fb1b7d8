"""``recordUnderretning``."""

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import STAFF, input_field, input_type
from services.api.graphql.ids import read_id, read_optional_id
from services.api.graphql.payloads import mutation
from services.api.graphql.underretning.payload import UnderretningPayload
from services.api.graphql.underretning.types import underretning_type
from services.core.underretning import service


@input_type(description="An underretning to write, from any level, with or without a problem.")
class RecordUnderretningInput:
    """An underretning."""

    child_id: strawberry.ID = input_field(description="The child.")
    text: str = input_field(description="What the authority is told.")
    problem_id: strawberry.ID | None = input_field(description="The problem it comes of.", default=None)
    bypass: str | None = input_field(description="Key of the model's way; null: its first.", default=None)
    reader_id: strawberry.ID | None = input_field(
        description="Who is asked to read it first, of the role the model names.", default=None
    )
    send: bool = input_field(description="It is sent at once, without waiting for anyone.", default=False)


@mutation(description="Write an underretning. Nothing of the model blocks or delays it.", who=STAFF)
async def record_underretning(info: Info, input: RecordUnderretningInput) -> UnderretningPayload:
    """RA-20, RA-22, SL-05."""
    row = await service.record_underretning(
        info.context.write,
        service.RecordUnderretning(
            child=read_id(input.child_id),
            text=input.text,
            problem=read_optional_id(input.problem_id),
            bypass=input.bypass or "",
            reader=read_optional_id(input.reader_id),
            send=input.send,
        ),
    )
    return UnderretningPayload(underretning=underretning_type(row))
