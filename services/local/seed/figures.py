"""Made-up figures of two quarters, one released and one that waits for its judgement, and a word told upwards.

What is counted is made up, since the handful of synthetic children is too few for any figure to be shown; it takes the
same way as a real count, so nothing is kept here that could not be kept of a real town.
"""

from datetime import date, timedelta
from typing import Final

from services.core.calendar.instants import local_day
from services.core.db.database import Database
from services.core.identity import SystemIdentity
from services.core.indicator.counting import indicators_of, keep_period
from services.core.indicator.service import (
    DraftJudgement,
    RecordFigure,
    draft_judgement,
    record_figure,
    release_indicators,
)
from services.core.indicator.store import PeriodRow
from services.core.report import store as reports
from services.core.report.service import ReportUpward, form_of, report_upward
from services.core.tenancy.indicators import Counts, measures_of, parts_of, periods_over
from services.core.tenancy.measures import Measure, Shape
from services.core.tenancy.model import Model
from services.core.tenancy.service import Added, current_model
from services.local.seed.cases import Stories

_UNITS: Final = 8
_YEAR: Final = timedelta(days=365)
_CHILDREN: Final = (56, 64)
"""Children with a meeting, in the older and the newer quarter."""
_WEIGHTS: Final = {2: (75, 25), 3: (60, 25, 15)}
"""How a measure of so many parts is divided, in percent."""
_JUDGEMENT: Final = (
    "Flere børn bliver hørt før møderne end før, og familierne er med fra begyndelsen. Opfølgningen kommer stadig for sent,"
    " når flere forvaltninger deler opgaven. Det arbejder skolerne og familiecentret med i næste kvartal."
)
_TOLD: Final = (
    "Reglerne om tavshedspligt gør, at skole og misbrugscenter må spørge familien om det samme to gange."
)
_FIGURES: Final = {
    Shape.ENTERED_COUNT: (23.0, 0),
    Shape.ENTERED_SHARE: (71.0, 412),
    Shape.ENTERED_SCORE: (3.9, 412),
}


class Figures:
    """The figures of one tenant."""

    def __init__(self, worker: Database, api: Database, tenant: Added) -> None:
        self._worker = worker
        self._api = api
        self._tenant = tenant
        self._stories = Stories(worker, api, tenant)

    async def tell(self) -> None:
        """Make what the tenant's model asks for and is not there yet."""
        system = SystemIdentity(self._tenant.tenant)
        async with self._worker.read(system, "seed.model") as tx:
            model = (await current_model(tx)).model
            today = local_day(tx.now)
        if model.reports:
            await self._tell_upwards(model)
        if not model.indicators:
            return
        older, newer = periods_over(model.indicators[0].every, today - _YEAR, today, 2)
        released = await self._count(older, _CHILDREN[0])
        if released is not None:
            await self._release(released, model)
        await self._count(newer, _CHILDREN[1])

    async def _count(self, period: tuple[date, date], children: int) -> PeriodRow | None:
        async with self._worker.write(SystemIdentity(self._tenant.tenant), "seed.count") as tx:
            version = await current_model(tx)
            counts = {
                measure.key: _made_up(version.model, measure, children)
                for one in version.model.indicators
                for measure in measures_of(one)
            }
            return await keep_period(tx, version, *period, counts)

    async def _release(self, period: PeriodRow, model: Model) -> None:
        async with (
            self._stories.acting("administrator", "administrator") as who,
            self._api.write(who, "seed.release") as tx,
        ):
            for one in indicators_of(model, period):
                for measure in measures_of(one):
                    if measure.entered:
                        value, respondents = _FIGURES[measure.shape]
                        figure = RecordFigure(period.id, one.key, value, "Opdigtet måling", respondents)
                        await record_figure(tx, figure)
            judged = await draft_judgement(tx, DraftJudgement(period.id, _JUDGEMENT, period.version))
            await release_indicators(tx, judged.id, judged.version)

    async def _tell_upwards(self, model: Model) -> None:
        kind = model.reports[0]
        values = {
            field.key: _TOLD if index else "Tavshedspligten"
            for index, field in enumerate(form_of(model, kind).fields)
        }
        async with (
            self._stories.acting("laerer", "professional") as who,
            self._api.write(who, "seed.reportUpward") as tx,
        ):
            if not await reports.reports(tx, 1):
                await report_upward(tx, ReportUpward(kind.key, values))


def _made_up(model: Model, measure: Measure, children: int) -> Counts:
    """Children by part and unit, spread evenly; of a list of parts the first three have some."""
    parts = [key for key, _ in parts_of(model, measure)][:3] or [""]
    if len(parts) == 1:
        return {parts[0]: _spread(children // 4)}
    sizes = [children * weight // 100 for weight in _WEIGHTS[len(parts)]]
    sizes[0] += children - sum(sizes)
    return {part: _spread(size) for part, size in zip(parts, sizes, strict=True)}


def _spread(children: int) -> dict[str, int]:
    return {f"u{unit}": (children + unit) // _UNITS for unit in range(_UNITS)}
