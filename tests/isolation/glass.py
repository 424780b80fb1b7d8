"""Of each family of the village: an emergency that is over, a delegation to come, what a holder asked to have corrected, and
who comes with them.
"""

from datetime import timedelta
from typing import Final

from services.core.access_request.service import AskForAccess, ask_for_access
from services.core.access_request.store import requests, words_of
from services.core.calendar import TenantCalendar
from services.core.calendar.instants import local_day
from services.core.delegation.service import Delegate, delegate
from services.core.emergency_access.service import BreakGlass, break_glass, end_emergency
from services.core.meeting.companions import BringCompanion, bring_companion
from services.core.person.circle import companions
from tests.builders.world import Town
from tests.isolation.village import FAMILIES, HOLDERS, Target, Village

STRANGERS: Final = {"child": "health_visitor", "neighbour": "psychologist", "toddler": "psychologist"}
"""Who breaks the glass: of none of the circle."""
NUMBERS: Final = {"child": "7101155000", "neighbour": "7301155002", "toddler": "7401155003"}
AWAY: Final = {
    # child: who will be away, who acts for them, and who leads the first
    "child": ("teacher", "teacher2", "leader"),
    "neighbour": ("teacher2", "teacher", "leader"),
    "toddler": ("pedagogue", "daycare_leader", "daycare_leader"),
}


async def settle_glass(village: Village) -> None:
    """Both towns."""
    for town in (village.world.north, village.world.south):
        for name in FAMILIES:
            await _emergency(village, town, name)
            await _delegation(village, town, name)
            await _request(village, town, name)
            await _companion(village, town, name)


async def read_requests(village: Village) -> None:
    """Note the names that the requests carry by now: also an operation that is tried makes one."""
    for town in (village.world.north, village.world.south):
        async with village.world.api.read(town.who("dpo"), "test.requests") as tx:
            for row in await requests(tx, 1000):
                told = await words_of(tx, row)
                village.requested |= {told.asker, told.subject}


async def _emergency(village: Village, town: Town, name: str) -> None:
    world, stranger = village.world, STRANGERS[name]
    few = frozenset({stranger, FAMILIES[name][0], "dpo"})
    words = village.mark(town.slug, f"{name}-emergency", few)
    async with world.api.write(town.who(stranger), "test.break") as tx:
        row = await break_glass(tx, BreakGlass("acute_care", words, cpr=NUMBERS[name]))
        assert row is not None
        await end_emergency(tx, row.id)
    village.families[town.slug, name].add("emergency", Target(row.id, owners=few))


async def _request(village: Village, town: Town, name: str) -> None:
    asker = HOLDERS[name][0]
    few = frozenset({asker, "dpo"})
    words = village.mark(town.slug, f"{name}-request", few)
    async with village.world.api.write(town.who(asker), "test.ask") as tx:
        asked = AskForAccess(town.id(name), "rectification", words)
        row = await ask_for_access(tx, asked, TenantCalendar())
    village.families[town.slug, name].add("access_request", Target(row.id, row.version, owners=few))


async def _companion(village: Village, town: Town, name: str) -> None:
    asker, family = HOLDERS[name][0], village.families[town.slug, name]
    words = village.mark(town.slug, f"{name}-companion", family.staff | {asker})
    meeting = next(one.id for one in family.targets["meeting"] if one.state == "planned")
    async with village.world.api.write(town.who(asker), "test.bring") as tx:
        await bring_companion(tx, BringCompanion(meeting, words, words, of_age=True, bound_to_secrecy=True))
        row = next(one for one in await companions(tx, meeting) if one.belongs_to == town.id(asker))
    family.add("companion", Target(row.id, row.version, owners=frozenset({asker})))


async def _delegation(village: Village, town: Town, name: str) -> None:
    away, acts, leads = AWAY[name]
    family = village.families[town.slug, name]
    async with village.world.api.write(town.who(away), "test.delegate") as tx:
        day = local_day(tx.now) + timedelta(days=900)
        asked = Delegate(town.id(acts), day, day, None, (town.id(name),))
        (row,) = await delegate(tx, asked)
    family.add("delegation", Target(row.id, owners=frozenset({away, acts, leads})))
    family.add("worker", Target(town.id(away), owners=frozenset({away, leads})))
