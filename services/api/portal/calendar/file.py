"""One meeting as a file for a calendar.

Why this is safe: the file says when, and where to log in (``core/calendar/events.py``); who may have it the database decides,
as for the meeting's page.
"""

from collections.abc import Callable, Coroutine
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from litestar import Response

from services.api.auth.connection import host_of
from services.api.portal.execution import PageError, run
from services.api.portal.frame import FAMILY, STAFF, Frame
from services.api.portal.language import PortalRequest, language_of
from services.api.portal.security import PAGE_HEADERS
from services.core.calendar.events import Entry, Publisher, file_of
from services.core.errors import ErrorCode
from services.core.settings import Settings

OF_MEETING: Final = "/meetings/{id:str}/calendar.ics"
OF_CONSULTATION: Final = "/consultations/{id:str}/calendar.ics"
_HEADERS: Final = {**PAGE_HEADERS, "Content-Disposition": 'attachment; filename="meeting.ics"'}

Handler = Callable[[PortalRequest], Coroutine[Any, Any, Response[Any]]]


def _giving(document: str) -> Handler:
    async def given(request: PortalRequest) -> Response[bytes]:
        """The file; NOT_FOUND for a foreign one as for what does not exist."""
        data = (await run(request, document, {"id": str(request.path_params["id"])})).required()
        frame, found = Frame.read(data), data["entry"]
        if frame.capacity not in FAMILY | STAFF or frame.tenant is None:
            raise PageError(ErrorCode.NOT_FOUND)
        settings: Settings = request.app.state["settings"]
        entry = Entry(
            UUID(found["id"]),
            datetime.fromisoformat(found["startsAt"]),
            datetime.fromisoformat(found["endsAt"]),
            found["sequence"],
            found["cancelled"],
            found["path"],
            preliminary=found["preliminary"],
        )
        publisher = Publisher(
            frame.tenant["name"],
            settings.url_of(host_of(request)),
            language_of(request, frame.language, family=frame.capacity in FAMILY),
        )
        content = file_of(entry, publisher, datetime.fromisoformat(found["at"]))
        return Response(content, media_type="text/calendar", headers=_HEADERS)

    return given


meeting = _giving("MeetingFile")
consultation = _giving("ConsultationFile")
