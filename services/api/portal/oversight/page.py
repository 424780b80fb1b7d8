"""For data protection: what was erased, and holds that stop an erasure. No list of children, no names."""

from typing import Any
from uuid import UUID

from litestar import Response

from services.api.portal.forms import Action, Fields, FormState, Input
from services.api.portal.frame import OVERSIGHT
from services.api.portal.language import N_, PortalRequest
from services.api.portal.page import Ids, Page, go_to, sent_values, show
from services.api.portal.security import require_same_origin

_NOT_A_NUMBER = N_("Skriv forløbets nummer, som det står i sagen.")


def _place(ids: Ids, fields: Fields) -> Input:
    return {"childId": ids["id"], "reason": fields.text("reason")}


def _lift(_: Ids, fields: Fields) -> Input:
    return {"holdId": fields.text("holdId"), "expectedVersion": fields.number("expectedVersion")}


FRONT = Page(name="oversight", path="/", query="Oversight", audience=OVERSIGHT, takes_after=True)
PAGE = Page(name="oversight", path="/oversight", query="Oversight", audience=OVERSIGHT, takes_after=True)
HOLDS = Page(
    name="oversight",
    path="/oversight/{id:str}",
    query="OversightChild",
    audience=OVERSIGHT,
    variables=lambda ids: {"childId": ids["id"]},
    template="oversight/holds.html",
    actions=(
        Action("place", "PlaceHold", _place, done="hold-placed"),
        Action("lift", "LiftHold", _lift, done="hold-lifted"),
    ),
)


async def find(request: PortalRequest) -> Response[Any]:
    """Go to the holds of a case by its number."""
    require_same_origin(request)
    values = await sent_values(request)
    fields = Fields(values)
    number = fields.text("childId") or ""
    if not fields.faults:
        try:
            return go_to(f"/oversight/{UUID(number)}")
        except ValueError:
            fields.refuse("childId", _NOT_A_NUMBER)
    return await show(request, PAGE, form=FormState("find", values, tuple(fields.faults)), status=422)
