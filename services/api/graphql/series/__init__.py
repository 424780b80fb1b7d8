"""Times fixed ahead for a type of meeting."""

from services.api.graphql.series.cancel_slot import cancel_slot
from services.api.graphql.series.fix_series import fix_series
from services.api.graphql.series.query import series_type, series_types, slots

QUERIES = (slots, series_types, series_type)
MUTATIONS = (fix_series, cancel_slot)
