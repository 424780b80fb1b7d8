"""The number that Digital Post goes to: kept where it is needed, of whom it is needed, and read by the notifier alone."""

from datetime import date, timedelta
from pathlib import Path

import asyncpg
import msgspec
import pytest

from services.core.calendar.instants import birthday, local_day
from services.core.identity import PersonId
from services.core.person import identifiers, post_number
from services.core.person.details import PersonDetails
from services.core.person.identifiers import IdentifierKind
from services.core.person.post_number import own_post_from_age
from services.core.person.service import NewPerson, record_person
from services.core.sweep.housekeeping import clean
from services.core.tenancy.approval import VersionState
from services.core.tenancy.service import add_model
from tests.builders.world import BASE, Town, World
from tests.versions.towns import approves

MOTHER = "6101804000"


async def kept(world: World, town: Town) -> set[str]:
    async with world.behind_the_walls() as db:
        rows = await db.fetch(
            "select p.source_key from digital_post_number n"
            " join person p on p.tenant_id = n.tenant_id and p.id = n.person_id where n.tenant_id = $1",
            town.tenant,
        )
    return {row["source_key"] for row in rows}


async def reads(world: World, person: PersonId) -> str:
    async with world.notifier.read(world.north.system, "test.number") as tx:
        return await post_number.post_number(tx, person)


async def tell(world: World, number: str, born: date) -> PersonId:
    async with world.worker.write(world.north.system, "test.tell") as tx:
        told = NewPerson(
            source_key=number, kind="subject", details=PersonDetails("Ny Prøve"), cpr=number, born_on=born
        )
        return await record_person(tx, told)


async def test_of_whom_a_number_is_kept(world: World) -> None:
    """Grown-ups of a family, and the young from 15; no child, and nobody who works here."""
    town = world.north
    seen = {
        name: await reads(world, town.id(name))
        for name in ("mother", "sibling", "child", "toddler", "teacher")
    }
    assert seen == {"mother": MOTHER, "sibling": "7201155001", "child": "", "toddler": "", "teacher": ""}
    async with world.behind_the_walls() as db:
        kept = await db.fetch(
            "select p.kind, n.sealed from digital_post_number n"
            " join person p on p.tenant_id = n.tenant_id and p.id = n.person_id where n.tenant_id = $1",
            town.tenant,
        )
    assert sorted(row["kind"] for row in kept) == ["adult", "adult", "adult", "subject"]
    assert not any(MOTHER.encode() in row["sealed"] for row in kept)


async def test_at_15_the_next_telling_keeps_it_and_the_day_before_does_not(world: World) -> None:
    async with world.worker.read(world.north.system, "test.now") as tx:
        today = local_day(tx.now)
    turns = birthday(today, -own_post_from_age())
    for born, number, wanted in (
        (turns + timedelta(days=1), "7302115901", ""),
        (turns, "7302115902", "7302115902"),
    ):
        assert await reads(world, await tell(world, number, born)) == wanted


async def test_a_number_that_was_replaced_is_replaced_here_and_an_old_telling_brings_nothing_back(
    world: World,
) -> None:
    town, father, old, new = world.north, world.north.id("father"), "6201804001", "0201804001"
    assert await reads(world, father) == old
    async with world.worker.write(town.system, "test.replace") as tx:
        await identifiers.replace_identifier(tx, father, IdentifierKind.CPR, new)
    assert await reads(world, father) == new
    async with world.worker.write(town.system, "test.old") as tx:
        await identifiers.record_identifier(tx, father, IdentifierKind.REPLACEMENT_CPR, old)
        await post_number.keep_told_number(tx, father, old)
    assert await reads(world, father) == new


async def test_a_municipality_that_sends_none_keeps_none(world: World) -> None:
    """What was kept before it stopped goes with the next sweep, and nothing new comes."""
    town, mother = world.south, world.south.id("mother")
    async with world.notifier.read(town.system, "test.number") as tx:
        assert await post_number.post_number(tx, mother) == MOTHER
    await clean(world.worker, town.system)
    assert await kept(world, town) == {"mother", "father", "other_mother", "sibling"}
    told = town.model.tenant
    quiet = msgspec.structs.replace(told, messages=msgspec.structs.replace(told.messages, channels=("mail",)))
    model = msgspec.structs.replace(town.model, tenant=quiet)
    added = await add_model(world.databases.main["rundbord_owner"], world.worker, model, BASE)
    done = await approves(world, town, added.version_id, model, "administrator")
    assert done.state is VersionState.IN_FORCE
    await clean(world.worker, town.system)
    async with world.worker.write(town.system, "test.tell") as tx:
        await identifiers.record_identifier(tx, mother, IdentifierKind.REPLACEMENT_CPR, MOTHER)
    assert await kept(world, town) == set()


async def test_a_number_that_a_row_tells_again_is_kept_from_then_on(world: World) -> None:
    """The row of an import that says nothing new: whoever was known before Digital Post was sent gets a number by it."""
    town, mother = world.north, world.north.id("mother")
    async with world.behind_the_walls() as db:
        await db.execute("delete from digital_post_number where tenant_id = $1", town.tenant)
    async with world.worker.write(town.system, "test.tell") as tx:
        await post_number.keep_told_number(tx, mother, MOTHER)
        await post_number.keep_told_number(tx, town.id("father"), MOTHER)
        await post_number.keep_told_number(tx, town.id("child"), "7101155000")
    assert await kept(world, town) == {"mother"}


async def test_no_file_of_either_database_holds_it_in_the_clear(world: World) -> None:
    for dsn in (world.databases.main_superuser, world.databases.keys_superuser):
        db = await asyncpg.connect(dsn)
        try:
            await db.execute("checkpoint")
            directory = Path(await db.fetchval("show data_directory"))
            database = await db.fetchval(
                "select oid::text from pg_database where datname = current_database()"
            )
        finally:
            await db.close()
        files = [
            file
            for part in ("base/" + database, "pg_wal")
            for file in (directory / part).glob("*")
            if file.is_file()
        ]
        held = b"".join(file.read_bytes() for file in files)
        assert MOTHER.encode() not in held
        if dsn == world.databases.main_superuser:
            # What stands there openly is found.
            assert "Lis Lederprøve".encode() in held


async def test_nobody_but_the_notifier_reads_it_and_the_notifier_changes_nothing(world: World) -> None:
    tenant = world.north.tenant
    for role, statement in (
        ("rundbord_worker", "select sealed from digital_post_number"),
        ("rundbord_notifier", "delete from digital_post_number"),
        ("rundbord_notifier", "update digital_post_number set told_at = now()"),
        ("rundbord_family", "select person_id from digital_post_number"),
        ("rundbord_relation", "select person_id from digital_post_number"),
        ("rundbord_unit", "select person_id from digital_post_number"),
        ("rundbord_oversight", "select person_id from digital_post_number"),
        ("rundbord_api", "select person_id from digital_post_number"),
    ):
        async with world.behind_the_walls() as db:
            await db.execute("select set_config('rundbord.tenant', $1, false)", str(tenant))
            await db.execute(f"set role {role}")
            with pytest.raises(asyncpg.InsufficientPrivilegeError):
                await db.execute(statement)
