"""Measures: help that was decided for a child."""

from services.api.graphql.measure.decide_measure import decide_measure
from services.api.graphql.measure.end_measure import end_measure
from services.api.graphql.measure.start_measure import start_measure

QUERIES = ()
MUTATIONS = (decide_measure, start_measure, end_measure)
