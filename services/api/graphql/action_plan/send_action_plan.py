"""``sendActionPlan``."""

import strawberry

from services.api.graphql.action_plan.payload import ActionPlanPayload
from services.api.graphql.action_plan.types import plan_type
from services.api.graphql.context import Info
from services.api.graphql.fields import STAFF, input_field, input_type
from services.api.graphql.ids import read_id
from services.api.graphql.payloads import mutation
from services.core.action_plan import service


@input_type(description="A plan to send to the circle of a meeting.")
class SendActionPlanInput:
    """A plan to send."""

    plan_id: strawberry.ID = input_field(description="The plan.")
    meeting_id: strawberry.ID = input_field(description="The meeting whose circle is told.")
    expected_version: int = input_field(description="The plan's `version` you saw.")


@mutation(
    description="Send the plan as it stands to the circle of a meeting; its deadline is met.", who=STAFF
)
async def send_action_plan(info: Info, input: SendActionPlanInput) -> ActionPlanPayload:
    """RI-24: within two weeks of the follow-up."""
    row = await service.send_plan(
        info.context.write, read_id(input.plan_id), read_id(input.meeting_id), input.expected_version
    )
    return ActionPlanPayload(action_plan=await plan_type(info, row))
