"""Dead letters: what did not reach somebody."""

from services.api.graphql.undelivered.deal_with_undelivered import deal_with_undelivered
from services.api.graphql.undelivered.query import (
    undelivered,
    undelivered_counts,
    undelivered_in_office,
    undelivered_settled,
)
from services.api.graphql.undelivered.resend_undelivered import resend_undelivered

QUERIES = (undelivered, undelivered_settled, undelivered_in_office, undelivered_counts)
MUTATIONS = (deal_with_undelivered, resend_undelivered)
