"""``suggestParticipant``."""

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import FAMILY, input_field, input_type
from services.api.graphql.ids import read_id, read_optional_id
from services.api.graphql.meeting.payload import MeetingPayload
from services.api.graphql.meeting.types import meeting_type
from services.api.graphql.payloads import mutation
from services.core.meeting import co_authoring, store


@input_type(description="A wish that somebody come to a meeting, or stay away from it.")
class SuggestParticipantInput:
    """A wish."""

    meeting_id: strawberry.ID = input_field(description="The meeting.")
    who: str | None = input_field(description="Who should come, in your own words.", default=None)
    participant_id: strawberry.ID | None = input_field(
        description="The participant who should stay away instead.", default=None
    )
    why: str | None = input_field(description="Why.", default=None)


@mutation(
    description="Wish for somebody to come to a meeting or to stay away, where the model gives the family a say.",
    who=FAMILY,
)
async def suggest_participant(info: Info, input: SuggestParticipantInput) -> MeetingPayload:
    """SL-06: a voice in the choice of the circle. The convener answers."""
    meeting = read_id(input.meeting_id)
    await co_authoring.suggest_participant(
        info.context.write,
        co_authoring.SuggestParticipant(
            meeting=meeting,
            who=input.who or "",
            why=input.why or "",
            stay_away=read_optional_id(input.participant_id),
        ),
    )
    return MeetingPayload(meeting=meeting_type(await store.meeting(info.context.tx, meeting)))
