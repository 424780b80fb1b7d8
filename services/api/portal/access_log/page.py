"""Who looked at a child's data, and who can: what a family may always ask (GDPR article 15)."""

from services.api.portal.page import Page

PAGE = Page(
    name="access_log", path="/access-log/{child:str}", query="AccessLog", takes_after=True, takes=("on",)
)
