"""Who looked, and who can."""

from services.api.graphql.access.access_log import access_log
from services.api.graphql.access.who_can_see import who_can_see

QUERIES = (access_log, who_can_see)
MUTATIONS = ()
