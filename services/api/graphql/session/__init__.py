"""Who is asking: ``viewer`` and ``tenant``."""

from services.api.graphql.session.tenant import tenant
from services.api.graphql.session.viewer import viewer

QUERIES = (viewer, tenant)
MUTATIONS = ()
