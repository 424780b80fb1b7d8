"""What a family is offered."""

from services.api.graphql.offer.answer_offer import answer_offer
from services.api.graphql.offer.fill_shared_plan import fill_shared_plan
from services.api.graphql.offer.record_offer import record_offer

QUERIES = ()
MUTATIONS = (record_offer, answer_offer, fill_shared_plan)
