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


_STANDING: Final = _SQL.rows("standing_of_cases", Standing)


async def standings(tx: ReadTx) -> Mapping[PersonId, Standing]:
    """Every running case of the actor's by its child, at most as many as a list can hold."""
    return {row.child_id: row for row in await tx.many(_STANDING, most=MOST_OPENED + 1)}


def soonest(known: Iterable[Standing]) -> dict[PersonId, tuple[float, float]]:
    """What a list is ordered by: the next deadline, then the next meeting; what has neither comes last."""
    return {one.child_id: (_rank(one.due_at), _rank(one.meets_at)) for one in known}


def _rank(moment: datetime | None) -> float:
    return moment.timestamp() if moment else inf
