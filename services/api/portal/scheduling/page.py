"""Finding a time: who is asked answers, who leads the meeting sees the answers and chooses, all by forms alone."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any, Final
from urllib.parse import urlencode

from litestar import Response

from services.api.portal.execution import Data, PageError, run
from services.api.portal.formats import local
from services.api.portal.forms import REQUIRED, Action, Fields, Input
from services.api.portal.frame import FAMILY, STAFF, frame_of
from services.api.portal.language import PortalRequest
from services.api.portal.page import Ids, Page, go_to, sent_values, show
from services.api.portal.security import require_same_origin
from services.core.errors import ErrorCode

_ANSWERS: Final = ("FITS", "RATHER_NOT", "NOT")
_NO_PROBLEM: Final = "none"
_SEARCHED: Final = timedelta(weeks=4)
_MOST_PEOPLE: Final = 30


def _answer(_: Ids, fields: Fields) -> Input:
    said = []
    for name in [name for name in fields.values if name.startswith("time-")]:
        given = fields.text(name, required=False)
        if given not in _ANSWERS:
            fields.refuse(name, REQUIRED)
        said.append({"proposedTimeId": name.removeprefix("time-"), "answer": given})
    return {"proposalId": fields.text("proposalId"), "answers": said}


def _propose(ids: Ids, fields: Fields) -> Input:
    own = fields.moment("own", required=False)
    return {
        "meetingId": ids["id"],
        "startsAt": [*fields.many("startsAt"), *([own] if own else [])],
        "answerBy": fields.day("answerBy"),
        "expectedVersion": fields.number("expectedVersion"),
    }


def _move(ids: Ids, fields: Fields) -> Input:
    return {
        "meetingId": ids["id"],
        "startsAt": fields.text("at"),
        "reason": fields.text("reason", required=False),
        "expectedVersion": fields.number("expectedVersion"),
    }


def _fix(_: Ids, fields: Fields) -> Input:
    return _keep(_, fields) | {"proposedTimeId": fields.text("proposedTimeId")}


def _keep(_: Ids, fields: Fields) -> Input:
    return {
        "proposalId": fields.text("proposalId"),
        "reason": fields.text("reason", required=False),
        "expectedVersion": fields.number("expectedVersion"),
    }


def _later(data: Data) -> dict[str, Any]:
    times = data["freeTimes"]
    last = max((local(one["startsAt"]).date() for one in times), default=None)
    after = last or local(data["meeting"]["startsAt"]).date() + _SEARCHED
    return {"later": (after + timedelta(days=1)).isoformat()}


ASKED = Page(
    name="scheduling",
    path="/meetings/{id:str}/times",
    query="TimesAsked",
    audience=FAMILY | STAFF,
    actions=(Action("answer", "AnswerTimes", _answer, done="times-answered"),),
)
FIND = Page(
    name="scheduling",
    path="/meetings/{id:str}/find-a-time",
    query="FindATime",
    audience=STAFF,
    context=_later,
    template="scheduling/find.html",
    takes=("from",),
    actions=(
        Action("propose", "ProposeTimes", _propose, done="times-proposed"),
        Action("move", "MoveToFreeTime", _move, done="meeting-moved"),
        Action("fix", "FixTime", _fix, done="time-fixed"),
        Action("keep", "KeepTime", _keep, done="time-kept"),
    ),
)
TO_CALL = Page(
    name="scheduling",
    path="/children/{id:str}/find-a-time",
    query="FindATimeToCall",
    audience=STAFF,
    variables=lambda ids: {"childId": ids["id"]},
    template="scheduling/call_find.html",
)


async def find_to_call(request: PortalRequest) -> Response[Any]:
    """Times for a meeting that is thought of, with the people whom the model proposes."""
    sent = request.query_params
    return await _found(request, {name: sent.getall(name, []) for name in ("type", "problem")})


async def find_with(request: PortalRequest) -> Response[Any]:
    """The same with the people whom the viewer ticked, from the day they asked for; or from the first step of calling."""
    require_same_origin(request)
    return await _found(request, await sent_values(request))


async def _found(request: PortalRequest, sent: Mapping[str, Sequence[str]]) -> Response[Any]:
    if (await frame_of(request)).capacity not in STAFF:
        raise PageError(ErrorCode.NOT_FOUND)

    def of(name: str) -> str:
        return (sent.get(name) or [""])[-1]

    child, kind, problem = str(request.path_params["id"]), of("type"), of("problem") or of("problemId")
    problem = problem or _NO_PROBLEM
    back = f"/children/{child}/call?{urlencode({'problem': problem, 'type': kind})}"
    if not kind:
        return go_to(back)
    about = {"childId": child, "problemId": None if problem == _NO_PROBLEM else problem, "type": kind}
    first = _day(of("from"))
    alone = (await run(request, TO_CALL.query, {**about, "people": [], "from": first})).required()
    days = [one["startsAt"] for one in alone["freeTimesToCall"]]
    if not days:
        raise PageError(ErrorCode.NOT_FOUND)
    plan = (await run(request, "PeopleToCall", {**about, "startsAt": days[0]})).required()["meetingPlan"]
    known = _known(plan)
    ticked = [one for one in sent.get("person", ()) if one in {person["id"] for person in known}]
    people = ticked or [person["id"] for person in known if person["proposed"]]
    return await show(
        request,
        TO_CALL,
        variables={**about, "people": people, "from": first},
        plan=plan,
        known=known,
        people=people,
        said={"type": kind, "problem": problem},
        back=back,
        later=(local(max(days)).date() + timedelta(days=1)).isoformat(),
    )


def _known(plan: Data) -> list[dict[str, Any]]:
    """Each professional once who could fill a role that is invited; who is proposed for one comes first."""
    found: dict[str, dict[str, Any]] = {}
    for role in plan["participants"]:
        if role["invited"]:
            proposed = {one["id"] for one in role["proposed"]}
            for one in [*role["proposed"], *role["candidates"]]:
                entry = {"id": one["id"], "name": one["name"], "role": role["roleName"]}
                found.setdefault(one["id"], {**entry, "proposed": one["id"] in proposed})
    return sorted(found.values(), key=lambda one: not one["proposed"])[:_MOST_PEOPLE]


def _day(written: str) -> str | None:
    try:
        return date.fromisoformat(written).isoformat() if written else None
    except ValueError:
        return None
