"""The page and its files."""

import asyncio
from pathlib import Path
from typing import Any, Final

from litestar import Request, Response, get
from litestar.exceptions import NotFoundException
from litestar.handlers import HTTPRouteHandler

from services.local.graphiql.bundle import HERE, BundleProblem, bundle

# CodeMirror sets styles on its elements; scripts stay strict.
_HEADERS: Final = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
        "font-src 'self' data:; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "Referrer-Policy": "same-origin",
}
_OWN: Final = ("start.js", "page.css")
_BUNDLED: Final = {
    "graphiql.min.js": "graphiql/graphiql.min.js",
    "graphiql.min.css": "graphiql/graphiql.min.css",
    "react.production.min.js": "react/umd/react.production.min.js",
    "react-dom.production.min.js": "react-dom/umd/react-dom.production.min.js",
}
_TYPES: Final = {".js": "text/javascript", ".css": "text/css"}


@get("/graphiql", include_in_schema=False)
async def page() -> Response[bytes]:
    """The page, or why it can't be shown."""
    try:
        await asyncio.to_thread(bundle)
    except BundleProblem as problem:
        return Response(f"{problem}\n".encode(), status_code=503, media_type="text/plain; charset=utf-8")
    return Response((HERE / "page.html").read_bytes(), media_type="text/html", headers=_HEADERS)


@get("/graphiql/{name:str}", include_in_schema=False)
async def file(request: Request[Any, Any, Any]) -> Response[bytes]:
    """One of the page's files."""
    name = str(request.path_params["name"])
    if name in _OWN:
        found = HERE / name
    elif name in _BUNDLED:
        found = await asyncio.to_thread(bundle) / _BUNDLED[name]
    else:
        raise NotFoundException
    return Response(found.read_bytes(), media_type=_TYPES[Path(name).suffix], headers=_HEADERS)


def graphiql_routes() -> tuple[HTTPRouteHandler, ...]:
    """The routes that ``services.local`` adds to the api."""
    return page, file
