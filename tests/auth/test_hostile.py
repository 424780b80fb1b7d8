"""A provider that lies, breaks or hangs: a clear refusal each time, no session, never a 500."""

import asyncio
import json
import time
from collections.abc import AsyncIterator
from urllib.parse import parse_qs, urlsplit

import asyncpg
import httpx2
import pytest
import pytest_asyncio
from joserfc.jwk import RSAKey

from services.api.auth import provider_http
from services.api.auth.credentials import CookieNames
from services.api.auth.discovery import Directory
from services.api.auth.refusal import _ANSWERS, Reason, words
from tests.auth.conftest import LEVEL, Site
from tests.auth.hostile import Hostile, as_json, never
from tests.auth.lies import BROKEN, DISCOVERY, TOKENS, metadata
from tests.auth.serving import Browser


@pytest_asyncio.fixture(loop_scope="session")
async def program() -> AsyncIterator[Browser]:
    """A browser that asks for JSON, to read the reason."""
    async with Browser(Accept="application/json") as fresh:
        yield fresh


@pytest.fixture
def hostile(site: Site) -> Hostile:
    site.hostile.reset()
    site.auth.login.directory._known.clear()
    return site.hostile


async def begin(site: Site, browser: Browser) -> dict[str, str]:
    answer = await browser.get(site.url("/auth/login"), params={"provider": "hostile"})
    assert answer.status_code == 303, answer.text
    asked = {name: values[0] for name, values in parse_qs(urlsplit(answer.headers["location"]).query).items()}
    site.hostile.nonce = asked["nonce"]
    return asked


async def come_back(site: Site, browser: Browser, state: str, **answer: str) -> httpx2.Response:
    return await browser.get(site.url("/auth/callback"), params={"state": state, "code": "c", **answer})


async def attempt(site: Site, browser: Browser, **answer: str) -> httpx2.Response:
    return await come_back(site, browser, (await begin(site, browser))["state"], **answer)


async def test_the_honest_answer_is_let_in(site: Site, program: Browser, hostile: Hostile) -> None:
    asked = await begin(site, program)
    assert asked["code_challenge_method"] == "S256"
    assert json.loads(asked["idp_params"]) == {"mitid": {"loa_value": "substantial"}}
    answer = await come_back(site, program, asked["state"])
    assert answer.status_code == 303, answer.text
    assert (await site.me(program)).json()["person"] == str(site.towns["north"].mother)


@pytest.mark.parametrize(
    ("told", "reason"),
    [(0, None), (-3600, Reason.NOT_ASKED), ("now", Reason.TIME), (True, Reason.TIME)],
    ids=["now", "an hour ago", "a word", "a yes"],
)
async def test_a_provider_that_was_to_ask_anew_says_when_it_did(
    site: Site, program: Browser, hostile: Hostile, told: object, reason: Reason | None
) -> None:
    program.cookies.set(CookieNames.of(site.url("")).left, str(int(time.time())), domain="north.localhost")
    asked = await begin(site, program)
    assert (asked["prompt"], asked["max_age"]) == ("login", "0")
    hostile.claims["auth_time"] = int(time.time()) + told if type(told) is int else told
    answer = await come_back(site, program, asked["state"])
    assert answer.status_code == (303 if reason is None else 403)
    assert reason is None or answer.json()["reason"] == reason


@pytest.mark.parametrize("name", [*TOKENS, *BROKEN])
async def test_lies_and_breakage_end_in_a_refusal(
    site: Site, program: Browser, hostile: Hostile, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(provider_http, "SECONDS", 0.7)
    change, reason = (TOKENS | BROKEN)[name]
    asked = await begin(site, program)
    change(hostile)
    before = await site.sessions()
    answer = await come_back(site, program, asked["state"])
    assert answer.json()["reason"] == reason
    assert answer.status_code in (400, 403, 503)
    assert "set-cookie" not in answer.headers
    assert await site.sessions() == before


@pytest.mark.parametrize("name", DISCOVERY)
async def test_a_provider_that_is_not_itself_gets_nobody(
    site: Site, program: Browser, hostile: Hostile, name: str
) -> None:
    change, reason = DISCOVERY[name]
    change(hostile)
    answer = await program.get(site.url("/auth/login"), params={"provider": "hostile"})
    assert answer.json()["reason"] == reason
    assert "location" not in answer.headers
    hostile.reset()
    assert (await attempt(site, program)).status_code == 303  # and it recovers at once


async def test_keys_empty_and_then_good(site: Site, program: Browser, hostile: Hostile) -> None:
    hostile.answers["/jwks"] = as_json({"keys": []})
    assert (await attempt(site, program)).status_code == 503
    del hostile.answers["/jwks"]
    assert (await attempt(site, program)).status_code == 303


async def test_a_new_key_is_fetched_once_the_old_answer_is_a_few_seconds_old(
    site: Site, program: Browser, hostile: Hostile, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = [1000.0]
    monkeypatch.setattr(site.auth.login, "directory", Directory(lambda: clock[0]))
    old = hostile.key
    try:
        assert (await attempt(site, program)).status_code == 303
        hostile.key = RSAKey.generate_key(2048, {"use": "sig", "alg": "RS256"}, auto_kid=True)
        assert (await attempt(site, program)).json()["reason"] == Reason.SIGNATURE
        fetched = hostile.asked.count("/jwks")
        assert fetched == 1  # a forged key id can't make us hammer the provider
        clock[0] += 6
        assert (await attempt(site, program)).status_code == 303
        assert hostile.asked.count("/jwks") == 2
    finally:
        hostile.key = old


async def test_state_works_once_and_in_one_browser(site: Site, program: Browser, hostile: Hostile) -> None:
    asked = await begin(site, program)
    async with Browser(Accept="application/json") as other:
        await begin(site, other)
        site.hostile.nonce = asked["nonce"]
        stolen = await come_back(site, other, asked["state"])
        assert stolen.json()["reason"] == Reason.STATE
    assert (await come_back(site, program, asked["state"])).status_code == 303
    assert (await come_back(site, program, asked["state"])).json()["reason"] == Reason.STATE


@pytest.mark.parametrize("state", ["", "x", "A" * 43, "\x00", "Å" * 43, "A" * 5000])
async def test_made_up_states(site: Site, program: Browser, hostile: Hostile, state: str) -> None:
    await begin(site, program)
    assert (await come_back(site, program, state)).json()["reason"] == Reason.STATE


async def test_a_state_sent_twice_is_refused(site: Site, program: Browser, hostile: Hostile) -> None:
    asked = await begin(site, program)
    answer = await program.get(site.url(f"/auth/callback?state={asked['state']}&state=x&code=c"))
    assert answer.json()["reason"] == Reason.STATE


async def test_a_login_of_yesterday_is_over(site: Site, program: Browser, hostile: Hostile) -> None:
    asked = await begin(site, program)
    connection = await asyncpg.connect(site.superuser)
    try:
        await connection.execute("update rundbord.login_attempt set expires_at = now() - interval '1 second'")
    finally:
        await connection.close()
    assert (await come_back(site, program, asked["state"])).json()["reason"] == Reason.STATE


async def test_another_issuer_in_the_callback(site: Site, program: Browser, hostile: Hostile) -> None:
    answer = await attempt(site, program, iss="https://evil.example")
    assert answer.json()["reason"] == Reason.PROVIDER_ISSUER
    assert (await attempt(site, program, iss=hostile.issuer)).status_code == 303


async def test_a_promised_issuer_must_be_there(site: Site, program: Browser, hostile: Hostile) -> None:
    metadata(authorization_response_iss_parameter_supported=True)(hostile)
    assert (await attempt(site, program)).json()["reason"] == Reason.PROVIDER_ISSUER


@pytest.mark.parametrize(
    ("error", "status", "reason"),
    [
        ("access_denied", 200, Reason.CANCELLED),
        ("server_error", 403, Reason.PROVIDER_REFUSED),
        ("<script>alert(1)</script>", 403, Reason.PROVIDER_REFUSED),
    ],
)
async def test_errors_in_the_callback(
    site: Site, program: Browser, hostile: Hostile, error: str, status: int, reason: Reason
) -> None:
    asked = await begin(site, program)
    said = {"state": asked["state"], "error": error, "error_description": "<script>mitid_user_aborted"}
    page = await program.get(site.url("/auth/callback"), params=said, headers={"Accept": "text/html"})
    assert page.status_code == status
    assert "script" not in page.text
    asked = await begin(site, program)
    answer = await program.get(site.url("/auth/callback"), params={"state": asked["state"], "error": error})
    assert answer.json()["reason"] == reason


async def test_the_level_is_asked_for_before_anyone_is_looked_up(
    site: Site, program: Browser, hostile: Hostile
) -> None:
    hostile.claims["loa"] = f"{LEVEL}Low"
    await attempt(site, program)
    assert "/userinfo" not in hostile.asked


async def test_a_slow_provider_holds_nobody_else_up(
    site: Site, program: Browser, hostile: Hostile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(provider_http, "SECONDS", 1.0)
    hostile.answers["/.well-known/openid-configuration"] = never
    started = time.monotonic()
    hanging = asyncio.create_task(program.get(site.url("/auth/login"), params={"provider": "hostile"}))
    await asyncio.sleep(0.1)
    async with Browser() as other:
        assert (await other.get(site.url("/auth/login"), params={"provider": "mitid"})).status_code == 303
    assert (await hanging).status_code == 503
    assert time.monotonic() - started < 20


def test_every_reason_has_words_in_both_languages() -> None:
    used = {row[2] for row in _ANSWERS.values()} | {"untrusted"}
    for key in used | {"choose", "logged_out", "logging_out", "confirm_logout"}:
        for field in ("title", "text"):
            assert set(words()[key][field]) == {"da", "en"}
    pages = {"choose", "logged_out", "logging_out", "confirm_logout", "button"}
    assert set(words()) == used | pages
