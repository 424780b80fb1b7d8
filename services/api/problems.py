"""Answers to requests that did not succeed: JSON for programs, a page for people, GraphQL's form for GraphQL.

Bad input is never a 500, and no answer tells more of a failure than its code, its words and a trace id.
"""

from html import escape
from http import HTTPStatus
from typing import Any, Final

import msgspec
from litestar import Request, Response
from litestar.exceptions import HTTPException
from litestar.types import ExceptionHandlersMap

from services.api.failures import as_user_error
from services.api.languages import language_of
from services.api.portal.error.page import error_page
from services.api.tracing import current_trace_id
from services.core.errors import ErrorCode, UserError
from services.core.logging import log

GRAPHQL_PATH: Final = "/graphql"
PAGES_OF_THE_PORTAL: Final = frozenset({400, 403, 404, 405, 409, 413, 429, 500, 503})
"""What the portal has words for; the rest has a page of bare text."""
AnyRequest = Request[Any, Any, Any]

_OF_STATUS: Final = {
    401: (ErrorCode.UNAUTHENTICATED, ""),
    403: (ErrorCode.FORBIDDEN, ""),
    404: (ErrorCode.NOT_FOUND, "request.path_unknown"),
    405: (ErrorCode.INVALID_INPUT, "request.method"),
    413: (ErrorCode.LIMIT_EXCEEDED, ""),
    415: (ErrorCode.INVALID_INPUT, "request.content_type"),
    421: (ErrorCode.NOT_FOUND, "request.host_unknown"),
    429: (ErrorCode.RATE_LIMITED, ""),
    503: (ErrorCode.UNAVAILABLE, ""),
}


def answer(
    error: UserError, status: int, *, accept: str | None, accept_language: str | None, path: str
) -> Response[bytes]:
    """The answer for ``error``, in the form that was asked for."""
    language = language_of(accept_language)
    text, trace = error.text(language), current_trace_id()
    if path == GRAPHQL_PATH:
        said: dict[str, Any] = {
            "errors": [{"message": text, "extensions": {"code": error.code.value, **_limit(error)}}]
        }
    elif accept and "text/html" in accept:
        return Response(
            _page(text, trace, language, status),
            status_code=status,
            media_type="text/html",
            headers={"Content-Language": language},
        )
    else:
        said = {"error": {"code": error.code.value, "message": text, "traceId": trace}}
    return Response(
        msgspec.json.encode(said), status_code=status, media_type="application/json; charset=utf-8"
    )


def unknown_host(accept: str | None, accept_language: str | None, path: str) -> Response[bytes]:
    """421: no tenant has this host."""
    error = UserError(ErrorCode.NOT_FOUND, "request.host_unknown")
    return answer(error, 421, accept=accept, accept_language=accept_language, path=path)


def on_http(request: AnyRequest, raised: HTTPException) -> Response[Any]:
    """An error of the framework: unknown path, wrong method, unreadable input."""
    status = raised.status_code
    code, key = _OF_STATUS.get(status, (ErrorCode.INVALID_INPUT if status < 500 else ErrorCode.INTERNAL, ""))
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR and code is ErrorCode.INTERNAL:
        log().error("http.failed", exc_info=raised)
    error = UserError(code, key)
    if status == HTTPStatus.REQUEST_ENTITY_TOO_LARGE:
        allowed = request.route_handler.resolve_request_max_body_size() or 0
        error = UserError(code, "limit.body_bytes", params={"allowed": allowed})
    response = _for(request, error, status)
    for name in ("allow", "retry-after"):
        if value := {k.lower(): v for k, v in (raised.headers or {}).items()}.get(name):
            response.headers[name] = value
    return response


def on_user_error(request: AnyRequest, raised: UserError) -> Response[Any]:
    """What a handler tells the user."""
    return _for(request, raised, raised.code.status)


def on_anything(request: AnyRequest, raised: Exception) -> Response[Any]:
    """Everything else: sorted by what the client should do, else masked."""
    known = as_user_error(raised)
    if known is None:
        log().error("http.failed", exc_info=raised)
        known = UserError(ErrorCode.INTERNAL)
    else:
        log().warning("http.unavailable", exc_info=raised, code=known.code.value)
    return _for(request, known, known.code.status)


def _for(request: AnyRequest, error: UserError, status: int) -> Response[Any]:
    if "text/html" in request.headers.get("accept", "") and status in PAGES_OF_THE_PORTAL:
        return error_page(request, status)
    return answer(
        error,
        status,
        accept=request.headers.get("accept"),
        accept_language=request.headers.get("accept-language"),
        path=request.scope["path"],
    )


def _limit(error: UserError) -> dict[str, Any]:
    return {"limit": {"limit": "body_bytes", **error.params}} if "allowed" in error.params else {}


def _page(text: str, trace: str, language: str, status: int) -> bytes:
    # No style, no script, no tenant: this page must be possible when nothing else is.
    label = "Sporings-id" if language == "da" else "Trace id"
    return (
        f'<!doctype html>\n<html lang="{language}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width"><title>{status} · Rundbord</title></head>'
        f"<body><main><h1>{escape(text)}</h1><p>{label}: <code>{escape(trace)}</code></p></main></body></html>\n"
    ).encode()


HANDLERS: Final[ExceptionHandlersMap] = {
    HTTPException: on_http,
    UserError: on_user_error,
    Exception: on_anything,
}
