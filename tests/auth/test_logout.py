"""Logging out here, at the provider, and by the provider's word."""

import time
from collections.abc import AsyncIterator
from typing import Any
from urllib.parse import parse_qs, urlsplit
from uuid import uuid4

import httpx2
import pytest
import pytest_asyncio

from services.api.auth.credentials import CookieNames, open_hint, seal_hint
from services.api.auth.refusal import Reason
from tests.auth.conftest import Site
from tests.auth.hostile import CLIENT, Hostile, as_json
from tests.auth.serving import Browser

EVENT = "http://schemas.openid.net/event/backchannel-logout"


async def test_logging_out_here_and_at_the_provider(site: Site, browser: Browser) -> None:
    await site.log_in(browser, "mother")
    page = await browser.post(site.url("/auth/logout"), headers={"Origin": site.url("")})
    assert page.status_code == 200
    assert (await site.me(browser)).status_code == 401
    onward = page.text.split('content="0; url=')[1].split('"')[0].replace("&amp;", "&")
    asked = parse_qs(urlsplit(onward).query)
    assert asked["id_token_hint"][0].count(".") == 2
    back = await browser.get(onward)
    assert back.status_code == 303
    assert back.headers["location"] == site.url("/auth/logged-out")
    assert "Du er logget ud" in (await browser.get(back.headers["location"])).text
    # The provider forgot too, and a browser that was left has every family asked anew until one has logged in.
    again = await browser.get(site.url("/auth/login"), params={"provider": "mitid"})
    assert "Testpersoner" in (await browser.get(again.headers["location"])).text
    asked = parse_qs(urlsplit(again.headers["location"]).query)
    assert (asked["prompt"], asked["max_age"]) == (["login"], ["0"])
    staff = await browser.get(site.url("/auth/login"), params={"provider": "town"})
    assert "prompt" not in parse_qs(urlsplit(staff.headers["location"]).query)
    assert "rundbord-left" not in (await site.log_in(browser, "leader")).headers["set-cookie"]
    await site.log_in(browser, "mother")
    once = await browser.get(site.url("/auth/login"), params={"provider": "mitid"})
    assert "prompt" not in parse_qs(urlsplit(once.headers["location"]).query)


async def test_after_the_quick_exit_professionals_are_asked_anew_too(site: Site, browser: Browser) -> None:
    name = CookieNames.of(site.url("")).left
    for mark in (f"{int(time.time())}-all", "1e9", "-all", ""):
        browser.cookies.set(name, mark, domain="north.localhost")
        asked = await browser.get(site.url("/auth/login"), params={"provider": "town"})
        known = parse_qs(urlsplit(asked.headers["location"]).query)
        assert known.get("prompt") == (["login"] if mark[:1].isdigit() and "e" not in mark else None), mark
    left = int(time.time())
    browser.cookies.set(name, f"{left}-all", domain="north.localhost")
    # An ordinary log-out takes nothing from it, and a professional's log-in only what counts for professionals.
    await browser.post(site.url("/auth/logout"), headers={"Origin": site.url("")})
    assert str(browser.cookies.get(name, domain="north.localhost")).endswith("-all")
    ask = {"provider": "town", "silent": "1", "next": "/children"}
    unasked = await browser.get(site.url("/auth/login"), params=ask)
    assert unasked.headers["location"] == "/children"
    answer = await site.log_in(browser, "leader")
    assert answer.cookies[name].isdecimal()


async def test_only_our_own_pages_log_someone_out(site: Site, browser: Browser) -> None:
    await site.log_in(browser, "mother")
    for headers in (
        {},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
    ):
        assert (await browser.post(site.url("/auth/logout"), headers=headers)).status_code == 403
    # A link from elsewhere asks first, with a form of our own.
    asked = await browser.get(site.url("/auth/logout"), headers={"Sec-Fetch-Site": "cross-site"})
    assert '<form method="post" action="/auth/logout">' in asked.text
    assert "form-action 'self'" in asked.headers["content-security-policy"]
    assert asked.headers["referrer-policy"] == "same-origin"
    assert (await site.me(browser)).status_code == 200
    await browser.get(site.url("/auth/logout"), headers={"Sec-Fetch-Site": "same-origin"})
    assert (await site.me(browser)).status_code == 401


async def test_logging_out_twice_or_without_a_session_is_no_error(site: Site, browser: Browser) -> None:
    for _ in range(2):
        answer = await browser.post(
            site.url("/auth/logout"), headers={"Origin": site.url(""), "Accept": "application/json"}
        )
        assert answer.json() == {"logged_out": True, "provider_logout_url": None}


async def test_the_provider_away_still_logs_out_here(site: Site, browser: Browser) -> None:
    site.hostile.reset()
    site.auth.login.directory._known.clear()
    answer = await browser.get(site.url("/auth/login"), params={"provider": "hostile"})
    asked = parse_qs(urlsplit(answer.headers["location"]).query)
    site.hostile.nonce = asked["nonce"][0]
    await browser.get(site.url("/auth/callback"), params={"state": asked["state"][0], "code": "c"})
    assert (await site.me(browser)).status_code == 200
    site.auth.login.directory._known.clear()
    site.hostile.answers["/.well-known/openid-configuration"] = as_json({}, 500)
    await browser.post(site.url("/auth/logout"), headers={"Origin": site.url("")})
    assert (await site.me(browser)).status_code == 401


async def test_an_administrator_at_the_provider_ends_a_session_here(site: Site, browser: Browser) -> None:
    await site.log_in(browser, "leader")
    async with Browser() as other:
        await site.log_in(other, "teacher")
        provider = site.identity.state.providers["north"].config.issuer
        ended = await other.post(f"{provider}/test/end-session", data={"person": "leader"})
        assert ended.json()["ended"] >= 1
        assert (await site.me(browser)).status_code == 401
        assert (await site.me(other)).status_code == 200


class Word:
    """A hostile provider's logout tokens, against one session that it opened."""

    def __init__(self, site: Site, browser: Browser) -> None:
        self.site, self.browser = site, browser
        self.sid = str(site.hostile.claims["sid"])

    def claims(self, **changed: Any) -> dict[str, Any]:
        now = int(time.time())
        return {
            "iss": self.site.hostile.issuer,
            "aud": CLIENT,
            "iat": now,
            "exp": now + 120,
            "jti": uuid4().hex,
            "sid": self.sid,
            "sub": "s-1",
            "events": {EVENT: {}},
        } | changed

    async def say(self, token: str, town: str = "north") -> httpx2.Response:
        async with Browser() as provider:
            return await provider.post(
                self.site.url("/auth/backchannel-logout", town), data={"logout_token": token}
            )

    def signed(self, claims: dict[str, Any], **header: Any) -> str:
        return self.site.hostile.signed(claims, **({"typ": "logout+jwt"} | header))


@pytest_asyncio.fixture(loop_scope="session")
async def word(site: Site, browser: Browser) -> AsyncIterator[Word]:
    hostile: Hostile = site.hostile
    hostile.reset()
    site.auth.login.directory._known.clear()
    hostile.claims["sid"] = f"sid-{uuid4().hex}"
    answer = await browser.get(site.url("/auth/login"), params={"provider": "hostile"})
    asked = parse_qs(urlsplit(answer.headers["location"]).query)
    hostile.nonce = asked["nonce"][0]
    answer = await browser.get(site.url("/auth/callback"), params={"state": asked["state"][0], "code": "c"})
    assert answer.status_code == 303
    yield Word(site, browser)


@pytest.mark.parametrize("named", [{"sub": ...}, {"sid": ...}, {}], ids=["by sid", "by sub", "by both"])
async def test_a_logout_token_ends_the_session(site: Site, word: Word, named: dict[str, Any]) -> None:
    claims = {name: value for name, value in word.claims().items() if name not in named}
    answer = await word.say(word.signed(claims))
    assert answer.status_code == 200, answer.text
    assert answer.headers["cache-control"] == "no-store"
    assert (await site.me(word.browser)).status_code == 401


NOW = int(time.time())
REFUSED: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "an ID token": ({"events": None, "nonce": "n"}, {"typ": "JWT"}),
    "with a nonce": ({"nonce": "n"}, {}),
    "another event": ({"events": {"http://example.org/event": {}}}, {}),
    "event is a text": ({"events": {EVENT: "yes"}}, {}),
    "events a list": ({"events": [EVENT]}, {}),
    "an access token": ({}, {"typ": "at+jwt"}),
    "for another": ({"aud": "another"}, {}),
    "expired": ({"exp": NOW - 3600}, {}),
    "of yesterday": ({"iat": NOW - 86400, "exp": NOW + 86400}, {}),
    "of tomorrow": ({"iat": NOW + 86400}, {}),
    "iat is true": ({"iat": True}, {}),
    "no jti": ({"jti": None}, {}),
    "names nobody": ({"sid": None, "sub": None}, {}),
    "sid is a number": ({"sid": 7}, {}),
    "issuer unknown": ({"iss": "https://evil.example"}, {}),
    "unknown key": ({}, {"kid": "nothing"}),
}


@pytest.mark.parametrize("name", REFUSED)
async def test_bad_logout_tokens_end_nothing(site: Site, word: Word, name: str) -> None:
    changed, header = REFUSED[name]
    claims = {claim: value for claim, value in word.claims(**changed).items() if value is not None}
    answer = await word.say(word.signed(claims, **header))
    assert answer.status_code == 400
    assert answer.json()["error"] == "invalid_request"
    assert (await site.me(word.browser)).status_code == 200


async def test_a_logout_token_works_once(site: Site, word: Word) -> None:
    token = word.signed(word.claims(sid="another", sub="another"))
    assert (await word.say(token)).status_code == 200
    again = await word.say(token)
    assert (again.status_code, again.json()["reason"]) == (400, Reason.LOGOUT_REPLAYED)


async def test_a_logout_token_needs_both_names_to_fit(site: Site, word: Word) -> None:
    assert (await word.say(word.signed(word.claims(sid="another")))).status_code == 200
    assert (await site.me(word.browser)).status_code == 200


async def test_another_municipalitys_logout_ends_nothing_here(site: Site, word: Word) -> None:
    answer = await word.say(word.signed(word.claims()), town="south")
    assert answer.status_code == 400  # south does not know this provider
    assert (await site.me(word.browser)).status_code == 200


@pytest.mark.parametrize("body", [b"", b"logout_token=", b"logout_token=a.b.c", b"\xff\xfe", b"x" * 70_000])
async def test_rubbish_at_the_back_channel(site: Site, browser: Browser, body: bytes) -> None:
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    answer = await browser.post(site.url("/auth/backchannel-logout"), content=body, headers=form)
    assert answer.status_code in (400, 413)


async def test_the_provider_away_at_the_back_channel_says_try_again(site: Site, word: Word) -> None:
    site.auth.login.directory._known.clear()
    site.hostile.answers["/jwks"] = as_json({}, 500)
    assert (await word.say(word.signed(word.claims()))).status_code == 503


def test_a_hint_opens_with_its_own_cookie_alone() -> None:
    one, other = "A" * 43, "B" * 42 + "A"
    sealed = seal_hint(one, "a.b.c")
    assert b"a.b.c" not in sealed
    assert open_hint(one, sealed) == "a.b.c"
    assert open_hint(other, sealed) == ""
    assert open_hint("rubbish", sealed) == ""
    assert open_hint(one, b"") == ""


def test_cookie_names_differ_by_port_on_one_machine() -> None:
    one, other = CookieNames.of("http://a.localhost:8080"), CookieNames.of("http://a.localhost:8081")
    assert one.session != other.session
    assert not one.secure
