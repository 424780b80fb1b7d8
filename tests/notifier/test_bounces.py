"""Bounces over real sockets: what a report changes, and what nobody can change with one."""

import asyncio
import io
import smtplib
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from uuid import UUID, uuid4

import aiosmtplib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.core.db.database import Database
from services.core.logging import configure_logging
from services.local.process import free_port
from services.notifier import bounces
from services.notifier.bounces import MAIL_BYTES, taking_bounces
from services.notifier.channels.setup import return_addresses
from services.notifier.delivery_report import Outcome, read_report
from tests.builders.world import World
from tests.notifier.outbox_case import all_sent, notifier_settings, plan, running_notifier, states, until
from tests.notifier.reports import (
    calendar_answer,
    exchange,
    inside_a_reply,
    read_receipt,
    report,
    report_utf8,
    vacation,
)
from tests.notifier.smtp_peer import Peer
from tests.worker.case import Case, change, open_case

BOUNCE = "retur@kommune.example"


@pytest.mark.parametrize(
    ("content", "outcome"),
    [
        (report(), Outcome.FAILED),
        (report(status="4.4.7"), Outcome.FAILED),  # given up after days of trying
        (report(action="delayed", status="4.0.0"), Outcome.NOTHING),
        (report(action="delivered", status="2.0.0"), Outcome.ARRIVED),
        (report(action="relayed", status="2.0.0"), Outcome.NOTHING),
        (report(action="expanded", status="2.0.0"), Outcome.NOTHING),
        (report(action="", status="5.7.1"), Outcome.FAILED),
        (report_utf8("failed"), Outcome.FAILED),
        (report_utf8("delayed"), Outcome.NOTHING),
        (exchange("failed"), Outcome.FAILED),
        (exchange("delayed"), Outcome.NOTHING),
        (vacation(), Outcome.NOTHING),
        (calendar_answer(), Outcome.NOTHING),
        (read_receipt(), Outcome.NOTHING),
        (inside_a_reply(), Outcome.NOTHING),
        (b"", Outcome.NOTHING),
        (report()[:700], Outcome.NOTHING),
    ],
)
def test_only_a_report_of_a_delivery_says_anything(content: bytes, outcome: Outcome) -> None:
    assert read_report(content) is outcome


@given(st.integers(0, 1500), st.binary(max_size=40))
def test_whatever_comes_is_read_without_a_fault(at: int, noise: bytes) -> None:
    whole = report()
    read_report(whole[:at] + noise + whole[at + len(noise) :])
    read_report(noise)


@pytest.fixture
async def case(world: World) -> Case:
    await change(world, world.north, "delete from message where tenant_id = $1")
    return await open_case(world, world.north)


@asynccontextmanager
async def sent(world: World, peer: Peer, case: Case) -> AsyncIterator[tuple[int, str]]:
    """A mail to the mother that went, and a notifier that reads what comes back: its port, and the address for that."""
    port = free_port()
    await plan(world, case, "mother")
    async with running_notifier(world, peer, bounce_address=BOUNCE, bounce_bind=f"127.0.0.1:{port}"):
        await until(world, all_sent)
        yield port, peer.senders[-1]


async def hand_over(port: int, to: str, content: bytes, greeting: str = "EHLO") -> tuple[int, str]:
    """As a mail server does; answers its code and words."""
    if greeting == "LHLO":
        return await asyncio.to_thread(hand_over_lmtp, port, to, content)
    smtp = aiosmtplib.SMTP(hostname="127.0.0.1", port=port, start_tls=False, timeout=10)
    await smtp.connect()
    try:
        await smtp.mail("")
        await smtp.rcpt(to)
        return await smtp.data(content)
    except aiosmtplib.SMTPResponseException as error:
        return error.code, error.message
    finally:
        smtp.close()


def hand_over_lmtp(port: int, to: str, content: bytes) -> tuple[int, str]:
    with smtplib.LMTP("127.0.0.1", port, timeout=10) as lmtp:
        refused = lmtp.sendmail("", [to], content)
    return (250, "") if not refused else next((code, str(told)) for code, told in refused.values())


async def of_mail(world: World) -> tuple[str, bool]:
    """Where the one mail stands, and whether it is known to have arrived."""
    async with world.behind_the_walls() as db:
        row = await db.fetchrow(
            "select state || coalesce(':' || reason, ''), delivered_at is not null"
            " from message where tenant_id = $1 and channel = 'mail'",
            world.north.tenant,
        )
    assert row is not None
    return row[0], row[1]


async def ways(world: World) -> list[str]:
    async with world.behind_the_walls() as db:
        rows = await db.fetch("select channel from message where tenant_id = $1", world.north.tenant)
    return sorted(row["channel"] for row in rows)


CAME_BACK = ("cancelled:bounced", False)
SENT = ("sent", False)


@pytest.mark.parametrize("greeting", ["EHLO", "LHLO"])
async def test_what_came_back_goes_another_way(world: World, peer: Peer, case: Case, greeting: str) -> None:
    async with sent(world, peer, case) as (port, address):
        assert (await hand_over(port, address, report(action="delayed"), greeting))[0] == 250
        assert (await hand_over(port, address, vacation(), greeting))[0] == 250
        assert await of_mail(world) == SENT
        # As relays write it that make every letter large.
        assert (await hand_over(port, address.upper(), report(), greeting))[0] == 250
        assert await of_mail(world) == CAME_BACK
        # It goes by the municipality's next way, once.
        assert "sms" in await ways(world)
        assert (await hand_over(port, address, report(), greeting))[0] == 250
        assert await of_mail(world) == CAME_BACK
        tried = await ways(world)
        assert len(tried) == len(set(tried))


async def test_what_arrived_is_told_once_and_for_all(world: World, peer: Peer, case: Case) -> None:
    async with sent(world, peer, case) as (port, address):
        for _ in range(2):
            assert (await hand_over(port, address, report(action="delivered")))[0] == 250
        assert await of_mail(world) == ("sent", True)


async def test_nobody_silences_another_with_a_forged_bounce(world: World, peer: Peer, case: Case) -> None:
    async with sent(world, peer, case) as (port, address):
        message = next(iter(await states(world)))
        tag = address.partition("-")[2].partition("@")[0]
        for forged in (
            BOUNCE,
            f"retur+{message}@kommune.example",
            f"retur+{UUID(message).hex}-{'a' * 16}@kommune.example",
            f"retur+{uuid4().hex}-{tag}@kommune.example",
        ):
            assert (await hand_over(port, forged, report()))[0] == 550, forged
        assert (await hand_over(port, address, b"y\r\n" * (MAIL_BYTES // 2)))[0] == 552
        assert await of_mail(world) == SENT


async def test_one_recipient_a_mail_and_never_a_line_without_end(
    world: World, peer: Peer, case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bounces, "MAIL_BYTES", 100_000)
    async with sent(world, peer, case) as (port, address):
        smtp = aiosmtplib.SMTP(hostname="127.0.0.1", port=port, start_tls=False, timeout=10)
        await smtp.connect()
        await smtp.mail("")
        await smtp.rcpt(address)
        with pytest.raises(aiosmtplib.SMTPRecipientRefused) as second:
            await smtp.rcpt(address)
        assert second.value.code == 452
        smtp.close()
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        assert (await reader.readline()).startswith(b"220")
        writer.write(b"x" * 300_000)
        # Cut off, whatever was still to come: no answer, and no more of it in memory.
        with pytest.raises((ConnectionError, asyncio.IncompleteReadError)):
            await reader.readexactly(10_000)
        writer.close()


async def test_a_database_that_is_away_is_waited_for(world: World, peer: Peer, case: Case) -> None:
    async with sent(world, peer, case) as (_, address):
        pass
    told = notifier_settings(world, peer)
    database, port = await Database.open(told, {}, size=2), free_port()
    async with taking_bounces(f"127.0.0.1:{port}", database, return_addresses(told)):
        await database.close()
        assert (await hand_over(port, address, report()))[0] == 451
    database = await Database.open(told, {}, size=2)
    async with taking_bounces(f"127.0.0.1:{port}", database, return_addresses(told)):
        assert (await hand_over(port, address, report()))[0] == 250
    await database.close()
    assert await of_mail(world) == CAME_BACK


async def test_a_report_that_comes_before_our_own_record_is_asked_for_again(
    world: World, peer: Peer, case: Case
) -> None:
    async with sent(world, peer, case) as (port, address):
        await change(
            world,
            world.north,
            "update message set state = 'sending', settled_at = null,"
            " free_at = clock_timestamp() + interval '1 hour' where tenant_id = $1",
        )
        assert (await hand_over(port, address, report()))[0] == 451
        await change(
            world, world.north, "update message set state = 'sent', settled_at = now() where tenant_id = $1"
        )
        assert (await hand_over(port, address, report()))[0] == 250
    assert await of_mail(world) == CAME_BACK


async def test_nothing_of_it_is_logged(
    world: World, peer: Peer, case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = io.StringIO()
    monkeypatch.setattr(sys, "stdout", lines)
    configure_logging("notifier")
    async with sent(world, peer, case) as (port, address):
        await hand_over(port, address, report(to="hemmelig@familie.example"))
        await hand_over(port, "hemmelig@familie.example", report())
    told = lines.getvalue()
    assert "bounces.read" in told
    for secret in ("familie.example", address, "Kommune", "ukendt"):
        assert secret not in told, secret
