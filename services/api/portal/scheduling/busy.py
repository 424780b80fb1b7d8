"""One's own busy times: a calendar file that is read for its times and kept nowhere.

Why this is safe: only those who come to meetings at work reach it; the file is held in memory within the limit of the route,
read in a process of its own (``core/scheduling/isolated.py``), and its name is thrown away.
"""

import base64
from collections.abc import Sequence
from typing import Any, Final

from litestar import Response

from services.api.portal.execution import PageError
from services.api.portal.forms import KEY, REQUIRED, Action, Fault, Fields, FormState, Input, payload_faults
from services.api.portal.frame import STAFF, frame_of
from services.api.portal.language import PortalRequest
from services.api.portal.page import Ids, Page, go_to, mutate, show
from services.api.portal.security import require_same_origin
from services.api.portal.uploads import sent_with_file
from services.core.errors import ErrorCode

UPLOAD_BYTES: Final = 2 * 1024 * 1024
"""More than a file may have: the noun says what is too large, in words."""
FORM: Final = "busy"


def _forget(_: Ids, __: Fields) -> Input:
    return {}


PAGE = Page(
    name="scheduling",
    path="/me/calendar/busy",
    query="BusyTimes",
    audience=STAFF,
    template="scheduling/busy.html",
    takes_after=True,
    actions=(Action("forget", "ForgetBusyTimes", _forget, done="busy-forgotten"),),
)


async def load(request: PortalRequest) -> Response[Any]:
    """Read a calendar file: its times are kept, or the form comes again with what is wrong."""
    require_same_origin(request)
    if (await frame_of(request)).capacity not in PAGE.audience:
        raise PageError(ErrorCode.NOT_FOUND)
    values, content = await sent_with_file(request, FORM)
    faults: Sequence[Fault] = () if content else (Fault("content", REQUIRED),)
    if not faults:
        filled = {"content": base64.b64encode(content).decode("ascii")}
        payload = await mutate(request, "LoadBusyTimes", filled, (values.get(KEY) or [""])[-1])
        faults = payload_faults(payload, {**values, "content": [""]})
        if not faults:
            return go_to(PAGE.path, done="busy-loaded")
    return await show(request, PAGE, form=FormState(FORM, values, tuple(faults)), status=422)
