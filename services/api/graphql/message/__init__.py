"""The portal's inbox."""

from services.api.graphql.message.mark_read import mark_message_read
from services.api.graphql.message.query import messages

QUERIES = (messages,)
MUTATIONS = (mark_message_read,)
