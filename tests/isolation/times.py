"""A circle of every family that is asked when it suits, of a meeting of its own: what is asked stands beside the rest."""

from collections.abc import Sequence
from datetime import timedelta

from services.core.calendar import local_day
from services.core.meeting import store as meetings
from services.core.scheduling import store
from services.core.scheduling.proposing import answer_times, propose
from tests.builders.world import Town
from tests.isolation.rows import Family, Target, Village


async def ask_when(village: Village, town: Town, family: Family, leads: str, holders: Sequence[str]) -> None:
    """Ask of the meeting whose agenda is sent; the first of the family says when."""
    world = village.world
    meeting = next(one.id for one in family.targets["meeting"] if one.state == "planned")
    async with world.api.write(town.who(leads), "test.propose") as tx:
        row = await meetings.meeting(tx, meeting)
        times = [row.starts_at + timedelta(days=days) for days in (1, 2)]
        answer_by = local_day(row.starts_at) - timedelta(days=2)
        proposal = await propose(tx, meeting, times, answer_by, row.version)
        asked = await store.times(tx, proposal.id)
    async with world.api.write(town.who(holders[0]), "test.say") as tx:
        await answer_times(tx, proposal.id, dict.fromkeys([one.id for one in asked], "fits"))
    family.add("time_proposal", Target(proposal.id, proposal.version))
    for one in asked:
        family.add("proposed_time", Target(one.id))
