"""An answer that came on paper or by word of mouth: the form that can bring the paper.

Why this is safe: the file is kept in memory alone, within the limit that the route has; what it is, its own first bytes
say; its name is thrown away, and the noun seals it under the child's dossier.
"""

import base64
from collections.abc import Sequence
from typing import Any, Final

from litestar import Response

from services.api.portal.child_consents.page import PAGE
from services.api.portal.execution import PageError
from services.api.portal.forms import KEY, Fault, Fields, FormState, payload_faults
from services.api.portal.frame import frame_of
from services.api.portal.language import PortalRequest
from services.api.portal.page import go_to, mutate, show
from services.api.portal.security import require_same_origin
from services.api.portal.uploads import sent_with_file
from services.core.errors import ErrorCode

UPLOAD_BYTES: Final = 6 * 1024 * 1024
"""A little more than a paper may have: the noun says what is too large, in words."""
PATH: Final = "/children/{id:str}/consents/record"
FORM: Final = "record"


async def record(request: PortalRequest) -> Response[Any]:
    """Write an answer down, or show the form again with what is wrong."""
    require_same_origin(request)
    if (await frame_of(request)).capacity not in PAGE.audience:
        raise PageError(ErrorCode.NOT_FOUND)
    child = str(request.path_params["id"])
    values, content = await sent_with_file(request, FORM)
    fields = Fields(values)
    filled = {
        "childId": child,
        "purpose": fields.text("purpose"),
        "giverId": fields.text("giverId"),
        "answer": fields.text("answer"),
        "channel": fields.text("channel"),
        "saidAt": fields.moment("saidAt"),
        "where": fields.text("where", required=False),
        "document": base64.b64encode(content).decode("ascii") if content else None,
    }
    faults: Sequence[Fault] = fields.faults
    if not faults:
        payload = await mutate(request, "RecordConsent", filled, (values.get(KEY) or [""])[-1])
        faults = payload_faults(payload, {**values, "document": [""]})
        if not faults:
            return go_to(PAGE.url({"id": child}), done="consent-recorded")
    return await show(request, PAGE, form=FormState(FORM, values, tuple(faults)), status=422)
