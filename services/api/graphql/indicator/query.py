"""``indicators``, ``indicatorPeriods`` and ``indicatorPeriod``."""

import strawberry

from services.api.graphql.connections import After, Connection, First, connection, from_query, page_of
from services.api.graphql.context import Info
from services.api.graphql.fields import OFFICE, query
from services.api.graphql.ids import read_id
from services.api.graphql.indicator.types import (
    Indicator,
    IndicatorPeriod,
    indicator_type,
    period_type,
    periods_type,
)
from services.api.graphql.model.loading import model_in_force
from services.core.indicator import store


@query(
    description="What the committee follows in this municipality, without figures.",
    personal=False,
    who=OFFICE,
)
async def indicators(info: Info) -> list[Indicator]:
    """Of the model in force."""
    model = await model_in_force(info)
    return [indicator_type(info, model, one, ()) for one in model.indicators]


@query(
    description="Periods with their figures, the latest first: drafts for those who answer for them, else released ones.",
    personal=False,
    who=OFFICE,
)
async def indicator_periods(
    info: Info, first: First = 25, after: After = None
) -> Connection[IndicatorPeriod]:
    """ALL-09."""
    page = page_of("indicatorPeriods", first, after)
    after_day = page.after_moment and (page.after_moment[0].date(), page.after_moment[1])
    rows = await store.periods(info.context.tx, page.fetch, after_day)
    kept, more = from_query(page, rows, lambda row: (f"{row.ended_on}T00:00:00+00:00", str(row.id)))
    nodes = await periods_type(info, [row for row, _ in kept])
    return connection(([(node, cursor) for node, (_, cursor) in zip(nodes, kept, strict=True)], more))


@query(description="One period with its figures.", personal=False, who=OFFICE)
async def indicator_period(info: Info, id: strawberry.ID) -> IndicatorPeriod | None:
    """NOT_FOUND for a draft that is not the viewer's to judge."""
    return await period_type(info, await store.period(info.context.tx, read_id(id)))
