"""``inviteToConsultations``."""

import strawberry

from services.api.graphql.consultation.several import DatesPayload, outcomes_of
from services.api.graphql.context import Info
from services.api.graphql.fields import STAFF, input_field, input_type
from services.api.graphql.ids import read_id
from services.api.graphql.payloads import mutation
from services.core.consultation import inviting
from services.core.meeting.invitees import Choice


@input_type(description="A professional in a role.")
class SeatInput:
    """A seat."""

    role: str = input_field(description="Key of the role.")
    person_id: strawberry.ID = input_field(description="The professional.")


@input_type(description="People for several meetings about nobody named.")
class InviteToConsultationsInput:
    """Dates and people."""

    consultation_ids: list[strawberry.ID] = input_field(description="The meetings, which the writer leads.")
    people: list[SeatInput] = input_field(description="Who is invited to each of them.")


@mutation(
    description="Invite people to several dates at once. Each is told once. A date that is refused is as it was; "
    "the others stand. Whoever comes already is left as they are.",
    who=STAFF,
)
async def invite_to_consultations(info: Info, input: InviteToConsultationsInput) -> DatesPayload:
    """SL-01, SL-10."""
    found = await inviting.invite_to_series(
        info.context.write,
        [read_id(one) for one in input.consultation_ids],
        [Choice(one.role, read_id(one.person_id)) for one in input.people],
    )
    return DatesPayload(dates=await outcomes_of(info, found))
