"""``python -m bench.sending``: what a municipality's rate costs in the claim.

In pairs, alternating on the same instance with durable settings and the same queue: messages claimed four at a time and
settled as the notifier does, with a rate (so high that it holds nothing back) and without one. Then what one look costs
while a long queue waits for room: each notifier asks twice a second.
"""

import argparse
import asyncio
import sys
import time
from pathlib import Path
from statistics import median
from typing import Final

import asyncpg

from bench.world import Servers, servers
from services.core.db.database import Database
from services.core.identity import SystemIdentity
from services.core.message import outbox
from services.core.message.outbox import Claim
from services.core.person.service import NewStaff, record_staff
from services.core.settings import Settings
from services.core.tenancy.loader import load_model
from services.core.tenancy.service import add_model
from services.local import postgres

MODEL: Final = Path(__file__).parents[1] / "tenants" / "randers"
AT_ONCE: Final = 4
NO_LIMIT: Final = 60_000
_FILL: Final = """
insert into rundbord.message (tenant_id, id, recipient_id, dossier_id, kind, channel, occurrence_key, not_before,
                              planned_at, free_at)
select $1, gen_random_uuid(), p.id, p.dossier_id, 'delegated', 'mail', $2 || n, clock_timestamp() - interval '1 hour',
       clock_timestamp(), clock_timestamp() - interval '1 hour'
from rundbord.person p cross join generate_series(1, $3::integer) n where p.tenant_id = $1 limit $3
"""


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m bench.sending", description=__doc__)
    parser.add_argument("--messages", type=int, default=1_000, help="of each half of each round")
    parser.add_argument("--queue", type=int, default=20_000, help="how many wait for room")
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args()
    with servers() as where:
        asyncio.run(_measure(where, asked.messages, asked.queue, asked.rounds))
    return 0


async def _measure(where: Servers, messages: int, queue: int, rounds: int) -> None:
    def settings(role: str) -> Settings:
        return Settings(
            database_url=where.main.dsn(role), keys_url=where.keys.dsn(role), key_dir=where.key_dir
        )

    worker = await Database.open(settings("rundbord_worker"), {}, size=2)
    notifier = await Database.open(settings("rundbord_notifier"), {}, size=2)
    try:
        who = await _town(where, worker)
        ratios = []
        for number in range(rounds):
            took = []
            for rate in (NO_LIMIT, None):
                await _fill(where, who, f"r{number}:{rate or 0}:", messages)
                took.append(await _drain(notifier, who, rate))
            ratios.append(took[0] / took[1])
            print(
                f"round {number + 1}: with a rate {messages / took[0]:6.0f} messages/s   without {messages / took[1]:6.0f}"
            )
        print(f"with a rate a message costs {median(ratios):.2f} times as much")
        await _fill(where, who, "queue:", queue)
        looks = [await _look(notifier, who) for _ in range(100)]
        print(f"a look behind {queue:,} that wait for room: {median(looks) * 1000:.1f} ms")
    finally:
        await worker.close()
        await notifier.close()


async def _town(where: Servers, worker: Database) -> SystemIdentity:
    added = await add_model(where.main.dsn("rundbord_owner"), worker, load_model(MODEL), "bench.test")
    who = SystemIdentity(added.tenant)
    async with worker.write(who, "bench.fill") as tx:
        await record_staff(
            tx, NewStaff(source_key="x", name="Prøve", email="x@kommune.example", profession="")
        )
    return who


async def _fill(where: Servers, who: SystemIdentity, mark: str, count: int) -> None:
    connection = await asyncpg.connect(where.main.dsn(postgres.SUPERUSER))
    try:
        await connection.execute(_FILL, who.tenant, mark, count)
        await connection.execute("analyze rundbord.message")
    finally:
        await connection.close()


async def _drain(notifier: Database, who: SystemIdentity, rate: int | None) -> float:
    begun = time.perf_counter()
    while True:
        async with notifier.write(who, "bench.claim") as tx:
            rows = await outbox.claim(tx, AT_ONCE, per_minute=rate)
        if not rows and rate is None:
            return time.perf_counter() - begun
        if not rows:
            async with notifier.read(who, "bench.poll") as tx:
                if not await outbox.is_due(tx):
                    return time.perf_counter() - begun
        for row in rows:
            async with notifier.write(who, "bench.settle") as tx:
                await outbox.settle_sent(tx, Claim(row.id, row.attempt))


async def _look(notifier: Database, who: SystemIdentity) -> float:
    begun = time.perf_counter()
    async with notifier.write(who, "bench.claim") as tx:
        await outbox.claim(tx, AT_ONCE, per_minute=1)
    return time.perf_counter() - begun


if __name__ == "__main__":
    sys.exit(main())
