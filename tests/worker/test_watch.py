"""A worker that no longer hears ends, so that another is started; one that is merely busy or idle does not."""

import asyncio
import time

import redis.asyncio as redis

from services.core.mode import Mode
from services.worker.app import create_worker
from services.worker.names import WAKE, WAKES
from services.worker.watch import DEAF, Hearing
from tests.builders.world import World
from tests.worker.processes import process, worker_settings

DEAFENED = """
from celery import signals
from services.core.mode import Mode
from services.core.settings import Settings
from services.worker import watch
from services.worker.app import create_worker, run_worker

watch.PATIENCE_SECONDS = 3.0

def stop_listening(sender, **_):
    sender.task_consumer.cancel()

signals.worker_ready.connect(stop_listening, weak=False)
raise SystemExit(run_worker(create_worker(Settings.from_env(), Mode.LOCAL), concurrency=2))
"""


def test_only_what_waits_for_an_idle_worker_counts() -> None:
    hearing = Hearing(patience=20)
    assert not hearing.is_deaf(0, waiting=False, idle=True)
    assert not hearing.is_deaf(100, waiting=True, idle=True), "it has only begun to wait"
    assert not hearing.is_deaf(119, waiting=True, idle=True)
    assert hearing.is_deaf(121, waiting=True, idle=True)
    assert not hearing.is_deaf(122, waiting=True, idle=False), "busy"
    assert not hearing.is_deaf(200, waiting=True, idle=True)
    hearing.heard()
    assert not hearing.is_deaf(221, waiting=True, idle=True), "one arrived meanwhile"
    assert not hearing.is_deaf(240, waiting=False, idle=True), "another worker took it"
    assert not hearing.is_deaf(242, waiting=True, idle=True)


async def test_a_worker_that_no_longer_listens_ends_while_messages_wait(
    world: World, valkey_url: str
) -> None:
    async with redis.from_url(valkey_url) as broker:
        await broker.flushall()
        async with process(DEAFENED, world, valkey_url) as deaf:
            # No message waits: it has nothing to hear, and stays.
            await asyncio.sleep(8)
            assert deaf.returncode is None
            app = create_worker(worker_settings(world, valkey_url), Mode.LOCAL)
            began = time.monotonic()
            app.send_task(WAKE, args=("housekeeping",), queue=WAKES)
            async with asyncio.timeout(60):
                assert await deaf.wait() == DEAF
            assert time.monotonic() - began > 3
            app.close()
            assert await broker.llen(WAKES) == 1, "what waited still waits, for the next worker"
