"""``findChild``: the data protection officer asks about one child, by its number."""

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import DPO, field, input_field, input_type, object_type
from services.api.graphql.payloads import UserErrorType, errors_field, mutation
from services.core.emergency_access.service import number_of
from services.core.errors import not_found
from services.core.person import onlookers


@input_type(description="Whose access is asked about.")
class FindChildInput:
    """A child."""

    cpr: str = input_field(description="The CPR number, ten digits. It is not kept.")


@object_type(description="The child, for `whoCanSee` and `accessLog`.")
class FoundChildPayload:
    """A found child."""

    child_id: strawberry.ID | None = field(description="Its id.", personal=True, default=None)
    errors: list[UserErrorType] = errors_field()


@mutation(description="Find a child to ask who sees it. The search is on record.", who=DPO)
async def find_child(info: Info, input: FindChildInput) -> FoundChildPayload:
    """A mutation, so that the number stands in no address and the search in the log."""
    tx = info.context.write
    found = await tx.keyring.find_person(tx.tenant, "cpr", number_of(input.cpr))
    if found is None or not await onlookers.may_ask(tx, found):
        raise not_found()
    return FoundChildPayload(child_id=strawberry.ID(str(found)))
