"""Breaking the glass."""

from services.api.graphql.emergency_access.break_glass import break_glass
from services.api.graphql.emergency_access.end_emergency import end_emergency
from services.api.graphql.emergency_access.query import (
    emergencies,
    emergencies_of_child,
    emergency,
    emergency_categories,
)
from services.api.graphql.emergency_access.review_emergency import review_emergency

QUERIES = (emergencies, emergency, emergencies_of_child, emergency_categories)
MUTATIONS = (break_glass, end_emergency, review_emergency)
