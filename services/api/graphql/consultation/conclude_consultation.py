"""``concludeConsultation``."""

import strawberry

from services.api.graphql.consultation.payload import ConsultationPayload, changed
from services.api.graphql.context import Info
from services.api.graphql.fields import STAFF, input_field, input_type
from services.api.graphql.ids import read_id
from services.api.graphql.payloads import mutation
from services.core.consultation import running


@input_type(description="What a meeting about nobody named came to.")
class ConcludeConsultationInput:
    """An outcome."""

    consultation_id: strawberry.ID = input_field(description="The meeting.")
    outcome: str = input_field(description="Key of the outcome; see `outcomes`.")
    reason: str | None = input_field(description="Why. Names nobody.", default=None)
    facts: list[str] | None = input_field(
        description="Keys of what was decided; null: as it was said before.", default=None
    )
    expected_version: int = input_field(description="The `version` you saw.")
    keep_reason: str | None = input_field(
        description="Why a name in the text may stay, where the check warns of one.", default=None
    )


@mutation(
    description="Record what it came to. Where that leads on, it is advice: nothing is called or linked by it.",
    who=STAFF,
)
async def conclude_consultation(info: Info, input: ConcludeConsultationInput) -> ConsultationPayload:
    """RA-09, SL-21."""
    return changed(
        await running.conclude_consultation(
            info.context.write,
            running.ConcludeConsultation(
                consultation=read_id(input.consultation_id),
                outcome=input.outcome,
                expected_version=input.expected_version,
                reason=input.reason or "",
                facts=None if input.facts is None else frozenset(input.facts),
                keep=input.keep_reason or "",
            ),
        )
    )
