"""``python -m bench.intake``: how fast a file of people comes in, and in how much memory.

In pairs, alternating on the same two instances with durable settings: the file as an import (checked and carried out by
the worker, part by part), and the same people told one by one through the same service, a transaction each. The ratio
says what the import adds (plan, words, numbers, keys) and what it saves (one wait for the disk a part).
"""

import argparse
import asyncio
import resource
import sys
import time
from collections.abc import Awaitable
from datetime import date
from pathlib import Path
from statistics import median
from uuid import UUID

import msgspec

from bench.world import Servers, servers
from services.core.db.database import Database
from services.core.identity import Capacity, RequestIdentity, SystemIdentity, TenantId
from services.core.intake import service, store, working
from services.core.intake.records import Kind
from services.core.person.details import PersonDetails
from services.core.person.periods import record_employment
from services.core.person.service import NewPerson, NewStaff, record_person, record_staff
from services.core.settings import Settings
from services.core.tenancy.loader import load_model
from services.core.tenancy.service import add_model
from services.core.unit.service import record_unit
from tests.builders.world import open_session

MODEL = Path(__file__).parents[1] / "tenants" / "randers"


def main() -> int:
    """Measure and print; 0 when every row came in."""
    parser = argparse.ArgumentParser(prog="python -m bench.intake", description=__doc__)
    parser.add_argument("--rows", type=int, default=20_000)
    parser.add_argument("--paired", type=int, default=1_000, help="rows of each half of each round")
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    with servers() as where:
        asyncio.run(_measure(where, asked.rows, asked.paired, asked.rounds))
    return 0


def people(rows: int, mark: str) -> str:
    """A file of children, each with a CPR number of its own out of the range for tests."""
    lines = ["key;kind;name;cpr;born;address"]
    for n in range(rows):
        number = f"{61 + n % 28:02}{1 + n // 28 % 12:02}{10 + n // 336 % 15:02}"
        lines.append(
            f"{mark}-{n};child;Prøve Barn {n};{number}{n % 10_000:04};2015-{1 + n % 12:02}-{1 + n % 28:02};Vej {n}"
        )
    return "\n".join(lines) + "\n"


async def _measure(where: Servers, rows: int, paired: int, rounds: int) -> None:
    def settings(role: str) -> Settings:
        return Settings(
            database_url=where.main.dsn(role), keys_url=where.keys.dsn(role), key_dir=where.key_dir
        )

    worker = await Database.open(settings("rundbord_worker"), {}, size=2)
    api = await Database.open(settings("rundbord_api"), {}, size=2)
    try:
        bench = Bench(where, worker, api)
        ratios = []
        for number in range(rounds):
            # Another municipality for each half: both begin with nobody, so that their tables are alike.
            ours = await _timed(bench.imported(f"i{number}", paired))
            plain = await _timed(bench.one_by_one(f"o{number}", paired))
            ratios.append(ours / plain)
            print(
                f"round {number + 1}: import {paired / ours:7.0f} rows/s   one by one {paired / plain:7.0f} rows/s"
            )
        print(
            f"ratio of times, import to one by one: {median(ratios):.2f} (spread {max(ratios) / min(ratios):.2f})"
        )
        if rows:
            await bench.whole("whole", rows)
    finally:
        await api.close()
        await worker.close()


async def _timed(work: Awaitable[None]) -> float:
    began = time.monotonic()
    await work
    return time.monotonic() - began


class Bench:
    """The two instances, and municipalities made on demand."""

    def __init__(self, where: Servers, worker: Database, api: Database) -> None:
        self.where, self.worker, self.api = where, worker, api
        self.made = 0

    async def municipality(self, slug: str) -> tuple[TenantId, RequestIdentity]:
        """A municipality with one administrator and nobody else."""
        model, self.made = load_model(MODEL), self.made + 1
        told = msgspec.structs.replace(model.tenant, id=slug, name=slug, cvr=f"9{self.made:07}", host=slug)
        added = await add_model(
            self.where.main.dsn("rundbord_owner"),
            self.worker,
            msgspec.structs.replace(model, tenant=told),
            "bench.test",
        )
        async with self.worker.write(SystemIdentity(added.tenant), "bench.settle") as tx:
            unit = await record_unit(tx, "area", "centre", "Området")
            person = await record_staff(
                tx, NewStaff(source_key="a", name="Adminprøve", email="", profession="")
            )
            await record_employment(tx, person, unit, "administrator", tx.now)
        session = await open_session(self.worker, added.tenant, person, Capacity.ADMINISTRATOR)
        return added.tenant, RequestIdentity(added.host, session.credential)

    async def imported(self, slug: str, rows: int) -> None:
        """The file as an import: received, checked and carried out."""
        tenant, who = await self.municipality(slug)
        run = await self._bring(who, people(rows, slug))
        await self._work(tenant)
        await self._yes(who, run)
        await self._work(tenant)

    async def one_by_one(self, slug: str, rows: int) -> None:
        """The same people told to the same service, a transaction each."""
        tenant, _ = await self.municipality(slug)
        for line in people(rows, slug).splitlines()[1:]:
            key, _, name, cpr, born, address = line.split(";")
            async with self.worker.write(SystemIdentity(tenant), "bench.tell") as tx:
                told = NewPerson(
                    source_key=key,
                    kind="subject",
                    details=PersonDetails(name=name, address=address),
                    cpr=cpr,
                    born_on=date.fromisoformat(born),
                )
                await record_person(tx, told)

    async def whole(self, slug: str, rows: int) -> None:
        """A whole file, its phases one by one, then the same file again."""
        tenant, who = await self.municipality(slug)
        before = _peak()
        for what in ("first", "again"):
            began = time.monotonic()
            run = await self._bring(who, people(rows, slug))
            received = time.monotonic()
            await self._work(tenant)
            checked = time.monotonic()
            await self._yes(who, run)
            await self._work(tenant)
            done = time.monotonic()
            print(
                f"{rows} rows, {what}: received in {received - began:.1f} s, checked in {checked - received:.1f} s "
                f"({rows / (checked - received):.0f} rows/s), carried out in {done - checked:.1f} s "
                f"({rows / (done - checked):.0f} rows/s)"
            )
        print(
            f"memory at its peak: {_peak():.0f} MB, of which {_peak() - before:.0f} MB for the file and the work"
        )

    async def _bring(self, who: RequestIdentity, text: str) -> UUID:
        async with self.api.write(who, "bench.bring") as tx:
            return (await service.receive_file(tx, "bench", Kind.PERSON, text.encode(), snapshot=False)).id

    async def _work(self, tenant: TenantId) -> None:
        """As occasion after occasion would: each goes on for a while."""
        while await working.go_on(self.worker, SystemIdentity(tenant)):
            pass

    async def _yes(self, who: RequestIdentity, run: UUID) -> None:
        async with self.api.write(who, "bench.yes") as tx:
            await service.have_applied(tx, run, (await store.run(tx, run)).version)


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    sys.exit(main())
