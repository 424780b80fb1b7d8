"""``changeContactDetails``."""

from services.api.graphql.contact.types import ContactPayload, own_choice
from services.api.graphql.context import Info
from services.api.graphql.fields import FAMILY, input_field, input_type
from services.api.graphql.payloads import mutation
from services.core.contact.service import change_address


@input_type(description="Where the viewer, one of a family, is reached: both, as they are to be.")
class ChangeContactDetailsInput:
    """An address and a number."""

    email: str | None = input_field(description="The mail address; null: none.", default=None)
    telephone: str | None = input_field(
        description="The telephone number, with its country's code where it is not Danish; null: none.",
        default=None,
    )
    expected_version: int = input_field(description="The `detailsVersion` that was read.")


@mutation(
    description="Change the own mail address or telephone number. That it was changed is told at the old one.",
    who=FAMILY,
)
async def change_contact_details(info: Info, input: ChangeContactDetailsInput) -> ContactPayload:
    """The viewer's own alone; what they say holds over any register."""
    await change_address(info.context.write, input.email or "", input.telephone or "", input.expected_version)
    return ContactPayload(contact_choice=await own_choice(info))
