"""Ask for access or correction, say that the answer takes longer, and answer.

Why this is safe: who may ask about whom, who may answer and once only is decided again by the database
(``policies.sql``). An answer holds no copy: the asker reads theirs behind their own walls when they fetch it.
"""

from dataclasses import dataclass
from uuid import UUID

import msgspec

from services.core.access_request import store
from services.core.access_request.rules import (
    KINDS,
    MONTHS,
    MONTHS_EXTENDED,
    due_at,
    remind_at,
    require_extendable,
    require_open,
    said,
)
from services.core.access_request.store import AccessRequestRow, AccessRequestWords
from services.core.calendar import TenantCalendar
from services.core.db.tx import WriteTx, new_id
from services.core.errors import ErrorCode, UserError, conflict, invalid, not_found
from services.core.identity import Capacity, PersonId
from services.core.keys.seal import SealLabel
from services.core.person import reading


@dataclass(frozen=True, slots=True)
class AskForAccess:
    """What is asked for: ``access`` or ``rectification``; ``words`` say what is wrong or what is looked for."""

    subject: PersonId
    kind: str
    words: str = ""


async def ask_for_access(tx: WriteTx, command: AskForAccess, calendar: TenantCalendar) -> AccessRequestRow:
    """Ask.

    FORBIDDEN for others than families, NOT_FOUND for whom the actor may not ask about, INVALID_INPUT for an unknown kind
    or a correction without words, RULE_BLOCKED while the same waits for its answer.
    """
    if tx.actor.capacity is not Capacity.FAMILY:
        raise UserError(ErrorCode.FORBIDDEN)
    if command.kind not in KINDS:
        raise invalid("access_request.unknown_kind", "input", "kind")
    words = said(command.words, "words") if command.kind == "rectification" else command.words.strip()
    own = await tx.one(store.MAY_ASK, subject=command.subject)
    if own is None or not own.may:
        raise not_found()
    if any(
        (row.subject_id, row.kind) == (command.subject, command.kind) and row.state in ("asked", "extended")
        for row in await store.requests(tx, 100)
    ):
        raise UserError(ErrorCode.RULE_BLOCKED, "access_request.waits_already")
    request = new_id()
    asker, subject = await _names(tx, command.subject)
    due = due_at(tx.now, MONTHS, calendar)
    await tx.run(
        store.INSERT,
        id=request,
        dossier_id=own.identity_id,
        subject=command.subject,
        kind=command.kind,
        due_at=due,
        next_at=remind_at(due, tx.now),
        sealed=await tx.seal(
            SealLabel.ACCESS_REQUEST, own.identity_id, request, AccessRequestWords(asker, subject, words)
        ),
    )
    return await store.request(tx, request)


async def extend_access_request(
    tx: WriteTx, request: UUID, reason: str, expected_version: int, calendar: TenantCalendar
) -> AccessRequestRow:
    """The answer takes up to two months more, for a reason that is told. CONFLICT for another version."""
    row = await _to_settle(tx, request, expected_version)
    require_extendable(row.state, row.due_at, tx.now)
    words = msgspec.structs.replace(await store.words_of(tx, row), reason=said(reason, "reason"))
    due = due_at(row.asked_at, MONTHS_EXTENDED, calendar)
    await tx.run_versioned(
        store.EXTEND,
        id=row.id,
        due_at=due,
        next_at=remind_at(due, tx.now),
        sealed=await tx.seal(SealLabel.ACCESS_REQUEST, row.dossier_id, row.id, words),
        expected_version=expected_version,
    )
    return await store.request(tx, row.id)


async def answer_access_request(
    tx: WriteTx, request: UUID, granted: bool, answer: str, expected_version: int
) -> AccessRequestRow:
    """Answer it, or refuse it with the reason. CONFLICT for another version, INVALID_INPUT without a word."""
    row = await _to_settle(tx, request, expected_version)
    words = msgspec.structs.replace(await store.words_of(tx, row), answer=said(answer, "answer"))
    await tx.run_versioned(
        store.ANSWER,
        id=row.id,
        state="answered" if granted else "refused",
        sealed=await tx.seal(SealLabel.ACCESS_REQUEST, row.dossier_id, row.id, words),
        expected_version=expected_version,
    )
    return await store.request(tx, row.id)


async def _to_settle(tx: WriteTx, request: UUID, expected_version: int) -> AccessRequestRow:
    if tx.actor.capacity is not Capacity.DPO:
        raise UserError(ErrorCode.FORBIDDEN)
    row = await store.request(tx, request)
    if row.version != expected_version:
        raise conflict()
    require_open(row.state)
    return row


async def _names(tx: WriteTx, subject: PersonId) -> tuple[str, str]:
    """The asker's name and the subject's, as the asker reads them: the officer who answers sees neither's data."""
    me = tx.actor.known_person
    own = await reading.details(tx, [me])
    asker = own[me].name if me in own else ""
    if subject == me:
        return asker, asker
    child = await reading.child(tx, subject)
    return asker, child.name if child else ""
