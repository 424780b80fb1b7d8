"""For the auditor: the log of who looked, and whether it is whole. No list of children, no names of a family."""

from services.api.portal.frame import AUDIT
from services.api.portal.page import Page

FRONT = Page(name="audit", path="/", query="Audit", audience=AUDIT, takes_after=True)
PAGE = Page(name="audit", path="/audit", query="Audit", audience=AUDIT, takes_after=True)
ONE = Page(name="audit", path="/audit/{staff:str}", query="AuditOfOne", audience=AUDIT, takes_after=True)
