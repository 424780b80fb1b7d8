"""A round: calm, fault under work, quiet; then the clock, fault under deliveries, quiet; then the verdict."""

import asyncio
import random
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from tests.faults.faults import Fault
from tests.faults.machine import Machine
from tests.faults.verdict import Mails, Verdict, chain, compare, delivered, leaks, settled, words
from tests.faults.work import LANES, Ledger, Town

MEETING_AHEAD = timedelta(days=21)
MOVE = "20 days 12 hours"
"""Past the agenda's deadline and the day before the meeting, and before the meeting itself."""


@dataclass
class Result:
    """One line of the table."""

    name: str
    actions: int
    verdict: Verdict
    seconds: float
    recovery: float
    longest: float
    answers: Counter[str] = field(default_factory=Counter)


@dataclass
class Known:
    """What the rounds on one system have told of: each tells only what is new."""

    leaks: set[str] = field(default_factory=set)
    again: int = 0


class Run:
    """One system under one fault after another."""

    def __init__(self, machine: Machine, town: Town, mails: Mails, chance: random.Random) -> None:
        self.machine = machine
        self.town = town
        self.mails = mails
        self.chance = chance
        self.crashes = 0
        self._known = Known()

    async def round(self, fault: Fault, *, cases: int = 2) -> Result:
        """Strike, and see what it came to."""
        begun, verdict, heard = time.monotonic(), Verdict(), self.town.heard
        acknowledged, before = heard.acknowledged, heard.answers.copy()
        heard.wrong, heard.longest = [], 0.0
        ledger = Ledger(await starts_at(self.machine))
        # In calm, one of each shape: what the others must look like.
        for lane in LANES:
            for send in (True, False):
                await self.town.case(lane, ledger, send=send)
        enough = asyncio.Event()
        work = asyncio.create_task(self.town.work(ledger, enough, cases))
        recovery = await self._strike(fault, fault.strikes)
        enough.set()
        await work
        await settled(self.machine, verdict)
        await self.machine.advance(MOVE)
        await asyncio.sleep(self.chance.uniform(0.2, 1.5))
        recovery = max(recovery, await self._strike(fault, 1))
        await settled(self.machine, verdict)
        await judge(
            self.machine, self.town, ledger, verdict, self.mails, crashes=self.crashes, known=self._known
        )
        return Result(
            name=fault.name,
            actions=heard.acknowledged - acknowledged,
            verdict=verdict,
            seconds=time.monotonic() - begun,
            recovery=recovery,
            longest=heard.longest,
            answers=heard.answers - before,
        )

    async def _strike(self, fault: Fault, times: int) -> float:
        longest = 0.0
        for _ in range(times):
            await asyncio.sleep(self.chance.uniform(0.1, 0.8))
            begun = time.monotonic()
            self.crashes += fault.crash
            await fault.strike(self.machine, self.chance)
            await self.machine.whole()
            longest = max(longest, time.monotonic() - begun)
        return longest


async def judge(
    machine: Machine,
    town: Town,
    ledger: Ledger,
    verdict: Verdict,
    mails: Mails,
    *,
    crashes: int,
    known: "Known",
    alike: bool = True,
) -> None:
    """Look at everything. ``known``: what earlier rounds told of. ``alike``: compare the cases' shapes."""
    if alike:
        await compare(machine, ledger, verdict)
    await words(town, ledger, verdict)
    known.again = await delivered(machine, mails, verdict, crashes=crashes, before=known.again)
    await chain(machine, verdict)
    leaks(machine.logs(), verdict)
    verdict.leaked = [leak for leak in verdict.leaked if leak not in known.leaks]
    known.leaks.update(verdict.leaked)
    verdict.other += [f"{what} ×{n}" for what, n in Counter(town.heard.wrong).items()]


async def starts_at(machine: Machine) -> datetime:
    """When a round's meetings begin, in business time."""
    rows = await machine.rows(
        "select date_trunc('second', clock_timestamp()) + make_interval(secs => offset_seconds) as now"
        " from business_clock"
    )
    now: datetime = rows[0]["now"]
    return now + MEETING_AHEAD


def table(results: Mapping[str, Sequence[Result]]) -> str:
    """One line a fault, over all its runs."""
    lines = [
        f"{'fault':16}{'runs':>5}{'actions':>9}{'mails':>7}{'lost':>6}{'twice':>7}{'unknown':>9}{'leaked':>8}"
        f"{'other':>7}{'back s':>8}{'wait s':>8}"
    ]
    for name, runs in results.items():
        verdicts = [one.verdict for one in runs]
        lines.append(
            f"{name:16}{len(runs):5}{sum(one.actions for one in runs):9}{max(v.mails for v in verdicts):7}"
            f"{sum(len(v.lost) for v in verdicts):6}{sum(len(v.twice) for v in verdicts):7}"
            f"{sum(v.unknowable for v in verdicts):9}{sum(len(v.leaked) for v in verdicts):8}"
            f"{sum(len(v.other) for v in verdicts):7}{max(one.recovery for one in runs):8.1f}"
            f"{max(one.longest for one in runs):8.1f}"
        )
    return "\n".join(lines)
