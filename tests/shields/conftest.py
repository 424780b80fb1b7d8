"""Randers with one shield more: at a suspicion of violence or abuse, parents and network must not learn of it."""

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, cast

import httpx
import msgspec
import pytest
import pytest_asyncio

from services.api.app import create_app
from services.core.mode import Mode
from services.core.reactions import REACTIONS
from tests.builders.world import MODEL, World, build, settings
from tests.environment import Databases
from tests.isolation.asking import PORT, Asking
from tests.isolation.conftest import _WIDE, alive
from tests.isolation.village import Village

SHIELD = """
[[shields]]
key = "close_relations"
roles = ["parents", "network"]
when = { facts = ["violence_suspicion"], text = { da = "Mistanke om vold", en = "Suspicion of violence" } }
law = ["duty_to_notify"]
why = { da = "Forældrene må ikke orienteres.", en = "The parents must not be informed." }
"""


def shielded(directory: Path) -> Path:
    """A copy of the model with the shield."""
    copied = directory / "tenants" / "randers"
    shutil.copytree(MODEL, copied)
    with (copied / "support.toml").open("a", encoding="utf-8") as file:
        file.write(SHIELD)
    return copied


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def living(databases: Databases, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[World]:
    """A world of this module's own under that model, with reactions."""
    model = shielded(tmp_path_factory.mktemp("model"))
    async with build(databases, tmp_path_factory.mktemp("keys"), REACTIONS, model) as built:
        yield built


@asynccontextmanager
async def api_of(world: World) -> AsyncIterator[Asking]:
    """The real api in front of a world."""
    of_api = msgspec.structs.replace(
        settings(world.databases, "rundbord_api", world.key_dir), public_url=f"http://{{host}}:{PORT}"
    )
    app = create_app(of_api, Mode.LOCAL, limits=_WIDE)
    transport = httpx.ASGITransport(app=cast("Any", app))
    async with alive(app), httpx.AsyncClient(transport=transport, base_url="http://api") as client:
        yield Asking(Village(world), client, app)


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def asking(living: World) -> AsyncIterator[Asking]:
    """The real api in front of it."""
    async with api_of(living) as asked:
        yield asked
