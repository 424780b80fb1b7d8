"""Races, a database that is away, and what production refuses."""

import asyncio
import dataclasses
from urllib.parse import parse_qs, urlsplit

import asyncpg

from services.api.auth.login import Login
from services.api.auth.store import LoginStore
from services.core.db.database import Database
from services.core.mode import Mode
from tests.auth.conftest import Site
from tests.auth.hostile import as_json
from tests.auth.serving import Browser


async def test_of_two_callbacks_at_once_one_opens_a_session(site: Site, browser: Browser) -> None:
    answer = await browser.get(site.url("/auth/login"), params={"login_hint": "mother"})
    target = (await browser.get(answer.headers["location"])).headers["location"]
    before = await site.sessions()
    answers = await asyncio.gather(*(browser.get(target) for _ in range(5)))
    assert sorted(a.status_code for a in answers) == [303, 400, 400, 400, 400]
    assert await site.sessions() == before + 1


async def test_the_database_away_is_said_plainly(site: Site, browser: Browser) -> None:
    await site.log_in(browser, "mother")
    away = await Database.open(site.auth.settings, {}, size=1)
    away.pool.terminate()
    login = Login(site.auth.login.providers, LoginStore(away), site.auth.login.directory)
    dataclasses.replace(site.auth, login=login).attach(site.app)
    try:
        page = await browser.get(site.url("/auth/login"))
        told = await site.me(browser)
        word = await browser.post(site.url("/auth/backchannel-logout"), data={"logout_token": "a.b.c"})
    finally:
        site.auth.attach(site.app)
        away.keyring.pool.terminate()
    assert (page.status_code, told.status_code, word.status_code) == (503, 503, 503)
    assert "Vent lidt" in page.text
    assert told.json()["code"] == "UNAVAILABLE"
    assert (await site.me(browser)).status_code == 200


async def test_production_knows_no_test_persons(site: Site, browser: Browser) -> None:
    dataclasses.replace(site.auth, mode=Mode.PRODUCTION).attach(site.app)
    try:
        answer = await browser.get(
            site.url("/auth/login"), params={"provider": "mitid", "login_hint": "mother"}
        )
        chosen = await browser.get(site.url("/auth/login"), params={"login_hint": "mother"})
    finally:
        site.auth.attach(site.app)
    assert "login_hint" not in answer.headers["location"]
    assert chosen.status_code == 200  # the choice of providers, as without a hint


async def test_an_id_token_with_a_cpr_number_never_stands_in_an_address(site: Site, browser: Browser) -> None:
    hostile = site.hostile
    for cpr_in_token, kept in ((False, True), (True, False)):
        hostile.reset()
        site.auth.login.directory._known.clear()
        hostile.answers["/.well-known/openid-configuration"] = as_json(
            hostile.metadata() | {"end_session_endpoint": f"{hostile.issuer}/end"}
        )
        if cpr_in_token:
            hostile.claims["dk.cpr"] = "6101014444"
        begun = await browser.get(site.url("/auth/login"), params={"provider": "hostile"})
        asked = parse_qs(urlsplit(begun.headers["location"]).query)
        hostile.nonce = asked["nonce"][0]
        answer = await browser.get(
            site.url("/auth/callback"), params={"state": asked["state"][0], "code": "c"}
        )
        assert answer.status_code == 303
        ended = await browser.post(
            site.url("/auth/logout"), headers={"Origin": site.url(""), "Accept": "application/json"}
        )
        assert (ended.json()["provider_logout_url"] is not None) is kept


async def test_the_database_keeps_no_name_of_the_provider_and_no_secret(site: Site, browser: Browser) -> None:
    answer = await site.log_in(browser, "mother")
    cookie = answer.cookies[site.session_cookie]
    provider = site.identity.state.providers["mitid"]
    client = provider.client("rundbord-north")
    subject = provider.subject(client, provider.person("mother", client))
    connection = await asyncpg.connect(site.superuser)
    try:
        rows = await connection.fetch(
            "select row_to_json(s)::text || encode(coalesce(hint, ''), 'escape') as everything from rundbord.session s"
        )
    finally:
        await connection.close()
    everything = "".join(row["everything"] for row in rows)
    assert subject not in everything
    assert cookie not in everything
    assert "6101014444" not in everything


async def test_a_session_ends_by_idleness_and_by_age(site: Site) -> None:
    for column in ("last_seen_at", "expires_at"):
        async with Browser() as browser:
            await site.log_in(browser, "mother")
            assert (await site.me(browser)).status_code == 200
            connection = await asyncpg.connect(site.superuser)
            try:
                await connection.execute(
                    f"update rundbord.session set {column} = now() - interval '31 minutes' where ended_at is null"
                )
            finally:
                await connection.close()
            assert (await site.me(browser)).status_code == 401
