"""Write down what was said on paper or in a meeting, say that an answer was never valid, and that somebody was told.

Why this is safe: a professional writes in their own name beside the answer and never in the giver's way (the portal);
the database refuses the rest. What the law wants in writing is not recorded from word of mouth.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import msgspec

from services.core.calendar.instants import local_day
from services.core.casework.service import Case, ensure_casework, load_case, load_case_of, require_part
from services.core.consent import documents, rules, store
from services.core.consent.events import ConsentDeclined, ConsentGiven, ConsentInvalidated, ConsentWithdrawn
from services.core.consent.rules import AnswerState
from services.core.consent.service import (
    giver_id,
    insert_consent,
    meeting_here,
    purpose_of,
    require_askable,
)
from services.core.consent.store import ConsentDetails, ConsentRow, InformingDetails, InformingRow, Recorded
from services.core.db.tx import WriteTx, new_id
from services.core.errors import ErrorCode, UserError, conflict, invalid, not_found
from services.core.identity import DossierId, PersonId
from services.core.keys.seal import SealLabel
from services.core.tenancy.decision import Why
from services.core.tenancy.form_values import ANSWER_LIMIT
from services.core.tenancy.frame import ConsentPurpose

CHANNELS = ("paper", "oral")
"""The ways in which an answer comes that a professional writes down."""
INFORMED_BY = ("letter", "telephone", "conversation", "portal")
_EVENTS = {
    AnswerState.GIVEN: ConsentGiven,
    AnswerState.DECLINED: ConsentDeclined,
    AnswerState.WITHDRAWN: ConsentWithdrawn,
}


@dataclass(frozen=True, slots=True)
class RecordAnswer:
    """Who said what to which purpose, how and when (aware); ``where`` in words; ``document`` is the paper's bytes."""

    child: UUID
    purpose: str
    giver: UUID
    answer: AnswerState
    channel: str
    said_at: datetime
    where: str = ""
    meeting: UUID | None = None
    document: bytes | None = None


@dataclass(frozen=True, slots=True)
class Inform:
    """Who was told of what, how and when (aware)."""

    child: UUID
    person: UUID
    what: str
    channel: str
    informed_at: datetime
    meeting: UUID | None = None


async def record_answer(tx: WriteTx, command: RecordAnswer) -> ConsentRow:
    """Record a yes, a no or a withdrawal that came on paper or in a meeting.

    A question that is open is answered by it; a yes on paper comes with the paper. Raises INVALID_INPUT for what does not
    fit, RULE_BLOCKED (``consent.must_be_written``, with the law) for a yes by word of mouth where the basis takes
    writing, or where nobody may be asked, FORBIDDEN without a lasting part, CONFLICT when nothing is there to take back.
    """
    case = await load_case(tx, command.child)
    actor = await require_part(tx, case)
    dossier = (await ensure_casework(tx, case)).dossier_id
    if case.casework is None:
        case = await load_case(tx, command.child)
    found = await meeting_here(tx, dossier, command.meeting)
    asked = purpose_of(case, command.purpose)
    _check(tx, command)
    if command.answer is AnswerState.WITHDRAWN:
        return await _take_back(tx, case, command)
    giver = _giver(case, asked, command.giver)
    require_askable(tx, case, found)
    if command.answer is AnswerState.GIVEN:
        _require_writing(tx, case, asked, command)
    said_on = local_day(command.said_at)
    row = await _open_question(tx, dossier, command.purpose, giver)
    version = row.text_version if row else rules.text_in_force(case.model, asked.key, said_on).version
    given = command.answer is AnswerState.GIVEN
    ends = rules.expiry(case.model, asked.basis, command.said_at, asked.key) if given else None
    if ends is not None and ends <= tx.now:
        raise invalid("consent.lapsed_before", "input", "saidAt")
    consent = row.id if row else new_id()
    sealed = await tx.seal(SealLabel.CONSENT, dossier, consent, ConsentDetails(command.where.strip()))
    said = Recorded(command.answer, command.channel, command.said_at, ends, sealed)
    if row is None:
        await insert_consent(
            tx, case, asked.key, giver, version, command.meeting, consent=consent, answer=said
        )
    else:
        await tx.run_versioned(
            store.RECORD_ANSWER,
            id=row.id,
            expected_version=row.version,
            state=said.state.value,
            said_at=said.said_at,
            expires_at=ends,
            warn_at=rules.warn_at(case.model, asked, ends),
            channel=said.channel,
            sealed=sealed,
        )
    if command.document is not None:
        await documents.keep(tx, dossier, consent, command.document)
    tx.named.add(actor)
    tx.emit(_EVENTS[command.answer](dossier, consent, giver, asked.key, command.meeting))
    return await store.consent(tx, consent)


async def invalidate_consent(tx: WriteTx, consent_id: UUID, reason: str, expected_version: int) -> ConsentRow:
    """Say that an answer was never valid: another's signature, a wrong text, a giver who did not understand.

    Other than a withdrawal, before which it was. Grants that rest on it end at once; ``store.RESTING_ON_CONSENTS`` lists
    what was shared under it. Raises CONFLICT for one that is open, declined or invalid already.
    """
    row = await store.consent(tx, consent_id)
    case = await load_case_of(tx, row.dossier_id)
    await require_part(tx, case)
    if not reason.strip():
        raise invalid("consent.reason_missing", "input", "reason")
    _limit(reason, "reason")
    if row.version != expected_version:
        raise conflict()
    if row.state not in ("given", "withdrawn"):
        raise conflict("consent.nothing_to_invalidate")
    before = await store.consent_details(tx, row)
    details = msgspec.structs.replace(before, invalid_because=reason.strip())
    await tx.run_versioned(
        store.INVALIDATE_CONSENT,
        id=row.id,
        expected_version=expected_version,
        sealed=await tx.seal(SealLabel.CONSENT, row.dossier_id, row.id, details),
    )
    tx.emit(ConsentInvalidated(row.dossier_id, row.id, row.giver_id, row.purpose, row.meeting_id))
    return await store.consent(tx, row.id)


async def inform(tx: WriteTx, command: Inform) -> InformingRow:
    """Record that somebody of the family was told, where the model wants them to know and does not ask (RI-11).

    Raises INVALID_INPUT for one who is neither the child nor a custody holder, RULE_BLOCKED where they must not be told.
    """
    case = await load_case(tx, command.child)
    await require_part(tx, case)
    if case.casework is None:
        raise not_found()
    dossier = case.casework.dossier_id
    found = await meeting_here(tx, dossier, command.meeting)
    if str(command.person) not in {str(case.child.id), *case.facts.custody_holders}:
        raise invalid("consent.not_of_family", "input", "personId")
    require_askable(tx, case, found)
    if command.channel not in INFORMED_BY:
        raise invalid("consent.unknown_channel", "input", "channel")
    if not command.what.strip():
        raise invalid("consent.what_missing", "input", "what")
    _limit(command.what, "what")
    if command.informed_at > tx.now:
        raise invalid("consent.in_the_future", "input", "informedAt")
    informing = new_id()
    content = InformingDetails(command.what.strip())
    await tx.run(
        store.INSERT_INFORMING,
        id=informing,
        dossier_id=dossier,
        meeting_id=command.meeting,
        person_id=command.person,
        channel=command.channel,
        informed_at=command.informed_at,
        sealed=await tx.seal(SealLabel.INFORMING, dossier, informing, content),
    )
    return next(row for row in await store.informings(tx, dossier) if row.id == informing)


async def _take_back(tx: WriteTx, case: Case, command: RecordAnswer) -> ConsentRow:
    """The latest yes of a giver, also of one who is asked no longer: what was said can always be taken back."""
    if case.casework is None:
        raise not_found()
    rows = await store.consents_of(tx, case.casework.dossier_id)
    mine = [
        one
        for one in rows
        if one.purpose == command.purpose and one.giver_id == command.giver and one.state == "given"
    ]
    row = max(mine, key=lambda one: one.answered_at or one.asked_at, default=None)
    if row is None:
        raise conflict("consent.nothing_to_withdraw")
    if row.answered_at is not None and command.said_at < row.answered_at:
        raise invalid("consent.before_it_was_given", "input", "saidAt")
    before = await store.consent_details(tx, row)
    details = msgspec.structs.replace(before, taken_back=command.where.strip())
    await tx.run_versioned(
        store.RECORD_WITHDRAWAL,
        id=row.id,
        expected_version=row.version,
        said_at=command.said_at,
        sealed=await tx.seal(SealLabel.CONSENT, row.dossier_id, row.id, details),
    )
    tx.emit(ConsentWithdrawn(row.dossier_id, row.id, row.giver_id, row.purpose, row.meeting_id))
    return await store.consent(tx, row.id)


def _check(tx: WriteTx, command: RecordAnswer) -> None:
    if command.channel not in CHANNELS:
        raise invalid("consent.unknown_channel", "input", "channel")
    if command.answer not in _EVENTS:
        raise invalid("error.invalid_input", "input", "answer")
    if command.said_at > tx.now:
        raise invalid("consent.in_the_future", "input", "saidAt")
    if command.channel == "oral" and not command.where.strip():
        raise invalid("consent.where_missing", "input", "where")
    _limit(command.where, "where")
    on_paper = command.channel == "paper" and command.answer is not AnswerState.WITHDRAWN
    if on_paper != (command.document is not None):
        raise invalid("consent.document_missing" if on_paper else "consent.no_document", "input", "document")


def _limit(text: str, field: str) -> None:
    if len(text) > ANSWER_LIMIT:
        raise invalid("form.text_too_long", "input", field, limit=ANSWER_LIMIT)


def _giver(case: Case, asked: ConsentPurpose, giver: UUID) -> PersonId:
    for one in rules.givers(case.model, asked, case.facts):
        if giver_id(case, one) == giver:
            return PersonId(giver)
    raise invalid("consent.not_a_giver", "input", "giverId")


def _require_writing(tx: WriteTx, case: Case, asked: ConsentPurpose, command: RecordAnswer) -> None:
    basis = case.model.basis(asked.basis)
    if not basis.written or command.channel != "oral":
        return
    why = Why(case.model, local_day(tx.now)).of(asked, "consent", f"purposes/{asked.key}", asked.name)
    raise UserError(
        ErrorCode.RULE_BLOCKED,
        "consent.must_be_written",
        field=("input", "channel"),
        rule_id=why.rule or None,
        legal_basis="; ".join(one.words(tx.actor.language) for one in why.legal_basis) or None,
    )


async def _open_question(tx: WriteTx, dossier: DossierId, purpose: str, giver: PersonId) -> ConsentRow | None:
    rows = await store.consents_of(tx, dossier)
    return next(
        (one for one in rows if (one.purpose, one.giver_id, one.state) == (purpose, giver, "asked")), None
    )
