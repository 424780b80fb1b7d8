"""``bringCompanion``."""

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import FAMILY, input_field, input_type
from services.api.graphql.ids import read_id
from services.api.graphql.meeting.payload import MeetingPayload
from services.api.graphql.meeting.types import meeting_type
from services.api.graphql.payloads import mutation
from services.core.meeting import companions
from services.core.meeting.companions import BringCompanion


@input_type(description="Who comes with you to a meeting.")
class BringCompanionInput:
    """One's own companion."""

    meeting_id: strawberry.ID = input_field(description="The meeting.")
    name: str = input_field(description="The name.")
    relation: str | None = input_field(
        description="Who it is to you, in your words: a friend, an aunt.", default=None
    )
    of_age: bool = input_field(description="That they are 15 or older.")
    bound_to_secrecy: bool = input_field(description="That they were told to keep silent about what is said.")


@mutation(
    description="Say who comes with you, as a companion (bisidder). Who leads the meeting sees it, no one else of the family.",
    who=FAMILY,
)
async def bring_companion(info: Info, input: BringCompanionInput) -> MeetingPayload:
    """Forvaltningsloven section 8, barnets lov section 6."""
    row = await companions.bring_companion(
        info.context.write,
        BringCompanion(
            read_id(input.meeting_id), input.name, input.relation or "", input.of_age, input.bound_to_secrecy
        ),
    )
    return MeetingPayload(meeting=meeting_type(row))
