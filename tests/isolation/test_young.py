"""A young person logged in for themselves: nobody else's case is there, their own brother's or sister's included.

The whole list of operations, as `test_operations.py` has it; what they see of their own stands in `tests/meeting`.
"""

import pytest_asyncio

from services.core.identity import Capacity
from tests.builders.world import open_session
from tests.isolation.asking import Asking, Said, Who, alike
from tests.isolation.test_operations import ABSENT, OPERATIONS, marks_in, of_states, targets

OWN = "sibling"
"""Who asks: 17 years old, of the same mother as the `child`, and without a case."""
YOUNG = Who("north", OWN)


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def young(asking: Asking) -> Who:
    """A session of their own."""
    town, worker = asking.town("north"), asking.village.world.worker
    town.sessions[OWN] = await open_session(worker, town.tenant, town.id(OWN), Capacity.FAMILY)
    return YOUNG


async def test_nobody_elses_case_is_told_from_nothing(asking: Asking, young: Who) -> None:
    before, asked = await asking.state(), 0
    staff = asking.town("north").id("teacher")
    for operation in OPERATIONS:
        if not operation.slots:
            continue
        absent: dict[str, Said] = {}
        for town in ("north", "south"):
            for family, target in of_states(list(targets(asking, operation, town))):
                filled = operation.filled(family, target, staff)
                own_ids = [slot.path for slot in operation.slots if slot.kind != "person"]
                nothing = operation.with_ids(filled, dict.fromkeys(own_ids, ABSENT))
                said = await asking.graphql(young, operation.document, filled)
                key = repr(nothing)
                if key not in absent:
                    absent[key] = await asking.graphql(young, operation.document, nothing)
                what = f"{operation.name} of {town}'s {family.name} {operation.slots[0].kind} {target.state}"
                assert alike(said, absent[key], {}), (what, said.body, absent[key].body)
                assert said.codes <= {"UNAUTHENTICATED", "FORBIDDEN", "NOT_FOUND"}, (what, said.body)
                assert not marks_in(said), what
                asked += 1
    assert asked > 100
    changed = {name for name, sum_ in (await asking.state()).items() if before[name] != sum_}
    assert not changed
