"""``answerConsultations``."""

import strawberry

from services.api.graphql.consultation.parts import SeatAnswer
from services.api.graphql.consultation.several import DatesPayload, outcomes_of
from services.api.graphql.context import Info
from services.api.graphql.fields import STAFF, input_field, input_type
from services.api.graphql.ids import read_id
from services.api.graphql.payloads import mutation
from services.core.consultation import inviting


@input_type(description="One's answer for a date.")
class DateAnswerInput:
    """An answer."""

    consultation_id: strawberry.ID = input_field(description="The meeting.")
    answer: SeatAnswer = input_field(description="The answer; `NONE` cannot be given.")


@input_type(description="One's answers for several dates.")
class AnswerConsultationsInput:
    """Answers."""

    answers: list[DateAnswerInput] = input_field(description="One for each date.")


@mutation(
    description="Say of several dates whether one comes. It can be changed until each begins.", who=STAFF
)
async def answer_consultations(info: Info, input: AnswerConsultationsInput) -> DatesPayload:
    """One's own invitations alone."""
    found = await inviting.answer_series(
        info.context.write, [(read_id(one.consultation_id), one.answer.value) for one in input.answers]
    )
    return DatesPayload(dates=await outcomes_of(info, found))
