"""``Conversation`` with a child, and what of it its parents are told."""

from datetime import datetime

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import computed, field, object_type
from services.api.graphql.payloads import UserErrorType, errors_field
from services.api.graphql.people.types import Staff, one_staff
from services.core.conversation import store
from services.core.conversation.store import ConversationRow, SummaryRow
from services.core.identity import DossierId


@object_type(
    description="A conversation that was held with the child by itself. Its parents never get this (Barnets lov §5)."
)
class Conversation:
    """A conversation; for professionals, and for the child itself."""

    row: strawberry.Private[ConversationRow]
    id: strawberry.ID = field(description="Its id.", personal=False)
    version: int = field(description="Give it as `expectedVersion`.", personal=False)
    problem_id: strawberry.ID | None = field(
        description="The problem it was about; null: the case as a whole.", personal=True
    )
    held_at: datetime = field(description="When it was held.", personal=True)
    support_person_offered: bool = field(
        description="Whether the child was told that it may bring a support person (Barnets lov §6).",
        personal=True,
    )
    passed_on: bool = field(description="Whether something of it was written to the parents.", personal=True)

    @computed(description="Who held it.", personal=True)
    async def held_by(self, info: Info) -> Staff | None:
        """A professional."""
        return await one_staff(info, self.row.held_by)

    @computed(description="What was said.", personal=True, sealed=True)
    async def text(self, info: Info) -> str:
        """As far as possible in the child's own words."""
        return (await store.details(info.context.tx, self.row)).text

    @computed(description="Who else was there; null: nobody.", personal=True, sealed=True)
    async def present(self, info: Info) -> str | None:
        """A support person or an interpreter, for example."""
        return (await store.details(info.context.tx, self.row)).present or None


@object_type(description="What the parents are told of a conversation with their child.")
class ConversationSummary:
    """A summary, written for the parents."""

    row: strawberry.Private[SummaryRow]
    id: strawberry.ID = field(description="Its id.", personal=False)
    written_at: datetime = field(description="When it was written.", personal=True)

    @computed(description="Who wrote it.", personal=True)
    async def written_by(self, info: Info) -> Staff | None:
        """A professional."""
        return await one_staff(info, self.row.written_by)

    @computed(description="What they are told.", personal=True, sealed=True)
    async def text(self, info: Info) -> str:
        """Agreed on with the child, as far as its age lets it."""
        return await store.told(info.context.tx, self.row)


@object_type(description="The conversation after the change, or why it was not changed.")
class ConversationPayload:
    """A conversation."""

    conversation: Conversation | None = field(
        description="The conversation as it is now.", personal=True, default=None
    )
    errors: list[UserErrorType] = errors_field()


async def conversations_of_child(info: Info, dossier: DossierId | None) -> list[Conversation]:
    """What the database gives this viewer: to a parent nothing."""
    rows = await store.conversations_of(info.context.tx, dossier) if dossier else []
    return [await conversation_type(info, row) for row in rows]


async def summaries_of_child(info: Info, dossier: DossierId | None) -> list[ConversationSummary]:
    """What was passed on."""
    rows = await store.summaries_of(info.context.tx, dossier) if dossier else []
    return [
        ConversationSummary(row=row, id=strawberry.ID(str(row.id)), written_at=row.written_at) for row in rows
    ]


async def conversation_type(info: Info, row: ConversationRow) -> Conversation:
    """A stored conversation as the schema answers it."""
    told = await store.summaries_of(info.context.tx, row.dossier_id)
    return Conversation(
        row=row,
        id=strawberry.ID(str(row.id)),
        version=row.version,
        problem_id=strawberry.ID(str(row.problem_id)) if row.problem_id else None,
        held_at=row.held_at,
        support_person_offered=row.support_person_offered,
        passed_on=any(one.conversation_id == row.id for one in told),
    )
