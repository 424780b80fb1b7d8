"""Digital Post against the peer of `./rundbord up`: what each answer and silence is called, and what a receipt changes."""

import asyncio
import base64
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import msgspec
import pytest

from services.core.message.kinds import Channel, MessageKind
from services.core.message.retry import Failure, FailureKind, Stage
from services.core.message.wording import MailFacts, render
from services.core.settings import SettingsError
from services.local import http_peer
from services.local.digital_post.peer import DigitalPostPeer as LocalPost
from services.local.digital_post.pushing import ARRIVED, FAILED, TAKEN, envelope
from services.local.http_peer import Asked, Said
from services.local.toml_text import table_of_array
from services.notifier.channels import Parcel
from services.notifier.channels import http as http_module
from services.notifier.channels.digital_post import DigitalPost, DigitalPostPeer
from services.notifier.channels.digital_post_receipts import DigitalPostReceiver
from services.notifier.channels.setup import read_channels
from services.notifier.receipts import Incoming, UnreadableReceiptError
from tests.notifier.parcels import parcel as any_parcel

TOKEN, SECRET = "Holder-of-key 1889e404", "et langt hemmeligt ord"
ANYBODY = "6101804000"


@dataclass
class Post:
    """The peer, where its letters lie, and what it was asked."""

    url: str
    directory: Path
    asked: list[Asked]

    def carrier(self, **told: Any) -> DigitalPost:
        plain: dict[str, Any] = {
            "name": "prove",
            "tenants": ["randers"],
            "url": self.url,
            "token": TOKEN,
            "ask_first": True,
        }
        return DigitalPost(msgspec.convert(plain | told, DigitalPostPeer))

    def letters(self) -> list[str]:
        return [file.read_text() for file in sorted(self.directory.glob("*.xml"))]


@pytest.fixture
async def post(tmp_path: Path) -> AsyncIterator[Post]:
    peer, asked = LocalPost(tmp_path, TOKEN, None), []

    async def answer(one: Asked) -> Said | None:
        asked.append(one)
        return await peer.answer(one)

    server = await http_peer.start(0, answer)
    yield Post(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}", tmp_path, asked)
    server.close()


def parcel(number: str = ANYBODY) -> Parcel:
    words = render(MessageKind.INVITATION, "da", MailFacts("Randers Kommune", "https://x.example/"))
    made = any_parcel(MessageKind.INVITATION, words, channel=Channel.DIGITAL_POST)
    return replace(made, contact=replace(made.contact, number=number))


async def yes() -> bool:
    return True


async def test_a_letter_is_asked_about_fenced_and_kept_once(post: Post) -> None:
    one, seen = parcel(), []

    async def fence() -> bool:
        seen.append(len(post.asked))
        return True

    assert await post.carrier().deliver(one, fence)
    question, letter = post.asked
    assert seen == [1], "the last look comes after the question and before the letter"
    assert question.query == {"cprNumber": ANYBODY}
    assert (letter.method, letter.path) == ("POST", "/service/KombiPostAfsend_1/kombi")
    assert letter.headers["authorization"] == TOKEN
    assert letter.headers["x-transaktionsid"] != question.headers["x-transaktionsid"]
    assert letter.headers["x-transaktionstid"] == "2026-11-23T08:00:00Z"
    (kept,) = post.letters()
    assert str(one.outbox_id) in kept


async def test_the_fence_takes_it_back_before_any_of_it(post: Post) -> None:
    async def no() -> bool:
        return False

    assert not await post.carrier().deliver(parcel(), no)
    assert [one.method for one in post.asked] == ["GET"]
    assert post.letters() == []


@pytest.mark.parametrize(
    ("trick", "kind", "stage", "code", "kept"),
    [
        ("001", FailureKind.REFUSED, Stage.RECIPIENT, None, 0),
        ("003", FailureKind.UNKNOWN_END, Stage.AFTER_DATA, None, 1),
        ("004", FailureKind.UNKNOWN_END, Stage.AFTER_DATA, None, 0),
        ("400", FailureKind.REFUSED, Stage.DATA, 400, 0),
        ("401", FailureKind.SETUP, Stage.LOGIN, 401, 0),
        ("429", FailureKind.BUSY, Stage.DATA, 429, 0),
        ("500", FailureKind.UNKNOWN_END, Stage.AFTER_DATA, 500, 0),
        ("600", FailureKind.REFUSED, Stage.DATA, None, 0),
    ],
)
async def test_each_fault_has_its_name_and_a_second_try_is_one_letter(
    post: Post, trick: str, kind: FailureKind, stage: Stage, code: int | None, kept: int
) -> None:
    """By a number that tries one's patience at the first attempt; where it is the person, at each."""
    one, carrier = parcel(f"9112991{trick}"), post.carrier()
    with pytest.raises(Failure) as failed:
        await carrier.deliver(one, yes)
    assert (failed.value.kind, failed.value.stage, failed.value.code) == (kind, stage, code)
    assert len(post.letters()) == kept
    if trick == "429":
        assert failed.value.asked_to_wait is not None
    assert await carrier.deliver(one, yes)
    assert len(post.letters()) == 1, "the same messageUUID is the same letter"
    assert "911299" not in str(failed.value)


async def test_silence_is_an_unknown_end(post: Post, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(http_module, "DELIVERY_SECONDS", 1.0)
    with pytest.raises(Failure) as failed:
        await post.carrier().deliver(parcel("9112990002"), yes)
    assert failed.value.kind is FailureKind.UNKNOWN_END
    assert len(post.letters()) == 1


async def test_a_question_that_is_not_answered_hands_over_nothing(post: Post) -> None:
    for carrier, kind in (
        (post.carrier(token="Holder-of-key wrong"), FailureKind.SETUP),
        (post.carrier(url="http://127.0.0.1:1"), FailureKind.NETWORK),
    ):
        with pytest.raises(Failure) as failed:
            await carrier.deliver(parcel(), yes)
        assert failed.value.kind is kind
    assert post.letters() == []


def test_what_cannot_be_used_is_said_at_the_start_and_no_value_with_it(tmp_path: Path) -> None:
    plain = {
        "name": "prove",
        "tenants": ["*"],
        "url": "https://prod.serviceplatformen.dk",
        "token": "t0p-secret",
    }
    wrong: list[dict[str, Any]] = [
        {"url": "http://prod.serviceplatformen.dk"},
        {"receipts_secret": "t0p-secret"},
        {"name": "../x"},
        {"tokens": {"sts": "https://a.example/", "exchange": "https://b.example/"}},
        {"unknown": 1},
    ]
    for told in wrong:
        file = tmp_path / "channels.toml"
        file.write_text(table_of_array("digital_post", plain | told))
        with pytest.raises(SettingsError) as refused:
            read_channels(file)
        assert "t0p-secret" not in str(refused.value)
    with pytest.raises(SettingsError):
        DigitalPost(
            msgspec.convert(plain | {"certificate_file": str(tmp_path / "none.pem")}, DigitalPostPeer)
        )


# ---------------------------------------------------------------- receipts as Beskedfordeler pushes them

OURS = "1f0c9a52-8f7e-4f39-9f0e-0a5b2a7d9c11"


def receiver() -> DigitalPostReceiver:
    told = {"name": "prove", "tenants": ["*"], "url": "https://x.example", "receipts_secret": SECRET}
    return DigitalPostReceiver(msgspec.convert(told, DigitalPostPeer))


def read(body: bytes) -> list[tuple[str, bool, int | None]]:
    told = receiver().read(Incoming({}, {}, body))
    return [(str(one.outbox_id), one.arrived, one.code) for one in told]


def test_only_an_end_is_believed_and_only_of_this_channel() -> None:
    assert read(envelope(OURS, ARRIVED)) == [(OURS, True, None)]
    assert read(envelope(OURS, FAILED, code="417")) == [(OURS, False, 417)]
    assert read(envelope(OURS, TAKEN)) == []
    assert read(envelope(OURS, ARRIVED, channel="Fjernprint")) == []
    assert read(envelope("brev 17", FAILED)) == []


def test_who_shows_no_secret_is_not_heard() -> None:
    for shown, heard in (
        (f"Bearer {SECRET}", True),
        (f"bearer {SECRET}", True),
        (f"Basic {SECRET}", False),
        ("Bearer ", False),
        ("", False),
    ):
        assert receiver().authentic(Incoming({"authorization": shown}, {}, b"")) is heard


def _hostile() -> Sequence[bytes]:
    inner = base64.b64encode(b"<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>")
    return (
        b"",
        b"{}",
        b"<ModtagBeskedInput/>",
        envelope(OURS, ARRIVED).replace(b"<ns", b"<!DOCTYPE x><ns", 1),
        b"<a><Base64>%s</Base64></a>" % inner,
        b"<a><Base64>???</Base64></a>",
        b"<a>" * 5000,
        b"<a>" + b"<b>1</b>" * 100_000 + b"</a>",
        envelope(OURS, ARRIVED) + b"<x/>",
    )


@pytest.mark.parametrize("body", _hostile())
def test_what_is_no_receipt_is_refused(body: bytes) -> None:
    with pytest.raises(UnreadableReceiptError):
        read(body)


async def test_two_at_once_share_no_token_and_no_letter(post: Post) -> None:
    carrier, several = post.carrier(), [parcel() for _ in range(12)]
    assert all(await asyncio.gather(*(carrier.deliver(one, yes) for one in several)))
    assert len(post.letters()) == 12


def test_the_entry_for_the_real_service_can_be_read() -> None:
    (real,) = read_channels(Path(__file__).parents[2] / "infra/channels/serviceplatformen.toml").digital_post
    assert real.tokens is not None
    assert real.receipts_secret
