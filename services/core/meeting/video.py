"""Where a meeting is joined by video.

Why this is safe: the address lets in whoever knows it. So it is sealed, in a table of its own that only those invited and
those who lead the meeting read (`of_who_comes` in policies.sql), it is no part of any message, calendar or letter, and it is
an `https` address of a host that is shown beside it, without a name or password in it.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Final
from urllib.parse import urlsplit
from uuid import UUID

import msgspec

from services.core.db.queries import Queries
from services.core.db.tx import ReadTx, WriteTx
from services.core.errors import ErrorCode, UserError, invalid
from services.core.identity import DossierId, PersonId
from services.core.keys.seal import SealLabel
from services.core.meeting.leading import COMING, led_meeting
from services.core.meeting.store import MeetingRow
from services.core.tenancy.service import model_version

_SQL = Queries(__file__, "video.sql")
LONGEST: Final = 2000
"""Characters of an address."""


@dataclass(frozen=True, slots=True)
class VideoRow:
    """A meeting's video room; ``sealed`` holds ``VideoDetails``."""

    meeting_id: UUID
    dossier_id: DossierId
    set_by: PersonId
    set_at: datetime
    sealed: bytes


class VideoDetails(msgspec.Struct, frozen=True):
    """The address; empty: it was taken away."""

    url: str = ""


FIND_VIDEO = _SQL.rows("find_video", VideoRow)
SET_VIDEO = _SQL.command("set_video")


async def video_of(tx: ReadTx, row: MeetingRow) -> str | None:
    """The address of a meeting that is still to be held or running, for who is asked to come; None where there is none."""
    if row.status not in (*COMING, "held") or row.veiled:
        return None
    found = await tx.one(FIND_VIDEO, meeting_id=row.id)
    if found is None:
        return None
    opened = await tx.open_sealed(SealLabel.VIDEO_LINK, found.dossier_id, row.id, found.sealed, VideoDetails)
    return opened.url or None


async def set_video(tx: WriteTx, row: MeetingRow, url: str) -> None:
    """Set where a meeting is joined by video; empty takes it away.

    Raises FORBIDDEN for who does not lead it, RULE_BLOCKED where the model holds this type in a room only, or once the
    meeting is over, INVALID_INPUT for what is no https address.
    """
    meeting = await led_meeting(tx, row.id)
    if meeting.status not in COMING:
        raise UserError(ErrorCode.RULE_BLOCKED, "meeting.over")
    address = url.strip()
    if address:
        model = (await model_version(tx, meeting.model_version_id)).model
        if not model.meeting(meeting.type).online:
            raise UserError(ErrorCode.RULE_BLOCKED, "meeting.not_online", field=("input", "videoUrl"))
        host_of(address)
    await tx.run(
        SET_VIDEO,
        meeting_id=meeting.id,
        dossier_id=meeting.dossier_id,
        set_by=tx.actor.known_person,
        sealed=await tx.seal(SealLabel.VIDEO_LINK, meeting.dossier_id, meeting.id, VideoDetails(address)),
    )


def host_of(url: str) -> str:
    """The host of an https address; INVALID_INPUT for anything else, and for one that names somebody or hides its host."""
    if len(url) > LONGEST or not url.isascii() or any(one.isspace() or ord(one) < 32 for one in url):
        raise invalid("meeting.video_unfit", "input", "videoUrl")
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise invalid("meeting.video_unfit", "input", "videoUrl") from None
    named = "." in host and not host.replace(".", "").isdecimal() and ":" not in host
    plain = parts.username is None and parts.password is None and port in (None, 443) and "\\" not in url
    if parts.scheme != "https" or not named or not plain:
        raise invalid("meeting.video_unfit", "input", "videoUrl")
    return host
