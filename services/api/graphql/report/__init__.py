"""What professionals tell upwards."""

from services.api.graphql.report.answer_report import answer_report
from services.api.graphql.report.query import report_kinds, upward_report, upward_reports
from services.api.graphql.report.report_upward import report_upward

QUERIES = (report_kinds, upward_reports, upward_report)
MUTATIONS = (report_upward, answer_report)
