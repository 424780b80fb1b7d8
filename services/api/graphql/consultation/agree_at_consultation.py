"""``agreeAtConsultation``."""

from datetime import date

import strawberry

from services.api.graphql.consultation.payload import ConsultationPayload, changed
from services.api.graphql.context import Info
from services.api.graphql.fields import STAFF, input_field, input_type
from services.api.graphql.ids import read_id
from services.api.graphql.payloads import mutation
from services.core.consultation import running, store


@input_type(description="Something agreed at a meeting about nobody named.")
class AgreeAtConsultationInput:
    """An agreement."""

    consultation_id: strawberry.ID = input_field(description="The meeting.")
    what: str = input_field(description="What is to be done. Names nobody.")
    responsible_participant_id: strawberry.ID = input_field(description="Who of the circle does it.")
    due_on: date | None = input_field(description="By which day.", default=None)
    keep_reason: str | None = input_field(
        description="Why a name in the text may stay, where the check warns of one.", default=None
    )


@mutation(description="Note who does what by when.", who=STAFF)
async def agree_at_consultation(info: Info, input: AgreeAtConsultationInput) -> ConsultationPayload:
    """ALL-08."""
    consultation = read_id(input.consultation_id)
    await running.agree(
        info.context.write,
        running.AgreeConsultation(
            consultation=consultation,
            what=input.what,
            responsible=read_id(input.responsible_participant_id),
            due_on=input.due_on,
            keep=input.keep_reason or "",
        ),
    )
    return changed(await store.consultation(info.context.write, consultation))
