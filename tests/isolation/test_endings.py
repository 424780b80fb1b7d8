"""Access ends the moment its reason ends, in sessions that are already open and with no sweep run."""

from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

import pytest
import pytest_asyncio

from services.core.calendar.instants import birthday, local_day, midnight_of_birthday
from services.core.consent import store as consents
from services.core.consent.service import withdraw_consent
from services.core.errors import ErrorCode, UserError
from services.core.identity import Capacity, DossierId, RequestIdentity
from services.core.keys.seal import SealError, SealLabel
from services.core.meeting import store
from services.core.meeting.rescheduling import cancel_meeting
from services.core.person import reading
from services.core.person.periods import record_custody, record_employment, record_relation
from services.core.problem.service import OpenProblem, open_problem
from services.core.reactions import REACTIONS
from tests.builders.world import Town, World, build, open_session
from tests.environment import Cluster, clone, drop
from tests.isolation.village import Family, Village, settle_village


@dataclass
class Place:
    """A village of this module's own, whose rows are changed."""

    village: Village

    @property
    def world(self) -> World:
        return self.village.world

    @property
    def north(self) -> Town:
        return self.world.north

    @property
    def family(self) -> Family:
        return self.village.families["north", "child"]

    def meeting(self, state: str) -> UUID:
        """A meeting of the child's in this state."""
        return next(target.id for target in self.family.targets["meeting"] if target.state == state)

    async def sees(self, who: RequestIdentity, meeting: UUID) -> bool:
        """Whether somebody is shown a meeting."""
        async with self.world.api.read(who, "test.read") as tx:
            return await tx.one(store.FIND_MEETING, id=meeting) is not None

    async def sees_child(self, who: RequestIdentity, name: str) -> bool:
        """Whether somebody is shown a child."""
        async with self.world.api.read(who, "test.read") as tx:
            return await reading.child(tx, self.north.id(name)) is not None


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def place(cluster: Cluster, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Place]:
    """A fresh village; its tests run in the order they stand, the clock only moves forward."""
    databases = clone(cluster)
    async with build(databases, tmp_path_factory.mktemp("keys"), REACTIONS) as world:
        yield Place(await settle_village(world))
    drop(cluster, databases)


async def test_a_sealed_value_opens_nowhere_else(place: Place) -> None:
    """Swapped between rows, dossiers, towns or columns by whoever can write the tables."""
    async with place.world.behind_the_walls() as connection:
        rows = await connection.fetch(
            "select tenant_id, dossier_id, id, sealed from meeting where status = 'planned'"
        )
    by_place = {(row["tenant_id"], row["dossier_id"]): row for row in rows}
    mine = by_place[place.north.tenant, place.family.targets["casework"][0].id]
    other_row = place.meeting("held")
    async with place.world.worker.read(place.north.system, "test.open") as tx:
        own = await tx.open_sealed(
            SealLabel.MEETING, mine["dossier_id"], mine["id"], mine["sealed"], store.MeetingDetails
        )
        assert own.place
        tries = [
            (SealLabel.MEETING, mine["dossier_id"], other_row),
            (SealLabel.FORM, mine["dossier_id"], mine["id"]),
        ]
        tries += [
            (SealLabel.MEETING, row["dossier_id"], mine["id"])
            for (tenant, _), row in by_place.items()
            if tenant == mine["tenant_id"] and row is not mine
        ]
        for label, dossier, row in tries:
            with pytest.raises(SealError):
                await tx.open_sealed(label, DossierId(dossier), row, mine["sealed"], store.MeetingDetails)
    async with place.world.worker.read(place.world.south.system, "test.open") as tx:
        with pytest.raises(SealError):
            await tx.open_sealed(
                SealLabel.MEETING, mine["dossier_id"], mine["id"], mine["sealed"], store.MeetingDetails
            )


async def test_a_swapped_row_is_refused_and_not_shown(place: Place) -> None:
    """Another town's sealed name under a child of one's own: no answer rather than a wrong one."""
    async with place.world.behind_the_walls() as connection:
        theirs = await connection.fetchval(
            "select sealed from person where tenant_id = $1 and id = $2",
            place.world.south.tenant,
            place.world.south.id("child"),
        )
        here = (place.north.tenant, place.north.id("sibling"))
        before = await connection.fetchval(
            "select sealed from person where tenant_id = $1 and id = $2", *here
        )
        await connection.execute(
            "update person set sealed = $3 where tenant_id = $1 and id = $2", *here, theirs
        )
        try:
            with pytest.raises(SealError):
                await place.sees_child(place.north.who("leader"), "sibling")
        finally:
            await connection.execute(
                "update person set sealed = $3 where tenant_id = $1 and id = $2", *here, before
            )


async def test_a_withdrawn_consent_ends_access_in_its_own_transaction(place: Place) -> None:
    psychologist, father = place.north.who("psychologist"), place.north.who("father")
    meeting = place.meeting("planned")
    assert await place.sees(psychologist, meeting)
    async with place.world.api.write(father, "test.withdraw") as tx:
        rows = await consents.asked_of(tx, place.north.id("father"), before=None, limit=9)
        (mine,) = [
            row for row in rows if (row.purpose, row.state) == ("exchange", "given") and _of(place, row)
        ]
        await withdraw_consent(tx, mine.id, mine.version)
        # Not committed yet: another session still stands on what was; after it, nothing does.
        async with place.world.behind_the_walls() as connection:
            assert await connection.fetchval(_GRANTS, place.north.id("psychologist"), mine.dossier_id)
    async with place.world.behind_the_walls() as connection:
        assert not await connection.fetchval(_GRANTS, place.north.id("psychologist"), mine.dossier_id)
    assert not await place.sees(psychologist, meeting)
    assert not await place.sees_child(psychologist, "child")


_GRANTS = "select count(*) from access_grant where person_id = $1 and dossier_id = $2"


def _of(place: Place, row: consents.ConsentRow) -> bool:
    return row.dossier_id == place.family.targets["casework"][0].id


async def test_a_withdrawal_that_fails_ends_nothing(place: Place) -> None:
    mother = place.north.who("mother")
    async with place.world.behind_the_walls() as connection:
        before = await connection.fetchval("select count(*) from access_grant")
    with suppress(ZeroDivisionError):
        async with place.world.api.write(mother, "test.withdraw") as tx:
            rows = await consents.asked_of(tx, place.north.id("mother"), before=None, limit=9)
            mine = next(row for row in rows if row.state == "given")
            await withdraw_consent(tx, mine.id, mine.version)
            raise ZeroDivisionError
    async with place.world.behind_the_walls() as connection:
        assert await connection.fetchval("select count(*) from access_grant") == before


async def test_whose_only_meeting_is_cancelled_or_who_is_removed_sees_nothing(place: Place) -> None:
    """A professional who is there by a meeting alone: each meeting that goes takes its access with it."""
    pedagogue, leader = place.north.who("pedagogue"), place.north.who("daycare_leader")
    family = place.village.families["north", "toddler"]
    targets = [target for target in family.targets["meeting"] if target.state in ("planned", "agenda_sent")]
    assert await place.sees_child(pedagogue, "toddler")
    for target in targets:
        async with place.world.api.write(leader, "test.cancel") as tx:
            await cancel_meeting(tx, target.id, "Aflyst", (await store.meeting(tx, target.id)).version)
    # Held meetings can be read for half a year; then, and for the removed at once, it ends.
    assert await place.sees_child(pedagogue, "toddler")
    async with place.world.behind_the_walls() as connection:
        await connection.execute(
            "select set_config('rundbord.tenant', $1::text, false)", str(place.north.tenant)
        )
        await connection.execute("select set_config('rundbord.now', now()::text, false)")
        await connection.execute(
            "update participant set status = 'removed' where person_id = $1", place.north.id("pedagogue")
        )
    assert not await place.sees_child(pedagogue, "toddler")
    assert await place.sees_child(place.north.who("health_visitor"), "toddler")


async def test_an_ended_relation_and_an_ended_employment_end_access(place: Place) -> None:
    adviser = place.north.who("adviser")
    assert await place.sees_child(adviser, "neighbour")
    async with place.world.worker.write(place.north.system, "test.end") as tx:
        long_ago = tx.now - timedelta(days=365)
        await record_relation(
            tx, place.north.id("neighbour"), place.north.id("adviser"), "adviser", long_ago, tx.now
        )
    assert not await place.sees_child(adviser, "neighbour")
    async with place.world.worker.write(place.north.system, "test.end") as tx:
        unit = place.north.people.units["centre"]
        await record_employment(
            tx, place.north.id("adviser"), unit, "adviser", tx.now - timedelta(days=365), tx.now
        )
    with pytest.raises(UserError) as refused:
        await place.sees_child(adviser, "neighbour")
    assert refused.value.code is ErrorCode.UNAUTHENTICATED


async def test_capacities_never_sum(place: Place) -> None:
    """A leader who is also a parent elsewhere sees in each session what that capacity gives, never both."""
    world, town = place.world, place.north
    async with world.worker.write(town.system, "test.employ") as tx:
        # The teacher of `child` leads the day care too.
        await record_employment(
            tx, town.id("teacher"), town.people.units["daycare"], "leader", tx.now - timedelta(days=9)
        )
    as_leader = RequestIdentity(
        town.host,
        (await open_session(world.worker, town.tenant, town.id("teacher"), Capacity.LEADER)).credential,
    )
    as_teacher = town.who("teacher")
    seen = {}
    for name, who in (("leader", as_leader), ("teacher", as_teacher)):
        async with world.api.read(who, "test.list") as tx:
            seen[name] = {child.id for child in (await reading.children(tx, first=100)).items}
    assert seen == {"leader": {town.id("toddler")}, "teacher": {town.id("child")}}
    for capacity in (Capacity.FAMILY, Capacity.ADVISER):
        # A capacity nobody gave: the session is made by force, and opens nothing.
        forced = await open_session(world.worker, town.tenant, town.id("teacher"), capacity)
        with suppress(UserError):
            async with world.api.read(RequestIdentity(town.host, forced.credential), "test.list") as tx:
                assert (await reading.children(tx, first=100)).items == ()


async def test_custody_that_ends_ends_the_portal(place: Place) -> None:
    """Trap 5: in sessions that are open, at once."""
    father, meeting = place.north.who("father"), place.meeting("planned")
    assert await place.sees(father, meeting)
    async with place.world.worker.write(place.north.system, "test.end") as tx:
        begun = tx.now - timedelta(days=400)
        await record_custody(tx, place.north.id("child"), place.north.id("father"), begun, tx.now)
    assert not await place.sees(father, meeting)
    assert not await place.sees_child(father, "child")
    assert await place.sees_child(father, "toddler"), "custody is per child"
    assert await place.sees(place.north.who("mother"), meeting)
    async with place.world.api.read(father, "test.read") as tx:
        assert not [
            row
            for row in await consents.asked_of(tx, place.north.id("father"), before=None, limit=9)
            if _of(place, row)
        ]


async def test_at_eighteen_a_parents_access_ends_at_midnight(place: Place) -> None:
    """The sibling is 17: one second before midnight in Copenhagen the mother sees the case, at midnight no more."""
    world, town = place.world, place.north
    async with world.api.write(town.who("leader"), "test.open") as tx:
        await open_problem(tx, OpenProblem(town.id("sibling"), "institution", "Fravær"))
        child = await reading.child(tx, town.id("sibling"))
        assert child is not None
        assert child.born_on is not None
        midnight = midnight_of_birthday(child.born_on, 18)
        assert local_day(midnight) == birthday(child.born_on, 18)
        now = tx.now
    mother = town.who("mother")
    await world.advance(int((midnight - now).total_seconds()) - 30)
    assert await place.sees_child(mother, "sibling")
    assert await _now(place) < midnight
    await world.advance(31)
    assert await _now(place) >= midnight
    assert not await place.sees_child(mother, "sibling")
    assert await place.sees_child(town.who("leader"), "sibling")
    async with world.api.read(mother, "test.list") as tx:
        names = {one.id for one in (await reading.children(tx, first=100)).items}
    assert town.id("sibling") not in names
    young = await open_session(world.worker, town.tenant, town.id("sibling"), Capacity.FAMILY)
    assert await place.sees_child(RequestIdentity(town.host, young.credential), "sibling"), (
        "it is their own case now"
    )


async def test_a_participants_access_ends_half_a_year_after(place: Place) -> None:
    """The clock stands months later by now: whoever was only at a meeting has no grant left, without any sweep."""
    assert await place.sees_child(place.north.who("teacher2"), "neighbour") == (
        (await _now(place)) < await _until(place, "teacher2")
    )
    await place.world.advance(200 * 86400)
    assert not await place.sees_child(place.north.who("teacher2"), "neighbour")


async def _until(place: Place, name: str) -> datetime:
    async with place.world.behind_the_walls() as connection:
        found: datetime = await connection.fetchval(
            "select max(valid_until) from access_grant where person_id = $1", place.north.id(name)
        )
        return found


async def _now(place: Place) -> datetime:
    async with place.world.worker.read(place.north.system, "test.now") as tx:
        return tx.now
