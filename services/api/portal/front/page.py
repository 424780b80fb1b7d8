"""The family's front page: the next step and why, then the rest for each child, and whom to talk to."""

from typing import Any

from services.api.portal.execution import Data
from services.api.portal.frame import FAMILY
from services.api.portal.front.steps import ahead
from services.api.portal.page import Page
from services.api.portal.render import nodes


def _context(data: Data) -> dict[str, Any]:
    children = nodes(data["children"])
    agreed = [(child, one) for child in children for one in nodes(child["agreements"])]
    return {"ahead": ahead(nodes(data["tasks"]), nodes(data["meetings"]), children, agreed)}


PAGE = Page(name="front", path="/", query="Front", audience=FAMILY, context=_context)
