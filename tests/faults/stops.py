"""SIGSTOP: a process that stands still for longer than its leases, and goes on as if nothing had been."""

import asyncio
import os
import random
import signal
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Final

from services.core.sweep.service import RUN_LEASE
from services.local.errors import EnvironmentProblem
from services.local.notifier import LEASE
from tests.faults.fault import Fault, Strike
from tests.faults.machine import Machine
from tests.worker.processes import children_of

_BEYOND: Final = 3.0
"""Seconds past a lease."""


@asynccontextmanager
async def second(machine: Machine, name: str) -> AsyncIterator[None]:
    """Another one of a process beside it, told the same but where to listen; ended as an operator ends it."""
    mark = machine.data / "run" / f"second-{name}.ready"
    running = await asyncio.create_subprocess_exec(
        *(sys.executable, "-P", "-m", f"services.local.{name}", "--ready-file", str(mark)),
        env={
            key: said for key, said in environment_of(machine.pid(name)).items() if not key.endswith("_BIND")
        },
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        yield
        if running.returncode is not None:
            raise EnvironmentProblem(f"the second {name} ended by itself: {running.returncode}")
    finally:
        if running.returncode is None:
            running.terminate()
        try:
            await asyncio.wait_for(running.wait(), 30)
        except TimeoutError:
            running.kill()
            await running.wait()


def environment_of(pid: int) -> Mapping[str, str]:
    """What a process was told."""
    told = (Path("/proc") / str(pid) / "environ").read_bytes().decode().split("\0")
    return dict(item.partition("=")[::2] for item in told if "=" in item)


@asynccontextmanager
async def stopped(machine: Machine, name: str) -> AsyncIterator[None]:
    """A process and its children stand still in the block."""
    pid = machine.pid(name)
    family = [pid, *children_of(pid)]
    for one in family:
        os.kill(one, signal.SIGSTOP)
    try:
        yield
    finally:
        for one in family:
            os.kill(one, signal.SIGCONT)
        machine.over()


def _stop(name: str, seconds: float) -> Strike:
    async def strike(machine: Machine, chance: random.Random) -> None:
        async with stopped(machine, name):
            await asyncio.sleep(seconds)

    return strike


def _overtaken(name: str, seconds: float) -> Strike:
    """Stopped, while another of its kind takes over what it held; then both go on for a while."""

    async def strike(machine: Machine, chance: random.Random) -> None:
        async with second(machine, name):
            async with stopped(machine, name):
                await asyncio.sleep(seconds)
            await asyncio.sleep(_BEYOND)

    return strike


STOPS: Final = (
    Fault("api stopped", _stop("api", 22), strikes=1),
    Fault("worker stopped", _stop("worker", 20), strikes=1),
    Fault("beat stopped", _stop("beat", 12), strikes=1),
    Fault(
        "notifier overtaken", _overtaken("notifier", LEASE.total_seconds() + _BEYOND), strikes=1, crash=True
    ),
    Fault("worker overtaken", _overtaken("worker", RUN_LEASE.total_seconds() + _BEYOND), strikes=0),
    Fault("postgres stopped", _stop("postgres", 12), strikes=1),
    Fault("keys stopped", _stop("keys", 12), strikes=1),
    Fault("valkey stopped", _stop("valkey", 12), strikes=1),
)

__all__ = ["STOPS", "environment_of", "second"]
