"""Mutations as a browser or a program sends them: origin, method, key."""

import hashlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, cast

import asyncpg
import httpx2 as httpx
import pytest

from services.api.app import create_app
from services.api.graphql.engine import Engine
from services.api.graphql.schema import NOUNS, build_schema
from tests.contract import scratch
from tests.contract.world import World

COOKIE = "rundbord-session-8000"
ADD = "mutation ($text: String!) { addNote(input: {text: $text}) { note { text } errors { code } } }"


@pytest.fixture(scope="module")
async def table(world: World) -> None:
    owner = await asyncpg.connect(world.superuser)
    await owner.execute(scratch.TABLE)
    await owner.close()


@asynccontextmanager
async def api(world: World) -> AsyncIterator[httpx.AsyncClient]:
    """The api in production mode with the scratch noun, in this event loop."""
    app = create_app(world.settings)
    async with app.lifespan():
        app.state.engine = Engine(build_schema((*NOUNS, scratch)), app.state.database)
        transport = httpx.ASGITransport(cast("Any", app))
        async with httpx.AsyncClient(
            transport=transport, base_url=f"http://{world.parent.host}:8000"
        ) as made:
            yield made


async def send(client: httpx.AsyncClient, headers: dict[str, str], text: str, **more: Any) -> httpx.Response:
    return await client.post(
        "/graphql", json={"query": ADD, "variables": {"text": text}}, headers=headers, **more
    )


async def test_a_cookie_needs_our_own_origin(table: None, world: World) -> None:
    async with api(world) as client:
        cookie = world.parent.cookie(COOKIE)
        own = f"http://{world.parent.host}:8000"
        assert (await send(client, {**cookie, "origin": own}, "own")).json()["data"]["addNote"][
            "errors"
        ] == []
        for origin in (
            {},
            {"origin": "null"},
            {"origin": "https://evil.example"},
            {"origin": f"http://{world.stranger.host}:8000"},
            {"origin": f"http://{world.parent.host}"},
            {"origin": f"https://{world.parent.host}:8000"},
            {"sec-fetch-site": "cross-site"},
            {"sec-fetch-site": "same-site"},
            {"sec-fetch-site": "none"},
        ):
            answer = await send(client, {**cookie, **origin}, f"from {origin}")
            assert answer.status_code == 403, origin
            assert answer.json()["errors"][0]["extensions"]["code"] == "FORBIDDEN"


async def test_a_bearer_token_needs_no_origin(table: None, world: World) -> None:
    async with api(world) as client:
        answer = await send(client, {**world.parent.bearer, "origin": "https://partner.example"}, "bearer")
        assert answer.json()["data"]["addNote"]["note"] == {"text": "bearer"}


async def test_a_mutation_is_never_a_get(table: None, world: World) -> None:
    async with api(world) as client:
        document = 'mutation { addNote(input: {text: "got"}) { note { text } } }'
        answer = await client.get("/graphql", params={"query": document}, headers=world.parent.bearer)
        assert (answer.status_code, answer.headers["allow"]) == (405, "POST")


async def test_the_key_comes_as_a_header(table: None, world: World) -> None:
    async with api(world) as client:
        headers = {**world.parent.bearer, "idempotency-key": hashlib.sha256(b"x").hexdigest()}
        first, second = [await send(client, headers, "keyed") for _ in range(2)]
        assert first.content == second.content
        other = await send(client, headers, "not keyed")
        assert other.json()["errors"][0]["extensions"]["code"] == "CONFLICT"
        assert other.json()["data"] is None if "data" in other.json() else other.status_code == 409
