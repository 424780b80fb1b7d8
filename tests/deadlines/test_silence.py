"""When nobody answers: who was asked is asked again, then it is a task of whoever asked, until an answer or the end of it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

import pytest
from asyncpg import InsufficientPrivilegeError

from services.core.calendar.instants import local_day
from services.core.consent import store as consents
from services.core.consent.service import ask_consent, decline_consent
from services.core.errors import ErrorCode, UserError
from services.core.keys.seal import SealLabel
from services.core.meeting import store as meetings
from services.core.meeting.deeds import say_done, take_back
from services.core.meeting.recording import MakeAgreement, close_agreement, make_agreement
from services.core.meeting.rescheduling import cancel_meeting, move_meeting
from services.core.meeting.store import AgreementRow, AgreementSaid
from services.core.meeting.taking_place import HoldMeeting, hold_meeting
from services.core.problem import store as problems
from services.core.problem.handover import OfferCoordinator, accept_coordinator, offer_coordinator
from tests.around.steps import consented
from tests.builders.meetings import comes
from tests.builders.world import World
from tests.deadlines.waiting import kinds_of, tasks_of, told, unsent, until, waiting
from tests.meeting.steps import called as called_by_leader


@dataclass(frozen=True)
class Asked:
    """Something that was asked: what waits for it, of whom, who takes it up; and how it is answered."""

    key: str
    awaits: UUID
    person: str
    follower: str
    kind: str
    answer: Callable[[], Awaitable[object]]


async def invitation(world: World) -> Asked:
    meeting = await called_by_leader(world)
    async with world.behind_the_walls() as db:
        place = await db.fetchval(
            "select id from participant where meeting_id = $1 and person_id = $2",
            meeting,
            world.north.id("mother"),
        )
    return Asked(
        "await_invitation",
        place,
        "mother",
        "leader",
        "silent_invitation",
        lambda: comes(world, world.north, "mother", meeting),
    )


async def offered_thread(world: World) -> Asked:
    town, meeting = world.north, await called_by_leader(world)
    async with world.api.write(town.who("leader"), "test.offer") as tx:
        row = await meetings.meeting(tx, meeting)
        assert row.problem_id is not None
        problem = await problems.problem(tx, row.problem_id)
        await offer_coordinator(tx, OfferCoordinator(problem.id, town.id("psychologist"), problem.version))
        places = await problems.coordinators_of(tx, problem)

    async def answer() -> None:
        async with world.api.write(town.who("psychologist"), "test.accept") as tx:
            now = await problems.problem(tx, problem.id)
            await accept_coordinator(tx, problem.id, now.version)

    place = next(one.id for one in places if one.pending_id == town.id("psychologist"))
    return Asked("await_coordinator", place, "psychologist", "leader", "silent_coordinator", answer)


async def agreement(world: World) -> Asked:
    made = await agreed(world, "teacher")

    async def answer() -> None:
        async with world.api.write(world.north.who("teacher"), "test.done") as tx:
            await close_agreement(tx, made.id, "done", made.version)

    return Asked("await_agreement", made.id, "teacher", "leader", "silent_agreement", answer)


async def agreed(world: World, who: str) -> AgreementRow:
    """What somebody is to do within a week, of a meeting that was held just now."""
    town, meeting = world.north, await called_by_leader(world)
    await comes(world, town, who, meeting)
    async with world.behind_the_walls() as db:
        starts_at = await db.fetchval("select ends_at from meeting where id = $1", meeting)
        place = await db.fetchval(
            "select id from participant where meeting_id = $1 and person_id = $2", meeting, town.id(who)
        )
    await until(world, starts_at)
    async with world.api.write(town.who("leader"), "test.hold") as tx:
        row = await meetings.meeting(tx, meeting)
        await hold_meeting(tx, HoldMeeting(meeting, (place,), row.version))
        return await make_agreement(
            tx, MakeAgreement(meeting, "Læsning hjemme", place, local_day(tx.now) + timedelta(days=7), True)
        )


async def test_a_question_of_consent_that_nobody_answers_is_a_task_of_the_asker(living: World) -> None:
    town = living.north
    await called_by_leader(living, "sibling")
    async with living.api.write(town.who("leader"), "test.ask") as tx:
        await ask_consent(tx, town.id("sibling"), "exchange", None)
    async with living.behind_the_walls() as db:
        row = await db.fetchrow(
            "select k.id, k.escalate_at from consent k join casework c on c.dossier_id = k.dossier_id"
            " where k.giver_id = $1 and k.purpose = 'exchange' and k.state = 'asked' and c.child_id = $2",
            town.id("mother"),
            town.id("sibling"),
        )

    assert row is not None
    consent, taken_up = row["id"], row["escalate_at"]

    async def silent() -> set[UUID | None]:
        return {
            one.person_id
            for one in await tasks_of(living, "leader")
            if one.kind == "silent_consent" and one.consent_id == consent
        }

    assert await silent() == set()
    await until(living, taken_up)
    assert await silent() == {town.id("mother")}
    async with living.api.write(town.who("mother"), "test.no") as tx:
        asked = await consents.consent(tx, consent)
        await decline_consent(tx, asked.id, asked.version)
    assert await silent() == set(), "a no is an answer"


@pytest.mark.parametrize("ask", [invitation, offered_thread, agreement], ids=lambda one: one.__name__)
@pytest.mark.parametrize("after_silence", [False, True], ids=["answered", "silent"])
async def test_a_silence_is_asked_about_then_taken_up_then_over(
    living: World, ask: Callable[[World], Awaitable[Asked]], after_silence: bool
) -> None:
    asked = await ask(living)
    due = await waiting(living, asked.key, awaits_id=asked.awaits)
    person, follower = living.north.id(asked.person), living.north.id(asked.follower)
    assert (due.state, due.person) == ("open", person)
    assert await kinds_of(living, asked.follower, due.id) == set(), "nobody's task yet"
    await until(living, min(due.remind_at))
    assert await told(living, due.id) == {("deadline_reminder", person)}
    if after_silence:
        await until(living, due.due_at)
        assert await told(living, due.id) == {("deadline_reminder", person), ("answer_missing", follower)}
        assert await kinds_of(living, asked.follower, due.id) == {asked.kind}
        (task,) = [row for row in await tasks_of(living, asked.follower) if row.deadline_id == due.id]
        assert task.person_id == person
    await asked.answer()
    settled = await waiting(living, asked.key, awaits_id=asked.awaits)
    assert (settled.state, settled.done) == ("missed" if after_silence else "met", True)
    assert await kinds_of(living, asked.follower, due.id) == set()
    assert await unsent(living, due.id) == 0, "nothing is said of it any more"
    before = await told(living, due.id)
    await until(living, due.due_at + timedelta(days=30))
    assert await told(living, due.id) == before


async def test_who_is_to_do_it_says_that_it_is_done_and_takes_it_back_within_the_hour(living: World) -> None:
    """A parent, of their own agreement alone: by the services, and by the walls beneath them."""
    town, made = living.north, await agreed(living, "mother")
    done = (
        "update rundbord.agreement set status = 'done', settled_at = rundbord.business_now(),"
        " settled_by = rundbord.current_person(), said_sealed = null, version = version + 1 where id = $1"
    )
    undone = (
        "update rundbord.agreement set status = 'open', settled_at = null, settled_by = null,"
        " said_sealed = null where id = $1"
    )

    async def forged(who: str, change: str) -> str:
        async with living.api.write(town.who(who), "test.forge") as tx:
            status: str = await tx._connection.execute(change, made.id)
            return status

    async def state() -> tuple[str, bool]:
        row = await waiting(living, "await_agreement", awaits_id=made.id)
        return row.state, row.done

    async with living.api.write(town.who("father"), "test.done") as tx:
        with pytest.raises(UserError) as refused:
            await say_done(tx, made.id, "", made.version)
        assert refused.value.code is ErrorCode.FORBIDDEN
    assert await forged("father", done) == "UPDATE 0", "the other parent's"
    for column in ("sealed", "due_on", "responsible_id"):
        with pytest.raises(InsufficientPrivilegeError):
            await forged("mother", f"update rundbord.agreement set {column} = null where id = $1")
    async with living.api.write(town.who("mother"), "test.done") as tx:
        said = await say_done(tx, made.id, " Vi læste hver aften. ", made.version)
    assert await state() == ("met", True)
    async with living.api.read(town.who("leader"), "test.read") as look:
        row = await meetings.agreement(look, made.id)
        assert row.said_sealed is not None
        word = await look.open_sealed(
            SealLabel.AGREEMENT_SAID, row.dossier_id, row.id, row.said_sealed, AgreementSaid
        )
        assert (row.status, word.note) == ("done", "Vi læste hver aften.")
    async with living.behind_the_walls() as db:
        heard = "select recipient_id from message where occurrence_key = $1 and channel = 'inbox'"
        assert await db.fetchval(heard, f"agreement-done:{made.id}:{said.version}") == town.id("leader")
    assert await forged("father", undone) == "UPDATE 0"
    async with living.api.write(town.who("mother"), "test.back") as tx:
        again = await take_back(tx, made.id, said.version)
        assert (again.status, again.said_sealed) == ("open", None)
    assert await state() == ("open", False), "it is waited for as before"
    async with living.api.write(town.who("mother"), "test.done") as tx:
        last = await say_done(tx, made.id, "", again.version)
    await living.advance(3600)
    async with living.api.write(town.who("mother"), "test.back") as tx:
        with pytest.raises(UserError) as refused:
            await take_back(tx, made.id, last.version)
        assert refused.value.code is ErrorCode.RULE_BLOCKED
    assert await forged("mother", undone) == "UPDATE 0"


async def test_a_meeting_that_is_moved_asks_anew_and_one_that_is_cancelled_asks_no_more(
    living: World,
) -> None:
    town, asked = living.north, await invitation(living)
    first = await waiting(living, "await_invitation", awaits_id=asked.awaits)
    await until(living, first.due_at)
    assert await kinds_of(living, "leader", first.id) == {"silent_invitation"}
    async with living.behind_the_walls() as db:
        meeting = await db.fetchval("select meeting_id from participant where id = $1", asked.awaits)
    async with living.api.write(town.who("leader"), "test.move") as tx:
        row = await meetings.meeting(tx, meeting)
        await move_meeting(tx, meeting, row.starts_at + timedelta(days=21), row.version, "Far kan ikke")
    assert await kinds_of(living, "leader", first.id) == set()
    again = await waiting(living, "await_invitation", awaits_id=asked.awaits)
    assert (again.state, again.id == first.id) == ("open", False)
    assert again.due_at > first.due_at
    async with living.api.write(town.who("leader"), "test.cancel") as tx:
        row = await meetings.meeting(tx, meeting)
        await cancel_meeting(tx, meeting, "Ikke nødvendigt", row.version)
    before = await told(living, again.id)
    await until(living, again.due_at)
    assert (await waiting(living, "await_invitation", awaits_id=asked.awaits)).state == "cancelled"
    assert await told(living, again.id) == before


async def test_who_has_left_takes_nothing_up_the_leader_does(living: World) -> None:
    asked = await offered_thread(living)
    due = await waiting(living, asked.key, awaits_id=asked.awaits)
    async with living.behind_the_walls(living.north) as db:
        await db.execute(
            "update deadline set follower_id = $2 where id = $1", due.id, living.north.id("teacher")
        )
        await db.execute(
            "update employment set valid = tstzrange(lower(valid), business_now())"
            " where person_id = $1 and upper_inf(recorded)",
            living.north.id("teacher"),
        )
    try:
        await until(living, due.due_at)
        assert ("answer_missing", living.north.id("leader")) in await told(living, due.id)
        assert await kinds_of(living, "leader", due.id) == {"silent_coordinator"}
    finally:
        async with living.behind_the_walls(living.north) as db:
            await db.execute(
                "update employment set valid = tstzrange(lower(valid), null) where person_id = $1 and upper_inf(recorded)",
                living.north.id("teacher"),
            )


async def test_who_waits_for_a_consent_is_asked_once_it_stands_and_a_child_and_the_convener_never(
    living: World,
) -> None:
    town, meeting = living.north, await called_by_leader(living)

    async def asked() -> set[str]:
        async with living.behind_the_walls() as db:
            rows = await db.fetch(
                "select person_id from deadline where meeting_id = $1 and awaits_id is not null", meeting
            )
        return {name for name in town.people.ids if town.id(name) in {row["person_id"] for row in rows}}

    assert await asked() == {"mother", "father", "teacher"}
    await consented(living, town, "child", ("mother", "father"))
    assert await asked() == {"mother", "father", "teacher", "psychologist"}
