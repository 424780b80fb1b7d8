"""Ask for, give, decline and withdraw consents. Each giver answers alone; silence is never yes."""

from collections.abc import Iterable
from uuid import UUID

from services.core.calendar.instants import local_day
from services.core.casework.rules import shield_reasons
from services.core.casework.service import Case, load_case, require_part
from services.core.consent import rules, store
from services.core.consent.events import ConsentAsked, ConsentDeclined, ConsentGiven, ConsentWithdrawn
from services.core.consent.rules import Answer, AnswerState, Standing
from services.core.consent.store import ConsentRow, MeetingHere
from services.core.db.tx import ReadTx, WriteTx, new_id
from services.core.errors import ErrorCode, UserError, conflict, invalid, not_found
from services.core.identity import DossierId, PersonId
from services.core.shield import store as shields
from services.core.tenancy.frame import ConsentPurpose
from services.core.tenancy.model import Model
from services.core.tenancy.refusal import refusal
from services.core.tenancy.service import model_version


async def ask_consent(tx: WriteTx, child_id: UUID, purpose: str, meeting: UUID | None) -> list[ConsentRow]:
    """Ask everyone who must answer, each for themselves; who has already said yes is not asked twice (ALL-10).

    Raises INVALID_INPUT for a purpose the model has not, RULE_BLOCKED when nobody can be asked, when one of those asked
    must not learn of the meeting, or when the meeting needs no such consent: where the law needs none, none is asked for.
    """
    case = await load_case(tx, child_id)
    await require_part(tx, case)
    if case.casework is None:
        raise not_found()
    found = await meeting_here(tx, case.casework.dossier_id, meeting)
    asked = purpose_of(case, purpose)
    givers = rules.givers(case.model, asked, case.facts)
    if not givers:
        raise UserError(ErrorCode.RULE_BLOCKED, "consent.nobody_to_ask")
    require_askable(tx, case, found)
    if found is not None and not rules.is_needed(case.model, found.type, purpose):
        raise UserError(ErrorCode.RULE_BLOCKED, "consent.not_needed_here")
    shown = rules.text_in_force(case.model, purpose, local_day(tx.now))
    return await ask_givers(tx, case, purpose, givers, shown.version, meeting)


async def meeting_here(tx: ReadTx, dossier: DossierId, meeting: UUID | None) -> MeetingHere | None:
    """The meeting that is named, of this casework; NOT_FOUND for any other."""
    if meeting is None:
        return None
    found = await tx.one(store.MEETING_OF_CASEWORK, dossier_id=dossier, id=meeting)
    if found is None:
        raise not_found()
    return found


def purpose_of(case: Case, key: str) -> ConsentPurpose:
    """A purpose of the case's model; INVALID_INPUT for any other, with those there are."""
    found = next((one for one in case.model.purposes if one.key == key), None)
    if found is None:
        known = ", ".join(one.key for one in case.model.purposes)
        raise invalid("consent.unknown_purpose", "input", "purpose", known=known)
    return found


def require_askable(tx: ReadTx, case: Case, meeting: MeetingHere | None) -> None:
    """RULE_BLOCKED where one of those asked must not be told: there it rests on the law, and never on a yes (trap 8)."""
    about = case.facts_of(meeting.problem_id) if meeting is not None else None
    if not rules.may_ask(case.model, case.facts, about):
        raise refusal(shield_reasons(case.model, case.facts, tx.now, about))


async def ask_givers(
    tx: WriteTx, case: Case, purpose: str, givers: Iterable[str], text_version: int, meeting: UUID | None
) -> list[ConsentRow]:
    """Ask these givers (person ids, or ``child``) unless an answer of theirs stands or is awaited.

    Whose yes lapses soon by the model is asked again; the yes stands until then.
    """
    if case.casework is None:
        raise not_found()
    dossier = case.casework.dossier_id
    known = await _answerable(tx, case, await store.consents_of(tx, dossier))
    asked = []
    for giver in givers:
        person = giver_id(case, giver)
        if _awaited_or_given(case.model, known, purpose, person, tx):
            continue
        row = await insert_consent(tx, case, purpose, person, text_version, meeting)
        tx.emit(ConsentAsked(dossier, row.id, person, purpose, meeting))
        asked.append(row)
    return asked


def giver_id(case: Case, giver: str) -> PersonId:
    """The person who stands for a giver of the rules."""
    return case.child.id if giver == rules.CHILD else PersonId(UUID(giver))


async def insert_consent(
    tx: WriteTx,
    case: Case,
    purpose: str,
    giver: PersonId,
    text_version: int,
    meeting: UUID | None,
    *,
    consent: UUID | None = None,
    answer: store.Recorded = store.NOTHING_SAID,
) -> ConsentRow:
    """Write a question, or with ``answer`` what came on paper or in a meeting, with what it is about in today's words."""
    if case.casework is None:
        raise not_found()
    dossier, asked = case.casework.dossier_id, case.model.purpose(purpose)
    basis = case.model.basis(asked.basis)
    open_ = answer.channel is None
    consent = consent or new_id()
    await tx.run(
        store.INSERT_CONSENT,
        id=consent,
        dossier_id=dossier,
        meeting_id=meeting,
        giver_id=giver,
        purpose=purpose,
        basis=asked.basis,
        text_version=text_version,
        model_version_id=case.model_version,
        state=answer.state.value,
        asked_by=tx.actor.known_person,
        written=basis.written,
        information=asked.what.in_language("da"),
        from_whom=asked.from_whom.in_language("da"),
        to_whom=asked.shared_with.in_language("da"),
        remind_at=rules.reminder(case.model, asked, tx.now) if open_ else None,
        escalate_at=rules.escalation(case.model, asked, tx.now) if open_ else None,
        channel=answer.channel,
        said_at=answer.said_at,
        expires_at=answer.expires_at,
        warn_at=rules.warn_at(case.model, asked, answer.expires_at),
        sealed=answer.sealed,
    )
    return await store.consent(tx, consent)


async def give_consent(tx: WriteTx, consent_id: UUID, text_version: int, expected_version: int) -> ConsentRow:
    """Say yes to the text that was shown. Its expiry follows the basis and the tenant's own policy."""
    row = await _own(tx, consent_id, expected_version, "asked")
    if row.text_version != text_version:
        raise conflict("consent.other_text")
    model = (await model_version(tx, row.model_version_id)).model
    ends = rules.expiry(model, row.basis, tx.now, row.purpose)
    await tx.run_versioned(
        store.ANSWER_CONSENT,
        id=row.id,
        expected_version=expected_version,
        state=AnswerState.GIVEN.value,
        expires_at=ends,
        warn_at=rules.warn_at(model, model.purpose(row.purpose), ends),
    )
    tx.emit(ConsentGiven(row.dossier_id, row.id, row.giver_id, row.purpose, row.meeting_id))
    return await store.consent(tx, row.id)


async def decline_consent(tx: WriteTx, consent_id: UUID, expected_version: int) -> ConsentRow:
    """Say no. To a question that came before an earlier yes lapsed it ends that yes too: it is the last word."""
    row = await _own(tx, consent_id, expected_version, "asked")
    await tx.run_versioned(
        store.ANSWER_CONSENT,
        id=row.id,
        expected_version=expected_version,
        state=AnswerState.DECLINED.value,
        expires_at=None,
        warn_at=None,
    )
    tx.emit(ConsentDeclined(row.dossier_id, row.id, row.giver_id, row.purpose, row.meeting_id))
    return await store.consent(tx, row.id)


async def withdraw_consent(tx: WriteTx, consent_id: UUID, expected_version: int) -> ConsentRow:
    """Take back a yes: grants that rest on it end in this transaction, and nothing queued that rests on it is sent."""
    row = await _own(tx, consent_id, expected_version, "given")
    await tx.run_versioned(store.WITHDRAW_CONSENT, id=row.id, expected_version=expected_version)
    tx.emit(ConsentWithdrawn(row.dossier_id, row.id, row.giver_id, row.purpose, row.meeting_id))
    return await store.consent(tx, row.id)


async def standing_of(tx: ReadTx, case: Case, purpose: str) -> Standing:
    """What everybody's answers come to now; somebody who has not been asked is missing too.

    For a professional with a lasting part, who sees every answer; whether it stands is the database's to say.
    """
    rows = await store.consents_of(tx, case.casework.dossier_id) if case.casework else []
    return standing_by(case, purpose, rows, tx)


def standing_by(case: Case, purpose: str, rows: Iterable[ConsentRow], tx: ReadTx) -> Standing:
    """The same from rows that are read already."""
    answers = [
        Answer(
            rules.CHILD if row.giver_id == case.child.id else str(row.giver_id),
            AnswerState(row.state),
            row.said_at or row.asked_at,
            row.expires_at,
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


async def _answerable(tx: ReadTx, case: Case, known: list[ConsentRow]) -> list[ConsentRow]:
    """Those whose giver may know of what they were asked for: a question that is kept from them awaits nothing."""
    kept = await shields.kept_meetings(tx, known[0].dossier_id) if known else frozenset()
    return [
        row
        for row in known
        if (row.meeting_id, "child" if row.giver_id == case.child.id else "parent") not in kept
    ]


def _awaited_or_given(
    model: Model, known: list[ConsentRow], purpose: str, person: PersonId, tx: WriteTx
) -> bool:
    mine = [row for row in known if row.purpose == purpose and row.giver_id == person]
    if any(row.state == "asked" for row in mine):
        return True
    said = [row for row in mine if row.state != "invalidated" and row.said_at is not None]
    last = max(said, key=lambda row: (row.said_at or row.asked_at, row.state != "given"), default=None)
    if last is None or last.state_at(tx.now) != "given":
        return False
    soon = rules.warn_at(model, model.purpose(purpose), last.expires_at)
    return soon is None or tx.now < soon
