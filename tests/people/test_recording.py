"""What source systems tell: repeatable, bitemporal, and with its effect on who sees what at the right midnight."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import asyncpg
import pytest

from services.core.calendar.instants import local_day, midnight_of_birthday
from services.core.db.tx import new_id
from services.core.identity import PersonId
from services.core.keys.seal import SealLabel
from services.core.person import colleagues, reading, store
from services.core.person.details import PersonDetails
from services.core.person.periods import (
    record_custody,
    record_employment,
    record_enrolment,
    record_relation,
    settle_units,
)
from services.core.person.rules import majority_at
from services.core.person.service import (
    IdentifierTakenError,
    NewPerson,
    record_birth,
    record_person,
)
from services.core.sweep.adulthood import ENROLMENTS
from services.core.unit.service import record_unit
from tests.builders.people import born
from tests.builders.world import World

TABLES = (
    "person",
    "dossier",
    "unit",
    "staff",
    "employment",
    "enrolment",
    "custody",
    "relation",
    "access_grant",
)


async def counts(world: World) -> dict[str, int]:
    async with world.behind_the_walls() as superuser:
        return {table: await superuser.fetchval(f"select count(*) from {table}") for table in TABLES}


async def seen_by(world: World, who: str) -> set[PersonId]:
    async with world.api.read(world.north.who(who), "test.seen") as tx:
        return {child.id for child in (await reading.children(tx, first=100)).items}


async def newcomer(world: World, **changed: Any) -> PersonId:
    """A child of the mother, at school."""
    town = world.north
    async with world.worker.write(town.system, "test.newcomer") as tx:
        told = NewPerson(
            source_key=str(new_id()),
            kind="subject",
            details=PersonDetails(name="Ny Prøve"),
            **({"born_on": born(tx.now, 9)} | changed),
        )
        child = await record_person(tx, told)
        await record_enrolment(tx, child, town.people.units["school"], tx.now - timedelta(days=9))
        await record_custody(tx, child, town.id("mother"), tx.now - timedelta(days=9))
    return child


async def test_told_again_nothing_changes(world: World) -> None:
    before = await counts(world)
    async with world.worker.write(world.north.system, "test.again") as tx:
        async with world.behind_the_walls() as superuser:
            since = await superuser.fetchval("select min(lower(valid)) from employment")
        people = world.north.people
        await record_employment(tx, people.ids["leader"], people.units["school"], "leader", since)
        await record_unit(tx, "unit-school", "school", "Åbrinkens Skole", parent=people.units["area"])
        row = await tx.one(store.BY_SOURCE, source_key="mother")
        assert row is not None
        details = await tx.open_sealed(SealLabel.PERSON, row.dossier_id, row.id, row.sealed, PersonDetails)
        again = await record_person(tx, NewPerson(source_key="mother", kind="adult", details=details))
        assert again == people.ids["mother"]
        after = await tx.one(store.BY_SOURCE, source_key="mother")
        assert after is not None
        assert after.version == row.version
    assert await counts(world) == before


async def test_settling_twice_in_one_instant_changes_nothing(world: World) -> None:
    async with world.worker.write(world.south.system, "test.settle") as tx:
        long_ago = tx.now - timedelta(days=365)
        child, father = world.south.id("child"), world.south.id("father")
        before = await tx.many(store.CUSTODY_OF_HOLDER, holder_id=father)
        await record_custody(tx, child, father, long_ago)
        await record_custody(tx, child, father, long_ago)
        rows = await tx.many(store.CUSTODY_OF_HOLDER, holder_id=father)
        assert len(rows) == len(before)


async def test_a_correction_keeps_what_was_believed(world: World) -> None:
    town = world.north
    child = await newcomer(world)
    assert child in await seen_by(world, "mother")
    async with world.worker.write(town.system, "test.correct") as tx:
        ended = tx.now - timedelta(days=2)
        await record_custody(tx, child, town.id("mother"), tx.now - timedelta(days=9), ended)
    assert child not in await seen_by(world, "mother"), (
        "custody has ended: its access with it, live sessions too"
    )
    async with world.behind_the_walls() as superuser:
        rows = await superuser.fetch(
            "select upper_inf(recorded) as current, upper(valid) as until from custody where child_id = $1",
            child,
        )
    assert sorted((row["current"], row["until"] is None) for row in rows) == [(False, True), (True, False)]


async def test_custody_ends_at_midnight_of_the_18th_birthday(world: World) -> None:
    """The boundary instant itself belongs to adulthood; no sweep runs here."""
    async with world.worker.read(world.north.system, "test.now") as tx:
        turning = local_day(tx.now) + timedelta(days=3)
    child = await newcomer(world, born_on=turning.replace(year=turning.year - 18))
    assert child in await seen_by(world, "mother")
    midnight = midnight_of_birthday(turning.replace(year=turning.year - 18), 18)
    async with world.worker.read(world.north.system, "test.now") as tx:
        holders = await reading.holders(tx, child)
        seconds = int((midnight - tx.now).total_seconds())
    assert [holder.valid_until for holder in holders] == [midnight]
    await world.advance(seconds - 60)
    assert child in await seen_by(world, "mother")
    await world.advance(61)
    assert child not in await seen_by(world, "mother")
    assert child in await seen_by(world, "leader"), "the school still answers for its pupil"


@pytest.mark.parametrize(
    ("born_on", "instant"),
    [
        (date(2008, 7, 1), datetime(2026, 6, 30, 22, tzinfo=UTC)),  # summer: two hours ahead
        (date(2008, 12, 24), datetime(2026, 12, 23, 23, tzinfo=UTC)),  # winter: one
        (date(2008, 2, 29), datetime(2026, 2, 28, 23, tzinfo=UTC)),  # no 29 February in 2026: 1 March
    ],
)
def test_majority_is_midnight_in_copenhagen(born_on: date, instant: datetime) -> None:
    assert majority_at(born_on, instant) == instant


async def test_the_unborn_is_born(world: World) -> None:
    child = await newcomer(world, born_on=None)
    async with world.worker.write(world.north.system, "test.birth") as tx:
        before = (await reading.holders(tx, child))[0].valid_until
        assert before > tx.now + timedelta(days=18 * 365 + 280)
        await record_birth(tx, child, local_day(tx.now))
        assert (await reading.holders(tx, child))[0].valid_until == majority_at(local_day(tx.now), tx.now)


async def test_a_move_of_school_moves_the_leaders_access(world: World) -> None:
    town = world.north
    child = await newcomer(world)
    async with world.worker.write(town.system, "test.move") as tx:
        since = (await reading.holders(tx, child))[0].valid_from
        assert since is not None
        away = tx.now + timedelta(hours=1)
        await record_enrolment(tx, child, town.people.units["school"], since, away)
        await record_enrolment(tx, child, town.people.units["daycare"], away)
    assert child in await seen_by(world, "leader")
    assert child not in await seen_by(world, "daycare_leader")
    await world.advance(3601)
    assert await ENROLMENTS.settle_next(world.worker, town.system)
    while await ENROLMENTS.settle_next(world.worker, town.system):
        pass
    async with world.worker.write(town.system, "test.settle") as tx:
        assert await settle_units(tx, child) == 0
    assert child not in await seen_by(world, "leader")
    assert child in await seen_by(world, "daycare_leader")


async def test_an_ended_relation_ends_access(world: World) -> None:
    town = world.north
    child = await newcomer(world)
    async with world.worker.write(town.system, "test.relate") as tx:
        since = tx.now - timedelta(days=1)
        await record_relation(tx, child, town.id("psychologist"), "resource_person", since)
    assert child in await seen_by(world, "psychologist")
    async with world.worker.write(town.system, "test.relate") as tx:
        await record_relation(tx, child, town.id("psychologist"), "resource_person", since, tx.now)
    assert child not in await seen_by(world, "psychologist")


async def test_a_new_name_reaches_the_childs_dossier(world: World) -> None:
    town = world.south
    async with world.worker.write(town.system, "test.rename") as tx:
        details = PersonDetails(
            name="Aase Omdøbt", protected_address_until=local_day(tx.now), address="Hemmelig Vej 1"
        )
        await record_person(tx, NewPerson(source_key="mother", kind="adult", details=details))
    async with world.api.read(town.who("leader"), "test.holders") as tx:
        held = {h.person_id: h for h in await reading.holders(tx, town.id("child"))}
        assert await reading.details(tx, [town.id("mother")]) == {}, "the leader never sees the address"
        assert (await colleagues.names(tx, [town.id("mother")]))[town.id("mother")] == "Aase Omdøbt"
    assert held[town.id("mother")].name == "Aase Omdøbt"
    assert held[town.id("mother")].protected


async def test_a_number_belongs_to_one_person_in_a_tenant_and_says_nothing_to_another(world: World) -> None:
    number = "6501014321"
    async with world.worker.write(world.north.system, "test.cpr") as tx:
        told = NewPerson(source_key="number-1", kind="adult", details=PersonDetails(name="En"), cpr=number)
        person = await record_person(tx, told)
        assert await tx.keyring.find_person(tx.tenant, "cpr", number) == person
        with pytest.raises(IdentifierTakenError):
            await record_person(
                tx,
                NewPerson(source_key="number-2", kind="adult", details=PersonDetails(name="To"), cpr=number),
            )
    assert await world.worker.keyring.find_person(world.south.tenant, "cpr", number) is None


async def test_what_a_failed_telling_left_behind_is_taken_up(world: World) -> None:
    """The keys instance commits at once; a main transaction that fails after it leaves an id without a row."""
    told = NewPerson(source_key="orphan", kind="adult", details=PersonDetails(name="Igen"), cpr="6601014321")
    left = []

    async def fail() -> None:
        async with world.worker.write(world.north.system, "test.fail") as tx:
            left.append(await record_person(tx, told))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await fail()
    async with world.worker.write(world.north.system, "test.again") as tx:
        assert [await record_person(tx, told)] == left
    fixed = NewPerson(
        source_key="fixed",
        kind="adult",
        details=PersonDetails(name="Fast"),
        cpr="6701014321",
        person_id=PersonId(new_id()),
    )
    async with world.worker.write(world.north.system, "test.fail") as tx:
        await tx.keyring.remember_person(tx.tenant, "cpr", "6701014321", PersonId(new_id()))
        assert await record_person(tx, fixed) == fixed.person_id


@pytest.mark.parametrize("who", ["leader", "mother", "dpo", "administrator", "teacher"])
async def test_nobody_but_the_system_records_people(world: World, who: str) -> None:
    town = world.north

    async def promote_oneself() -> None:
        async with world.api.write(town.who(who), "test.record") as tx:
            await record_employment(tx, town.id(who), town.people.units["daycare"], "leader", tx.now)

    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        await promote_oneself()


async def test_a_protected_address_of_a_child_is_not_told_to_its_family(world: World) -> None:
    """The child lives with one parent; the other one must not learn where (CPR-loven §28), until it lapses."""
    town = world.north
    async with world.worker.write(town.system, "test.protect") as tx:
        today = local_day(tx.now)
        hidden = PersonDetails(name="Asta Prøve", address="Hemmelig Vej 1", protected_address_until=today)
        child = await record_person(tx, NewPerson(source_key="child", kind="subject", details=hidden))

    async def address(who: str) -> str:
        async with world.api.read(town.who(who), "test.address") as tx:
            return (await reading.details(tx, [child]))[child].address

    assert await address("father") == ""
    assert await address("leader") == "Hemmelig Vej 1"
    await world.advance(86400)
    assert await address("father") == "Hemmelig Vej 1"
