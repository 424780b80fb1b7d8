"""What is gone through when something happens."""

from services.api.graphql.checklist.tick_checklist_item import tick_checklist_item

QUERIES = ()
MUTATIONS = (tick_checklist_item,)
