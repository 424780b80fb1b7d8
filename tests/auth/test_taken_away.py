"""A role that is taken away at the provider ends: at the next token, at a logout token, and with the employment."""

import json
import time
from base64 import b64encode
from collections.abc import AsyncIterator
from typing import Any
from urllib.parse import parse_qs, urlsplit
from uuid import uuid4

import asyncpg
import httpx2
import pytest
import pytest_asyncio

from services.api.auth.credentials import CookieNames
from services.api.auth.refusal import Reason
from tests.auth import world
from tests.auth.conftest import LEVEL, STAFF_CLIENT, Site
from tests.auth.hostile import as_json
from tests.auth.serving import Browser
from tests.auth.test_logout import EVENT

SPACE = "http://digst.dk/oiosaml/basic_privilege_profile"


class Town:
    """The municipality's provider, which says what a test wants it to."""

    def __init__(self, site: Site) -> None:
        self.site, self.hostile = site, site.hostile
        self.account = uuid4().hex

    def says(self, **claims: Any) -> None:
        """The claims of the next token: the leader of the school, by an account of this test's own."""
        self.hostile.claims = {
            "aud": STAFF_CLIENT,
            "sub": self.account,
            "sid": uuid4().hex,
            "tid": "t-1",
            "oid": self.account,
            "staff_id": "n-1",
            "cvr": world.CVR["north"],
            **claims,
        }

    async def log_in(self, browser: Browser, **query: str) -> httpx2.Response:
        answer = await browser.get(self.site.url("/auth/login"), params={"provider": "lying-town", **query})
        asked = parse_qs(urlsplit(answer.headers["location"]).query)
        self.hostile.nonce = asked["nonce"][0]
        return await browser.get(
            self.site.url("/auth/callback"), params={"state": asked["state"][0], "code": "c"}
        )

    async def logs_out(self, **named: Any) -> httpx2.Response:
        """A logout token."""
        now = int(time.time())
        claims = {
            "iss": self.hostile.issuer,
            "aud": STAFF_CLIENT,
            "iat": now,
            "exp": now + 120,
            "jti": uuid4().hex,
            "events": {EVENT: {}},
            **named,
        }
        token = self.hostile.signed(claims, typ="logout+jwt")
        async with Browser() as provider:
            return await provider.post(
                self.site.url("/auth/backchannel-logout"), data={"logout_token": token}
            )


@pytest_asyncio.fixture(loop_scope="session")
async def town(site: Site) -> AsyncIterator[Town]:
    site.hostile.reset()
    site.auth.login.directory._known.clear()
    yield Town(site)
    site.hostile.reset()


@pytest_asyncio.fixture(loop_scope="session")
async def other() -> AsyncIterator[Browser]:
    async with Browser(Accept="application/json") as fresh:
        yield fresh


async def limits_of(site: Site, browser: Browser) -> dict[str, Any]:
    """What the newest session of a browser was stored with."""
    connection = await asyncpg.connect(site.superuser)
    try:
        found = await connection.fetchval(
            "select limits::text from rundbord.session where ended_at is null order by created_at desc limit 1"
        )
    finally:
        await connection.close()
    told: dict[str, Any] = json.loads(found)
    return told


async def test_trap_18_a_role_taken_away_ends_at_the_next_token_in_every_browser(
    site: Site, town: Town, browser: Browser, other: Browser
) -> None:
    """Trap 18: stale roles. The newest token is what counts, wherever the older one was shown."""
    town.says(roles=["Leder"])
    await town.log_in(browser)
    assert (await site.me(browser)).json()["capacities"] == ["leader", "professional"]
    town.says(roles=["Medarbejder"])
    await town.log_in(other)
    assert (await site.me(other)).json()["capacities"] == ["professional"]
    assert (await site.me(browser)).status_code == 401
    # The same again changes nothing elsewhere.
    await town.log_in(browser)
    assert [(await site.me(one)).status_code for one in (browser, other)] == [200, 200]


@pytest.mark.parametrize("claims", [
    {"roles": []}, {"groups": ["x"], "_claim_names": {"groups": "src1"}}, {"bpp": "rubbish"},
])  # fmt: skip
async def test_trap_18_a_token_that_gives_no_role_ends_what_an_older_one_gave(
    site: Site, town: Town, browser: Browser, other: Browser, claims: dict[str, Any]
) -> None:
    """Trap 18: refused here, the account has nothing left there either."""
    town.says(roles=["Leder"])
    await town.log_in(browser)
    town.says(**claims)
    assert (await town.log_in(other)).status_code == 403
    assert (await site.me(browser)).status_code == 401


@pytest.mark.parametrize("named", ["sid", "sub", "both"])
async def test_trap_13_a_logout_token_ends_all_that_the_account_has_open(
    site: Site, town: Town, browser: Browser, other: Browser, named: str
) -> None:
    """Trap 13: back-channel logout that leaves a session. The provider does not say that a role was taken away."""
    for one in (browser, other):
        town.says(roles=["Leder"])
        await town.log_in(one)
    names = {"sid": town.hostile.claims["sid"], "sub": town.account}
    answer = await town.logs_out(**(names if named == "both" else {named: names[named]}))
    assert answer.status_code == 200, answer.text
    assert [(await site.me(one)).status_code for one in (browser, other)] == [401, 401]


async def test_trap_13_a_login_under_way_in_a_session_that_was_ended_opens_none(
    site: Site, town: Town, browser: Browser
) -> None:
    """Trap 13: the logout token overtakes the callback."""
    town.says(roles=["Leder"])
    await town.logs_out(sid=town.hostile.claims["sid"])
    answer = await town.log_in(browser)
    assert "set-cookie" not in answer.headers
    assert (await site.me(browser)).status_code == 401


async def test_a_session_lasts_from_the_token_and_not_from_when_we_heard_it(
    site: Site, town: Town, browser: Browser
) -> None:
    town.says(roles=["Leder"], iat=int(time.time()) - 3590, exp=int(time.time()) + 60)
    await town.log_in(browser)
    told = (await site.me(browser)).json()
    connection = await asyncpg.connect(site.superuser)
    try:
        left = await connection.fetchval(
            "select extract(epoch from expires_at - now()) from rundbord.session order by created_at desc limit 1"
        )
    finally:
        await connection.close()
    assert told["capacity"] == "leader"
    assert 0 < left <= 11


def privileges(*inner: str, cvr: str = world.CVR["north"]) -> str:
    """One group of the leader's role."""
    document = (
        f'<PrivilegeList xmlns="{SPACE}"><PrivilegeGroup Scope="urn:dk:gov:saml:cvrNumberIdentifier:{cvr}">'
        f"<Privilege>urn:dk:rundbord:role:leader</Privilege>{''.join(inner)}</PrivilegeGroup></PrivilegeList>"
    )
    return b64encode(document.encode()).decode()


async def test_constraints_of_oio_bpp_reach_the_session(site: Site, town: Town, browser: Browser) -> None:
    unit = str(site.towns["north"].unit)
    for name in ("s1", unit, unit.upper()):
        town.says(bpp=privileges(
            f'<Constraint Name="http://sts.kombit.dk/constraints/orgenhed/1">{name}</Constraint>',
            '<Constraint Name="urn:dk:kombit:sensitivity">2</Constraint>',
        ))  # fmt: skip
        await town.log_in(browser)
        limit = {"units": [unit], "closed": ["underretning"]}
        assert await limits_of(site, browser) == {"leader": limit, "professional": limit}
        assert (await site.me(browser)).json()["units"] == [unit]


@pytest.mark.parametrize(("claims", "reason", "words"), [
    ({"bpp": privileges('<Constraint Name="unit">s9</Constraint>')}, Reason.UNIT, "afgrænset"),
    ({"bpp": privileges('<Constraint Name="KLE">25</Constraint>')}, Reason.CONSTRAINT, "afgrænset"),
    ({"bpp": privileges(cvr=world.CVR["south"])}, Reason.CVR, "ikke adgang"),
    ({"cvr": world.CVR["south"], "roles": ["Leder"]}, Reason.CVR, "ikke adgang"),
    ({"cvr": int(world.CVR["north"]), "roles": ["Leder"]}, Reason.CVR, "ikke adgang"),
    ({"roles": [], "hasgroups": "true"}, Reason.ROLES_LINKED, "for mange grupper"),
    ({"roles": ["Leder"], "oid": "a/b"}, Reason.SUBJECT, "ikke bekræftes"),
])  # fmt: skip
async def test_what_could_widen_a_role_refuses_the_login_with_a_reason(
    site: Site, town: Town, browser: Browser, claims: dict[str, Any], reason: Reason, words: str
) -> None:
    before = await site.sessions()
    town.says(**claims)
    page = await town.log_in(browser)
    assert page.status_code == 403
    assert words in page.text
    async with Browser(Accept="application/json") as program:
        assert (await town.log_in(program)).json()["reason"] == reason
    assert await site.sessions() == before


async def test_trap_11_the_same_subject_elsewhere_is_somebody_else(
    site: Site, town: Town, browser: Browser, other: Browser
) -> None:
    """Trap 11: identities joined by `sub`. Account and sessions hang on issuer and subject, in one tenant."""
    town.says(roles=["Leder"], sub="s-1")
    await town.log_in(browser)
    # A family's session with the very same subject, at the same issuer.
    town.hostile.claims = {"loa": f"{LEVEL}High"}
    answer = await other.get(site.url("/auth/login"), params={"provider": "hostile"})
    asked = parse_qs(urlsplit(answer.headers["location"]).query)
    town.hostile.nonce = asked["nonce"][0]
    await other.get(site.url("/auth/callback"), params={"state": asked["state"][0], "code": "c"})
    persons = [(await site.me(one)).json()["person"] for one in (browser, other)]
    assert persons == [str(site.towns["north"].leader), str(site.towns["north"].mother)]
    # An account that is one person's does not become another's by saying their staff number.
    town.says(roles=["Medarbejder"], sub="s-1", staff_id="n-2")
    async with Browser(Accept="application/json") as program:
        assert (await town.log_in(program)).json()["reason"] == Reason.PERSON_UNKNOWN


async def test_trap_12_the_level_of_assurance_is_one_of_the_agreed_texts(
    site: Site, town: Town, browser: Browser
) -> None:
    """Trap 12: ignoring the level of assurance, or reading it as less than it is."""
    town.hostile.reset()
    for level in ("Substantial ", "substantial", "High/../Low", "Low", "3", "true"):
        town.hostile.claims = {"loa": f"{LEVEL}{level}"}
        answer = await browser.get(site.url("/auth/login"), params={"provider": "hostile"})
        asked = parse_qs(urlsplit(answer.headers["location"]).query)
        town.hostile.nonce = asked["nonce"][0]
        back = await browser.get(site.url("/auth/callback"), params={"state": asked["state"][0], "code": "c"})
        assert back.status_code == 403, level
        assert "højere sikringsniveau" in back.text


async def test_a_provider_configured_for_another_municipality_lets_nobody_in(
    site: Site, town: Town, browser: Browser
) -> None:
    connection = await asyncpg.connect(site.superuser)
    try:
        await connection.execute("update rundbord.tenant set cvr = '33333333' where slug = 'north'")
        town.says(roles=["Leder"])
        async with Browser(Accept="application/json") as program:
            assert (await town.log_in(program)).json()["reason"] == Reason.CVR
    finally:
        await connection.execute(
            "update rundbord.tenant set cvr = $1 where slug = 'north'", world.CVR["north"]
        )
        await connection.close()


async def test_roles_are_asked_for_anew_without_a_word(site: Site, browser: Browser) -> None:
    """The provider still knows the person: a fresh token, the same capacity, and nobody clicks."""
    names = CookieNames.of(site.url(""))
    first = await site.log_in(browser, "leader")
    own = {"Origin": site.url("")}
    await browser.post(site.url("/auth/capacity"), data={"capacity": "professional"}, headers=own)
    assert first.cookies[names.provider] == "town"
    assert first.cookies[names.fresh] == "1"
    ask = {"provider": "town", "silent": "1", "next": "/children"}
    asked = await browser.get(site.url("/auth/login"), params=ask)
    assert parse_qs(urlsplit(asked.headers["location"]).query)["prompt"] == ["none"]
    back = await browser.get((await browser.get(asked.headers["location"])).headers["location"])
    assert back.headers["location"] == "/children"
    assert names.session in back.cookies
    assert (await site.me(browser)).json()["capacity"] == "professional"
    # The provider no longer knows them: nothing is lost, and they log in as ever.
    async with Browser() as stranger:
        asked = await stranger.get(site.url("/auth/login"), params=ask)
        answered = await stranger.get(asked.headers["location"])
        assert answered.headers["location"].startswith(site.url("/auth/callback"))
        home = await stranger.get(answered.headers["location"])
        assert (home.status_code, home.headers["location"]) == (303, "/children")
        assert names.session not in home.cookies
        assert "rundbord-provider" in home.headers["set-cookie"]
    unknown = await browser.get(site.url("/auth/login"), params=ask | {"provider": "nothing"})
    assert (unknown.status_code, unknown.headers["location"]) == (303, "/children")


async def test_logging_out_forgets_whom_to_ask_without_a_word(site: Site, browser: Browser) -> None:
    await site.log_in(browser, "leader")
    names = CookieNames.of(site.url(""))
    answer = await browser.post(site.url("/auth/logout"), headers={"Origin": site.url("")})
    said = {line.split("=", 1)[0]: line for line in answer.headers.get_list("set-cookie")}
    gone = {name for name, line in said.items() if "Max-Age=0" in line}
    assert gone == {names.session, names.provider, names.fresh}
    assert set(said) - gone == {names.left}


async def test_a_provider_that_is_away_does_not_end_a_session_that_is_not_over(
    site: Site, town: Town, browser: Browser
) -> None:
    town.says(roles=["Leder"])
    await town.log_in(browser)
    site.auth.login.directory._known.clear()
    town.hostile.answers["/.well-known/openid-configuration"] = as_json({}, 500)
    answer = await browser.get(
        site.url("/auth/login"), params={"provider": "lying-town", "silent": "1", "next": "/x"}
    )
    assert answer.headers["location"] == "/x"
    assert (await site.me(browser)).status_code == 200
