"""``checkIntake``."""

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import ADMINISTRATORS, input_field, input_type
from services.api.graphql.ids import read_id
from services.api.graphql.intake.payload import IntakePayload
from services.api.graphql.intake.types import intake_type
from services.api.graphql.payloads import mutation
from services.core.intake import service


@input_type(description="An import whose plan is made.")
class CheckIntakeInput:
    """A dry run."""

    run_id: strawberry.ID = input_field(description="The import.")
    expected_version: int = input_field(description="Its `version`.")


@mutation(
    description="Make the plan of an import and write nothing of it; it receives no more.",
    personal=False,
    who=ADMINISTRATORS,
)
async def check_intake(info: Info, input: CheckIntakeInput) -> IntakePayload:
    """The dry run."""
    run = await service.have_checked(info.context.write, read_id(input.run_id), input.expected_version)
    return IntakePayload(intake=intake_type(run))
