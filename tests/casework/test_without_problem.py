"""A model without levels: what has been tried and who knows is so of the case, and no problem need be opened for it."""

from datetime import timedelta

from services.core.casework.service import load_case
from services.core.meeting.rules import plan_meeting
from services.core.problem import store as problems
from tests.builders.world import World
from tests.casework.steps import confirmed


async def test_RI_02_RI_11_what_is_so_of_the_case_counts_where_no_problem_is_opened(ringsted: World) -> None:
    async def lacks(type_key: str) -> bool:
        async with ringsted.api.read(ringsted.north.who("leader"), "test.plan") as tx:
            case = await load_case(tx, ringsted.north.id("child"))
            planned = plan_meeting(
                case.model, case.facts, type_key, tx.now + timedelta(days=40), tx.now, problem=None
            )
        assert case.facts.problems == ()
        return any(reason.rule in ("RI-02", "RI-11") for reason in (*planned.blocks, *planned.missing))

    assert await lacks("samarbejdsmoede")
    assert await lacks("professionelt_samarbejdsmoede")
    casework = await confirmed(ringsted, "leader", "child", "setting_adjusted", "parents_informed")
    assert not await lacks("samarbejdsmoede")
    assert not await lacks("professionelt_samarbejdsmoede")
    # Taken back, and it does not count any more; that it once did stays written.
    await confirmed(ringsted, "leader", "child", "setting_adjusted")
    assert not await lacks("samarbejdsmoede")
    assert await lacks("professionelt_samarbejdsmoede")
    async with ringsted.api.read(ringsted.north.who("leader"), "test.history") as tx:
        rows = await problems.confirmations_of_case(tx, casework.dossier_id)
        said = [(await problems.confirmed(tx, row)).facts for row in rows]
    assert said == [("parents_informed", "setting_adjusted"), ("setting_adjusted",)]
