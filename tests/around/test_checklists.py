"""What is gone through when a case begins: in its order, by whom, and seen by no family."""

import asyncpg
import pytest

from services.core.checklist import store
from services.core.checklist.service import tick_item
from services.core.errors import ErrorCode, UserError
from services.core.person.periods import record_relation
from tests.builders.world import World

ORDER = ["involve", "open", "contact", "network"]


async def test_SL_24_a_case_starts_from_the_familys_involvement_step_by_step(slagelse: World) -> None:
    town = slagelse.north  # the neighbour has an adviser: an active case
    async with slagelse.api.write(town.who("adviser"), "test.tick") as tx:
        with pytest.raises(UserError) as early:
            await tick_item(tx, town.id("neighbour"), "case_start", "contact")
        assert (early.value.code, early.value.rule_id) == (ErrorCode.RULE_BLOCKED, "SL-24")
        assert "inddraget" in early.value.text("da"), "it names the step whose turn it is"
    for item in ORDER:
        async with slagelse.api.write(town.who("adviser"), "test.tick") as tx:
            dossier = await tick_item(tx, town.id("neighbour"), "case_start", item)
    async with slagelse.api.read(town.who("leader"), "test.read") as tx:
        ticks = await store.ticks_of(tx, dossier)
    assert [tick.item_key for tick in ticks] == ORDER
    assert {tick.ticked_by for tick in ticks} == {town.id("adviser")}
    async with slagelse.api.write(town.who("adviser"), "test.twice") as tx:
        with pytest.raises(UserError) as twice:
            await tick_item(tx, town.id("neighbour"), "case_start", "involve")
    assert twice.value.code is ErrorCode.RULE_BLOCKED
    async with slagelse.api.write(town.who("adviser"), "test.unknown") as tx:
        for checklist, item in (("made_up", "involve"), ("case_start", "made_up")):
            with pytest.raises(UserError) as unknown:
                await tick_item(tx, town.id("neighbour"), checklist, item)
            assert unknown.value.code is ErrorCode.INVALID_INPUT


async def test_SL_24_without_an_active_case_there_is_nothing_to_tick(slagelse: World) -> None:
    town = slagelse.north
    async with slagelse.api.write(town.who("leader"), "test.tick") as tx:
        with pytest.raises(UserError) as refused:
            await tick_item(tx, town.id("child"), "case_start", "involve")
    assert refused.value.code is ErrorCode.RULE_BLOCKED
    async with slagelse.worker.write(town.system, "test.adviser") as tx:
        await record_relation(tx, town.id("child"), town.id("adviser"), "adviser", tx.now)
    async with slagelse.api.write(town.who("leader"), "test.tick") as tx:
        await tick_item(tx, town.id("child"), "case_start", "involve")


async def test_no_family_has_a_privilege_on_it(slagelse: World) -> None:
    town = slagelse.north
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        async with slagelse.api.read(town.who("other_mother"), "test.read") as tx:
            await tx.many(store.TICKS_OF_DOSSIER, dossier_id=town.id("neighbour"))
