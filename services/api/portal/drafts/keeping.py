"""Drafts of a page: a form that is being written is kept for its author until it is sent or thrown away.

With scripts it is sent here every few seconds (``draft.js``); without them there is a button. A page that keeps drafts
names what its forms are about, and asks for ``drafts`` in its query.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlencode

from litestar import Response

from services.api.portal.execution import Data, PageError, run
from services.api.portal.forms import INSTANCE, KEY
from services.api.portal.language import PortalRequest
from services.api.portal.security import PAGE_HEADERS
from services.core.errors import ErrorCode

KEPT: Final = "_kept"
"""Hidden field: this form's page keeps drafts of it."""
WANTED: Final = "draft"
"""Parameter of an address: the form to fill from its draft."""


@dataclass(frozen=True)
class Keeping:
    """What a page's forms are about: GraphQL's ``DraftAbout``, and the path parameter that names it."""

    kind: str
    parameter: str = "id"

    def about(self, ids: Mapping[str, str]) -> dict[str, Any]:
        """The variables of the draft documents."""
        return {"kind": self.kind, "aboutId": ids[self.parameter]}


@dataclass(frozen=True)
class Kept:
    """A draft as a page shows it. ``saved_at`` as GraphQL's DateTime."""

    form: str
    saved_at: str
    values: Mapping[str, Sequence[str]]


def kept_in(data: Data) -> dict[str, Kept]:
    """The drafts in a page's answer, by form."""
    return {
        row["form"]: Kept(row["form"], row["savedAt"], {one["name"]: one["values"] for one in row["fields"]})
        for row in data.get("drafts") or ()
    }


def writable(values: Mapping[str, Sequence[str]]) -> list[dict[str, Any]]:
    """The fields of a form as GraphQL takes them; what is the form's own machinery is left out."""
    return [
        {"name": name, "values": list(said)}
        for name, said in values.items()
        if name not in (INSTANCE, KEY, KEPT)
    ]


async def save(
    request: PortalRequest, keeping: Keeping, ids: Mapping[str, str], values: Mapping[str, Sequence[str]]
) -> Data:
    """Keep what was sent; the draft. Raises ``PageError`` for a form about what is absent or another's."""
    form = (values.get(INSTANCE) or [""])[-1]
    sent = {**keeping.about(ids), "form": form, "fields": writable(values)}
    payload: Data = (await run(request, "SaveDraft", {"input": sent})).required()["saveDraft"]
    if payload["errors"]:
        raise PageError(ErrorCode(payload["errors"][0]["code"]))
    draft: Data = payload["draft"]
    return draft


async def drop(
    request: PortalRequest, keeping: Keeping, ids: Mapping[str, str], form: str
) -> ErrorCode | None:
    """Throw a draft away; why not, where what it is about is absent or another's.

    After a form was sent nobody needs to know: what it did may have been the end of one's access.
    """
    payload = (await run(request, "DropDraft", {"input": {**keeping.about(ids), "form": form}})).required()
    errors = payload["dropDraft"]["errors"]
    return ErrorCode(errors[0]["code"]) if errors else None


def back_to(path: str, form: str) -> str:
    """The address at which a form is filled from its draft."""
    return f"{path}?{urlencode({WANTED: form})}#{form}"


def said(body: bytes) -> Response[bytes]:
    """An answer to a script: JSON, kept by nobody."""
    return Response(content=body, media_type="application/json", headers=dict(PAGE_HEADERS), status_code=200)
