"""``chooseReaders``."""

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import FAMILY, input_field, input_type
from services.api.graphql.ids import read_id
from services.api.graphql.meeting.payload import MeetingPayload
from services.api.graphql.meeting.types import meeting_type
from services.api.graphql.payloads import mutation
from services.core.meeting import readers


@input_type(description="Whom one of the family lets read the record of a meeting.")
class ChooseReadersInput:
    """A choice."""

    meeting_id: strawberry.ID = input_field(description="The meeting.")
    participant_ids: list[strawberry.ID] = input_field(
        description="The professionals who may read it; none: nobody but those who lead the meeting."
    )
    expected_version: int = input_field(description="The `version` of the choice you saw; 0 for a first one.")


@mutation(
    description="Choose who may read the record. It is read by those whom everyone of the family has chosen.",
    who=FAMILY,
)
async def choose_readers(info: Info, input: ChooseReadersInput) -> MeetingPayload:
    """Each custody holder and the young person for themselves."""
    row = await readers.choose_readers(
        info.context.write,
        read_id(input.meeting_id),
        [read_id(one) for one in input.participant_ids],
        input.expected_version,
    )
    return MeetingPayload(meeting=meeting_type(row))
