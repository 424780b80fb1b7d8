"""The best times for a meeting that is thought of, or that is to be moved: free of what others know to be busy."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final
from uuid import UUID

from services.core.calendar import calendar_of, local_day, local_instant
from services.core.casework.service import Case, require_caseworker, require_sight
from services.core.db.tx import ReadTx
from services.core.errors import invalid
from services.core.identity import PersonId
from services.core.meeting.calling import plan_with, type_of
from services.core.meeting.plan import MeetingPlan
from services.core.meeting.rescheduling import plans_on
from services.core.meeting.store import MeetingRow
from services.core.meeting.supplying import Said, asked
from services.core.scheduling import store
from services.core.scheduling.rules import LONGEST_SEARCH, Slot, moments, slots
from services.core.scheduling.store import TakenRow
from services.core.tenancy.meetings import Anchor
from services.core.tenancy.model import Model
from services.core.tenancy.service import model_version

MOST: Final = 8
"""So many times are offered."""
MOST_PEOPLE: Final = 40


@dataclass(frozen=True, slots=True)
class Search:
    """Where to look: from a local day on, for so many weeks."""

    first: date
    weeks: int

    def days(self) -> tuple[date, date]:
        """The first and the last day. Raises INVALID_INPUT for a search that is too long."""
        if not 1 <= self.weeks <= LONGEST_SEARCH:
            raise invalid("scheduling.search_too_long", "input", "weeks", most=LONGEST_SEARCH)
        return self.first, self.first + timedelta(weeks=self.weeks) - timedelta(days=1)


async def slots_for_meeting(tx: ReadTx, row: MeetingRow, search: Search) -> tuple[Slot[PersonId], ...]:
    """The best times to which a meeting could be moved. Nobody's calendar is told to who does not lead it."""
    minutes = int((row.ends_at - row.starts_at).total_seconds() // 60)
    model = (await model_version(tx, row.model_version_id)).model
    starts = _moments(model, search, minutes, tx.now)
    taken = await tx.many(store.BUSY_OF_MEETING, meeting=row.id, starts=starts, minutes=minutes)
    plans = await plans_on(tx, row, sorted({local_day(at) for at in starts}))
    return _best(starts, minutes, taken, plans)


async def slots_for_call(
    tx: ReadTx,
    case: Case,
    type_key: str,
    people: Sequence[UUID],
    search: Search,
    *,
    problem: UUID | None = None,
    minutes: int | None = None,
) -> tuple[Slot[PersonId], ...]:
    """The best times for a meeting that is thought of, with these professionals and whoever calls it.

    Raises INVALID_INPUT for an unknown type or too many people, NOT_FOUND for a child that the actor does not work with.
    """
    convener = require_caseworker(tx)
    await require_sight(tx, case)
    if len(people) >= MOST_PEOPLE:
        raise invalid("scheduling.too_many_people", "input", "people", most=MOST_PEOPLE)
    supplied = await asked(tx, case, type_of(case, type_key), Said())
    days: dict[date, MeetingPlan] = {}

    async def planned(day: date) -> MeetingPlan:
        return await plan_with(tx, case, type_key, local_instant(day, time(12)), supplied, problem=problem)

    first, _ = search.days()
    length = minutes or (await planned(first)).minutes
    starts = _moments(case.model, search, length, tx.now)
    for day in sorted({local_day(at) for at in starts}):
        days[day] = await planned(day)
    circle = list(dict.fromkeys([convener, *people]))
    taken = await tx.many(
        store.BUSY_AROUND, child=case.child.id, people=circle, starts=starts, minutes=length
    )
    return _best(starts, length, taken, days)


def _moments(model: Model, search: Search, minutes: int, now: datetime) -> list[datetime]:
    first, last = search.days()
    return list(moments(max(first, local_day(now)), last, minutes, calendar_of(model), now))


def _best(
    starts: Sequence[datetime],
    minutes: int,
    taken: Sequence[TakenRow],
    plans: Mapping[date, MeetingPlan],
) -> tuple[Slot[PersonId], ...]:
    busy = {PersonId(row.person_id): row.busy for row in taken}
    return slots(starts, minutes, busy, {day: _in_time(plan) for day, plan in plans.items()}, MOST)


def _in_time(plan: MeetingPlan) -> bool:
    """Whether everything that the model wants done before a meeting can still be done before this one."""
    return not plan.blocks and not any(
        one.already_late for one in plan.deadlines if one.anchor not in (Anchor.EVENT, Anchor.MEASURE_STARTED)
    )
