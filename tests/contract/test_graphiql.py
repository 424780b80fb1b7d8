"""GraphiQL: on one machine, from its own files, and not at all in production."""

import shutil
import threading
import time
from collections.abc import Iterator

import httpx2 as httpx
import msgspec
import pytest
import uvicorn
from playwright.async_api import async_playwright

from services.api.app import create_app
from services.core.mode import Mode
from services.local.graphiql import graphiql_routes
from services.local.graphiql.bundle import BundleProblem, bundle
from services.local.process import free_port
from tests.contract.conftest import Running
from tests.contract.world import World


@pytest.fixture(scope="module")
def one_machine(world: World) -> Iterator[Running]:
    """The api as ``services.local`` makes it."""
    try:
        bundle()
    except BundleProblem as problem:
        pytest.skip(f"GraphiQL can't be fetched here: {problem}")
    port = free_port()
    settings = msgspec.structs.replace(world.settings, public_url=f"http://{{host}}:{port}")
    app = create_app(settings, Mode.LOCAL, more_routes=graphiql_routes())
    server = uvicorn.Server(uvicorn.Config(app, port=port, log_config=None, lifespan="on"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started and thread.is_alive():
        time.sleep(0.05)
    yield Running(f"http://127.0.0.1:{port}", port, world)
    server.should_exit = True
    thread.join(60)


def test_the_page_and_its_files_come_from_here(one_machine: Running) -> None:
    host = {"host": f"{one_machine.world.parent.host}:{one_machine.port}"}
    with httpx.Client(base_url=one_machine.address, headers=host, timeout=60) as client:
        led = client.get("/graphql", headers={"accept": "text/html"})
        assert (led.status_code, led.headers["location"]) == (303, "/graphiql")
        page = client.get("/graphiql")
        assert page.status_code == 200
        assert "script-src 'self';" in page.headers["content-security-policy"]
        named = [part.split('"')[0] for part in page.text.split('"/graphiql/')[1:]]
        assert len(named) == 6
        for name in named:
            assert client.get(f"/graphiql/{name}").status_code == 200, name
        assert client.get("/graphiql/package.json").status_code == 404


async def test_the_page_works_in_a_browser(one_machine: Running) -> None:
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if found is None:
        pytest.skip("there is no Chromium on this machine")
    host = one_machine.world.parent.host
    problems: list[str] = []
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=found, args=["--no-sandbox", f"--host-resolver-rules=MAP {host} 127.0.0.1"]
        )
        page = await browser.new_page()
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.on("console", lambda line: problems.append(line.text) if line.type == "error" else None)
        await page.goto(f"http://{host}:{one_machine.port}/graphiql")
        await page.get_by_text("GraphiQL").first.wait_for(timeout=60_000)
        await page.wait_for_load_state("networkidle")
        await browser.close()
    assert problems == []


def test_production_has_none(production_api: Running) -> None:
    host = {"host": f"{production_api.world.parent.host}:{production_api.port}"}
    with httpx.Client(base_url=production_api.address, headers=host) as client:
        assert client.get("/graphiql").status_code == 404
        assert client.get("/graphql", headers={"accept": "text/html"}).status_code == 406
