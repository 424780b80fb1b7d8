"""``beginIntake``."""

from services.api.graphql.context import Info
from services.api.graphql.fields import ADMINISTRATORS, input_field, input_type
from services.api.graphql.intake.payload import IntakePayload
from services.api.graphql.intake.types import intake_type
from services.api.graphql.payloads import mutation
from services.core.intake import service
from services.core.intake.records import Kind


@input_type(description="An import that a system tells in several calls.")
class BeginIntakeInput:
    """An import to begin."""

    source: str = input_field(description="The system: small letters, digits and hyphens.")
    kinds: list[Kind] = input_field(description="What it will tell of.")
    snapshot: bool = input_field(
        description="Whether it tells all that it has of these kinds: what is missing then ends.",
        default=False,
    )


@mutation(
    description="Begin an import. `tellIntake` tells its records, `checkIntake` makes its plan, `applyIntake` carries it out.",
    personal=False,
    who=ADMINISTRATORS,
)
async def begin_intake(info: Info, input: BeginIntakeInput) -> IntakePayload:
    """For systems: a person brings a file."""
    run = await service.begin(
        info.context.write, input.source, frozenset(input.kinds), snapshot=input.snapshot
    )
    return IntakePayload(intake=intake_type(run))
