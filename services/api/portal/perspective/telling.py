"""The form in which somebody says how they see it, which can bring a drawing.

Why this is safe: the file is kept in memory alone, within the limit that the route has; its name is thrown away; the noun
decodes it and draws it anew before it is sealed.
"""

import base64
from collections.abc import Mapping, Sequence
from typing import Any, Final

from litestar import Response

from services.api.portal.execution import PageError
from services.api.portal.forms import KEY, Fault, Fields, FormState, Input, payload_faults
from services.api.portal.frame import FAMILY, frame_of
from services.api.portal.language import PortalRequest
from services.api.portal.page import Page, go_to, mutate, show
from services.api.portal.perspective.page import CORRECTION, PAGE, voice_of
from services.api.portal.security import require_same_origin
from services.api.portal.uploads import sent_with_file
from services.core.errors import ErrorCode

UPLOAD_BYTES: Final = 13 * 1024 * 1024
"""A little more than a drawing may have: the noun says what is too large, in words."""
PATH: Final = f"{PAGE.path}/tell"
CORRECTING: Final = f"{CORRECTION.path}/tell"
FORM: Final = "told"
ANSWER: Final = "answer-"
"""What the fields of the questions begin with; the rest is the key of the question."""


async def tell(request: PortalRequest) -> Response[Any]:
    """Record it, or show the form again with what is wrong."""
    return await _told(request, PAGE)


async def correct(request: PortalRequest) -> Response[Any]:
    """The same as a newer version."""
    return await _told(request, CORRECTION)


async def _told(request: PortalRequest, page: Page) -> Response[Any]:
    require_same_origin(request)
    # Before it is asked who they are: what a child took long to write must not be lost when the log-in has ended.
    values, content = await sent_with_file(request, FORM)
    frame = await frame_of(request)
    if frame.capacity not in page.audience:
        raise PageError(ErrorCode.NOT_FOUND)
    ids = {name: str(value) for name, value in request.path_params.items()}
    fields = Fields(values)
    filled = _read(ids, fields, content)
    faults: Sequence[Fault] = fields.faults
    if not faults:
        payload = await mutate(request, "TellPerspective", filled, (values.get(KEY) or [""])[-1])
        faults = payload_faults(payload, {**values, "drawing": [""], **_asked(filled)}, _field)
        if not faults:
            part = "" if frame.capacity in FAMILY else "perspectives"
            return go_to(f"/meetings/{ids['id']}", done="view-told", part=part)
    return await show(request, page, form=FormState(FORM, values, tuple(faults)), status=422)


def _read(ids: Mapping[str, str], fields: Fields, content: bytes) -> Input:
    return {
        "meetingId": ids["id"],
        "whose": voice_of(ids),
        "obtained": True,
        "answers": [
            {"key": name.removeprefix(ANSWER), "value": fields.text(name, required=False) or ""}
            for name in fields.values
            if name.startswith(ANSWER)
        ],
        "drawing": base64.b64encode(content).decode("ascii") if content else None,
        "way": fields.text("way", required=False),
        "toldTo": fields.text("toldTo", required=False),
        "toldToRole": fields.text("toldToRole", required=False),
        "toldOn": fields.day("toldOn", required=False),
        "ownWords": fields.flag("ownWords"),
        "participantId": fields.text("participantId", required=False),
        "forParents": fields.flag("forParents"),
        "forGuests": fields.flag("forGuests"),
        "correctsId": ids.get("version"),
        "keepDrawing": not fields.flag("dropDrawing"),
    }


def _asked(filled: Input) -> dict[str, list[str]]:
    return {f"{ANSWER}{one['key']}": [one["value"]] for one in filled["answers"]}


def _field(path: Sequence[str]) -> str:
    return f"{ANSWER}{path[1]}" if len(path) > 1 and path[0] == "answers" else path[0]
