"""How it all goes."""

from services.api.graphql.operation.query import operation

QUERIES = (operation,)
MUTATIONS = ()
