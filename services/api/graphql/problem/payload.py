"""What mutations of a problem answer."""

from services.api.graphql.fields import field, object_type
from services.api.graphql.payloads import UserErrorType, errors_field
from services.api.graphql.problem.types import Problem


@object_type(description="The problem after the change, or why it was not changed.")
class ProblemPayload:
    """A changed problem."""

    problem: Problem | None = field(description="The problem as it is now.", personal=True, default=None)
    errors: list[UserErrorType] = errors_field()
