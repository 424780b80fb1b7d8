"""What these tests say again and again: a changed model, a second administrator, and a version as it stands."""

import hashlib
from datetime import date
from typing import Any
from uuid import UUID

import msgspec

from services.core.identity import Capacity
from services.core.person.periods import record_employment
from services.core.person.service import NewStaff, record_staff
from services.core.tenancy import versions
from services.core.tenancy.model import Model, encode_model
from services.core.tenancy.service import Added, add_model, current_model
from services.core.tenancy.versions import Version
from tests.builders.world import BASE, Town, World, open_session

replace = msgspec.structs.replace


def renamed(model: Model, name: str) -> Model:
    """The model with another name of the municipality: the smallest change there is."""
    return replace(model, tenant=replace(model.tenant, name=name))


def demanding(model: Model, approvals: int) -> Model:
    """The model where what comes after it needs this many approvals."""
    assert model.versions is not None
    return replace(model, versions=replace(model.versions, approvals=approvals))


def digest_of(model: Model) -> str:
    """What an approval of exactly this model names."""
    return hashlib.sha256(encode_model(model)).hexdigest()


async def second_administrator(world: World, town: Town, name: str = "administrator2") -> None:
    """Somebody else who administers the town, logged in."""
    if name in town.people.ids:
        return
    async with world.worker.write(town.system, "test.staff") as tx:
        told = NewStaff(
            source_key=f"staff-{name}", name="Alma Anden", email=f"{name}@by.example", profession=""
        )
        person = town.people.ids[name] = await record_staff(tx, told)
        await record_employment(tx, person, town.people.units["area"], "administrator", tx.now)
    town.sessions[name] = await open_session(world.worker, town.tenant, person, Capacity.ADMINISTRATOR)


async def operator_adds(world: World, model: Model, wanted_from: date | None = None) -> Added:
    """What `tenant add` does."""
    return await add_model(
        world.databases.main["rundbord_owner"], world.worker, model, BASE, applies_from=wanted_from
    )


async def approves(world: World, town: Town, version: UUID, model: Model, by: str, **more: Any) -> Version:
    """An administrator approves the version as this model."""
    async with world.api.write(town.who(by), "mutation:approveVersion") as tx:
        return await versions.approve(tx, version, digest_of(model), **more)


async def number_in_force(world: World, town: Town) -> int:
    """Which version applies now."""
    async with world.worker.read(town.system, "test.current") as tx:
        return (await current_model(tx)).number


async def standing(world: World, town: Town) -> dict[int, str]:
    """What each version is now, by number."""
    async with world.api.read(town.who("administrator"), "test.versions") as tx:
        return {one.row.number: one.state.value for one in await versions.versions(tx)}
