"""GraphiQL at ``/graphiql``, on one machine only: production images do not contain this package.

Nothing is loaded from elsewhere: npm brings the bundle (pinned by the lock) at the first visit, which takes a
few seconds, so that ``up`` does not wait for what most never open.
"""

from services.local.graphiql.routes import graphiql_routes

__all__ = ["graphiql_routes"]
