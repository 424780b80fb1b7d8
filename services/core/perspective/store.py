"""Rows of what was said, its drawings, and what is sealed in them."""

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
class PerspectiveRow:
    """What somebody said, or the attempts at it; ``sealed`` holds ``PerspectiveDetails``.

    ``speaker_id``: whose it is, where that is known; ``line_id``: its first version.
    """

    id: UUID
    dossier_id: DossierId
    meeting_id: UUID
    whose: str
    speaker_id: PersonId | None
    obtained: bool
    way: str | None
    form_key: str | None
    model_version_id: UUID | None
    for_parents: bool
    for_guests: bool
    line_id: UUID
    superseded_at: datetime | None
    taken_back_at: datetime | None
    recorded_by: PersonId
    recorded_at: datetime
    sealed: bytes

    @property
    def stands(self) -> bool:
        """Whether it is the newest of its line and was not taken back."""
        return self.superseded_at is None and self.taken_back_at is None


@dataclass(frozen=True, slots=True)
class AnsweredRow:
    """What was answered in a form at a meeting of a case; ``starts_at`` is the meeting's."""

    id: UUID
    dossier_id: DossierId
    meeting_id: UUID
    whose: str
    speaker_id: PersonId | None
    form_key: str
    model_version_id: UUID
    starts_at: datetime
    sealed: bytes


@dataclass(frozen=True, slots=True)
class DrawingRow:
    """That there is a drawing; sizes in pixels and bytes."""

    id: UUID
    dossier_id: DossierId
    meeting_id: UUID
    width: int
    height: int
    size: int
    uploaded_at: datetime


@dataclass(frozen=True, slots=True)
class WholeDrawingRow(DrawingRow):
    """A drawing; ``sealed`` holds ``DrawingDetails``."""

    sealed: bytes


class PerspectiveDetails(msgspec.Struct, frozen=True):
    """Free words and answers by question, how it was obtained, and the attempts when it was not.

    ``adult``, ``adult_role``, ``told_on``: to whom it was told, and on which local day; ``own_words``: it is written down as
    it was said.
    """

    how: str = ""
    text: str = ""
    attempts: str = ""
    answers: dict[str, str] = {}
    adult: str = ""
    adult_role: str = ""
    told_on: date | None = None
    own_words: bool = False


class DrawingDetails(msgspec.Struct, frozen=True):
    """The drawing as JPEG."""

    content: bytes


PERSPECTIVES_OF_MEETING = _SQL.rows("perspectives_of_meeting", PerspectiveRow)
FIND_PERSPECTIVE = _SQL.rows("find_perspective", PerspectiveRow)
ANSWERED_IN_DOSSIER = _SQL.rows("answered_in_dossier", AnsweredRow)
INSERT_PERSPECTIVE = _SQL.command("insert_perspective")
TAKE_BACK = _SQL.command("take_back")
DRAWINGS_OF_MEETING = _SQL.rows("drawings_of_meeting", DrawingRow)
FIND_DRAWING = _SQL.rows("find_drawing", WholeDrawingRow)
INSERT_DRAWING = _SQL.command("insert_drawing")


async def perspectives(tx: ReadTx, meeting_id: UUID) -> list[PerspectiveRow]:
    """What was said for a meeting, earlier versions and what was taken back included, oldest first."""
    return await tx.many(PERSPECTIVES_OF_MEETING, meeting_id=meeting_id)


async def perspective(tx: ReadTx, perspective_id: UUID) -> PerspectiveRow:
    """What somebody said; NOT_FOUND for an absent or foreign one alike."""
    found = await tx.one(FIND_PERSPECTIVE, id=perspective_id)
    if found is None:
        raise not_found()
    return found


async def details(tx: ReadTx, row: PerspectiveRow | AnsweredRow) -> PerspectiveDetails:
    """What was said."""
    return await tx.open_sealed(SealLabel.PERSPECTIVE, row.dossier_id, row.id, row.sealed, PerspectiveDetails)


async def drawings(tx: ReadTx, meeting_id: UUID) -> dict[UUID, DrawingRow]:
    """Which of what was said for a meeting has a drawing."""
    return {row.id: row for row in await tx.many(DRAWINGS_OF_MEETING, meeting_id=meeting_id)}


async def drawing(tx: ReadTx, perspective_id: UUID) -> tuple[WholeDrawingRow, bytes]:
    """The drawing of what somebody said, as JPEG; NOT_FOUND for an absent or foreign one alike."""
    row = await tx.one(FIND_DRAWING, id=perspective_id)
    if row is None:
        raise not_found()
    opened = await tx.open_sealed(
        SealLabel.PERSPECTIVE_DRAWING, row.dossier_id, row.id, row.sealed, DrawingDetails
    )
    return row, opened.content
