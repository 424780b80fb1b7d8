"""Conversations with a child."""

from services.api.graphql.conversation.pass_on_conversation import pass_on_conversation
from services.api.graphql.conversation.record_conversation import record_conversation

QUERIES = ()
MUTATIONS = (record_conversation, pass_on_conversation)
