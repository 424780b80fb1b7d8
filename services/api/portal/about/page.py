"""What anyone may read, logged in or not: the accessibility statement and how data are used, per municipality.

Both are what the law demands of the municipality (lov om tilgængelighed af offentlige organers websteder og
mobilapplikationer; the data protection regulation, articles 13 and 14). Who answers, what was assessed, which laws
apply and how long anything is kept stand in the municipality's own model.
"""

from typing import Any, Final

from babel.units import format_unit
from litestar import Response

from services.api.auth.connection import host_of
from services.api.portal.execution import PageError
from services.api.portal.frame import FAMILY, Frame, frame_of
from services.api.portal.language import N_, PortalRequest, language_of
from services.api.portal.render import render
from services.core.errors import ErrorCode
from services.core.tenancy.face import Face, face_of
from services.core.tenancy.frame import Contact
from services.core.tenancy.language import Period, Unit
from services.core.tenancy.statements import is_made_up

_RECORDS: Final = {
    "casework": N_("Samarbejdet om et barn: møder, aftaler, samtykker og planer"),
    "anonymous_meeting": N_("Drøftelser, hvor ingen er nævnt ved navn"),
    "access_event": N_("Listen over, hvem der har set data"),
    "message": N_("Beskeder, vi har sendt"),
    "session": N_("At du har været logget ind"),
}
_TRIGGERS: Final = {
    "casework_closed": N_("efter at samarbejdet er slut"),
    "meeting_held": N_("efter mødet"),
    "recorded": N_("efter at det blev skrevet ned"),
    "sent": N_("efter at de er sendt"),
    "ended": N_("efter at du er logget ud"),
}


async def accessibility(request: PortalRequest) -> Response[bytes]:
    """The accessibility statement."""
    return await _about(request, "accessibility")


async def privacy(request: PortalRequest) -> Response[bytes]:
    """What is kept, why, who sees it and for how long."""
    return await _about(request, "privacy")


async def public_face(request: PortalRequest) -> Face | None:
    """Who the municipality is, also around a page that nobody needs to log in for."""
    database = getattr(request.app.state, "database", None)
    face = await face_of(database, host_of(request)) if database is not None else None
    if face is not None and getattr(request.state, "frame", None) is None:
        tenant = face.model.tenant
        contact = {"contactEmail": tenant.contact.email, "contactPhone": tenant.contact.phone}
        look = {"colour": tenant.look.colour, "logo": face.model.logo or None}
        request.state.frame = Frame(tenant={"name": tenant.name, **contact, **look})
    return face


async def _about(request: PortalRequest, name: str) -> Response[bytes]:
    try:
        await frame_of(request)
    except PageError as error:
        if error.code is not ErrorCode.UNAUTHENTICATED:
            raise
    face = await public_face(request)
    frame: Frame | None = getattr(request.state, "frame", None)
    language = language_of(
        request,
        frame.language if frame else "",
        family=frame is None or not frame.capacity or frame.capacity in FAMILY,
    )
    return render(
        request,
        f"about/{name}.html",
        {
            "page_url": f"/about/{name}",
            "host": host_of(request),
            "said": _said(face, language) if face else None,
        },
    )


def _said(face: Face, language: str) -> dict[str, Any]:
    """What the model says of it, in the reader's language."""
    model, statements = face.model, face.model.tenant.statements

    def contact(one: Contact | None) -> dict[str, str] | None:
        if one is None or is_made_up(one.email):
            return None
        return {"name": one.name.in_language(language), "email": one.email, "phone": one.phone}

    return {
        "statements": statements,
        "accessibility": contact(statements.accessibility),
        "data_protection": contact(statements.data_protection),
        "shortcomings": [text.in_language(language) for text in statements.shortcomings],
        "purposes": [one.name.in_language(language) for one in model.purposes],
        "laws": [
            (one.name.in_language(language), wording.citation.in_language(language))
            for one in model.law
            if (wording := one.on(face.today)) is not None
        ],
        "kept": [
            (_RECORDS[one.record], period_in(one.keep, language), _TRIGGERS[one.trigger], one.then.value)
            for one in model.retention
        ],
    }


def period_in(kept: Period, language: str) -> str:
    """How long something is kept, in words."""
    count, unit = (
        (6 * kept.count, "months") if kept.unit is Unit.HALF_YEARS else (kept.count, kept.unit.value)
    )
    named = unit.removeprefix("working_").removesuffix("s")
    said = str(format_unit(count, f"duration-{named}", locale=language))
    # Where a language's data has the words only once, as Arabic's for days, they stand as the short ones.
    return (
        said
        if "duration" not in said
        else str(format_unit(count, f"duration-{named}", "short", locale=language))
    )
