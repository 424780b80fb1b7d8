"""The committee's figures."""

from services.api.graphql.indicator.draft_judgement import draft_judgement
from services.api.graphql.indicator.query import indicator_period, indicator_periods, indicators
from services.api.graphql.indicator.record_figure import record_figure
from services.api.graphql.indicator.release_indicators import release_indicators

QUERIES = (indicators, indicator_periods, indicator_period)
MUTATIONS = (record_figure, draft_judgement, release_indicators)
