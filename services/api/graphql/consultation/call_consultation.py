"""``callConsultation``."""

from datetime import datetime

import strawberry

from services.api.graphql.consultation.parts import ConsultationSubject
from services.api.graphql.consultation.payload import ConsultationPayload, changed
from services.api.graphql.context import Info
from services.api.graphql.fields import STAFF, input_field, input_type
from services.api.graphql.ids import read_id, read_optional_id
from services.api.graphql.payloads import mutation
from services.core.consultation import calling
from services.core.meeting.invitees import Choice


@input_type(description="Whom the caller chose for a role of the model.")
class ConsultationPersonInput:
    """A choice for a role. Whoever calls takes the first role that is theirs."""

    role: str = input_field(description="Key of the role.")
    person_id: strawberry.ID | None = input_field(description="The professional chosen.", default=None)
    name: str | None = input_field(
        description="The name of a professional from elsewhere who has no access here.", default=None
    )
    leave_out_reason: str | None = input_field(description="Why the role is left out.", default=None)


@input_type(description="A meeting about nobody named to call. What is not given, the model gives.")
class CallConsultationInput:
    """A meeting to call."""

    unit_id: strawberry.ID = input_field(
        description="The unit that owns it: where the caller works or leads."
    )
    type: str = input_field(description="Key of the meeting type.")
    subject: ConsultationSubject | None = input_field(
        description="What it is about; null: the type's first.", default=None
    )
    starts_at: datetime = input_field(description="When it begins.")
    duration_minutes: int | None = input_field(
        description="Minutes; the model's own length if absent.", default=None
    )
    place: str = input_field(description="Where it is held.")
    district: str | None = input_field(description="Key of a district of the model.", default=None)
    purpose: str | None = input_field(description="What it is for, in the caller's words.", default=None)
    items: list[str] = input_field(description="What to speak of. Names nobody.", default=())
    agenda: list[str] = input_field(
        description="Points beside the model's own, where the model lets a place settle its agenda.",
        default=(),
    )
    circle: list[ConsultationPersonInput] = input_field(
        description="Choices for the plan's roles.", default=()
    )
    facts: list[str] = input_field(description="Keys of what is so; see `consultationPlan`.", default=())
    reason: str | None = input_field(description="The reason, where the model asks for one.", default=None)
    keep_reason: str | None = input_field(
        description="Why a name in the texts may stay, where the check warns of one.", default=None
    )


@mutation(
    description="Call a meeting about nobody named, a group or all children of a place. Texts that name a child whom the "
    "caller knows are warned of at their field; something like a CPR number is refused.",
    who=STAFF,
)
async def call_consultation(info: Info, input: CallConsultationInput) -> ConsultationPayload:
    """ALL-02, SL-02, RA-09, RI-29."""
    row = await calling.call_consultation(
        info.context.write,
        calling.CallConsultation(
            unit=read_id(input.unit_id),
            type=input.type,
            starts_at=input.starts_at,
            place=input.place,
            subject=input.subject.value if input.subject else "",
            minutes=input.duration_minutes,
            district=input.district or "",
            purpose=input.purpose or "",
            items=tuple(calling.NewItem(text) for text in input.items),
            agenda=tuple(input.agenda),
            choices=tuple(
                Choice(
                    one.role,
                    person=read_optional_id(one.person_id),
                    name=one.name or "",
                    leave_out_reason=one.leave_out_reason or "",
                )
                for one in input.circle
            ),
            facts=frozenset(input.facts),
            reason=input.reason or "",
            keep=input.keep_reason or "",
        ),
    )
    return changed(row)
