"""``breakGlass``."""

from datetime import date

from services.api.graphql.context import Info
from services.api.graphql.emergency_access.types import EmergencyPayload, emergency_type
from services.api.graphql.fields import STAFF, input_field, input_type
from services.api.graphql.payloads import mutation, user_error
from services.core.emergency_access import service
from services.core.errors import ErrorCode, UserError


@input_type(description="A child to open in an emergency: by `cpr`, or by `name` and `bornOn`, exactly.")
class BreakGlassInput:
    """An emergency."""

    category: str = input_field(description="What it is about: a key of `emergencyCategories`.")
    reason: str = input_field(description="What has happened, in your own words.")
    hours: int | None = input_field(
        description="For how many hours, at most 24; null: as the category has it.", default=None
    )
    cpr: str | None = input_field(description="The CPR number, ten digits. It is not kept.", default=None)
    name: str | None = input_field(description="The whole name.", default=None)
    born_on: date | None = input_field(description="The birth date.", default=None)


@mutation(
    description="Open a child in an emergency, to read and to write an underretning. Leaders and the data protection "
    "officer are told at once, the family can see it. Each search counts, found or not.",
    who=STAFF - {"leader"},
)
async def break_glass(info: Info, input: BreakGlassInput) -> EmergencyPayload:
    """A search that finds nobody is answered, not undone: the attempt has been made."""
    row = await service.break_glass(
        info.context.write,
        service.BreakGlass(
            category=input.category,
            words=input.reason,
            hours=input.hours,
            cpr=input.cpr or "",
            name=input.name or "",
            born_on=input.born_on,
        ),
    )
    if row is None:
        nobody = UserError(ErrorCode.NOT_FOUND, "emergency_access.nobody")
        return EmergencyPayload(errors=[user_error(nobody, info.context.language)])
    return EmergencyPayload(emergency=emergency_type(info, row))
