"""How gateways show that they are themselves and say what became of a message; two real ones in their own shapes."""

import hmac
import json
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit
from uuid import UUID, uuid4

import msgspec
import pytest
from joserfc import jwt
from joserfc.jwk import OctKey

from services.core.message.kinds import MessageKind
from services.core.message.retry import Failure, FailureKind
from services.core.message.wording import MailFacts, render
from services.notifier.channels.setup import read_channels
from services.notifier.channels.sms import SmsCarrier, SmsGateway
from services.notifier.channels.sms_receipts import SmsReceipts, SmsReceiver
from services.notifier.receipts import Incoming, Receipt, UnreadableReceiptError
from tests.notifier.http_peer import HttpPeer, answer, running_http_peer
from tests.notifier.parcels import parcel

EXAMPLES = Path(__file__).parents[2] / "infra" / "channels"
SECRET = "en ganske lang hemmelighed"
STATES = {"arrived": ["delivered", "1"], "came_back": ["failed", "2"]}


def receiver(**told: Any) -> SmsReceiver:
    plain = {"url": "https://rundbord.example/", "proof": "header", "secret": SECRET} | STATES
    return SmsReceiver("prove", ("randers",), msgspec.convert(plain | told, SmsReceipts))


def incoming(body: bytes = b"", query: Mapping[str, str] | None = None, **headers: str) -> Incoming:
    return Incoming(
        {name.replace("_", "-").lower(): value for name, value in headers.items()}, query or {}, body
    )


def test_a_secret_in_a_header() -> None:
    peer = receiver(header="X-Secret")
    assert peer.authentic(incoming(X_Secret=SECRET))
    for wrong in ("", SECRET[:-1], SECRET + " ", "ø" * 26):
        assert not peer.authentic(incoming(X_Secret=wrong))
    assert not peer.authentic(incoming(Authorization=SECRET))


def test_a_signed_body() -> None:
    peer = receiver(proof="hmac", header="X-Signature")
    body = b'{"reference": 1}'
    signed = hmac.new(SECRET.encode(), body, sha256).hexdigest()
    for shown in (signed, signed.upper(), f"sha256={signed}"):
        assert peer.authentic(incoming(body, X_Signature=shown))
    assert not peer.authentic(incoming(body + b" ", X_Signature=signed))
    assert not peer.authentic(incoming(body, X_Signature=""))


def test_a_signed_token_is_all_that_is_read() -> None:
    peer, one, other = receiver(proof="jwt", header="X-Token"), uuid4(), uuid4()
    token = _token({"reference": str(one), "state": "delivered"})
    lie = json.dumps({"reference": str(other), "state": "failed"}).encode()
    told = incoming(lie, X_Token=token)
    assert peer.authentic(told)
    assert peer.read(told) == [Receipt(one, True)]
    forged = jwt.encode({"alg": "HS256"}, {"state": "failed"}, OctKey.import_key("en anden hemmelighed" * 2))
    for wrong in ("", token[:-2], forged, _unsigned(token)):
        assert not peer.authentic(incoming(lie, X_Token=wrong))


def test_a_signed_address_is_good_for_its_message_alone() -> None:
    peer, one, other = receiver(proof="callback", form="query", state="status"), uuid4(), uuid4()
    address = urlsplit(peer.callback("randers", one))
    assert address.netloc == "rundbord.example"
    assert address.path == "/receipts/sms/prove/randers"
    query = {name: values[0] for name, values in parse_qs(address.query).items()}
    assert SECRET not in address.query
    told = incoming(query=query | {"status": "2", "receiver": "4520304050"})
    assert peer.authentic(told)
    assert peer.read(told) == [Receipt(one, False)]
    assert not peer.authentic(incoming(query=query | {"reference": str(other)}))
    assert not peer.authentic(incoming(query=query | {"proof": ""}))
    assert not receiver(proof="callback", secret=SECRET[::-1]).authentic(told)
    assert peer.callback("randers", one) != peer.callback("randers", other)


def test_forms_lists_codes_and_what_is_none_of_ours() -> None:
    one, two = uuid4(), uuid4()
    listed = receiver(each="/reports", reference="/message/id", state="/what", code="/error/number")
    reports = [
        {"message": {"id": str(one)}, "what": "delivered"},
        {"message": {"id": two.hex}, "what": "failed", "error": {"number": "0x1B"}},
        {"message": {"id": str(two)}, "what": "enroute"},
        {"message": {"id": "faktura 17"}, "what": "failed"},
        {"message": {}, "what": "failed"},
        "noget andet",
        None,
    ]
    read = listed.read(incoming(json.dumps({"reports": reports}).encode()))
    assert read == [Receipt(one, True), Receipt(two, False, 27)]
    fields = receiver(form="fields", reference="ref", state="state", code="code")
    assert fields.read(incoming(f"ref={one}&state=2&code=404".encode())) == [Receipt(one, False, 404)]
    for odd in ("code=x", "code=-1", "code=99999999999"):
        assert fields.read(incoming(f"ref={one}&state=1&{odd}".encode())) == [Receipt(one, True)]
    assert receiver().read(incoming(json.dumps({"reference": str(one), "state": 1}).encode())) == [
        Receipt(one, True)
    ]


@pytest.mark.parametrize("body", [b"", b"{", b"\xff\xfe", b"[" * 100_000, b"<xml/>"])
def test_what_can_not_be_read_is_refused(body: bytes) -> None:
    with pytest.raises(UnreadableReceiptError):
        receiver().read(incoming(body))


async def test_gatewayapi_as_documented() -> None:
    gateway = _example("gatewayapi")
    async with running_http_peer() as peer:
        made, told = await _deliver(
            gateway, peer, answer(200, b'{"ids": [421332671], "usage": {"currency": "DKK"}}')
        )
        assert told == {
            "sender": "SENDER",
            "message": told["message"],
            "userref": str(made),
            "recipients": [{"msisdn": "4520304050"}],
        }
        assert peer.asked[0].headers["authorization"] == "Token API-TOKEN"
        await _refused(
            gateway, peer, answer(422, b'{"code": "0x0213", "message": "..."}'), FailureKind.REFUSED
        )
        await _refused(gateway, peer, answer(401), FailureKind.SETUP)
    reports = SmsCarrier(gateway).receiver
    assert reports is not None
    assert gateway.receipts is not None
    for state, expected in (
        ("DELIVERED", [Receipt(made, True)]),
        ("UNDELIVERABLE", [Receipt(made, False, 0x0103)]),
        ("ENROUTE", []),
    ):
        claims = {
            "id": 1000001,
            "msisdn": 4520304050,
            "time": 1450000000,
            "status": state,
            "userref": str(made),
        }
        claims |= {"code": "0x0103"} if state == "UNDELIVERABLE" else {"error": None, "code": None}
        shown = incoming(
            json.dumps(claims).encode(), X_Gwapi_Signature=_token(claims, gateway.receipts.secret)
        )
        assert reports.authentic(shown)
        assert reports.read(shown) == expected


async def test_cpsms_as_documented() -> None:
    gateway = _example("cpsms")
    async with running_http_peer() as peer:
        made, told = await _deliver(
            gateway, peer, answer(200, b'{"success": [{"to": "4520304050", "cost": 1}]}')
        )
        assert told["to"] == "4520304050"
        assert told["from"] == "SENDER"
        assert told["reference"] == made.hex
        assert len(told["reference"]) <= 32
        no = b'{"error": [{"errorCode": 400, "errMsg": "...", "to": "4520304050"}]}'
        await _refused(gateway, peer, answer(207, no), FailureKind.REFUSED)
        await _refused(gateway, peer, answer(200, no), FailureKind.REFUSED)
        await _refused(gateway, peer, answer(402, no), FailureKind.SETUP)
    reports = SmsCarrier(gateway).receiver
    assert reports is not None
    called = urlsplit(told["dlr_url"] + "&status=4&receiver=4520304050")
    assert called.path == "/receipts/sms/cpsms/randers"
    query = {name: values[0] for name, values in parse_qs(called.query).items()}
    assert reports.authentic(incoming(query=query))
    assert reports.read(incoming(query=query)) == [Receipt(made, False)]
    assert reports.read(incoming(query=query | {"status": "1"})) == [Receipt(made, True)]
    assert reports.read(incoming(query=query | {"status": "3"})) == []


def _example(name: str) -> SmsGateway:
    (gateway,) = read_channels(EXAMPLES / f"{name}.toml").sms
    return gateway


async def _deliver(gateway: SmsGateway, peer: HttpPeer, said: bytes) -> tuple[UUID, dict[str, Any]]:
    peer.answer = said
    words = render(MessageKind.INVITATION, "da", MailFacts("Randers Kommune", "https://x.example/"))
    made = parcel(MessageKind.INVITATION, words, telephone="20304050")

    async def yes() -> bool:
        return True

    assert await SmsCarrier(msgspec.structs.replace(gateway, url=peer.url)).deliver(made, yes)
    return made.outbox_id, json.loads(peer.asked[-1].body)


async def _refused(gateway: SmsGateway, peer: HttpPeer, said: bytes, kind: FailureKind) -> None:
    with pytest.raises(Failure) as caught:
        await _deliver(gateway, peer, said)
    assert caught.value.kind is kind


def _token(claims: dict[str, Any], secret: str = SECRET) -> str:
    return jwt.encode({"alg": "HS256"}, claims, OctKey.import_key(secret))


def _unsigned(token: str) -> str:
    return f"eyJhbGciOiJub25lIn0.{token.split('.')[1]}."
