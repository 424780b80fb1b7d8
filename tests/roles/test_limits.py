"""What the municipality's provider constrains is out of reach in the database itself."""

from datetime import timedelta
from uuid import uuid4

import pytest

from services.core.errors import UserError
from services.core.identity import Capacity
from services.core.meeting.calling import CallMeeting, call_meeting
from services.core.meeting.invitees import Choice
from services.core.person import reading
from services.core.person.periods import record_employment
from services.core.perspective.recording import RecordPerspective, record_perspective
from services.core.problem.service import MoveLevel, OpenProblem, move_level, open_problem
from services.core.report import store as reports
from services.core.underretning import store as underretninger
from services.core.underretning.service import RecordUnderretning, record_underretning
from tests.builders.world import World, open_session
from tests.roles.conftest import acting, limited, places

OF_THE_SCHOOL = ["Asta Prøve", "Bo Naboprøve", "Øjvind Prøve"]
EVERYONE = ["Aage Prøve", *OF_THE_SCHOOL]


async def children(world: World, name: str) -> list[str]:
    """Whom somebody sees, by name."""
    async with world.api.read(world.north.who(name), "test.children") as tx:
        return sorted(child.name for child in (await reading.children(tx)).items)


async def leads_all(world: World) -> None:
    """The administrator's colleague leads the whole area."""
    town = world.north
    if "head" not in town.sessions:
        person = town.people.ids["head"] = town.id("psychologist")
        async with world.worker.write(town.system, "test.employ") as tx:
            await record_employment(
                tx, person, town.people.units["area"], "leader", tx.now - timedelta(days=3)
            )
        town.sessions["head"] = await open_session(world.worker, town.tenant, person, Capacity.LEADER)


async def test_a_leader_sees_the_children_of_the_units_their_role_is_for(living: World) -> None:
    """Employed wider: the role decides. A unit counts with all below it."""
    await leads_all(living)
    assert await children(living, "head") == sorted(EVERYONE)
    for units, sees in (
        (("school",), OF_THE_SCHOOL),
        (("daycare",), ["Aage Prøve"]),
        (("school", "daycare"), EVERYONE),
        (("area",), EVERYONE),
        (("ppr",), []),
        ((), []),
    ):
        async with limited(living, "head", places(living, *units)):
            assert await children(living, "head") == sorted(sees), units
    assert await children(living, "head") == sorted(EVERYONE)


@pytest.mark.parametrize(("name", "unit", "sees"), [
    ("teacher", "school", ["Asta Prøve"]),
    ("teacher", "daycare", []),
    ("health_visitor", "daycare", ["Aage Prøve"]),
    ("health_visitor", "health", []),
    ("adviser", "school", ["Bo Naboprøve"]),
    ("adviser", "centre", []),
])  # fmt: skip
async def test_a_professional_sees_their_children_of_those_units(
    living: World, name: str, unit: str, sees: list[str]
) -> None:
    async with limited(living, name, places(living, unit)):
        assert await children(living, name) == sees


async def test_no_table_knows_a_way_around_the_limit(living: World) -> None:
    """Every table of the schema that holds something of a child, as raw SQL: whatever else lets the row be seen."""
    await leads_all(living)
    town = living.north
    async with living.api.write(town.who("head"), "test.open") as tx:
        for child in ("child", "toddler"):
            await open_problem(tx, OpenProblem(town.id(child), "home", "Uro"))
            # Its writer sees it whatever happens to their work with the child; but not past the limit.
            await record_underretning(tx, RecordUnderretning(town.id(child), "Jeg er bekymret."))
    async with living.behind_the_walls() as connection:
        tables = [
            (row["tablename"], "id" if row["tablename"] == "dossier" else "dossier_id")
            for row in await connection.fetch(
                "select tablename from pg_policies where policyname = 'within_units'"
            )
        ]
        within = {
            row["dossier_id"]
            for row in await connection.fetch(
                "select dossier_id from dossier_place where unit_id = $1", town.people.units["school"]
            )
        }
    assert len(tables) > 30
    assert within
    held = 0
    for name, role in (
        ("head", "rundbord_unit"),
        ("teacher", "rundbord_relation"),
        ("health_visitor", "rundbord_relation"),
    ):
        async with limited(living, name, places(living, "school")), acting(living, name, role) as connection:
            for table, column in tables:
                if not await connection.fetchval(
                    "select has_column_privilege(current_user, $1, $2, 'select')", f"rundbord.{table}", column
                ):
                    continue
                seen = {row[0] for row in await connection.fetch(f"select {column} from {table}")}
                assert seen - {None} <= within, (name, table)
                held += len(seen)
    assert held > 10, "a probe that sees nothing holds nothing"


async def test_what_a_level_of_sensitivity_leaves_closed_is_not_seen_but_ones_own_is(living: World) -> None:
    """Underretninger, what was told upwards, what others said at a meeting."""
    town = living.north
    async with living.api.write(town.who("teacher"), "test.tell") as tx:
        told = await record_underretning(tx, RecordUnderretning(town.id("child"), "Barnet er bange."))
    report = uuid4()
    async with living.behind_the_walls(town) as connection:
        await connection.execute(
            "insert into upward_report (tenant_id, id, report, model_version_id, written_by, written_at, addressed, content)"
            " select tenant_id, $2, 'x', id, $3, now(), '{leader}', '{}' from model_version where tenant_id = $1",
            town.tenant,
            report,
            town.id("teacher"),
        )
    async with living.api.write(town.who("leader"), "test.call") as tx:
        problem = await open_problem(tx, OpenProblem(town.id("child"), "institution", "Uro"))
        problem = await move_level(
            tx,
            MoveLevel(
                problem.id, 3, problem.version, reason="x", leader_involved=True, parents_involved=True
            ),
        )
        meeting = await call_meeting(
            tx,
            CallMeeting(
                child=town.id("child"),
                type="netvaerksmoede_3",
                starts_at=tx.now + timedelta(days=20),
                place="Skolen",
                problem=problem.id,
                choices=(
                    Choice("staff", person=town.id("teacher")),
                    Choice("psychologist", person=town.id("psychologist")),
                    Choice("network", name="Mormor"),
                ),
                reason="x",
            ),
        )
        own = await record_perspective(tx, RecordPerspective(meeting.id, "child", True, text="x"))
        mine = await record_underretning(tx, RecordUnderretning(town.id("child"), "Også jeg."))
    async with living.behind_the_walls() as connection:
        await connection.execute(
            "update perspective set recorded_by = $1 where id = $2", town.id("teacher"), own.id
        )

    async def seen() -> tuple[int, int, int, int]:
        async with acting(living, "leader", "rundbord_unit") as connection:
            counts = [
                await connection.fetchval(f"select count(*) from {table} where id = $1", row)
                for table, row in (
                    ("underretning", told.id), ("upward_report", report), ("perspective", own.id), ("underretning", mine.id),
                )
            ]  # fmt: skip
            return counts[0], counts[1], counts[2], counts[3]

    assert await seen() == (1, 1, 1, 1)
    for closed, sees in (
        (["underretning"], (0, 1, 1, 1)),
        (["upward_report", "perspective"], (1, 0, 0, 1)),
        (["perspective", "underretning", "upward_report"], (0, 0, 0, 1)),
    ):
        async with limited(living, "leader", {"closed": closed}):
            assert await seen() == sees
            async with living.api.read(town.who("leader"), "test.read") as reader:
                for area, ask in (
                    ("underretning", underretninger.underretning(reader, told.id)),
                    ("upward_report", reports.report(reader, report)),
                ):
                    if area in closed:
                        with pytest.raises(UserError):
                            await ask
                    else:
                        await ask


async def test_a_limit_is_of_the_capacity_it_was_given_for(living: World) -> None:
    """Two roles of one person are never added up, and neither are their limits."""
    town = living.north
    async with living.behind_the_walls() as connection:
        await connection.execute(
            "update session set limits = jsonb_build_object('adviser', jsonb_build_object('units', '[]'::jsonb))"
            " where person_id = $1",
            town.id("leader"),
        )
    assert await children(living, "leader") == sorted(OF_THE_SCHOOL)
