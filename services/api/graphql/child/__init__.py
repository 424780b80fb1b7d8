"""Children and young people."""

from services.api.graphql.child.close_casework import close_casework
from services.api.graphql.child.query import child, children

QUERIES = (children, child)
MUTATIONS = (close_casework,)
