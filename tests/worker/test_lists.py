"""Closed worlds: the lists of the code and the checks of the database are the same lists."""

import re
from enum import StrEnum

import pytest

from services.core.message.kinds import Channel, MessageKind, MessageState, Reason
from services.core.message.retry import FailureKind, Stage
from services.core.sweep.kinds import SweepKind
from tests.builders.world import World

LISTS: dict[tuple[str, str], type[StrEnum]] = {
    ("message", "kind"): MessageKind,
    ("message", "channel"): Channel,
    ("message", "state"): MessageState,
    ("message", "reason"): Reason,
    ("delivery_attempt", "failure"): FailureKind,
    ("delivery_attempt", "stage"): Stage,
    ("sweep_run", "sweep"): SweepKind,
}


@pytest.mark.parametrize(("table", "column"), LISTS)
async def test_the_database_knows_the_same_list(world: World, table: str, column: str) -> None:
    async with world.behind_the_walls() as db:
        check = await db.fetchval(
            "select pg_get_constraintdef(oid) from pg_constraint where conname = $1",
            f"{table}_{column}_check",
        )
    assert set(re.findall(r"'([a-z_]+)'::text", check)) == {member.value for member in LISTS[table, column]}
