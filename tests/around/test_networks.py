"""Networks about a family: named in their parts, seen by the family, evaluated in time; supported, never enforced."""

from datetime import timedelta
from uuid import UUID

import pytest

from services.core.calendar.instants import local_day
from services.core.casework.service import load_case
from services.core.deadline.service import deadlines_of_case
from services.core.errors import ErrorCode, UserError
from services.core.network import store
from services.core.network.service import (
    NetworkParts,
    adjust_network,
    evaluate_network,
    form_network,
    lacks,
)
from services.core.network.store import NetworkRow
from services.core.sweep.kinds import SweepKind
from services.core.sweep.service import run_sweep
from tests.around.conftest import confirmed, told
from tests.builders.world import Town, World

KEY = "relevant_network"


def parts(town: Town, bearing: str = "teacher", contact: str = "teacher") -> NetworkParts:
    return NetworkParts(town.id(bearing), town.id(contact), ("sprog", "familieterapi"), ("children_family",))


async def formed(world: World, town: Town, child: str, wanted: NetworkParts) -> NetworkRow:
    await confirmed(world, town, child, ["special_school"])
    async with world.api.write(town.who("leader"), "test.form") as tx:
        return await form_network(tx, town.id(child), KEY, wanted)


async def due(world: World, town: Town, row: NetworkRow) -> list[tuple[str, UUID | None]]:
    async with world.api.read(town.who("leader"), "test.due") as tx:
        rows = await deadlines_of_case(tx, row.dossier_id)
    return [(one.state, one.person_id) for one in rows if one.key == f"evaluate:{KEY}"]


async def test_SL_27_a_network_is_made_for_whom_the_model_says_and_for_nobody_else(slagelse: World) -> None:
    town = slagelse.south
    async with slagelse.api.write(town.who("leader"), "test.form") as tx:
        with pytest.raises(UserError) as outside:
            await form_network(tx, town.id("child"), KEY, parts(town))
        assert (outside.value.code, outside.value.rule_id) == (ErrorCode.RULE_BLOCKED, "SL-27")
        with pytest.raises(UserError) as unknown:
            await form_network(tx, town.id("child"), "made_up", parts(town))
        assert unknown.value.message_key == "network.unknown"


async def test_SL_15_what_it_lacks_is_advice(slagelse: World) -> None:
    town = slagelse.south
    row = await formed(slagelse, town, "sibling", NetworkParts())
    async with slagelse.api.read(town.who("leader"), "test.lacks") as tx:
        case = await load_case(tx, town.id("sibling"))
        found = await lacks(tx, case, row)
    assert [one.key for one in found] == ["bearing_force", "competences", "contact_person"]
    assert "SL-15" in found[0].also


async def test_SL_27_it_names_who_bears_it_and_both_and_the_family_learn_of_it(slagelse: World) -> None:
    town = slagelse.north
    row = await formed(slagelse, town, "child", parts(town))
    assert await told(slagelse, f"network:{row.id}") == {
        town.id("teacher"),
        town.id("mother"),
        town.id("father"),
    }
    async with slagelse.api.read(town.who("mother"), "test.read") as tx:
        (seen,) = await store.networks_of(tx, row.dossier_id)
        assert (seen.bearing_force_id, seen.contact_person_id) == (town.id("teacher"), town.id("teacher"))
        assert await store.competences(tx, seen) == ("sprog", "familieterapi")
    async with slagelse.api.write(town.who("leader"), "test.twice") as tx:
        with pytest.raises(UserError) as twice:
            await form_network(tx, town.id("child"), KEY, parts(town))
    assert twice.value.code is ErrorCode.CONFLICT
    for wrong in ("psychologist", "mother", "health_visitor"):
        async with slagelse.api.write(town.who("leader"), "test.adjust") as tx:
            with pytest.raises(UserError) as blind:
                await adjust_network(tx, row.id, parts(town, bearing=wrong), row.version)
            assert blind.value.message_key == "network.does_not_see", wrong
    async with slagelse.api.write(town.who("leader"), "test.adjust") as tx:
        with pytest.raises(UserError) as unknown:
            await adjust_network(tx, row.id, NetworkParts(services=("made_up",)), row.version)
        assert unknown.value.message_key == "network.unknown_service"
        changed = await adjust_network(tx, row.id, parts(town, bearing="leader"), row.version)
        with pytest.raises(UserError) as stale:
            await adjust_network(tx, row.id, parts(town), row.version)
        assert stale.value.code is ErrorCode.CONFLICT
    assert changed.bearing_force_id == town.id("leader")
    states = await due(slagelse, town, changed)
    assert ("open", town.id("leader")) in states, "who bears it now is the one reminded"
    assert ("open", town.id("teacher")) not in states


async def test_SL_18_the_family_says_whether_it_helped_and_nobody_else_of_it_reads_that(
    slagelse: World,
) -> None:
    town = slagelse.north
    await confirmed(slagelse, town, "toddler", ["special_school"], by="daycare_leader")
    async with slagelse.api.write(town.who("daycare_leader"), "test.form") as tx:
        network = await form_network(tx, town.id("toddler"), KEY, NetworkParts())
    async with slagelse.api.write(town.who("mother"), "test.say") as tx:
        with pytest.raises(UserError) as nothing:
            await evaluate_network(tx, network.id, {})
        assert nothing.value.message_key == "network.nothing_answered"
        with pytest.raises(UserError) as wrong:
            await evaluate_network(tx, network.id, {"helped": "11"})
        assert wrong.value.message_key == "form.bad_value"
        said = await evaluate_network(tx, network.id, {"helped": "8", "knew_whom": "true"})
        assert said.by_family
    async with slagelse.api.read(town.who("father"), "test.read") as tx:
        assert await store.evaluations(tx, network.id) == []
    async with slagelse.api.read(town.who("daycare_leader"), "test.read") as tx:
        (one,) = await store.evaluations(tx, network.id)
        assert (await store.evaluation_details(tx, one)).values["helped"] == "8"


async def test_SL_27_status_and_adjustment_are_due_every_half_year_and_reminded(slagelse: World) -> None:
    town = slagelse.south
    row = await formed(slagelse, town, "child", parts(town))
    assert await due(slagelse, town, row) == [("open", town.id("teacher"))]
    async with slagelse.api.write(town.who("leader"), "test.evaluate") as tx:
        with pytest.raises(UserError) as silent:
            await evaluate_network(tx, row.id, {"helped": "7"})
        assert silent.value.message_key == "network.status_missing"
        formed_on = local_day(tx.now)
    await slagelse.advance(int(timedelta(days=175).total_seconds()))
    await run_sweep(slagelse.worker, slagelse.key_dir, town.tenant, SweepKind.DEADLINES)
    async with slagelse.behind_the_walls() as connection:
        reminded = await connection.fetch(
            """select m.recipient_id from message m join deadline d on d.id = m.deadline_id
               where d.dossier_id = $1 and m.kind = 'deadline_reminder'""",
            row.dossier_id,
        )
    assert {one["recipient_id"] for one in reminded} == {town.id("teacher")}
    async with slagelse.api.write(town.who("leader"), "test.evaluate") as tx:
        await evaluate_network(tx, row.id, {"adjust": "Færre møder"}, "Det går bedre; færre møder.")
    assert sorted(await due(slagelse, town, row)) == [
        ("met", town.id("teacher")),
        ("open", town.id("teacher")),
    ]
    async with slagelse.api.read(town.who("leader"), "test.lacks") as tx:
        assert local_day(tx.now) > formed_on
        assert await lacks(tx, await load_case(tx, town.id("child")), row) == ()


@pytest.mark.parametrize("name", ["other_mother", "psychologist", "health_visitor"])
async def test_for_anyone_else_it_does_not_exist(slagelse: World, name: str) -> None:
    town = slagelse.north
    async with slagelse.behind_the_walls() as connection:
        network = await connection.fetchval(
            "select n.id from network n join casework c using (dossier_id) where c.child_id = $1",
            town.id("child"),
        )
    async with slagelse.api.write(town.who(name), "test.read") as tx:
        with pytest.raises(UserError) as refused:
            await evaluate_network(tx, network, {"helped": "1"})
    assert refused.value.code is ErrorCode.NOT_FOUND
