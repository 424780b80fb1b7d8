"""One village for the whole directory, and the real api in front of it, in this process."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx
import msgspec
import pytest_asyncio
from litestar import Litestar

from services.api.app import create_app
from services.api.graphql.limits import Limits
from services.core.mode import Mode
from services.core.reactions import REACTIONS
from tests.builders.world import build, settings
from tests.environment import Cluster, clone, drop
from tests.isolation.asking import PORT, Asking
from tests.isolation.village import settle_village

_WIDE = Limits(tokens=100_000, depth=50, cost=100_000_000, aliases=1000)
"""The widest selections are asked for here; what they cost is measured elsewhere."""


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def asking(cluster: Cluster, tmp_path_factory) -> AsyncIterator[Asking]:
    """The village behind its api. Tests leave its rows as they are, or run in `test_operations.py`'s last part."""
    databases, key_dir = clone(cluster), tmp_path_factory.mktemp("keys")
    async with build(databases, key_dir, REACTIONS) as world:
        village = await settle_village(world)
        of_api = msgspec.structs.replace(
            settings(databases, "rundbord_api", key_dir), public_url=f"http://{{host}}:{PORT}"
        )
        app = create_app(of_api, Mode.LOCAL, limits=_WIDE)
        transport = httpx.ASGITransport(app=app)
        async with alive(app), httpx.AsyncClient(transport=transport, base_url="http://api") as client:
            yield Asking(village, client, app)
    drop(cluster, databases)


@asynccontextmanager
async def alive(app: Litestar) -> AsyncIterator[None]:
    """The app's life span in a task of its own, since a fixture begins and ends in different ones."""
    began, end = asyncio.Event(), asyncio.Event()

    async def live() -> None:
        async with app.lifespan():
            began.set()
            await end.wait()

    living = asyncio.ensure_future(live())
    await asyncio.wait((living, asyncio.ensure_future(began.wait())), return_when=asyncio.FIRST_COMPLETED)
    try:
        yield
    finally:
        end.set()
        await living
