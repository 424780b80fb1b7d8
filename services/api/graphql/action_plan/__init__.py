"""The plan made with a child and its family."""

from services.api.graphql.action_plan.send_action_plan import send_action_plan
from services.api.graphql.action_plan.write_action_plan import write_action_plan

QUERIES = ()
MUTATIONS = (write_action_plan, send_action_plan)
