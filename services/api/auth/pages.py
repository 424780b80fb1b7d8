"""The few pages of login and logout: what happened, and one thing to do next. No script, nothing from elsewhere."""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from litestar import Response

from services.api.auth.connection import Connection
from services.api.auth.refusal import Refusal, say
from services.core.errors import DEFAULT_LANGUAGE, LANGUAGES

LANGUAGE_COOKIE: Final = "rundbord_language"

# same-origin, not no-referrer: under no-referrer a browser sends ``Origin: null`` with our own forms.
HEADERS: Final[Mapping[str, str]] = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Vary": "Accept, Cookie",
}


def language_of(connection: Connection) -> str:
    """The language chosen on this machine, else Danish."""
    chosen = connection.cookies.get(LANGUAGE_COOKIE, "")
    return chosen if chosen in LANGUAGES else DEFAULT_LANGUAGE


def wants_page(connection: Connection) -> bool:
    """Whether a person looks at the answer (a browser), not a program."""
    return "text/html" in connection.headers.get("accept", "")


def page(
    connection: Connection,
    words: str,
    *,
    status: int = 200,
    links: Sequence[tuple[str, str]] = (),
    logout_form: bool = False,
    onward: str = "",
) -> Response[Any]:
    """A page. ``links`` are (address, text); ``onward`` is where the browser goes on by itself."""
    language = language_of(connection)
    body = _template().render(
        language=language,
        title=say(words, "title", language),
        text=say(words, "text", language),
        links=links,
        logout=say("button", "logout", language) if logout_form else "",
        onward=onward,
        onward_text=say("button", "onward", language),
    )
    return Response(
        body, status_code=status, media_type="text/html",
        headers={**HEADERS, "Content-Language": language},
    )  # fmt: skip


def refused(connection: Connection, refusal: Refusal) -> Response[Any]:
    """A refusal as a page for people, as JSON for programs."""
    language = language_of(connection)
    if wants_page(connection):
        again = ("/auth/login", say("button", "login", language))
        front = ("/", say("button", "front", language))
        answer = page(connection, refusal.words, status=refusal.status, links=(again, front))
    else:
        message = say(refusal.words, "text", language)
        answer = Response(
            {"code": refusal.code.value, "reason": refusal.reason.value, "message": message},
            status_code=refusal.status,
            media_type="application/json",
            headers=dict(HEADERS),
        )
    if refusal.retry_after:
        answer.headers["Retry-After"] = str(refusal.retry_after)
    return answer


@cache
def _template() -> Any:
    loader = FileSystemLoader(Path(__file__).parent)
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined).get_template("page.html")
