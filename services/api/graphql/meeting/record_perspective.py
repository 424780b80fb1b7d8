"""``recordPerspective``."""

import base64
from datetime import date

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import input_field, input_type
from services.api.graphql.ids import read_id, read_optional_id
from services.api.graphql.meeting.payload import MeetingPayload
from services.api.graphql.meeting.perspective import PerspectiveWay, Whose
from services.api.graphql.meeting.types import meeting_type
from services.api.graphql.model.form_field import FormValueInput, answers_given
from services.api.graphql.payloads import mutation
from services.core.errors import invalid
from services.core.meeting import store
from services.core.perspective import recording


@input_type(description="A perspective, or the attempts at it.")
class RecordPerspectiveInput:
    """A perspective."""

    meeting_id: strawberry.ID = input_field(description="The meeting.")
    whose: Whose = input_field(description="Whose it is.")
    obtained: bool = input_field(description="Whether it was obtained.")
    how: str | None = input_field(description="How, for example told to a teacher.", default=None)
    text: str | None = input_field(description="In their own words.", default=None)
    answers: list[FormValueInput] = input_field(
        description="Answers to the questions of `Meeting.perspectiveForm`.", default=()
    )
    drawing: str | None = input_field(
        description="A drawing as base64: a JPEG, PNG or WebP of 12 MB at the most. It is kept without what a camera adds.",
        default=None,
    )
    attempts: str | None = input_field(
        description="What was tried, and why it did not succeed.", default=None
    )
    way: PerspectiveWay | None = input_field(
        description="How it came. A parent says `TOLD` of what the child has told; one's own is always `WRITTEN`.",
        default=None,
    )
    told_to: str | None = input_field(description="The adult it was told to.", default=None)
    told_to_role: str | None = input_field(description="What that adult is to the child.", default=None)
    told_on: date | None = input_field(description="On which local day; today if absent.", default=None)
    own_words: bool = input_field(description="Whether it is written as it was said.", default=False)
    participant_id: strawberry.ID | None = input_field(
        description="Which parent's it is, where a professional writes it down: that parent can then read it.",
        default=None,
    )
    for_parents: bool = input_field(
        description="Of a child's words: the parents may read them. Not unless it is said (Barnets lov §5).",
        default=False,
    )
    for_guests: bool = input_field(
        description="Those may read it who see no more of the case than this meeting.", default=False
    )
    corrects_id: strawberry.ID | None = input_field(
        description="The version that this one takes the place of; that one is kept.", default=None
    )
    keep_drawing: bool = input_field(
        description="Of a correction without a new drawing: the earlier version's drawing stays.",
        default=True,
    )


@mutation(description="Record the child's, a parent's or one's own perspective, or the attempts at it.")
async def record_perspective(info: Info, input: RecordPerspectiveInput) -> MeetingPayload:
    """Earlier ones stay as they are. A family records its own, and what a child without a login has told."""
    meeting = read_id(input.meeting_id)
    await recording.record_perspective(
        info.context.write,
        recording.RecordPerspective(
            meeting,
            input.whose.value,
            input.obtained,
            how=input.how or "",
            text=input.text or "",
            attempts=input.attempts or "",
            for_parents=input.for_parents,
            for_guests=input.for_guests,
            answers=answers_given(input.answers),
            way=None if input.way is None else input.way.value,
            adult=input.told_to or "",
            adult_role=input.told_to_role or "",
            told_on=input.told_on,
            own_words=input.own_words,
            participant=read_optional_id(input.participant_id),
            drawing=_bytes(input.drawing),
            keep_drawing=input.keep_drawing,
            corrects=read_optional_id(input.corrects_id),
        ),
    )
    return MeetingPayload(meeting=meeting_type(await store.meeting(info.context.write, meeting)))


def _bytes(drawing: str | None) -> bytes | None:
    if not drawing:
        return None
    try:
        return base64.b64decode(drawing, validate=True)
    except ValueError:  # of what is no base64, and of what is not even ASCII
        raise invalid("perspective.drawing_unknown", "input", "drawing") from None
