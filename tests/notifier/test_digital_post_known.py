"""How we are known to Serviceplatformen: a certificate on each connection, and tokens that are fetched with it."""

import base64
import json
import ssl
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import msgspec
import pytest

from services.core.message.retry import Failure, FailureKind, Stage
from services.local import http_peer
from services.local.http_peer import Asked, Said
from services.notifier.channels.digital_post import DigitalPost, DigitalPostPeer
from tests.notifier.http_peer import answer, running_http_peer
from tests.notifier.mail_server import certificate
from tests.notifier.test_digital_post import parcel, yes

TAKEN = b"<kombi_response><Result>true</Result></kombi_response>"


@dataclass
class Platform:
    """The access control, the token service and KombiPostAfsend on one port, as far as they are told apart."""

    url: str = ""
    asked: list[Asked] = field(default_factory=list)
    lasts: int = 3600
    refuses: dict[str, int] = field(default_factory=dict)

    async def answer(self, asked: Asked) -> Said:
        self.asked.append(asked)
        if status := self.refuses.get(asked.path):
            return Said(status)
        if asked.path == "/sts":
            return Said(200, json.dumps({"RequestedSecurityToken": {"Assertion": "U0FNTA=="}}).encode())
        if asked.path == "/token":
            given = {
                "access_token": f"t{len(self.asked)}",
                "token_type": "Holder-of-key",
                "expires_in": self.lasts,
            }
            return Said(200, json.dumps(given).encode())
        return Said(200, TAKEN, "application/xml")

    def calls(self) -> list[str]:
        return [asked.path.rpartition("/")[2] for asked in self.asked]


@pytest.fixture
async def platform() -> AsyncIterator[Platform]:
    platform = Platform()
    server = await http_peer.start(0, platform.answer)
    platform.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    yield platform
    server.close()


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """Our certificate and its key, in one file."""
    shown, _ = certificate(tmp_path)
    both = tmp_path / "own.pem"
    both.write_bytes(shown.read_bytes() + shown.with_suffix(".key").read_bytes())
    return both


def carrier(url: str, own: Path, **told: Any) -> DigitalPost:
    plain = {"name": "prove", "tenants": ["*"], "url": url, "certificate_file": str(own)}
    return DigitalPost(msgspec.convert(plain | told, DigitalPostPeer))


def tokens(platform: Platform) -> dict[str, str]:
    return {"sts": f"{platform.url}/sts", "exchange": f"{platform.url}/token"}


async def test_a_token_is_fetched_for_the_municipality_and_kept(platform: Platform, own: Path) -> None:
    sender = carrier(platform.url, own, tokens=tokens(platform))
    first, second = parcel(), parcel()
    assert await sender.deliver(first, yes)
    assert await sender.deliver(second, yes)
    assert platform.calls() == ["sts", "token", "kombi", "kombi"]
    wanted = json.loads(platform.asked[0].body)
    assert wanted["AnvenderKontekst"] == {"Cvr": first.facts.cvr}
    assert wanted["AppliesTo"]["EndpointReference"]["Address"].endswith("/service/kombipostafsend/1")
    assert base64.b64decode(wanted["UseKey"], validate=True)
    assert "KEY" not in wanted["UseKey"]
    assert parse_qs(platform.asked[1].body.decode()) == {"saml-token": ["U0FNTA=="]}
    assert {asked.headers["authorization"] for asked in platform.asked[2:]} == {"Holder-of-key t2"}


async def test_one_that_is_about_to_end_is_fetched_anew(platform: Platform, own: Path) -> None:
    platform.lasts = 299
    sender = carrier(platform.url, own, tokens=tokens(platform))
    for _ in range(2):
        assert await sender.deliver(parcel(), yes)
    assert platform.calls() == ["sts", "token", "kombi"] * 2


@pytest.mark.parametrize(
    ("path", "status", "kind"),
    [
        ("/sts", 401, FailureKind.SETUP),
        ("/sts", 503, FailureKind.BUSY),
        ("/token", 400, FailureKind.SETUP),
        ("/token", 500, FailureKind.BUSY),
    ],
)
async def test_without_a_token_no_letter_goes(
    platform: Platform, own: Path, path: str, status: int, kind: FailureKind
) -> None:
    platform.refuses[path] = status
    with pytest.raises(Failure) as failed:
        await carrier(platform.url, own, tokens=tokens(platform)).deliver(parcel(), yes)
    assert (failed.value.kind, failed.value.stage) == (kind, Stage.LOGIN)
    assert "kombi" not in platform.calls()


async def test_each_connection_shows_our_certificate(tmp_path: Path, own: Path) -> None:
    """A server that asks for one hears no letter without it."""
    there = tmp_path / "there"
    there.mkdir()
    trusted, context = certificate(there)
    context.verify_mode = ssl.CERT_REQUIRED
    context.load_verify_locations(own)
    async with running_http_peer(context) as peer:
        peer.answer = answer(200, TAKEN)
        url = f"https://127.0.0.1:{peer.port}"
        assert await carrier(url, own, ca_file=str(trusted)).deliver(parcel(), yes)
        with pytest.raises(Failure):
            await carrier(url, own, ca_file=str(trusted), certificate_file="").deliver(parcel(), yes)
        assert len(peer.asked) == 1
