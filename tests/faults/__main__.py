"""`python -m tests.faults`: every fault in turn, a table at the end; exit 1 when anything was lost, twice or leaked."""

import argparse
import asyncio
import random
import shutil
import sys
import tempfile
from collections import defaultdict
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.faults.faults import FAULTS
from tests.faults.machine import Machine
from tests.faults.mailserver import TROUBLES, MailServer, Post
from tests.faults.rounds import Result, Run, table
from tests.faults.work import Town

NAMES = [fault.name for fault in FAULTS] + [trouble.name for trouble in TROUBLES]


def main() -> int:
    """Run what was asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("faults", nargs="*", help=f"which (default: all): {', '.join(NAMES)}")
    parser.add_argument("--runs", type=int, default=1, help="how often, each on a fresh system")
    parser.add_argument("--seed", type=int, default=1, help="when exactly the faults strike")
    parser.add_argument("--keep", action="store_true", help="leave the data directories, with their logs")
    asked = parser.parse_args()
    return asyncio.run(_all(asked.faults, asked.runs, asked.seed, keep=asked.keep))


async def _all(names: list[str], runs: int, seed: int, *, keep: bool) -> int:
    results: dict[str, list[Result]] = defaultdict(list)
    for number in range(runs):
        for part in (_strikes, _post):
            with _place(keep=keep) as place:
                async for result in part(Path(place), names, random.Random(seed + number)):
                    results[result.name].append(result)
                    _tell(seed + number, result)
    print("\n" + table(results), flush=True)
    return 0 if all(one.verdict.well for lines in results.values() for one in lines) else 1


async def _strikes(place: Path, names: list[str], chance: random.Random) -> AsyncIterator[Result]:
    """Whatever can die or be done twice, on a system with the mail sink."""
    wanted = [fault for fault in FAULTS if not names or fault.name in names]
    if not wanted:
        return
    async with await asyncio.to_thread(Machine, place / "data") as machine:
        run = Run(machine, await Town.log_in(machine), machine.mails, chance)
        for fault in wanted:
            yield await run.round(fault)


async def _post(place: Path, names: list[str], chance: random.Random) -> AsyncIterator[Result]:
    """Whatever a mail server can do, on a system that sends to it."""
    wanted = [trouble for trouble in TROUBLES if not names or trouble.name in names]
    if not wanted:
        return
    server = MailServer()
    listening = await asyncio.start_server(server.serve, "127.0.0.1", 0)
    address = f"127.0.0.1:{listening.sockets[0].getsockname()[1]}"
    try:
        async with await asyncio.to_thread(Machine, place / "data", address) as machine:
            post = Post(machine, await Town.log_in(machine), server, chance)
            for trouble in wanted:
                yield await post.trouble(trouble)
    finally:
        listening.close()


@contextmanager
def _place(*, keep: bool) -> Iterator[str]:
    # Short, and walkable for the user that PostgreSQL runs as: else its files would lie elsewhere, and stay there.
    place = tempfile.mkdtemp(prefix="rb-", dir="/var/tmp")
    Path(place).chmod(0o711)
    try:
        yield place
    finally:
        if keep:
            print(f"kept: {place}", flush=True)
        else:
            shutil.rmtree(place, ignore_errors=True)


def _tell(seed: int, result: Result) -> None:
    verdict = result.verdict
    print(
        f"seed {seed}: {result.name}: {result.actions} actions, {result.seconds:.0f} s,"
        f" {'well' if verdict.well else 'NOT WELL'}; heard {dict(result.answers)}",
        flush=True,
    )
    for what in ("lost", "twice", "leaked", "other"):
        for line in getattr(verdict, what)[:12]:
            print(f"    {what}: {line}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
