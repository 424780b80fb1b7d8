"""A whole notifier, PostgreSQL and the local SMS gateway: who chose SMS gets one, and what the gateway tells is believed."""

import asyncio
import json
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx2
import msgspec
import pytest

from services.core.keys.seal import SealLabel
from services.core.message.kinds import MessageKind
from services.core.message.service import MessagePlan, plan_message
from services.core.person.details import PersonDetails
from services.local import http_peer
from services.local.channels import write_channels
from services.local.home import Home
from services.local.ports import Ports
from services.local.process import free_port
from services.local.sms_gateway import Gateway
from services.notifier.app import create_notifier
from services.notifier.channels.setup import read_channels
from tests.builders.world import World
from tests.notifier.outbox_case import environment, notifier_settings
from tests.notifier.smtp_peer import Peer
from tests.worker.case import Case, change, open_case
from tests.worker.test_ways import choose


@dataclass
class Gate:
    """The gateway, and how the notifier is told of it."""

    directory: Path
    channels: Path
    receipts: str

    def messages(self) -> list[dict[str, Any]]:
        return [json.loads(file.read_text()) for file in sorted(self.directory.glob("*.json"))]


@pytest.fixture
async def case(world: World) -> Case:
    await change(world, world.north, "delete from message where tenant_id = $1")
    await change(world, world.north, "delete from contact_choice where tenant_id = $1")
    return await open_case(world, world.north)


@pytest.fixture
async def gate(tmp_path: Path) -> AsyncIterator[Gate]:
    ports = Ports(
        **dict.fromkeys(Ports.__dataclass_fields__, 1) | {"sms": free_port(), "receipts": free_port()}
    )
    made = Gate(tmp_path / "sms", tmp_path / "channels.toml", f"127.0.0.1:{ports.receipts}")
    made.directory.mkdir()
    write_channels(made.channels, Home(tmp_path, {}, ""), ports)
    (agreed,) = read_channels(made.channels).sms
    assert agreed.receipts is not None
    gateway = Gateway(made.directory, agreed.headers["Authorization"], agreed.receipts.secret)
    server = await http_peer.start(ports.sms, gateway.answer)
    try:
        yield made
    finally:
        server.close()


@asynccontextmanager
async def notifier(world: World, peer: Peer, gate: Gate) -> AsyncIterator[None]:
    told = msgspec.structs.replace(
        notifier_settings(world, peer), channels_file=gate.channels, receipts_bind=gate.receipts
    )
    stop = asyncio.Event()
    task = asyncio.create_task(create_notifier(told).run(stop))
    try:
        yield
    finally:
        stop.set()
        await task


async def invite(world: World, case: Case, name: str = "mother") -> None:
    async with world.worker.write(world.north.system, "test.plan") as tx:
        await plan_message(
            tx,
            MessagePlan(
                kind=MessageKind.INVITATION,
                recipient=world.north.id(name),
                dossier=case.dossier,
                meeting=case.meeting,
                occurrence_key=f"invitation:{case.meeting}:0",
            ),
        )


async def reach_at(world: World, name: str, telephone: str) -> None:
    """Give somebody another number."""
    async with world.worker.write(world.north.system, "test.telephone") as tx:
        async with world.behind_the_walls() as db:
            row = await db.fetchrow(
                "select id, dossier_id, sealed from person where tenant_id = $1 and id = $2",
                world.north.tenant, world.north.id(name),
            )  # fmt: skip
        assert row is not None
        details = await tx.open_sealed(
            SealLabel.PERSON, row["dossier_id"], row["id"], row["sealed"], PersonDetails
        )
        changed = msgspec.structs.replace(details, telephone=telephone)
        sealed = await tx.seal(SealLabel.PERSON, row["dossier_id"], row["id"], changed)
    await change(world, world.north, "update person set sealed = $3 where tenant_id = $1 and id = $2",
                 world.north.id(name), sealed)  # fmt: skip


async def until(world: World, wanted: dict[str, str], seconds: float = 60) -> dict[str, Any]:
    """Wait until the messages stand so, by their way; answers their rows."""
    async with asyncio.timeout(seconds):
        while True:
            async with world.behind_the_walls() as db:
                rows = await db.fetch("select * from message where tenant_id = $1", world.north.tenant)
            seen = {row["channel"]: row for row in rows}
            stands = {way: f"{row['state']}:{row['reason'] or ''}".rstrip(":") for way, row in seen.items()}
            if stands == wanted:
                return seen
            await asyncio.sleep(0.1)


async def test_who_chose_sms_gets_one_that_says_little_and_its_arrival_is_known(
    world: World, peer: Peer, gate: Gate, case: Case
) -> None:
    await choose(world, "mother", "sms")
    await invite(world, case)
    async with notifier(world, peer, gate):
        rows = await until(world, {"inbox": "sent", "sms": "sent"})
        async with asyncio.timeout(30):
            while rows["sms"]["delivered_at"] is None:
                rows = await until(world, {"inbox": "sent", "sms": "sent"})
    (message,) = gate.messages()
    assert message["to"].startswith("+452010200")
    assert message["reference"] == message["idempotency_key"] == str(rows["sms"]["id"])
    assert message["text"] == (
        "Nordby Kommune: Du er inviteret til et møde. "
        f"Log ind for at læse mere: https://north.test/meetings/{case.meeting}"
    )
    assert peer.accepted == []


async def test_what_a_telephone_never_got_goes_by_mail(
    world: World, peer: Peer, gate: Gate, case: Case
) -> None:
    await choose(world, "father", "sms")
    await reach_at(world, "father", "20 10 00 01")
    await invite(world, case, "father")
    async with notifier(world, peer, gate):
        await until(world, {"inbox": "sent", "sms": "cancelled:bounced", "mail": "sent"})
    assert len(gate.messages()) == len(peer.accepted) == 1


@pytest.mark.parametrize("number", ["20 10 04 00", "00 00 00 01"])
async def test_a_number_that_takes_no_sms_goes_by_mail(
    world: World, peer: Peer, gate: Gate, case: Case, number: str
) -> None:
    await choose(world, "father", "sms")
    await reach_at(world, "father", number)
    await invite(world, case, "father")
    reason = "refused" if number.endswith("00") else "no_address"
    async with notifier(world, peer, gate):
        await until(world, {"inbox": "sent", "sms": f"cancelled:{reason}", "mail": "sent"})
    assert gate.messages() == []


async def test_what_mends_itself_is_tried_again(world: World, peer: Peer, gate: Gate, case: Case) -> None:
    await choose(world, "father", "sms")
    await reach_at(world, "father", "20 10 14 29")
    await invite(world, case, "father")
    async with notifier(world, peer, gate):
        await until(world, {"inbox": "sent", "sms": "sent"})
    assert len(gate.messages()) == 1


async def test_a_receipt_ends_what_nobody_could_know(
    world: World, peer: Peer, gate: Gate, case: Case
) -> None:
    """The gateway took it and the connection was cut: its receipt comes before the next attempt."""
    await choose(world, "father", "sms")
    await reach_at(world, "father", "20 10 00 03")
    await invite(world, case, "father")
    async with notifier(world, peer, gate):
        rows = await until(world, {"inbox": "sent", "sms": "sent"})
        await asyncio.sleep(2.5)
    assert rows["sms"]["delivered_at"] is not None
    assert len(gate.messages()) == 1


async def test_a_receipt_is_for_the_message_it_names_and_no_other(
    world: World, peer: Peer, gate: Gate, case: Case
) -> None:
    await choose(world, "mother", "sms", "mail")
    await reach_at(world, "mother", "20 10 00 05")
    await invite(world, case)
    (agreed,) = read_channels(gate.channels).sms
    assert agreed.receipts is not None
    shown = {"Authorization": agreed.receipts.secret}

    async def tell(message: UUID, state: str, path: str = "") -> int:
        async with httpx2.AsyncClient(trust_env=False) as client:
            told = {"reference": str(message), "status": state}
            answer = await client.post(
                f"http://{gate.receipts}/receipts/sms/local{path}", json=told, headers=shown
            )
            return answer.status_code

    async with notifier(world, peer, gate):
        rows = await until(world, {"inbox": "sent", "sms": "sent", "mail": "sent"})
        sms, mail = rows["sms"]["id"], rows["mail"]["id"]
        assert await tell(mail, "undeliverable") == 200, "a mail is no SMS"
        assert await tell(sms, "undeliverable", "/south") == 200, "nor is it another town's"
        assert await tell(sms, "undeliverable", "/nowhere") == 200
        assert await tell(case.meeting, "undeliverable") == 200
        await until(world, {"inbox": "sent", "sms": "sent", "mail": "sent"})
        for _ in range(2):
            assert await tell(sms, "undeliverable") == 200
        await until(world, {"inbox": "sent", "sms": "cancelled:bounced", "mail": "sent"})
        assert await tell(sms, "delivered") == 200
        await until(world, {"inbox": "sent", "sms": "cancelled:bounced", "mail": "sent"})
        await change(
            world,
            world.north,
            "update message set state = 'sending', reason = null, settled_at = null where id = $2 and tenant_id = $1",
            sms,
        )
        assert await tell(sms, "undeliverable") == 503, (
            "how it ended is not recorded yet: it must be told again"
        )


async def test_a_notifier_that_takes_receipts_ends_when_it_is_told_to(
    world: World, peer: Peer, gate: Gate
) -> None:
    told = environment(world, peer) | {
        "RUNDBORD_CHANNELS_FILE": str(gate.channels),
        "RUNDBORD_RECEIPTS_BIND": gate.receipts,
    }
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "services.notifier", env=os.environ | told, stdout=asyncio.subprocess.DEVNULL
    )
    try:
        host, _, port = gate.receipts.partition(":")
        async with asyncio.timeout(60):
            while True:
                try:
                    _, held = await asyncio.open_connection(host, int(port))
                    break
                except OSError:
                    await asyncio.sleep(0.1)
        process.send_signal(signal.SIGTERM)
        assert await asyncio.wait_for(process.wait(), 30) == 0
        held.close()
    finally:
        if process.returncode is None:
            process.kill()
