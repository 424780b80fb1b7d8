"""``beginProcess``."""

from datetime import date

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import STAFF, input_field, input_type
from services.api.graphql.ids import read_id, read_optional_id
from services.api.graphql.payloads import mutation
from services.api.graphql.process.payload import ProcessPayload
from services.api.graphql.process.types import process_type
from services.core.process import service


@input_type(description="A process to begin, for example a child welfare assessment.")
class BeginProcessInput:
    """A beginning."""

    child_id: strawberry.ID = input_field(description="The child.")
    process: str = input_field(description="Key of the model's process.")
    problem_id: strawberry.ID | None = input_field(description="The problem it is about.", default=None)
    known_on: date | None = input_field(
        description="The Danish day on which the need was known; null: as far as is known here.", default=None
    )
    reason: str | None = input_field(
        description="Why; needed where the model expects it to begin elsewhere.", default=None
    )
    family_told: bool = input_field(description="Whether the family may see it.", default=True)


@mutation(description="Begin a process; its clock counts from when the need was known.", who=STAFF)
async def begin_process(info: Info, input: BeginProcessInput) -> ProcessPayload:
    """RA-26, RI-19."""
    row = await service.begin_process(
        info.context.write,
        service.BeginProcess(
            child=read_id(input.child_id),
            key=input.process,
            problem=read_optional_id(input.problem_id),
            known_on=input.known_on,
            reason=input.reason or "",
            family_told=input.family_told,
        ),
    )
    return ProcessPayload(process=process_type(row))
