"""What waits for the viewer."""

from services.api.graphql.task.query import tasks

QUERIES = (tasks,)
MUTATIONS = ()
