"""``/auth/…`` as one router, with an answer for everything that can go wrong in it."""

from typing import Any, Final

import asyncpg
from litestar import Response, Router
from litestar.exceptions import ClientException

from services.api.auth.connection import Connection, host_of
from services.api.auth.login_routes import callback, capacity, login, me
from services.api.auth.logout_routes import ask_to_log_out, backchannel_logout, log_out, logged_out
from services.api.auth.pages import refused
from services.api.auth.refusal import Reason, Refusal
from services.api.failures import as_user_error
from services.core.db.away import AWAY
from services.core.logging import log, shape_of

_FORM_LIMIT: Final = 64 * 1024


def _on_refusal(request: Connection, refusal: Refusal) -> Response[Any]:
    cause = shape_of(refusal.__cause__) if refusal.__cause__ else {}
    log().info("login_refused", reason=refusal.reason.value, host=host_of(request), **cause)
    return refused(request, refusal)


def _on_failure(request: Connection, failure: Exception) -> Response[Any]:
    if as_user_error(failure) is None:
        raise failure
    return refused(request, Refusal(Reason.UNAVAILABLE))


def _on_unreadable(request: Connection, _: ClientException) -> Response[Any]:
    return refused(request, Refusal(Reason.UNREADABLE))


auth_routes: Final = [
    Router(
        "/auth",
        route_handlers=[
            login,
            callback,
            me,
            capacity,
            ask_to_log_out,
            log_out,
            logged_out,
            backchannel_logout,
        ],
        request_max_body_size=_FORM_LIMIT,
        exception_handlers={
            Refusal: _on_refusal,
            ClientException: _on_unreadable,
            asyncpg.PostgresError: _on_failure,
            **dict.fromkeys(AWAY, _on_failure),
        },
    )
]
