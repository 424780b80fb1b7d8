"""Exchanges without consent."""

from services.api.graphql.exchange.record_exchange import record_exchange

QUERIES = ()
MUTATIONS = (record_exchange,)
