"""Rows of conversations with a child and what is sealed in them."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import msgspec

from services.core.db.queries import Queries
from services.core.db.tx import ReadTx
from services.core.errors import not_found
from services.core.identity import DossierId, PersonId
from services.core.keys.seal import SealLabel

_SQL = Queries(__file__)


@dataclass(frozen=True, slots=True)
class ConversationRow:
    """A conversation; ``sealed`` holds ``ConversationDetails``. ``problem_id`` None: about the case as a whole."""

    id: UUID
    dossier_id: DossierId
    problem_id: UUID | None
    held_at: datetime
    held_by: PersonId
    support_person_offered: bool
    recorded_at: datetime
    sealed: bytes
    version: int


@dataclass(frozen=True, slots=True)
class SummaryRow:
    """What of a conversation was passed on to the parents; ``sealed`` holds ``SummaryDetails``."""

    id: UUID
    dossier_id: DossierId
    conversation_id: UUID
    problem_id: UUID | None
    written_by: PersonId
    written_at: datetime
    sealed: bytes


class ConversationDetails(msgspec.Struct, frozen=True):
    """What was said, in the child's own words as far as possible; who else was there."""

    text: str
    present: str = ""


class SummaryDetails(msgspec.Struct, frozen=True):
    """What the parents are told, agreed on with the child as far as its age lets it."""

    text: str


CONVERSATIONS = _SQL.rows("conversations_of_dossier", ConversationRow)
FIND_CONVERSATION = _SQL.rows("find_conversation", ConversationRow)
INSERT_CONVERSATION = _SQL.command("insert_conversation")
SUMMARIES = _SQL.rows("summaries_of_dossier", SummaryRow)
INSERT_SUMMARY = _SQL.command("insert_summary")
COUNT_VERSION = _SQL.command("count_version")


async def conversation(tx: ReadTx, conversation_id: UUID) -> ConversationRow:
    """A conversation; NOT_FOUND for an absent or foreign one alike, and for a parent's own child's."""
    found = await tx.one(FIND_CONVERSATION, id=conversation_id)
    if found is None:
        raise not_found()
    return found


async def conversations_of(tx: ReadTx, dossier: DossierId) -> list[ConversationRow]:
    """A casework's conversations, the newest first; none for a parent."""
    return await tx.many(CONVERSATIONS, dossier_id=dossier)


async def summaries_of(tx: ReadTx, dossier: DossierId) -> list[SummaryRow]:
    """What was passed on of them."""
    return await tx.many(SUMMARIES, dossier_id=dossier)


async def details(tx: ReadTx, row: ConversationRow) -> ConversationDetails:
    """What was said."""
    return await tx.open_sealed(
        SealLabel.CONVERSATION, row.dossier_id, row.id, row.sealed, ConversationDetails
    )


async def told(tx: ReadTx, row: SummaryRow) -> str:
    """What the parents are told."""
    opened = await tx.open_sealed(
        SealLabel.CONVERSATION_SUMMARY, row.dossier_id, row.id, row.sealed, SummaryDetails
    )
    return opened.text
