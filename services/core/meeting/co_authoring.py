"""The family helps make a meeting: they are heard on its agenda, and wish for who should come or stay away.

Hearing the family is a voice, never a veto: the convener decides, and answers each wish (SL-06).
"""

from dataclasses import dataclass
from uuid import UUID

import msgspec

from services.core.casework import store as caseworks
from services.core.casework.service import Case, load_case_of
from services.core.db.tx import ReadTx, WriteTx, new_id
from services.core.deadline.service import meet_deadlines
from services.core.errors import ErrorCode, UserError, conflict, invalid
from services.core.keys.seal import SealLabel
from services.core.meeting import store, suggestions
from services.core.meeting.answering import own_participation
from services.core.meeting.calling import TEXT_LIMIT, type_of
from services.core.meeting.events import CircleSuggested, SuggestionSettled
from services.core.meeting.inviting import withdraw
from services.core.meeting.leading import COMING, coming_meeting, led_meeting
from services.core.meeting.store import MeetingRow, ParticipantRow
from services.core.meeting.suggestions import SuggestionDetails, SuggestionRow

ASK_FAMILY = "ask_family"
"""The task of a deadline by which the family has been asked."""
_FAMILY = ("child", "parent")


@dataclass(frozen=True, slots=True)
class SuggestParticipant:
    """Who should come, in the family's own words; or, with ``stay_away``, which participant should not."""

    meeting: UUID
    who: str = ""
    why: str = ""
    stay_away: UUID | None = None


async def suggest_participant(tx: WriteTx, command: SuggestParticipant) -> SuggestionRow:
    """Wish for somebody to come or to stay away, where the model gives the family a say in the circle.

    Raises RULE_BLOCKED where it does not, INVALID_INPUT where nobody is named.
    """
    row = await _open_to_family(tx, command.meeting)
    await own_participation(tx, row)
    case = await load_case_of(tx, row.dossier_id, under=row.model_version_id)
    if not type_of(case, row.type).family.co_author_circle:
        raise UserError(ErrorCode.RULE_BLOCKED, "meeting.no_say_in_circle")
    if command.stay_away is None and not command.who.strip():
        raise invalid("meeting.text_missing", "input", "who")
    for name, text in (("who", command.who), ("why", command.why)):
        if len(text) > TEXT_LIMIT:
            raise invalid("meeting.text_too_long", "input", name, limit=TEXT_LIMIT)
    if command.stay_away is not None:
        circle = {one.id for one in await store.participants(tx, row.id) if one.status == "invited"}
        if command.stay_away not in circle:
            raise invalid("meeting.unknown_participant", "input", "participantId")
    suggestion = new_id()
    details = SuggestionDetails(command.who.strip(), command.why.strip())
    await tx.run(
        suggestions.INSERT,
        id=suggestion,
        dossier_id=row.dossier_id,
        meeting_id=row.id,
        participant_id=command.stay_away,
        sealed=await tx.seal(SealLabel.CIRCLE_SUGGESTION, row.dossier_id, suggestion, details),
    )
    await _mark_heard(tx, row, await own_participation(tx, row))
    tx.emit(CircleSuggested(row.dossier_id, row.id, row.sequence, suggestion))
    return await suggestions.suggestion(tx, suggestion)


async def settle_suggestion(
    tx: WriteTx, suggestion_id: UUID, answer: str, expected_version: int, *, followed: bool
) -> SuggestionRow:
    """Answer a wish: followed or not, with words for the one who made it.

    Followed, one who should stay away is taken out of the circle; who should come is invited by `inviteParticipant`.
    """
    row = await suggestions.suggestion(tx, suggestion_id)
    meeting = await led_meeting(tx, row.meeting_id)
    if row.version != expected_version:
        raise conflict()
    if row.state != "open":
        raise UserError(ErrorCode.RULE_BLOCKED, "meeting.suggestion_settled")
    if not followed and not answer.strip():
        raise invalid("meeting.reason_missing", "input", "answer")
    if len(answer) > TEXT_LIMIT:
        raise invalid("meeting.text_too_long", "input", "answer", limit=TEXT_LIMIT)
    if followed and row.participant_id is not None and meeting.status in COMING:
        circle = await store.participants(tx, meeting.id)
        unwanted = next(one for one in circle if one.id == row.participant_id)
        if unwanted.status == "invited":
            await withdraw(tx, meeting, unwanted, answer)
    details = await suggestions.details(tx, row)
    await tx.run_versioned(
        suggestions.SETTLE,
        id=row.id,
        state="followed" if followed else "not_followed",
        expected_version=expected_version,
        sealed=await tx.seal(
            SealLabel.CIRCLE_SUGGESTION,
            row.dossier_id,
            row.id,
            msgspec.structs.replace(details, answer=answer.strip()),
        ),
    )
    tx.emit(SuggestionSettled(meeting.dossier_id, meeting.id, meeting.sequence, row.id, row.suggested_by))
    return await suggestions.suggestion(tx, row.id)


async def say_heard(tx: WriteTx, meeting_id: UUID) -> MeetingRow:
    """Somebody of the family says that they have nothing more to add to agenda and circle."""
    row = await _open_to_family(tx, meeting_id)
    await _mark_heard(tx, row, await own_participation(tx, row))
    return row


async def record_heard(
    tx: WriteTx, meeting_id: UUID, participant_id: UUID, how: str, expected_version: int
) -> MeetingRow:
    """The convener notes that somebody of the family was asked in another way than here, and how."""
    row = await coming_meeting(tx, meeting_id, expected_version)
    if not how.strip():
        raise invalid("meeting.text_missing", "input", "how")
    if len(how) > TEXT_LIMIT:
        raise invalid("meeting.text_too_long", "input", "how", limit=TEXT_LIMIT)
    circle = await store.participants(tx, row.id)
    asked = next((one for one in circle if one.id == participant_id and one.kind in _FAMILY), None)
    if asked is None:
        raise invalid("meeting.unknown_participant", "input", "participantId")
    await _mark_heard(tx, row, asked, how)
    return row


async def not_heard(tx: ReadTx, case: Case, row: MeetingRow) -> list[ParticipantRow]:
    """Who of the invited family has not been heard yet, where the model wants them heard before the agenda is final.

    A child who has no access of its own is heard by its parents and at the meeting.
    """
    if not type_of(case, row.type).family.heard_before_agenda:
        return []
    casework = await caseworks.casework(tx, row.dossier_id)
    own = casework.self_access_from is not None and casework.self_access_from <= tx.now
    return [
        one
        for one in await store.participants(tx, row.id)
        if one.status == "invited"
        and one.heard_at is None
        and (one.kind == "parent" or (one.kind == "child" and own))
    ]


async def _open_to_family(tx: WriteTx, meeting_id: UUID) -> MeetingRow:
    row = await store.meeting(tx, meeting_id)
    if not tx.actor.is_family:
        raise UserError(ErrorCode.FORBIDDEN)
    if row.status not in COMING:
        raise UserError(ErrorCode.RULE_BLOCKED, "meeting.over")
    return row


async def _mark_heard(tx: WriteTx, meeting: MeetingRow, one: ParticipantRow, how: str = "") -> None:
    if one.heard_at is None:
        details = await store.participant_details(tx, one)
        await tx.run_versioned(
            store.MARK_HEARD,
            id=one.id,
            expected_version=one.version,
            sealed=await tx.seal(
                SealLabel.PARTICIPANT,
                one.dossier_id,
                one.id,
                msgspec.structs.replace(details, heard_how=how.strip()),
            ),
        )
    case = await load_case_of(tx, meeting.dossier_id, under=meeting.model_version_id)
    if not await not_heard(tx, case, meeting):
        await meet_deadlines(tx, meeting=meeting.id, task=ASK_FAMILY)
