"""``writeActionPlan``."""

import strawberry

from services.api.graphql.action_plan.payload import ActionPlanPayload
from services.api.graphql.action_plan.types import plan_type
from services.api.graphql.context import Info
from services.api.graphql.fields import STAFF, input_field, input_type
from services.api.graphql.ids import read_id, read_optional_id
from services.api.graphql.model.form_field import FormValueInput, answers_given
from services.api.graphql.payloads import mutation
from services.core.action_plan import service


@input_type(description="What is written in a plan with a child and its family.")
class WriteActionPlanInput:
    """What is written."""

    child_id: strawberry.ID = input_field(description="The child.")
    document: str = input_field(description="Key of the model's document.")
    values: list[FormValueInput] = input_field(description="Answers; other fields keep what they have.")
    complete: bool = input_field(
        description="Whether it is complete: then meetings that wait for it go on.", default=False
    )
    problem_id: strawberry.ID | None = input_field(
        description="The problem it is made for; null: as it was, at first the case as a whole.", default=None
    )
    expected_version: int = input_field(
        description="The plan's `version` you saw; 0 where nothing stood there."
    )


@mutation(description="Write in the plan that is made with a child and its family.", who=STAFF)
async def write_action_plan(info: Info, input: WriteActionPlanInput) -> ActionPlanPayload:
    """RI-21: the family reads what it may read at once."""
    row = await service.write_plan(
        info.context.write,
        service.WritePlan(
            child=read_id(input.child_id),
            document=input.document,
            values=answers_given(input.values),
            expected_version=input.expected_version,
            complete=input.complete,
            problem=read_optional_id(input.problem_id),
        ),
    )
    return ActionPlanPayload(action_plan=await plan_type(info, row))
