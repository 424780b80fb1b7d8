"""Families and professionals log in through providers that behave."""

import asyncpg
import pytest

from services.api.auth.credentials import CookieNames, new_token
from services.core.identity import TenantId
from tests.auth import world
from tests.auth.conftest import Site
from tests.auth.serving import Browser


async def test_parent_logs_in_and_is_known_by_their_id_here(site: Site, browser: Browser) -> None:
    answer = await site.log_in(browser, "mother", next="/moeder?vis=alle")
    assert answer.status_code == 303
    assert answer.headers["location"] == "/moeder?vis=alle"
    told = (await site.me(browser)).json()
    assert told["person"] == str(site.towns["north"].mother)
    assert (told["capacity"], told["tenant"], told["units"]) == ("family", "north", [])
    assert told["expires_at"].endswith("Z")


async def test_the_same_parent_is_another_person_in_another_municipality(site: Site) -> None:
    async with Browser() as north, Browser() as south:
        await site.log_in(north, "mother", "north")
        await site.log_in(south, "mother", "south")
        told = [(await site.me(north, "north")).json(), (await site.me(south, "south")).json()]
    assert [one["person"] for one in told] == [
        str(site.towns["north"].mother),
        str(site.towns["south"].mother),
    ]


async def test_a_cookie_of_one_municipality_opens_nothing_in_another(site: Site, browser: Browser) -> None:
    answer = await site.log_in(browser, "mother", "north")
    name = CookieNames.of(site.url("")).session
    async with Browser(Cookie=f"{name}={answer.cookies[name]}") as other:
        assert (await site.me(other, "north")).status_code == 200
        assert (await site.me(other, "south")).status_code == 401


async def test_mitid_id_is_bound_at_the_first_login(site: Site, browser: Browser) -> None:
    await site.log_in(browser, "mother")
    tenant = TenantId(site.towns["north"].id)
    assert await site.database.keyring.find_person(tenant, "mitid", world.MITID) == site.towns["north"].mother


@pytest.mark.parametrize(
    ("person", "status", "words"),
    [
        ("stranger", 403, "Vi kender dig ikke her"),
        ("mother-low", 403, "højere sikringsniveau"),
        ("former", 403, "Vi kender dig ikke her"),
        ("roleless", 403, "Du har ikke adgang"),
        ("elsewhere", 403, "Du har ikke adgang"),
    ],
)
async def test_who_has_no_access_gets_a_plain_page(
    site: Site, browser: Browser, person: str, status: int, words: str
) -> None:
    before = await site.sessions()
    answer = await site.log_in(browser, person)
    assert answer.status_code == status
    assert words in answer.text
    assert (await site.me(browser)).status_code == 401
    assert await site.sessions() == before


async def test_roles_of_another_municipalitys_provider_are_refused(site: Site, browser: Browser) -> None:
    # The provider of south vouches with south's CVR number; north's tenant asks for its own.
    answer = await browser.get(site.url("/auth/login", "north"), params={"provider": "crossed"})
    assert "rundbord-south" in answer.headers["location"]
    at_provider = await browser.get(answer.headers["location"] + "&login_hint=leader")
    assert at_provider.status_code == 400  # north's address is not registered there at all


@pytest.mark.parametrize("town", ["north", "south"])
async def test_professional_logs_in_by_secret_and_by_signed_assertion(
    site: Site, browser: Browser, town: str
) -> None:
    answer = await site.log_in(browser, "leader", town)
    assert answer.status_code == 303, answer.text
    told = (await site.me(browser, town)).json()
    assert told["person"] == str(site.towns[town].leader)
    assert told["capacity"] == "leader"
    assert told["roles"] == ["Leder"]
    assert told["units"] == [str(site.towns[town].unit)]


async def test_a_leaders_role_without_a_leaders_employment_does_not_lead(
    site: Site, browser: Browser
) -> None:
    await site.log_in(browser, "pretender")
    assert (await site.me(browser)).json()["capacities"] == ["professional"]


async def test_several_capacities_are_chosen_one_at_a_time(site: Site, browser: Browser) -> None:
    await site.log_in(browser, "leader")
    assert (await site.me(browser)).json()["capacities"] == ["leader", "professional"]
    name = CookieNames.of(site.url("")).session
    before = browser.cookies.get(name, domain="north.localhost")
    own = {"Origin": site.url("")}
    foreign = await browser.post(
        site.url("/auth/capacity"),
        data={"capacity": "professional"},
        headers={"Origin": "http://evil.localhost"},
    )
    assert foreign.status_code == 403
    answer = await browser.post(site.url("/auth/capacity"), data={"capacity": "professional"}, headers=own)
    assert answer.status_code == 303
    assert (await site.me(browser)).json()["capacity"] == "professional"
    # The old cookie went with the old capacity.
    async with Browser(Cookie=f"{name}={before}") as old:
        assert (await site.me(old)).status_code == 401
    refused = await browser.post(site.url("/auth/capacity"), data={"capacity": "dpo"}, headers=own)
    assert refused.status_code == 403


async def test_login_replaces_the_session_and_never_takes_a_foreign_cookie(
    site: Site, browser: Browser
) -> None:
    name = CookieNames.of(site.url("")).session
    planted = "A" * 43
    browser.cookies.set(name, planted, domain="north.localhost")
    answer = await site.log_in(browser, "teacher")
    fresh = answer.cookies[name]
    assert fresh != planted
    browser.cookies.delete(name, domain="north.localhost")
    async with Browser(Cookie=f"{name}={planted}") as attacker:
        assert (await site.me(attacker)).status_code == 401
    async with Browser(Cookie=f"{name}={fresh}") as first:
        assert (await site.me(first)).status_code == 200
        browser.cookies.set(name, fresh, domain="north.localhost")
        await site.log_in(browser, "mother")
        assert (await site.me(first)).status_code == 401  # never both capacities in one browser


async def test_an_ended_employment_ends_a_living_session(site: Site, browser: Browser) -> None:
    await site.log_in(browser, "teacher", "south")
    assert (await site.me(browser, "south")).status_code == 200
    connection = await asyncpg.connect(site.superuser)
    try:
        await world.as_system(connection, site.towns["south"])
        await connection.execute(
            "update rundbord.employment set valid = tstzrange(lower(valid), now()) where person_id = $1",
            site.towns["south"].teacher,
        )
    finally:
        await connection.close()
    assert (await site.me(browser, "south")).status_code == 401


@pytest.mark.parametrize(
    "becomes", ["role = 'dpo'", "valid = tstzrange(lower(valid), rundbord.business_now())"]
)
async def test_trap_18_what_an_employment_gave_ends_with_it_for_good(
    site: Site, browser: Browser, becomes: str
) -> None:
    """Trap 18: stale roles. Another employment does not keep the session, and the next one does not bring it back."""
    town = site.towns["north"]
    where = "where tenant_id = $1 and person_id = $2"
    connection = await asyncpg.connect(site.superuser)
    try:
        await world.as_system(connection, town)
        await site.log_in(browser, "teacher")
        # A correction within one transaction ends nothing.
        async with connection.transaction():
            await world.as_system(connection, town)
            for role in ("dpo", "professional"):
                await connection.execute(
                    f"update rundbord.employment set role = $3 {where}", town.id, town.teacher, role
                )
        assert (await site.me(browser)).json()["capacity"] == "professional"
        await connection.execute(f"update rundbord.employment set {becomes} {where}", town.id, town.teacher)
        assert (await site.me(browser)).status_code == 401
        await world.as_system(connection, town)
        await connection.execute(
            f"update rundbord.employment set role = 'professional', valid = '[2020-01-01,)' {where}",
            town.id,
            town.teacher,
        )
        assert (await site.me(browser)).status_code == 401
    finally:
        await connection.close()


async def test_cookies_stay_on_this_host_and_out_of_scripts(site: Site, browser: Browser) -> None:
    answer = await site.log_in(browser, "mother")
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    assert "Domain" not in cookie
    names = CookieNames.of("https://north.example.dk")
    assert names.session.startswith("__Host-")
    assert names.secure


async def test_several_providers_are_offered_and_the_page_has_both_languages(
    site: Site, browser: Browser
) -> None:
    page = await browser.get(site.url("/auth/login", "south"))
    assert page.status_code == 200
    assert "provider=mitid" in page.text
    assert "provider=town" in page.text
    browser.cookies.set("rundbord_language", "en", domain="south.localhost")
    assert "How do you want to log in?" in (await browser.get(site.url("/auth/login", "south"))).text


@pytest.mark.parametrize(
    "path",
    [
        "//evil.dk",
        "https://evil.dk",
        "/\\evil.dk",
        "\\\\evil.dk",
        "/\tevil",
        "/a b",
        "evil",
        "",
        "/auth/logout",
        "/ø",
    ],
)
async def test_open_redirects_are_refused(site: Site, browser: Browser, path: str) -> None:
    answer = await browser.get(site.url("/auth/login"), params={"provider": "mitid", "next": path})
    assert answer.status_code == 400
    assert "location" not in answer.headers


async def test_unknown_host_provider_and_person(site: Site, browser: Browser) -> None:
    assert (await browser.get(site.url("/auth/login", "nowhere"))).status_code == 421
    unknown = await browser.get(site.url("/auth/login"), params={"provider": "nothing"})
    assert unknown.status_code == 400
    nobody = await browser.get(
        site.url("/auth/login"), params={"login_hint": "nobody"}, headers={"Accept": "application/json"}
    )
    assert nobody.status_code == 403
    assert nobody.json()["reason"] == "person_unknown"
    assert (await site.me(browser)).json()["code"] == "UNAUTHENTICATED"


async def test_a_person_clicks_and_a_person_goes_away(site: Site, browser: Browser) -> None:
    answer = await browser.get(site.url("/auth/login"), params={"provider": "mitid"})
    chooser = await browser.get(answer.headers["location"])
    assert chooser.status_code == 200
    assert "Mor Ærlig" in chooser.text
    abort = chooser.text.split('id="abort"')[0].rsplit('href="', 1)[1].split('"')[0].replace("&amp;", "&")
    away = await browser.get(abort)
    assert away.status_code == 200
    assert "Du er ikke logget ind" in away.text
    assert (await site.me(browser)).status_code == 401


async def test_bearer_tokens_are_rows_too(site: Site, browser: Browser) -> None:
    written, digest = new_token()
    connection = await asyncpg.connect(site.superuser)
    try:
        await connection.execute(
            "insert into rundbord.session (tenant_id, id, kind, credential_hash, person_id, capacity, capacities, roles,"
            " language, provider, issuer, subject_hash, created_at, last_seen_at, idle_seconds, expires_at)"
            " values ($1, gen_random_uuid(), 'bearer', $2, $3, 'leader', '{leader}', '{}', 'da', '', '', '',"
            " now(), now(), 3600, now() + interval '1 hour')",
            site.towns["north"].id,
            digest,
            site.towns["north"].leader,
        )
    finally:
        await connection.close()
    for value, status in ((written, 200), (written + "x", 401), ("x", 401), ("rb_" + "B" * 43, 401)):
        answer = await browser.get(
            site.url("/auth/me"), headers={"Authorization": f"Bearer {value}", "Accept": "application/json"}
        )
        assert answer.status_code == status, value
    # The token opens nothing as a cookie.
    name = CookieNames.of(site.url("")).session
    async with Browser(Cookie=f"{name}={written.removeprefix('rb_')}") as thief:
        assert (await site.me(thief)).status_code == 401
