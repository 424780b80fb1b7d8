"""The test identity providers keep the rules that real ones keep; otherwise they would prove nothing."""

import asyncio
import hashlib
import json
import sys
from base64 import urlsafe_b64encode
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx2
import msgspec
import pytest

from services.local.identity.config import Config, ConfigProblem, checked, is_replacement_number
from services.local.process import free_port
from tests.auth import world
from tests.auth.conftest import Site, identity_config
from tests.auth.serving import Browser

VERIFIER = "v" * 43
CHALLENGE = urlsafe_b64encode(hashlib.sha256(VERIFIER.encode()).digest()).rstrip(b"=").decode()
SECRET = ("rundbord-north", "another secret")


def asked(site: Site, **changed: str) -> dict[str, str]:
    return {
        "client_id": "rundbord-north",
        "redirect_uri": site.url("/auth/callback"),
        "response_type": "code",
        "scope": "openid",
        "state": "s",
        "code_challenge": CHALLENGE,
        "code_challenge_method": "S256",
        "login_hint": "teacher",
    } | changed


def issuer(site: Site) -> str:
    return str(site.identity.state.providers["north"].config.issuer)


async def code_of(site: Site, browser: Browser, **changed: str) -> str:
    answer = await browser.get(f"{issuer(site)}/connect/authorize", params=asked(site, **changed))
    assert answer.status_code == 303, answer.text
    return parse_qs(urlsplit(answer.headers["location"]).query)["code"][0]


async def redeem(site: Site, browser: Browser, code: str, **changed: str) -> httpx2.Response:
    form = {
        "grant_type": "authorization_code",
        "code": code,
        "redirect_uri": site.url("/auth/callback"),
        "code_verifier": VERIFIER,
        "client_id": SECRET[0],
        "client_secret": SECRET[1],
    }
    return await browser.post(f"{issuer(site)}/connect/token", data=form | changed)


async def test_a_code_works_once_and_a_second_use_takes_the_first_back(site: Site, browser: Browser) -> None:
    code = await code_of(site, browser)
    tokens = (await redeem(site, browser, code)).json()
    bearer = {"Authorization": f"Bearer {tokens['access_token']}"}
    assert (await browser.get(f"{issuer(site)}/connect/userinfo", headers=bearer)).status_code == 200
    assert (await redeem(site, browser, code)).json() == {"error": "invalid_grant"}
    assert (await browser.get(f"{issuer(site)}/connect/userinfo", headers=bearer)).status_code == 401


@pytest.mark.parametrize(
    ("changed", "error"),
    [
        ({"code_verifier": "w" * 43}, "invalid_grant"),
        ({"code_verifier": ""}, "invalid_grant"),
        ({"redirect_uri": "http://evil.localhost/"}, "invalid_grant"),
        ({"client_secret": "wrong"}, "invalid_client"),
        ({"client_secret": ""}, "invalid_client"),
        ({"grant_type": "password"}, "unsupported_grant_type"),
    ],
)
async def test_a_code_needs_its_verifier_address_and_client(
    site: Site, browser: Browser, changed: dict[str, str], error: str
) -> None:
    answer = await redeem(site, browser, await code_of(site, browser), **changed)
    assert answer.json() == {"error": error}


@pytest.mark.parametrize(
    "changed",
    [
        {"code_challenge_method": "plain"},
        {"code_challenge": ""},
        {"response_type": "token"},
        {"scope": "mitid"},
        {"login_hint": "nobody"},
        {"prompt": "none", "login_hint": ""},
    ],
)
async def test_wrong_questions_go_back_as_errors(
    site: Site, browser: Browser, changed: dict[str, str]
) -> None:
    answer = await browser.get(f"{issuer(site)}/connect/authorize", params=asked(site, **changed))
    told = parse_qs(urlsplit(answer.headers["location"]).query)
    assert "error" in told
    assert told["state"] == ["s"]
    assert "code" not in told


@pytest.mark.parametrize("changed", [{"redirect_uri": "http://evil.localhost/"}, {"client_id": "nobody"}])
async def test_nobody_is_sent_to_an_unknown_address(
    site: Site, browser: Browser, changed: dict[str, str]
) -> None:
    answer = await browser.get(f"{issuer(site)}/connect/authorize", params=asked(site, **changed))
    assert answer.status_code == 400
    assert "location" not in answer.headers


async def test_single_sign_on_and_prompt_login(site: Site, browser: Browser) -> None:
    await code_of(site, browser)
    assert await code_of(site, browser, login_hint="", prompt="none")
    page = await browser.get(
        f"{issuer(site)}/connect/authorize", params=asked(site, login_hint="", prompt="login")
    )
    assert "Testpersoner" in page.text


async def test_pushed_requests(site: Site, browser: Browser) -> None:
    pushed = await browser.post(f"{issuer(site)}/connect/par", data=asked(site), auth=SECRET)
    assert pushed.status_code == 201
    query = {"client_id": "rundbord-north", "request_uri": pushed.json()["request_uri"]}
    answer = await browser.get(f"{issuer(site)}/connect/authorize", params=query)
    assert "code=" in answer.headers["location"]
    stolen = await browser.get(f"{issuer(site)}/connect/authorize", params=query | {"client_id": "other"})
    assert stolen.status_code == 400


async def test_a_brokers_userinfo_is_strings_only(site: Site, browser: Browser) -> None:
    broker = site.identity.state.providers["mitid"]
    answer = await browser.get(
        f"{broker.config.issuer}/connect/authorize",
        params=asked(site, scope="openid mitid ssn", login_hint="mother"),
    )
    code = parse_qs(urlsplit(answer.headers["location"]).query)["code"][0]
    tokens = await browser.post(
        f"{broker.config.issuer}/connect/token",
        data={
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": site.url("/auth/callback"),
            "code_verifier": VERIFIER,
            "client_id": "rundbord-north",
            "client_secret": "a secret: with æ",
        },
    )
    told = await browser.get(
        f"{broker.config.issuer}/connect/userinfo",
        headers={"Authorization": f"Bearer {tokens.json()['access_token']}"},
    )
    assert all(isinstance(value, str) for value in told.json().values())
    assert told.json()["dk.cpr"] == world.CPR


def test_no_living_persons_number_and_no_open_port() -> None:
    assert is_replacement_number("6101014444")
    assert not is_replacement_number("0101014444")
    config = identity_config(9000, 8000, {"keys": []})
    raw: dict[str, Any] = msgspec.to_builtins(config)
    with pytest.raises(ConfigProblem, match="loopback"):
        checked(msgspec.convert(raw | {"bind": "0.0.0.0:9000"}, Config))
    raw["providers"][0]["persons"][0]["cpr"] = "0101014444"
    with pytest.raises(ConfigProblem, match="replacement") as problem:
        checked(msgspec.convert(raw, Config))
    assert "0101014444" not in str(problem.value)


async def test_the_process_says_ready_and_stops_when_told(tmp_path: Path) -> None:
    port = free_port()
    file = tmp_path / "identity.json"
    config = msgspec.to_builtins(identity_config(port, 8000, {"keys": []})) | {
        "key_dir": str(tmp_path / "keys")
    }
    file.write_text(json.dumps(config))
    command = (sys.executable, "-m", "services.local.identity", "--config", str(file))
    keys = []
    for _ in range(2):
        process = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE)
        try:
            assert process.stdout is not None
            async with asyncio.timeout(30):
                assert await process.stdout.readline() == b"ready\n"
            async with Browser() as browser:
                found = await browser.get(
                    f"http://127.0.0.1:{port}/mitid/op/.well-known/openid-configuration/jwks"
                )
                keys.append(found.json()["keys"][0]["kid"])
        finally:
            process.terminate()
            await process.wait()
        assert process.returncode == 0
    assert keys[0] == keys[1]  # a restart keeps its keys
    file.write_text("{}")
    process = await asyncio.create_subprocess_exec(*command, stderr=asyncio.subprocess.DEVNULL)
    assert await process.wait() == 2
