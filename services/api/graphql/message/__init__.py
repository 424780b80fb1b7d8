"""The portal's inbox, and what messages say."""

from services.api.graphql.message.mark_read import mark_message_read
from services.api.graphql.message.preview import message_previews
from services.api.graphql.message.query import messages

QUERIES = (messages, message_previews)
MUTATIONS = (mark_message_read,)
