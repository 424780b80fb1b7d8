"""``applyIntake``."""

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import ADMINISTRATORS, input_field, input_type
from services.api.graphql.ids import read_id
from services.api.graphql.intake.payload import IntakePayload
from services.api.graphql.intake.types import intake_type
from services.api.graphql.payloads import mutation
from services.core.intake import service


@input_type(description="An import that is carried out.")
class ApplyIntakeInput:
    """A yes."""

    run_id: strawberry.ID = input_field(description="The import.")
    accept_endings: int = input_field(
        description="How many may end that are not told any more, where it is more than a few: `missing` as it was seen.",
        default=0,
    )
    expected_version: int = input_field(description="Its `version`.")


@mutation(
    description="Carry an import out, checked before or not. It receives no more.",
    personal=False,
    who=ADMINISTRATORS,
)
async def apply_intake(info: Info, input: ApplyIntakeInput) -> IntakePayload:
    """The worker does it; `intake` tells how far it is."""
    run = await service.have_applied(
        info.context.write, read_id(input.run_id), input.expected_version, input.accept_endings
    )
    return IntakePayload(intake=intake_type(run))
