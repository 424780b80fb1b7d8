"""Records shared with somebody who has a place in a meeting."""

from services.api.graphql.sharing.share_record import share_record
from services.api.graphql.sharing.withdraw_share import withdraw_share

QUERIES = ()
MUTATIONS = (share_record, withdraw_share)
