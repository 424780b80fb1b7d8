"""Style, scripts, icons and fonts: read and compressed once, and named by their content, so that browsers keep them.

A file is found in a table by its whole name: no path leads anywhere else. What compresses is kept compressed
beside the plain bytes; it is public, so its length tells nothing (ADR 0038).
"""

import gzip
import hashlib
import mimetypes
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from litestar import HttpMethod, Request, Response, route
from litestar.exceptions import NotFoundException
from litestar.params import FromPath

STATIC: Final = Path(__file__).with_name("static")
_PACKED: Final = frozenset({".css", ".js", ".svg", ".md", ".ttf", ".eot"})
_TYPES: Final[Mapping[str, str]] = {
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".woff2": "font/woff2",
}
"""Where a machine's own table may be poor or wrong; a module script with another type is not run."""
_KEEP: Final = "public, max-age=31536000, immutable"
_KEEP_SHORT: Final = "public, max-age=300"
"""For who asks without the content's hash, or with that of another version."""


@dataclass(frozen=True)
class StaticFile:
    """One file as it is served; ``stamp`` begins its content's hash."""

    body: bytes
    packed: bytes | None
    media_type: str
    stamp: str


@cache
def static_files() -> Mapping[str, StaticFile]:
    """Every file below ``static``, by its path there."""
    return {
        file.relative_to(STATIC).as_posix(): _read(file)
        for file in STATIC.rglob("*")
        if file.is_file() and not any(part.startswith(".") for part in file.relative_to(STATIC).parts)
    }


def _read(file: Path) -> StaticFile:
    return named_file(file.name, file.read_bytes())


def named_file(name: str, body: bytes) -> StaticFile:
    """A file as it is served; its name says what it is."""
    suffix = Path(name).suffix
    return StaticFile(
        body=body,
        packed=gzip.compress(body, 9, mtime=0) if suffix in _PACKED else None,
        media_type=_TYPES.get(suffix) or mimetypes.guess_type(name)[0] or "application/octet-stream",
        stamp=hashlib.sha256(body).hexdigest()[:12],
    )


@cache
def static_url(path: str) -> str:
    """The address of a static file, with its content's hash in it."""
    file = static_files().get(path)
    return f"/static/{path}?v={file.stamp if file else 'absent'}"


@cache
def script_urls() -> tuple[str, ...]:
    """The addresses of the portal's scripts: small modules of their own, each an improvement that may be missing."""
    return tuple(static_url(path) for path in sorted(static_files()) if path.startswith("scripts/"))


@route(
    "/static/{path:path}",
    http_method=[HttpMethod.GET, HttpMethod.HEAD],
    include_in_schema=False,
    name="static",
)
async def static_file(request: Request[Any, Any, Any], path: FromPath[str]) -> Response[bytes]:
    """A file, compressed where the browser takes that."""
    file = static_files().get(path.removeprefix("/"))
    if file is None:
        raise NotFoundException
    return answer(request, file)


def answer(request: Request[Any, Any, Any], file: StaticFile) -> Response[bytes]:
    """The file, or that the browser has it already; kept for ever where it was asked for by its content."""
    named = request.query_params.get("v") == file.stamp
    headers = {
        "Cache-Control": _KEEP if named else _KEEP_SHORT,
        "ETag": f'"{file.stamp}"',
        "Vary": "Accept-Encoding",
    }
    if request.headers.get("if-none-match") == headers["ETag"]:
        return Response(b"", status_code=304, headers=headers)
    body = file.body
    if file.packed is not None and accepts_gzip(request.headers.get("accept-encoding", "")):
        body = file.packed
        headers |= {"Content-Encoding": "gzip"}
    return Response(body, headers=headers, media_type=file.media_type)


def accepts_gzip(accept_encoding: str) -> bool:
    """Whether a browser that says so takes gzip (``gzip;q=0`` does not)."""
    for offer in accept_encoding.lower().split(","):
        name, _, weight = offer.partition(";")
        if name.strip() in {"gzip", "*"}:
            return weight.replace(" ", "") not in {"q=0", "q=0.0", "q=0.00", "q=0.000"}
    return False
