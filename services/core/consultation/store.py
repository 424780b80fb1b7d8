"""Rows of a meeting about nobody named, and what is sealed in them."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

import msgspec

from services.core.db.queries import Queries
from services.core.db.tx import ReadTx
from services.core.errors import not_found
from services.core.identity import DossierId, PersonId, UnitId
from services.core.keys.seal import SealLabel

_SQL = Queries(__file__)


@dataclass(frozen=True, slots=True)
class ConsultationRow:
    """One as stored; times in UTC; ``sealed`` holds ``ConsultationDetails``."""

    id: UUID
    dossier_id: DossierId
    unit_id: UnitId
    district: str
    slot_id: UUID | None
    type: str
    subject: str
    model_version_id: UUID
    status: str
    starts_at: datetime
    ends_at: datetime
    sequence: int
    convener_id: PersonId
    chair_id: PersonId | None
    outcome: str | None
    sealed: bytes
    version: int


@dataclass(frozen=True, slots=True)
class ParticipantRow:
    """A professional who comes, or a role left out; ``sealed`` holds ``ParticipantDetails``."""

    id: UUID
    dossier_id: DossierId
    consultation_id: UUID
    person_id: PersonId | None
    role: str
    strength: str
    external: bool
    status: str
    answer: str
    attended: bool | None
    sealed: bytes
    version: int


@dataclass(frozen=True, slots=True)
class OfDossier:
    """A meeting by its dossier."""

    dossier_id: DossierId


@dataclass(frozen=True, slots=True)
class ItemRow:
    """Something spoken of; ``sealed`` holds ``ItemDetails``, ``anonymity`` what the check of it came to."""

    id: UUID
    dossier_id: DossierId
    consultation_id: UUID
    position: int
    origin: str
    subject: str | None
    anonymity: str
    sealed: bytes


@dataclass(frozen=True, slots=True)
class FormRow:
    """Its form; ``sealed`` holds ``FormDetails``."""

    id: UUID
    dossier_id: DossierId
    consultation_id: UUID
    form_key: str
    model_version_id: UUID
    completed: bool
    sealed: bytes
    version: int


@dataclass(frozen=True, slots=True)
class AgreementRow:
    """Something agreed, with the participant who follows it up; ``sealed`` holds ``AgreementDetails``."""

    id: UUID
    dossier_id: DossierId
    consultation_id: UUID
    responsible_id: UUID
    due_on: date | None
    sealed: bytes


@dataclass(frozen=True, slots=True)
class ToJoin:
    """Where a request can be written."""

    id: UUID
    dossier_id: DossierId


@dataclass(frozen=True, slots=True)
class AtSlot:
    """Which one stands at a fixed time."""

    slot_id: UUID
    id: UUID


@dataclass(frozen=True, slots=True)
class Ahead:
    """How many of the actor's own are ahead, and how many were held and wait for their end."""

    ahead: int
    waiting: int


@dataclass(frozen=True, slots=True)
class Invitation:
    """Where the actor is invited, and what they have answered."""

    consultation_id: UUID
    answer: str


@dataclass(frozen=True, slots=True)
class Joined:
    """The empty answer of a function."""

    joined: str | None


class ConsultationDetails(msgspec.Struct, frozen=True):
    """Where, what for, what the professionals have said is so (keys of the model), and the reasons on the way."""

    place: str
    purpose: str = ""
    facts: tuple[str, ...] = ()
    reason: str = ""
    cancel_reason: str = ""
    conclusion_reason: str = ""
    kept: str = ""


class ParticipantDetails(msgspec.Struct, frozen=True):
    """The name as invited; why a role was left out."""

    name: str
    left_out_reason: str = ""


class ItemDetails(msgspec.Struct, frozen=True):
    """The words; ``key`` of one that the model brings; who brings it; why a name in it was kept."""

    text: str
    key: str = ""
    presented_by: UUID | None = None
    kept: str = ""


class FormDetails(msgspec.Struct, frozen=True):
    """Answers by field key, and why a name in them was kept."""

    values: dict[str, str] = {}
    kept: str = ""


class AgreementDetails(msgspec.Struct, frozen=True):
    """What is to be done, and why a name in it was kept."""

    what: str
    kept: str = ""


FIND = _SQL.rows("find_consultation", ConsultationRow)
OF_ACTOR = _SQL.rows("consultations_of_actor", ConsultationRow)
COUNT_AHEAD = _SQL.rows("count_ahead", Ahead)
OF_SLOT = _SQL.rows("consultation_of_slot", ConsultationRow)
SHOWN_AT_SLOTS = _SQL.rows("shown_at_slots", AtSlot)
TO_JOIN = _SQL.rows("consultation_to_join", ToJoin)
MAILED_TO = _SQL.rows("mailed_to", OfDossier)
JOIN = _SQL.rows("join_consultation", Joined)
INSERT = _SQL.command("insert_consultation")
MOVE = _SQL.command("move_consultation")
CANCEL = _SQL.command("cancel_consultation")
HOLD = _SQL.command("hold_consultation")
CONCLUDE = _SQL.command("conclude_consultation")
PARTICIPANTS = _SQL.rows("participants_of_consultation", ParticipantRow)
INSERT_PARTICIPANT = _SQL.command("insert_participant")
INVITE_AGAIN = _SQL.command("invite_again")
WITHDRAW = _SQL.command("withdraw_participant")
ANSWER = _SQL.command("answer_as_invited")
INVITATIONS_AHEAD = _SQL.rows("invitations_ahead", Invitation)
LED_AHEAD = _SQL.rows("led_ahead", ConsultationRow)
RECORD_ATTENDANCE = _SQL.command("record_attendance")
ITEMS = _SQL.rows("items_of_consultation", ItemRow)
INSERT_ITEM = _SQL.command("insert_item")
FORM = _SQL.rows("form_of_consultation", FormRow)
INSERT_FORM = _SQL.command("insert_form")
FILL_FORM = _SQL.command("fill_form")
AGREEMENTS = _SQL.rows("agreements_of_consultation", AgreementRow)
INSERT_AGREEMENT = _SQL.command("insert_agreement")


async def consultation(tx: ReadTx, consultation_id: UUID) -> ConsultationRow:
    """One of them; NOT_FOUND for an absent or foreign one alike."""
    found = await tx.one(FIND, id=consultation_id)
    if found is None:
        raise not_found()
    return found


async def listed(
    tx: ReadTx, limit: int, before: tuple[datetime, UUID] | None = None
) -> list[ConsultationRow]:
    """A page of those the actor sees, the latest first."""
    at, before_id = before or (None, None)
    return await tx.many(OF_ACTOR, before_at=at, before_id=before_id, limit=limit)


async def ahead(tx: ReadTx) -> Ahead:
    """The actor's own in numbers alone: they may stand on a page beside children."""
    return await tx.one(COUNT_AHEAD) or Ahead(0, 0)


async def at_slots(tx: ReadTx, slots: list[UUID]) -> dict[UUID, UUID]:
    """Which of these fixed times hold one that the actor sees."""
    return {row.slot_id: row.id for row in await tx.many(SHOWN_AT_SLOTS, slots=slots)} if slots else {}


async def participants(tx: ReadTx, consultation_id: UUID) -> list[ParticipantRow]:
    """Who comes."""
    return await tx.many(PARTICIPANTS, consultation_id=consultation_id)


async def mailed_to(tx: ReadTx, person: PersonId, dossiers: list[DossierId]) -> set[DossierId]:
    """Which of these a mail brought into somebody's calendar; of those that the actor leads."""
    return {row.dossier_id for row in await tx.many(MAILED_TO, person=person, dossiers=dossiers)}


async def items(tx: ReadTx, consultation_id: UUID) -> list[ItemRow]:
    """What is spoken of, in its order."""
    return await tx.many(ITEMS, consultation_id=consultation_id)


async def form(tx: ReadTx, consultation_id: UUID) -> FormRow | None:
    """Its form, if the type has one."""
    return await tx.one(FORM, consultation_id=consultation_id)


async def agreements(tx: ReadTx, consultation_id: UUID) -> list[AgreementRow]:
    """What was agreed."""
    return await tx.many(AGREEMENTS, consultation_id=consultation_id)


async def details(tx: ReadTx, row: ConsultationRow) -> ConsultationDetails:
    """Open place and reasons."""
    return await tx.open_sealed(
        SealLabel.CONSULTATION, row.dossier_id, row.id, row.sealed, ConsultationDetails
    )


async def participant_details(tx: ReadTx, row: ParticipantRow) -> ParticipantDetails:
    """Open a participant's name."""
    return await tx.open_sealed(
        SealLabel.CONSULTATION_PARTICIPANT, row.dossier_id, row.id, row.sealed, ParticipantDetails
    )


async def item_details(tx: ReadTx, row: ItemRow) -> ItemDetails:
    """Open the words of a point."""
    return await tx.open_sealed(SealLabel.CONSULTATION_ITEM, row.dossier_id, row.id, row.sealed, ItemDetails)


async def form_details(tx: ReadTx, row: FormRow) -> FormDetails:
    """Open a form's answers."""
    return await tx.open_sealed(SealLabel.CONSULTATION_FORM, row.dossier_id, row.id, row.sealed, FormDetails)


async def agreement_details(tx: ReadTx, row: AgreementRow) -> AgreementDetails:
    """Open what was agreed."""
    return await tx.open_sealed(
        SealLabel.CONSULTATION_AGREEMENT, row.dossier_id, row.id, row.sealed, AgreementDetails
    )
