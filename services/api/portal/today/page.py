"""A professional's first page: what waits for them, their meetings and who has answered."""

from services.api.portal.frame import STAFF
from services.api.portal.page import Page

PAGE = Page(name="today", path="/", query="Today", audience=STAFF)
