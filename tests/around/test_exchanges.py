"""Exchanges without consent: counted for each child and basis, refused beyond it, and shown to the family."""

import asyncio
from datetime import timedelta

import pytest

from services.core.calendar.instants import local_day
from services.core.errors import ErrorCode, UserError
from services.core.exchange import store
from services.core.exchange.service import RecordExchange, record_exchange
from services.core.exchange.store import ExchangeRow
from tests.around.conftest import confirmed, told
from tests.around.steps import exchanged, refusal
from tests.builders.world import World


async def test_it_is_counted_and_one_more_takes_a_special_reason(fjordby: World) -> None:
    town = fjordby.north
    for number in (1, 2):
        row = await exchanged(fjordby, town, "child", "early")
        assert (row.special, row.told) == (False, True), number
    blocked = await refusal(fjordby, town, "child", "early")
    assert (blocked.code, blocked.field) == (ErrorCode.RULE_BLOCKED, ("input", "specialReason"))
    assert "Serviceloven § 49 a" in (blocked.legal_basis or "")
    row = await exchanged(fjordby, town, "child", "early", "Ny bekymring samme uge")
    assert row.special
    assert (await refusal(fjordby, town, "child", "early", "Endnu en")).code is ErrorCode.RULE_BLOCKED
    async with fjordby.api.read(town.who("leader"), "test.read") as tx:
        assert await store.used(tx, town.id("child")) == {"early": 3}
        assert await store.used(tx, town.id("sibling")) == {}
        details = await store.details(tx, row)
        assert (details.with_whom, details.special_reason) == ("Sundhedsplejersken", "Ny bekymring samme uge")


async def test_two_at_the_same_moment_do_not_pass_the_count(fjordby: World) -> None:
    town = fjordby.north
    await exchanged(fjordby, town, "sibling", "early")
    found = await asyncio.gather(
        *(exchanged(fjordby, town, "sibling", "early") for _ in range(3)), return_exceptions=True
    )
    made = [one for one in found if isinstance(one, ExchangeRow)]
    assert len(made) == 1
    assert all(isinstance(one, ExchangeRow | UserError) for one in found), found


async def test_the_family_is_told_and_sees_it(fjordby: World) -> None:
    town = fjordby.south
    row = await exchanged(fjordby, town, "child", "early")
    assert await told(fjordby, f"exchange:{row.id}") == {town.id("mother"), town.id("father")}
    async with fjordby.api.read(town.who("father"), "test.read") as tx:
        assert [one.id for one in await store.exchanges_of(tx, row.dossier_id)] == [row.id]


async def test_not_while_a_shield_keeps_them_from_being_told(fjordby: World) -> None:
    town = fjordby.south
    await confirmed(fjordby, town, "neighbour", ["abuse_by_close_relation"])
    row = await exchanged(fjordby, town, "neighbour", "early")
    assert not row.told
    assert await told(fjordby, f"exchange:{row.id}") == set()
    await confirmed(fjordby, town, "neighbour", [])
    async with fjordby.api.read(town.who("other_mother"), "test.read") as tx:
        assert await store.exchanges_of(tx, row.dossier_id) == []


async def test_what_is_wrong_is_told_at_its_field(fjordby: World) -> None:
    town = fjordby.south

    async with fjordby.api.write(town.who("leader"), "test.wrong") as tx:
        today = local_day(tx.now)
        for command, key in (
            (RecordExchange(town.id("sibling"), "made_up", "x", "y", today), "exchange.unknown"),
            (RecordExchange(town.id("sibling"), "early", " ", "y", today), "exchange.text_missing"),
            (RecordExchange(town.id("sibling"), "early", "x", "", today), "exchange.text_missing"),
            (
                RecordExchange(town.id("sibling"), "early", "x", "y", today + timedelta(days=1)),
                "exchange.in_the_future",
            ),
        ):
            with pytest.raises(UserError) as refused:
                await record_exchange(tx, command)
            assert refused.value.message_key == key
    async with fjordby.api.write(town.who("other_mother"), "test.family") as tx:
        with pytest.raises(UserError) as family:
            await record_exchange(tx, RecordExchange(town.id("neighbour"), "early", "x", "y", today))
        assert family.value.code is ErrorCode.FORBIDDEN
