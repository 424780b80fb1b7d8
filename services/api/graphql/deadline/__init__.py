"""What must be done by when."""

from services.api.graphql.deadline.settle_deadline import settle_deadline

QUERIES = ()
MUTATIONS = (settle_deadline,)
