"""Ask for, give, decline and withdraw consents. Each giver answers alone; silence is never yes."""

from collections.abc import Iterable
from uuid import UUID

from services.core.calendar.instants import local_day
from services.core.casework.rules import shield_reasons
from services.core.casework.service import Case, load_case, require_part
from services.core.consent import rules, store
from services.core.consent.events import ConsentAsked, ConsentDeclined, ConsentGiven, ConsentWithdrawn
from services.core.consent.rules import Answer, AnswerState, Standing
from services.core.consent.store import ConsentRow
from services.core.db.tx import ReadTx, WriteTx, new_id
from services.core.errors import ErrorCode, UserError, conflict, invalid, not_found
from services.core.identity import PersonId
from services.core.shield import store as shields
from services.core.tenancy.refusal import refusal
from services.core.tenancy.service import model_version


async def ask_consent(tx: WriteTx, child_id: UUID, purpose: str, meeting: UUID | None) -> list[ConsentRow]:
    """Ask everyone who must answer, each for themselves; who has already said yes is not asked twice (ALL-10).

    Raises INVALID_INPUT for a purpose the model has not, RULE_BLOCKED when nobody can be asked, or when one of those
    asked must not learn of the meeting.
    """
    case = await load_case(tx, child_id)
    await require_part(tx, case)
    if case.casework is None:
        raise not_found()
    found = None
    if meeting is not None:
        dossier = case.casework.dossier_id
        found = await tx.one(store.MEETING_OF_CASEWORK, dossier_id=dossier, id=meeting)
        if found is None:
            raise not_found()
    if purpose not in {known.key for known in case.model.purposes}:
        raise invalid(
            "consent.unknown_purpose", "input", "purpose", known=", ".join(p.key for p in case.model.purposes)
        )
    givers = rules.givers(case.model, case.model.purpose(purpose), case.facts)
    if not givers:
        raise UserError(ErrorCode.RULE_BLOCKED, "consent.nobody_to_ask")
    about = case.facts_of(found.problem_id) if found is not None else None
    if not rules.may_ask(case.model, case.facts, about):
        raise refusal(shield_reasons(case.model, case.facts, tx.now, about))
    shown = rules.text_in_force(case.model, purpose, local_day(tx.now))
    return await ask_givers(tx, case, purpose, givers, shown.version, meeting)


async def ask_givers(
    tx: WriteTx, case: Case, purpose: str, givers: Iterable[str], text_version: int, meeting: UUID | None
) -> list[ConsentRow]:
    """Ask these givers (person ids, or ``child``) unless an answer of theirs stands or is awaited."""
    if case.casework is None:
        raise not_found()
    dossier = case.casework.dossier_id
    known = await _answerable(tx, case, await store.consents_of(tx, dossier))
    asked = []
    for giver in givers:
        person = case.child.id if giver == "child" else PersonId(UUID(giver))
        if _awaited_or_given(known, purpose, person, tx):
            continue
        consent = new_id()
        await tx.run(
            store.INSERT_CONSENT,
            id=consent,
            dossier_id=dossier,
            meeting_id=meeting,
            giver_id=person,
            purpose=purpose,
            basis=case.model.purpose(purpose).basis,
            text_version=text_version,
            model_version_id=case.model_version,
            asked_by=tx.actor.known_person,
        )
        tx.emit(ConsentAsked(dossier, consent, person, purpose, meeting))
        asked.append(await store.consent(tx, consent))
    return asked


async def give_consent(tx: WriteTx, consent_id: UUID, text_version: int, expected_version: int) -> ConsentRow:
    """Say yes to the text that was shown. Its expiry follows the basis and the tenant's own policy."""
    row = await _own(tx, consent_id, expected_version, "asked")
    if row.text_version != text_version:
        raise conflict("consent.other_text")
    model = (await model_version(tx, row.model_version_id)).model
    await tx.run_versioned(
        store.GIVE_CONSENT,
        id=row.id,
        expected_version=expected_version,
        expires_at=rules.expiry(model, row.basis, tx.now, row.purpose),
    )
    tx.emit(ConsentGiven(row.dossier_id, row.id, row.giver_id, row.purpose, row.meeting_id))
    return await _changed(tx, row)


async def decline_consent(tx: WriteTx, consent_id: UUID, expected_version: int) -> ConsentRow:
    """Say no."""
    row = await _own(tx, consent_id, expected_version, "asked")
    await tx.run_versioned(store.DECLINE_CONSENT, id=row.id, expected_version=expected_version)
    tx.emit(ConsentDeclined(row.dossier_id, row.id, row.giver_id, row.purpose, row.meeting_id))
    return await _changed(tx, row)


async def withdraw_consent(tx: WriteTx, consent_id: UUID, expected_version: int) -> ConsentRow:
    """Take back a yes: grants that rest on it end in this transaction, and nothing queued that rests on it is sent."""
    row = await _own(tx, consent_id, expected_version, "given")
    await tx.run_versioned(store.WITHDRAW_CONSENT, id=row.id, expected_version=expected_version)
    tx.emit(ConsentWithdrawn(row.dossier_id, row.id, row.giver_id, row.purpose, row.meeting_id))
    return await _changed(tx, row)


async def standing_of(tx: ReadTx, case: Case, purpose: str) -> Standing:
    """What everybody's answers come to now; somebody who has not been asked is missing too."""
    rows = await store.consents_of(tx, case.casework.dossier_id) if case.casework else []
    answers = [
        Answer(
            rules.CHILD if row.giver_id == case.child.id else str(row.giver_id),
            AnswerState(row.state),
            row.withdrawn_at or row.answered_at or row.asked_at,
        )
        for row in rows
        if row.purpose == purpose
    ]
    return rules.standing(case.model, purpose, case.facts, answers, tx.now)


async def _own(tx: WriteTx, consent_id: UUID, expected_version: int, state: str) -> ConsentRow:
    row = await store.consent(tx, consent_id)
    if not tx.actor.is_family or row.giver_id != tx.actor.person:
        raise UserError(ErrorCode.FORBIDDEN, "consent.not_yours")
    if row.version != expected_version:
        raise conflict()
    if row.state_at(tx.now) != state:
        raise conflict("consent.answered_already")
    return row


async def _changed(tx: WriteTx, row: ConsentRow) -> ConsentRow:
    return await store.consent(tx, row.id)


async def _answerable(tx: ReadTx, case: Case, known: list[ConsentRow]) -> list[ConsentRow]:
    """Those whose giver may know of what they were asked for: a question that is kept from them awaits nothing."""
    kept = await shields.kept_meetings(tx, known[0].dossier_id) if known else frozenset()
    return [
        row
        for row in known
        if (row.meeting_id, "child" if row.giver_id == case.child.id else "parent") not in kept
    ]


def _awaited_or_given(known: list[ConsentRow], purpose: str, person: PersonId, tx: WriteTx) -> bool:
    latest = next((row for row in known if row.purpose == purpose and row.giver_id == person), None)
    return latest is not None and latest.state_at(tx.now) in ("asked", "given")
