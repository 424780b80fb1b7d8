"""``indicators``, ``indicatorPeriods`` and ``indicatorPeriod``."""

from datetime import date
from uuid import UUID

import strawberry

from services.api.graphql.connections import After, Connection, First, Page, connection, from_query, page_of
from services.api.graphql.context import Info
from services.api.graphql.fields import EMPLOYED, query
from services.api.graphql.ids import read_id
from services.api.graphql.indicator.types import (
    Indicator,
    IndicatorPeriod,
    indicator_type,
    period_type,
    periods_type,
)
from services.api.graphql.model.loading import model_in_force
from services.core.errors import invalid
from services.core.indicator import store


@query(
    description="What the committee follows in this municipality, without figures.",
    personal=False,
    who=EMPLOYED,
)
async def indicators(info: Info) -> list[Indicator]:
    """Of the model in force."""
    model = await model_in_force(info)
    return [indicator_type(info, model, one, ()) for one in model.indicators]


@query(
    description="Periods with their figures, the latest first: drafts for those who answer for them, else released ones.",
    personal=False,
    who=EMPLOYED,
)
async def indicator_periods(
    info: Info, first: First = 25, after: After = None
) -> Connection[IndicatorPeriod]:
    """ALL-09."""
    page = page_of("indicatorPeriods", first, after)
    rows = await store.periods(info.context.tx, page.fetch, _after(page))
    kept, more = from_query(page, rows, lambda row: (row.ended_on.isoformat(), str(row.id)))
    nodes = await periods_type(info, [row for row, _ in kept])
    return connection(([(node, cursor) for node, (_, cursor) in zip(nodes, kept, strict=True)], more))


@query(description="One period with its figures.", personal=False, who=EMPLOYED)
async def indicator_period(info: Info, id: strawberry.ID) -> IndicatorPeriod | None:
    """NOT_FOUND for a draft that is not the viewer's to judge."""
    return await period_type(info, await store.period(info.context.tx, read_id(id)))


def _after(page: Page) -> tuple[date, UUID] | None:
    if page.after is None:
        return None
    try:
        day, written = page.after
        return date.fromisoformat(day), UUID(written)
    except ValueError:
        raise invalid("request.cursor_unknown", "after") from None
