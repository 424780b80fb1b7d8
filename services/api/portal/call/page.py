"""Calling a meeting in two steps: which and when; then the model's plan, each part with its why, to decide on.

What a person must fill in or confirm stays within twelve inputs; a test counts them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from litestar import Response

from services.api.portal.forms import KEY, Fault, Fields, FormState, Input, payload_faults
from services.api.portal.frame import STAFF
from services.api.portal.language import N_, PortalRequest
from services.api.portal.options import COUNTED_ON
from services.api.portal.page import Ids, Page, go_to, mutate, sent_values, show
from services.api.portal.security import require_same_origin


def _child(ids: Ids) -> Input:
    return {"childId": ids["id"]}


START = Page(name="call", path="/children/{id:str}/call", query="CallStart", audience=STAFF, variables=_child)
PLAN = Page(
    name="call",
    path=START.path,
    query="CallPlan",
    audience=STAFF,
    variables=_child,
    template="call/plan.html",
)
_LEFT_OUT = N_("Skriv, hvorfor du fravælger en, som modellen regner med.")
_FIRST_STEP = ("type", "problemId", "startsAt", "startsAtTime", "durationMinutes", "place")


async def plan(request: PortalRequest) -> Response[Any]:
    """The second step: what the model proposes for the chosen meeting."""
    require_same_origin(request)
    values = await sent_values(request)
    fields = Fields(values)
    first = _first_step(fields)
    if fields.faults:
        return await show(request, START, form=FormState("call", values, tuple(fields.faults)), status=422)
    return await _show_plan(request, first, values)


async def call(request: PortalRequest) -> Response[Any]:
    """Call the meeting as it was decided; the family and the professionals get their messages."""
    require_same_origin(request)
    values = await sent_values(request)
    fields = Fields(values)
    first = _first_step(fields)
    filled: Input = {
        **first,
        "childId": str(request.path_params["id"]),
        "participants": _participants(fields),
        "agenda": fields.lines("agenda"),
        "reasonForSkipping": fields.text("reasonForSkipping", required=False),
    }
    faults: Sequence[Fault] = fields.faults
    if not faults:
        payload = await mutate(request, "CallMeeting", filled, (values.get(KEY) or [""])[-1])
        faults = payload_faults(payload, values)
        if not faults:
            return go_to(f"/meetings/{payload['meeting']['id']}", done="meeting-called")
    if any(fault.name in _FIRST_STEP for fault in faults):
        # What is wrong was chosen in the first step: that one comes again, with what is wrong there alone.
        faults = [replace(f, name=f.name if f.name in _FIRST_STEP else "") for f in faults]
        return await show(request, START, form=FormState("call", values, tuple(faults)), status=422)
    return await _show_plan(request, first, values, FormState("call-plan", values, tuple(faults)))


async def _show_plan(
    request: PortalRequest,
    first: Input,
    values: Mapping[str, Sequence[str]],
    form: FormState | None = None,
) -> Response[Any]:
    sent = {name: (values.get(name) or [""])[-1] for name in _FIRST_STEP}
    return await show(
        request,
        PLAN,
        form=form,
        status=422 if form else 200,
        variables={name: first[name] for name in ("problemId", "type", "startsAt")},
        chosen={"startsAt": first["startsAt"], "place": first["place"], "sent": sent},
    )


def _first_step(fields: Fields) -> Input:
    return {
        "type": fields.text("type"),
        "problemId": fields.text("problemId", required=False),
        "startsAt": fields.moment("startsAt"),
        "durationMinutes": fields.number("durationMinutes"),
        "place": fields.text("place"),
    }


def _participants(fields: Fields) -> list[Input]:
    """Whom the person ticked or picked; those the model counts on who are not come with the reason why."""
    invited = set(fields.many("invite"))
    reason = fields.text("leaveOutReason", required=False)
    found: list[Input] = []
    for name in [name for name in fields.values if name.startswith("role-")]:
        number = name.removeprefix("role-")
        role = fields.text(name)
        person = fields.text(f"person-{number}", required=False)
        picked = fields.text(f"pick-{number}", required=False)
        if picked or (person and number in invited):
            found.append({"role": role, "personId": picked or person})
        elif fields.text(f"strength-{number}", required=False) in COUNTED_ON and (person or reason):
            found.append({"role": role, "personId": person, "leaveOutReason": reason})
    if reason is None and any("leaveOutReason" in one for one in found):
        fields.refuse("leaveOutReason", _LEFT_OUT)
    return found
