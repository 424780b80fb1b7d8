"""What must be done by when."""

from services.api.graphql.deadline.settle_deadline import settle_deadline
from services.api.graphql.deadline.unsettle_deadline import unsettle_deadline

QUERIES = ()
MUTATIONS = (settle_deadline, unsettle_deadline)
