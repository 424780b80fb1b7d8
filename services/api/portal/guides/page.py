"""Guides and methods of the municipality, and whom to reach in which situation."""

from typing import Any

from services.api.portal.execution import Data
from services.api.portal.frame import FAMILY, STAFF
from services.api.portal.guides.markdown import written
from services.api.portal.page import Page


def _text(data: Data) -> dict[str, Any]:
    return {"text": written(data["guide"]["markdown"])}


LIST = Page(name="guides", path="/guides", query="Guides", audience=FAMILY | STAFF)
PAGE = Page(
    name="guides",
    path="/guides/{key:str}",
    query="GuidePage",
    audience=FAMILY | STAFF,
    context=_text,
    template="guides/guide.html",
)
DIRECTORY = Page(
    name="guides", path="/directory", query="Directory", audience=STAFF, template="guides/directory.html"
)
