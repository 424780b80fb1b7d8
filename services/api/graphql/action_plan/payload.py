"""What mutations of an action plan answer."""

from services.api.graphql.action_plan.types import ActionPlan
from services.api.graphql.fields import field, object_type
from services.api.graphql.payloads import UserErrorType, errors_field


@object_type(description="The plan after the change, or why it was not changed.")
class ActionPlanPayload:
    """A changed plan."""

    action_plan: ActionPlan | None = field(description="The plan as it is now.", personal=True, default=None)
    errors: list[UserErrorType] = errors_field()
