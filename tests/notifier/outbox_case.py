"""Messages to send, and the outbox as seen behind the walls."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from uuid import uuid4

import msgspec

from services.core.message.kinds import MessageKind
from services.core.message.service import MessagePlan, plan_message
from services.core.settings import Settings
from services.notifier.app import create_notifier
from tests.builders.world import World, settings
from tests.notifier.smtp_peer import Peer
from tests.worker.case import Case, anchors

PUBLIC_URL = "https://{host}"
SENDER = "rundbord@kommune.example"


def notifier_settings(world: World, peer: Peer) -> Settings:
    """What a notifier of this world is told."""
    told = settings(world.databases, "rundbord_notifier", world.key_dir)
    return msgspec.structs.replace(told, smtp_url=peer.url, mail_from=SENDER, public_url=PUBLIC_URL)


def environment(world: World, peer: Peer) -> dict[str, str]:
    """The same as environment variables of a process."""
    told = notifier_settings(world, peer)
    return {
        "RUNDBORD_DATABASE_URL": told.database_url,
        "RUNDBORD_KEYS_URL": told.keys_url,
        "RUNDBORD_KEY_DIR": str(told.key_dir),
        "RUNDBORD_ANCHOR_DIR": str(anchors(world)),
        "RUNDBORD_SMTP_URL": told.smtp_url,
        "RUNDBORD_MAIL_FROM": told.mail_from,
        "RUNDBORD_PUBLIC_URL": told.public_url,
    }


@asynccontextmanager
async def running_notifier(world: World, peer: Peer, **more: str) -> AsyncIterator[None]:
    """A notifier in this process; stopped, with its deliveries ended, at the end of the block.

    ``more``: settings beside the plain ones.
    """
    stop = asyncio.Event()
    told = msgspec.structs.replace(notifier_settings(world, peer), **more)
    task = asyncio.create_task(create_notifier(told).run(stop))
    try:
        yield
    finally:
        stop.set()
        await task


async def plan(
    world: World,
    case: Case,
    *names: str,
    times: int = 1,
    inbox: bool = False,
    kind: MessageKind = MessageKind.INVITATION,
) -> None:
    """Tell people of the case's meeting, ``times`` over under keys of their own."""
    async with world.worker.write(world.north.system, "test.plan") as tx:
        for name in names * times:
            await plan_message(
                tx,
                MessagePlan(
                    kind=kind,
                    recipient=world.north.id(name),
                    dossier=case.dossier,
                    meeting=case.meeting,
                    occurrence_key=f"{kind.value}:{uuid4()}",
                    inbox=inbox,
                ),
            )


async def states(world: World) -> dict[str, str]:
    """Every message of the town and its state, with the reason if there is one."""
    async with world.behind_the_walls() as db:
        rows = await db.fetch(
            "select id::text, state || coalesce(':' || reason, '') as state from message where tenant_id = $1",
            world.north.tenant,
        )
    return {row["id"]: row["state"] for row in rows}


async def until(world: World, settled: Callable[[list[str]], bool], seconds: float = 90) -> dict[str, str]:
    """Wait until the states of all messages are as wanted."""
    async with asyncio.timeout(seconds):
        while True:
            seen = await states(world)
            if settled(list(seen.values())):
                return seen
            await asyncio.sleep(0.1)


def all_sent(seen: list[str]) -> bool:
    """Whether there are messages and each has gone."""
    return bool(seen) and set(seen) == {"sent"}


async def hurry(world: World) -> None:
    """Let leases run out and waits be over, as if that much machine time had passed."""
    async with world.behind_the_walls() as db:
        await db.execute(
            "update message set free_at = clock_timestamp() where state in ('planned', 'sending')"
            " and tenant_id = $1",
            world.north.tenant,
        )
