"""Fixed meetings: the times to come, for everybody of the place; its leader sets them and gives them up."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time
from typing import Any, Final

from litestar import Response

from services.api.portal.execution import PageError, run
from services.api.portal.formats import from_local
from services.api.portal.forms import KEY, Action, Fault, Fields, FormState, Input, payload_faults
from services.api.portal.frame import STAFF
from services.api.portal.language import N_, PortalRequest
from services.api.portal.page import Ids, Page, go_to, mutate, sent_values, show
from services.api.portal.security import require_same_origin
from services.core.errors import ErrorCode

_DAY: Final = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})|(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_NOT_DAYS: Final = N_("Skriv en dato på hver linje, for eksempel 24.9.2027.")


def _cancel(_: Ids, fields: Fields) -> Input:
    return {
        "slotId": fields.text("slotId"),
        "reason": fields.text("reason"),
        "expectedVersion": fields.number("expectedVersion"),
        "keepReason": fields.text("keepReason", required=False),
    }


PAGE = Page(
    name="series",
    path="/series",
    query="Series",
    audience=STAFF,
    actions=(Action("cancel", "CancelSlot", _cancel, done="slot-cancelled"),),
)
NEW = Page(
    name="series",
    path="/series/new",
    query="SeriesNew",
    audience=frozenset({"LEADER"}),
    template="series/new.html",
)
WHICH = replace(NEW, query="SeriesWhich", template="series/which.html")


async def start(request: PortalRequest) -> Response[Any]:
    """What is to be fixed where; then the form with the times that the model's rhythm proposes."""
    unit, kind = request.query_params.get("unit", ""), request.query_params.get("type", "")
    if unit and kind:
        return await _show_new(request, unit, kind)
    if not unit:
        answer = (await run(request, PAGE.query, {})).required()
        places = answer["viewer"]["units"]
        if answer["viewer"]["capacity"] not in NEW.audience or not places:
            raise PageError(ErrorCode.NOT_FOUND)
        return go_to(f"{NEW.path}?unit={places[0]['id']}")
    return await show(request, WHICH, variables={"unitId": unit}, unit=unit)


async def fix(request: PortalRequest) -> Response[Any]:
    """Fix the times as they were written."""
    require_same_origin(request)
    values = await sent_values(request)
    fields = Fields(values)
    unit, kind = fields.text("unitId") or "", fields.text("type") or ""
    filled: Input = {
        "unitId": unit,
        "type": kind,
        "startsAt": _moments(fields),
        "place": fields.text("place"),
        "district": fields.text("district", required=False),
        "durationMinutes": fields.number("durationMinutes", required=False),
        "members": [
            {"role": fields.text(name), "personId": person}
            for name in fields.values
            if name.startswith("role-")
            for person in fields.many(f"pick-{name.removeprefix('role-')}")
        ],
        "keepReason": fields.text("keepReason", required=False),
    }
    faults: Sequence[Fault] = fields.faults
    if not faults:
        payload = await mutate(request, "FixSeries", filled, (values.get(KEY) or [""])[-1])
        faults = payload_faults(payload, values, lambda path: "days" if path[0] == "startsAt" else path[0])
        if not faults:
            return go_to(PAGE.path, done="series-fixed")
    return await _show_new(request, unit, kind, FormState("fix", values, tuple(faults)))


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
    )


def _moments(fields: Fields) -> list[str]:
    """The days, one a line, each at the time of day given."""
    clock = fields.text("clock") or ""
    found = []
    for line in fields.lines("days"):
        try:
            day, month, year = _day(line)
            at = from_local(date(year, month, day), time.fromisoformat(clock.replace(".", ":").zfill(5)))
        except ValueError:
            fields.refuse("days", _NOT_DAYS)
            return []
        found.append(at.isoformat().replace("+00:00", "Z"))
    if not found:
        fields.refuse("days", _NOT_DAYS)
    return found


def _day(written: str) -> tuple[int, int, int]:
    match = _DAY.fullmatch(written)
    if match is None:
        raise ValueError(written)
    day, month, year, *iso = match.groups()
    return (int(day), int(month), int(year)) if day else (int(iso[2]), int(iso[1]), int(iso[0]))
