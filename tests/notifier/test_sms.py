"""SMS against real sockets: what goes out, and what each answer, cut and silence of a gateway is called."""

import asyncio
import json
import logging
import ssl
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import msgspec
import pytest
import structlog
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from services.core.message.kinds import Channel, MessageKind
from services.core.message.retry import Failure, FailureKind, Stage
from services.core.message.wording import MailFacts, render
from services.core.settings import SettingsError
from services.local.toml_text import table_of_array
from services.notifier.channels import Parcel
from services.notifier.channels import http as http_module
from services.notifier.channels.setup import read_channels
from services.notifier.channels.sms import SmsCarrier, SmsGateway
from tests.notifier.http_peer import CUT, STALL, HttpPeer, answer, running_http_peer
from tests.notifier.parcels import parcel as any_parcel

SECRET = "Bearer gatewayens-hemmelighed"
NUMBER = "20 30 40 50"
YES = answer(202, b'{"status": "accepted"}')


@pytest.fixture
async def peer() -> AsyncIterator[HttpPeer]:
    async with running_http_peer() as running:
        running.answer = YES
        yield running


def parcel(telephone: str = NUMBER) -> Parcel:
    url = "https://randers.rundbord.example/meetings/0198c1f0-5a1c-7000-8000-000000000001"
    words = render(MessageKind.INVITATION, "da", MailFacts("Randers Kommune", url))
    made = any_parcel(MessageKind.INVITATION, words, telephone=telephone, channel=Channel.SMS)
    return replace(made, url=url)


def gateway(peer: HttpPeer, **told: Any) -> SmsGateway:
    plain: dict[str, Any] = {
        "name": "prove",
        "tenants": ["randers"],
        "url": peer.url,
        "sender": "Rundbord",
        "headers": {"Authorization": SECRET},
        "json": {"to": "{to}", "message": {"text": "{text}", "from": "{sender}"}, "ref": ["{reference}"]},
        "answers": {"pointer": "/status", "equals": "accepted"},
        "idempotency_header": "Idempotency-Key",
    }
    return msgspec.convert(
        {name: value for name, value in (plain | told).items() if value is not None}, SmsGateway
    )


def carrier(peer: HttpPeer, **told: Any) -> SmsCarrier:
    return SmsCarrier(gateway(peer, **told))


async def yes() -> bool:
    return True


async def no() -> bool:
    return False


async def test_a_message_goes_out_as_the_configuration_says(peer: HttpPeer) -> None:
    sent = parcel()
    assert await carrier(peer).deliver(sent, yes)
    (asked,) = peer.asked
    told = json.loads(asked.body)
    assert asked.line == "POST /sms HTTP/1.1"
    assert asked.headers["authorization"] == SECRET
    assert asked.headers["idempotency-key"] == str(sent.outbox_id)
    assert told["to"] == "+4520304050"
    assert told["ref"] == [str(sent.outbox_id)]
    assert told["message"]["from"] == "Rundbord"
    assert (
        told["message"]["text"]
        == f"Randers Kommune: Du er inviteret til et møde. Log ind for at læse mere: {sent.url}"
    )


async def test_fields_go_out_as_a_form(peer: HttpPeer) -> None:
    sent = parcel()
    fields = {"msisdn": "{to_digits}", "body": "{text}", "id": "{reference_hex}", "braces": "{ {to"}
    assert await carrier(peer, json=None, fields=fields, method="PUT").deliver(sent, yes)
    (asked,) = peer.asked
    told = parse_qs(asked.body.decode())
    assert asked.line.startswith("PUT ")
    assert asked.headers["content-type"] == "application/x-www-form-urlencoded"
    assert told["msisdn"] == ["4520304050"]
    assert told["id"] == [sent.outbox_id.hex]
    assert told["braces"] == ["{ {to"]
    assert told["body"][0].endswith(sent.url)


async def test_what_is_filled_in_is_not_filled_again(peer: HttpPeer) -> None:
    assert await carrier(peer, sender="{to}{reference}").deliver(parcel(), yes)
    assert json.loads(peer.asked[0].body)["message"]["from"] == "{to}{reference}"


@pytest.mark.parametrize(
    ("said", "kind", "stage", "code"),
    [
        (answer(202, b'{"status": "rejected"}'), FailureKind.REFUSED, Stage.DATA, 202),
        (answer(202, b"<html>log ind</html>"), FailureKind.REFUSED, Stage.DATA, 202),
        (answer(202, b"[" * 100_000), FailureKind.REFUSED, Stage.DATA, 202),
        (answer(202, b'"' + b"x" * 200_000 + b'"'), FailureKind.REFUSED, Stage.DATA, 202),
        (answer(202, b"\x1f\x8b\x08", Content_Encoding="gzip"), FailureKind.REFUSED, Stage.DATA, 202),
        (answer(207, b'{"status": "accepted"}'), FailureKind.REFUSED, Stage.DATA, 207),
        (answer(400), FailureKind.REFUSED, Stage.DATA, 400),
        (answer(422), FailureKind.REFUSED, Stage.DATA, 422),
        (answer(429), FailureKind.BUSY, Stage.DATA, 429),
        (answer(503), FailureKind.BUSY, Stage.DATA, 503),
        (answer(500), FailureKind.NETWORK, Stage.DATA, 500),
        (answer(502, b"<html>"), FailureKind.NETWORK, Stage.DATA, 502),
        (answer(401), FailureKind.SETUP, Stage.LOGIN, 401),
        (answer(403), FailureKind.SETUP, Stage.LOGIN, 403),
        (answer(404), FailureKind.SETUP, Stage.LOGIN, 404),
        (CUT, FailureKind.UNKNOWN_END, Stage.AFTER_DATA, None),
        (b"HTTP/1.1 garbage\r\n\r\n", FailureKind.UNKNOWN_END, Stage.AFTER_DATA, None),
        (b"HTTP/1.1 202 Acc...", FailureKind.UNKNOWN_END, Stage.AFTER_DATA, None),
        (YES[:-4] + b"...", FailureKind.UNKNOWN_END, Stage.AFTER_DATA, None),
    ],
)
async def test_each_answer_has_its_name(
    peer: HttpPeer, said: bytes, kind: FailureKind, stage: Stage, code: int | None
) -> None:
    peer.answer = said
    with pytest.raises(Failure) as caught:
        await carrier(peer).deliver(parcel(), yes)
    assert (caught.value.kind, caught.value.stage, caught.value.code) == (kind, stage, code)
    assert len(peer.asked) == 1
    for secret in ("20304050", SECRET, "møde"):
        assert secret not in f"{caught.value!r} {caught.value}"


async def test_a_yes_that_needs_no_body_stands_whatever_becomes_of_it(
    peer: HttpPeer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(http_module, "DRAIN_SECONDS", 0.1)
    plain = carrier(peer, answers={})
    for said in (
        b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc...",
        answer(201, b"x" * 200_000),
        answer(200, b"{"),
    ):
        peer.answer = said
        assert await plain.deliver(parcel(), yes)
    peer.answer, peer.trickle = answer(200, b"x" * 50), 0.05
    assert await plain.deliver(parcel(), yes)


async def test_the_configuration_may_mean_otherwise_by_an_answer(peer: HttpPeer) -> None:
    meant = {"taken": [200], "pointer": "/ids/0", "busy": [420], "setup": [400], "refused": [551]}
    peer.answer = answer(200, b'{"ids": [17]}')
    assert await carrier(peer, answers=meant).deliver(parcel(), yes)
    for status, kind in ((420, "busy"), (400, "setup"), (404, "refused"), (551, "refused"), (503, "network")):
        peer.answer = answer(status)
        with pytest.raises(Failure) as caught:
            await carrier(peer, answers=meant).deliver(parcel(), yes)
        assert caught.value.kind == kind, status


@pytest.mark.parametrize(
    ("headers", "asked"),
    [
        ({"Retry_After": "120"}, timedelta(minutes=2)),
        (
            {"Retry_After": "Mon, 23 Nov 2026 09:05:00 GMT", "Date": "Mon, 23 Nov 2026 09:00:00 GMT"},
            timedelta(minutes=5),
        ),
        (
            {"Retry_After": "Mon, 23 Nov 2026 08:00:00 GMT", "Date": "Mon, 23 Nov 2026 09:00:00 GMT"},
            timedelta(0),
        ),
        ({"Retry_After": "Mon, 23 Nov 2026 09:05:00 GMT"}, None),
        ({"Retry_After": "soon"}, None),
        ({"Retry_After": "-5"}, None),
        ({"Retry_After": "9" * 40}, timedelta(seconds=10**6)),
        ({}, None),
    ],
)
async def test_who_asks_to_be_left_alone_is(
    peer: HttpPeer, headers: dict[str, str], asked: timedelta | None
) -> None:
    peer.answer = answer(429, b"", **headers)
    with pytest.raises(Failure) as caught:
        await carrier(peer).deliver(parcel(), yes)
    assert caught.value.asked_to_wait == asked


async def test_a_redirect_is_our_mistake_and_is_not_followed(peer: HttpPeer) -> None:
    async with running_http_peer() as elsewhere:
        for status in (301, 302, 307, 308):
            peer.answer = answer(status, Location=elsewhere.url)
            with pytest.raises(Failure) as caught:
                await carrier(peer).deliver(parcel(), yes)
            assert caught.value.kind is FailureKind.SETUP
        assert elsewhere.touched == b""


async def test_silence_and_dripping_are_bounded(peer: HttpPeer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(http_module, "ANSWER_SECONDS", 0.2)
    peer.answer = STALL
    with pytest.raises(Failure) as caught:
        await carrier(peer).deliver(parcel(), yes)
    assert caught.value.kind is FailureKind.UNKNOWN_END
    monkeypatch.setattr(http_module, "DELIVERY_SECONDS", 0.5)
    peer.answer, peer.trickle = YES, 0.05
    with pytest.raises(Failure) as caught:
        await carrier(peer).deliver(parcel(), yes)
    assert caught.value.kind is FailureKind.UNKNOWN_END


async def test_nobody_listening_is_the_network() -> None:
    async with running_http_peer() as gone:
        pass
    with pytest.raises(Failure) as caught:
        await carrier(gone).deliver(parcel(), yes)
    assert (caught.value.kind, caught.value.stage) == (FailureKind.NETWORK, Stage.CONNECT)


async def test_the_fence_is_asked_when_the_connection_stands_and_before_any_byte(peer: HttpPeer) -> None:
    seen: list[tuple[int, bytes]] = []

    async def look() -> bool:
        # The server's side of the connection runs in this loop too.
        await asyncio.sleep(0.05)
        seen.append((peer.connections, peer.touched))
        return False

    assert not await carrier(peer).deliver(parcel(), look)
    assert seen == [(1, b"")]
    assert peer.touched == b""


async def test_a_fence_whose_database_is_away_sends_nothing(peer: HttpPeer) -> None:
    class AwayError(Exception):
        pass

    async def away() -> bool:
        raise AwayError

    async def refused() -> bool:
        raise ConnectionRefusedError

    with pytest.raises(AwayError):
        await carrier(peer).deliver(parcel(), away)
    with pytest.raises(Failure) as caught:
        await carrier(peer).deliver(parcel(), refused)
    assert caught.value.kind is FailureKind.NETWORK
    assert peer.touched == b""


async def test_a_connection_is_used_again_and_asked_about_each_time(peer: HttpPeer) -> None:
    kept, fences = carrier(peer), 0

    async def count() -> bool:
        nonlocal fences
        fences += 1
        return True

    for _ in range(3):
        assert await kept.deliver(parcel(), count)
    assert (peer.connections, len(peer.asked), fences) == (1, 3, 3)


async def test_a_number_that_takes_no_sms_never_reaches_the_wire(peer: HttpPeer) -> None:
    for number in ("", "12", "ring til mor", "+45 90 12 34 56", "+4520304050\r\nBcc: x"):
        made = parcel(number)
        assert carrier(peer).address(made.contact) == ""
        with pytest.raises(Failure) as caught:
            await carrier(peer).deliver(made, yes)
        assert caught.value.kind is FailureKind.REFUSED
    assert peer.connections == 0
    assert carrier(peer).address(parcel("0046 70 123 45 67").contact) == "+46701234567"


async def test_only_a_known_certificate_is_talked_to(tmp_path: Path) -> None:
    certificate, key = _certificate(tmp_path)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    async with running_http_peer(context) as peer:
        peer.answer = YES
        with pytest.raises(Failure) as caught:
            await carrier(peer).deliver(parcel(), yes)
        assert (caught.value.kind, caught.value.stage) == (FailureKind.NETWORK, Stage.CONNECT)
        assert peer.touched == b""
        assert await carrier(peer, ca_file=str(certificate)).deliver(parcel(), yes)


async def test_no_log_line_holds_a_number_a_text_or_a_secret(
    peer: HttpPeer, caplog: pytest.LogCaptureFixture
) -> None:
    with structlog.testing.capture_logs() as lines, caplog.at_level(logging.INFO):
        for said in (YES, answer(400, b"+4520304050"), answer(500), CUT):
            peer.answer = said
            try:
                await carrier(peer).deliver(parcel(), yes)
            except Failure:
                continue
    told = f"{lines} {caplog.text} {gateway(peer)!r} {gateway(peer)}"
    for secret in ("4520304050", SECRET, "inviteret"):
        assert secret not in told


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"url": "http://sms.example/send"}, "https"),
        ({"url": "https://"}, "https"),
        ({"json": {"to": "{to}", "text": "{text}", "x": "{name}"}}, "{name}"),
        ({"json": {"to": "{to}"}}, "{text}"),
        ({"json": None}, "json or fields"),
        ({"json": {"to": "{to}", "text": "{text}", "x": "{callback}"}}, "receipts"),
        ({"headers": {"X-Text": "{text}"}}, "{text}"),
        ({"headers": {"X-Sender": "Børn"}}, "ASCII"),
        ({"name": "En Gateway/.."}, "name"),
        ({"secret": "hemmelig"}, "unknown field"),
        (
            {
                "receipts": {
                    "url": "https://x",
                    "proof": "header",
                    "secret": "kort",
                    "arrived": [],
                    "came_back": [],
                }
            },
            "16",
        ),
    ],
)
async def test_a_file_that_can_not_be_used_is_told_at_the_start(
    peer: HttpPeer, tmp_path: Path, change: dict[str, Any], said: str
) -> None:
    file = tmp_path / "channels.toml"
    entry = json.loads(msgspec.json.encode(gateway(peer))) | change
    entry = {name: value for name, value in entry.items() if value is not None}
    file.write_text(table_of_array("sms", entry))
    with pytest.raises(SettingsError) as caught:
        read_channels(file)
    assert said in str(caught.value)
    assert "hemmelig" not in str(caught.value).replace("unknown field", "")


def _certificate(folder: Path) -> tuple[Path, Path]:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    begins = datetime.now(UTC) - timedelta(minutes=5)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(begins)
        .not_valid_after(begins + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    files = folder / "certificate.pem", folder / "key.pem"
    files[0].write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    files[1].write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )
    return files
