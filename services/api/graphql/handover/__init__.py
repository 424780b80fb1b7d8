"""Knowledge handed to the next setting."""

from services.api.graphql.handover.accept_handover import accept_handover
from services.api.graphql.handover.hand_over_knowledge import hand_over_knowledge
from services.api.graphql.handover.query import handovers_received

QUERIES = (handovers_received,)
MUTATIONS = (hand_over_knowledge, accept_handover)
