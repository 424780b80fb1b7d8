"""``makeAgreement``."""

from datetime import date

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import STAFF, input_field, input_type
from services.api.graphql.ids import read_id
from services.api.graphql.meeting.agreement import agreement_type
from services.api.graphql.meeting.payload import AgreementPayload
from services.api.graphql.payloads import mutation
from services.core.meeting import recording


@input_type(description="Something agreed.")
class MakeAgreementInput:
    """An agreement."""

    meeting_id: strawberry.ID = input_field(description="The meeting, held.")
    what: str = input_field(description="What is to be done.")
    responsible_participant_id: strawberry.ID = input_field(description="The participant who follows it up.")
    due_on: date | None = input_field(description="By which day.", default=None)
    close_to_child: bool = input_field(description="Done close to the child and family.", default=False)


@mutation(description="Record what was agreed, and who follows it up.", who=STAFF)
async def make_agreement(info: Info, input: MakeAgreementInput) -> AgreementPayload:
    """ALL-08."""
    row = await recording.make_agreement(
        info.context.write,
        recording.MakeAgreement(
            meeting=read_id(input.meeting_id),
            what=input.what,
            responsible=read_id(input.responsible_participant_id),
            due_on=input.due_on,
            close_to_child=input.close_to_child,
        ),
    )
    return AgreementPayload(agreement=await agreement_type(info, row))
