"""``/graphql``: the HTTP side of the one contract.

Status codes: with ``application/graphql-response+json`` a document that can't be used is 4xx; with
``application/json`` it is 200, as older clients expect. A request without a session is 401 in both.
"""

import time
from collections.abc import Mapping
from typing import Any

from litestar import Request, Response, route
from litestar.datastructures import State
from litestar.enums import HttpMethod
from litestar.handlers import HTTPRouteHandler
from litestar.response import Redirect

from services.api.auth.connection import host_of
from services.api.auth.credentials import CookieNames, credential_of
from services.api.auth.origin import is_same_origin
from services.api.graphql.documents import Refused
from services.api.graphql.engine import Ask, Engine, Outcome
from services.api.graphql.faults import user_fault
from services.api.graphql.limits import Limits
from services.api.graphql.protocol import JSON, Sent, Unreadable, answer_type, read_get, read_post, wants_page
from services.api.languages import language_of
from services.api.metrics import count_operation
from services.api.tracing import current_trace_id
from services.core.errors import ErrorCode, UserError
from services.core.identity import RequestIdentity
from services.core.settings import Settings

AnyRequest = Request[object, object, State]


def graphql_handler(limits: Limits) -> HTTPRouteHandler:
    """The route, with the limit of its body."""
    return route(
        "/graphql",
        http_method=[HttpMethod.GET, HttpMethod.POST],
        status_code=200,
        request_max_body_size=limits.body_bytes,
        include_in_schema=False,
    )(graphql)


async def graphql(request: AnyRequest, state: State) -> Response[Any]:
    """Answer one operation."""
    engine: Engine = state.engine
    if state.mode.is_local and request.method == HttpMethod.GET and wants_page(request.headers.get("accept")):
        return Redirect("/graphiql", status_code=303)
    language = language_of(request.headers.get("accept-language"))
    kind = JSON
    try:
        kind = answer_type(request.headers.get("accept"))
        sent = await _sent(request)
        outcome, status = await _answer(engine, state.settings, request, sent, language, kind)
    except Unreadable as refused:
        outcome = Outcome((user_fault(refused.error, language),))
        return _response(outcome, refused.status, kind, refused.headers)
    return _response(outcome, status, kind, {})


async def _sent(request: AnyRequest) -> Sent:
    if request.method == HttpMethod.GET:
        return read_get(request.scope["query_string"])
    return read_post(request.headers.get("content-type"), await request.body())


async def _answer(
    engine: Engine, settings: Settings, request: AnyRequest, sent: Sent, language: str, kind: str
) -> tuple[Outcome, int]:
    url = settings.url_of(host_of(request))
    ask = Ask(
        who=identity_of(request, url),
        document=sent.query,
        operation_name=sent.operation_name,
        variables=sent.variables,
        idempotency_key=request.headers.get("idempotency-key"),
        trace_id=current_trace_id(),
        language=language,
    )
    try:
        chosen = engine.choose(ask)
    except Refused as refused:
        return Outcome(tuple(refused.faults)), 200 if kind == JSON else 400
    if chosen.is_mutation:
        if request.method != HttpMethod.POST:
            raise Unreadable(
                405, UserError(ErrorCode.INVALID_INPUT, "request.mutation_by_get"), {"Allow": "POST"}
            )
        shown = ask.who.credential
        by_cookie = shown is not None and shown.kind == "cookie"
        if by_cookie and not is_same_origin(request, url):
            raise Unreadable(403, UserError(ErrorCode.FORBIDDEN, "request.origin"))
    began = time.perf_counter()
    outcome = await engine.run(chosen, ask)
    count_operation(chosen.is_mutation, outcome.codes, time.perf_counter() - began)
    return outcome, outcome.status


def identity_of(request: AnyRequest, url: str) -> RequestIdentity:
    """Which host a request names, and what it shows."""
    return RequestIdentity(host_of(request), credential_of(request, CookieNames.of(url)))


def _response(outcome: Outcome, status: int, kind: str, headers: Mapping[str, str]) -> Response[bytes]:
    return Response(
        outcome.body,
        status_code=status,
        media_type=f"{kind}; charset=utf-8",
        headers={"Vary": "Accept, Accept-Language, Authorization, Cookie", **headers},
    )
