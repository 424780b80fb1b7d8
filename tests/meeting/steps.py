"""A meeting that many a test begins with."""

from datetime import timedelta
from uuid import UUID

from services.core.meeting.calling import CallMeeting, call_meeting
from services.core.meeting.invitees import Choice
from services.core.problem.service import OpenProblem, open_problem
from tests.builders.world import World

TYPE = "netvaerksmoede_3"


async def called(living: World, child: str = "child") -> UUID:
    """A level 3 meeting in ten days, called by the leader."""
    town = living.north
    async with living.api.write(town.who("leader"), "test.open") as tx:
        problem = await open_problem(tx, OpenProblem(town.id(child), "institution", "Uro i frikvarterer"))
    async with living.api.write(town.who("leader"), "test.call") as tx:
        meeting = await call_meeting(
            tx,
            CallMeeting(
                child=town.id(child),
                type=TYPE,
                starts_at=tx.now + timedelta(days=14),
                place="Skolens mødelokale",
                problem=problem.id,
                choices=(
                    Choice("staff", person=town.id("teacher")),
                    Choice("psychologist", person=town.id("psychologist")),
                    Choice("network", name="Mormor"),
                ),
                reason="Det haster, og forældrene ønsker et fælles møde nu.",
            ),
        )
    return meeting.id
