"""A municipality's colour and logo for its pages: files of its own, as no page carries style of its own.

Why this is safe: the colour is `#rrggbb` and the logo a mere drawing, both held to that when the model was loaded
(`core/tenancy/look.py`). A logo that is opened by itself runs and fetches nothing. Both are everyone's to see.
"""

from functools import lru_cache
from typing import Final

from litestar import Response
from litestar.exceptions import NotFoundException

from services.api.auth.connection import host_of
from services.api.portal.language import PortalRequest
from services.api.static_files import StaticFile, answer, named_file
from services.core.tenancy.face import Face, face_of
from services.core.tenancy.frame import Look
from services.core.tenancy.look import readable

STYLE: Final = "/look.css"
LOGO: Final = "/look.svg"
DARK_GROUND: Final = "#23272e"
"""The lighter of the dark grounds on which the colour stands (`--rb-card` in rundbord.css): what is read there is read
on the other."""


@lru_cache(maxsize=256)
def _style(colour: str) -> StaticFile:
    dark = readable(colour, DARK_GROUND)
    return named_file(
        STYLE,
        f":root{{--rb-brand:{colour}}}\n"
        f"@media (prefers-color-scheme:dark){{:root{{--rb-brand:{dark}}}}}\n".encode(),
    )


@lru_cache(maxsize=256)
def _logo(svg: str) -> StaticFile:
    return named_file(LOGO, svg.encode())


def style_url(colour: str) -> str:
    """The address of the style of this colour, with its content's hash in it."""
    return f"{STYLE}?v={_style(colour).stamp}"


def logo_url(svg: str) -> str:
    """The address of this logo, with its content's hash in it."""
    return f"{LOGO}?v={_logo(svg).stamp}"


async def style(request: PortalRequest) -> Response[bytes]:
    """The colour of this host's municipality, in light and in dark; the portal's own where there is none."""
    face = await _face(request)
    return answer(request, _style((face.model.tenant.look if face else Look()).colour))


async def logo(request: PortalRequest) -> Response[bytes]:
    """The logo of this host's municipality; NOT_FOUND where it has none."""
    face = await _face(request)
    if face is None or not face.model.logo:
        raise NotFoundException
    shown = answer(request, _logo(face.model.logo))
    shown.headers["Content-Security-Policy"] = "default-src 'none'; frame-ancestors 'none'"
    return shown


async def _face(request: PortalRequest) -> Face | None:
    database = getattr(request.app.state, "database", None)
    return await face_of(database, host_of(request)) if database is not None else None
