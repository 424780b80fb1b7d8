"""``askForAccess``."""

import strawberry

from services.api.graphql.access_request.types import AccessRequestKind, AccessRequestPayload, request_type
from services.api.graphql.context import Info
from services.api.graphql.fields import FAMILY, input_field, input_type
from services.api.graphql.ids import read_id
from services.api.graphql.model.loading import model_in_force
from services.api.graphql.payloads import mutation
from services.core.access_request import service
from services.core.calendar import calendar_of
from services.core.identity import PersonId


@input_type(description="What is asked for, and about whom.")
class AskForAccessInput:
    """A request."""

    subject_id: strawberry.ID = input_field(
        description="The viewer's own id, or a child in the viewer's custody."
    )
    kind: AccessRequestKind = input_field(description="A copy, or a correction.")
    words: str | None = input_field(
        description="What is wrong and what is right; of a copy what is looked for, if anything.",
        default=None,
    )


@mutation(description="Ask for a copy of what is kept, or that something is put right.", who=FAMILY)
async def ask_for_access(info: Info, input: AskForAccessInput) -> AccessRequestPayload:
    """GDPR articles 15 and 16; answered within a month."""
    row = await service.ask_for_access(
        info.context.write,
        service.AskForAccess(PersonId(read_id(input.subject_id)), input.kind.value, input.words or ""),
        calendar_of(await model_in_force(info)),
    )
    return AccessRequestPayload(access_request=request_type(info, row))
