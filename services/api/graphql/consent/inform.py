"""``Informing``: that somebody of the family was told, and ``inform``, which records it."""

from datetime import datetime
from enum import Enum

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.enums import enum_type
from services.api.graphql.fields import STAFF, computed, field, input_field, input_type, object_type
from services.api.graphql.ids import read_id, read_optional_id
from services.api.graphql.payloads import UserErrorType, errors_field, mutation
from services.api.graphql.people.types import Staff, one_staff
from services.core.consent import recording, store
from services.core.consent.store import InformingRow
from services.core.identity import DossierId
from services.core.person import reading


class InformedBy(Enum):
    """How somebody was told."""

    LETTER = "letter"
    TELEPHONE = "telephone"
    CONVERSATION = "conversation"
    PORTAL = "portal"


enum_type(
    InformedBy,
    description="How somebody was told.",
    values={
        "LETTER": "By letter or Digital Post.",
        "TELEPHONE": "By telephone.",
        "CONVERSATION": "In a conversation.",
        "PORTAL": "Here in the system.",
    },
)


@object_type(
    description="That somebody of the family was told, where the model wants that and asks for no consent."
)
class Informing:
    """A telling."""

    row: strawberry.Private[InformingRow]
    id: strawberry.ID = field(description="Its id.", personal=False)
    by: InformedBy = field(description="How.", personal=True)
    informed_at: datetime = field(description="When.", personal=True)
    meeting_id: strawberry.ID | None = field(description="The meeting it was about.", personal=True)

    @computed(description="Who was told.", personal=True, sealed=True)
    async def person(self, info: Info) -> str | None:
        """The name, for those who may know it."""
        return (await reading.family_names(info.context.tx, [self.row.person_id])).get(self.row.person_id)

    @computed(description="What was told.", personal=True, sealed=True)
    async def what(self, info: Info) -> str:
        """As it was written down."""
        return (await store.informing_details(info.context.tx, self.row)).what

    @computed(description="Who told it and wrote it down.", personal=True)
    async def recorded_by(self, info: Info) -> Staff | None:
        """A professional."""
        return await one_staff(info, self.row.recorded_by)


@input_type(description="Who was told of what, how and when.")
class InformInput:
    """A telling."""

    child_id: strawberry.ID = input_field(description="The child.")
    person_id: strawberry.ID = input_field(description="Who was told: the child or a custody holder.")
    what: str = input_field(description="What was told.")
    by: InformedBy = input_field(description="How.")
    informed_at: datetime = input_field(description="When; not in the future.")
    meeting_id: strawberry.ID | None = input_field(description="The meeting it was about.", default=None)


@object_type(description="The telling recorded, or why it was not.")
class InformPayload:
    """A recorded telling."""

    informing: Informing | None = field(description="It.", personal=True, default=None)
    errors: list[UserErrorType] = errors_field()


@mutation(description="Record that somebody of the family was told. Knowing is no consent.", who=STAFF)
async def inform(info: Info, input: InformInput) -> InformPayload:
    """RI-11: where the model wants them to know."""
    row = await recording.inform(
        info.context.write,
        recording.Inform(
            child=read_id(input.child_id),
            person=read_id(input.person_id),
            what=input.what,
            channel=input.by.value,
            informed_at=input.informed_at,
            meeting=read_optional_id(input.meeting_id),
        ),
    )
    return InformPayload(informing=informing_type(row))


async def informed_of(info: Info, dossier: DossierId | None) -> list[Informing]:
    """Who was told of what in a casework; of a family each sees what was told to them."""
    rows = await store.informings(info.context.tx, dossier) if dossier else []
    return [informing_type(row) for row in rows]


def informing_type(row: InformingRow) -> Informing:
    """A telling as the schema answers it."""
    return Informing(
        row=row,
        id=strawberry.ID(str(row.id)),
        by=InformedBy(row.channel),
        informed_at=row.informed_at,
        meeting_id=strawberry.ID(str(row.meeting_id)) if row.meeting_id else None,
    )
