"""The data protection officer asks who sees one child: by its number, in a form, never in an address."""

from typing import Any

from litestar import Response

from services.api.portal.forms import KEY, Fields, FormState, payload_faults
from services.api.portal.frame import OVERSIGHT
from services.api.portal.language import PortalRequest
from services.api.portal.page import Page, go_to, mutate, sent_values, show
from services.api.portal.security import require_same_origin

PAGE = Page(name="who_sees", path="/who-sees", query="WhoSees", audience=OVERSIGHT)


async def find(request: PortalRequest) -> Response[Any]:
    """Go to who can see the child; or say that there is none."""
    require_same_origin(request)
    values = await sent_values(request)
    fields = Fields(values)
    cpr, faults = fields.text("cpr"), tuple(fields.faults)
    if not faults:
        found = await mutate(request, "FindChild", {"cpr": cpr}, (values.get(KEY) or [""])[-1])
        faults = payload_faults(found, values)
        if not faults:
            return go_to(f"/access-log/{found['childId']}")
    # The number is not shown again.
    return await show(request, PAGE, form=FormState("find", {}, faults), status=422)
