"""``callMeeting``."""

from datetime import date, datetime

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import STAFF, input_field, input_type
from services.api.graphql.ids import read_id, read_optional_id
from services.api.graphql.meeting.particulars import ParticularsInput, read_particulars
from services.api.graphql.meeting.payload import MeetingPayload
from services.api.graphql.meeting.types import meeting_type
from services.api.graphql.payloads import mutation
from services.core.errors import invalid
from services.core.meeting import calling, video
from services.core.meeting.invitees import Choice
from services.core.scheduling.proposing import propose


@input_type(description="Whom the convener chose for a role of the model.")
class ParticipantInput:
    """A choice for a role. The child and the custody holders come of themselves."""

    role: str = input_field(description="Key of the role.")
    person_id: strawberry.ID | None = input_field(description="The professional chosen.", default=None)
    name: str | None = input_field(description="The name of someone of the family's network.", default=None)
    leave_out_reason: str | None = input_field(description="Why the role is left out.", default=None)


@input_type(description="A meeting to call. What is not given, the model gives.")
class CallMeetingInput:
    """A meeting to call."""

    child_id: strawberry.ID = input_field(description="The child.")
    problem_id: strawberry.ID | None = input_field(description="The problem it is about.", default=None)
    type: str = input_field(description="Key of the meeting type.")
    starts_at: datetime = input_field(description="When it begins.")
    duration_minutes: int | None = input_field(
        description="Minutes; the model's own length if absent.", default=None
    )
    place: str = input_field(description="Where it is held.")
    purpose: str | None = input_field(
        description="The convener's own words about what it is for.", default=None
    )
    participants: list[ParticipantInput] = input_field(
        description="Choices for the plan's roles.", default=()
    )
    agenda: list[str] = input_field(description="Points beside the model's own.", default=())
    previous_meeting_id: strawberry.ID | None = input_field(
        description="The meeting it follows up.", default=None
    )
    reason_for_skipping: str | None = input_field(
        description="The reason, where the model asks for one.", default=None
    )
    particulars: ParticularsInput | None = input_field(
        description="What the model asks beside the circle: grounds, documents, who answers for it.",
        default=None,
    )
    chair_id: strawberry.ID | None = input_field(
        description="Who leads it, if not the convener; of those invited.", default=None
    )
    together_with_id: strawberry.ID | None = input_field(
        description="Another child's meeting that it is held as one with; time, length and place are that one's.",
        default=None,
    )
    video_url: str | None = input_field(
        description="Where it is joined by video: an `https` address, for those invited alone.", default=None
    )
    also_at: list[datetime] = input_field(
        description="Other times that the circle is asked about at once; `startsAt` is preliminary until one is fixed.",
        default=(),
    )
    answer_by: date | None = input_field(
        description="With `alsoAt`: the last day on which answers are taken.", default=None
    )


@mutation(
    description="Call a meeting: circle, agenda, form, deadlines and consents come from the model.", who=STAFF
)
async def call_meeting(info: Info, input: CallMeetingInput) -> MeetingPayload:
    """RA-10, RA-11, and each model's own rules."""
    row = await calling.call_meeting(
        info.context.write,
        calling.CallMeeting(
            child=read_id(input.child_id),
            problem=read_optional_id(input.problem_id),
            type=input.type,
            starts_at=input.starts_at,
            minutes=input.duration_minutes,
            place=input.place,
            purpose=input.purpose or "",
            choices=tuple(
                Choice(
                    role=one.role,
                    person=read_optional_id(one.person_id),
                    name=one.name or "",
                    leave_out_reason=one.leave_out_reason or "",
                )
                for one in input.participants
            ),
            agenda=tuple(input.agenda),
            previous=read_optional_id(input.previous_meeting_id),
            reason=input.reason_for_skipping or "",
            particulars=read_particulars(input.particulars),
            chair=read_optional_id(input.chair_id),
            together=read_optional_id(input.together_with_id),
        ),
    )
    if input.video_url:
        await video.set_video(info.context.write, row, input.video_url)
    if input.also_at:
        if input.answer_by is None:
            raise invalid("scheduling.answer_by_missing", "input", "answerBy")
        times = [row.starts_at, *input.also_at]
        await propose(info.context.write, row.id, times, input.answer_by, row.version, where="alsoAt")
    return MeetingPayload(meeting=meeting_type(row))
