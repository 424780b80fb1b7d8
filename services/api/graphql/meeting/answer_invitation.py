"""``answerInvitation``."""

from datetime import datetime

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import input_field, input_type
from services.api.graphql.ids import read_id
from services.api.graphql.meeting.participant import Answer
from services.api.graphql.meeting.payload import MeetingPayload
from services.api.graphql.meeting.types import meeting_type
from services.api.graphql.payloads import mutation
from services.core.errors import invalid
from services.core.meeting import answering, store


@input_type(description="An answer to one's own invitation.")
class AnswerInvitationInput:
    """An answer."""

    meeting_id: strawberry.ID = input_field(description="The meeting.")
    answer: Answer = input_field(description="The answer; `NONE` cannot be given.")
    note: str | None = input_field(description="A note to the convener.", default=None)
    proposed_time: datetime | None = input_field(description="Another time that would do.", default=None)


@mutation(description="Answer one's own invitation. It can be changed until the meeting.")
async def answer_invitation(info: Info, input: AnswerInvitationInput) -> MeetingPayload:
    """Parents, young people and professionals alike."""
    meeting = read_id(input.meeting_id)
    if input.answer is Answer.NONE:
        raise invalid("meeting.answer_missing", "input", "answer")
    await answering.answer_invitation(
        info.context.write,
        answering.AnswerInvitation(meeting, input.answer.value, input.note or "", input.proposed_time),
    )
    return MeetingPayload(meeting=meeting_type(await store.meeting(info.context.write, meeting)))
