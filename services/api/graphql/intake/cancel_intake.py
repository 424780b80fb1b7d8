"""``cancelIntake``."""

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import ADMINISTRATORS, input_field, input_type
from services.api.graphql.ids import read_id
from services.api.graphql.intake.payload import IntakePayload
from services.api.graphql.intake.types import intake_type
from services.api.graphql.payloads import mutation
from services.core.intake import service


@input_type(description="An import that is stopped.")
class CancelIntakeInput:
    """A stop. It takes no version: whatever the import is doing by now, it is to be stopped."""

    run_id: strawberry.ID = input_field(description="The import.")


@mutation(
    description="Stop an import. What it has changed stands; its content is deleted.",
    personal=False,
    who=ADMINISTRATORS,
)
async def cancel_intake(info: Info, input: CancelIntakeInput) -> IntakePayload:
    """Ended already, nothing changes."""
    return IntakePayload(intake=intake_type(await service.cancel(info.context.write, read_id(input.run_id))))
