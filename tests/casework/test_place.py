"""The kind of place where a child goes, whether it is private, and its district: rows, as the model's conditions ask."""

from datetime import date, timedelta

from services.core.casework.rules import variant_of
from services.core.identity import PersonId
from services.core.meeting.rules import plan_meeting
from services.core.person.details import PersonDetails
from services.core.person.periods import record_enrolment, record_relation
from services.core.person.service import NewPerson, record_person
from services.core.unit.service import record_unit
from tests.builders.world import World
from tests.casework.steps import looked_at


async def child_at(world: World, name: str, unit: str, kind: str = "", district: str = "") -> PersonId:
    """A child of eight at a place; a new one if a kind is named."""
    people = world.north.people
    async with world.worker.write(world.north.system, "test.child") as tx:
        if kind:
            people.units[unit] = await record_unit(
                tx, f"unit-{unit}", kind, unit, parent=people.units["area"], district=district
            )
        told = NewPerson(
            source_key=name, kind="subject", details=PersonDetails(name), born_on=date(2018, 3, 1)
        )
        person = people.ids[name] = await record_person(tx, told)
        await record_enrolment(tx, person, people.units[unit], tx.now - timedelta(days=30))
        await record_relation(tx, person, people.ids["teacher"], "class_teacher", tx.now - timedelta(days=30))
    return person


async def test_the_place_says_its_kind_whether_it_is_private_and_its_district(fjordby: World) -> None:
    async with fjordby.worker.write(fjordby.north.system, "test.area") as tx:
        await record_unit(tx, "unit-area", "centre", "Området", district="north")
    await child_at(fjordby, "private_pupil", "free_school", "free_school")
    await child_at(fjordby, "special_pupil", "special", "school", district="special_area")
    of_school = (await looked_at(fjordby, "leader", "child")).facts
    assert (of_school.unit_kind, of_school.private, of_school.district) == ("school", False, "north")
    private = await looked_at(fjordby, "teacher", "private_pupil")
    assert (private.facts.unit_kind, private.facts.private) == ("free_school", True)
    assert private.facts.district == "north", "a place without one has that of the place above it"
    special = await looked_at(fjordby, "teacher", "special_pupil")
    assert special.facts.district == "special_area"
    assert variant_of(special.model, special.facts) == "special"
    # The rule that a private institution has no municipal leader is decided by these rows alone.
    async with fjordby.api.read(fjordby.north.who("teacher"), "test.plan") as tx:
        planned = plan_meeting(private.model, private.facts, "samraad", tx.now + timedelta(days=40), tx.now)
        own = plan_meeting(special.model, special.facts, "samraad", tx.now + timedelta(days=40), tx.now)
    assert planned.convener is not None
    assert own.convener is not None
    assert (planned.convener.roles, own.convener.roles) == (("psychologist",), ("leader",))


async def test_a_district_told_anew_moves_the_place(fjordby: World) -> None:
    await child_at(fjordby, "moved_pupil", "moving", "school", district="special_area")
    async with fjordby.worker.write(fjordby.north.system, "test.move") as tx:
        area = fjordby.north.people.units["area"]
        await record_unit(tx, "unit-moving", "school", "moving", parent=area, district="north")
    assert (await looked_at(fjordby, "teacher", "moved_pupil")).facts.district == "north"
