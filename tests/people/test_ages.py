"""Trap 1: what a birthday gives or takes, it gives or takes at midnight in Denmark, with no sweep run."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from services.api.auth.store import LoginStore
from services.core.calendar.instants import birthday, local_day, midnight_of_birthday
from services.core.identity import Capacity, PersonId, RequestIdentity
from services.core.person import reading
from services.core.person.details import PersonDetails
from services.core.person.periods import record_custody, record_enrolment
from services.core.person.rules import own_access_age, rights_of
from services.core.person.service import NewPerson, record_person
from services.core.problem.service import OpenProblem, open_problem
from services.core.tenancy.loader import load_model
from tests.builders.world import World, open_session

TENANTS = Path(__file__).parents[2] / "tenants"


@pytest.mark.parametrize("municipality", ["slagelse", "ringsted", "randers"])
@pytest.mark.parametrize(
    ("age", "gained"), [(10, "party"), (13, "own_access"), (15, "own_consent"), (18, "of_age")]
)
@pytest.mark.parametrize("born_on", [date(2010, 7, 1), date(2008, 2, 29), date(2012, 12, 24)])
def test_a_right_of_age_begins_at_midnight_of_its_birthday(
    municipality: str, age: int, gained: str, born_on: date
) -> None:
    model = load_model(TENANTS / municipality)
    midnight = midnight_of_birthday(born_on, age)
    before = {right.key for right in rights_of(model, born_on, midnight - timedelta(microseconds=1))}
    after = {right.key for right in rights_of(model, born_on, midnight)}
    assert after - before == {gained}
    assert rights_of(model, None, midnight) == (), "the unborn has a family that has rights"


async def turning(world: World, age: int) -> tuple[PersonId, int]:
    """A child of the mother whose case is open and who turns ``age`` in three days; seconds until then."""
    town = world.north
    async with world.worker.write(town.system, "test.newcomer") as tx:
        born_on = birthday(local_day(tx.now) + timedelta(days=3), -age)
        child = await record_person(
            tx,
            NewPerson(
                source_key=f"turning-{age}",
                kind="subject",
                details=PersonDetails(name="Fyldt Prøve"),
                born_on=born_on,
            ),
        )
        since = tx.now - timedelta(days=9)
        await record_enrolment(tx, child, town.people.units["school"], since)
        await record_custody(tx, child, town.id("mother"), since)
        seconds = int((midnight_of_birthday(born_on, age) - tx.now).total_seconds())
    async with world.api.write(town.who("leader"), "test.open") as tx:
        await open_problem(tx, OpenProblem(child, "institution", "Uro"))
    return child, seconds


async def may_log_in(world: World, person: PersonId) -> bool:
    """Whether login finds somebody who may come in."""
    return await LoginStore(world.api).family(world.north.tenant, person) is not None


async def sees(world: World, who: RequestIdentity, child: PersonId) -> bool:
    """Whether the database shows the child."""
    async with world.api.read(who, "test.see") as tx:
        return await reading.child(tx, child) is not None


async def test_a_young_person_sees_the_own_case_from_midnight_of_the_birthday(world: World) -> None:
    """A session that was open before it shows it too: it is the moment that counts, not the login."""
    age = own_access_age(world.north.model)
    assert age == 13
    child, seconds = await turning(world, age)
    session = await open_session(world.worker, world.north.tenant, child, Capacity.FAMILY)
    young = RequestIdentity(world.north.host, session.credential)
    await world.advance(seconds - 60)
    assert not await may_log_in(world, child)
    assert not await sees(world, young, child)
    await world.advance(61)
    assert await may_log_in(world, child)
    assert await sees(world, young, child)
    assert await sees(world, world.north.who("mother"), child), "13 is not 18"


async def test_a_birth_date_put_right_counts_at_once(world: World) -> None:
    """Told wrongly as 17, the child is 18: custody is over in the transaction that says so, and login is open."""
    child, _ = await turning(world, 17)
    assert await sees(world, world.north.who("mother"), child)
    async with world.worker.write(world.north.system, "test.correct") as tx:
        await record_person(
            tx,
            NewPerson(
                source_key="turning-17",
                kind="subject",
                details=PersonDetails(name="Fyldt Prøve"),
                born_on=birthday(local_day(tx.now), -18),
            ),
        )
    assert not await sees(world, world.north.who("mother"), child)
    assert await may_log_in(world, child)
