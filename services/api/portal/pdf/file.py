"""Where documents are fetched.

Why this is safe: each is made from what one GraphQL operation answers its reader, in the reader's own transaction: the
database decides what is there, and the reading is on record before the document is begun. It is made anew each time and
kept nowhere. Its file is named by what it is, never by whom it is about.
"""

from collections.abc import Callable, Coroutine, Mapping
from typing import Any, Final

from litestar import Response

from services.api.portal.execution import PageError, run
from services.api.portal.frame import FAMILY, STAFF, Frame
from services.api.portal.language import PortalRequest, language_of
from services.api.portal.pdf import consultation, meeting, plan, printing
from services.api.portal.pdf.sheet import Sheet, Values, Words, Writer
from services.api.portal.security import PAGE_HEADERS
from services.core.errors import ErrorCode

Handler = Callable[[PortalRequest], Coroutine[Any, Any, Response[bytes]]]
_AUDIENCE: Final = {"meeting": FAMILY | STAFF, "child": FAMILY | STAFF, "consultation": STAFF}
BLANK: Final = "blank"
"""``?blank=yes``: the form with room to write in, for a meeting on paper."""


def _giving(query: str, name: str, subject: str, write: Writer) -> Handler:
    async def given(request: PortalRequest) -> Response[bytes]:
        """The document; NOT_FOUND for a foreign one as for what does not exist."""
        return await _given(request, query, name, subject, write)

    return given


async def _given(
    request: PortalRequest, query: str, name: str, subject: str, write: Writer
) -> Response[bytes]:
    data = (await run(request, query, {"id": str(request.path_params["id"])})).required()
    frame = Frame.read(data)
    if frame.capacity not in _AUDIENCE[subject] or not data[subject]:
        raise PageError(ErrorCode.NOT_FOUND)
    language = language_of(request, frame.language, family=frame.capacity in FAMILY)
    blank = request.query_params.get(BLANK) == "yes"
    whole, day = write(Words(language), data, blank).done(data["look"])
    return Response(
        content=await printing.printed(whole, day),
        media_type="application/pdf",
        headers={
            **PAGE_HEADERS,
            "Content-Disposition": f'inline; filename="{name}.pdf"',
            "Content-Language": language,
        },
    )


async def _plan(request: PortalRequest) -> Response[bytes]:
    """A plan by its key in the model; NOT_FOUND for a foreign one as for what does not exist."""
    key = str(request.path_params["key"])

    def write(say: Words, data: Values, blank: bool) -> Sheet:
        return plan.plan(say, data, blank, key)

    return await _given(request, "PlanPaper", "plan", "child", write)


FILES: Final[Mapping[str, Handler]] = {
    "/meetings/{id:str}/agenda.pdf": _giving("MeetingPaper", "agenda", "meeting", meeting.agenda),
    "/meetings/{id:str}/form.pdf": _giving("MeetingPaper", "form", "meeting", meeting.form),
    "/meetings/{id:str}/agreements.pdf": _giving("MeetingPaper", "agreements", "meeting", meeting.agreements),
    "/consultations/{id:str}/agenda.pdf": _giving(
        "ConsultationPaper", "agenda", "consultation", consultation.agenda
    ),
    "/consultations/{id:str}/form.pdf": _giving(
        "ConsultationPaper", "form", "consultation", consultation.form
    ),
    "/consultations/{id:str}/agreements.pdf": _giving(
        "ConsultationPaper", "agreements", "consultation", consultation.agreements
    ),
    "/children/{id:str}/plans/{key:str}/plan.pdf": _plan,
}
"""Every document, by its address."""
