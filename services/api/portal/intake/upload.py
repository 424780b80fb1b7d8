"""The one form that sends a file. It goes to the same mutation as a system's, and is held by nothing on the way.

Why this is safe: who may is asked before a byte of the file is looked at; it is kept in memory alone, within the limit
that the route has; it is read as text by the noun that seals it, and by nothing else; its name is thrown away.
"""

import base64
from collections.abc import Sequence
from typing import Any, Final

from litestar import Response

from services.api.portal.execution import PageError
from services.api.portal.forms import KEY, REQUIRED, Fault, Fields, FormState, payload_faults
from services.api.portal.frame import frame_of
from services.api.portal.intake.page import ALL
from services.api.portal.language import PortalRequest
from services.api.portal.page import go_to, mutate, show
from services.api.portal.security import require_same_origin
from services.api.portal.uploads import sent_with_file
from services.core.errors import ErrorCode

UPLOAD_BYTES: Final = 13 * 1024 * 1024
"""A little more than a file may have: the noun says what is too large, in words."""
FORM: Final = "import"


async def upload(request: PortalRequest) -> Response[Any]:
    """Bring a file: on to its import, or the form again with what is wrong."""
    require_same_origin(request)
    frame = await frame_of(request)
    if frame.capacity not in ALL.audience:
        raise PageError(ErrorCode.NOT_FOUND)
    values, content = await sent_with_file(request, FORM)
    fields = Fields(values)
    filled = {
        "source": fields.text("source"),
        "kind": fields.text("kind"),
        "snapshot": fields.flag("snapshot"),
        "content": base64.b64encode(content).decode("ascii"),
    }
    if not content:
        fields.refuse("content", REQUIRED)
    faults: Sequence[Fault] = fields.faults
    if not faults:
        payload = await mutate(request, "ImportFile", filled, (values.get(KEY) or [""])[-1])
        faults = payload_faults(payload, {**values, "content": [""]})
        if not faults:
            return go_to(f"/imports/{payload['intake']['id']}")
    return await show(request, ALL, form=FormState(FORM, values, tuple(faults)), status=422)
