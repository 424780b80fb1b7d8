"""The history of a child's case: one line of what happened, by kind, a page at a time."""

from typing import Any

from services.api.portal.child.page import part_of_case
from services.api.portal.child_history.line import line_of
from services.api.portal.execution import Data
from services.api.portal.frame import STAFF
from services.api.portal.page import Page


def _line(data: Data) -> dict[str, Any]:
    return {**part_of_case(data), "line": line_of(data["child"])}


PAGE = Page(
    name="child_history",
    path="/children/{id:str}/history",
    query="ChildHistory",
    audience=STAFF,
    context=_line,
    takes=("kind", "page"),
)
