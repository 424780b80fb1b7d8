"""``Indicator`` and ``IndicatorPeriod``: figures in which nobody can be recognised (ALL-09)."""

from collections.abc import Sequence
from datetime import date, datetime
from enum import Enum

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.enums import enum_type
from services.api.graphql.fields import computed, field, object_type
from services.api.graphql.model.loading import version_of
from services.api.graphql.model.reason import Reason, reasons
from services.api.graphql.people.types import Staff, one_staff
from services.core.calendar.instants import local_day
from services.core.indicator import store
from services.core.indicator.counting import indicators_of
from services.core.indicator.service import answers_for
from services.core.indicator.store import FigureRow, PeriodRow
from services.core.tenancy import frame
from services.core.tenancy.indicators import ALL, REST, VALUE, may_release, measures_of, name_of, parts_of
from services.core.tenancy.language import Text
from services.core.tenancy.measures import Measure, Shape
from services.core.tenancy.model import Model
from services.core.tenancy.phrases import Phrases

_REST = Text("Øvrige tilsammen", "The others together")


class FigureKind(Enum):
    """What a figure is."""

    CHILDREN = "children"
    COUNT = "count"
    PERCENT = "percent"
    SCORE = "score"


enum_type(
    FigureKind,
    description="What a measure's numbers are.",
    values={
        "CHILDREN": "Children, each counted once.",
        "COUNT": "A number that somebody entered.",
        "PERCENT": "A share in percent that somebody entered.",
        "SCORE": "A score that somebody entered.",
    },
)
_KINDS = {
    Shape.ENTERED_COUNT: FigureKind.COUNT,
    Shape.ENTERED_SHARE: FigureKind.PERCENT,
    Shape.ENTERED_SCORE: FigureKind.SCORE,
}


@object_type(description="A part of a measure.")
class IndicatorFigure:
    """A figure."""

    part: str = field(description="Key of the part; `value` for one that was entered.", personal=False)
    name: str = field(description="In words.", personal=False)
    number: float | None = field(
        description="The number; null where it may not be seen or was not entered.", personal=False
    )
    percent: int | None = field(
        description="Of the whole, rounded; null where the number is not seen.", personal=False
    )
    small: bool = field(description="Whether it is too small to be seen.", personal=False)


@object_type(description="What an indicator measures, with its figures of the period.")
class IndicatorMeasure:
    """A measure of a period."""

    key: str = field(description="Its key.", personal=False)
    name: str = field(description="In words.", personal=False)
    kind: FigureKind = field(description="What its numbers are.", personal=False)
    entered: bool = field(
        description="Whether somebody enters it; else the system counts it.", personal=False
    )
    whom: str | None = field(description="Whom the whole counts, in words.", personal=False)
    whole: float | None = field(
        description="How many it is about; null where that is too small or was not entered.", personal=False
    )
    small: bool = field(description="Whether the whole is too small to be seen.", personal=False)
    figures: list[IndicatorFigure] = field(description="Its parts.", personal=False)
    source: str | None = field(description="Where an entered figure comes from.", personal=False)


@object_type(description="Something that the committee follows.")
class Indicator:
    """An indicator of the model."""

    key: str = field(description="Its key.", personal=False)
    name: str = field(description="In words.", personal=False)
    rule: str | None = field(description="The rule behind it.", personal=False)
    expectation: str | None = field(
        description="What is hoped for; it never weighs on what a professional may or must do.",
        personal=False,
    )
    every: str = field(description="How often, in words.", personal=False)
    smallest_group: int = field(description="Fewer children than this are never told of.", personal=False)
    measures: list[IndicatorMeasure] = field(
        description="What it measures; with figures where it is of a period.", personal=False
    )


@object_type(description="A period that is over and was counted; released, it never changes.")
class IndicatorPeriod:
    """A period."""

    row: strawberry.Private[PeriodRow]
    rows: strawberry.Private[Sequence[FigureRow]]
    id: strawberry.ID = field(description="Its id.", personal=False)
    began_on: date = field(description="Its first day.", personal=False)
    ended_on: date = field(description="Its last day.", personal=False)
    counted_at: datetime = field(description="When it was counted.", personal=False)
    judgement: str | None = field(description="The overall judgement in words.", personal=False)
    released_at: datetime | None = field(
        description="When it was released; null while it is a draft.", personal=False
    )
    version: int = field(
        description="Give it as `expectedVersion` when you judge or release.", personal=False
    )

    @computed(description="Who released it.", personal=True)
    async def released_by(self, info: Info) -> Staff | None:
        """A professional in office."""
        return await one_staff(info, self.row.released_by)

    @computed(
        description="The indicators with their figures, in the words they were counted under.", personal=False
    )
    async def indicators(self, info: Info) -> list[Indicator]:
        """Of the model version of that day."""
        model = await version_of(info, self.row.model_version_id)
        return [
            indicator_type(info, model, one, [row for row in self.rows if row.indicator == one.key])
            for one in indicators_of(model, self.row)
        ]

    @computed(description="Whether the viewer can judge it, enter figures and release it.", personal=False)
    async def mine_to_judge(self, info: Info) -> bool:
        """By the model, for the viewer's capacity, while it is a draft."""
        model = await version_of(info, self.row.model_version_id)
        return self.row.released_at is None and answers_for(info.context.tx, indicators_of(model, self.row))

    @computed(description="Why it cannot be released yet; empty when it can, or was.", personal=False)
    async def waits_for(self, info: Info) -> list[Reason]:
        """ALL-09."""
        if self.row.released_at is not None:
            return []
        model = await version_of(info, self.row.model_version_id)
        today = local_day(info.context.now)
        decisions = [
            may_release(model, one.key, self.row.began_on, today, self.row.judgement)
            for one in indicators_of(model, self.row)
        ]
        found = {why.key: why for decision in decisions if not decision.allowed for why in decision.reasons}
        return reasons(found.values(), info.context.language)


def indicator_type(info: Info, model: Model, one: frame.Indicator, rows: Sequence[FigureRow]) -> Indicator:
    """An indicator of the model as the schema answers it, with figures where there are any."""
    language = info.context.language
    return Indicator(
        key=one.key,
        name=one.name.in_language(language),
        rule=one.rule or None,
        expectation=one.expectation.in_language(language) or None,
        every=Phrases(model, language).period(one.every),
        smallest_group=one.smallest_group,
        measures=[
            _measure(model, measure, [row for row in rows if row.measure == measure.key], language)
            for measure in measures_of(one)
        ],
    )


async def periods_type(info: Info, rows: Sequence[PeriodRow]) -> list[IndicatorPeriod]:
    """Stored periods as the schema answers them, with all their figures in one round trip."""
    found = await store.figures_of(info.context.tx, [row.id for row in rows])
    return [
        IndicatorPeriod(
            row=row,
            rows=[one for one in found if one.period_id == row.id],
            id=strawberry.ID(str(row.id)),
            began_on=row.began_on,
            ended_on=row.ended_on,
            counted_at=row.counted_at,
            judgement=row.judgement or None,
            released_at=row.released_at,
            version=row.version,
        )
        for row in rows
    ]


async def period_type(info: Info, row: PeriodRow) -> IndicatorPeriod:
    """One of them."""
    return (await periods_type(info, [row]))[0]


def _measure(model: Model, measure: Measure, rows: Sequence[FigureRow], language: str) -> IndicatorMeasure:
    names = {key: name.in_language(language) for key, name in parts_of(model, measure)}
    names[REST], names[VALUE] = _REST.in_language(language), measure.name.in_language(language)
    whole = next((row for row in rows if row.part == ALL), None)
    number = whole.number if whole else None
    return IndicatorMeasure(
        key=measure.key,
        name=name_of(model, measure).in_language(language),
        kind=_KINDS.get(measure.shape, FigureKind.CHILDREN),
        entered=measure.entered,
        whom=measure.whom.in_language(language) or None,
        whole=number,
        small=whole.small if whole else False,
        figures=[
            IndicatorFigure(
                part=row.part,
                name=names.get(row.part, row.part),
                number=row.number,
                percent=_percent(measure, row.number, number),
                small=row.small,
            )
            for row in rows
            if row.part != ALL
        ],
        source=next((row.source for row in rows if row.source), None),
    )


def _percent(measure: Measure, number: float | None, whole: float | None) -> int | None:
    if measure.entered or number is None or not whole:
        return None
    return round(100 * number / whole)
