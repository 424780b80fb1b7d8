"""A page: what it asks for, who it is for, its forms; and the two ways it is reached.

``show`` runs the page's query and renders it. ``act`` runs a form's mutation, then redirects (so a reload
repeats nothing) or shows the page again with what was wrong. Where two pages share a path (a family's and a
professional's view of a meeting), the viewer's capacity chooses.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import parse_qsl

import msgspec
from litestar import Response
from litestar.response import Redirect

from services.api.graphql.texts import readable
from services.api.portal import merging
from services.api.portal.drafts import keeping
from services.api.portal.execution import Data, PageError, run
from services.api.portal.formats import local
from services.api.portal.forms import INSTANCE, KEY, Action, Fault, Fields, FormState, payload_faults
from services.api.portal.frame import ANYONE, Frame, frame_of
from services.api.portal.language import PortalRequest
from services.api.portal.render import render
from services.api.portal.security import PAGE_HEADERS, require_same_origin
from services.core.errors import ErrorCode

Ids = Mapping[str, str]
MAX_FIELDS: Final = 1000
DONE: Final = "done"
PART: Final = "at"
"""Parameter of an address: the part of the page that something was just done in."""


def _same(ids: Ids) -> dict[str, Any]:
    return dict(ids)


def _nothing(_: Data) -> dict[str, Any]:
    return {}


@dataclass(frozen=True)
class Page:
    """One page. ``name`` is its folder; ``query`` its operation; ``audience`` the capacities it is for."""

    name: str
    path: str
    query: str
    audience: frozenset[str] = ANYONE
    variables: Callable[[Ids], dict[str, Any]] = _same
    context: Callable[[Data], dict[str, Any]] = _nothing
    actions: tuple[Action, ...] = ()
    template: str = ""
    """The template's path where it is not the folder's ``template.html``."""
    takes_after: bool = False
    """Whether ``?after=`` (a cursor of the query's connection, never of names) turns the page."""
    keeps: keeping.Keeping | None = None
    """What drafts of its forms are about, where it keeps any; its query then asks for ``drafts``."""
    takes: tuple[str, ...] = ()
    """Further variables that the address may give: days and the like, never what names anybody."""
    asked_as: Callable[[Mapping[str, str | None]], dict[str, Any]] = dict
    """Those as the query's variables, where they are more than texts."""
    smaller: str = ""
    """The operation for who finds nothing by ``query`` since they see less: it asks for less of the same."""

    def url(self, ids: Ids) -> str:
        """The page's own path with its ids filled in."""
        path = self.path
        for name, value in ids.items():
            path = path.replace("{" + name + ":str}", value)
        return path


async def choose(request: PortalRequest, pages: Sequence[Page]) -> Page:
    """The page of this path that is the viewer's; NOT_FOUND when none is, as if the path did not exist."""
    if len(pages) == 1:
        return pages[0]
    frame = await frame_of(request)
    for page in pages:
        if frame.viewer is not None and frame.viewer["capacity"] in page.audience:
            return page
    raise PageError(ErrorCode.NOT_FOUND)


async def show(
    request: PortalRequest, page: Page, *, form: FormState | None = None, status: int = 200, **more: Any
) -> Response[bytes]:
    """The page as it is now."""
    ids = {name: str(value) for name, value in request.path_params.items()}
    variables = page.variables(ids)
    if page.takes_after:
        variables["after"] = request.query_params.get("after")
    asked = {name: request.query_params.get(name) or None for name in page.takes}
    asked |= more.pop("asked", {})
    variables |= page.asked_as(asked)
    variables |= more.pop("variables", {})
    answer = await run(request, page.query, variables)
    if page.smaller and answer.code is ErrorCode.NOT_FOUND:
        answer = await run(request, page.smaller, variables)
    if "viewer" in answer.data:
        frame = Frame.read(answer.data)
        request.state.frame = frame
    else:
        frame = await frame_of(request)
    if frame.capacity not in page.audience:
        raise PageError(ErrorCode.NOT_FOUND)
    data = answer.required()
    return render(
        request,
        page.template or f"{page.name}/template.html",
        {
            **data,
            **page.context(data),
            **more,
            "ids": ids,
            "asked": asked,
            "page_url": page.url(ids),
            "sent_form": form,
            "kept": keeping.kept_in(data),
        },
        status=status,
    )


async def act(request: PortalRequest, page: Page, action: Action) -> Response[Any]:
    """Run a form's mutation: redirect on success, else the page again with the faults."""
    require_same_origin(request)
    ids = {name: str(value) for name, value in request.path_params.items()}
    values = await sent_values(request)
    name = (values.get(INSTANCE) or [action.path])[-1]
    fields = Fields(values)
    filled = action.read(ids, fields)
    faults: Sequence[Fault] = fields.faults
    if not faults:
        payload = await mutate(request, action.document, filled, (values.get(KEY) or [""])[-1])
        locate = action.locate
        faults = payload_faults(payload, values, locate and (lambda path: locate(path, filled)))
        if not faults:
            if page.keeps is not None and keeping.KEPT in values:
                await keeping.drop(request, page.keeps, ids, name)
            return go_to(action.then or page.url(ids), done=action.done, part=action.part)
    return await show(request, page, form=FormState(name, values, tuple(faults)), status=422)


async def keep(request: PortalRequest, page: Page) -> Response[Any]:
    """Keep a form of the page as it stands: told to a script, or shown again filled."""
    about, ids, values = await _draft_of(request, page)
    draft = await keeping.save(request, about, ids, values)
    if "application/json" in request.headers.get("accept", ""):
        return keeping.said(msgspec.json.encode({"savedAt": local(draft["savedAt"]).strftime("%H.%M")}))
    return Redirect(
        path=keeping.back_to(page.url(ids), values[INSTANCE][-1]), status_code=303, headers=dict(PAGE_HEADERS)
    )


async def throw_away(request: PortalRequest, page: Page) -> Response[Any]:
    """Throw the draft of a form away."""
    about, ids, values = await _draft_of(request, page)
    refused = await keeping.drop(request, about, ids, (values.get(INSTANCE) or [""])[-1])
    if refused:
        raise PageError(refused)
    return go_to(page.url(ids), done="draft-dropped")


async def _draft_of(request: PortalRequest, page: Page) -> tuple[keeping.Keeping, Ids, dict[str, list[str]]]:
    require_same_origin(request)
    if page.keeps is None:
        raise PageError(ErrorCode.NOT_FOUND)
    ids = {name: str(value) for name, value in request.path_params.items()}
    return page.keeps, ids, await sent_values(request)


async def mutate(request: PortalRequest, document: str, filled: Mapping[str, Any], key: str) -> Data:
    """The payload of a document that holds one mutation."""
    data = (await run(request, document, {"input": filled}, key=key or None)).required()
    payload: Data = next(value for name, value in data.items() if name not in {"viewer", "tenant"})
    return payload


async def sent_values(request: PortalRequest) -> dict[str, list[str]]:
    """The fields of the posted form in the order of the page; files and floods of fields are refused."""
    if request.content_type[0] != "application/x-www-form-urlencoded":
        raise PageError(ErrorCode.INVALID_INPUT)
    values: dict[str, list[str]] = {}
    try:
        body = (await request.body()).decode("ascii")
        for name, value in parse_qsl(
            body, keep_blank_values=True, errors="strict", max_num_fields=MAX_FIELDS
        ):
            values.setdefault(name, []).append(readable(value))
    except ValueError as error:
        raise PageError(ErrorCode.INVALID_INPUT) from error
    # Whoever turns out to be logged out by now gets them back (``error.page``).
    request.state.sent_values = merging.chosen(values)
    return merging.chosen(values)


def go_to(path: str, *, done: str = "", part: str = "") -> Redirect:
    """See another page next (303); ``done`` is the key of the text that says what happened, ``part`` where."""
    separator = "&" if "?" in path else "?"
    target = f"{path}{separator}{DONE}={done}" if done else path
    target += f"&{PART}={part}#{part}" if part else ""
    return Redirect(path=target, status_code=303, headers=dict(PAGE_HEADERS))
