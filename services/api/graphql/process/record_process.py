"""``recordProcess``."""

from datetime import date

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import STAFF, input_field, input_type
from services.api.graphql.ids import read_id
from services.api.graphql.payloads import mutation
from services.api.graphql.process.payload import ProcessPayload
from services.api.graphql.process.types import process_type
from services.core.process import service


@input_type(description="What a process has come to. What is null stays as it was written before.")
class RecordProcessInput:
    """A note, or the conclusion."""

    process_id: strawberry.ID = input_field(description="The process.")
    covered: list[int] | None = input_field(
        description="Numbers of the points that are covered, from 1.", default=None
    )
    findings: str | None = input_field(description="What it found.", default=None)
    preliminary: str | None = input_field(
        description="The preliminary assessment, where its last day was not kept.", default=None
    )
    known_on: date | None = input_field(
        description="The Danish day on which the need was known, if it was another.", default=None
    )
    family_told: bool | None = input_field(
        description="Whether the family may see it; once true it stays so.", default=None
    )
    conclude: bool = input_field(description="It is done.", default=False)
    expected_version: int = input_field(description="The `version` you saw.")


@mutation(
    description="Write down what a process has come to, or conclude it with all it must cover.", who=STAFF
)
async def record_process(info: Info, input: RecordProcessInput) -> ProcessPayload:
    """RA-26."""
    row = await service.record_process(
        info.context.write,
        service.RecordProcess(
            process=read_id(input.process_id),
            expected_version=input.expected_version,
            covered=None if input.covered is None else frozenset(input.covered),
            findings=input.findings,
            preliminary=input.preliminary,
            known_on=input.known_on,
            family_told=input.family_told,
            conclude=input.conclude,
        ),
    )
    return ProcessPayload(process=process_type(row))
