"""Rows of a meeting and what belongs to it, and what is sealed in them."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

import msgspec

from services.core.db.queries import Queries
from services.core.db.tx import ReadTx
from services.core.errors import not_found
from services.core.identity import DossierId, PersonId
from services.core.keys.seal import SealLabel

_SQL = Queries(__file__)


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """A meeting as stored; times in UTC; ``sealed`` holds ``MeetingDetails``."""

    id: UUID
    dossier_id: DossierId
    problem_id: UUID | None
    type: str
    level: int | None
    model_version_id: UUID
    status: str
    starts_at: datetime
    ends_at: datetime
    sequence: int
    convener_id: PersonId
    chair_id: PersonId | None
    previous_id: UUID | None
    outcome: str | None
    outcome_level: int | None
    follow_up_by: date | None
    called_at: datetime
    gathering_id: UUID | None
    sealed: bytes
    version: int
    guest: bool
    """Whether the actor sees no more of the case than meetings they have a place in (ADR 0023)."""
    veiled: bool
    """Whether the actor is only asked to come: what the meeting is about is theirs to read once they have said yes."""


@dataclass(frozen=True, slots=True)
class ParticipantRow:
    """Someone of a meeting's circle; ``sealed`` holds ``ParticipantDetails``."""

    id: UUID
    dossier_id: DossierId
    meeting_id: UUID
    person_id: PersonId | None
    kind: str
    role: str
    strength: str
    external: bool
    consent_purpose: str | None
    status: str
    answer: str
    answered_at: datetime | None
    attended: bool | None
    heard_at: datetime | None
    sealed: bytes
    version: int


@dataclass(frozen=True, slots=True)
class AgendaItemRow:
    """A point of the agenda; ``sealed`` holds ``AgendaDetails``."""

    id: UUID
    dossier_id: DossierId
    meeting_id: UUID
    position: int
    origin: str
    added_by: PersonId | None
    added_at: datetime | None
    sealed: bytes


@dataclass(frozen=True, slots=True)
class FormRow:
    """A filled form; it keeps the model version whose fields it has. ``sealed`` holds ``FormDetails``."""

    id: UUID
    dossier_id: DossierId
    meeting_id: UUID
    form_key: str
    model_version_id: UUID
    completed_at: datetime | None
    sealed: bytes
    version: int


@dataclass(frozen=True, slots=True)
class SaidRow:
    """That somebody's view was recorded, or the attempts at it; what was said is the noun ``perspective``'s."""

    dossier_id: DossierId
    whose: str
    obtained: bool


@dataclass(frozen=True, slots=True)
class AgreementRow:
    """Something agreed, with the participant who follows it up.

    ``sealed`` holds ``AgreementDetails``; ``said_sealed`` holds ``AgreementSaid`` where who did it said something of it.
    """

    id: UUID
    dossier_id: DossierId
    meeting_id: UUID
    responsible_id: UUID
    due_on: date | None
    close_to_child: bool
    status: str
    made_at: datetime
    settled_at: datetime | None
    settled_by: PersonId | None
    said_sealed: bytes | None
    sealed: bytes
    version: int


@dataclass(frozen=True, slots=True)
class FormKeyRow:
    """The key of a form of the model."""

    form_key: str


@dataclass(frozen=True, slots=True)
class StandingRow:
    """Whether a consent stands now, and until when."""

    stands: bool
    until: datetime | None


class Particulars(msgspec.Struct, frozen=True):
    """What the convener said beside the circle. Kept, so that a move is judged by the same and holding by what is ready.

    Keys are of the meeting's own type and of the model's roles; days are local ones.
    """

    grounds: tuple[str, ...] = ()
    purposes: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    prepared: tuple[str, ...] = ()
    agreed_preparation: tuple[str, ...] = ()
    agreed_by: tuple[str, ...] = ()
    answered_by: tuple[str, ...] = ()
    division_agreed_on: date | None = None
    visit_agreed_with: tuple[str, ...] = ()
    measure_started_on: date | None = None
    chair_agreed_on: date | None = None


NO_PARTICULARS = Particulars()


class MeetingDetails(msgspec.Struct, frozen=True):
    """Where, what the convener said, and the reasons that were given on the way."""

    place: str
    purpose: str = ""
    reason: str = ""
    cancel_reason: str = ""
    conclusion_reason: str = ""
    particulars: Particulars = NO_PARTICULARS


class ParticipantDetails(msgspec.Struct, frozen=True):
    """Name as invited; the participant's own note and proposed time; why somebody was left out or taken out.

    ``heard_how``: in which other way than here someone of the family was asked about agenda and circle.
    """

    name: str
    note: str = ""
    proposed_time: datetime | None = None
    left_out_reason: str = ""
    heard_how: str = ""


class AgendaDetails(msgspec.Struct, frozen=True):
    """The words of a point; one of the model's own also has its ``key``, and is told in the reader's language."""

    text: str
    key: str = ""


class FormDetails(msgspec.Struct, frozen=True):
    """Answers by field key, as text in the form of the field's kind."""

    values: dict[str, str] = {}


class AgreementDetails(msgspec.Struct, frozen=True):
    """What is to be done."""

    what: str


class AgreementSaid(msgspec.Struct, frozen=True):
    """What somebody said who did it (``SealLabel.AGREEMENT_SAID``)."""

    note: str


FIND_MEETING = _SQL.rows("find_meeting", MeetingRow)
MEETINGS_OF_DOSSIER = _SQL.rows("meetings_of_dossier", MeetingRow)
MEETINGS_OF_ACTOR = _SQL.rows("meetings_of_actor", MeetingRow)
FOLLOWING_MEETING = _SQL.rows("following_meeting", MeetingRow)
INSERT_MEETING = _SQL.command("insert_meeting")
SET_STATUS = _SQL.command("set_status")
MOVE_MEETING = _SQL.command("move_meeting")
CANCEL_MEETING = _SQL.command("cancel_meeting")
CONCLUDE_MEETING = _SQL.command("conclude_meeting")
PARTICIPANTS_OF_MEETING = _SQL.rows("participants_of_meeting", ParticipantRow)
INSERT_PARTICIPANT = _SQL.command("insert_participant")
ANSWER_INVITATION = _SQL.command("answer_invitation")
ASK_AGAIN = _SQL.command("ask_again")
MARK_HEARD = _SQL.command("mark_heard")
WITHDRAW = _SQL.command("withdraw")
INVITE_AGAIN = _SQL.command("invite_again")
RECORD_ATTENDANCE = _SQL.command("record_attendance")
AGENDA_OF_MEETING = _SQL.rows("agenda_of_meeting", AgendaItemRow)
INSERT_AGENDA_ITEM = _SQL.command("insert_agenda_item")
DELETE_AGENDA_ITEM = _SQL.command("delete_agenda_item")
FORM_OF_MEETING = _SQL.rows("form_of_meeting", FormRow)
INSERT_FORM = _SQL.command("insert_form")
COMPLETED_FORMS = _SQL.rows("completed_forms", FormKeyRow)
SET_DETAILS = _SQL.command("set_details")
KEEP_DETAILS = _SQL.command("keep_details")
SET_CHAIR = _SQL.command("set_chair")
FILL_FORM = _SQL.command("fill_form")
GATHERING = _SQL.rows("gathering", MeetingRow)
SET_GATHERING = _SQL.command("set_gathering")
SAID_OF_MEETING = _SQL.rows("said_of_meeting", SaidRow)
AGREEMENTS_OF_MEETING = _SQL.rows("agreements_of_meeting", AgreementRow)
AGREEMENTS_OF_DOSSIER = _SQL.rows("agreements_of_dossier", AgreementRow)
FIND_AGREEMENT = _SQL.rows("find_agreement", AgreementRow)
INSERT_AGREEMENT = _SQL.command("insert_agreement")
CLOSE_AGREEMENT = _SQL.command("close_agreement")
SAY_DONE = _SQL.command("say_done")
SAY_NOT_DONE = _SQL.command("say_not_done")
DELETE_AGREEMENT = _SQL.command("delete_agreement")
CONSENT_STANDING = _SQL.rows("consent_standing", StandingRow)


async def meeting(tx: ReadTx, meeting_id: UUID) -> MeetingRow:
    """A meeting; NOT_FOUND for an absent or foreign one alike."""
    found = await tx.one(FIND_MEETING, id=meeting_id)
    if found is None:
        raise not_found()
    return found


async def meetings_of(tx: ReadTx, dossier: DossierId) -> list[MeetingRow]:
    """A casework's meetings, oldest first."""
    return await tx.many(MEETINGS_OF_DOSSIER, dossier_id=dossier)


async def meetings_page(
    tx: ReadTx,
    *,
    from_at: datetime | None,
    until_at: datetime | None,
    after: tuple[datetime, UUID] | None,
    limit: int,
) -> list[MeetingRow]:
    """A page of the actor's own meetings by time: a family's are all of its children's."""
    return await tx.many(
        MEETINGS_OF_ACTOR,
        everything=tx.actor.is_family,
        person_id=tx.actor.known_person,
        from_at=from_at,
        until_at=until_at,
        after_at=after[0] if after else None,
        after_id=after[1] if after else None,
        limit=limit,
    )


async def following(tx: ReadTx, row: MeetingRow) -> MeetingRow | None:
    """The meeting that follows this one up, if it is called."""
    return await tx.one(FOLLOWING_MEETING, dossier_id=row.dossier_id, id=row.id)


async def participants(tx: ReadTx, meeting_id: UUID) -> list[ParticipantRow]:
    """Everyone of a meeting's circle, the child and family first."""
    return await tx.many(PARTICIPANTS_OF_MEETING, meeting_id=meeting_id)


async def agenda(tx: ReadTx, meeting_id: UUID) -> list[AgendaItemRow]:
    """A meeting's agenda in its order."""
    return await tx.many(AGENDA_OF_MEETING, meeting_id=meeting_id)


async def form(tx: ReadTx, meeting_id: UUID) -> FormRow | None:
    """A meeting's form, if its type has one."""
    return await tx.one(FORM_OF_MEETING, meeting_id=meeting_id)


async def completed_forms(tx: ReadTx, dossier: DossierId) -> frozenset[str]:
    """The keys of the forms that have been completed in a casework."""
    return frozenset(row.form_key for row in await tx.many(COMPLETED_FORMS, dossier_id=dossier))


async def said(tx: ReadTx, meeting_id: UUID) -> list[SaidRow]:
    """Whose view has been recorded for a meeting and stands."""
    return await tx.many(SAID_OF_MEETING, meeting_id=meeting_id)


async def agreements(tx: ReadTx, meeting_id: UUID) -> list[AgreementRow]:
    """What was agreed at a meeting."""
    return await tx.many(AGREEMENTS_OF_MEETING, meeting_id=meeting_id)


async def agreements_of(tx: ReadTx, dossier: DossierId) -> list[AgreementRow]:
    """Everything agreed in a casework, what is open first."""
    return await tx.many(AGREEMENTS_OF_DOSSIER, dossier_id=dossier)


async def agreement(tx: ReadTx, agreement_id: UUID) -> AgreementRow:
    """An agreement; NOT_FOUND for an absent or foreign one alike."""
    found = await tx.one(FIND_AGREEMENT, id=agreement_id)
    if found is None:
        raise not_found()
    return found


async def stands(tx: ReadTx, dossier: DossierId, purpose: str) -> bool:
    """Whether everyone asked for this consent has given it and it has not lapsed."""
    row = await tx.one(CONSENT_STANDING, dossier_id=dossier, purpose=purpose)
    return bool(row and row.stands)


async def meeting_details(tx: ReadTx, row: MeetingRow) -> MeetingDetails:
    """Open a meeting's place and reasons; of one that the actor is only asked to come to, the place alone."""
    told = await tx.open_sealed(SealLabel.MEETING, row.dossier_id, row.id, row.sealed, MeetingDetails)
    return MeetingDetails(told.place) if row.veiled else told


async def participant_details(tx: ReadTx, row: ParticipantRow) -> ParticipantDetails:
    """Open a participant's name and note."""
    return await tx.open_sealed(SealLabel.PARTICIPANT, row.dossier_id, row.id, row.sealed, ParticipantDetails)


async def form_details(tx: ReadTx, row: FormRow) -> FormDetails:
    """Open a form's answers."""
    return await tx.open_sealed(SealLabel.FORM, row.dossier_id, row.id, row.sealed, FormDetails)
