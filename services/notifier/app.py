"""The notifier: takes due messages tenant by tenant, and hands each to its delivery.

Its claims and their fence stand in ``core/message/outbox.py``. Each channel has ``SLOTS`` deliveries at a time and no
more, and of those one tenant at most ``OF_TENANT``: a mail server that stands still delays mail, not the SMS and not the
inbox, and one municipality's gateway not another's. Stopping lets the deliveries under way come to their end.
"""

import asyncio
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from services.core.db.away import AWAY, CONTENDED
from services.core.db.database import Database
from services.core.identity import SystemIdentity, TenantId
from services.core.logging import log
from services.core.message import outbox, ways
from services.core.message.kinds import Channel
from services.core.message.outbox import Claim
from services.core.mode import Mode
from services.core.operation import service as operation
from services.core.retention.gate import ServingGate
from services.core.settings import Settings
from services.notifier.bounces import taking_bounces
from services.notifier.channels.setup import Carriers, return_addresses
from services.notifier.delivery import Delivery
from services.notifier.metrics import Metrics
from services.notifier.receipts import recording, serving

SLOTS: Final = 16
"""How many deliveries of one channel are under way at a time."""
OF_TENANT: Final = 8
"""How many of those may be one tenant's."""
A_ROUND: Final = 4
"""At most so many new claims from one tenant a round, so that a large one doesn't keep the others waiting."""

CONNECTIONS: Final = 8
"""To each database. A delivery holds one only while it looks again and while it records."""

POLL_SECONDS: Final = 0.5
AFTER_OUTAGE_SECONDS: Final = 3.0
"""Nothing new is claimed for so long after the database was away."""

MEASURE_EVERY: Final = 20
"""The backlog is measured every so many rounds."""

NEEDS: Final = ("database_url", "keys_url", "key_dir", "smtp_url", "mail_from", "anchor_dir")


def create_notifier(
    settings: Settings, mode: Mode = Mode.PRODUCTION, *, lease: timedelta = outbox.LEASE
) -> "Notifier":
    """A notifier that has opened nothing yet. Raises ``SettingsError`` or ``MailUrlError`` for ways that cannot be used.

    ``lease`` is how long its messages wait for another one after it died.
    """
    return Notifier(settings, mode, Carriers.from_settings(settings), lease)


@dataclass(frozen=True)
class UnderWay:
    """A delivery that has begun: whose message goes by which channel, and the claim it is held by."""

    tenant: TenantId
    channel: Channel
    claim: Claim


class Notifier:
    """One notifier process. Several may run side by side: each message is claimed by one."""

    def __init__(self, settings: Settings, mode: Mode, carriers: Carriers, lease: timedelta) -> None:
        self.settings = settings
        self.mode = mode
        self.metrics = Metrics()
        self._carriers = carriers
        self._lease = lease
        self._under_way: dict[asyncio.Task[None], UnderWay] = {}

    async def run(self, stop: asyncio.Event) -> None:
        """Deliver until ``stop`` is set; a database that is away is waited for."""
        self.metrics.serve(self.settings.metrics_bind)
        database = await self._open(stop)
        if database is None:
            return
        log().info("notifier.ready")
        keeping = asyncio.create_task(self._keep_claims(database))
        try:
            await self._wait_to_forget(stop, database)
            async with (
                serving(self.settings.receipts_bind, self._carriers.receivers, recording(database)),
                taking_bounces(self.settings.bounce_bind, database, return_addresses(self.settings)),
            ):
                await self._deliver_until(stop, database)
        finally:
            if self._under_way:
                await asyncio.wait(self._under_way)
            keeping.cancel()
            await asyncio.wait([keeping])
            await database.close()
            log().info("notifier.stopped")

    async def _wait_to_forget(self, stop: asyncio.Event, database: Database) -> None:
        """After a restore nothing is sent before what had been erased is erased again."""
        if self.settings.anchor_dir is None:
            return
        gate = ServingGate(database, self.settings.anchor_dir)
        while not stop.is_set():
            try:
                if await gate.is_open():
                    return
                log().warning("notifier.must_forget_first")
            except AWAY as error:
                log().warning("notifier.database_away", error=type(error).__name__)
            await _wait(stop, 1.0)

    async def _deliver_until(self, stop: asyncio.Event, database: Database) -> None:
        delivery = Delivery(database, self._carriers, self.settings, self.metrics, self._lease)
        rounds = 0
        while not stop.is_set():
            claimed = 0
            try:
                tenants = await database.tenants()
                for tenant in tenants:
                    claimed += await self._claim(database, delivery, tenant)
                    if rounds % MEASURE_EVERY == 0:
                        await self._measure(database, tenant)
            except (*AWAY, *CONTENDED) as error:
                log().warning("notifier.database_away", error=type(error).__name__)
                # Those who hold a receiver's yes record it first: here and in every other notifier.
                await _wait(stop, AFTER_OUTAGE_SECONDS)
            rounds += 1
            if not claimed:
                await self._wait_for_room(stop)

    async def _claim(self, database: Database, delivery: Delivery, tenant: TenantId) -> int:
        """Claim what there is room for and start its deliveries; a channel without room is passed over."""
        room = self._room(tenant)
        if not room:
            return 0
        who = SystemIdentity(tenant)
        async with database.read(who, "message.poll") as tx:
            if not await outbox.is_due(tx, room):
                return 0
        batch = min(A_ROUND, *room.values())
        async with database.write(who, "message.claim") as tx:
            held = [way.claim.id for way in self._under_way.values()]
            rows = await outbox.claim(
                tx, batch, self._lease, held, channels=room, per_minute=await ways.per_minute(tx)
            )
        for row in rows:
            task = asyncio.create_task(delivery.carry_out(tenant, row))
            self._under_way[task] = UnderWay(tenant, Channel(row.channel), Claim(row.id, row.attempt))
            task.add_done_callback(self._under_way.pop)
        return len(rows)

    def _room(self, tenant: TenantId) -> dict[Channel, int]:
        """How many deliveries may begin for a tenant now, by channel; channels without room are absent."""
        taken = Counter(way.channel for way in self._under_way.values())
        own = Counter(way.channel for way in self._under_way.values() if way.tenant == tenant)
        room = {way: min(SLOTS - taken[way], OF_TENANT - own[way]) for way in Channel}
        return {way: number for way, number in room.items() if number > 0}

    async def _wait_for_room(self, stop: asyncio.Event) -> None:
        """Wait a moment, or less where a delivery comes to its end."""
        stopping = asyncio.create_task(stop.wait())
        try:
            await asyncio.wait(
                [stopping, *self._under_way], timeout=POLL_SECONDS, return_when=asyncio.FIRST_COMPLETED
            )
        finally:
            stopping.cancel()

    async def _keep_claims(self, database: Database) -> None:
        """Renew what is under way, each by itself, so that a lease need not be as long as a slow receiver."""
        while True:
            await asyncio.sleep(self._lease.total_seconds() / 3)
            for way in list(self._under_way.values()):
                with suppress(*AWAY, *CONTENDED):  # told by the loop that polls; tried again soon
                    async with database.write(SystemIdentity(way.tenant), "message.keep_claim") as tx:
                        await outbox.keep_claim(tx, way.claim, self._lease)

    async def _measure(self, database: Database, tenant: TenantId) -> None:
        async with database.read(SystemIdentity(tenant), "message.measure") as tx:
            self.metrics.sending(tenant, await operation.sending(tx))

    async def _open(self, stop: asyncio.Event) -> Database | None:
        while not stop.is_set():
            try:
                # Nothing a delivery changes has reactions: no event leaves the outbox.
                return await Database.open(self.settings, {}, size=CONNECTIONS)
            except AWAY as error:
                log().warning("notifier.database_away", error=type(error).__name__)
                await _wait(stop, 1.0)
        return None


async def _wait(stop: asyncio.Event, seconds: float) -> None:
    with suppress(TimeoutError):
        await asyncio.wait_for(stop.wait(), seconds)
