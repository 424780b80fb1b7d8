"""``fillConsultationForm``."""

import strawberry

from services.api.graphql.consultation.payload import ConsultationPayload, changed
from services.api.graphql.context import Info
from services.api.graphql.fields import STAFF, input_field, input_type
from services.api.graphql.ids import read_id
from services.api.graphql.model.form_field import FormValueInput, answers_given
from services.api.graphql.payloads import mutation
from services.core.consultation import running, store


@input_type(description="Answers to the form of a meeting about nobody named.")
class FillConsultationFormInput:
    """Answers."""

    consultation_id: strawberry.ID = input_field(description="The meeting.")
    values: list[FormValueInput] = input_field(description="Answers; other fields keep what they have.")
    complete: bool = input_field(description="Whether the form is complete with these.", default=False)
    expected_version: int = input_field(description="The form's `version` you saw.")
    keep_reason: str | None = input_field(
        description="Why a name in the text may stay, where the check warns of one.", default=None
    )


@mutation(description="Fill the form of a meeting about nobody named.", who=STAFF)
async def fill_consultation_form(info: Info, input: FillConsultationFormInput) -> ConsultationPayload:
    """RA-09: made jointly at the meeting."""
    consultation = read_id(input.consultation_id)
    await running.fill_consultation_form(
        info.context.write,
        consultation,
        answers_given(input.values),
        complete=input.complete,
        expected_version=input.expected_version,
        keep=input.keep_reason or "",
    )
    return changed(await store.consultation(info.context.write, consultation))
