"""Offers: what the case gives ground for is offered, the family answers, and a declined offer is not pressed."""

from typing import Any
from uuid import UUID, uuid4

import asyncpg
import pytest

from services.core.casework.service import load_case
from services.core.errors import ErrorCode, UserError
from services.core.offer import store
from services.core.offer.service import (
    AnswerOffer,
    RecordOffer,
    answer_offer,
    fill_shared_plan,
    record_offer,
)
from services.core.offer.store import OfferRow
from tests.around.conftest import confirmed, told
from tests.builders.world import World


async def offered(world: World, child: str = "child", **more: Any) -> OfferRow:
    town = world.north
    await confirmed(world, town, child, ["complex_difficulties"])
    async with world.api.write(town.who("leader"), "test.offer") as tx:
        return await record_offer(tx, RecordOffer(town.id(child), "en_plan_complex", **more))


async def refused(world: World, who: str, command: RecordOffer | AnswerOffer) -> UserError:
    async with world.api.write(world.north.who(who), "test.refused") as tx:
        asked = record_offer(tx, command) if isinstance(command, RecordOffer) else answer_offer(tx, command)
        with pytest.raises(UserError) as found:
            await asked
    return found.value


async def test_SL_11_without_ground_nothing_is_offered(slagelse: World) -> None:
    town = slagelse.north
    error = await refused(slagelse, "leader", RecordOffer(town.id("sibling"), "en_plan_complex"))
    assert (error.code, error.text("da")[:7]) == (ErrorCode.RULE_BLOCKED, "Modelle")
    error = await refused(slagelse, "leader", RecordOffer(town.id("sibling"), "made_up"))
    assert (error.code, error.message_key) == (ErrorCode.INVALID_INPUT, "offer.unknown")


async def test_SL_11_the_family_is_told_and_answers_and_the_plan_is_made_with_it(slagelse: World) -> None:
    town = slagelse.north
    row = await offered(slagelse)
    assert (row.state, row.version) == ("offered", 1)
    assert await told(slagelse, f"offer:{row.id}") == {town.id("mother"), town.id("father")}
    async with slagelse.api.write(town.who("leader"), "test.plan") as tx:
        with pytest.raises(UserError) as early:
            await fill_shared_plan(tx, row.id, {"goals": "Fred om morgenen"}, 0)
        assert (early.value.message_key, early.value.rule_id) == ("offer.not_accepted", "SL-11")
    async with slagelse.api.write(town.who("mother"), "test.answer") as tx:
        row = await answer_offer(tx, AnswerOffer(row.id, True, row.version))
    assert (row.state, row.answered_by, row.recorded_by) == ("accepted", town.id("mother"), None)
    assert await told(slagelse, f"offer-answer:{row.id}") == {town.id("leader")}
    async with slagelse.api.write(town.who("leader"), "test.plan") as tx:
        await fill_shared_plan(tx, row.id, {"goals": "Fred om morgenen"}, 0)
        with pytest.raises(UserError) as stale:
            await fill_shared_plan(tx, row.id, {"goals": "Andet"}, 0)
        assert stale.value.code is ErrorCode.CONFLICT
        with pytest.raises(UserError) as twice:
            await fill_shared_plan(tx, row.id, {"answer": "accepted"}, 1)
        assert twice.value.message_key == "form.bad_value", "the answer is known and not asked for again"
        await fill_shared_plan(tx, row.id, {"decisions": "Lektier på skolen"}, 1)
    for reader in ("mother", "father"):
        async with slagelse.api.read(town.who(reader), "test.read") as tx:
            plan = await store.plan_of(tx, row.id)
            assert plan is not None
            assert await store.plan_values(tx, plan) == {
                "goals": "Fred om morgenen",
                "decisions": "Lektier på skolen",
            }


async def test_SL_25_refusal_is_recorded_and_nobody_presses_it_but_the_family_can_take_it_up(
    slagelse: World,
) -> None:
    town = slagelse.south
    await confirmed(slagelse, town, "child", ["complex_difficulties"])
    command = RecordOffer(town.id("child"), "en_plan_complex", accepted=False, how="Mor, i telefonen")
    async with slagelse.api.write(town.who("leader"), "test.offer") as tx:
        row = await record_offer(tx, command)
        assert (row.state, row.recorded_by, row.answered_by) == ("declined", town.id("leader"), None)
        assert await store.how_told(tx, row) == "Mor, i telefonen"
    async with slagelse.api.write(town.who("leader"), "test.again") as tx:
        with pytest.raises(UserError) as pressed:
            await record_offer(tx, RecordOffer(town.id("child"), "en_plan_complex"))
        assert (pressed.value.code, pressed.value.rule_id) == (ErrorCode.RULE_BLOCKED, "SL-11")
        assert "ikke igen" in pressed.value.text("da")
        case = await load_case(tx, town.id("child"))
        assert [(one.key, one.accepted) for one in case.facts.offers] == [("en_plan_complex", False)]
    async with slagelse.api.write(town.who("father"), "test.take-up") as tx:
        row = await answer_offer(tx, AnswerOffer(row.id, True, row.version))
    assert (row.state, row.recorded_by) == ("accepted", None)


async def test_SL_25_an_answer_that_was_told_says_how(slagelse: World) -> None:
    town = slagelse.north
    row = await offered(slagelse, "sibling")
    error = await refused(slagelse, "leader", AnswerOffer(row.id, True, row.version))
    assert error.message_key == "offer.how_missing"
    error = await refused(slagelse, "mother", AnswerOffer(row.id, True, row.version + 3))
    assert error.code is ErrorCode.CONFLICT
    error = await refused(slagelse, "leader", RecordOffer(town.id("sibling"), "en_plan_complex"))
    assert error.message_key == "offer.made_already"
    for stranger in ("other_mother", "health_visitor", "psychologist"):
        assert (await refused(slagelse, stranger, AnswerOffer(row.id, True, 1, "x"))).code is (
            ErrorCode.NOT_FOUND
        )
    assert (await refused(slagelse, "leader", AnswerOffer(uuid4(), True, 1))).code is ErrorCode.NOT_FOUND


async def test_the_database_lets_nobody_answer_in_anothers_name(slagelse: World) -> None:
    town = slagelse.north
    row = await offered(slagelse, "neighbour")
    for who, change in (
        ("other_mother", "state = 'accepted', answered_at = business_now(), answered_by = $2"),
        ("leader", "state = 'accepted', answered_at = business_now(), answered_by = $2"),
        ("other_mother", "sealed = '\\x00'"),
    ):
        arguments: list[UUID] = [row.id] + ([town.id("mother")] if "$2" in change else [])
        with pytest.raises((asyncpg.InsufficientPrivilegeError, asyncpg.CheckViolationError)):
            async with slagelse.api.write(town.who(who), "test.forge") as tx:
                await tx._connection.execute(f"update rundbord.offer set {change} where id = $1", *arguments)
