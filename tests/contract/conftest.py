"""A world and a running api for the tests of the contract."""

import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec
import pytest
import uvicorn

from services.api.app import create_app
from services.core.mode import Mode
from services.core.settings import Settings
from services.local.process import free_port
from tests.contract.world import World, run_world
from tests.environment import Databases


@dataclass(frozen=True)
class Running:
    """An api on a port of its own."""

    address: str
    port: int
    world: World

    @property
    def cookie(self) -> str:
        return f"rundbord-session-{self.port}"

    def origin(self, host: str) -> str:
        return f"http://{host}:{self.port}"


@pytest.fixture(scope="module")
def world(databases: Databases, tmp_path_factory: pytest.TempPathFactory) -> World:
    """Two municipalities."""
    key_dir: Path = tmp_path_factory.mktemp("keys")
    return run_world(databases, key_dir)


@pytest.fixture(scope="module")
def local_api(world: World) -> Iterator[Running]:
    """The api in local mode, served by uvicorn."""
    yield from serve(world, Mode.LOCAL)


@pytest.fixture(scope="module")
def production_api(world: World) -> Iterator[Running]:
    """The api in production mode, served by uvicorn."""
    yield from serve(world, Mode.PRODUCTION)


def serve(world: World, mode: Mode) -> Iterator[Running]:
    """Serve until the generator is closed."""
    port = free_port()
    settings: Settings = msgspec.structs.replace(world.settings, public_url=f"http://{{host}}:{port}")
    config = uvicorn.Config(create_app(settings, mode), port=port, log_config=None, lifespan="on")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    for _ in range(1200):
        if server.started:
            break
        time.sleep(0.05)
    assert server.started, "the api did not start"
    try:
        yield Running(f"http://127.0.0.1:{port}", port, world)
    finally:
        server.should_exit = True
        thread.join(60)
