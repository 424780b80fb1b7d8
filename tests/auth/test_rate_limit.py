"""Limits count across processes in Valkey, and go on in each process while it is away."""

import asyncio
import dataclasses

import pytest
from redis.asyncio import Redis

from services.api.auth.dependencies import Limits
from services.api.rate_limit import Limit, RateLimiter
from services.local.process import free_port
from tests.auth.conftest import Site
from tests.auth.serving import Browser


async def test_two_processes_count_together(valkey_url: str) -> None:
    one, other = RateLimiter(valkey_url), RateLimiter(valkey_url)
    limit = Limit("together", most=5, seconds=60)
    answers = await asyncio.gather(*(limiter.hit(limit, "a") for _ in range(5) for limiter in (one, other)))
    assert sorted(wait == 0 for wait in answers) == [False] * 5 + [True] * 5
    assert all(0 < wait <= 60 for wait in answers if wait)
    assert await one.hit(limit, "b") == 0
    await one.close()
    await other.close()


async def test_the_window_ends(valkey_url: str) -> None:
    limiter = RateLimiter(valkey_url)
    limit = Limit("short", most=1, seconds=1)
    assert await limiter.hit(limit, "a") == 0
    assert await limiter.hit(limit, "a") == 1
    await asyncio.sleep(1.1)
    assert await limiter.hit(limit, "a") == 0
    await limiter.close()


async def test_no_address_lies_in_valkey(valkey_url: str) -> None:
    limiter = RateLimiter(valkey_url)
    await limiter.hit(Limit("private", most=1, seconds=60), "192.0.2.77")
    client = Redis.from_url(valkey_url)
    keys = [key.decode() async for key in client.scan_iter("rundbord:rate:private:*")]
    await client.aclose()
    assert len(keys) == 1
    assert "192.0.2.77" not in keys[0]
    await limiter.close()


async def test_valkey_away_still_limits_and_forgets_the_oldest() -> None:
    clock = [0.0]
    limiter = RateLimiter(f"redis://127.0.0.1:{free_port()}/0", clock=lambda: clock[0])
    limit = Limit("alone", most=2, seconds=60)
    assert [await limiter.hit(limit, "a") for _ in range(3)] == [0, 0, 60]
    clock[0] = 61.0
    assert await limiter.hit(limit, "a") == 0
    for number in range(10_100):
        await limiter.hit(limit, f"n-{number}")
        clock[0] += 0.0001
    assert len(limiter._counted) == 10_000
    await limiter.close()


async def test_login_is_limited(site: Site, browser: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    tight = dataclasses.replace(site.auth, limits=Limits(login=Limit("login-tight", most=2, seconds=60)))
    tight.attach(site.app)
    try:
        answers = [await browser.get(site.url("/auth/login", "south")) for _ in range(3)]
    finally:
        site.auth.attach(site.app)
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert 0 < int(answers[2].headers["retry-after"]) <= 60
    assert "Vent lidt" in answers[2].text
