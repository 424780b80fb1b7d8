"""What everyone of the circle may do before the meeting: answer, and add to the agenda."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import msgspec

from services.core.casework import store as caseworks
from services.core.casework.service import require_caseworker
from services.core.db.tx import WriteTx
from services.core.deadline.service import meet_deadlines
from services.core.errors import ErrorCode, UserError, invalid
from services.core.keys.seal import SealLabel
from services.core.meeting import store
from services.core.meeting.calling import TEXT_LIMIT, add_item
from services.core.meeting.events import AgendaItemAdded, InvitationAnswered
from services.core.meeting.leading import COMING, RUNNING
from services.core.meeting.store import (
    AgendaDetails,
    AgendaItemRow,
    MeetingRow,
    ParticipantRow,
)
from services.core.tenancy.service import model_version

ANSWERS = frozenset({"coming", "another_time", "not_coming"})


@dataclass(frozen=True, slots=True)
class AnswerInvitation:
    """Come, another time, or not; with a note for the convener and, for another time, a proposal."""

    meeting: UUID
    answer: str
    note: str = ""
    proposed_time: datetime | None = None


async def answer_invitation(tx: WriteTx, command: AnswerInvitation) -> ParticipantRow:
    """Answer one's own invitation; it can be changed until the meeting. Parents and professionals alike."""
    meeting = await store.meeting(tx, command.meeting)
    if meeting.status not in COMING:
        raise UserError(ErrorCode.RULE_BLOCKED, "meeting.over")
    if command.proposed_time is not None and command.proposed_time <= tx.now:
        raise invalid("meeting.proposed_in_the_past", "input", "proposedTime")
    if len(command.note) > TEXT_LIMIT:
        raise invalid("meeting.text_too_long", "input", "note", limit=TEXT_LIMIT)
    mine = await own_participation(tx, meeting)
    details = await store.participant_details(tx, mine)
    changed = msgspec.structs.replace(details, note=command.note.strip(), proposed_time=command.proposed_time)
    await tx.run_versioned(
        store.ANSWER_INVITATION,
        id=mine.id,
        person_id=tx.actor.known_person,
        answer=command.answer,
        expected_version=mine.version,
        sealed=await tx.seal(SealLabel.PARTICIPANT, mine.dossier_id, mine.id, changed),
    )
    await meet_deadlines(tx, meeting=meeting.id, task="answer", person=tx.actor.known_person)
    tx.emit(
        InvitationAnswered(
            meeting.dossier_id, meeting.id, meeting.sequence, mine.id, tx.actor.known_person, mine.version + 1
        )
    )
    return await own_participation(tx, meeting)


async def own_participation(tx: WriteTx, meeting: MeetingRow) -> ParticipantRow:
    """The actor's own place in the circle; FORBIDDEN when there is none."""
    for row in await store.participants(tx, meeting.id):
        if row.person_id == tx.actor.person and row.status == "invited":
            return row
    raise UserError(ErrorCode.FORBIDDEN, "meeting.not_invited")


async def add_agenda_item(tx: WriteTx, meeting_id: UUID, text: str) -> AgendaItemRow:
    """Add a point to the agenda: the family's carries its origin, so that nobody has to guess whose it is.

    Raises RULE_BLOCKED for one of the family where the model gives it no say in the agenda.
    """
    meeting = await store.meeting(tx, meeting_id)
    if meeting.status not in RUNNING:
        raise UserError(ErrorCode.RULE_BLOCKED, "meeting.over")
    if not text.strip():
        raise invalid("meeting.text_missing", "input", "text")
    if len(text) > TEXT_LIMIT:
        raise invalid("meeting.text_too_long", "input", "text", limit=TEXT_LIMIT)
    if tx.actor.is_family:
        await own_participation(tx, meeting)
        model = (await model_version(tx, meeting.model_version_id)).model
        if not model.meeting(meeting.type).family.co_author_agenda:
            raise UserError(ErrorCode.RULE_BLOCKED, "meeting.no_say_in_agenda")
    else:
        require_caseworker(tx)
    casework = await caseworks.casework(tx, meeting.dossier_id)
    actor = tx.actor.known_person
    origin = "family" if tx.actor.is_family else "professional"
    item = await add_item(tx, casework, meeting.id, AgendaDetails(text.strip()), origin, actor)
    tx.emit(AgendaItemAdded(meeting.dossier_id, meeting.id, meeting.sequence, item, actor))
    return next(row for row in await store.agenda(tx, meeting.id) if row.id == item)
