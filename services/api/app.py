"""The api as an ASGI application: GraphQL, log-in, pages, health. ``services.local`` passes ``Mode.LOCAL``."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Final

from litestar import Litestar
from litestar.datastructures import State
from litestar.types import ControllerRouterHandler

from services.api.auth.dependencies import AuthDependencies
from services.api.auth.routes import auth_routes
from services.api.calendar_feed import calendar
from services.api.graphql.endpoint import graphql_handler
from services.api.graphql.engine import Engine
from services.api.graphql.limits import Limits
from services.api.graphql.schema import build_schema
from services.api.graphql.trusted import page_executor
from services.api.health import live, ready
from services.api.hosts import Hosts
from services.api.metrics import MetricsServer
from services.api.portal.documents import trusted_documents
from services.api.portal.routes import portal_routes
from services.api.problems import HANDLERS
from services.api.shell import Application
from services.api.static_files import static_file
from services.core.db.database import Database
from services.core.mode import Mode
from services.core.reactions import REACTIONS
from services.core.retention.gate import ServingGate
from services.core.settings import Settings

BODY_BYTES: Final = 1024 * 1024
"""The largest body of a request that is not GraphQL: a posted form with long texts."""


def create_app(
    settings: Settings,
    mode: Mode = Mode.PRODUCTION,
    *,
    limits: Limits | None = None,
    more_routes: Sequence[ControllerRouterHandler] = (),
) -> Litestar:
    """The api for these settings. Databases are opened when it starts and closed when it ends.

    ``more_routes`` is what ``services.local`` adds (GraphiQL).
    """
    chosen = limits or Limits()
    app = Application(
        route_handlers=[
            live,
            ready,
            graphql_handler(chosen),
            static_file,
            *auth_routes,
            calendar,
            *more_routes,
            *portal_routes,
        ],
        lifespan=[lambda running: _databases(running, settings, mode, chosen)],
        exception_handlers=HANDLERS,
        state=State({"settings": settings, "mode": mode}),
        request_max_body_size=BODY_BYTES,
        openapi_config=None,
        logging_config=None,
        debug=False,
    )
    app.mode = mode
    return app


@asynccontextmanager
async def _databases(app: Litestar, settings: Settings, mode: Mode, limits: Limits) -> AsyncIterator[None]:
    metrics = MetricsServer(settings.metrics_bind) if settings.metrics_bind else None
    database = await Database.open(settings, REACTIONS)
    try:
        app.state.database = database
        app.state.hosts = Hosts(database)
        app.state.gate = ServingGate(database, settings.anchor_dir) if settings.anchor_dir else None
        engine = Engine(build_schema(), database, limits=limits, mode=mode)
        app.state.engine = engine
        app.state.execute = page_executor(engine, settings, trusted_documents())
        auth = AuthDependencies.open(settings, database, mode)
        auth.attach(app)
        try:
            yield
        finally:
            await auth.close()
    finally:
        await database.close()
        if metrics is not None:
            metrics.close()
