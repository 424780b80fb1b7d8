"""Serving the api with uvicorn: the same for production and for one machine, but for the mode."""

from typing import Final

import uvicorn

from services.api.app import create_app
from services.core.logging import configure_logging
from services.core.mode import Mode
from services.core.settings import Settings, split_bind

GRACE_SECONDS: Final = 20
"""How long running requests may take to end after SIGTERM."""


def serve(settings: Settings, mode: Mode) -> None:
    """Run until SIGTERM or SIGINT; then accept nothing new and let what is running end."""
    configure_logging("api")
    host, port = split_bind(settings.bind, "RUNDBORD_BIND")
    server = uvicorn.Server(
        uvicorn.Config(
            create_app(settings, mode),
            host=host,
            port=port,
            lifespan="on",
            log_config=None,
            access_log=False,
            server_header=False,
            date_header=True,
            proxy_headers=False,
            timeout_graceful_shutdown=GRACE_SECONDS,
            timeout_keep_alive=75,
            h11_max_incomplete_event_size=32 * 1024,
        )
    )
    server.run()
