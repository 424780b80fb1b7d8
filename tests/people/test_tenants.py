"""Adding a municipality: repeatable, a changed model becomes a version, and what a case began under stays."""

from datetime import timedelta
from pathlib import Path
from shutil import copytree

import asyncpg
import msgspec
import pytest

from services.core.calendar.instants import local_day
from services.core.identity import TenantId
from services.core.tenancy.findings import ModelError
from services.core.tenancy.model import Model
from services.core.tenancy.service import (
    Added,
    add_model,
    add_tenant,
    current_model,
    model_version,
    tenant_id,
)
from tests.builders.world import BASE, MODEL, World
from tests.versions.towns import approves


async def add(world: World, model: Model, days: int = 0) -> Added:
    async with world.worker.read(world.north.system, "test.day") as tx:
        day = local_day(tx.now) + timedelta(days=days)
    return await add_model(
        world.databases.main["rundbord_owner"], world.worker, model, BASE, applies_from=day
    )


async def numbers(world: World, tenant: TenantId) -> list[int]:
    async with world.behind_the_walls() as superuser:
        rows = await superuser.fetch(
            "select number from model_version where tenant_id = $1 order by number", tenant
        )
    return [row["number"] for row in rows]


def renamed(model: Model, name: str) -> Model:
    return msgspec.structs.replace(model, tenant=msgspec.structs.replace(model.tenant, name=name))


async def test_the_same_model_again_changes_nothing(world: World) -> None:
    again = await add(world, world.north.model)
    assert (again.tenant, again.host, again.changed) == (world.north.tenant, "north.test", False)
    assert await numbers(world, world.north.tenant) == [1]


async def test_a_changed_model_is_a_version_from_its_day_on(world: World) -> None:
    changed = renamed(world.south.model, "Sydby Ny Kommune")
    added = await add(world, changed, days=7)
    assert added.changed
    await approves(world, world.south, added.version_id, changed, "administrator")
    async with world.worker.read(world.south.system, "test.before") as tx:
        before = await current_model(tx)
    await world.advance(8 * 86400)
    async with world.worker.read(world.south.system, "test.after") as tx:
        after = await current_model(tx)
        pinned = await model_version(tx, before.id)
    assert (before.number, after.number) == (1, 2)
    assert after.model.tenant.name == "Sydby Ny Kommune"
    assert pinned.model == before.model == world.south.model


async def test_a_version_is_found_in_its_own_tenant_alone(world: World) -> None:
    """Also when the process has it in its memory already."""
    async with world.api.read(world.north.who("leader"), "test.own") as tx:
        own = await current_model(tx)
        assert await model_version(tx, own.id) is await model_version(tx, own.id)
    async with world.api.read(world.south.who("leader"), "test.foreign") as tx:
        with pytest.raises(LookupError):
            await model_version(tx, own.id)


async def test_a_model_with_mistakes_writes_nothing(world: World, tmp_path: Path) -> None:
    directory = tmp_path / "wrong"
    copytree(MODEL, directory)
    text = (directory / "tenant.toml").read_text("utf-8")
    (directory / "tenant.toml").write_text(
        text.replace('id = "randers"', 'id = "wrong"\ncolour = "red"'), "utf-8"
    )
    with pytest.raises(ModelError, match="colour"):
        await add_tenant(world.databases.main["rundbord_owner"], world.worker, directory, BASE)
    assert tenant_id("wrong") not in await world.worker.tenants()


async def test_no_service_adds_or_changes_a_tenant(world: World) -> None:
    for role in ("rundbord_api", "rundbord_worker", "rundbord_notifier"):
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await add_model(world.databases.main[role], world.worker, world.north.model, BASE)
