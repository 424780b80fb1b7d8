"""Wrapping keys are rotated, and destroyed when nothing is wrapped under them any more: not before, and for good."""

import asyncpg
import pytest

from services.core.db.database import Database
from services.core.identity import DossierId
from services.core.keys.provider import KeyUnavailableError
from services.core.keys.seal import SealLabel
from services.core.person.details import PersonDetails
from services.core.retention.epochs import rotate
from tests.builders.world import Town, World, settings


async def age(world: World, sql: str) -> None:
    keys = await asyncpg.connect(world.databases.keys_superuser)
    try:
        await keys.execute(f"update rundbord.key_epoch set {sql}")
    finally:
        await keys.close()


async def epochs(world: World) -> dict[str, int]:
    """How many epochs there are in use, retired and destroyed."""
    keys = await asyncpg.connect(world.databases.keys_superuser)
    try:
        row = await keys.fetchrow(
            "select count(*) filter (where retired_at is null) as used,"
            " count(*) filter (where retired_at is not null and destroyed_at is null) as retired,"
            " count(*) filter (where destroyed_at is not null) as destroyed from rundbord.key_epoch"
        )
    finally:
        await keys.close()
    assert row is not None
    return dict(row)


async def name_of(world: World, town: Town, person: str) -> str:
    """Open a person's details in a process of its own, which has cached nothing."""
    database = await Database.open(settings(world.databases, "rundbord_worker", world.key_dir), {}, size=1)
    try:
        async with world.behind_the_walls() as db:
            row = await db.fetchrow("select dossier_id, sealed from person where id = $1", town.id(person))
        assert row is not None
        async with database.read(town.system, "test.open") as tx:
            dossier = DossierId(row["dossier_id"])
            opened = await tx.open_sealed(
                SealLabel.PERSON, dossier, town.id(person), row["sealed"], PersonDetails
            )
        return opened.name
    finally:
        await database.close()


async def test_rotation_loses_no_key_and_ends_the_old_epoch(world: World) -> None:
    before = await name_of(world, world.south, "child")
    assert await rotate(world.worker, world.north.system) == 0
    await age(world, "created_at = created_at - interval '22 days'")
    assert await rotate(world.worker, world.north.system) > 0
    assert await epochs(world) == {"used": 1, "retired": 1, "destroyed": 0}
    # Retired long enough, but the other town's keys are still under it.
    await age(world, "retired_at = retired_at - interval '2 days'")
    assert await rotate(world.worker, world.north.system) == 0
    assert await epochs(world) == {"used": 1, "retired": 1, "destroyed": 0}
    assert await name_of(world, world.south, "child") == before
    assert await rotate(world.worker, world.south.system) > 1
    assert await epochs(world) == {"used": 1, "retired": 0, "destroyed": 1}
    assert await name_of(world, world.south, "child") == before
    assert await name_of(world, world.north, "mother") == "Aase Prøve"
    assert await rotate(world.worker, world.south.system) == 0


async def test_a_key_from_an_old_backup_opens_nothing(world: World) -> None:
    keys = await asyncpg.connect(world.databases.keys_superuser)
    try:
        backup = await keys.fetchrow("select * from rundbord.dossier_key limit 1")
        assert backup is not None
        for step in (
            "created_at = created_at - interval '22 days'",
            "retired_at = retired_at - interval '2 days'",
        ):
            await age(world, step)
            for town in (world.north, world.south):
                await rotate(world.worker, town.system)
        await rotate(world.worker, world.north.system)
        await keys.execute(
            "update rundbord.dossier_key set wrapped = $1, epoch_id = $2 where tenant_id = $3 and dossier_id = $4",
            backup["wrapped"], backup["epoch_id"], backup["tenant_id"], backup["dossier_id"],
        )  # fmt: skip
        fresh = await Database.open(settings(world.databases, "rundbord_worker", world.key_dir), {}, size=1)
        try:
            with pytest.raises(KeyUnavailableError):
                await fresh.keyring.fetch(backup["tenant_id"], [backup["dossier_id"]])
        finally:
            await fresh.close()
    finally:
        await keys.close()
