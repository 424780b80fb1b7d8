"""Breaking the glass: with a reason, for a time, told at once; and nothing but a look."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import asyncpg
import pytest

from services.core.emergency_access import store
from services.core.emergency_access.rules import HOURS
from services.core.emergency_access.service import BreakGlass, break_glass, end_emergency, review_emergency
from services.core.emergency_access.store import EmergencyRow
from services.core.errors import ErrorCode, UserError
from services.core.identity import Capacity
from services.core.person import onlookers
from services.core.problem.service import OpenProblem, open_problem
from services.core.task.store import tasks_of_office
from services.core.underretning.service import RecordUnderretning, record_underretning
from tests.builders.world import World, open_session
from tests.glass.conftest import acting, employ, sees, told

WHY = "Barnet er kørt på skadestuen, og ingen af forældrene tager telefonen."
CPR = {"child": "7101155000", "sibling": "7201155001", "neighbour": "7301155002", "toddler": "7401155003"}


async def opened(
    world: World, child: str = "neighbour", by: str = "psychologist", **more: Any
) -> EmergencyRow | None:
    asked: dict[str, Any] = {"category": "acute_care", "words": WHY, "cpr": CPR[child], **more}
    async with world.api.write(world.north.who(by), "mutation:breakTheGlass") as tx:
        return await break_glass(tx, BreakGlass(**asked))


async def forget_attempts(world: World) -> None:
    async with world.behind_the_walls() as db:
        await db.execute("delete from emergency_attempt")


async def test_it_opens_with_a_reason_and_ends_at_its_moment_with_no_sweep(living: World) -> None:
    """Trap 17: the look leaves its trace, and who answers for it is told in the same transaction."""
    town = living.north
    assert not await sees(living, "psychologist", "neighbour")
    row = await opened(living)
    assert row is not None
    assert row.valid_until - row.opened_at == timedelta(hours=HOURS["acute_care"])
    assert await sees(living, "psychologist", "neighbour")
    for name in ("leader", "dpo"):
        assert await told(living, "emergency_access", town.id(name)) == 2, name
    for name in ("adviser", "administrator", "other_mother", "daycare_leader"):
        assert await told(living, "emergency_access", town.id(name)) == 0, name
    async with living.behind_the_walls() as db:
        event = await db.fetchrow(
            "select e.changed, cardinality(e.subjects) as subjects from access_event e"
            " where e.operation = 'mutation:breakTheGlass' and e.actor_id = $1",
            town.id("psychologist"),
        )
    assert event is not None
    assert event["changed"]
    assert event["subjects"] == 1
    await living.advance(HOURS["acute_care"] * 3600 - 60)
    assert await sees(living, "psychologist", "neighbour")
    await living.advance(60)
    assert not await sees(living, "psychologist", "neighbour")


async def test_who_it_is_not_for(living: World) -> None:
    for name in ("leader", "administrator", "dpo", "mother"):
        with pytest.raises(UserError) as refused:
            await opened(living, by=name)
        assert refused.value.code is ErrorCode.FORBIDDEN, name


@pytest.mark.parametrize(
    "wrong",
    [
        {"category": "curiosity"},
        {"words": "   "},
        {"words": "haster"},
        {"hours": 25},
        {"hours": 0},
        {"cpr": "12"},
        {"name": "Bo Naboprøve"},
        {"cpr": "", "name": "Bo Naboprøve"},
    ],
)
async def test_without_a_whole_reason_nothing_is_looked_up_and_no_child_is_betrayed(
    living: World, wrong: dict[str, Any]
) -> None:
    said = []
    for cpr in (CPR["neighbour"], "7599155099"):
        with pytest.raises(UserError) as refused:
            await opened(living, **{"cpr": cpr, **wrong})
        said.append((refused.value.code, refused.value.message_key, refused.value.field))
    assert said[0] == said[1]
    assert said[0][0] is ErrorCode.INVALID_INPUT


async def test_by_name_and_birth_date_exactly_and_never_by_a_part(living: World) -> None:
    await forget_attempts(living)
    async with living.api.read(living.north.who("psychologist"), "test.now") as tx:
        day = await tx.born_on(living.north.id("neighbour"))
    assert day is not None
    for name, born_on in (("Bo", day), ("Bo Naboprøve", day - timedelta(days=1)), ("Zenia Naboprøve", day)):
        assert await opened(living, cpr="", name=name, born_on=born_on) is None
    row = await opened(living, cpr="", name=" bo  NABOPRØVE ", born_on=day, hours=1)
    assert row is not None
    assert row.child_id == living.north.id("neighbour")
    async with living.api.write(living.north.who("psychologist"), "test.end") as tx:
        ended = await end_emergency(tx, row.id)
    assert ended.ended_at is not None
    assert not await sees(living, "psychologist", "neighbour")


async def test_ten_searches_an_hour_found_or_not(living: World) -> None:
    await forget_attempts(living)
    for _ in range(10):
        assert await opened(living, cpr="7599155099") is None
    for child in ("neighbour", "toddler"):
        with pytest.raises(UserError) as refused:
            await opened(living, child)
        assert refused.value.code is ErrorCode.RATE_LIMITED
    # Another's count is another's.
    assert await opened(living, "toddler", by="teacher") is not None
    await forget_attempts(living)


async def test_an_adult_of_a_family_is_nobody_to_open(living: World) -> None:
    assert await opened(living, cpr="6101804000") is None
    assert await opened(living, cpr="6101804000", by="adviser") is None


async def test_whoever_sees_the_child_has_no_need_of_it(living: World) -> None:
    with pytest.raises(UserError) as refused:
        await opened(living, "child", by="teacher")
    assert refused.value.code is ErrorCode.CONFLICT


async def test_a_look_and_an_underretning_and_nothing_else(living: World) -> None:
    """Trap 9: the family learns nothing of what was written. The database refuses every other change."""
    town = living.north
    async with living.api.write(town.who("leader"), "test.open") as tx:
        problem = await open_problem(tx, OpenProblem(town.id("sibling"), "institution", "Uro"))
    assert await opened(living, "sibling") is not None
    with pytest.raises(UserError) as refused:
        async with living.api.write(town.who("psychologist"), "test.open") as tx:
            await open_problem(tx, OpenProblem(town.id("sibling"), "institution", "Mere uro"))
    assert refused.value.code is ErrorCode.FORBIDDEN
    async with acting(living, "psychologist", "rundbord_relation") as one:
        assert await one.fetchval("select count(*) from problem where id = $1", problem.id) == 1
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await one.execute("update problem set status = 'closed' where id = $1", problem.id)
    for child in ("sibling", "neighbour"):  # with a casework, and with none
        await forget_attempts(living)
        if child == "neighbour":
            assert await opened(living, child) is not None
        async with living.api.write(town.who("psychologist"), "test.underretning") as tx:
            text = "Barnet er bange for at komme hjem."
            row = await record_underretning(tx, RecordUnderretning(town.id(child), text, send=True))
        assert row.sent_at is not None
    async with acting(living, "mother", "rundbord_family") as one:
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await one.fetchval("select count(*) from underretning")


async def test_no_grant_comes_of_anything_but_a_row_with_a_reason_and_an_end(living: World) -> None:
    """By raw SQL under the professional's own role."""
    town = living.north
    async with living.behind_the_walls() as db:
        dossier = await db.fetchval("select dossier_id from person where id = $1", town.id("toddler"))
    row = (town.tenant, uuid4(), dossier, town.id("toddler"), town.id("psychologist"))
    insert = (
        "insert into emergency_access (tenant_id, id, dossier_id, child_id, person_id, capacity, category, sealed,"
        " opened_at, valid_until) values ($1, $2, $3, $4, $5, {capacity}, 'violence', {sealed},"
        " business_now(), business_now() + interval '{hours} hours')"
    )
    good = {"capacity": "'professional'", "sealed": "repeat('x', 60)::bytea", "hours": "2"}
    look = "select emergency_look('{}')"
    cases = (
        ("", good),  # no attempt was paid for
        (look, {**good, "sealed": "''::bytea"}),
        (look, {**good, "hours": "25"}),
        (look, {**good, "capacity": "'adviser'"}),
    )
    refusals = (asyncpg.InsufficientPrivilegeError, asyncpg.CheckViolationError)
    for before, values in cases:
        async with acting(living, "psychologist", "rundbord_relation") as one:
            if before:
                await one.execute(before)
            with pytest.raises(refusals):
                await one.execute(insert.format(**values), *row)
    async with acting(living, "psychologist", "rundbord_relation") as one:
        await one.execute(look)
        await one.execute(insert.format(**good), *row)
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await one.execute("update emergency_access set valid_until = valid_until + interval '9 days'")
    async with acting(living, "psychologist", "rundbord_relation") as one:
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await one.execute(
                "insert into access_grant select tenant_id, gen_random_uuid(), $1, dossier_id, capacity, reason, source_id,"
                " valid_from, valid_until from access_grant limit 1",
                town.id("psychologist"),
            )
    for name, role in (
        ("leader", "rundbord_unit"),
        ("mother", "rundbord_family"),
        ("administrator", "rundbord_oversight"),
    ):
        async with acting(living, name, role) as one:
            with pytest.raises(asyncpg.InsufficientPrivilegeError):
                await one.execute(look)
    async with acting(living, "administrator", "rundbord_oversight") as one:
        assert await one.fetchval("select count(*) from emergency_access") == 0


async def judging(world: World, name: str) -> set[UUID]:
    """The emergencies that wait for somebody to judge them, as their first page lists them."""
    async with world.api.read(world.north.who(name), "test.tasks") as tx:
        return {one.id for one in await tasks_of_office(tx) if one.kind == "emergency"}


async def test_who_answers_for_it_judges_it_each_once_and_nobody_their_own(living: World) -> None:
    town = living.north
    await forget_attempts(living)
    row = await opened(living, "child", hours=2)
    assert row is not None
    for name, asked in (("leader", True), ("dpo", True), ("daycare_leader", False), ("psychologist", False)):
        assert (row.id in await judging(living, name)) is asked, name
    for name, justified in (("leader", False), ("dpo", True)):
        async with living.api.write(town.who(name), "test.review") as tx:
            await review_emergency(tx, row.id, justified, "Barnet havde en klasselærer på arbejde.")
        async with living.api.write(town.who(name), "test.review") as tx:
            with pytest.raises(UserError) as refused:
                await review_emergency(tx, row.id, True, "Det mener jeg alligevel ikke.")
            assert refused.value.code is ErrorCode.CONFLICT
    for name in ("leader", "dpo"):
        assert row.id not in await judging(living, name), name
    async with living.api.read(town.who("dpo"), "test.read") as tx:
        said = await store.reviews(tx, row)
        assert [(one.capacity, one.justified) for one in said] == [("leader", False), ("dpo", True)]
        assert await store.words_of(tx, row) == WHY
    for name in ("daycare_leader", "psychologist", "teacher"):
        async with living.api.write(town.who(name), "test.review") as tx:
            with pytest.raises(UserError) as refused:
                await review_emergency(tx, row.id, True, "Det ser rigtigt ud for mig.")
            assert refused.value.code in (ErrorCode.NOT_FOUND, ErrorCode.FORBIDDEN), name
    await employ(living, "both", "Bodil Beggeprøve", "school", "school_leader", "leader")
    town.sessions["both_at_work"] = await open_session(
        living.worker, town.tenant, town.id("both"), Capacity.PROFESSIONAL
    )
    own = await opened(living, "neighbour", by="both_at_work", hours=1)
    assert own is not None
    assert own.id in await judging(living, "leader")
    assert own.id not in await judging(living, "both")
    async with living.api.write(town.who("both"), "test.review") as tx:
        with pytest.raises(UserError) as refused:
            await review_emergency(tx, own.id, True, "Det var da i orden af mig.")
        assert refused.value.message_key == "emergency_access.own"


async def test_a_family_sees_who_and_which_kind_of_reason_and_not_the_words(living: World) -> None:
    town = living.north
    async with living.api.read(town.who("mother"), "test.read") as tx:
        rows = await store.of_child(tx, town.id("child"))
        assert [(row.person_id, row.category) for row in rows] == [(town.id("psychologist"), "acute_care")]
        reasons = {one.reason for one in await onlookers.who_can_see(tx, town.id("child"))}
        assert "emergency" in reasons
    async with acting(living, "mother", "rundbord_family") as one:
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await one.fetch("select sealed from emergency_access")
    async with living.api.read(town.who("other_mother"), "test.read") as tx:
        assert await store.of_child(tx, town.id("child")) == []


async def test_what_was_opened_for_a_suspicion_of_violence_is_kept_from_the_family_with_every_look(
    living: World,
) -> None:
    """Trap 9."""
    town = living.north
    await forget_attempts(living)
    await living.advance(9 * 3600)
    who, child = town.who("other_mother"), town.id("neighbour")

    async def known() -> tuple[int, int, int]:
        async with living.api.read(who, "test.read") as tx:
            looks = await onlookers.access_events(tx, child, first=100)
            mine = [one for one in looks.items if one.actor_id == town.id("psychologist")]
            seen = await onlookers.who_can_see(tx, child)
            return (
                len(await store.of_child(tx, child)),
                len(mine),
                sum(one.reason == "emergency" and one.person_id == town.id("psychologist") for one in seen),
            )

    before = await known()
    assert await opened(living, category="violence") is not None
    assert await sees(living, "psychologist", "neighbour")
    assert await known() == before
    async with living.api.read(town.who("leader"), "test.read") as tx:
        assert any(one.category == "violence" for one in await store.of_child(tx, child))
