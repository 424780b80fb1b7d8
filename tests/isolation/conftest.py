"""One village for the whole directory, and the real api in front of it, in this process."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, cast
from uuid import UUID

import httpx
import msgspec
import pytest
import pytest_asyncio
from litestar import Litestar

from services.api.app import create_app
from services.api.graphql.limits import Limits
from services.core.mode import Mode
from services.core.reactions import REACTIONS
from tests.builders.world import build, settings
from tests.environment import Cluster, clone, drop
from tests.isolation.around import settle_around, with_supports
from tests.isolation.asking import PORT, Asking, Who
from tests.isolation.glass import settle_glass
from tests.isolation.making import settle_making, with_say
from tests.isolation.probes import SCHEMA
from tests.isolation.told import settle_told
from tests.isolation.upward import settle_upward, with_figures
from tests.isolation.village import FAMILIES, Target, settle_village
from tests.isolation.without_names import settle_without_names

_WIDE = Limits(tokens=100_000, depth=50, cost=100_000_000, aliases=1000)
"""The widest selections are asked for here; what they cost is measured elsewhere."""


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def asking(cluster: Cluster, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Asking]:
    """The village behind its api. Tests leave its rows as they are, or run in `test_operations.py`'s last part."""
    databases, key_dir = clone(cluster), tmp_path_factory.mktemp("keys")
    model = with_say(with_figures(with_supports(tmp_path_factory.mktemp("model"))))
    async with build(databases, key_dir, REACTIONS, model) as world:
        village = await settle_village(world)
        await settle_without_names(village)
        await settle_around(village)
        await settle_upward(village)
        await settle_making(village)
        await settle_told(village)
        await settle_glass(village)
        of_api = msgspec.structs.replace(
            settings(databases, "rundbord_api", key_dir), public_url=f"http://{{host}}:{PORT}"
        )
        app = create_app(of_api, Mode.LOCAL, limits=_WIDE)
        transport = httpx.ASGITransport(app=cast("Any", app))
        async with alive(app), httpx.AsyncClient(transport=transport, base_url="http://api") as client:
            asking = Asking(village, client, app)
            await _underretninger(asking)
            yield asking
    drop(cluster, databases)


async def _underretninger(asking: Asking) -> None:
    """One underretning of each child, written by its leader: the rest of the circle must not know of it."""
    assert SCHEMA.mutation_type is not None
    if "recordUnderretning" not in SCHEMA.mutation_type.fields:
        return
    document = """mutation($input: RecordUnderretningInput!) { recordUnderretning(input: $input) {
        underretning { id } errors { code message } } }"""
    for (slug, name), family in asking.village.families.items():
        few = frozenset({FAMILIES[name][0]}) | (family.circle & {"adviser"})
        given = {
            "childId": str(family.targets["child"][0].id),
            "text": asking.village.mark(slug, f"{name}-underretning", few),
        }
        said = await asking.graphql(Who(slug, FAMILIES[name][0]), document, {"input": given})
        assert not said.codes, said.body
        made = said.json["data"]["recordUnderretning"]["underretning"]["id"]
        family.add("underretning", Target(UUID(made), owners=few))


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
