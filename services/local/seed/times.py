"""A time that is being found: one meeting's circle is asked when it suits, and two leaders have told when they are busy."""

from datetime import datetime, time, timedelta
from typing import Final

from services.core.calendar import calendar_of, local_day, local_instant
from services.core.casework.service import Case, load_case
from services.core.db.database import Database
from services.core.errors import UserError
from services.core.identity import PersonId
from services.core.meeting import store as meetings
from services.core.meeting.leading import COMING
from services.core.scheduling import store
from services.core.scheduling.proposing import answer_times, propose
from services.core.tenancy.service import Added, current_model
from services.local.seed.cases import Stories
from services.local.seed.cast import person_id

_CHILD: Final = "soeskende"
_LEADS: Final = "dagtilbudsleder"
_TIMES: Final = ((3, time(8, 30)), (4, time(13)), (7, time(10)))
"""So many days after the meeting's own, at this hour."""
_BUSY: Final = (("leder", "leader", time(9), time(10, 30)), ("dagtilbudsleder", "leader", time(12), time(14)))


class Times:
    """Tells of one tenant. What is there already stays as people have left it."""

    def __init__(self, worker: Database, api: Database, tenant: Added) -> None:
        self._api = api
        self._slug = tenant.slug
        self._stories = Stories(worker, api, tenant)

    async def tell(self) -> None:
        """Ask, let one parent answer, and say when two leaders are busy."""
        await self._ask()
        for name, capacity, begins, ends in _BUSY:
            async with self._stories.acting(name, capacity) as who, self._api.write(who, "seed.busy") as tx:
                if not await tx.many(store.OWN_BUSY, after_at=None, after_id=None, limit=1):
                    calendar = calendar_of((await current_model(tx)).model)
                    ahead = (local_day(tx.now) + timedelta(days=number) for number in range(1, 60, 2))
                    days = [day for day in ahead if calendar.is_working_day(day)]
                    starts = [local_instant(day, begins) for day in days]
                    await tx.run(
                        store.INSERT_OWN_FILE, starts=starts, ends=[local_instant(day, ends) for day in days]
                    )

    async def _ask(self) -> None:
        proposal = None
        async with self._stories.acting(_LEADS, "leader") as who, self._api.write(who, "seed.propose") as tx:
            case = await load_case(tx, PersonId(person_id(self._slug, _CHILD)))
            known = await meetings.meetings_of(tx, case.casework.dossier_id) if case.casework else []
            for row in known:
                if row.status in COMING and row.sequence == 0 and not await store.is_finding(tx, row.id):
                    try:
                        proposal = await propose(
                            tx,
                            row.id,
                            _around(case, row.starts_at),
                            local_day(row.starts_at) - timedelta(days=5),
                            row.version,
                        )
                    except UserError:
                        continue  # a municipality whose model has no such day
                    break
        if proposal is None:
            return
        async with self._stories.acting("far", "family") as who, self._api.write(who, "seed.says") as tx:
            asked = await store.times(tx, proposal.id)
            said = dict(zip([one.id for one in asked], ("fits", "not", "rather_not"), strict=True))
            await answer_times(tx, proposal.id, said)


def _around(case: Case, starts_at: datetime) -> list[datetime]:
    calendar = calendar_of(case.model)
    return [
        local_instant(calendar.next_working_day(local_day(starts_at) + timedelta(days=days)), clock)
        for days, clock in _TIMES
    ]
