"""Inviting people to several dates of a series at once, and taking somebody out of the rest of them.

What became of each date is shown on the page that comes back, by date: some may stand while one was refused.
"""

from typing import Any

from litestar import Response

from services.api.portal.forms import KEY, Fault, Fields, FormState, Input, payload_faults
from services.api.portal.frame import STAFF
from services.api.portal.language import PortalRequest
from services.api.portal.page import Page, mutate, sent_values, show
from services.api.portal.security import require_same_origin

ALL = Page(
    name="consultations",
    path="/consultations/invite",
    query="ConsultationsInvite",
    audience=STAFF,
    template="consultations/invite_which.html",
)
TO = Page(
    name="consultations",
    path=ALL.path,
    query="ConsultationsInviteTo",
    audience=STAFF,
    template="consultations/invite.html",
)


async def start(request: PortalRequest) -> Response[Any]:
    """The series there are; of one, its dates and the people who fit."""
    return await _shown(request, request.query_params.get("unit", ""), request.query_params.get("type", ""))


async def invite(request: PortalRequest) -> Response[Any]:
    """Invite the chosen to the chosen dates, in one act."""
    require_same_origin(request)
    values = await sent_values(request)
    fields = Fields(values)
    filled: Input = {
        "consultationIds": fields.many("dates"),
        "people": [
            {"role": fields.text(name), "personId": person}
            for name in fields.values
            if name.startswith("role-")
            for person in fields.many(f"pick-{name.removeprefix('role-')}")
        ],
    }
    return await _done(request, "invite", "InviteToConsultations", filled, fields)


async def withdraw(request: PortalRequest) -> Response[Any]:
    """Take somebody out of the chosen dates."""
    require_same_origin(request)
    fields = Fields(await sent_values(request))
    filled: Input = {
        "consultationIds": fields.many("dates"),
        "personId": fields.text("personId"),
        "reason": fields.text("reason"),
        "keepReason": fields.text("keepReason", required=False),
    }
    return await _done(request, "withdraw", "WithdrawFromConsultations", filled, fields)


async def _done(
    request: PortalRequest, name: str, document: str, filled: Input, fields: Fields
) -> Response[Any]:
    unit, kind = fields.text("unit") or "", fields.text("type") or ""
    faults: tuple[Fault, ...] = tuple(fields.faults)
    dates: list[Any] = []
    if not faults:
        payload = await mutate(request, document, filled, (fields.values.get(KEY) or [""])[-1])
        faults = tuple(payload_faults(payload, fields.values, _where))
        dates = payload["dates"] or []
    form = FormState(name, fields.values, faults) if faults else None
    return await _shown(request, unit, kind, form, dates=dates, did=name)


def _where(path: Any) -> str:
    return "dates" if path[0] == "consultationIds" else str(path[0])


async def _shown(
    request: PortalRequest, unit: str, kind: str, form: FormState | None = None, **more: Any
) -> Response[Any]:
    if not (unit and kind):
        return await show(request, ALL)
    return await show(
        request,
        TO,
        form=form,
        status=422 if form else 200,
        variables={"unitId": unit, "type": kind},
        unit=unit,
        type=kind,
        **{"dates": [], "did": "", **more},
    )
