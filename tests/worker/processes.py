"""Worker and beat as processes of their own, in local mode for its short intervals, and what they are told."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import msgspec

from services.core.settings import Settings
from tests.builders.world import World, settings
from tests.worker.case import anchors

WORKER = """
from services.core.mode import Mode
from services.core.settings import Settings
from services.worker.app import create_worker, run_worker
raise SystemExit(run_worker(create_worker(Settings.from_env(), Mode.LOCAL), concurrency=2))
"""
BEAT = """
from services.core.mode import Mode
from services.core.settings import Settings
from services.worker.app import create_worker
from services.worker.beat import run_beat
run_beat(create_worker(Settings.from_env(), Mode.LOCAL))
"""


def worker_settings(world: World, valkey_url: str) -> Settings:
    """What a worker of this world is told."""
    told = settings(world.databases, "rundbord_worker", world.key_dir)
    return msgspec.structs.replace(told, redis_url=valkey_url)


@asynccontextmanager
async def process(
    program: str, world: World, valkey_url: str, **more: str
) -> AsyncIterator[asyncio.subprocess.Process]:
    """Run ``WORKER`` or ``BEAT``, told ``more`` as well; killed at the end of the block, if it still runs."""
    told = worker_settings(world, valkey_url)
    running = await asyncio.create_subprocess_exec(
        sys.executable, "-c", program, stdout=asyncio.subprocess.DEVNULL,
        env=os.environ | {
            "RUNDBORD_DATABASE_URL": told.database_url,
            "RUNDBORD_KEYS_URL": told.keys_url,
            "RUNDBORD_KEY_DIR": str(told.key_dir),
            "RUNDBORD_REDIS_URL": told.redis_url,
            "RUNDBORD_ANCHOR_DIR": str(anchors(world)),
        } | more,
    )  # fmt: skip
    try:
        yield running
    finally:
        if running.returncode is None:
            running.send_signal(signal.SIGKILL)
        await running.wait()


def alive(pid: int) -> bool:
    """Whether a process runs; one that has ended and waits to be noticed does not."""
    try:
        return (Path("/proc") / str(pid) / "stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def children_of(pid: int) -> list[int]:
    """The processes that a process has forked and that run."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal():
            try:
                fields = (entry / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            if int(fields[1]) == pid and fields[0] != "Z":
                found.append(int(entry.name))
    return found
