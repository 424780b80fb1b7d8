"""``Draft``: a form that the viewer has not sent yet, for them alone."""

from datetime import datetime
from enum import Enum
from typing import Final

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.enums import enum_type
from services.api.graphql.fields import FAMILY, STAFF, computed, field, object_type
from services.api.graphql.ids import read_id
from services.api.graphql.payloads import UserErrorType, errors_field
from services.core.draft import store
from services.core.draft.service import About
from services.core.draft.store import DraftRow

AUTHORS: Final = FAMILY | STAFF


class DraftAbout(Enum):
    """What a form is about."""

    CHILD = "child"
    MEETING = "meeting"


enum_type(
    DraftAbout,
    description="What a form is about.",
    values={"CHILD": "The child as a whole.", "MEETING": "A meeting."},
)


@object_type(description="A field of a form, as it stood.")
class DraftField:
    """A field."""

    name: str = field(description="Its name on the page.", personal=False)
    values: list[str] = field(
        description="What stood in it; a group of choices has several.", personal=True, sealed=True
    )


@object_type(
    description="A form that the viewer is writing and has not sent: no part of the case, nobody else's."
)
class Draft:
    """A draft."""

    row: strawberry.Private[DraftRow]
    form: str = field(description="Which form, by its name on the page.", personal=False)
    saved_at: datetime = field(description="When it was last written on.", personal=True)

    @computed(description="The fields as they stood.", personal=True, sealed=True)
    async def fields(self, info: Info) -> list[DraftField]:
        """In the order of the page."""
        kept = await store.details(info.context.tx, self.row)
        return [DraftField(name=name, values=values) for name, values in kept.fields.items()]


@object_type(description="The draft as it is kept now, or why it is not.")
class DraftPayload:
    """A kept draft."""

    draft: Draft | None = field(
        description="As it is kept; null where it was thrown away.", personal=True, default=None
    )
    errors: list[UserErrorType] = errors_field()


def draft_type(row: DraftRow) -> Draft:
    """A stored draft as the schema answers it."""
    return Draft(row=row, form=row.form, saved_at=row.saved_at)


def about(kind: DraftAbout, about_id: str) -> About:
    """What is meant by a kind and an id."""
    named = read_id(about_id)
    return About(meeting=named) if kind is DraftAbout.MEETING else About(child=named)
