"""How somebody sees it before or at a meeting: what they are asked, what is written already, and what they may do with it."""

from typing import Any, Final

from litestar import Response

from services.api.portal.execution import Data, PageError, run
from services.api.portal.forms import Action, Fields, Input
from services.api.portal.frame import FAMILY, STAFF
from services.api.portal.language import PortalRequest
from services.api.portal.page import Ids, Page, go_to
from services.core.errors import ErrorCode
from services.core.perspective.drawing import LARGEST

VOICES: Final = {"child": "CHILD", "parent": "PARENT", "professional": "PROFESSIONAL"}
"""What an address says of who speaks."""
OWN: Final = "/meetings/{id:str}/perspective"


def voice_of(ids: Ids) -> str:
    """Who speaks on the page of these ids; NOT_FOUND for a word that means nobody."""
    if ids["whose"] not in VOICES:
        raise PageError(ErrorCode.NOT_FOUND)
    return VOICES[ids["whose"]]


def _variables(ids: Ids) -> dict[str, Any]:
    return {"id": ids["id"], "whose": voice_of(ids)}


def _context(_: Data) -> dict[str, Any]:
    return {"most_bytes": LARGEST}


def _take_back(_: Ids, fields: Fields) -> Input:
    return {"perspectiveId": fields.text("perspectiveId")}


PAGE: Final = Page(
    name="perspective",
    path=f"{OWN}/{{whose:str}}",
    query="PerspectivePage",
    audience=FAMILY | STAFF,
    variables=_variables,
    context=_context,
    actions=(Action("take-back", "TakeBackPerspective", _take_back, done="view-taken-back"),),
)
CORRECTION: Final = Page(
    name="perspective",
    path=f"{PAGE.path}/{{version:str}}",
    query="PerspectivePage",
    audience=FAMILY | STAFF,
    variables=_variables,
    context=_context,
)
"""The same with a version to correct."""


async def own(request: PortalRequest) -> Response[Any]:
    """On to the page of one's own voice; to the meeting for whom nothing can be written there."""
    meeting = str(request.path_params["id"])
    data = (await run(request, "PerspectiveVoices", {"id": meeting})).required()
    may = data["meeting"]["mayTell"]
    return go_to(f"/meetings/{meeting}/perspective/{may[0].lower()}" if may else f"/meetings/{meeting}")
