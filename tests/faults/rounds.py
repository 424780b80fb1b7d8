"""A round: calm, fault under work, quiet; then the clock, fault under deliveries, quiet; then the verdict."""

import asyncio
import random
import time
from collections import Counter
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from tests.faults.clocks import next_change
from tests.faults.fault import Fault
from tests.faults.machine import Machine
from tests.faults.nights import on_time, through_the_night
from tests.faults.person import NotAcknowledgedError
from tests.faults.settling import settled
from tests.faults.verdict import Arrived, Verdict, chain, compare, delivered, leaks, words
from tests.faults.watching import Broker
from tests.faults.work import LANES, Ledger, Town

MEETING_AHEAD = timedelta(days=21)
MOVE = timedelta(days=20, hours=12)
"""Past the agenda's deadline and the day before the meeting, and before the meeting itself."""
AFTER_THE_NIGHT = timedelta(hours=35)
"""From the moment in which the clocks change to a round's meetings: its reminders lie around that night."""
AT_WORK_AGAIN_SECONDS = 90.0


@dataclass
class Result:
    """What one round came to."""

    name: str
    actions: int
    verdict: Verdict
    seconds: float
    back: float = 0.0
    """Seconds from the end of the trouble until every process runs and a step was acknowledged; the longest."""
    done: float = 0.0
    """Seconds from the end of the trouble under deliveries until nothing that was due was left."""
    longest: float = 0.0
    """The longest that anybody waited for one acknowledgement."""
    answers: Counter[str] = field(default_factory=Counter)
    skipped: str = ""
    """Why it can't be tried here."""
    seed: int = 0


@dataclass
class Known:
    """What the rounds on one system have told of: each tells only what is new."""

    leaks: set[str] = field(default_factory=set)
    again: int = 0
    mails: int = 0


class Run:
    """One system under one fault after another."""

    def __init__(self, machine: Machine, town: Town, arrived: Arrived, chance: random.Random) -> None:
        self.machine = machine
        self.town = town
        self.arrived = arrived
        self.chance = chance
        self.crashes = 0
        self._known = Known()

    async def round(self, fault: Fault, *, cases: int = 2) -> Result:
        """Strike, and see what it came to."""
        begun, verdict, heard = time.monotonic(), Verdict(), self.town.heard
        acknowledged, before = heard.acknowledged, heard.answers.copy()
        heard.wrong, heard.longest = [], 0.0
        if fault.night is not None:
            await self._shortly_before(forward=fault.night)
        ledger = Ledger(await starts_at(self.machine))
        eve = Ledger(ledger.starts_at - timedelta(days=1))
        """In a night in which the clocks change: those who are reminded the day before."""
        # In calm, one of each shape: what the others must look like.
        for lane in LANES:
            for send in (True, False):
                await self.town.case(lane, ledger, send=send)
                if fault.night is not None:
                    await self.town.case(lane, eve, send=send)
        enough = asyncio.Event()
        async with Broker(self.machine, verdict), working(self.town.work(ledger, enough, cases)) as work:
            back = await self._strike(fault, fault.strikes, work)
            enough.set()
            with suppress(NotAcknowledgedError):  # said among what was heard
                await work
            await settled(self.machine, verdict)
            if fault.night is None:
                await self.machine.advance(str(MOVE))
            else:
                await through_the_night(self.machine, ledger.starts_at - AFTER_THE_NIGHT)
            await asyncio.sleep(self.chance.uniform(0.2, 1.5))
            back = max(back, await self._strike(fault, fault.late))
            done = await settled(self.machine, verdict)
            if fault.after:
                await fault.after(self.machine, self.chance)
                await self.machine.whole()
                await settled(self.machine, verdict)
        if fault.night is not None:
            await compare(self.machine, eve, verdict)
            await on_time(self.machine, (*ledger.cases, *eve.cases), verdict)
        await judge(
            self.machine, self.town, ledger, verdict, self.arrived, crashes=self.crashes, known=self._known
        )
        return Result(
            name=fault.name,
            actions=heard.acknowledged - acknowledged,
            verdict=verdict,
            seconds=time.monotonic() - begun,
            back=back,
            done=done,
            longest=heard.longest,
            answers=heard.answers - before,
        )

    async def _strike(self, fault: Fault, times: int, work: asyncio.Task[None] | None = None) -> float:
        longest = 0.0
        for _ in range(times):
            await asyncio.sleep(self.chance.uniform(0.1, 0.8))
            begun = time.monotonic()
            self.crashes += fault.crash
            await fault.strike(self.machine, self.chance)
            await self.machine.whole()
            if work is not None:
                await self._somebody_works(work)
            longest = max(longest, time.monotonic() - self.machine.over_since(begun))
        return longest

    async def _somebody_works(self, work: asyncio.Task[None]) -> None:
        """Until a step is acknowledged; whoever can't work any more says so when the work is waited for."""
        acknowledged, begun = self.town.heard.acknowledged, time.monotonic()
        while self.town.heard.acknowledged == acknowledged and not work.done():
            if time.monotonic() - begun > AT_WORK_AGAIN_SECONDS:
                return
            await asyncio.sleep(0.02)

    async def _shortly_before(self, *, forward: bool) -> None:
        now = await starts_at(self.machine) - MEETING_AHEAD
        meeting = next_change(now + MEETING_AHEAD, forward=forward) + AFTER_THE_NIGHT
        await self.machine.advance(str(meeting - MEETING_AHEAD - now))
        await settled(self.machine, Verdict())


@asynccontextmanager
async def working(work: Coroutine[None, None, None]) -> AsyncIterator[asyncio.Task[None]]:
    """Work beside the block, that ends with it at the latest."""
    task = asyncio.create_task(work)
    try:
        yield task
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError, NotAcknowledgedError):
            await task


async def judge(
    machine: Machine,
    town: Town,
    ledger: Ledger,
    verdict: Verdict,
    arrived: Arrived,
    *,
    crashes: int,
    known: "Known",
    alike: bool = True,
) -> None:
    """Look at everything. ``known``: what earlier rounds told of. ``alike``: compare the cases' shapes."""
    if alike:
        await compare(machine, ledger, verdict)
    await words(town, ledger, verdict)
    known.again = await delivered(machine, arrived, verdict, crashes=crashes, before=known.again)
    verdict.mails, known.mails = verdict.mails - known.mails, verdict.mails
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
