"""The portal with made-up answers, served to a real browser: for each capacity on a port of its own."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Final

import pytest
import uvicorn
from litestar import Litestar
from litestar.datastructures import State
from playwright.async_api import Browser, async_playwright

from services.api.portal.routes import portal_routes
from services.api.static_files import STATIC, static_file
from services.core.settings import Settings
from services.local.process import free_port
from tests.portal.sample import SampleEngine

CAPACITIES: Final = ("FAMILY", "LEADER", "DPO", "ADMINISTRATOR", "AUDITOR")
_FLAGS: Final = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]


@dataclass
class Site:
    """Where one capacity's pages are; each test brings its own answers."""

    address: str
    engine: SampleEngine
    app: Litestar

    def answer_anew(self, capacity: str) -> None:
        """Answer as if nobody had asked or changed anything."""
        self.engine = SampleEngine(capacity)
        self.app.state.execute = self.engine.execute


@asynccontextmanager
async def chromium() -> AsyncIterator[Browser]:
    """A browser; skips, saying so, where the machine has none or the designsystem was not fetched."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if found is None:
        pytest.skip("there is no Chromium on this machine")
    if not (STATIC / "vendor" / "dkfds").is_dir():
        pytest.skip("Det Fælles Designsystem has not been fetched (build_assets.py)")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=found, args=_FLAGS)
        yield browser
        await browser.close()


@asynccontextmanager
async def served() -> AsyncIterator[dict[str, Site]]:
    """The pages of every capacity: one application and one server each, as a cookie knows no ports."""
    running: dict[str, Site] = {}
    servers = []
    for capacity in CAPACITIES:
        port = free_port()
        app = Litestar(
            route_handlers=[*portal_routes, static_file],
            state=State({"settings": Settings(public_url=f"http://{{host}}:{port}")}),
            openapi_config=None,
            logging_config=None,
        )
        server = uvicorn.Server(uvicorn.Config(app, port=port, log_level="error"))
        servers.append((server, asyncio.create_task(server.serve())))
        running[capacity] = Site(f"http://eksempel.localhost:{port}", SampleEngine(capacity), app)
    while not all(server.started for server, _ in servers):  # noqa: ASYNC110  uvicorn tells it no other way
        await asyncio.sleep(0.02)
    yield running
    for server, _ in servers:
        server.should_exit = True
    await asyncio.gather(*(task for _, task in servers))
