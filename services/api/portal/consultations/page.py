"""Fixed meetings and meetings without names: what is ahead, asking for time on the next one, and calling one.

Ids of a unit and keys of the model stand in the address of a new one, and nothing of what it is about.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from litestar import Response

from services.api.portal.execution import Data, PageError, run
from services.api.portal.formats import parse_moment
from services.api.portal.forms import KEY, Action, Fault, Fields, FormState, Input, payload_faults
from services.api.portal.frame import STAFF
from services.api.portal.language import PortalRequest
from services.api.portal.page import Ids, Page, go_to, mutate, sent_values, show
from services.api.portal.render import nodes
from services.api.portal.security import require_same_origin
from services.core.errors import ErrorCode

_ANSWER: Final = "answer-"
"""What the fields of one's answers begin with; the rest is the meeting."""


def _ask(_: Ids, fields: Fields) -> Input:
    return {
        "slotId": fields.text("slotId"),
        "text": fields.text("text"),
        "keepReason": fields.text("keepReason", required=False),
    }


def _answers(_: Ids, fields: Fields) -> Input:
    given = {
        name.removeprefix(_ANSWER): fields.text(name, required=False)
        for name in fields.values
        if name.startswith(_ANSWER)
    }
    return {"answers": [{"consultationId": one, "answer": said} for one, said in given.items() if said]}


def _context(data: Data) -> dict[str, Any]:
    """What is ahead stands first and begins with the nearest; what is over begins with the latest."""
    now, found = parse_moment(data["viewer"]["now"]), nodes(data["consultations"])
    ahead = [one for one in found if one["status"] == "PLANNED" and parse_moment(one["startsAt"]) >= now]
    return {"ahead": ahead[::-1], "before": [one for one in found if one not in ahead]}


PAGE = Page(
    name="consultations",
    path="/consultations",
    query="Consultations",
    audience=STAFF,
    context=_context,
    actions=(
        Action("ask", "AskForTime", _ask, done="time-asked"),
        Action("answer", "AnswerConsultations", _answers, done="dates-answered"),
    ),
    takes_after=True,
)
NEW = Page(
    name="consultations",
    path="/consultations/new",
    query="ConsultationNew",
    audience=STAFF,
    template="consultations/new.html",
)
WHERE = replace(NEW, query="ConsultationWhere", template="consultations/where.html")
WHICH = replace(NEW, query="ConsultationWhich", template="consultations/which.html")


async def start(request: PortalRequest) -> Response[Any]:
    """The form; before it, where there is more than one, the place and the type."""
    unit, kind = request.query_params.get("unit", ""), request.query_params.get("type", "")
    if unit and kind:
        return await _show_new(request, unit, kind)
    if not unit:
        answer = (await run(request, WHERE.query, {})).required()
        if answer["viewer"]["capacity"] not in STAFF:
            raise PageError(ErrorCode.NOT_FOUND)
        places = answer["viewer"]["units"]
        return go_to(f"{NEW.path}?unit={places[0]['id']}") if len(places) == 1 else await show(request, WHERE)
    found = (await run(request, WHICH.query, {"unitId": unit})).required()["consultationTypes"]
    mine = [one for one in found if one["mayConvene"]]
    if len(mine) == 1:
        return go_to(f"{NEW.path}?unit={unit}&type={mine[0]['type']}")
    return await show(request, WHICH, variables={"unitId": unit}, unit=unit)


async def call(request: PortalRequest) -> Response[Any]:
    """Call it as it was decided; what names somebody comes back with a kind word at its field, and nothing is lost."""
    require_same_origin(request)
    values = await sent_values(request)
    fields = Fields(values)
    unit, kind = fields.text("unitId") or "", fields.text("type") or ""
    circle, names = _circle(fields)
    filled: Input = {
        "unitId": unit,
        "type": kind,
        "subject": fields.text("subject", required=False),
        "startsAt": fields.moment("startsAt"),
        "place": fields.text("place"),
        "items": fields.lines("items"),
        "district": fields.text("district", required=False),
        "durationMinutes": fields.number("durationMinutes", required=False),
        "circle": circle,
        "facts": fields.many("facts"),
        "reason": fields.text("reason", required=False),
        "keepReason": fields.text("keepReason", required=False),
    }
    faults: Sequence[Fault] = fields.faults
    if not faults:

        def locate(path: Sequence[str]) -> str:
            if path[0] == "circle" and len(path) > 1 and path[1].isdecimal():
                return names[int(path[1])] if int(path[1]) < len(names) else ""
            return path[0]

        payload = await mutate(request, "CallConsultation", filled, (values.get(KEY) or [""])[-1])
        faults = payload_faults(payload, values, locate)
        if not faults:
            return go_to(f"/consultations/{payload['consultation']['id']}", done="consultation-called")
    return await _show_new(request, unit, kind, FormState("new", values, tuple(faults)))


async def _show_new(
    request: PortalRequest, unit: str, kind: str, form: FormState | None = None
) -> Response[Any]:
    return await show(
        request,
        NEW,
        form=form,
        status=422 if form else 200,
        variables={"unitId": unit, "type": kind},
        unit=unit,
        type=kind,
    )


def _circle(fields: Fields) -> tuple[list[Input], list[str]]:
    """The choices for the plan's roles, and beside them the field that each stands in."""
    found: list[Input] = []
    names: list[str] = []
    for name in [name for name in fields.values if name.startswith("role-")]:
        number, role = name.removeprefix("role-"), fields.text(name)
        for field, key, chosen in (
            (f"pick-{number}", "personId", fields.many(f"pick-{number}")),
            (f"name-{number}", "name", fields.lines(f"name-{number}")),
            (f"leave-{number}", "leaveOutReason", fields.many(f"leave-{number}")),
        ):
            for value in chosen:
                found.append({"role": role, key: value})
                names.append(field)
    return found, names
