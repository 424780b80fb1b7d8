"""``answerTimes``."""

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import FAMILY, STAFF, input_field, input_type
from services.api.graphql.ids import read_id
from services.api.graphql.meeting.payload import MeetingPayload
from services.api.graphql.meeting.time_proposal import TimeAnswer
from services.api.graphql.meeting.types import meeting_type
from services.api.graphql.payloads import mutation
from services.core.meeting import store
from services.core.scheduling import proposing


@input_type(description="What the viewer says of one time.")
class TimeAnswerInput:
    """An answer."""

    proposed_time_id: strawberry.ID = input_field(description="The time.")
    answer: TimeAnswer = input_field(description="Whether it suits.")


@input_type(description="When it suits the viewer.")
class AnswerTimesInput:
    """Answers."""

    proposal_id: strawberry.ID = input_field(description="What was asked.")
    answers: list[TimeAnswerInput] = input_field(description="One answer to each of the times.")


@mutation(description="Say when it suits; it can be said again until the answers are in.", who=FAMILY | STAFF)
async def answer_times(info: Info, input: AnswerTimesInput) -> MeetingPayload:
    """In one's own place in the circle."""
    tx = info.context.write
    said = {read_id(one.proposed_time_id): one.answer.value for one in input.answers}
    proposal = await proposing.answer_times(tx, read_id(input.proposal_id), said)
    return MeetingPayload(meeting=meeting_type(await store.meeting(tx, proposal.meeting_id)))
