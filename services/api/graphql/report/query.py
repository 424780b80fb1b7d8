"""``reportKinds``, ``upwardReports`` and ``upwardReport``."""

import strawberry

from services.api.graphql.connections import After, Connection, First, connection, from_query, page_of
from services.api.graphql.context import Info
from services.api.graphql.fields import EMPLOYED, query
from services.api.graphql.ids import read_id
from services.api.graphql.report.types import ReportKind, UpwardReport, kinds, report_type
from services.core.report import store


@query(description="What professionals can tell upwards in this municipality.", personal=False, who=EMPLOYED)
async def report_kinds(info: Info) -> list[ReportKind]:
    """SL-32."""
    return await kinds(info)


@query(description="What the viewer told upwards or is to hear, newest first.", personal=True, who=EMPLOYED)
async def upward_reports(info: Info, first: First = 25, after: After = None) -> Connection[UpwardReport]:
    """Nobody else's."""
    page = page_of("upwardReports", first, after)
    rows = await store.reports(info.context.tx, page.fetch, page.after_moment)
    kept, more = from_query(page, rows, lambda row: (row.written_at.isoformat(), str(row.id)))
    return connection(([(report_type(info, row), cursor) for row, cursor in kept], more))


@query(description="One that was told upwards.", personal=True, who=EMPLOYED)
async def upward_report(info: Info, id: strawberry.ID) -> UpwardReport | None:
    """For its writer and those it is addressed to."""
    return report_type(info, await store.report(info.context.tx, read_id(id)))
