"""The same in Slagelse, where the law allows it once, and in special cases once more."""

from services.core.errors import ErrorCode
from tests.around.steps import exchanged, refusal
from tests.builders.world import World


async def test_once_and_in_special_cases_once_more(slagelse: World) -> None:
    town = slagelse.north
    assert not (await exchanged(slagelse, town, "child", "early_prevention")).special
    assert (await refusal(slagelse, town, "child", "early_prevention")).code is ErrorCode.RULE_BLOCKED
    assert (await exchanged(slagelse, town, "child", "early_prevention", "Særligt tilfælde")).special
    assert (await refusal(slagelse, town, "child", "early_prevention", "Igen")).code is ErrorCode.RULE_BLOCKED
