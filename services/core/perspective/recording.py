"""Somebody's view is recorded, corrected, or taken back before the meeting."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final
from uuid import UUID

from services.core.calendar.instants import local_day
from services.core.casework import store as caseworks
from services.core.db.tx import WriteTx, new_id
from services.core.errors import ErrorCode, UserError, conflict, invalid
from services.core.identity import PersonId
from services.core.keys.seal import SealLabel
from services.core.meeting import store as meetings
from services.core.meeting.answering import own_participation
from services.core.meeting.calling import TEXT_LIMIT
from services.core.meeting.leading import COMING, RUNNING, leads, led_meeting
from services.core.meeting.store import MeetingRow
from services.core.perspective import store
from services.core.perspective.asking import form_for
from services.core.perspective.drawing import Drawing, redrawn
from services.core.perspective.rules import WAYS, checked
from services.core.perspective.store import DrawingDetails, PerspectiveDetails, PerspectiveRow
from services.core.tenancy.perspectives import QuestionKind, Voice

NAME_LIMIT: Final = 200
"""Characters of a name or a role."""


@dataclass(frozen=True, slots=True)
class RecordPerspective:
    """Whose view, how it came and in whose words; or the attempts and why they failed (RI-27).

    ``for_parents``: the parents may read what the child said. Not by default: what a child says is often said because
    they don't (Barnets lov §5). ``for_guests``: those who see no more than this meeting may read it. ``answers`` are to
    the questions of the form that fits; ``adult``, ``adult_role`` and ``told_on`` (a local day) say to whom it was told.
    ``corrects``: the version that this one takes the place of; it keeps that one's drawing unless another comes or
    ``keep_drawing`` is off.
    """

    meeting: UUID
    whose: str
    obtained: bool
    how: str = ""
    text: str = ""
    attempts: str = ""
    for_parents: bool = False
    for_guests: bool = False
    answers: Mapping[str, str] = field(default_factory=dict)
    way: str | None = None
    adult: str = ""
    adult_role: str = ""
    told_on: date | None = None
    own_words: bool = False
    participant: UUID | None = None
    drawing: bytes | None = None
    keep_drawing: bool = True
    corrects: UUID | None = None


async def record_perspective(tx: WriteTx, command: RecordPerspective) -> PerspectiveRow:
    """Record it. A family records its own, and a parent what a child without a login has told; the convener or chair what
    was told or tried; whoever was asked to the meeting their own view.

    Raises RULE_BLOCKED once the meeting is over, FORBIDDEN for another's voice, CONFLICT for a correction of what is no
    longer the newest version.
    """
    meeting = await meetings.meeting(tx, command.meeting)
    if meeting.status not in RUNNING:
        raise UserError(ErrorCode.RULE_BLOCKED, "meeting.over")
    earlier = await _corrected(tx, meeting, command)
    way = await _way(tx, meeting, command, earlier)
    speaker = earlier.speaker_id if earlier else await _speaker(tx, meeting, command)
    _check_texts(tx, command, way)
    drawn = await _drawn(tx, command, earlier)
    perspective = new_id()
    form_key, version, answers = await _answers(tx, meeting, command, drawn=drawn is not None)
    if command.obtained and not (command.text.strip() or answers or drawn):
        raise invalid(
            "perspective.nothing_said" if command.answers or form_key else "meeting.text_missing",
            "input",
            "text",
        )
    details = PerspectiveDetails(
        command.how.strip(),
        command.text.strip(),
        command.attempts.strip(),
        answers,
        command.adult.strip(),
        command.adult_role.strip(),
        (command.told_on or local_day(tx.now)) if way == "told" and command.adult.strip() else None,
        command.own_words,
    )
    await tx.run(
        store.INSERT_PERSPECTIVE,
        id=perspective,
        dossier_id=meeting.dossier_id,
        meeting_id=meeting.id,
        whose=command.whose,
        speaker_id=speaker,
        obtained=command.obtained,
        way=way,
        form_key=form_key,
        model_version_id=version,
        for_parents=command.for_parents,
        for_guests=command.for_guests,
        line_id=earlier.line_id if earlier else perspective,
        recorded_by=tx.actor.known_person,
        sealed=await tx.seal(SealLabel.PERSPECTIVE, meeting.dossier_id, perspective, details),
    )
    if drawn is not None:
        await _keep(tx, meeting, perspective, drawn)
    return await store.perspective(tx, perspective)


async def take_back(tx: WriteTx, perspective_id: UUID) -> PerspectiveRow:
    """Take it back before the meeting, with all its versions: nobody else can read it from then on.

    Raises FORBIDDEN for another's, RULE_BLOCKED once the meeting is held, CONFLICT for what is not the newest version.
    """
    row = await store.perspective(tx, perspective_id)
    if tx.actor.known_person not in (row.speaker_id, row.recorded_by):
        raise UserError(ErrorCode.FORBIDDEN, "perspective.not_yours")
    if not row.stands:
        raise conflict()
    meeting = await meetings.meeting(tx, row.meeting_id)
    if meeting.status not in COMING:
        raise UserError(ErrorCode.RULE_BLOCKED, "perspective.meeting_begun")
    if not await tx.run(store.TAKE_BACK, line_id=row.line_id, meeting_id=row.meeting_id):
        raise conflict()
    return await store.perspective(tx, row.id)


async def _corrected(tx: WriteTx, meeting: MeetingRow, command: RecordPerspective) -> PerspectiveRow | None:
    """The version that is corrected."""
    if command.corrects is None:
        return None
    row = await store.perspective(tx, command.corrects)
    if tx.actor.known_person not in (row.speaker_id, row.recorded_by):
        raise UserError(ErrorCode.FORBIDDEN, "perspective.not_yours")
    if not row.stands or row.meeting_id != meeting.id or row.whose != command.whose:
        raise UserError(ErrorCode.CONFLICT, "perspective.not_the_newest")
    return row


async def _way(
    tx: WriteTx, meeting: MeetingRow, command: RecordPerspective, earlier: PerspectiveRow | None
) -> str | None:
    """How it came; refuses who may not speak with this voice."""
    if command.way is not None and command.way not in WAYS:
        raise invalid("perspective.adult_missing", "input", "way")
    if not tx.actor.is_family:
        if command.whose == Voice.PROFESSIONAL:
            if not await leads(tx, meeting):
                await own_participation(tx, meeting)
            if not command.obtained:
                raise UserError(ErrorCode.FORBIDDEN)
            return "written"
        if earlier is None:
            await led_meeting(tx, meeting.id)
        return command.way
    mine = await own_participation(tx, meeting)
    if not command.obtained:
        raise UserError(ErrorCode.FORBIDDEN)
    # A parent acts as a parent and a child as the child, never one as the other.
    if command.whose == mine.kind:
        return "written"
    if command.whose != Voice.CHILD:
        raise UserError(ErrorCode.FORBIDDEN)
    if command.way != "told":
        raise UserError(ErrorCode.FORBIDDEN, "perspective.not_this_voice")
    casework = await caseworks.casework(tx, meeting.dossier_id)
    if casework.self_access_from is not None and casework.self_access_from <= tx.now:
        raise UserError(ErrorCode.RULE_BLOCKED, "perspective.speaks_for_itself")
    return "told"


async def _speaker(tx: WriteTx, meeting: MeetingRow, command: RecordPerspective) -> PersonId | None:
    if command.whose == Voice.CHILD:
        return (await caseworks.casework(tx, meeting.dossier_id)).child_id
    if tx.actor.is_family or command.whose == Voice.PROFESSIONAL:
        return tx.actor.known_person
    if command.participant is None:
        return None
    for one in await meetings.participants(tx, meeting.id):
        if one.id == command.participant and one.kind == "parent":
            return one.person_id
    raise invalid("meeting.unknown_participant", "input", "participantId")


def _check_texts(tx: WriteTx, command: RecordPerspective, way: str | None) -> None:
    if not command.obtained and not command.attempts.strip():
        raise invalid("meeting.attempts_missing", "input", "attempts")
    if command.for_parents and command.whose != Voice.CHILD:
        raise invalid("meeting.for_parents_is_a_childs", "input", "forParents")
    for name, text in (("text", command.text), ("how", command.how), ("attempts", command.attempts)):
        if len(text) > TEXT_LIMIT:
            raise invalid("meeting.text_too_long", "input", name, limit=TEXT_LIMIT)
    for name, text in (("toldTo", command.adult), ("toldToRole", command.adult_role)):
        if len(text) > NAME_LIMIT:
            raise invalid("perspective.too_long", "input", name, limit=NAME_LIMIT)
    if way == "told" and not command.adult.strip():
        raise invalid("perspective.adult_missing", "input", "toldTo")
    if command.told_on is not None and command.told_on > local_day(tx.now):
        raise invalid("perspective.told_to_come", "input", "toldOn")


async def _answers(
    tx: WriteTx, meeting: MeetingRow, command: RecordPerspective, *, drawn: bool
) -> tuple[str | None, UUID | None, dict[str, str]]:
    """The form that fits, with its version and the checked answers; no form for free words alone."""
    if not command.obtained or not (command.answers or drawn):
        return None, None, {}
    form = await form_for(tx, meeting, Voice(command.whose))
    if drawn and all(one.kind is not QuestionKind.DRAWING for one in form.questions):
        raise invalid("perspective.drawing_not_asked", "input", "drawing")
    answers = checked(form, command.answers, drawn=drawn, language=tx.actor.language)
    return form.key, meeting.model_version_id, answers


async def _drawn(tx: WriteTx, command: RecordPerspective, earlier: PerspectiveRow | None) -> Drawing | None:
    if command.drawing:
        # Decoding takes a processor for a while; other requests go on meanwhile.
        return await asyncio.to_thread(redrawn, command.drawing)
    if (
        earlier is None
        or not command.keep_drawing
        or earlier.id not in await store.drawings(tx, earlier.meeting_id)
    ):
        return None
    row, content = await store.drawing(tx, earlier.id)
    return Drawing(content, row.width, row.height)


async def _keep(tx: WriteTx, meeting: MeetingRow, perspective: UUID, drawn: Drawing) -> None:
    await tx.run(
        store.INSERT_DRAWING,
        id=perspective,
        dossier_id=meeting.dossier_id,
        meeting_id=meeting.id,
        width=drawn.width,
        height=drawn.height,
        size=len(drawn.content),
        sealed=await tx.seal(
            SealLabel.PERSPECTIVE_DRAWING, meeting.dossier_id, perspective, DrawingDetails(drawn.content)
        ),
    )
