"""Whoever the model keeps something from learns nothing of it, byte for byte, by any way that leads out of the system."""

from services.core.problem import store as problems
from tests.builders.world import World
from tests.isolation.asking import Asking, Who
from tests.shields.cases import FACT, confirm, known_family, log_of, open_one, view

MOTHER, FATHER, LEADER = (Who("north", name) for name in ("mother", "father", "leader"))


async def test_a_problem_that_is_kept_away_is_as_if_it_were_not(asking: Asking, living: World) -> None:
    town = living.north
    known = await open_one(living)
    family = known_family(living, "child", known)
    before = {who: await view(asking, who, family) for who in (MOTHER, FATHER, LEADER)}
    logged = await log_of(asking, MOTHER, town.id("child"))
    secret = await open_one(living)
    assert await view(asking, MOTHER, family) != before[MOTHER], "the probe sees nothing of the new problem"
    await confirm(living, secret.problem, FACT)
    for who in (MOTHER, FATHER):
        after = await view(asking, who, family)
        assert {name for name in after if after[name] != before[who][name]} == set()
    assert await log_of(asking, MOTHER, town.id("child")) == logged
    assert await view(asking, LEADER, family) != before[LEADER]
    async with living.api.read(town.who("leader"), "test.read") as tx:
        assert (await problems.problem(tx, secret.problem)).id == secret.problem
