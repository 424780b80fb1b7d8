"""``recordConsent``."""

import base64
from datetime import datetime
from enum import Enum

import strawberry

from services.api.graphql.consent.payload import ConsentPayload
from services.api.graphql.consent.types import consent_type
from services.api.graphql.context import Info
from services.api.graphql.enums import enum_type
from services.api.graphql.fields import STAFF, input_field, input_type
from services.api.graphql.ids import read_id, read_optional_id
from services.api.graphql.payloads import mutation
from services.core.consent import recording
from services.core.consent.rules import AnswerState
from services.core.errors import invalid


class RecordedAnswer(Enum):
    """What the giver said."""

    GIVEN = "given"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


class RecordedChannel(Enum):
    """How it came to the one who writes it down."""

    PAPER = "paper"
    ORAL = "oral"


enum_type(
    RecordedAnswer,
    description="What the giver said.",
    values={"GIVEN": "Yes.", "DECLINED": "No.", "WITHDRAWN": "No longer: an earlier yes is taken back."},
)
enum_type(
    RecordedChannel,
    description="How an answer came to the one who writes it down.",
    values={
        "PAPER": "On paper, which is kept with it.",
        "ORAL": "By word of mouth, in a meeting or a conversation.",
    },
)


@input_type(description="An answer that came on paper or by word of mouth.")
class RecordConsentInput:
    """An answer to write down."""

    child_id: strawberry.ID = input_field(description="The child it is about.")
    purpose: str = input_field(description="Key of a consent purpose of the model.")
    giver_id: strawberry.ID = input_field(description="Who said it: one of `ConsentStanding.givers`.")
    answer: RecordedAnswer = input_field(description="What was said.")
    channel: RecordedChannel = input_field(description="How it came.")
    said_at: datetime = input_field(description="When it was said; not in the future.")
    where: str | None = input_field(description="Where and how; needed by word of mouth.", default=None)
    meeting_id: strawberry.ID | None = input_field(description="The meeting it is for.", default=None)
    document: str | None = input_field(
        description="The paper as base64: a PDF, JPEG or PNG of 5 MB at the most; needed for a yes or no on paper.",
        default=None,
    )


@mutation(description="Write down an answer that came on paper or by word of mouth.", who=STAFF)
async def record_consent(info: Info, input: RecordConsentInput) -> ConsentPayload:
    """What must be in writing by law is not recorded from word of mouth."""
    row = await recording.record_answer(
        info.context.write,
        recording.RecordAnswer(
            child=read_id(input.child_id),
            purpose=input.purpose,
            giver=read_id(input.giver_id),
            answer=AnswerState(input.answer.value),
            channel=input.channel.value,
            said_at=input.said_at,
            where=input.where or "",
            meeting=read_optional_id(input.meeting_id),
            document=_bytes(input.document),
        ),
    )
    return ConsentPayload(consent=consent_type(row, info.context.now))


def _bytes(document: str | None) -> bytes | None:
    if not document:
        return None
    try:
        return base64.b64decode(document, validate=True)
    except ValueError:  # of what is no base64, and of what is not even ASCII
        raise invalid("consent.document_unknown", "input", "document") from None
