"""``noteReady``."""

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import STAFF, input_field, input_type
from services.api.graphql.ids import read_id
from services.api.graphql.meeting.payload import MeetingPayload
from services.api.graphql.meeting.types import meeting_type
from services.api.graphql.payloads import mutation
from services.core.meeting import preparing


@input_type(description="What is ready before a meeting: all of it, as it now stands.")
class NoteReadyInput:
    """What is ready."""

    meeting_id: strawberry.ID = input_field(description="The meeting.")
    documents: list[str] = input_field(description="Keys of the documents that are there.")
    prepared: list[str] = input_field(description="Keys of what has been prepared.")
    expected_version: int = input_field(description="The `version` you saw.")


@mutation(description="Note which documents and preparations are there before the meeting.", who=STAFF)
async def note_ready(info: Info, input: NoteReadyInput) -> MeetingPayload:
    """RI-10, RI-21."""
    row = await preparing.note_ready(
        info.context.write,
        read_id(input.meeting_id),
        input.documents,
        input.prepared,
        input.expected_version,
    )
    return MeetingPayload(meeting=meeting_type(row))
