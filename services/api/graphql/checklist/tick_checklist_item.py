"""``tickChecklistItem``."""

import strawberry

from services.api.graphql.checklist.types import Checklist, checklists_of_child
from services.api.graphql.context import Info
from services.api.graphql.fields import STAFF, field, input_field, input_type, object_type
from services.api.graphql.ids import read_id
from services.api.graphql.payloads import UserErrorType, errors_field, mutation
from services.core.checklist import service
from services.core.identity import PersonId


@input_type(description="A step that was done.")
class TickChecklistItemInput:
    """A step."""

    child_id: strawberry.ID = input_field(description="The child.")
    checklist: str = input_field(description="Key of the checklist.")
    item: str = input_field(description="Key of the step whose turn it is.")


@object_type(description="The checklist after the change, or why it was not changed.")
class ChecklistPayload:
    """A changed checklist."""

    checklist: Checklist | None = field(description="It as it is now.", personal=True, default=None)
    errors: list[UserErrorType] = errors_field()


@mutation(description="Note that a step of a checklist is done; those before it come first.", who=STAFF)
async def tick_checklist_item(info: Info, input: TickChecklistItemInput) -> ChecklistPayload:
    """SL-24."""
    child = read_id(input.child_id)
    await service.tick_item(info.context.write, child, input.checklist, input.item)
    info.context.forget()
    now = await checklists_of_child(info, PersonId(child))
    return ChecklistPayload(checklist=next((one for one in now if one.key == input.checklist), None))
