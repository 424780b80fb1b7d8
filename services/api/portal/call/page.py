"""Calling a meeting in two steps: which and when; then the model's plan, each part with its why, to decide on.

The plan depends on the problem it is about, so the address names that one (an id). Child and custody holders
come of themselves; professionals are chosen. What a person must fill in stays within twelve inputs; a test
counts them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, Final
from urllib.parse import urlencode

from litestar import Response

from services.api.portal.drafts.keeping import KEPT, WANTED, Keeping, drop, kept_in
from services.api.portal.execution import PageError, run
from services.api.portal.forms import KEY, Fault, Fields, FormState, Input, payload_faults
from services.api.portal.frame import STAFF, Frame, frame_of
from services.api.portal.language import N_, PortalRequest
from services.api.portal.options import open_problems
from services.api.portal.page import Ids, Page, go_to, mutate, sent_values, show
from services.api.portal.security import require_same_origin
from services.core.errors import ErrorCode

NO_PROBLEM: Final = "none"
_FORM: Final = "call-plan"
_ALSO_AT: Final = ("alsoAt1", "alsoAt2", "alsoAt3")
"""Other times that the circle is asked about at once."""
_OVER: Final = N_("Tiden er gået. Mødet skal ligge i fremtiden.")
_NO_TIME: Final = N_("Vælg en fast tid, eller skriv dato, klokkeslæt og sted under »Et andet tidspunkt«.")
_STEP_ONE: Final = ("type", "startsAt", "startsAtTime", "place")


def _child(ids: Ids) -> Input:
    return {"childId": ids["id"]}


START = Page(
    name="call",
    path="/children/{id:str}/call",
    query="CallStart",
    audience=STAFF,
    variables=_child,
    keeps=Keeping("CHILD"),
)
PLAN = replace(START, query="CallPlan", template="call/plan.html")
WHICH = replace(START, query="CallWhich", template="call/which.html")


async def start(request: PortalRequest) -> Response[Any]:
    """The first step; before it, where a child has several problems, which one it is about."""
    asked = request.query_params
    if asked.get(WANTED) == _FORM:
        return await _resume(request)
    problem, together = asked.get("problem", ""), asked.get("together", "")
    if problem:
        return await _show_start(request, problem, previous=asked.get("previous", ""), together=together)
    if (await frame_of(request)).capacity not in STAFF:
        raise PageError(ErrorCode.NOT_FOUND)
    answer = await run(request, WHICH.query, {"childId": str(request.path_params["id"])})
    if answer.code is None and answer.data["child"]:
        found = open_problems(answer.data["child"]["problems"])
        if len(found) < 2:
            only = found[0]["id"] if found else NO_PROBLEM
            return go_to(f"{request.url.path}?{urlencode({**asked.dict(), 'problem': only}, doseq=True)}")
    return await show(request, WHICH, together=together)


async def _resume(request: PortalRequest) -> Response[Any]:
    """The second step as it was left; where the draft is gone, the first."""
    ids = {"id": str(request.path_params["id"])}
    answer = await run(request, "DraftsOf", Keeping("CHILD").about(ids))
    kept = kept_in(answer.required()).get(_FORM)
    if kept is None:
        return go_to(START.url(ids))
    fields = Fields(kept.values)
    first = _first_step(fields)
    if fields.faults:
        return go_to(START.url(ids))
    return await _show_plan(request, first, kept.values)


async def plan(request: PortalRequest) -> Response[Any]:
    """The second step: what the model proposes for the chosen meeting."""
    require_same_origin(request)
    values = await sent_values(request)
    fields = Fields(values)
    first = _first_step(fields)
    if not fields.faults and _is_over(first["startsAt"], await frame_of(request)):
        fields.refuse("slot" if fields.text("slot", required=False) else "startsAt", _OVER)
    if fields.faults:
        form = FormState("call", values, tuple(fields.faults))
        return await _show_start(
            request, first["problemId"] or NO_PROBLEM, form, _previous(first), _together(first)
        )
    return await _show_plan(request, first, values)


async def call(request: PortalRequest) -> Response[Any]:
    """Call the meeting as it was decided; the family and the professionals get their messages."""
    require_same_origin(request)
    values = await sent_values(request)
    fields = Fields(values)
    first = _first_step(fields)
    people, names = _participants(fields)
    filled: Input = {
        **first,
        "childId": str(request.path_params["id"]),
        "durationMinutes": fields.number("durationMinutes"),
        "participants": people,
        "agenda": fields.lines("agenda"),
        "reasonForSkipping": fields.text("reasonForSkipping", required=False),
        "particulars": _particulars(fields),
        "chairId": fields.text("chairId", required=False),
        "alsoAt": [at for name in _ALSO_AT if (at := fields.moment(name, required=False))],
        "answerBy": fields.day("answerBy", required=False),
    }
    faults: Sequence[Fault] = fields.faults
    if not faults:

        def locate(path: Sequence[str]) -> str:
            if len(path) > 1 and path[0] == "participants" and path[1].isdecimal():
                return names[int(path[1])] if int(path[1]) < len(names) else ""
            if path[0] == "alsoAt":
                return _ALSO_AT[0]
            return path[1] if path[0] == "particulars" and len(path) > 1 else path[0]

        payload = await mutate(request, "CallMeeting", filled, (values.get(KEY) or [""])[-1])
        faults = payload_faults(payload, values, locate)
        if not faults:
            if KEPT in values:
                await drop(request, Keeping("CHILD"), {"id": filled["childId"]}, _FORM)
            return go_to(f"/meetings/{payload['meeting']['id']}", done="meeting-called")
    if any(fault.name in _STEP_ONE for fault in faults):
        # What is wrong was chosen in the first step: that one comes again, with what is wrong there alone.
        kept = tuple(replace(f, name=f.name if f.name in _STEP_ONE else "") for f in faults)
        state = FormState("call", values, kept)
        return await _show_start(
            request, first["problemId"] or NO_PROBLEM, state, _previous(first), _together(first)
        )
    return await _show_plan(request, first, values, FormState(_FORM, values, tuple(faults)))


def _is_over(starts_at: str, frame: Frame) -> bool:
    """Whether the time has come already, by business time; one that is no time is the plan's to refuse."""
    if frame.viewer is None:
        return False
    try:
        return datetime.fromisoformat(starts_at) <= datetime.fromisoformat(frame.viewer["now"])
    except (ValueError, TypeError):
        return False


def _previous(first: Input) -> str:
    return str(first["previousMeetingId"] or "")


def _together(first: Input) -> str:
    return str(first["togetherWithId"] or "")


async def _show_start(
    request: PortalRequest,
    problem: str,
    form: FormState | None = None,
    previous: str = "",
    together: str = "",
) -> Response[Any]:
    return await show(
        request,
        START,
        form=form,
        status=422 if form else 200,
        variables={
            "problemId": None if problem == NO_PROBLEM else problem,
            "together": together,
            "joins": bool(together),
        },
        problem=problem,
        previous=previous,
        together=together,
        wanted=request.query_params.get("type", ""),
        day=request.query_params.get("day", ""),
        clock=request.query_params.get("clock", ""),
    )


async def _show_plan(
    request: PortalRequest,
    first: Input,
    values: Mapping[str, Sequence[str]],
    form: FormState | None = None,
) -> Response[Any]:
    sent = {
        name: (values.get(name) or [""])[-1]
        for name in (*_STEP_ONE, "slot", "problemId", "previousMeetingId", "togetherWithId")
    }
    return await show(
        request,
        PLAN,
        form=form,
        status=422 if form else 200,
        variables={
            name: first[name] for name in ("problemId", "type", "startsAt", "previousMeetingId", "place")
        },
        problem=first["problemId"] or NO_PROBLEM,
        chosen={"startsAt": first["startsAt"], "place": first["place"], "sent": sent},
    )


def _first_step(fields: Fields) -> Input:
    problem = fields.text("problemId", required=False)
    starts_at, _, place = (fields.text("slot", required=False) or "").partition("|")
    said = "slot" not in fields.values or any(fields.many(name) for name in ("slot", *_STEP_ONE[1:]))
    if not said:
        # One choice is missing, not each field of one of the two ways to make it.
        fields.refuse("slot", _NO_TIME)
    return {
        "type": fields.text("type"),
        "problemId": None if problem == NO_PROBLEM else problem,
        # A fixed time has its place; whoever takes one need not write them.
        "startsAt": starts_at or fields.moment("startsAt", required=said),
        "place": place or fields.text("place", required=said),
        "previousMeetingId": fields.text("previousMeetingId", required=False),
        "togetherWithId": fields.text("togetherWithId", required=False),
    }


def _particulars(fields: Fields) -> Input:
    """What the model asks beside the circle, each under the name that the api has for it."""
    several = (
        "grounds",
        "purposes",
        "documents",
        "agreedPreparation",
        "agreedBy",
        "answeredBy",
        "visitAgreedWith",
    )
    days = ("divisionAgreedOn", "measureStartedOn")
    return {
        **{name: fields.many(name) for name in several},
        **{name: fields.day(name, required=False) for name in days},
    }


def _participants(fields: Fields) -> tuple[list[Input], list[str]]:
    """The choices for the plan's roles, and beside them the field that each stands in.

    A role nobody was chosen for is left to the model; with a reason given it is left out, where the model lets
    it be.
    """
    common = fields.text("leaveOutReason", required=False)
    found: list[Input] = []
    names: list[str] = []
    for name in [name for name in fields.values if name.startswith("role-")]:
        number, role = name.removeprefix("role-"), fields.text(name)
        for choice, key, values in (
            (f"pick-{number}", "personId", fields.many(f"pick-{number}")),
            (f"name-{number}", "name", fields.lines(f"name-{number}")),
        ):
            for value in values:
                found.append({"role": role, key: value})
                names.append(choice)
        if role not in [one["role"] for one in found]:
            own = fields.text(f"leave-{number}", required=False)
            reason = own or (common if fields.flag(f"expected-{number}") else None)
            if reason:
                found.append({"role": role, "leaveOutReason": reason})
                names.append(f"leave-{number}" if own else "leaveOutReason")
    return found, names
