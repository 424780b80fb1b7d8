"""``CircleSuggestion``: a family's wish about who comes to a meeting. One parent's is not shown to the other."""

from datetime import datetime
from enum import Enum

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.enums import enum_type
from services.api.graphql.fields import field, object_type
from services.api.graphql.meeting.participant import rows_of, shown_name
from services.core.meeting import store, suggestions
from services.core.meeting.store import MeetingRow, ParticipantRow
from services.core.meeting.suggestions import SuggestionRow


class SuggestionState(Enum):
    """How a wish stands."""

    OPEN = "open"
    FOLLOWED = "followed"
    NOT_FOLLOWED = "not_followed"


enum_type(
    SuggestionState,
    description="How a wish stands.",
    values={
        "OPEN": "Not answered yet.",
        "FOLLOWED": "Followed.",
        "NOT_FOLLOWED": "Not followed, with words.",
    },
)


@object_type(description="A family's wish that somebody come to a meeting, or stay away from it.")
class CircleSuggestion:
    """A wish."""

    id: strawberry.ID = field(description="Its id.", personal=False)
    version: int = field(description="Give it as `expectedVersion`.", personal=False)
    stays_away: bool = field(description="Whether somebody should stay away.", personal=True)
    who: str = field(description="Who, in words.", personal=True, sealed=True)
    why: str = field(description="Why, in the family's words.", personal=True, sealed=True)
    state: SuggestionState = field(description="How it stands.", personal=True)
    answer: str | None = field(description="What was answered.", personal=True, sealed=True)
    made_by: str = field(description="Who wishes it, as the circle names them.", personal=True, sealed=True)
    made_at: datetime = field(description="When.", personal=True)


async def suggestions_of(info: Info, meeting: MeetingRow) -> list[CircleSuggestion]:
    """The wishes about a meeting that the viewer may read: a family's own, the professionals all."""
    circle = await rows_of(info, meeting)
    return [
        await suggestion_type(info, row, circle)
        for row in await suggestions.suggestions_of(info.context.tx, meeting.id)
    ]


async def suggestion_type(info: Info, row: SuggestionRow, circle: list[ParticipantRow]) -> CircleSuggestion:
    """A stored wish as the schema answers it."""
    details = await suggestions.details(info.context.tx, row)
    by_person = {one.person_id: one for one in circle}
    about = next((one for one in circle if one.id == row.participant_id), None)
    return CircleSuggestion(
        id=strawberry.ID(str(row.id)),
        version=row.version,
        stays_away=row.participant_id is not None,
        who=await _name(info, about) if about is not None else details.who,
        why=details.why,
        state=SuggestionState(row.state),
        answer=details.answer or None,
        made_by=await _name(info, by_person.get(row.suggested_by)),
        made_at=row.made_at,
    )


async def _name(info: Info, row: ParticipantRow | None) -> str:
    if row is None:
        return ""
    return await shown_name(info, row, await store.participant_details(info.context.tx, row), "")
