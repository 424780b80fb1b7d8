"""A world of each module's own with its consequences, and the api in front of it as it runs in production."""

from collections.abc import AsyncIterator
from typing import Any, cast

import httpx
import msgspec
import pytest
import pytest_asyncio

from services.api.app import create_app
from services.core.logging import configure_logging
from services.core.mode import Mode
from services.core.reactions import REACTIONS
from tests.builders.world import World, build, settings
from tests.environment import Databases
from tests.isolation.conftest import alive
from tests.security.hostile import PORT, Hostile


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def living(databases: Databases, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[World]:
    """A world of this module's own, with reactions."""
    async with build(databases, tmp_path_factory.mktemp("keys"), REACTIONS) as built:
        yield built


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def hostile(living: World) -> AsyncIterator[Hostile]:
    """Its api, in production's mode."""
    configure_logging("api")
    of_api = msgspec.structs.replace(
        settings(living.databases, "rundbord_api", living.key_dir), public_url=f"http://{{host}}:{PORT}"
    )
    app = create_app(of_api, Mode.PRODUCTION)
    transport = httpx.ASGITransport(app=cast("Any", app))
    async with alive(app), httpx.AsyncClient(transport=transport, base_url="http://api") as client:
        yield Hostile(living, client)
