"""A box that an indicator counts: what the sealed form says of it is noted when the meeting is concluded (SL-07)."""

from datetime import UTC, datetime
from uuid import UUID, uuid4

import asyncpg
import pytest

from services.core.db.tx import new_id
from services.core.indicator.service import note_answers
from services.core.keys.seal import SealLabel
from services.core.meeting.events import MeetingConcluded
from services.core.meeting.store import FormDetails, MeetingDetails, Particulars
from services.core.problem.service import OpenProblem, open_problem
from services.core.reactions import indicators
from tests.builders.world import World

MEASURE = "field:se_ske.replaces"
AT = datetime(2026, 5, 12, 9, tzinfo=UTC)


async def concluded(
    towns: World, values: dict[str, str], form: str = "se_ske", grounds: tuple[str, ...] = ()
) -> UUID:
    """A concluded meeting of a child with a filled form, and the reaction to that; answers the meeting."""
    town, meeting, filled = towns.north, uuid4(), new_id()
    async with towns.api.write(town.who("leader"), "test.open") as tx:
        problem = await open_problem(tx, OpenProblem(town.id("child"), "", "Uro"))
        sealed = await tx.seal(SealLabel.FORM, problem.dossier_id, filled, FormDetails(values=values))
        said = MeetingDetails("Skolen", particulars=Particulars(grounds=grounds))
        called = await tx.seal(SealLabel.MEETING, problem.dossier_id, meeting, said)
    async with towns.behind_the_walls() as connection, connection.transaction():
        await connection.fetchval("select rundbord.begin_system($1)", town.tenant)
        version = await connection.fetchval(
            "select id from model_version where tenant_id = $1 limit 1", town.tenant
        )
        await connection.execute(
            """insert into meeting (tenant_id, id, dossier_id, problem_id, type, model_version_id, status, starts_at, ends_at,
                   convener_id, called_at, sealed)
               values ($1, $2, $3, $4, 'se_ske_moede', $5, 'concluded', $6, $6::timestamptz + interval '1 hour', $7, $6, $8)""",
            town.tenant, meeting, problem.dossier_id, problem.id, version, AT, town.id("leader"), called,
        )  # fmt: skip
        await connection.execute(
            """insert into form (tenant_id, id, dossier_id, meeting_id, form_key, model_version_id, completed_at, sealed)
               values ($1, $2, $3, $4, $5, $6, $7, $8)""",
            town.tenant, filled, problem.dossier_id, meeting, form, version, AT, sealed,
        )  # fmt: skip
    async with towns.api.write(town.who("leader"), "test.conclude") as tx:
        await indicators.note_what_is_counted(tx, MeetingConcluded(problem.dossier_id, meeting, 0))
    return meeting


async def noted(towns: World, meeting: UUID) -> list[str]:
    async with towns.behind_the_walls() as connection:
        rows = await connection.fetch("select measure from counted_answer where meeting_id = $1", meeting)
    return [row["measure"] for row in rows]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"replaces": "true", "see_happen": "x"}, [MEASURE]),
        ({"replaces": "false"}, []),
        ({"see_happen": "true"}, []),
        ({}, []),
    ],
)
async def test_SL_07_only_a_box_that_was_ticked_is_counted(
    towns: World, values: dict[str, str], expected: list[str]
) -> None:
    assert await noted(towns, await concluded(towns, values)) == expected


async def test_a_box_of_another_form_is_another_box(towns: World) -> None:
    assert await noted(towns, await concluded(towns, {"replaces": "true"}, form="netvaerk")) == []


async def test_nobody_reads_that_a_box_was_ticked(towns: World) -> None:
    meeting = await concluded(towns, {"replaces": "true"})
    for name in ("leader", "teacher", "administrator", "mother"):
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            async with towns.api.read(towns.north.who(name), "test.read") as tx:
                await tx._connection.fetch("select * from counted_answer where meeting_id = $1", meeting)


async def test_nobody_ticks_for_a_child_they_do_not_see(towns: World) -> None:
    town = towns.north
    meeting = await concluded(towns, {})
    async with towns.behind_the_walls() as connection:
        dossier = await connection.fetchval("select dossier_id from meeting where id = $1", meeting)
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        async with towns.api.write(town.who("psychologist"), "test.forge") as tx:
            await note_answers(tx, dossier, meeting, "se_ske", {"replaces": "true"}, town.model)


async def test_SL_20_an_event_that_strikes_the_family_is_counted_as_the_ground_it_was(towns: World) -> None:
    assert await noted(towns, await concluded(towns, {}, grounds=("family_event", "risks_coincide"))) == [
        "ground:family_event"
    ]
    assert await noted(towns, await concluded(towns, {}, grounds=("risks_coincide",))) == []
