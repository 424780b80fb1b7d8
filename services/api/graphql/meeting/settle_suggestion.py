"""``settleSuggestion``."""

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import STAFF, input_field, input_type
from services.api.graphql.ids import read_id
from services.api.graphql.meeting.payload import MeetingPayload
from services.api.graphql.meeting.types import meeting_type
from services.api.graphql.payloads import mutation
from services.core.meeting import co_authoring, store


@input_type(description="An answer to a family's wish about the circle.")
class SettleSuggestionInput:
    """An answer."""

    suggestion_id: strawberry.ID = input_field(description="The wish.")
    followed: bool = input_field(description="Whether it is followed.")
    answer: str | None = input_field(
        description="Words for the one who wished it; needed where it is not followed.", default=None
    )
    expected_version: int = input_field(description="The `version` you saw.")


@mutation(
    description="Answer a family's wish about the circle. Followed, who should stay away is taken out of it.",
    who=STAFF,
)
async def settle_suggestion(info: Info, input: SettleSuggestionInput) -> MeetingPayload:
    """SL-06. Who should come is invited by ``inviteParticipant``."""
    row = await co_authoring.settle_suggestion(
        info.context.write,
        read_id(input.suggestion_id),
        input.answer or "",
        input.expected_version,
        followed=input.followed,
    )
    return MeetingPayload(meeting=meeting_type(await store.meeting(info.context.tx, row.meeting_id)))
