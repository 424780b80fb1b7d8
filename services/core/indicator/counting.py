"""Counting a period when it is over: by the worker, once, and kept only as far as it may be seen.

Why this is safe: nobody but the worker counts, so no reader can ask twice and compare; what is written is what
``tenancy.indicators.figures`` lets through, and the numbers behind end with the transaction. It runs before anything is
erased, so a record whose time is out on the same day is still one of its quarter.
"""

from collections import defaultdict
from datetime import date, timedelta
from typing import Final

from services.core.calendar.instants import end_of_day, local_day
from services.core.db.database import Database
from services.core.db.tx import ReadTx, WriteTx, new_id
from services.core.identity import SystemIdentity
from services.core.indicator import store
from services.core.indicator.store import PeriodRow
from services.core.tenancy.frame import Indicator
from services.core.tenancy.indicators import Counts, figures, measures_of, periods_over
from services.core.tenancy.language import Period, Unit
from services.core.tenancy.measures import EVALUATION, FIELD, GROUND
from services.core.tenancy.model import Model
from services.core.tenancy.service import InForce, current_model

MOST_MISSED: Final = 8
"""So many periods back are counted after a long silence of the worker."""
_DAYS: Final = {Unit.DAYS: 1, Unit.WEEKS: 7}


async def count_what_is_over(database: Database, who: SystemIdentity) -> int:
    """Count every period that is over and was not counted; answers how many. Repeatable."""
    async with database.read(who, "indicator.due") as tx:
        due = await _due(tx)
    for span in due:
        async with database.write(who, "indicator.count") as tx:
            await count_period(tx, *span)
    return len(due)


async def count_period(tx: WriteTx, began_on: date, ended_on: date) -> PeriodRow | None:
    """Count one period of every indicator that has it; None where it was counted already."""
    version = await current_model(tx)
    counts = await _counts(tx, version.model, began_on, ended_on)
    return await keep_period(tx, version, began_on, ended_on, counts)


async def keep_period(
    tx: WriteTx, version: InForce, began_on: date, ended_on: date, counts: dict[str, Counts]
) -> PeriodRow | None:
    """Keep what may be seen of a period's counts (by measure); None where the period was counted already."""
    period = new_id()
    kept = await tx.run(
        store.INSERT_PERIOD, id=period, began_on=began_on, ended_on=ended_on, model_version_id=version.id
    )
    if not kept:
        return None
    row = await store.period(tx, period)
    for one in indicators_of(version.model, row):
        for measure in measures_of(one):
            if not measure.entered:
                found = figures(version.model, measure, counts.get(measure.key, {}), one.smallest_group)
                await store.keep_figures(tx, row, one.key, measure.key, found)
    return row


def indicators_of(model: Model, period: PeriodRow) -> tuple[Indicator, ...]:
    """The indicators that are followed in periods like this one."""
    return tuple(
        one
        for one in model.indicators
        if (period.began_on, period.ended_on)
        in periods_over(one.every, period.began_on, period.ended_on + timedelta(days=1), 1)
    )


async def _counts(tx: ReadTx, model: Model, began_on: date, ended_on: date) -> dict[str, Counts]:
    measured = {key for one in model.indicators for key in (one.measure, *one.besides)}
    soon = next((one.within for one in model.indicators if one.within is not None), None)
    rows = await tx.many(
        store.COUNT,
        from_at=end_of_day(began_on - timedelta(days=1)),
        until_at=end_of_day(ended_on),
        first_day=began_on,
        last_day=ended_on,
        soon_days=_in_days(soon),
        evaluations=sorted(key for key in measured if key.startswith(EVALUATION)),
        boxes=sorted(key for key in measured if key.startswith((FIELD, GROUND))),
    )
    found: defaultdict[str, defaultdict[str, dict[str, int]]] = defaultdict(lambda: defaultdict(dict))
    for row in rows:
        found[row.measure][row.part][row.unit] = row.children
    return dict(found)


async def _due(tx: ReadTx) -> list[tuple[date, date]]:
    model = (await current_model(tx)).model
    first = await tx.one(store.FIRST_DAY)
    if not model.indicators or first is None or first.day is None:
        return []
    over = {
        span
        for one in model.indicators
        for span in periods_over(one.every, first.day, local_day(tx.now), MOST_MISSED)
    }
    if not over:
        return []
    counted = await tx.many(store.COUNTED, since=min(ended for _, ended in over))
    return sorted(over - {(row.began_on, row.ended_on) for row in counted})


def _in_days(period: Period | None) -> int:
    return period.count * _DAYS.get(period.unit, 0) if period else 0
