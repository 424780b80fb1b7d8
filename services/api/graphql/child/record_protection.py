"""``recordProtection``."""

from datetime import date
from enum import Enum

import strawberry

from services.api.graphql.child.payload import ChildPayload, child_payload
from services.api.graphql.context import Info
from services.api.graphql.enums import enum_type
from services.api.graphql.fields import STAFF, input_field, input_type
from services.api.graphql.ids import read_id, read_optional_id
from services.api.graphql.payloads import mutation
from services.core.casework import family


class ProtectionKind(Enum):
    """What is protected."""

    NAME = "name"
    ADDRESS = "address"


enum_type(
    ProtectionKind,
    description="What is protected.",
    values={"NAME": "Name and address.", "ADDRESS": "The address alone."},
)


@input_type(description="A protected name or address of the child, or of one who holds custody of it.")
class RecordProtectionInput:
    """Whose, and since when."""

    child_id: strawberry.ID = input_field(description="The child.")
    holder_id: strawberry.ID | None = input_field(
        description="The custody holder whose it is; null: the child's own.", default=None
    )
    kind: ProtectionKind = input_field(description="What is protected.")
    since: date = input_field(description="The first Danish day of it.")
    until: date | None = input_field(
        description="The last Danish day of it; null: as long as the law gives it.", default=None
    )


@mutation(
    description="Record that a name or address is protected, or renew it; it holds at once and lapses by itself.",
    who=STAFF,
)
async def record_protection(info: Info, input: RecordProtectionInput) -> ChildPayload:
    """CPR-loven §28; trap 6."""
    child = read_id(input.child_id)
    await family.record_family_protection(
        info.context.write,
        child,
        read_optional_id(input.holder_id),
        "name" if input.kind is ProtectionKind.NAME else "address",
        input.since,
        input.until,
    )
    return await child_payload(info, child)
