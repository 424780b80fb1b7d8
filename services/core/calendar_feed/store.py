"""Rows of private calendars, and of what they show."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, Final
from uuid import UUID

from services.core.db.queries import Queries
from services.core.identity import DossierId

_SQL = Queries(__file__)


@dataclass(frozen=True, slots=True)
class FeedRow:
    """A private calendar of the actor's, made then (UTC, business time)."""

    made_at: datetime | None


@dataclass(frozen=True, slots=True)
class WhoseRow:
    """The municipality's name."""

    name: str


@dataclass(frozen=True, slots=True)
class TimesRow:
    """When a meeting is (UTC), how often it was moved or cancelled, where it stands, whether its time is being found."""

    IS_ABOUT: ClassVar[bool] = True
    id: UUID
    dossier_id: DossierId
    starts_at: datetime
    ends_at: datetime
    sequence: int
    status: str
    preliminary: bool


OWN: Final = _SQL.rows("own_feed", FeedRow)
MAKE: Final = _SQL.rows("make_feed", FeedRow)
END: Final = _SQL.command("end_feed")
WHOSE: Final = _SQL.rows("whose", WhoseRow)
MEETINGS: Final = _SQL.rows("own_meetings", TimesRow)
CONSULTATIONS: Final = _SQL.rows("own_consultations", TimesRow)
MEETING: Final = _SQL.rows("one_meeting", TimesRow)
CONSULTATION: Final = _SQL.rows("one_consultation", TimesRow)
