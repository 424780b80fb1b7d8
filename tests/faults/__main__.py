"""`python -m tests.faults`: every fault in turn, a table at the end; exit 1 when anything was lost, twice or leaked."""

import argparse
import asyncio
import json
import random
import shutil
import signal
import sys
import tempfile
import zlib
from collections.abc import AsyncGenerator, Iterator, Sequence
from contextlib import aclosing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from services.local.errors import EnvironmentProblem
from tests.faults.disks import on_small_disks, why_no_small_disks
from tests.faults.fault import Fault, Place
from tests.faults.faults import NAMES, batches
from tests.faults.journal import Journal, rows, table
from tests.faults.machine import start_machine
from tests.faults.mailserver import MailServer, Post, Trouble
from tests.faults.person import NotAcknowledgedError
from tests.faults.rounds import Result, Run
from tests.faults.verdict import Verdict
from tests.faults.work import Town

GAVE_UP = (EnvironmentProblem, NotAcknowledgedError, OSError, LookupError, AssertionError)
"""What a round ends with that can't go on; a TimeoutError is an OSError."""


def main() -> int:
    """Run what was asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="FAULT", help="these alone; a part of the name will do")
    parser.add_argument("--from", dest="begin", metavar="FAULT", help="begin with this one")
    parser.add_argument("--list", action="store_true", help="their names")
    parser.add_argument("--runs", type=int, default=1, help="how many seeds, each on fresh systems")
    parser.add_argument("--seed", type=int, default=1, help="the first: when exactly the faults strike")
    parser.add_argument("--jobs", type=int, default=1, help="so many systems side by side (two cores each)")
    parser.add_argument(
        "--into",
        type=Path,
        metavar="FILE",
        help="keep each result there; what stands there already is not run again, so a run can be gone on with",
    )
    parser.add_argument("--json", action="store_true", help="the table as JSON on stdout, progress on stderr")
    parser.add_argument("--keep", action="store_true", help="leave the data directories, with their logs")
    asked = parser.parse_args()
    names = [name for name in NAMES if not asked.names or any(word in name for word in asked.names)]
    if asked.begin:
        names = names[next((at for at, name in enumerate(names) if asked.begin in name), 0) :]
    if asked.list or not names:
        print("\n".join(NAMES))
        return 0 if asked.list else 2
    harness = Harness(Journal(asked.into), keep=asked.keep, quiet=asked.json)
    with suppress(asyncio.CancelledError):  # what was found till then is told all the same
        asyncio.run(harness.all(names, range(asked.seed, asked.seed + asked.runs), asked.jobs))
    results = harness.journal.results
    if asked.json:
        print(json.dumps({"well": harness.journal.well, "faults": rows(results, NAMES)}, ensure_ascii=False))
    else:
        print("\n" + table(results, NAMES), flush=True)
    return 0 if harness.journal.well else 1


@dataclass
class Harness:
    """One call of the command."""

    journal: Journal
    keep: bool
    quiet: bool
    _left: int = 0

    async def all(self, names: Sequence[str], seeds: Sequence[int], jobs: int) -> None:
        """Every fault with every seed; asked to stop, it ends its systems first."""
        here = asyncio.current_task()
        for number in (signal.SIGINT, signal.SIGTERM):
            asyncio.get_running_loop().add_signal_handler(number, here.cancel if here else lambda: None)
        work = []
        for seed in seeds:
            left = [name for name in names if not self.journal.has(seed, name)]
            work += [(seed, batch) for batch in batches(left)]
            self._left += len(left)
        turns = asyncio.Semaphore(jobs)

        async def in_turn(seed: int, batch: Sequence[Fault | Trouble]) -> None:
            async with turns:
                await self._batch(seed, batch)

        async with asyncio.TaskGroup() as group:
            for seed, batch in work:
                group.create_task(in_turn(seed, batch))

    async def _batch(self, seed: int, batch: Sequence[Fault | Trouble]) -> None:
        left = list(batch)
        while left:
            with _place(keep=self.keep) as place:
                try:
                    async with aclosing(_results(Path(place) / "data", seed, left)) as results:
                        async for result in results:
                            self._take(seed, result)
                            left.pop(0)
                except GAVE_UP as error:
                    # The others are tried on a new system: this one is not what it should be.
                    said = f"{type(error).__name__}: {error}"[-600:]
                    broken = Verdict(other=[f"the round could not be ended: {said}"])
                    self._take(seed, Result(left.pop(0).name, 0, broken, 0.0))

    def _take(self, seed: int, result: Result) -> None:
        result.seed = seed
        self._left -= 1
        self.journal.add(result)
        self._tell(result)

    def _tell(self, result: Result) -> None:
        verdict, out = result.verdict, sys.stderr if self.quiet else sys.stdout
        end = f"skipped, {result.skipped}" if result.skipped else "well" if verdict.well else "NOT WELL"
        print(
            f"seed {result.seed}: {result.name}: {end}; {result.actions} actions, {result.seconds:.0f} s,"
            f" {self._left} left; heard {dict(result.answers)}",
            file=out,
            flush=True,
        )
        for what in ("lost", "twice", "leaked", "other"):
            for line in getattr(verdict, what)[:12]:
                print(f"    {what}: {line}", file=out, flush=True)


async def _results(data: Path, seed: int, batch: Sequence[Fault | Trouble]) -> AsyncGenerator[Result]:
    faults = [one for one in batch if isinstance(one, Fault)]
    troubles = [one for one in batch if isinstance(one, Trouble)]
    if faults:
        small = faults[0].place is Place.SMALL_DISKS
        if small and (why := why_no_small_disks()):
            for fault in faults:
                yield Result(fault.name, 0, Verdict(), 0.0, skipped=why)
            return
        async with start_machine(data, confine=on_small_disks if small else None) as machine:
            run = Run(machine, await Town.log_in(machine), machine.arrived, random.Random())
            for fault in faults:
                run.chance.seed(_chance(seed, fault.name))
                yield await run.round(fault)
        return
    server = MailServer()
    listening = await asyncio.start_server(server.serve, "127.0.0.1", 0)
    address = f"127.0.0.1:{listening.sockets[0].getsockname()[1]}"
    try:
        async with start_machine(data, address) as machine:
            post = Post(machine, await Town.log_in(machine), server)
            for trouble in troubles:
                yield await post.trouble(trouble)
    finally:
        listening.close()


def _chance(seed: int, name: str) -> int:
    """A fault strikes in the same moments whichever others were asked for."""
    return zlib.crc32(f"{seed} {name}".encode())


@contextmanager
def _place(*, keep: bool) -> Iterator[str]:
    # Short, and walkable for the user that PostgreSQL runs as: else its files would lie elsewhere, and stay there.
    place = tempfile.mkdtemp(prefix="rb-", dir="/var/tmp")
    Path(place).chmod(0o711)
    try:
        yield place
    finally:
        if keep:
            print(f"kept: {place}", file=sys.stderr, flush=True)
        else:
            shutil.rmtree(place, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
