"""The worker as a process, with a real broker: what is due is done, whatever dies and whoever wakes it."""

import asyncio
import os
import signal
from collections.abc import Callable
from datetime import timedelta

import pytest
import redis.asyncio as redis

from services.core.deadline.service import NewDeadline, plan_deadlines
from services.core.mode import Mode
from services.core.sweep.kinds import EVERY, EVERY_LOCAL, SweepKind
from services.core.sweep.service import begin_run, carry_out_run
from services.worker.app import TASK_SECONDS, VISIBILITY_SECONDS, create_worker
from services.worker.names import QUEUE_OF, SWEEP, WAKE, queues
from services.worker.schedule import schedule
from tests.builders.world import World
from tests.worker.case import Case, anchors, change, open_case
from tests.worker.processes import BEAT, WORKER, alive, children_of, process, worker_settings


@pytest.fixture
async def case(world: World, valkey_url: str) -> Case:
    for table in ("message", "deadline", "sweep_run"):
        await change(world, world.north, f"delete from {table} where tenant_id = $1")
    async with redis.from_url(valkey_url) as broker:
        await broker.flushall()
    return await open_case(world, world.north)


async def plan_due(world: World, case: Case, count: int) -> None:
    """Deadlines that fall due at once."""
    async with world.worker.write(world.north.system, "test.plan") as tx:
        await plan_deadlines(
            tx,
            [
                NewDeadline(dossier=case.dossier, meeting=case.meeting, key=f"k{number}", task="t",
                            due_at=tx.now + timedelta(microseconds=1))
                for number in range(count)
            ],
        )  # fmt: skip


async def missed(world: World) -> int:
    async with world.behind_the_walls() as db:
        count: int = await db.fetchval(
            "select count(*) from deadline where tenant_id = $1 and state = 'missed'", world.north.tenant
        )
    return count


async def until(world: World, enough: Callable[[int], bool], seconds: float = 90) -> int:
    async with asyncio.timeout(seconds):
        while True:
            if enough(count := await missed(world)):
                return count
            await asyncio.sleep(0.1)


async def told(world: World) -> list[int]:
    """How many messages each deadline has planned for the convener by mail."""
    async with world.behind_the_walls() as db:
        rows = await db.fetch(
            "select count(*) as n from message where tenant_id = $1 and channel = 'mail' and kind = 'deadline_missed'"
            " group by deadline_id",
            world.north.tenant,
        )
    return [row["n"] for row in rows]


def test_tasks_and_queues_are_a_closed_list(world: World, valkey_url: str) -> None:
    app = create_worker(worker_settings(world, valkey_url))
    ours = {name for name in app.tasks if not name.startswith("celery.")}
    assert ours == set(QUEUE_OF) == {WAKE, SWEEP}
    assert {queue.name for queue in app.conf.task_queues} == set(queues()) == set(QUEUE_OF.values())
    assert {route["queue"] for route in app.conf.task_routes.values()} == set(queues())


def test_every_sweep_is_woken_and_nothing_waits_in_the_broker(world: World, valkey_url: str) -> None:
    for mode, every in ((Mode.PRODUCTION, EVERY), (Mode.LOCAL, EVERY_LOCAL)):
        entries = schedule(mode).values()
        assert {entry["args"] for entry in entries} == {(kind.value,) for kind in SweepKind}
        assert set(every) == set(SweepKind)
        for entry in entries:
            assert entry["options"].keys() == {"queue", "expires"}, "no ETA, no countdown"
    conf = create_worker(worker_settings(world, valkey_url)).conf
    assert conf.accept_content == ["json"]
    assert conf.task_acks_late
    assert conf.worker_prefetch_multiplier == 1
    assert conf.result_backend is None
    assert conf.timezone == "UTC"
    assert TASK_SECONDS < VISIBILITY_SECONDS


async def test_beat_wakes_and_what_is_due_is_done(world: World, valkey_url: str, case: Case) -> None:
    await plan_due(world, case, 5)
    async with process(WORKER, world, valkey_url) as worker, process(BEAT, world, valkey_url):
        await until(world, lambda count: count == 5)
        worker.send_signal(signal.SIGTERM)
        assert await asyncio.wait_for(worker.wait(), 60) == 0
    assert await told(world) == [1] * 5


async def test_a_killed_child_and_a_killed_worker_lose_nothing(
    world: World, valkey_url: str, case: Case
) -> None:
    await plan_due(world, case, 600)
    async with process(BEAT, world, valkey_url):
        async with process(WORKER, world, valkey_url) as worker:
            await until(world, lambda count: count >= 20)
            children = children_of(worker.pid)
            assert len(children) >= 2
            for child in children:
                os.kill(child, signal.SIGKILL)
            seen = await missed(world)
            await until(world, lambda count: count > seen + 20)
            children = children_of(worker.pid)
            worker.send_signal(signal.SIGKILL)
            await worker.wait()
            await asyncio.sleep(0.5)
            assert [child for child in children if alive(child)] == []
        assert await missed(world) < 600, "all was done before anything died: the test holds nothing"
        async with process(WORKER, world, valkey_url):
            await until(world, lambda count: count == 600, 60)
    assert await told(world) == [1] * 600


async def test_two_beats_and_a_flushed_broker_do_no_harm(world: World, valkey_url: str, case: Case) -> None:
    async with (
        process(BEAT, world, valkey_url),
        process(BEAT, world, valkey_url),
        process(WORKER, world, valkey_url),
    ):
        await plan_due(world, case, 3)
        await until(world, lambda count: count == 3)
        async with redis.from_url(valkey_url) as broker:
            await broker.flushall()
        await change(world, world.north, "delete from deadline where tenant_id = $1")
        await plan_due(world, case, 4)
        await until(world, lambda count: count == 4)
    async with world.behind_the_walls() as db:
        twice = await db.fetchval(
            "select count(*) from (select from sweep_run group by tenant_id, sweep, occurrence having count(*) > 1) x"
        )
        runs = await db.fetchval(
            "select count(*) from sweep_run where tenant_id = $1 and state = 'done'", world.north.tenant
        )
    assert twice == 0
    assert runs >= 2
    assert await told(world) == [1] * 7


async def test_a_message_delivered_three_times_runs_once(world: World, case: Case) -> None:
    tenant = world.north.tenant
    every = timedelta(hours=1)
    await plan_due(world, case, 10)
    run = await begin_run(world.worker, tenant, SweepKind.DEADLINES, every)
    assert run is not None
    assert await begin_run(world.worker, tenant, SweepKind.DEADLINES, every) is None
    other = await begin_run(world.worker, world.south.tenant, SweepKind.DEADLINES, every)
    assert other is not None
    results = await asyncio.gather(
        *[carry_out_run(world.worker, anchors(world), tenant, run) for _ in range(3)]
    )
    assert sorted(str(result) for result in results if result is None) == ["None", "None"]
    assert [result.handled for result in results if result] == [10]
    assert await carry_out_run(world.worker, anchors(world), world.south.tenant, run) is None


async def test_every_sweep_runs_in_both_towns(world: World, case: Case) -> None:
    for town in (world.north, world.south):
        for kind in SweepKind:
            run = await begin_run(world.worker, town.tenant, kind, timedelta(milliseconds=1))
            assert run is not None
            swept = await carry_out_run(world.worker, anchors(world), town.tenant, run)
            assert swept is not None
            assert swept.failed == 0


async def test_access_events_are_sealed_in_time(world: World, valkey_url: str, case: Case) -> None:
    async with process(WORKER, world, valkey_url), process(BEAT, world, valkey_url):
        await asyncio.sleep(3)
        async with world.behind_the_walls() as db, asyncio.timeout(60):
            while True:
                if not await db.fetchval("select count(*) from unsealed_event"):
                    break
                await asyncio.sleep(0.2)
            assert await db.fetchval("select count(*) from audit_seal") > 0
