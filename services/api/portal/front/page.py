"""The family's front page: what happens next, what waits for them, and whom to talk to."""

from services.api.portal.frame import FAMILY
from services.api.portal.page import Page

PAGE = Page(name="front", path="/", query="Front", audience=FAMILY)
