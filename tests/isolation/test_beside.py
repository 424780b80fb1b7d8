"""Who sees one family for a while, or none at all: nobody else's case is there for them.

A young person logged in for themselves, their own brother's or sister's case included; a stand-in while a delegation
of one child is in force; somebody in whose name an emergency runs. The whole list of operations, as
`test_operations.py` has it; what they see of the one they may see stands in `tests/meeting` and `tests/glass`.
"""

from datetime import timedelta
from typing import Final
from uuid import UUID

import pytest
import pytest_asyncio

from services.core.calendar.instants import local_day
from services.core.delegation.service import Delegate, delegate
from services.core.emergency_access.service import BreakGlass, break_glass
from services.core.identity import Capacity
from services.core.person import reading
from services.core.person.periods import record_employment
from services.core.person.service import NewStaff, record_staff
from tests.builders.world import Town, World, open_session
from tests.isolation.asking import Asking, Said, Who, alike
from tests.isolation.glass import NUMBERS
from tests.isolation.test_operations import ABSENT, OPERATIONS, marks_in, of_states, targets
from tests.isolation.village import FAMILIES, Family, Target

SEES: Final = {
    # 17 years old, of the same mother as the `child`, and without a case.
    "sibling": None,
    # Acts for the teacher, of this child alone.
    "stand_in": "child",
    # Has broken the glass.
    "on_duty": "toddler",
}
"""Who asks, and whom of the north they see."""
_COLLEAGUES: Final = {"teacher", "teacher2"}
"""Of one school, and of no family in common: what both may is what every colleague there may."""


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def beside(asking: Asking) -> World:
    """Sessions of their own, the delegation and the emergency in force."""
    world, town = asking.village.world, asking.town("north")
    town.sessions["sibling"] = await open_session(
        world.worker, town.tenant, town.id("sibling"), Capacity.FAMILY
    )
    for name in ("stand_in", "on_duty"):
        await _employ(world, town, name)
    async with world.api.write(town.who("teacher"), "test.delegate") as tx:
        day = local_day(tx.now)
        end = day + timedelta(days=6)
        await delegate(tx, Delegate(town.id("stand_in"), day, end, None, (town.id("child"),)))
    async with world.api.write(town.who("on_duty"), "test.break") as tx:
        assert (
            await break_glass(
                tx, BreakGlass("acute_care", "Barnet er alene på skadestuen", cpr=NUMBERS["toddler"])
            )
            is not None
        )
    return world


def _is_theirs(name: str, place: UUID | None, family: Family, target: Target) -> bool:
    """Whom they are said to see, the place where they work, and what every colleague may know."""
    colleague = place is not None and target.owners is not None and target.owners >= _COLLEAGUES
    return family.name == SEES[name] or target.id == place or colleague


async def _employ(world: World, town: Town, name: str) -> None:
    async with world.worker.write(town.system, "test.employ") as tx:
        told = NewStaff(
            source_key=f"staff-{name}",
            name=name,
            email=f"{name}@kommune.example",
            profession="class_teacher",
        )
        town.people.ids[name] = await record_staff(tx, told)
        since = tx.now - timedelta(days=100)
        await record_employment(tx, town.id(name), town.people.units["school"], "professional", since)
    town.sessions[name] = await open_session(world.worker, town.tenant, town.id(name), Capacity.PROFESSIONAL)


@pytest.mark.parametrize("name", SEES)
async def test_nobody_elses_case_is_told_from_nothing(asking: Asking, beside: World, name: str) -> None:
    who, before, asked = Who("north", name), await asking.state(), 0
    staff = asking.town("north").id("teacher")
    place = None if name == "sibling" else asking.town("north").people.units["school"]
    for operation in OPERATIONS:
        if not operation.slots:
            continue
        absent: dict[str, Said] = {}
        for town in ("north", "south"):
            for family, target in of_states(list(targets(asking, operation, town))):
                if town == "north" and _is_theirs(name, place, family, target):
                    continue
                filled = operation.filled(family, target, staff)
                own_ids = [slot.path for slot in operation.slots if slot.kind != "person"]
                nothing = operation.with_ids(filled, dict.fromkeys(own_ids, ABSENT))
                said = await asking.graphql(who, operation.document, filled)
                key = repr(nothing)
                if key not in absent:
                    absent[key] = await asking.graphql(who, operation.document, nothing)
                what = f"{operation.name} of {town}'s {family.name} {operation.slots[0].kind} {target.state}"
                assert alike(said, absent[key], {}), (what, said.body, absent[key].body)
                assert said.codes <= {"UNAUTHENTICATED", "FORBIDDEN", "NOT_FOUND"}, (what, said.body)
                assert not marks_in(said), what
                asked += 1
    assert asked > 100
    changed = {name for name, sum_ in (await asking.state()).items() if before[name] != sum_}
    assert not changed


@pytest.mark.parametrize("name", SEES)
async def test_they_see_whom_they_are_said_to_see(asking: Asking, beside: World, name: str) -> None:
    """Else the test above would ask for people who see nobody."""
    town = asking.town("north")
    async with beside.api.read(town.who(name), "test.sees") as tx:
        seen = {child for child in FAMILIES if await reading.child(tx, town.id(child)) is not None}
    assert seen == {SEES[name]} - {None}
