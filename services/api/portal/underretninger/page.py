"""Underretninger that the viewer wrote, is asked to read, leads or advises on."""

from services.api.portal.frame import STAFF
from services.api.portal.page import Page

PAGE = Page(
    name="underretninger", path="/underretninger", query="Underretninger", audience=STAFF, takes_after=True
)
