"""When a page can't be shown: in plain words, and alike for what is absent and for what is another's.

An error page says nothing of what was asked for, not even its address, so that two of them never differ by it.
Only a fault of ours shows the trace id, for the one who reports it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlencode

from litestar import Response

from services.api.portal.drafts.keeping import KEPT
from services.api.portal.execution import PageError
from services.api.portal.language import N_, PortalRequest
from services.api.portal.page import go_to
from services.api.portal.render import render
from services.api.portal.security import PAGE_HEADERS
from services.api.tracing import current_trace_id
from services.core.errors import ErrorCode
from services.core.logging import log


@dataclass(frozen=True)
class Words:
    """What an error page says."""

    title: str
    text: str


_WORDS: Final[Mapping[int, Words]] = {
    400: Words(N_("Det kunne vi ikke bruge"), N_("Gå tilbage, og prøv igen.")),
    403: Words(
        N_("Det har du ikke adgang til"),
        N_("Din adgang kan være slut, eller den kan være til noget andet. Spørg den fagperson, du kender."),
    ),
    404: Words(
        N_("Siden findes ikke"),
        N_("Den findes ikke, eller du har ikke adgang til den. Har du haft adgang før, kan den være slut."),
    ),
    405: Words(N_("Det kunne vi ikke bruge"), N_("Gå tilbage, og prøv igen.")),
    409: Words(N_("En anden har ændret det"), N_("Gå tilbage, og hent siden igen. Så kan du se det nyeste.")),
    413: Words(N_("Det var for meget på en gang"), N_("Gå tilbage, og send mindre.")),
    422: Words(N_("Det kunne vi ikke bruge"), N_("Gå tilbage, og prøv igen.")),
    421: Words(N_("Adressen hører ikke til her"), N_("Brug det link, du har fået af din kommune.")),
    429: Words(N_("Vent lidt"), N_("Der kom for mange forsøg på kort tid. Prøv igen om et minut.")),
    500: Words(N_("Der skete en fejl hos os"), N_("Det er ikke din skyld. Prøv igen om lidt.")),
    503: Words(N_("Vi er her ikke lige nu"), N_("Vent lidt, og prøv igen. Det, du har gemt, er der stadig.")),
}


def on_page_error(request: PortalRequest, error: PageError) -> Response[Any]:
    """The page for a code of the closed list; whoever is not logged in is shown the log-in."""
    if error.code in {ErrorCode.UNAUTHENTICATED, ErrorCode.STEP_UP_REQUIRED}:
        written = getattr(request.state, "sent_values", None)
        if written and error.code is ErrorCode.UNAUTHENTICATED:
            return logged_out(request, written)
        # Only what can be asked for again: a form's path is not a page.
        onward = request.url.path if request.method == "GET" else "/"
        return go_to("/login?" + urlencode({"next": onward}))
    return error_page(request, error.code.status)


def logged_out(request: PortalRequest, written: Mapping[str, Sequence[str]]) -> Response[Any]:
    """What was sent by somebody whose log-in had ended: it waits in this page, and nowhere else, until they are back.

    They log in beside it and send it again; a form that keeps drafts comes back filled, to be looked at once more.
    """
    if "application/json" in request.headers.get("accept", ""):
        return Response(
            b"",
            media_type="application/json",
            headers=dict(PAGE_HEADERS),
            status_code=ErrorCode.UNAUTHENTICATED.status,
        )
    path = request.url.path
    page = (written.get(KEPT) or [""])[-1]
    keeps = bool(page) and (path == page or path.startswith(f"{page}/"))
    return render(
        request,
        "error/logged_out.html",
        {
            "again": f"{page}/draft" if keeps else path,
            "keeps": keeps,
            "fields": [(name, value) for name, values in written.items() for value in values],
            # None: a form that brings no file. A form that does is read in its own encoding alone.
            "file": getattr(request.state, "sent_file", None),
            "page_url": "/",
            "path": "",
            "done": None,
        },
        status=ErrorCode.UNAUTHENTICATED.status,
    )


def on_fault(request: PortalRequest, error: Exception) -> Response[Any]:
    """The page for a fault of ours. The log has the cause, the page the trace id."""
    log().error("portal.failed", exc_info=error)
    return error_page(request, 500)


def error_page(request: PortalRequest, status: int) -> Response[Any]:
    """An error page; a status without words of its own is a fault of ours."""
    known = status if status in _WORDS else 500
    answer = render(
        request,
        "error/template.html",
        {
            "words": _WORDS[known],
            "lost": known in (403, 404),
            "trace_id": current_trace_id() if known == 500 else "",
            "page_url": "/",
            "path": "",
            "done": None,
        },
        status=known,
    )
    if known == 429:
        answer.headers["Retry-After"] = "60"
    return answer
