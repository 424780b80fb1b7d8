"""Rows of the committee's figures."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from uuid import UUID

from services.core.db.queries import Queries
from services.core.db.tx import ReadTx, WriteTx, new_id
from services.core.errors import not_found
from services.core.identity import PersonId
from services.core.tenancy.indicators import Figure

_SQL = Queries(__file__)


@dataclass(frozen=True, slots=True)
class CountRow:
    """So many children are of a part in a unit."""

    measure: str
    part: str
    unit: str
    children: int


@dataclass(frozen=True, slots=True)
class DayRow:
    """A day, or none."""

    day: date | None


@dataclass(frozen=True, slots=True)
class SpanRow:
    """First and last day of a period."""

    began_on: date
    ended_on: date


@dataclass(frozen=True, slots=True)
class HeldRow:
    """A draft that is held until the transaction ends."""

    id: UUID


@dataclass(frozen=True, slots=True)
class PeriodRow:
    """A period that was counted. Times are business time."""

    id: UUID
    began_on: date
    ended_on: date
    model_version_id: UUID
    counted_at: datetime
    judgement: str
    kept_reason: str
    judged_by: PersonId | None
    released_at: datetime | None
    released_by: PersonId | None
    version: int


@dataclass(frozen=True, slots=True)
class FigureRow:
    """What may be seen of one part of a measure; ``number`` is None where it may not."""

    id: UUID
    period_id: UUID
    indicator: str
    measure: str
    part: str
    place: int
    entered: bool
    number: float | None
    small: bool
    source: str
    entered_by: PersonId | None


COUNT: Final = _SQL.rows("count_period", CountRow)
FIRST_DAY: Final = _SQL.rows("first_model_day", DayRow)
FIND: Final = _SQL.rows("find_period", PeriodRow)
PERIODS: Final = _SQL.rows("periods", PeriodRow)
COUNTED: Final = _SQL.rows("counted_periods", SpanRow)
FIGURES: Final = _SQL.rows("figures_of_periods", FigureRow)
INSERT_PERIOD: Final = _SQL.command("insert_period")
INSERT_FIGURES: Final = _SQL.command("insert_figures")
HOLD_DRAFT: Final = _SQL.rows("hold_draft", HeldRow)
DROP_ENTERED: Final = _SQL.command("drop_entered")
JUDGE: Final = _SQL.command("judge_period")
RELEASE: Final = _SQL.command("release_period")
NOTE: Final = _SQL.command("note_answer")


async def period(tx: ReadTx, period_id: UUID) -> PeriodRow:
    """One period; NOT_FOUND for an absent one and one that is not released to the actor alike."""
    found = await tx.one(FIND, id=period_id)
    if found is None:
        raise not_found()
    return found


async def periods(tx: ReadTx, first: int, after: tuple[date, UUID] | None = None) -> list[PeriodRow]:
    """A page of those the actor may see, the latest first; ``after``: last day and id of the last one seen."""
    before, before_id = after or (None, None)
    return await tx.many(PERIODS, before=before, before_id=before_id, limit=first)


async def figures_of(tx: ReadTx, periods: Collection[UUID]) -> list[FigureRow]:
    """What may be seen of some periods, in one round trip."""
    return await tx.many(FIGURES, periods=list(periods)) if periods else []


async def keep_figures(
    tx: WriteTx,
    period: PeriodRow,
    indicator: str,
    measure: str,
    found: Sequence[Figure],
    *,
    source: str = "",
    entered_by: PersonId | None = None,
) -> None:
    """Keep the figures of one measure; counted ones only where the measure was not counted for any of these days."""
    await tx.run(
        INSERT_FIGURES,
        period=period.id,
        began_on=period.began_on,
        ended_on=period.ended_on,
        indicator=indicator,
        measure=measure,
        source=source,
        entered_by=entered_by,
        ids=[new_id() for _ in found],
        parts=[one.group for one in found],
        numbers=[one.number for one in found],
        smalls=[one.small for one in found],
    )
