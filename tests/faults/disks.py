"""Full disks and full memory under the servers.

Under PostgreSQL it is the real thing: its files lie on a small file system of their own, in a mount namespace that
ends with the system, and that is filled to the last block. It needs ``unshare`` to be allowed (as root, or where user
namespaces are). Valkey keeps nothing on a disk here. What a full disk does to one that does is made with the file size
limit of its process: the snapshot fails, and it refuses every write (MISCONF) as it would then.
"""

import asyncio
import os
import random
import resource
import shutil
import subprocess
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

import redis.asyncio as redis

from tests.faults.fault import Fault, Place, Strike
from tests.faults.machine import Machine

DISK: Final = "320m"
_INSTANCES: Final = {"postgres": "main", "keys": "keys"}
_LIMIT: Final = 1 << 20
_PIECE: Final = 1 << 13
_MOUNTING: Final = 'for place in $PLACES; do mount -t tmpfs -o size=$SIZE tmpfs "$place"; done && exec "$@"'


def on_small_disks(data: Path, program: Sequence[str]) -> list[str]:
    """The program, with the servers' files of this data directory on small file systems."""
    places = [data / name for name in ("postgres", "keys")]
    for place in places:
        place.mkdir(parents=True, exist_ok=True)
    told = [f"PLACES={' '.join(map(str, places))}", f"SIZE={DISK}"]
    return [*_unshare(), "env", *told, "sh", "-c", _MOUNTING, "sh", *program]


def why_no_small_disks() -> str:
    """Why such file systems can't be had here; "" when they can."""
    if shutil.which("unshare") is None:
        return "no unshare on this machine"
    tried = subprocess.run(
        [*_unshare(), "mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", "/var/tmp"],
        capture_output=True,
        check=False,
    )
    return "" if tried.returncode == 0 else "file systems may not be mounted here"


def _unshare() -> list[str]:
    # An ordinary user keeps its id in a namespace of its own: PostgreSQL refuses to be root.
    return ["unshare", "--mount", *([] if os.geteuid() == 0 else ["--map-current-user", "--keep-caps"])]


def _fill(server: str, *, log: bool) -> Strike:
    """``log``: until PostgreSQL's own log has no room either, which ends the server."""

    async def strike(machine: Machine, chance: random.Random) -> None:
        filler = (
            Path(f"/proc/{machine.up.process.pid}/root") / str(machine.data / server).lstrip("/") / "filler"
        )
        try:
            await asyncio.to_thread(_write_until_full, filler)
            if log:
                await _use_up_the_log(machine, server)
            await asyncio.sleep(chance.uniform(4, 8))
        finally:
            filler.unlink(missing_ok=True)
            machine.over()

    return strike


def _write_until_full(filler: Path) -> None:
    block = bytes(1 << 16)
    with suppress(OSError), filler.open("wb", buffering=0) as out:
        while True:
            out.write(block)


async def _use_up_the_log(machine: Machine, server: str) -> None:
    for _ in range(24):
        if not await machine.tries(
            _INSTANCES[server], "select pg_logical_emit_message(false, 'x', 'x'), pg_switch_wal()"
        ):
            return


async def _valkey_disk(machine: Machine, chance: random.Random) -> None:
    pid = machine.pid("valkey")
    async with redis.from_url(machine.line["valkey"]) as broker:
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (_LIMIT, resource.RLIM_INFINITY))
        try:
            for _ in range(2 * _LIMIT // _PIECE):
                await broker.rpush("filler", os.urandom(_PIECE))
            await broker.config_set("save", "1 1")
            await broker.bgsave()
            await asyncio.sleep(chance.uniform(4, 8))
        finally:
            resource.prlimit(pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
            await broker.config_set("save", "")
            await broker.config_set("stop-writes-on-bgsave-error", "no")
            await broker.delete("filler")
            await broker.config_set("stop-writes-on-bgsave-error", "yes")
            machine.over()


async def _valkey_memory(machine: Machine, chance: random.Random) -> None:
    async with redis.from_url(machine.line["valkey"]) as broker:
        was = (await broker.config_get("maxmemory"))["maxmemory"]
        await broker.config_set("maxmemory", "1")
        try:
            await asyncio.sleep(chance.uniform(4, 8))
        finally:
            await broker.config_set("maxmemory", was or "0")
            machine.over()


DISKS: Final = (
    Fault("valkey disk full", _valkey_disk, strikes=1),
    Fault("valkey memory full", _valkey_memory, strikes=1),
    Fault("postgres disk full", _fill("postgres", log=False), place=Place.SMALL_DISKS),
    Fault("postgres log full", _fill("postgres", log=True), strikes=1, place=Place.SMALL_DISKS),
    Fault("keys disk full", _fill("keys", log=False), strikes=1, place=Place.SMALL_DISKS),
    Fault("keys log full", _fill("keys", log=True), strikes=1, place=Place.SMALL_DISKS),
)

__all__ = ["DISKS"]
