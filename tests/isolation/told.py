"""What the municipality's systems have told in each town of the village: an import that receives, and one that is checked.

They belong to no family; they are hung on each, since the tests go by families. Only the administrator knows of them.
"""

from typing import Final

from services.core.intake import service, working
from services.core.intake.records import Kind
from services.core.intake.source import FieldSource
from tests.builders.world import Town
from tests.isolation.village import Target, Village

KEEPER: Final = frozenset({"administrator"})


async def settle_told(village: Village) -> None:
    """Both towns."""
    for town in (village.world.north, village.world.south):
        await _one(village, town)


async def _one(village: Village, town: Town) -> None:
    world = village.world
    name = village.mark(town.slug, "told-of-staff", KEEPER)
    file = f"key;name;profession\nstaff-teacher;{name};class_teacher\nm-2;x;unknown\n"
    async with world.api.write(town.who("administrator"), "test.bring") as tx:
        brought = await service.receive_file(tx, "village", Kind.STAFF, file.encode(), snapshot=False)
    await working.go_on(world.worker, town.system)
    async with world.api.write(town.who("administrator"), "test.begin") as tx:
        begun = await service.begin(tx, "village", [Kind.STAFF], snapshot=False)
        begun = await service.receive(tx, begun, FieldSource([(Kind.STAFF, {"key": "m-3", "name": "x"})]))
    checked = brought.version + 1
    for family in village.families.values():
        if family.town == town.slug:
            family.add("intake", Target(begun.id, begun.version, state="receiving", owners=KEEPER))
            family.add("intake", Target(brought.id, checked, state="checked", owners=KEEPER))
