"""A private calendar ends with what it stood on, and then it is like one that never was."""

from datetime import timedelta

import pytest

from services.core.calendar_feed import service
from services.core.errors import ErrorCode, UserError
from services.core.identity import Capacity
from services.core.person.departures import record_death
from services.core.person.periods import record_employment
from tests.builders.world import Town, World, open_session
from tests.calendar.reading import Reading, alike
from tests.meeting.steps import called


async def assert_gone(reading: Reading, town: Town, *paths: str) -> None:
    """Byte for byte as an unknown one, whatever the program says it wants."""
    for accept in ("*/*", "text/html", "text/calendar"):
        unknown = alike(await reading.get(town, f"/calendar/{'a' * 43}.ics", accept=accept))
        assert unknown[0] == 404
        for path in paths:
            assert alike(await reading.get(town, path, accept=accept)) == unknown, path


async def test_what_was_replaced_revoked_or_never_there_is_all_the_same(
    living: World, reading: Reading
) -> None:
    town, other = living.north, living.south
    first, second = [await reading.made(town, "father") for _ in range(2)]
    mothers = await reading.made(town, "mother")
    async with living.api.write(town.who("father"), "mutation:endCalendarFeed") as tx:
        await service.end_feed(tx)
        assert await service.own_feed(tx) is None
    elsewhere = await reading.made(other, "father")
    secret = mothers.removesuffix(".ics")
    await assert_gone(
        reading,
        town,
        first,
        second,
        elsewhere,
        secret,
        f"{secret}x.ics",
        "/calendar/.ics",
        "/calendar/%2e.ics",
    )
    await assert_gone(reading, other, mothers)
    assert (await reading.get(town, mothers)).status_code == 200
    assert (await reading.get(other, elsewhere)).status_code == 200
    assert (await reading.client.get(mothers, headers={"host": "unknown.example"})).status_code == 421
    head = await reading.client.head(mothers, headers={"host": town.host})
    assert (head.status_code, head.headers["etag"]) == (
        200,
        (await reading.get(town, mothers)).headers["etag"],
    )


async def test_each_capacity_has_its_own(living: World, reading: Reading) -> None:
    """The leader's work and the leader's children are two calendars, and neither session touches the other's."""
    town = living.north
    await called(living)
    as_leader = await reading.made(town, "leader")
    person = town.id("leader")
    town.sessions["leader_as_family"] = await open_session(
        living.worker, town.tenant, person, Capacity.FAMILY
    )
    async with living.behind_the_walls() as connection:
        # Whoever works here and has a child here is one person with two capacities.
        await connection.execute("update person set kind = 'adult' where id = $1", person)
    as_parent = await reading.made(town, "leader_as_family")
    assert len(await reading.ids(town, as_leader)) > 0
    assert await reading.ids(town, as_parent) == set()
    async with living.api.write(town.who("leader_as_family"), "mutation:endCalendarFeed") as tx:
        await service.end_feed(tx)
    await assert_gone(reading, town, as_parent)
    assert (await reading.get(town, as_leader)).status_code == 200


@pytest.mark.parametrize("name", ["administrator", "dpo", "auditor"])
async def test_who_comes_to_no_meetings_has_none(living: World, name: str) -> None:
    with pytest.raises(UserError) as refused:
        async with living.api.write(living.north.who(name), "mutation:makeCalendarFeed") as tx:
            await service.make_feed(tx)
    assert refused.value.code is ErrorCode.FORBIDDEN


async def test_who_is_merged_or_dead_has_none(living: World, reading: Reading) -> None:
    town = living.south
    for name in ("mother", "father"):
        path = await reading.made(town, name)
        assert (await reading.get(town, path)).status_code == 200
        if name == "mother":
            async with living.behind_the_walls() as connection:
                await connection.execute(
                    "update person set alias_of = $1 where id = $2", town.id("father"), town.id(name)
                )
        else:
            async with living.worker.write(town.system, "test.death") as tx:
                await record_death(tx, town.id(name), tx.now.date())
        await assert_gone(reading, town, path)


async def test_who_is_erased_has_none(living: World, reading: Reading) -> None:
    town = living.south
    path = await reading.made(town, "other_mother")
    async with living.behind_the_walls(town) as connection:
        await connection.execute(
            "delete from dossier where tenant_id = $1 and id = (select dossier_id from person where id = $2)",
            town.tenant,
            town.id("other_mother"),
        )
        left = await connection.fetchval(
            "select count(*) from calendar_feed where person_id = $1", town.id("other_mother")
        )
    assert left == 0
    await assert_gone(reading, town, path)


async def test_an_employment_that_ends_takes_it_for_good(living: World, reading: Reading) -> None:
    town = living.north
    path = await reading.made(town, "psychologist")
    unit = town.people.units["ppr"]
    for until in (timedelta(minutes=-1), None):
        async with living.worker.write(town.system, "test.employ") as tx:
            end = tx.now + until if until else None
            await record_employment(
                tx, town.id("psychologist"), unit, "professional", tx.now - timedelta(days=365), end
            )
        await assert_gone(reading, town, path)


async def test_it_stands_on_a_log_in_in_its_role(living: World, reading: Reading) -> None:
    """Ninety days; a log-in of the same account in other roles ends it, and one in the role lets it stand."""
    town = living.north
    person = town.id("teacher")

    async def age(days: int) -> None:
        async with living.behind_the_walls() as connection:
            await connection.execute(
                "update calendar_feed set proved_at = clock_timestamp() - make_interval(days => $2) where person_id = $1",
                person,
                days,
            )

    async def log_in(capacities: str) -> None:
        async with living.behind_the_walls() as connection:
            await connection.execute(
                """insert into session (tenant_id, id, kind, credential_hash, person_id, capacity, capacities, roles, language,
                       provider, issuer, subject_hash, created_at, last_seen_at, idle_seconds, expires_at)
                   select s.tenant_id, gen_random_uuid(), 'cookie', sha256(gen_random_uuid()::text::bytea), s.person_id,
                          ($2::text[])[1], $2::text[], s.roles, s.language, s.provider, s.issuer, s.subject_hash,
                          clock_timestamp(), clock_timestamp(), 60, clock_timestamp() + interval '1 hour'
                   from session s join calendar_feed f on f.tenant_id = s.tenant_id and f.subject_hash = s.subject_hash
                   where f.person_id = $1 limit 1""",
                person,
                capacities.split(),
            )

    path = await reading.made(town, "teacher")
    await age(89)
    assert (await reading.get(town, path)).status_code == 200
    await log_in("professional")
    await age(0)
    assert (await reading.get(town, path)).status_code == 200
    await age(91)
    await assert_gone(reading, town, path)
    await log_in("professional")  # too late: what was dead stays dead
    await assert_gone(reading, town, path)

    path = await reading.made(town, "teacher")
    await log_in("adviser professional")
    assert (await reading.get(town, path)).status_code == 200
    await log_in("adviser")
    await assert_gone(reading, town, path)

    path = await reading.made(town, "teacher")
    async with living.api.tenant_function() as connection:
        # The provider's newest word gives this account nothing here.
        await connection.execute(
            "select rundbord.session_end_of_account($1, 'test', $2, null)",
            town.tenant,
            town.sessions["teacher"].credential.hash,
        )
    await assert_gone(reading, town, path)
