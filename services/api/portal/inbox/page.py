"""The portal's own messages: what was sent elsewhere in neutral words stands here in full."""

from services.api.portal.page import Page

PAGE = Page(name="inbox", path="/inbox", query="Inbox")
