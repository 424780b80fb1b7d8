"""What the viewer is still writing."""

from services.api.graphql.draft.drop_draft import drop_draft
from services.api.graphql.draft.query import drafts
from services.api.graphql.draft.save_draft import save_draft

QUERIES = (drafts,)
MUTATIONS = (save_draft, drop_draft)
