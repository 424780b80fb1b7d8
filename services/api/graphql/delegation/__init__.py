"""Who acts for a professional who is away."""

from services.api.graphql.delegation.delegate import delegate
from services.api.graphql.delegation.end_delegation import end_delegation
from services.api.graphql.delegation.query import delegations, led_staff, stand_ins

QUERIES = (delegations, stand_ins, led_staff)
MUTATIONS = (delegate, end_delegation)
