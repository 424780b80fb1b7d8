"""Pages are fetched in one way only: through `visit`, which holds every answer to `inspect_answer`."""

from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import httpx
import pytest
from litestar import Litestar
from litestar.datastructures import State
from playwright.async_api import Browser

from services.api.portal.routes import portal_routes
from services.api.tracing import begin_trace
from services.core.settings import Settings
from tests.portal import sites as running_sites
from tests.portal.inspect_page import Inspected, inspect_answer
from tests.portal.looking import axe_script
from tests.portal.sample import SampleEngine
from tests.portal.sites import Site

HOST = "eksempel.test"


@dataclass
class Visit:
    """A browser without JavaScript: gets pages, sends forms, follows redirects by hand."""

    client: httpx.AsyncClient
    engine: SampleEngine
    app: Litestar

    async def get(self, path: str, status: int = 200) -> Inspected:
        return self._inspect(await self.client.get(path), status)

    async def post(self, path: str, values: Mapping[str, Any], status: int = 200) -> Inspected:
        return self._inspect(await self.send(path, values), status)

    async def send(self, path: str, values: Mapping[str, Any], **headers: str) -> httpx.Response:
        return await self.client.post(path, data=dict(values), headers={"origin": f"http://{HOST}"} | headers)

    async def fill(self, page: Inspected, form_id: str, **values: Any) -> httpx.Response:
        """Send a form as a browser would: all that stands in it, changed by `values`."""
        return await self.send(page.action(form_id), page.values(form_id) | values)

    def _inspect(self, response: httpx.Response, status: int) -> Inspected:
        assert response.status_code == status, (response.status_code, response.text[:2000])
        page: Inspected | None = response.extensions["inspected"]
        assert page is not None, f"{response.headers.get('content-type')} is no page"
        return page


async def held(response: httpx.Response) -> None:
    """Hold whatever was answered to the rules of its kind, however it was asked for."""
    body = await response.aread()
    response.extensions["inspected"] = inspect_answer(response.status_code, response.headers, body)


def traced(app: Litestar) -> httpx.ASGITransport:
    async def answer(scope: Any, receive: Any, send: Any) -> None:
        begin_trace(None)
        await app(scope, receive, send)

    return httpx.ASGITransport(app=answer)


@cache
def portal_for(capacity: str) -> Litestar:
    """The pages, put together once a capacity: each test brings its own answers."""
    return Litestar(
        route_handlers=portal_routes,
        state=State({"settings": Settings(public_url="http://{host}")}),
        openapi_config=None,
    )


async def browser(capacity: str) -> AsyncIterator[Visit]:
    engine, app = SampleEngine(capacity), portal_for(capacity)
    app.state.execute = engine.execute
    async with httpx.AsyncClient(
        transport=traced(app),
        base_url=f"http://{HOST}",
        headers={"accept": "text/html"},
        event_hooks={"response": [held]},
    ) as client:
        yield Visit(client, engine, app)


@pytest.fixture
async def family() -> AsyncIterator[Visit]:
    async for visit in browser("FAMILY"):
        yield visit


@pytest.fixture
async def leader() -> AsyncIterator[Visit]:
    async for visit in browser("LEADER"):
        yield visit


@pytest.fixture
async def dpo() -> AsyncIterator[Visit]:
    async for visit in browser("DPO"):
        yield visit


@pytest.fixture(scope="session")
def axe() -> str:
    return axe_script()


@pytest.fixture(scope="package")
async def chromium() -> AsyncIterator[Browser]:
    async with running_sites.chromium() as found:
        yield found


@pytest.fixture(scope="package")
async def every_site() -> AsyncIterator[dict[str, Site]]:
    async with running_sites.served() as running:
        yield running


@pytest.fixture
def sites(every_site: dict[str, Site]) -> dict[str, Site]:
    """The portal for each capacity in a real browser, with answers that nobody has changed."""
    for capacity, site in every_site.items():
        site.answer_anew(capacity)
    return every_site
