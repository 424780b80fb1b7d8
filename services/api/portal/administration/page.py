"""For administrators: which model is in force. They see no child without a stated reason, and none here."""

from services.api.portal.frame import ADMINISTRATION
from services.api.portal.page import Page

PAGE = Page(name="administration", path="/", query="Administration", audience=ADMINISTRATION)
