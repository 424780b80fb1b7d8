"""Mail to a real server with TLS: encrypted as the URL demands, or not at all."""

import ssl
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from services.core.message.kinds import MessageKind
from services.core.message.retry import Failure, FailureKind, Stage
from services.core.message.wording import Words
from services.core.settings import Settings
from services.notifier.channels import Parcel
from services.notifier.channels.mail import MailChannel
from services.notifier.channels.mail_server import MailServer
from services.notifier.channels.sender import Senders
from tests.notifier.mail_server import Relay, certificate, running_relay
from tests.notifier.parcels import parcel


def letter(to: str = "foraelder@eksempel.example") -> Parcel:
    words = Words("da", "Randers Kommune: Du er inviteret", "Hej ÆØÅ\n" + "lang " * 300, "<p>Æ</p>", "Hej.")
    return parcel(MessageKind.CASE_NEWS, words, email=to)


def channel(url: str, trusted: Path | None = None) -> MailChannel:
    context = ssl.create_default_context(cafile=trusted)
    senders = Senders.read(Settings(mail_from="Rundbord <rundbord@randers.example>"))
    return MailChannel(MailServer.from_url(url), senders, tls_context=context)


async def yes() -> bool:
    return True


async def failure(url: str, trusted: Path | None = None, to: str = "a@eksempel.example") -> Failure:
    with pytest.raises(Failure) as caught:
        await channel(url, trusted).deliver(letter(to), yes)
    return caught.value


@pytest.mark.filterwarnings("ignore:Requiring AUTH")  # the library does not see that all of it is encrypted
async def test_tls_from_the_start_with_a_login(tmp_path: Path) -> None:
    trusted, serving = certificate(tmp_path)
    async with running_relay(tls=serving, login=True) as relay:
        url = f"smtps://bruger:hem%40lig@127.0.0.1:{relay.port}"
        assert await channel(url, trusted).deliver(letter(), yes)
        assert relay.encrypted == [True]
        wrong = await failure(f"smtps://bruger:forkert@127.0.0.1:{relay.port}", trusted)
        # Our own set-up: it waits to be mended, and by itself never kills a message.
        assert (wrong.kind, wrong.stage, wrong.code) == (FailureKind.SETUP, Stage.LOGIN, 535)
        assert len(relay.contents) == 1


@pytest.mark.parametrize("query", ["", "?starttls=required"])
async def test_starttls_is_taken_where_it_is_offered(tmp_path: Path, query: str) -> None:
    trusted, serving = certificate(tmp_path)
    async with running_relay(starttls=serving, login=True) as relay:
        credentials = "bruger:hem%40lig@"
        assert await channel(f"smtp://{credentials}127.0.0.1:{relay.port}{query}", trusted).deliver(
            letter(), yes
        )
        assert relay.encrypted == [True]


async def test_an_offer_that_was_taken_out_on_the_way_sends_nothing() -> None:
    async with running_relay() as relay:
        stripped = await failure(f"smtp://127.0.0.1:{relay.port}?starttls=required")
        assert (stripped.kind, stripped.stage) == (FailureKind.SETUP, Stage.CONNECT)
        with_password = await failure(f"smtp://bruger:x@127.0.0.1:{relay.port}")
        assert with_password.kind is FailureKind.SETUP
        assert relay.contents == []
        assert await channel(f"smtp://127.0.0.1:{relay.port}").deliver(letter(), yes)


@pytest.mark.parametrize("scheme", ["smtps", "smtp"])
async def test_a_certificate_of_somebody_else_is_refused(tmp_path: Path, scheme: str) -> None:
    (tmp_path / "other").mkdir()
    ours, _ = certificate(tmp_path / "other")
    theirs, serving = certificate(tmp_path, "andre.example")
    at_once = scheme == "smtps"
    async with running_relay(
        tls=serving if at_once else None, starttls=None if at_once else serving
    ) as relay:
        for trusted in (ours, theirs):  # signed by nobody we trust; trusted, for another host
            refused = await failure(f"{scheme}://127.0.0.1:{relay.port}", trusted)
            assert (refused.kind, refused.stage) == (FailureKind.SETUP, Stage.CONNECT)
        assert relay.contents == []


@pytest.fixture
async def relay_utf8() -> AsyncIterator[Relay]:
    async with running_relay(enable_SMTPUTF8=True) as relay:
        yield relay


async def test_addresses_beyond_ascii(relay_utf8: Relay) -> None:
    url = f"smtp://127.0.0.1:{relay_utf8.port}"
    await channel(url).deliver(letter("ane@blåbærgrød.example"), yes)
    assert relay_utf8.recipients == ["ane@xn--blbrgrd-fxak7p.example"]
    assert relay_utf8.mails[0]["To"] == "ane@xn--blbrgrd-fxak7p.example"
    assert "SMTPUTF8" not in relay_utf8.options
    await channel(url).deliver(letter("søren@blåbærgrød.example"), yes)
    assert relay_utf8.recipients[1] == "søren@xn--blbrgrd-fxak7p.example"
    assert relay_utf8.mails[1]["To"] == "søren@xn--blbrgrd-fxak7p.example"
    assert "SMTPUTF8" in relay_utf8.options
    # Of the text nothing goes in eight bits, and no line is too long, whoever hands it on.
    assert all(len(line) <= 78 for mail in relay_utf8.contents for line in mail.splitlines())
    assert relay_utf8.contents[0].isascii()


async def test_a_server_without_smtputf8_is_never_given_such_an_address() -> None:
    async with running_relay() as relay:
        refused = await failure(f"smtp://127.0.0.1:{relay.port}", to="søren@eksempel.example")
        assert (refused.kind, refused.stage) == (FailureKind.REFUSED, Stage.RECIPIENT)
        assert relay.recipients == []
