"""What was agreed about the family's children: who does what, and by when."""

from services.api.portal.frame import FAMILY
from services.api.portal.page import Page

PAGE = Page(name="agreements", path="/agreements", query="Agreements", audience=FAMILY)
