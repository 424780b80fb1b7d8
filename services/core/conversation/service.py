"""Record a conversation with a child, and pass on to its parents what they may know of it.

It may be held without their consent or presence (Barnets lov §5), so nothing of it is theirs by default (trap 9): not
what was said, not that it was held. What is passed on is written for them, once, by somebody who decided to.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from services.core.casework import store as caseworks
from services.core.casework.service import ensure_casework, load_case, load_case_of, require_part
from services.core.conversation import store
from services.core.conversation.store import ConversationDetails, ConversationRow, SummaryDetails
from services.core.db.tx import WriteTx, new_id
from services.core.errors import ErrorCode, UserError, conflict, invalid
from services.core.keys.seal import SealLabel

TEXT_LIMIT = 20_000
"""Characters in one text."""


@dataclass(frozen=True, slots=True)
class RecordConversation:
    """What is recorded. ``held_at`` is aware; ``support_person_offered``: the child was told it may bring one (§6)."""

    child: UUID
    held_at: datetime
    text: str
    problem: UUID | None = None
    present: str = ""
    support_person_offered: bool = False


async def record_conversation(tx: WriteTx, command: RecordConversation) -> ConversationRow:
    """Record it. Nobody of the family is told; the child itself reads it once it sees its own case.

    Raises INVALID_INPUT for a text that is missing or too long and a time to come, FORBIDDEN without a lasting part.
    """
    case = await load_case(tx, command.child)
    actor = await require_part(tx, case)
    case.facts_asked(command.problem)
    if command.held_at > tx.now:
        raise invalid("conversation.to_come", "input", "heldAt")
    text, present = _written(command.text, "text"), command.present.strip()
    if len(present) > TEXT_LIMIT:
        raise invalid("conversation.too_long", "input", "present", limit=TEXT_LIMIT)
    dossier, conversation = (await ensure_casework(tx, case)).dossier_id, new_id()
    details = ConversationDetails(text, present)
    await tx.run(
        store.INSERT_CONVERSATION,
        id=conversation,
        dossier_id=dossier,
        problem_id=command.problem,
        held_at=command.held_at,
        held_by=actor,
        support_person_offered=command.support_person_offered,
        sealed=await tx.seal(SealLabel.CONVERSATION, dossier, conversation, details),
    )
    await caseworks.touch(tx, dossier)
    return await store.conversation(tx, conversation)


async def pass_on(tx: WriteTx, conversation_id: UUID, text: str, expected_version: int) -> ConversationRow:
    """Write for the parents what they may know of it: once, since what was read can't be taken back.

    Raises CONFLICT for an old version, RULE_BLOCKED when something was passed on already.
    """
    row = await store.conversation(tx, conversation_id)
    actor = await require_part(tx, await load_case_of(tx, row.dossier_id))
    if row.version != expected_version:
        raise conflict()
    if any(one.conversation_id == row.id for one in await store.summaries_of(tx, row.dossier_id)):
        raise UserError(ErrorCode.RULE_BLOCKED, "conversation.passed_on")
    summary, written = new_id(), _written(text, "text")
    await tx.run(
        store.INSERT_SUMMARY,
        id=summary,
        dossier_id=row.dossier_id,
        conversation_id=row.id,
        problem_id=row.problem_id,
        written_by=actor,
        sealed=await tx.seal(
            SealLabel.CONVERSATION_SUMMARY, row.dossier_id, summary, SummaryDetails(written)
        ),
    )
    await tx.run_versioned(store.COUNT_VERSION, id=row.id, expected_version=expected_version)
    return await store.conversation(tx, row.id)


def _written(text: str, field: str) -> str:
    if not text.strip():
        raise invalid("conversation.text_missing", "input", field)
    if len(text) > TEXT_LIMIT:
        raise invalid("conversation.too_long", "input", field, limit=TEXT_LIMIT)
    return text.strip()
