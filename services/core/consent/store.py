"""Rows of consents."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import msgspec

from services.core.consent.rules import AnswerState
from services.core.db.queries import DueCount, Queries
from services.core.db.tx import ReadTx
from services.core.errors import not_found
from services.core.identity import DossierId, PersonId
from services.core.keys.seal import SealLabel

_SQL = Queries(__file__)


@dataclass(frozen=True, slots=True)
class ConsentRow:
    """One giver's consent for one purpose; the text shown is ``text_version`` of ``purpose`` in that model version."""

    id: UUID
    dossier_id: DossierId
    meeting_id: UUID | None
    giver_id: PersonId
    purpose: str
    basis: str
    text_version: int
    model_version_id: UUID
    state: str
    asked_at: datetime
    asked_by: PersonId
    answered_at: datetime | None
    withdrawn_at: datetime | None
    expires_at: datetime | None
    channel: str | None
    recorded_by: PersonId | None
    recorded_at: datetime | None
    withdrawn_by: PersonId | None
    invalidated_at: datetime | None
    invalidated_by: PersonId | None
    written: bool
    information: str
    from_whom: str
    to_whom: str
    sealed: bytes | None
    version: int

    @property
    def said_at(self) -> datetime | None:
        """When the giver said it last; None while the question is open."""
        return self.withdrawn_at or self.answered_at

    def state_at(self, now: datetime) -> str:
        """The state at a moment of business time: a given consent past its time is ``expired``, with no sweep needed."""
        lapsed = self.state == "given" and self.expires_at is not None and self.expires_at <= now
        return "expired" if lapsed else self.state


class ConsentDetails(msgspec.Struct, frozen=True):
    """Where and how it was given and taken back, as the recorder writes it, and why it was never valid."""

    where: str = ""
    taken_back: str = ""
    invalid_because: str = ""


@dataclass(frozen=True, slots=True)
class Recorded:
    """What is written down of an answer: nothing said yet, unless ``channel`` tells how. Times in business time."""

    state: AnswerState = AnswerState.ASKED
    channel: str | None = None
    said_at: datetime | None = None
    expires_at: datetime | None = None
    sealed: bytes | None = None


NOTHING_SAID = Recorded()


class DocumentDetails(msgspec.Struct, frozen=True):
    """The paper's bytes."""

    content: bytes


@dataclass(frozen=True, slots=True)
class DocumentInfo:
    """That a consent has a paper. ``size`` in bytes; ``id`` is the consent's."""

    id: UUID
    dossier_id: DossierId
    media_type: str
    size: int
    uploaded_by: PersonId
    uploaded_at: datetime


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """The same with its bytes, sealed (``DocumentDetails``)."""

    id: UUID
    dossier_id: DossierId
    media_type: str
    size: int
    uploaded_by: PersonId
    uploaded_at: datetime
    sealed: bytes


class InformingDetails(msgspec.Struct, frozen=True):
    """What somebody was told."""

    what: str


@dataclass(frozen=True, slots=True)
class InformingRow:
    """That somebody was told: ``channel`` is letter, telephone, conversation or portal."""

    id: UUID
    dossier_id: DossierId
    meeting_id: UUID | None
    person_id: PersonId
    channel: str
    informed_at: datetime
    recorded_by: PersonId
    recorded_at: datetime
    sealed: bytes


@dataclass(frozen=True, slots=True)
class StandingRow:
    """Whether a consent stands, and the first instant at which it will not."""

    stands: bool
    until: datetime | None


@dataclass(frozen=True, slots=True)
class WordsRow:
    """The answers on which it stands."""

    consents: list[UUID]


@dataclass(frozen=True, slots=True)
class KeptRow:
    """Whether it was kept."""

    kept: bool


@dataclass(frozen=True, slots=True)
class StoppedRow:
    """A share that has lost its ground; ``convener_id`` of its meeting, where that lies ahead."""

    id: UUID
    dossier_id: DossierId
    kind: str
    meeting_id: UUID | None
    receiver_id: PersonId | None
    purpose: str
    convener_id: PersonId | None


@dataclass(frozen=True, slots=True)
class DueQuestionRow:
    """A question that waits too long, and who leads the work; ``is_over``: its meeting is."""

    id: UUID
    dossier_id: DossierId
    meeting_id: UUID | None
    giver_id: PersonId
    purpose: str
    asked_by: PersonId
    remind_at: datetime | None
    escalate_at: datetime | None
    convener_id: PersonId | None
    is_over: bool
    coordinators: list[PersonId]


@dataclass(frozen=True, slots=True)
class DueLapseRow:
    """A yes that lapses soon."""

    id: UUID
    dossier_id: DossierId
    giver_id: PersonId
    purpose: str
    asked_by: PersonId


@dataclass(frozen=True, slots=True)
class GroundlessRow:
    """Something that has lost its ground, and the casework it stands in."""

    id: UUID
    dossier_id: DossierId


@dataclass(frozen=True, slots=True)
class RestingRow:
    """A share and what it rests on: a purpose with its answers, or a basis.

    ``stopped_at`` is when it lost its ground; to one of the family, when their own answer ended and nothing else.
    """

    id: UUID
    dossier_id: DossierId
    kind: str
    about_id: UUID
    meeting_id: UUID | None
    receiver_id: PersonId | None
    purpose: str | None
    consents: list[UUID]
    basis: str | None
    law: list[str]
    shared_by: PersonId | None
    shared_at: datetime
    stopped_at: datetime | None


@dataclass(frozen=True, slots=True)
class MeetingHere:
    """A meeting of the casework."""

    id: UUID
    type: str
    problem_id: UUID | None


CONSENTS_OF_DOSSIER = _SQL.rows("consents_of_dossier", ConsentRow)
CONSENTS_OF_GIVER = _SQL.rows("consents_of_giver", ConsentRow)
FIND_CONSENT = _SQL.rows("find_consent", ConsentRow)
MEETING_OF_CASEWORK = _SQL.rows("meeting_of_casework", MeetingHere)
INSERT_CONSENT = _SQL.command("insert_consent")
ANSWER_CONSENT = _SQL.command("answer_consent")
RECORD_ANSWER = _SQL.command("record_answer")
WITHDRAW_CONSENT = _SQL.command("withdraw_consent")
RECORD_WITHDRAWAL = _SQL.command("record_withdrawal")
INVALIDATE_CONSENT = _SQL.command("invalidate_consent")
INSERT_DOCUMENT = _SQL.command("insert_document")
FIND_DOCUMENT = _SQL.rows("find_document", DocumentRow)
DOCUMENTS_OF_DOSSIER = _SQL.rows("documents_of_dossier", DocumentInfo)
INSERT_INFORMING = _SQL.command("insert_informing")
INFORMINGS = _SQL.rows("informings_of_dossier", InformingRow)
STANDING = _SQL.rows("standing", StandingRow)
CONSENT_WORDS = _SQL.rows("consent_words", WordsRow)
KEEP_RESTING = _SQL.rows("keep_resting", KeptRow)
STOP_RESTING = _SQL.rows("stop_resting", StoppedRow)
TAKE_DUE_QUESTION = _SQL.rows("take_due_question", DueQuestionRow)
LOOKED_AT = _SQL.command("looked_at_question")
TAKE_DUE_LAPSE = _SQL.rows("take_due_lapse", DueLapseRow)
WARNED = _SQL.command("warned")
SILENT_NO_MORE = _SQL.command("silent_no_more")
PUT_OFF = _SQL.command("put_off")
NEXT_WITHOUT_GROUND = _SQL.rows("next_without_ground", GroundlessRow)
PUT_OFF_RESTING = _SQL.command("put_off_resting")
COUNT_WITHOUT_GROUND = _SQL.rows("count_without_ground", DueCount)
COUNT_DUE_QUESTIONS = _SQL.rows("count_due_questions", DueCount)
COUNT_DUE_LAPSES = _SQL.rows("count_due_lapses", DueCount)
RESTING_OF_DOSSIER = _SQL.rows("resting_of_dossier", RestingRow)
RESTING_ON_CONSENTS = _SQL.rows("resting_on_consents", RestingRow)


async def consent(tx: ReadTx, consent_id: UUID) -> ConsentRow:
    """A consent; NOT_FOUND for an absent or foreign one alike."""
    found = await tx.one(FIND_CONSENT, id=consent_id)
    if found is None:
        raise not_found()
    return found


async def consents_of(tx: ReadTx, dossier: DossierId) -> list[ConsentRow]:
    """Every consent of a casework that the actor may see, newest first."""
    return await tx.many(CONSENTS_OF_DOSSIER, dossier_id=dossier)


async def asked_of(
    tx: ReadTx, giver: PersonId, *, before: tuple[datetime, UUID] | None, limit: int
) -> list[ConsentRow]:
    """A page of what someone was asked, newest first."""
    return await tx.many(
        CONSENTS_OF_GIVER,
        giver_id=giver,
        before_at=before[0] if before else None,
        before_id=before[1] if before else None,
        limit=limit,
    )


async def consent_details(tx: ReadTx, row: ConsentRow) -> ConsentDetails:
    """Where it was given, and why it was never valid; empty where nobody wrote anything."""
    if row.sealed is None:
        return ConsentDetails()
    return await tx.open_sealed(SealLabel.CONSENT, row.dossier_id, row.id, row.sealed, ConsentDetails)


async def informings(tx: ReadTx, dossier: DossierId) -> list[InformingRow]:
    """Who was told of what, as far as the actor may see it, newest first."""
    return await tx.many(INFORMINGS, dossier_id=dossier)


async def informing_details(tx: ReadTx, row: InformingRow) -> InformingDetails:
    """Open what was told."""
    return await tx.open_sealed(SealLabel.INFORMING, row.dossier_id, row.id, row.sealed, InformingDetails)
