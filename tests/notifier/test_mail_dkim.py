"""DKIM and the envelope over a real hop: what a receiver can verify, and where a bounce comes back to."""

import base64
from hashlib import sha256
from pathlib import Path
from typing import Any
from uuid import uuid4

import dkim
import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric import ed25519, rsa
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
)

from services.core.identity import TenantId
from services.core.keys.provider import FileKeyProvider
from services.core.message.kinds import Channel, MessageKind
from services.core.message.wording import MailFacts, render
from services.core.settings import Settings, SettingsError
from services.notifier.channels.dkim import DkimKey
from services.notifier.channels.mail import MailChannel
from services.notifier.channels.mail_server import MailServer
from services.notifier.channels.sender import MailSender, Senders
from services.notifier.channels.setup import Carriers, return_addresses
from services.notifier.return_address import ReturnAddresses
from tests.notifier.mail_server import Relay, running_relay
from tests.notifier.parcels import AT, parcel
from tests.notifier.smtp_peer import Peer

SETTINGS = Settings(mail_from="rundbord@faelles.example")
PRIVATE: dict[str, rsa.RSAPrivateKey | ed25519.Ed25519PrivateKey] = {
    "rsa": rsa.generate_private_key(65537, 2048),
    "ed25519": ed25519.Ed25519PrivateKey.generate(),
}


def key_file(directory: Path, kind: str) -> Path:
    path = directory / f"{kind}.pem"
    path.write_bytes(PRIVATE[kind].private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    return path


def dns(name: bytes, timeout: int = 5) -> bytes:
    """The zone of the two municipalities, without a net."""
    selector, _, domain = name.decode().rstrip(".").partition("._domainkey.")
    assert domain == "randers.example"
    public = PRIVATE[selector].public_key()
    if selector == "rsa":
        raw = public.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    else:
        raw = public.public_bytes(Encoding.Raw, PublicFormat.Raw)
    return f"v=DKIM1; k={selector}; p={base64.b64encode(raw).decode()}".encode()


def valid(content: bytes, index: int) -> bool:
    """Whether a receiver accepts the mail's first or second signature."""
    try:
        return bool(dkim.DKIM(content).verify(idx=index, dnsfunc=dns))
    except dkim.DKIMException:
        return False


def keys(directory: Path, *kinds: str) -> list[DkimKey]:
    return [
        DkimKey(
            tenants=("randers",),
            domain="randers.example",
            selector=kind,
            private_key_file=str(key_file(directory, kind)),
        )
        for kind in kinds
    ]


RANDERS = MailSender(tenants=("randers",), address="ingen-svar@mail.randers.example", name="Børn & Unge")


async def yes() -> bool:
    return True


async def sent(senders: Senders, returns: ReturnAddresses | None = None, **about: Any) -> Relay:
    facts = MailFacts("Randers Kommune", "https://randers.example/meetings/1", AT)
    one = parcel(
        MessageKind.MEETING_REMINDER,
        render(MessageKind.MEETING_REMINDER, "da", facts),
        email="a@eksempel.example",
        **about,
    )
    async with running_relay() as relay:
        channel = MailChannel(MailServer.from_url(f"smtp://127.0.0.1:{relay.port}"), senders, returns)
        assert await channel.deliver(one, yes)
    return relay


async def test_both_signatures_hold_after_the_hop_and_break_with_the_content(tmp_path: Path) -> None:
    relay = await sent(Senders.read(SETTINGS, [RANDERS], keys(tmp_path, "rsa", "ed25519")))
    (content,) = relay.contents
    assert [header[:14] for header in content.splitlines() if header.startswith(b"DKIM-")] == [
        b"DKIM-Signature"
    ] * 2
    for index in (0, 1):
        assert valid(content, index)
        # Spaces may change on the way, what is said may not.
        assert valid(content.replace(b"Subject: ", b"Subject:   "), index)
        assert not valid(content.replace(b"23.", b"24."), index)
        assert not valid(b"From: svindel@andre.example\r\n" + content, index)
        assert not valid(b"Subject: Noget andet\r\n" + content, index)
        # A list or a relay may add headers of its own.
        assert valid(b"Received: from relay\r\n" + content, index)


async def test_each_municipality_is_its_own_sender(tmp_path: Path) -> None:
    senders = Senders.read(SETTINGS, [RANDERS], keys(tmp_path, "rsa"))
    relay = await sent(senders)
    assert relay.senders == ["ingen-svar@mail.randers.example"]
    assert relay.mails[0]["From"] == "Børn & Unge <ingen-svar@mail.randers.example>"
    assert str(relay.mails[0]["Message-ID"]).endswith("@mail.randers.example>")
    others = await sent(senders, slug="ringsted", municipality="Ringsted Kommune")
    assert others.mails[0]["From"] == "Ringsted Kommune <rundbord@faelles.example>"
    assert others.mails[0]["DKIM-Signature"] is None


async def test_unsigned_mail_can_be_signed_by_the_relay() -> None:
    (content,) = (await sent(Senders.read(SETTINGS))).contents
    assert content.isascii()
    assert max(map(len, content.splitlines())) <= 78
    assert b"8bit" not in content
    headers = {line.split(b":")[0].lower() for line in content.partition(b"\r\n\r\n")[0].splitlines()}
    assert not headers & {b"list-unsubscribe", b"sender", b"return-path", b"bcc", b"dkim-signature"}


async def test_a_bounce_comes_back_to_an_address_of_the_message_alone() -> None:
    settings = Settings(mail_from="rundbord@faelles.example", bounce_address="retur@faelles.example")
    returns = ReturnAddresses(lambda tenant, kind, value: f"{tenant}{kind}{value}".encode()[-10:])
    relay = await sent(Senders.read(settings), returns)
    (address,) = relay.senders
    message = str(relay.mails[0]["X-Rundbord-Outbox"])
    assert address.startswith(f"retur+{message.replace('-', '')}-")
    assert address.endswith("@faelles.example")
    assert len(address.partition("@")[0]) <= 64


def test_a_return_address_holds_for_one_message_of_one_tenant() -> None:
    def keyed(tenant: object, kind: str, value: str) -> bytes:
        return sha256(f"hemmelig{tenant}{kind}{value}".encode()).digest()

    returns = ReturnAddresses(keyed)
    ours, theirs, message = TenantId(uuid4()), TenantId(uuid4()), uuid4()
    address = returns.of("retur@faelles.example", ours, message)
    assert returns.read(f"<{address.upper()}>", [theirs, ours]) == (ours, message)
    assert returns.read(address, [theirs]) is None
    assert returns.read(address.replace(message.hex, uuid4().hex), [ours]) is None
    last = "a" if address.partition("@")[0][-1] != "a" else "b"
    assert returns.read(address.partition("@")[0][:-1] + last + "@faelles.example", [ours]) is None
    for other in ("", "retur@faelles.example", f"retur+{message.hex}@faelles.example"):
        assert returns.read(other, [ours]) is None


def test_a_key_that_would_not_count_is_told_at_the_start(tmp_path: Path) -> None:
    (good,) = keys(tmp_path, "rsa")
    for changed, said in (
        (msgspec.structs.replace(good, domain="ringsted.example"), "signs for no sender"),
        (msgspec.structs.replace(good, private_key_file=str(tmp_path / "none.pem")), "cannot be read"),
    ):
        with pytest.raises(SettingsError, match=said):
            Senders.read(SETTINGS, [RANDERS], [changed])


def test_a_weak_key_and_a_bounce_address_elsewhere_are_refused(tmp_path: Path) -> None:
    weak = tmp_path / "weak.pem"
    made = rsa.generate_private_key(65537, 1024)
    weak.write_bytes(made.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    key = DkimKey(tenants=("*",), domain="randers.example", selector="x", private_key_file=str(weak))
    with pytest.raises(SettingsError, match="2048"):
        Senders.read(SETTINGS, [RANDERS], [key])
    for wrong in ("retur@andre.example", "retur+x@faelles.example", "r" * 20 + "@faelles.example", "retur"):
        with pytest.raises(SettingsError, match="bounce address"):
            Senders.read(Settings(mail_from="rundbord@faelles.example", bounce_address=wrong))


async def test_the_file_of_channels_says_it_all(tmp_path: Path) -> None:
    file = tmp_path / "channels.toml"
    file.write_text(
        '[[mail]]\ntenants = ["randers"]\naddress = "ingen-svar@mail.randers.example"\n'
        'bounce_address = "retur@mail.randers.example"\n'
        '[[dkim]]\ntenants = ["randers"]\ndomain = "randers.example"\nselector = "rsa"\n'
        f'private_key_file = "{key_file(tmp_path, "rsa")}"\n'
    )
    one = parcel(
        MessageKind.CASE_NEWS,
        render(MessageKind.CASE_NEWS, "da", MailFacts("Randers Kommune", "https://randers.example/")),
        email="a@eksempel.example",
    )
    provider = FileKeyProvider(tmp_path / "keys")
    provider.create_epoch(uuid4())
    async with running_relay() as relay:
        settings = msgspec.structs.replace(
            SETTINGS,
            smtp_url=f"smtp://127.0.0.1:{relay.port}",
            channels_file=file,
            key_dir=tmp_path / "keys",
        )
        mail = Carriers.from_settings(settings).of("randers", Channel.MAIL)
        assert mail is not None
        assert await mail.deliver(one, yes)
    assert valid(relay.contents[0], 0)
    returns = return_addresses(settings)
    assert returns is not None
    assert returns.read(relay.senders[0], [one.tenant]) == (one.tenant, one.outbox_id)


@pytest.mark.parametrize("bounce", ["", "retur@faelles.example"])
async def test_a_relay_that_can_is_asked_to_report(peer: Peer, bounce: str) -> None:
    peer.script["EHLO"] = "250-peer\r\n250 DSN"
    senders = Senders.read(Settings(mail_from="rundbord@faelles.example", bounce_address=bounce))
    words = render(MessageKind.CASE_NEWS, "da", MailFacts("Randers Kommune", "https://randers.example/"))
    one = parcel(MessageKind.CASE_NEWS, words, email="a@eksempel.example")
    returns = ReturnAddresses(lambda tenant, kind, value: b"0123456789")
    assert await MailChannel(MailServer.from_url(peer.url), senders, returns).deliver(one, yes)
    # Only where somebody here reads the answer.
    options = " NOTIFY=SUCCESS,FAILURE" if bounce else ""
    assert peer.recipients == [f"RCPT TO:<a@eksempel.example>{options}"]
