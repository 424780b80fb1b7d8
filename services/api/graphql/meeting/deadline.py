"""``Deadline``: what must be done by when, and why."""

from datetime import datetime
from enum import Enum

from services.api.graphql.context import Info
from services.api.graphql.enums import enum_type
from services.api.graphql.fields import field, object_type
from services.api.graphql.model.loading import version_of
from services.api.graphql.model.reason import Reason, reason
from services.core.calendar.instants import local_day
from services.core.deadline.service import deadlines_of_meeting
from services.core.meeting.store import MeetingRow
from services.core.tenancy.decision import Why


class DeadlineState(Enum):
    """Where a deadline stands."""

    OPEN = "open"
    MET = "met"
    MISSED = "missed"
    CANCELLED = "cancelled"


enum_type(
    DeadlineState,
    description="Where a deadline stands.",
    values={
        "OPEN": "To be met.",
        "MET": "Done.",
        "MISSED": "Its time is past and it was not done.",
        "CANCELLED": "The meeting was moved or cancelled.",
    },
)


@object_type(description="Something that must be done by a time.")
class Deadline:
    """A deadline."""

    key: str = field(description="Its key in the model.", personal=False)
    name: str = field(description="In words.", personal=False)
    due_at: datetime = field(description="The first moment that is too late.", personal=True)
    state: DeadlineState = field(description="Where it stands.", personal=True)
    why: Reason | None = field(description="The rule behind it.", personal=False)


async def deadlines_of(info: Info, meeting: MeetingRow) -> list[Deadline]:
    """A meeting's deadlines with the model's reasons."""
    model = await version_of(info, meeting.model_version_id)
    rules = {rule.key: rule for rule in model.meeting(meeting.type).deadlines}
    why = Why(model, local_day(meeting.called_at))
    found = []
    for row in await deadlines_of_meeting(info.context.tx, meeting.id):
        rule = rules.get(row.key)
        path = f"meetings/{meeting.type}/deadlines/{row.key}"
        found.append(
            Deadline(
                key=row.key,
                name=rule.name.in_language(info.context.language) if rule else row.key,
                due_at=row.due_at,
                state=DeadlineState(row.state),
                why=reason(why.of(rule, "deadline", path, rule.name), info.context.language)
                if rule
                else None,
            )
        )
    return found
