"""Holds and erasures: the data protection officer's."""

from services.api.graphql.retention.erasures import erasures
from services.api.graphql.retention.holds import holds
from services.api.graphql.retention.lift_hold import lift_hold
from services.api.graphql.retention.place_hold import place_hold

QUERIES = (holds, erasures)
MUTATIONS = (place_hold, lift_hold)
