"""Run the test identity providers: ``python -m services.local.identity --config FILE.json``.

One process, one loopback port, one issuer a path::

    {"bind": "127.0.0.1:9000", "key_dir": "DIR",
     "providers": [
       {"key": "mitid", "kind": "family", "issuer": "http://127.0.0.1:9000/mitid/op", "title": "MitID (test)",
        "clients": [{"client_id": "…", "client_secret": "…" or "jwks": {…}, "organisation": "randers",
                     "redirect_uris": ["…/auth/callback"], "post_logout_redirect_uris": ["…/auth/logged-out"],
                     "backchannel_logout_uri": "…/auth/backchannel-logout"}],
        "persons": [{"id": "…", "name": "…", "cpr": "6101014444", "uuid": "…", "loa": "High", "note": "…"}]},
       {"key": "randers", "kind": "professional", "issuer": "http://127.0.0.1:9000/randers", "title": "…",
        "cvr": "…", "tid": "…", "clients": […],
        "persons": [{"id": "…", "name": "…", "oid": "…", "staff_id": "…", "roles": ["…"], "note": "…"}]}]}

``persons[].id`` is the ``login_hint``; ``clients`` on a person limits where they can log in. Prints ``ready``
when it listens and stops cleanly on SIGINT and SIGTERM. Exit codes: 0 stopped, 2 unusable configuration,
3 port taken.
"""

import argparse
import asyncio
import contextlib
import signal
import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import uvicorn

from services.local.identity.app import create_app
from services.local.identity.config import ConfigProblem, load


class _Server(uvicorn.Server):
    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        # uvicorn's own raises the signal again at the end, which would make a clean stop look like a crash.
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, self.handle_exit, number, None)
        yield

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            print("ready", flush=True)


def main() -> int:
    """Serve until told to stop."""
    parser = argparse.ArgumentParser(prog="services.local.identity")
    parser.add_argument("--config", required=True, type=Path)
    arguments = parser.parse_args()
    try:
        config = load(arguments.config)
    except ConfigProblem as problem:
        print(problem, file=sys.stderr)
        return 2
    host, port = config.address
    server = _Server(
        uvicorn.Config(
            create_app(config, arguments.config),
            host=host,
            port=port,
            log_level="warning",
            access_log=False,
            lifespan="on",
        )
    )
    try:
        asyncio.run(server.serve())
    except SystemExit:
        print(f"cannot listen on {config.bind}", file=sys.stderr)
        return 3
    return 0


if __name__ == "__main__":
    sys.exit(main())
