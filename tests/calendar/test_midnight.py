"""What a parent's calendar shows ends at the moment their access does: no sweep, no word, no reading before it."""

from datetime import datetime, timedelta

from services.core.calendar.instants import birthday, end_of_day, local_day
from services.core.person.periods import record_custody
from services.core.person.service import record_birth
from tests.builders.world import Town, World
from tests.calendar.reading import Reading
from tests.meeting.steps import called


async def now(living: World) -> datetime:
    async with living.api.read(living.north.who("leader"), "test.now") as tx:
        return tx.now


async def sight_ends(town: Town, reading: Reading, name: str, meeting: str) -> str | None:
    """The day from which somebody does not see a meeting's child any more, as the meeting tells them."""
    answer = await reading.client.post(
        "/graphql",
        json={"query": "query ($id: ID!) { meeting(id: $id) { sightEndsOn } }", "variables": {"id": meeting}},
        headers={"host": town.host, "authorization": f"Bearer {town.sessions[name].bearer}"},
    )
    day: str | None = answer.json()["data"]["meeting"]["sightEndsOn"]
    return day


async def test_a_custody_that_ends_at_midnight_and_an_eighteenth_birthday(
    living: World, reading: Reading
) -> None:
    """The father's custody of one child ends at the midnight at which the mother's other child becomes 18."""
    town = living.north
    today = local_day(await now(living))
    midnight = end_of_day(today)
    meetings = {name: str(await called(living, name)) for name in ("child", "sibling")}
    async with living.worker.write(town.system, "test.custody") as tx:
        await record_custody(tx, town.id("child"), town.id("father"), tx.now - timedelta(days=365), midnight)
        await record_birth(tx, town.id("sibling"), birthday(today + timedelta(days=1), -18))
    tomorrow = (today + timedelta(days=1)).isoformat()
    for name, of, ends in (
        ("father", "child", tomorrow),
        ("mother", "child", None),
        ("mother", "sibling", tomorrow),
    ):
        assert await sight_ends(town, reading, name, meetings[of]) == ends, (name, of)
    paths = {name: await reading.made(town, name) for name in ("mother", "father")}

    assert await reading.ids(town, paths["father"]) == {meetings["child"]}
    assert await reading.ids(town, paths["mother"]) == set(meetings.values())
    await living.advance(int((midnight - await now(living)).total_seconds()) - 60)
    assert await reading.ids(town, paths["father"]) == {meetings["child"]}
    assert await reading.ids(town, paths["mother"]) == set(meetings.values())
    await living.advance(61)
    empty = await reading.get(town, paths["father"])
    assert (empty.status_code, await reading.ids(town, paths["father"])) == (200, set())
    assert await reading.ids(town, paths["mother"]) == {meetings["child"]}


async def test_what_is_long_over_is_no_longer_in_it(living: World, reading: Reading) -> None:
    town = living.north
    path = await reading.made(town, "mother")
    assert await reading.ids(town, path) != set()
    await living.advance(40 * 24 * 3600)
    assert await reading.ids(town, path) != set()
    await living.advance(10 * 24 * 3600)
    assert await reading.ids(town, path) == set()
