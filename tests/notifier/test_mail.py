"""Mail against a real socket: what is sent, and what each fault of the receiver is called."""

import pytest

from services.core.message.kinds import MessageKind
from services.core.message.retry import Failure, FailureKind, Stage
from services.core.message.wording import Words
from services.core.settings import Settings
from services.notifier.channels import Parcel
from services.notifier.channels import mail as mail_module
from services.notifier.channels.mail import MailChannel
from services.notifier.channels.mail_server import MailServer, MailUrlError
from services.notifier.channels.sender import Senders
from tests.notifier.parcels import parcel
from tests.notifier.smtp_peer import CUT, STALL, Peer, running_peer


def letter(to: str = "foraelder@eksempel.invalid") -> Parcel:
    words = Words(
        "da",
        "Randers Kommune: Du er inviteret til et møde",
        "Hej\n.en linje med punktum først\nÆØÅ\n",
        "<p>Æ</p>",
    )
    return parcel(MessageKind.INVITATION, words, email=to)


def channel(peer: Peer) -> MailChannel:
    senders = Senders.read(Settings(mail_from="rundbord@randers.invalid"))
    return MailChannel(MailServer.from_url(peer.url), senders)


async def yes() -> bool:
    return True


async def no() -> bool:
    return False


async def test_a_delivered_mail_carries_ids_from_the_outbox_alone(peer: Peer) -> None:
    sent = letter()
    assert await channel(peer).deliver(sent, yes)
    (mail,) = peer.accepted
    assert mail["Message-ID"] == f"<{sent.outbox_id}@randers.invalid>"
    assert mail["X-Rundbord-Outbox"] == str(sent.outbox_id)
    assert mail["Subject"] == sent.words.subject
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail["Content-Language"] == "da"
    text = mail.get_body(("plain",))
    html = mail.get_body(("html",))
    assert text is not None
    assert "ÆØÅ" in text.get_content()
    assert "\n.en linje" in text.get_content().replace("\n..", "\n.")
    assert html is not None


async def test_the_fence_takes_it_back_before_any_content(peer: Peer) -> None:
    assert not await channel(peer).deliver(letter(), no)
    assert peer.talks == 1
    assert peer.accepted == []


@pytest.mark.parametrize(
    ("verb", "reply", "kind", "stage"),
    [
        ("CONNECT", "421 later", FailureKind.BUSY, Stage.CONNECT),
        ("CONNECT", "554 no", FailureKind.SETUP, Stage.CONNECT),
        ("MAIL", "451 later", FailureKind.BUSY, Stage.SENDER),
        ("MAIL", "552 full", FailureKind.REFUSED, Stage.SENDER),
        ("RCPT", "450 later", FailureKind.BUSY, Stage.RECIPIENT),
        ("RCPT", "550 unknown", FailureKind.REFUSED, Stage.RECIPIENT),
        ("DATA", "554 no", FailureKind.REFUSED, Stage.DATA),
        ("END", "452 full", FailureKind.BUSY, Stage.DATA),
        ("END", "554 no", FailureKind.REFUSED, Stage.DATA),
        ("MAIL", CUT, FailureKind.NETWORK, Stage.SENDER),
        ("RCPT", CUT, FailureKind.NETWORK, Stage.RECIPIENT),
        ("END", CUT, FailureKind.UNKNOWN_END, Stage.AFTER_DATA),
    ],
)
async def test_each_fault_has_its_name(
    peer: Peer, verb: str, reply: str, kind: FailureKind, stage: Stage
) -> None:
    peer.script[verb] = reply
    with pytest.raises(Failure) as caught:
        await channel(peer).deliver(letter(), yes)
    assert (caught.value.kind, caught.value.stage) == (kind, stage)
    assert "eksempel" not in str(caught.value)


async def test_silence_is_bounded(peer: Peer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mail_module, "REPLY_SECONDS", 0.2)
    peer.script["END"] = STALL
    with pytest.raises(Failure) as caught:
        await channel(peer).deliver(letter(), yes)
    assert caught.value.kind is FailureKind.UNKNOWN_END


async def test_nobody_listening_is_the_network() -> None:
    async with running_peer() as gone:
        pass
    with pytest.raises(Failure) as caught:
        await channel(gone).deliver(letter(), yes)
    assert (caught.value.kind, caught.value.stage) == (FailureKind.NETWORK, Stage.CONNECT)


@pytest.mark.parametrize(
    "to",
    [
        "",
        "ingen",
        "a@b\r\nRCPT TO:<c@d>",
        "a@b> SIZE=1",
        "a b@c.dk",
        "a,b@c.dk",
        "æ b@c.dk",
        "a@b c",
        "æ<@b.dk",
        "a@-",
        "@b.dk",
    ],
)
async def test_an_impossible_address_never_reaches_the_wire(peer: Peer, to: str) -> None:
    with pytest.raises(Failure) as caught:
        await channel(peer).deliver(letter(to), yes)
    assert caught.value.kind is FailureKind.REFUSED
    assert peer.recipients == []


def test_a_url_says_how_and_never_leaks() -> None:
    server = MailServer.from_url("smtps://bruger:hem%40lig@mail.invalid")
    assert (server.port, server.tls, server.username, server.password) == (465, True, "bruger", "hem@lig")
    assert MailServer.from_url("smtp://u:p@mail.invalid:587").starttls is True
    assert MailServer.from_url("smtp://mail.invalid").starttls is None
    for bad in ("http://x", "smtp://", "smtp://h:port", "smtp://u:hemmelig@h?starttls=never", "smtp://h?x=1"):
        with pytest.raises(MailUrlError) as caught:
            MailServer.from_url(bad)
        assert "hemmelig" not in str(caught.value)
