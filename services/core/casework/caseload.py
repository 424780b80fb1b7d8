"""Where each of the actor's running cases stands, in one reading: for a list of children that is worked from.

Nothing sealed is opened here, and nobody counts as seen: the list shows a page of them, and those do.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from math import inf
from typing import Final
from uuid import UUID

from services.core.db.queries import Queries
from services.core.db.tx import ReadTx
from services.core.identity import DossierId, PersonId
from services.core.person.reading import MOST_OPENED

_SQL = Queries(__file__, "caseload.sql")


@dataclass(frozen=True, slots=True)
class Standing:
    """A running case. ``tracks`` and ``levels`` go together: the highest level of the open problems of each track.

    ``due_type`` is the meeting type whose deadline it is; None for one of the case itself. Moments are UTC.
    """

    child_id: PersonId
    case_id: DossierId
    model_version_id: UUID
    tracks: list[str] | None
    levels: list[int | None] | None
    meeting_id: UUID | None
    meeting_type: str | None
    meets_at: datetime | None
    due_key: str | None
    due_role: str | None
    due_type: str | None
    due_at: datetime | None
    asked: int

    def level_in(self, track: str | None) -> int | None:
        """The highest level in a track, or in any."""
        known = zip(self.tracks or (), self.levels or (), strict=True)
        return max(
            (level for key, level in known if level is not None and track in (None, key)), default=None
        )


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a list is narrowed to; ``due``: with a deadline ahead or past."""

    track: str | None = None
    level: int | None = None
    due: bool = False

    @property
    def anything(self) -> bool:
        """Whether the list is narrowed at all."""
        return self.track is not None or self.level is not None or self.due

    def fits(self, one: Standing) -> bool:
        """Whether a case belongs to the list."""
        in_track = self.track is None or self.track in (one.tracks or ())
        on_level = self.level is None or one.level_in(self.track) == self.level
        return in_track and on_level and (not self.due or one.due_at is not None)


@dataclass(frozen=True, slots=True)
class _Case:
    child_id: PersonId
    case_id: DossierId
    model_version_id: UUID


@dataclass(frozen=True, slots=True)
class _Level:
    case_id: DossierId
    track: str
    level: int | None


@dataclass(frozen=True, slots=True)
class _Meets:
    case_id: DossierId
    meeting: UUID
    type: str
    starts_at: datetime


@dataclass(frozen=True, slots=True)
class _Due:
    case_id: DossierId
    key: str
    role: str | None
    meeting: UUID | None
    type: str | None
    due_at: datetime


@dataclass(frozen=True, slots=True)
class _Type:
    meeting: UUID
    type: str


@dataclass(frozen=True, slots=True)
class _Asked:
    case_id: DossierId
    asked: int


_CASES: Final = _SQL.rows("running_cases", _Case)
_LEVELS: Final = _SQL.rows("levels_of_cases", _Level)
_MEETINGS: Final = _SQL.rows("next_meetings_of_cases", _Meets)
_DEADLINES: Final = _SQL.rows("next_deadlines_of_cases", _Due)
_TYPES: Final = _SQL.rows("types_of_meetings", _Type)
_QUESTIONS: Final = _SQL.rows("questions_of_cases", _Asked)


async def standings(tx: ReadTx) -> Mapping[PersonId, Standing]:
    """Every running case of the actor's by its child, at most as many as a list can hold.

    Each table is read once and put together here: joined case by case, the wall's list of what is seen is sorted anew
    for every case, and the database, which can't tell how long that list is, plans no other way (bench/README.md).
    """
    cases = await tx.many(_CASES, most=MOST_OPENED + 1)
    if not cases:
        return {}
    levels: dict[DossierId, list[_Level]] = {}
    for level in await tx.many(_LEVELS):
        levels.setdefault(level.case_id, []).append(level)
    meets = {row.case_id: row for row in await tx.many(_MEETINGS)}
    due = {row.case_id: row for row in await tx.many(_DEADLINES)}
    of_meetings = [row.meeting for row in due.values() if row.meeting is not None]
    types = {row.meeting: row.type for row in await tx.many(_TYPES, ids=of_meetings)}
    asked = {row.case_id: row.asked for row in await tx.many(_QUESTIONS)}
    found = {}
    for case in cases:
        on, next_one, pressing = levels.get(case.case_id), meets.get(case.case_id), due.get(case.case_id)
        found[case.child_id] = Standing(
            child_id=case.child_id,
            case_id=case.case_id,
            model_version_id=case.model_version_id,
            tracks=[one.track for one in on] if on else None,
            levels=[one.level for one in on] if on else None,
            meeting_id=next_one.meeting if next_one else None,
            meeting_type=next_one.type if next_one else None,
            meets_at=next_one.starts_at if next_one else None,
            due_key=pressing.key if pressing else None,
            due_role=pressing.role if pressing else None,
            due_type=(types.get(pressing.meeting) if pressing.meeting else None) or pressing.type
            if pressing
            else None,
            due_at=pressing.due_at if pressing else None,
            asked=asked.get(case.case_id, 0),
        )
    return found


def soonest(known: Iterable[Standing]) -> dict[PersonId, tuple[float, float]]:
    """What a list is ordered by: the next deadline, then the next meeting; what has neither comes last."""
    return {one.child_id: (_rank(one.due_at), _rank(one.meets_at)) for one in known}


def _rank(moment: datetime | None) -> float:
    return moment.timestamp() if moment else inf
