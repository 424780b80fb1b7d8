"""A short selection on one running system: each process dies once while people work, in under a minute.

The whole, with every fault, mail trouble and a table: ``python -m tests.faults``.
"""

import os
import random
import tempfile
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from tests.faults.fault import Fault
from tests.faults.faults import FAULTS
from tests.faults.machine import Machine, start_machine
from tests.faults.rounds import Run
from tests.faults.verdict import Verdict, delivered, leaks
from tests.faults.work import Town

pytestmark = [pytest.mark.timeout(240), pytest.mark.xdist_group("faults")]


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def run() -> AsyncIterator[Run]:
    with tempfile.TemporaryDirectory(prefix="rb-", dir="/var/tmp") as place:
        os.chmod(place, 0o711)  # walkable for the user that PostgreSQL runs as
        async with start_machine(Path(place) / "data") as machine:
            yield Run(machine, await Town.log_in(machine), machine.arrived, random.Random(20261122))


async def test_nothing_is_lost_twice_or_leaked_whoever_dies(run: Run) -> None:
    result = await run.round(ONE_AFTER_ANOTHER, cases=2)
    verdict = result.verdict
    assert (verdict.lost, verdict.twice, verdict.leaked, verdict.other) == ([], [], [], [])
    assert verdict.mails > 20
    assert result.actions > 40


async def _next(machine: Machine, chance: random.Random) -> None:
    fault = _LEFT.pop(0) if _LEFT else chance.choice([f for f in FAULTS if f.short])
    await fault.strike(machine, chance)


_LEFT = [fault for fault in FAULTS if fault.short]
ONE_AFTER_ANOTHER = Fault("one after another", _next, strikes=len(_LEFT), crash=True)


async def test_the_verdict_sees_what_is_lost_twice_and_leaked(run: Run) -> None:
    """The harness itself: what is spoiled on purpose is found."""
    sent = run.machine.mail_files()
    lost, twice = sent[0].read_bytes(), sent[1].read_bytes()
    sent[0].unlink()
    sent[1].with_name("again.eml").write_bytes(twice.replace(b"Message-ID: <", b"Message-ID: <other-"))
    verdict = Verdict()
    await delivered(run.machine, run.machine.arrived, verdict, crashes=run.crashes)
    leaks(
        {"notifier.log": f'{{"to": "{lost.partition(b"X-Envelope-To: ")[2].split()[0].decode()}"}}'}, verdict
    )
    assert len(verdict.lost) == 1
    assert len(verdict.twice) == 1
    assert len(verdict.leaked) >= 1
