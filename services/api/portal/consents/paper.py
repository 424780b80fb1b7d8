"""The paper on which somebody answered, as a download.

Why this is safe: it is one of three kinds that its own bytes say; it is given as an attachment of that type that no
browser guesses at, so that nothing in it runs as a page of ours. Who may see it the database decides.
"""

import base64
from typing import Final

from litestar import Response

from services.api.portal.execution import run
from services.api.portal.language import PortalRequest
from services.api.portal.security import PAGE_HEADERS

_SUFFIXES: Final = {"application/pdf": "pdf", "image/jpeg": "jpg", "image/png": "png"}
PATH: Final = "/consents/{id:str}/paper"


async def paper(request: PortalRequest) -> Response[bytes]:
    """The file; NOT_FOUND for a foreign one as for what does not exist."""
    found = (await run(request, "ConsentPaper", {"id": str(request.path_params["id"])})).required()
    document = found["consentDocument"]
    name = f"consent.{_SUFFIXES[document['mediaType']]}"
    return Response(
        content=base64.b64decode(document["content"]),
        media_type=document["mediaType"],
        headers={
            **PAGE_HEADERS,
            "Content-Disposition": f'attachment; filename="{name}"',
        },
    )
