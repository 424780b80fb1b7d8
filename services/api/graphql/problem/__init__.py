"""Problems of a child: level, thread, and what may come next."""

from services.api.graphql.problem.accept_coordinator import accept_coordinator
from services.api.graphql.problem.close_problem import close_problem
from services.api.graphql.problem.confirm_facts import confirm_facts
from services.api.graphql.problem.decline_coordinator import decline_coordinator
from services.api.graphql.problem.move_level import move_level
from services.api.graphql.problem.offer_coordinator import offer_coordinator
from services.api.graphql.problem.open_problem import open_problem

QUERIES = ()
MUTATIONS = (
    open_problem,
    move_level,
    offer_coordinator,
    accept_coordinator,
    decline_coordinator,
    confirm_facts,
    close_problem,
)
