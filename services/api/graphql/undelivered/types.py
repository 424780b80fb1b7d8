"""``Undelivered``: what did not reach somebody, for who answers for it and for who runs the system."""

from collections.abc import Sequence
from datetime import datetime

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import computed, field, object_type
from services.api.graphql.people.types import Staff, one_staff
from services.core.errors import say
from services.core.identity import PersonId
from services.core.person import colleagues, reading
from services.core.undelivered.store import CountRow, OfficeRow, SettledRow, UndeliveredRow, said_of


@object_type(description="A message that did not reach somebody, for who can do something about it.")
class Undelivered:
    """A dead letter of a child that the viewer sees."""

    row: strawberry.Private[UndeliveredRow]
    id: strawberry.ID = field(description="Its id.", personal=False)
    kind: str = field(description="What it told, as a code.", personal=True)
    title: str = field(description="What it told, in words.", personal=True)
    channel: str = field(
        description="The last way that was tried: `mail`, `sms` or `digital_post`.", personal=True
    )
    channel_name: str = field(description="That way in words.", personal=True)
    failed_at: datetime = field(description="When it was given up.", personal=True)
    why: str = field(description="Why it did not arrive, in words.", personal=True)
    what_to_do: str = field(description="What can be done about it, in words.", personal=True)
    child_id: strawberry.ID = field(description="The child it is about.", personal=True)
    meeting_id: strawberry.ID | None = field(description="The meeting it is about.", personal=True)

    @computed(
        description="Whom it did not reach; null for somebody whose name the viewer may not know.",
        personal=True,
        sealed=True,
    )
    async def recipient_name(self, info: Info) -> str | None:
        """As far as the viewer may know it."""
        person = PersonId(self.row.recipient_id)
        return (await colleagues.names(info.context.tx, [person])).get(person)

    @computed(description="The child's name.", personal=True, sealed=True)
    async def child_name(self, info: Info) -> str | None:
        """As far as the viewer may know it."""
        found = await reading.child(info.context.tx, self.row.child_id)
        return found.name if found else None


@object_type(description="One that was settled, for who answers for it.")
class UndeliveredSettled:
    """What became of a dead letter."""

    row: strawberry.Private[SettledRow]
    id: strawberry.ID = field(description="Its id.", personal=False)
    title: str = field(description="What it told, in words.", personal=True)
    failed_at: datetime = field(description="When it was given up.", personal=True)
    child_id: strawberry.ID = field(description="The child it is about.", personal=True)
    settled_at: datetime = field(description="When it was settled.", personal=True)
    resolution: str = field(description="What was done, as a code.", personal=True)
    how: str = field(description="What was done, in words.", personal=True)

    @computed(
        description="Whom it had not reached; null for somebody whose name the viewer may not know.",
        personal=True,
        sealed=True,
    )
    async def recipient_name(self, info: Info) -> str | None:
        """As far as the viewer may know it."""
        return (await colleagues.names(info.context.tx, [self.row.recipient_id])).get(self.row.recipient_id)

    @computed(description="The child's name.", personal=True, sealed=True)
    async def child_name(self, info: Info) -> str | None:
        """As far as the viewer may know it."""
        found = await reading.child(info.context.tx, self.row.child_id)
        return found.name if found else None

    @computed(
        description="Who settled it; null where its recipient did, by reading it in the portal.",
        personal=True,
    )
    async def settled_by(self, info: Info) -> Staff | None:
        """Professionals alone are named."""
        return await one_staff(info, self.row.resolved_by)

    @computed(
        description="What who settled it wrote of it; null for nothing.",
        personal=True,
        sealed=True,
    )
    async def said(self, info: Info) -> str | None:
        """Kept with the child's case, erased with it."""
        return await said_of(info.context.tx, self.row)


@object_type(
    description="The same for who runs the system: nothing in it leads to a child or a family; professionals are named."
)
class UndeliveredInOffice:
    """A dead letter of the municipality."""

    row: strawberry.Private[OfficeRow]
    id: strawberry.ID = field(description="Its id.", personal=False)
    kind: str = field(description="What it told, as a code.", personal=False)
    title: str = field(description="What it told, in words.", personal=False)
    channel: str = field(description="The last way that was tried.", personal=False)
    channel_name: str = field(description="That way in words.", personal=False)
    reason: str = field(description="Why it was given up, as a code.", personal=False)
    why: str = field(description="Why, in words.", personal=False)
    failed_at: datetime = field(description="When it was given up.", personal=False)
    failure: str | None = field(
        description="What kind of failure the last attempt ended with, as a code.", personal=False
    )
    stage: str | None = field(description="How far the last attempt came, as a code.", personal=False)
    code: int | None = field(description="The receiving server's reply code, if it gave one.", personal=False)
    attempts: int = field(description="How often it was tried.", personal=False)

    @computed(description="The recipient, where that is a professional.", personal=True)
    async def staff(self, info: Info) -> Staff | None:
        """By name: their address is the municipality's own."""
        return await one_staff(info, self.row.staff_id)


@object_type(description="How many messages died by one channel for one reason.")
class UndeliveredCount:
    """A number."""

    channel: str = field(description="The last way that was tried.", personal=False)
    channel_name: str = field(description="That way in words.", personal=False)
    reason: str = field(description="Why they were given up, as a code.", personal=False)
    why: str = field(description="Why, in words.", personal=False)
    number: int = field(description="How many.", personal=False)
    first_at: datetime = field(description="When the first of them was given up.", personal=False)
    last_at: datetime = field(description="When the last of them was.", personal=False)


def channel_name(channel: str, language: str) -> str:
    """A way out in words."""
    return say(f"undelivered.channel_{channel}", language)


def undelivered_types(rows: Sequence[UndeliveredRow], language: str) -> list[Undelivered]:
    """Dead letters as the schema answers them to who answers for them."""
    return [
        Undelivered(
            row=row,
            id=strawberry.ID(str(row.id)),
            kind=row.kind,
            title=say(f"message.{row.kind}_title", language),
            channel=row.channel,
            channel_name=channel_name(row.channel, language),
            failed_at=row.failed_at,
            why=say(f"undelivered.reason_{row.reason}", language),
            what_to_do=say(f"undelivered.todo_{row.reason}", language),
            child_id=strawberry.ID(str(row.child_id)),
            meeting_id=None if row.meeting_id is None else strawberry.ID(str(row.meeting_id)),
        )
        for row in rows
    ]


def settled_type(row: SettledRow, language: str) -> UndeliveredSettled:
    """One that was settled."""
    return UndeliveredSettled(
        row=row,
        id=strawberry.ID(str(row.id)),
        title=say(f"message.{row.kind}_title", language),
        failed_at=row.failed_at,
        child_id=strawberry.ID(str(row.child_id)),
        settled_at=row.resolved_at,
        resolution=row.resolution,
        how=say(f"undelivered.how_{row.resolution}", language),
    )


def office_type(row: OfficeRow, language: str) -> UndeliveredInOffice:
    """One of the municipality's."""
    return UndeliveredInOffice(
        row=row,
        id=strawberry.ID(str(row.id)),
        kind=row.kind,
        title=say(f"message.{row.kind}_title", language),
        channel=row.channel,
        channel_name=channel_name(row.channel, language),
        reason=row.reason,
        why=say(f"undelivered.reason_{row.reason}", language),
        failed_at=row.failed_at,
        failure=row.failure,
        stage=row.stage,
        code=row.code,
        attempts=row.attempts,
    )


def count_type(row: CountRow, language: str) -> UndeliveredCount:
    """A number of them."""
    return UndeliveredCount(
        channel=row.channel,
        channel_name=channel_name(row.channel, language),
        reason=row.reason,
        why=say(f"undelivered.reason_{row.reason}", language),
        number=row.number,
        first_at=row.first_at,
        last_at=row.last_at,
    )
