"""A world with its consequences, the api in front of it, and what it writes to its log."""

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
from tests.calendar.reading import Reading
from tests.environment import Databases
from tests.isolation.conftest import alive


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def living(databases: Databases, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[World]:
    """A world of this module's own, with reactions."""
    async with build(databases, tmp_path_factory.mktemp("keys"), REACTIONS) as built:
        yield built


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def reading(living: World) -> AsyncIterator[Reading]:
    """Its api, as a calendar program meets it."""
    configure_logging("api")
    told = msgspec.structs.replace(
        settings(living.databases, "rundbord_api", living.key_dir), public_url="https://{host}"
    )
    app = create_app(told, Mode.PRODUCTION)
    transport = httpx.ASGITransport(app=cast("Any", app))
    async with alive(app), httpx.AsyncClient(transport=transport, base_url="http://api") as client:
        yield Reading(living, client)
