"""Worker and beat tell of the sweeps while they run, and a worker whose database is away says that it can't."""

import asyncio
from collections.abc import Callable

import httpx

from services.core.sweep.kinds import SweepKind
from services.local.process import free_port
from tests.builders.world import World
from tests.worker.processes import process

WORKER = "import sys; from services.worker.__main__ import main; sys.exit(main())"
BEAT = "import sys; from services.worker.beat import main; sys.exit(main())"


async def told(port: int, enough: Callable[[str], bool]) -> str:
    """What an endpoint shows, as soon as it is enough."""
    async with asyncio.timeout(90), httpx.AsyncClient() as client:
        while True:
            try:
                said = (await client.get(f"http://127.0.0.1:{port}/metrics", timeout=20)).text
            except httpx.TransportError:
                said = ""
            if enough(said):
                return said
            await asyncio.sleep(0.2)


async def test_worker_and_beat_tell_of_every_sweep_of_every_tenant(world: World, valkey_url: str) -> None:
    ports = free_port(), free_port(), free_port()
    bind = {"RUNDBORD_METRICS_BIND": "127.0.0.1:{}"}
    told_where = [{name: value.format(port) for name, value in bind.items()} for port in ports]
    wanted = [
        f'rundbord_sweep_last_success_timestamp_seconds{{sweep="{kind.value}",tenant="{town.tenant}"}}'
        for kind in SweepKind
        for town in (world.north, world.south)
    ]
    async with (
        process(WORKER, world, valkey_url, **told_where[0]),
        process(BEAT, world, valkey_url, **told_where[1]),
    ):
        said = await told(ports[0], lambda said: all(line in said for line in wanted))
        assert "rundbord_sweeps_asked 1.0" in said
        assert f'rundbord_sweep_late{{sweep="audit",tenant="{world.north.tenant}"}} 0.0' in said
        said = await told(ports[1], lambda said: "rundbord_beat_last_wake_timestamp_seconds" in said)
        assert all(f'rundbord_beat_wakes_total{{sweep="{kind.value}"}}' in said for kind in SweepKind)
    away = {"RUNDBORD_DATABASE_URL": "postgresql://nobody@127.0.0.1:1/none"}
    async with process(WORKER, world, valkey_url, **told_where[2], **away):
        said = await told(ports[2], lambda said: "rundbord_sweeps_asked" in said)
    assert "rundbord_sweeps_asked 0.0" in said
    assert "rundbord_sweep_late{" not in said
