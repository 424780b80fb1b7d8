"""What a letter by Digital Post may say beside that there is news: the meeting it is about, as the recipient's page has it.

Digital Post alone may say more (ADR 0013, 0026): its reader has logged in with MitID. It says what the meeting is called,
when, where and who calls; never who else takes part, what it is for, or what anybody has written. While anybody of the
families that meet has a protected name or address it says neither where nor who calls, since a school's name or a
caseworker's tells where somebody lives (CPR-loven §28).
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

import msgspec

from services.core.db.queries import Queries
from services.core.db.tx import ReadTx
from services.core.errors import UserError
from services.core.identity import DossierId
from services.core.keys.seal import SealError, SealLabel
from services.core.message.kinds import MessageKind
from services.core.message.store import SendFactsRow
from services.core.tenancy.service import model_version

_SQL = Queries(__file__, "letter.sql")

COMING: Final = frozenset(
    {
        MessageKind.INVITATION,
        MessageKind.MEETING_MOVED,
        MessageKind.TIME_FIXED,
        MessageKind.AGENDA_SENT,
        MessageKind.AGENDA_ADDED,
        MessageKind.MEETING_REMINDER,
    }
)
"""Kinds that tell of a meeting that the recipient is asked to: they carry the appointment, where and by whom."""

NAMED: Final = COMING | {MessageKind.MEETING_CANCELLED, MessageKind.MEETING_CONCLUDED}
"""Kinds that say which meeting. Whatever else is about a meeting stays as neutral as a mail."""


@dataclass(frozen=True, slots=True)
class MeetingLetter:
    """A meeting as a letter may tell of it; times in UTC. Of what must not be told, '' stands."""

    id: UUID
    name: str
    starts_at: datetime
    ends_at: datetime
    place: str
    convener: str
    coming: bool


class _Place(msgspec.Struct, frozen=True):
    """The one field of a meeting's sealed details that a letter opens them for."""

    place: str = ""


@dataclass(frozen=True, slots=True)
class _MeetingRow:
    id: UUID
    dossier_id: DossierId
    type: str
    model_version_id: UUID
    sealed: bytes
    convener: str | None
    protected: bool


_ABOUT = _SQL.rows("letter_about_meeting", _MeetingRow)


async def meeting_letter(tx: ReadTx, facts: SendFactsRow) -> MeetingLetter | None:
    """What a letter about ``facts`` may say of its meeting in the recipient's language; None: no more than a mail."""
    kind = MessageKind(facts.kind)
    if kind not in NAMED or facts.recipient_kind == "staff" or facts.meeting_id is None:
        return None
    row = await tx.one(_ABOUT, meeting=facts.meeting_id)
    if row is None or facts.starts_at is None or facts.ends_at is None:
        return None
    try:
        model = (await model_version(tx, row.model_version_id)).model
    except UserError:
        # Newer code has written it: what must be told is told as neutrally as by mail rather than not at all.
        return None
    told = kind in COMING and not row.protected
    return MeetingLetter(
        id=row.id,
        name=model.meeting(row.type).name.in_language(facts.language),
        starts_at=facts.starts_at,
        ends_at=facts.ends_at,
        place=await _place(tx, row) if told else "",
        convener=row.convener or "" if told else "",
        coming=kind in COMING,
    )


async def _place(tx: ReadTx, row: _MeetingRow) -> str:
    try:
        opened = await tx.open_sealed(SealLabel.MEETING, row.dossier_id, row.id, row.sealed, _Place)
    except SealError:
        return ""
    return opened.place
