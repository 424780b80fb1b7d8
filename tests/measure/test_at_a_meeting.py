"""Level 5: the outcome of the involving network meeting begins the assessment in the same transaction (RA-16, RA-24, RA-26)."""

from datetime import timedelta
from uuid import UUID

from services.core.calendar import local_day
from services.core.identity import DossierId
from services.core.meeting import store as meetings
from services.core.meeting.calling import CallMeeting, call_meeting
from services.core.meeting.concluding import ConcludeMeeting, conclude_meeting
from services.core.meeting.invitees import Choice
from services.core.meeting.taking_place import HoldMeeting, hold_meeting
from services.core.perspective.recording import RecordPerspective, record_perspective
from services.core.process import store
from services.core.process.store import ProcessRow
from tests.builders.world import Town, World
from tests.measure.acting import ADVISER, CHILD, HOLDER, begun, deadlines, opened, told

TYPE = "inddragende_netvaerksmoede"


async def concluded_with(living: World, town: Town, outcome: str) -> tuple[UUID, list[ProcessRow]]:
    """The adviser calls, holds and concludes a level 5 meeting in eight days."""
    problem = await opened(living, town)
    away = "Er ikke relevant nu"
    async with living.api.write(town.who(ADVISER), "test.call") as tx:
        row = await call_meeting(
            tx,
            CallMeeting(
                child=town.id(CHILD),
                type=TYPE,
                starts_at=tx.now + timedelta(days=8),
                place="Familiecentret",
                problem=problem.id,
                choices=(
                    Choice("adviser", person=town.id(ADVISER)),
                    *(
                        Choice(role, leave_out_reason=away)
                        for role in ("child", "network", "leader", "staff")
                    ),
                ),
                reason="Haster",
            ),
        )
    await living.advance(9 * 86400)
    async with living.api.write(town.who(ADVISER), "test.hold") as tx:
        known = await meetings.meeting(tx, row.id)
        circle = await meetings.participants(tx, row.id)
        came = tuple(one.id for one in circle if one.status == "invited")
        await hold_meeting(tx, HoldMeeting(row.id, came, known.version))
        for whose in ("child", "parent"):
            await record_perspective(tx, RecordPerspective(row.id, whose, False, attempts="Var syg"))
    async with living.api.write(town.who(ADVISER), "test.conclude") as tx:
        known = await meetings.meeting(tx, row.id)
        await conclude_meeting(tx, ConcludeMeeting(row.id, outcome, known.version, reason="Behov for hjælp"))
    return row.id, await processes(living, town, row.dossier_id)


async def processes(living: World, town: Town, dossier: DossierId) -> list[ProcessRow]:
    async with living.api.read(town.who(ADVISER), "test.read") as tx:
        return await store.processes_of(tx, dossier)


async def test_RA_26_the_outcome_begins_the_assessment_from_when_the_need_was_known(living: World) -> None:
    town = living.north
    _, before = await concluded_with(living, town, "continue")
    assert before == [], "no other outcome begins it"
    meeting, (row,) = await concluded_with(living, town, "assessment")
    assert (row.key, row.meeting_id, row.ended_at) == ("assessment", meeting, None)
    async with living.api.read(town.who(ADVISER), "test.read") as tx:
        held = await meetings.meeting(tx, meeting)
    assert row.known_on < local_day(held.starts_at), "the problem came to level 5 before the meeting"
    (due,) = await deadlines(living, "process_id", row.id)
    assert (due["state"], due["person_id"]) == ("open", town.id(ADVISER))
    assert town.id(HOLDER) in await told(living, f"process:{row.id}:begun")
    async with living.api.read(town.who(HOLDER), "test.family") as tx:
        assert [one.id for one in await store.processes_of(tx, row.dossier_id)] == [row.id]


async def test_RA_26_decided_again_the_one_that_runs_runs_on(living: World) -> None:
    town = living.south
    problem = await opened(living, town)
    running = await begun(living, town, problem)
    _, (row,) = await concluded_with(living, town, "assessment")
    assert row == running
