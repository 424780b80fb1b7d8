"""Whom a plan proposes for a role that anyone can have: those who work with families, and nobody else."""

from services.core.casework.service import load_case
from services.core.meeting.calling import plan_for
from services.core.meeting.candidates import candidates
from tests.builders.world import World
from tests.meeting.steps import TYPE


async def test_who_administers_or_oversees_is_nobody_s_partner(world: World) -> None:
    town = world.north
    async with world.api.read(town.who("leader"), "test.read") as tx:
        case = await load_case(tx, town.id("child"))
        plan = await plan_for(tx, case, TYPE, tx.now)
        found = {one.role: await candidates(tx, case, one) for one in plan.participants}
    people = {role: {*one.near, *one.others} for role, one in found.items()}
    assert {town.id("psychologist"), town.id("adviser"), town.id("teacher")} <= people["partner"]
    for role, able in people.items():
        assert not able & {town.id(name) for name in ("administrator", "dpo", "auditor")}, role
