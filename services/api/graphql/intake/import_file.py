"""``importFile``."""

import base64

from services.api.graphql.context import Info
from services.api.graphql.fields import ADMINISTRATORS, input_field, input_type
from services.api.graphql.intake.payload import IntakePayload
from services.api.graphql.intake.types import intake_type
from services.api.graphql.payloads import mutation
from services.core.errors import invalid
from services.core.intake import service
from services.core.intake.records import Kind


@input_type(description="A CSV file about one kind of record, as UTF-8.")
class ImportFileInput:
    """A file."""

    source: str = input_field(description="The system it comes from: small letters, digits and hyphens.")
    kind: Kind = input_field(description="What its rows are about.")
    content: str = input_field(description="The file, in base64.")
    snapshot: bool = input_field(
        description="Whether it holds all that the source has of this kind: what is missing then ends.",
        default=False,
    )


@mutation(
    description="Bring a file and have it checked. Nothing is changed before `applyIntake`.",
    personal=False,
    who=ADMINISTRATORS,
)
async def import_file(info: Info, input: ImportFileInput) -> IntakePayload:
    """What is wrong with a row stands at the import; what is wrong with the file as a whole is a user error."""
    try:
        content = base64.b64decode(input.content, validate=True)
    except ValueError:  # of what is no base64, and of what is not even ASCII
        raise invalid("intake.no_base64", "input", "content") from None
    run = await service.receive_file(
        info.context.write, input.source, input.kind, content, snapshot=input.snapshot
    )
    return IntakePayload(intake=intake_type(run))
