"""Who looked, and who can."""

from services.api.graphql.access.access_events import access_events, access_log_standing
from services.api.graphql.access.access_log import access_log
from services.api.graphql.access.find_child import find_child
from services.api.graphql.access.who_can_see import who_can_see

QUERIES = (access_events, access_log_standing, access_log, who_can_see)
MUTATIONS = (find_child,)
