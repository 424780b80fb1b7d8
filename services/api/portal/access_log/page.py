"""Who looked at a child's data, and who can: what a family may always ask (GDPR article 15)."""

from typing import Any, Final

from litestar import Response

from services.api.portal.access_log.days import log_days
from services.api.portal.execution import Data
from services.api.portal.formats import local
from services.api.portal.forms import Fields, FormState
from services.api.portal.frame import frame_of
from services.api.portal.language import N_, PortalRequest
from services.api.portal.page import Page, go_to, sent_values, show
from services.api.portal.render import nodes
from services.api.portal.security import require_same_origin

_AHEAD: Final = N_("Vælg i dag eller en dag, der er gået. Ingen ved, hvem der ser data senere.")


def _days(data: Data) -> dict[str, Any]:
    return {"days": log_days(nodes(data["accessLog"]))}


PAGE = Page(
    name="access_log",
    path="/access-log/{child:str}",
    query="AccessLog",
    takes_after=True,
    takes=("on",),
    context=_days,
)


async def then(request: PortalRequest) -> Response[Any]:
    """Go to who could see the child on a day; or say what is wrong with the day."""
    require_same_origin(request)
    values = await sent_values(request)
    fields = Fields(values)
    day = fields.day("on")
    viewer = (await frame_of(request)).viewer or {}
    if day and day > local(viewer["now"]).date().isoformat():
        fields.refuse("on", _AHEAD)
    if not fields.faults:
        return go_to(f"{PAGE.url({'child': str(request.path_params['child'])})}?on={day}")
    return await show(request, PAGE, form=FormState("then", values, tuple(fields.faults)), status=422)
