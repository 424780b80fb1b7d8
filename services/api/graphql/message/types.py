"""``Message`` of the inbox."""

from datetime import datetime

import strawberry

from services.api.graphql.fields import field, object_type
from services.core.errors import say
from services.core.message.store import InboxRow


@object_type(description="A message in the viewer's inbox.")
class Message:
    """A message."""

    id: strawberry.ID = field(description="Its id.", personal=False)
    kind: str = field(description="What it tells, as a code.", personal=True)
    at: datetime = field(description="When it arrived.", personal=True)
    title: str = field(description="What it tells, in words.", personal=True)
    text: str = field(description="What can be done about it.", personal=True)
    read_at: datetime | None = field(description="When it was read.", personal=True)
    meeting_id: strawberry.ID | None = field(description="The meeting it is about.", personal=True)
    consent_id: strawberry.ID | None = field(description="The consent it is about.", personal=True)


def message_type(row: InboxRow, language: str) -> Message:
    """A row of the inbox in the viewer's language."""
    return Message(
        id=strawberry.ID(str(row.id)),
        kind=row.kind,
        at=row.arrived_at,
        title=say(f"message.{row.kind}_title", language),
        text=say(f"message.{row.kind}_text", language),
        read_at=row.read_at,
        meeting_id=None if row.meeting_id is None else strawberry.ID(str(row.meeting_id)),
        consent_id=None if row.consent_id is None else strawberry.ID(str(row.consent_id)),
    )
