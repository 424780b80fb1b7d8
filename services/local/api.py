"""The api in local mode: `python -m services.local.api`."""

import socket
import sys
from collections.abc import Callable

import uvicorn

from services.api.app import create_app
from services.core.logging import configure_logging
from services.core.mode import Mode
from services.core.settings import Settings, split_bind
from services.local.entry import readiness
from services.local.graphiql import graphiql_routes


class _Server(uvicorn.Server):
    """Says when it listens, its start-up work done."""

    tell: Callable[[], None]

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self.tell()


def main() -> int:
    """Serve until told to stop."""
    tell = readiness("api")
    configure_logging("api")
    settings = Settings.from_env(needs=("database_url", "keys_url", "redis_url", "providers_file"))
    host, port = split_bind(settings.bind)
    server = _Server(
        uvicorn.Config(
            create_app(settings, mode=Mode.LOCAL, more_routes=graphiql_routes()),
            host=host,
            port=port,
            log_config=None,
            access_log=False,
            server_header=False,
            proxy_headers=False,
            lifespan="on",
            timeout_graceful_shutdown=4,
        )
    )
    server.tell = tell
    server.run()
    return 0 if server.started else 1


if __name__ == "__main__":
    sys.exit(main())
