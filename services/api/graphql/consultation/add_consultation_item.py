"""``addConsultationItem``."""

import strawberry

from services.api.graphql.consultation.parts import ConsultationSubject
from services.api.graphql.consultation.payload import ConsultationPayload, changed
from services.api.graphql.context import Info
from services.api.graphql.fields import STAFF, input_field, input_type
from services.api.graphql.ids import read_id
from services.api.graphql.payloads import mutation
from services.core.consultation import asking


@input_type(description="Something to speak of at a meeting that the writer takes part in.")
class AddConsultationItemInput:
    """A point."""

    consultation_id: strawberry.ID = input_field(description="The meeting.")
    text: str = input_field(description="What it is about. Names nobody.")
    subject: ConsultationSubject | None = input_field(
        description="Nobody named, a group or a place; null: as the meeting.", default=None
    )
    keep_reason: str | None = input_field(
        description="Why a name in the text may stay, where the check warns of one.", default=None
    )


@mutation(description="Put something on the agenda of a meeting about nobody named.", who=STAFF)
async def add_consultation_item(info: Info, input: AddConsultationItemInput) -> ConsultationPayload:
    """SL-21."""
    row = await asking.add_consultation_item(
        info.context.write,
        asking.AskForTime(
            text=input.text,
            consultation=read_id(input.consultation_id),
            subject=input.subject.value if input.subject else "",
            keep=input.keep_reason or "",
        ),
    )
    return changed(row)
