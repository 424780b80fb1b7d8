"""The second meeting of its kind follows up the first: it has the form made for that, and is concluded by it."""

from datetime import timedelta
from uuid import UUID

from services.core.casework.service import load_case_of
from services.core.meeting import store as meetings
from services.core.meeting.calling import CallMeeting, call_meeting
from services.core.meeting.closing import form_needed
from services.core.meeting.concluding import meeting_facts
from services.core.meeting.invitees import Choice
from services.core.meeting.store import MeetingRow
from services.core.problem.service import OpenProblem, open_problem
from tests.builders.world import World


async def council(world: World, problem: UUID, days: int, previous: UUID | None = None) -> MeetingRow:
    """A council so many days ahead, called by the leader."""
    async with world.api.write(world.north.who("leader"), "test.call") as tx:
        return await call_meeting(
            tx,
            CallMeeting(
                child=world.north.id("child"),
                type="samraad",
                starts_at=tx.now + timedelta(days=days),
                place="Skolen",
                problem=problem,
                previous=previous,
                reason="Haster.",
                choices=(
                    Choice("staff", person=world.north.id("teacher")),
                    Choice("child", leave_out_reason="Spørges for sig."),
                ),
            ),
        )


async def test_the_first_and_the_second_have_forms_of_their_own(fjordby: World) -> None:
    async with fjordby.api.write(fjordby.north.who("leader"), "test.open") as tx:
        problem = await open_problem(tx, OpenProblem(fjordby.north.id("child"), "", "Uro"))
    first = await council(fjordby, problem.id, 20)
    second = await council(fjordby, problem.id, 60, first.id)
    found = []
    async with fjordby.api.read(fjordby.north.who("leader"), "test.facts") as tx:
        case = await load_case_of(tx, first.dossier_id)
        for row in (first, second):
            facts, form = await meeting_facts(tx, case, row), await meetings.form(tx, row.id)
            asked = form_needed(case.model, facts)
            found.append((facts.follows_up, form and form.form_key, asked and asked.key))
    assert found == [
        (False, "samraad_foerste", "samraad_foerste"),
        (True, "samraad_opfoelgning", "samraad_opfoelgning"),
    ]
