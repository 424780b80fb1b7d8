"""The whole api with its databases behind a browser without JavaScript; every answer is held to `inspect_answer`."""

import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import httpx
import msgspec
import uvicorn

from services.api.app import create_app
from services.core.mode import Mode
from services.local.process import free_port
from tests.builders.world import Town, World, settings
from tests.portal.inspect_page import Inspected, inspect_answer


@dataclass
class Person:
    """Someone at their browser."""

    client: httpx.Client
    origin: str

    def get(self, path: str, status: int = 200) -> Inspected:
        return self._inspect(self.client.get(path), status)

    def send(self, path: str, values: Mapping[str, Any]) -> httpx.Response:
        return self.client.post(path, data=dict(values), headers={"origin": self.origin})

    def fill(self, page: Inspected, form_id: str, **values: Any) -> Inspected:
        """Send a form as it stands, changed by `values`, and see the page it leads to."""
        sent = self.send(page.action(form_id), page.values(form_id) | values)
        if sent.status_code == 303:
            return self.get(sent.headers["location"])
        return self._inspect(sent, 200)

    def _inspect(self, response: httpx.Response, status: int) -> Inspected:
        assert response.status_code == status, (response.status_code, said(response))
        page: Inspected | None = response.extensions["inspected"]
        assert page is not None, f"{response.headers.get('content-type')} is no page"
        return page


def held(response: httpx.Response) -> None:
    """Hold whatever was answered to the rules of its kind, however it was asked for."""
    response.extensions["inspected"] = inspect_answer(response.status_code, response.headers, response.read())


def said(response: httpx.Response) -> str:
    """What an unexpected page says."""
    start = response.text.find("<main")
    return response.text[start : start + 3000]


@dataclass
class Portal:
    world: World
    port: int

    def person(self, town: Town, name: str) -> Person:
        session = town.sessions[name]
        client = httpx.Client(
            base_url=f"http://127.0.0.1:{self.port}",
            headers={
                "host": f"{town.host}:{self.port}",
                "accept": "text/html",
                "cookie": f"rundbord-session-{self.port}={session.cookie}",
            },
            timeout=60,
            event_hooks={"response": [held]},
        )
        return Person(client, f"http://{town.host}:{self.port}")


@contextmanager
def served(world: World) -> Iterator[Portal]:
    """Serve the world's api in local mode until the block ends."""
    port = free_port()
    chosen = msgspec.structs.replace(
        settings(world.databases, "rundbord_api", world.key_dir), public_url=f"http://{{host}}:{port}"
    )
    server = uvicorn.Server(uvicorn.Config(create_app(chosen, Mode.LOCAL), port=port, log_config=None))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    for _ in range(1200):
        if server.started or not thread.is_alive():
            break
        time.sleep(0.05)
    assert server.started, "the api did not start"
    try:
        yield Portal(world, port)
    finally:
        server.should_exit = True
        thread.join(60)
