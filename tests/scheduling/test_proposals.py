"""A circle is asked when it suits: who is asked, who reads which answer, what is told, and what ends it."""

from datetime import datetime, timedelta
from uuid import UUID

import asyncpg
import pytest

from services.core.calendar import local_day
from services.core.consent import store as consents
from services.core.consent.service import give_consent, withdraw_consent
from services.core.db.tx import ReadTx
from services.core.errors import ErrorCode, UserError
from services.core.meeting import store as meetings
from services.core.meeting.inviting import withdraw_invitation
from services.core.meeting.rescheduling import cancel_meeting, move_meeting
from services.core.meeting.store import MeetingRow
from services.core.message import store as messages
from services.core.message.rules import may_send
from services.core.scheduling import busy, store
from services.core.scheduling.proposing import answer_times, fix_time, keep_time, propose
from services.core.scheduling.rules import Interval
from services.core.scheduling.store import ProposalRow
from services.core.task import store as tasks
from tests.builders.world import World
from tests.meeting.steps import called


async def meeting_of(living: World, meeting: UUID, name: str = "leader") -> MeetingRow:
    async with living.api.read(living.north.who(name), "test.see") as tx:
        return await meetings.meeting(tx, meeting)


async def proposed(living: World, meeting: UUID, *days: int) -> ProposalRow:
    """The leader asks about the same hour so many days after the meeting's own; answers by the week before it."""
    async with living.api.write(living.north.who("leader"), "test.propose") as tx:
        row = await meetings.meeting(tx, meeting)
        times = [row.starts_at + timedelta(days=day) for day in days or (1, 2)]
        answer_by = local_day(row.starts_at) - timedelta(days=3)
        return await propose(tx, meeting, times, answer_by, row.version)


async def says(living: World, name: str, proposal: ProposalRow, *answers: str) -> None:
    async with living.api.write(living.north.who(name), "test.answer") as tx:
        times = await store.times(tx, proposal.id)
        said = dict(zip([one.id for one in times], answers, strict=True))
        await answer_times(tx, proposal.id, said)


async def told(living: World, meeting: UUID, kind: str) -> set[UUID]:
    """To whom something of that kind is still to be said."""
    async with living.behind_the_walls() as connection:
        rows = await connection.fetch(
            "select distinct recipient_id from message where meeting_id = $1 and kind = $2 and state = 'planned'",
            meeting,
            kind,
        )
    return {row["recipient_id"] for row in rows}


async def waiting(living: World, name: str, meeting: UUID) -> set[str]:
    async with living.api.read(living.north.who(name), "test.tasks") as tx:
        return {row.kind for row in await tasks.tasks(tx, ()) if row.meeting_id == meeting}


async def reads(tx: ReadTx, proposal: ProposalRow) -> set[tuple[UUID, str]]:
    return {(row.person_id, row.answer) for row in await store.answers(tx, proposal.id)}


async def test_from_asking_to_the_time_that_stands(living: World) -> None:
    town, meeting = living.north, await called(living)
    assert town.id("mother") in await told(living, meeting, "invitation")
    proposal = await proposed(living, meeting)
    # One question at a time: the invitation that was not sent yet is taken back, and nobody is asked whether they come.
    assert await told(living, meeting, "invitation") == set()
    asked = await told(living, meeting, "time_asked")
    assert {town.id("mother"), town.id("father"), town.id("teacher")} <= asked
    assert town.id("psychologist") not in asked, "waits for a consent"
    assert town.id("leader") not in asked
    assert await waiting(living, "mother", meeting) >= {"times"}
    assert not await waiting(living, "mother", meeting) & {"answer"}
    assert "fix_time" in await waiting(living, "leader", meeting)

    await says(living, "mother", proposal, "not", "fits")
    await says(living, "mother", proposal, "rather_not", "fits")
    await says(living, "father", proposal, "fits", "not")
    await says(living, "teacher", proposal, "fits", "fits")
    assert not await waiting(living, "mother", meeting) & {"times"}
    async with living.api.read(town.who("mother"), "test.see") as tx:
        assert await reads(tx, proposal) == {(town.id("mother"), "rather_not"), (town.id("mother"), "fits")}
    async with living.api.read(town.who("teacher"), "test.see") as tx:
        assert {person for person, _ in await reads(tx, proposal)} == {town.id("teacher")}
    async with living.api.read(town.who("leader"), "test.see") as tx:
        assert {person for person, _ in await reads(tx, proposal)} == {
            town.id("mother"), town.id("father"), town.id("teacher")
        }  # fmt: skip
        second = (await store.times(tx, proposal.id))[1]
    async with living.api.write(town.who("leader"), "test.fix") as tx:
        moved = await fix_time(tx, proposal.id, second.id, proposal.version)
    assert moved.starts_at == second.starts_at
    assert moved.sequence == 1
    assert town.id("father") in await told(living, meeting, "time_fixed")
    assert await told(living, meeting, "time_asked") == set()
    assert await told(living, meeting, "meeting_moved") == set(), "told once"
    async with living.api.read(town.who("leader"), "test.see") as tx:
        answers = {row.person_id: row.answer for row in await meetings.participants(tx, meeting)}
        assert await store.open_proposal(tx, meeting) is None
    assert answers[town.id("mother")] == "coming"
    assert answers[town.id("father")] == "none"
    assert answers[town.id("teacher")] == "none", "a professional's yes opens the case: it is asked for"
    assert await waiting(living, "father", meeting) >= {"answer"}
    with pytest.raises(UserError) as raised:
        await says(living, "father", proposal, "fits", "fits")
    assert raised.value.message_key == "scheduling.answers_in"


async def test_what_tells_a_time_is_not_sent_while_it_is_being_found(living: World) -> None:
    town, meeting = living.north, await called(living, "sibling")
    await proposed(living, meeting)

    async def judged(kind: str, now: datetime | None = None) -> str | None:
        async with living.behind_the_walls(town) as connection:
            message = await connection.fetchval(
                """update message set state = 'sending', attempt = 1
                   where id = (select id from message where meeting_id = $1 and kind = $2 and recipient_id = $3 limit 1)
                   returning id""",
                meeting,
                kind,
                town.id("mother"),
            )
        async with living.notifier.read(town.system, "test.facts") as tx:
            facts = await tx.one(messages.SEND_FACTS, id=message, attempt=1)
            assert facts is not None
            return may_send(facts, now or tx.now)

    assert await judged("time_asked") is None
    assert await judged("meeting_reminder") == "superseded"
    async with living.behind_the_walls() as connection:
        ends = await connection.fetchval("select answer_by from time_proposal where meeting_id = $1", meeting)
    await living.advance(int((ends - await _now(living)).total_seconds()) + 60)
    # Nobody is asked any more, and nobody has fixed another time: the one that the meeting has is told.
    assert await judged("meeting_reminder") is None
    assert await judged("time_asked") == "superseded"
    assert "fix_time" in await waiting(living, "leader", meeting)


async def _now(living: World) -> datetime:
    async with living.api.read(living.north.who("leader"), "test.now") as tx:
        return tx.now


async def test_who_is_taken_out_or_whose_consent_goes_neither_sees_nor_counts(living: World) -> None:
    town, meeting = living.north, await called(living)
    proposal = await proposed(living, meeting)
    for name in ("mother", "father"):
        async with living.api.write(town.who(name), "test.consent") as tx:
            for row in await consents.asked_of(tx, town.id(name), before=None, limit=20):
                if row.state == "asked":
                    await give_consent(tx, row.id, row.text_version, row.version)
    # Invited now that the consent stands: to the question, and to no time.
    assert town.id("psychologist") in await told(living, meeting, "time_asked")
    assert town.id("psychologist") not in await told(living, meeting, "invitation")
    await says(living, "psychologist", proposal, "fits", "fits")
    async with living.api.write(town.who("mother"), "test.consent") as tx:
        for row in await consents.asked_of(tx, town.id("mother"), before=None, limit=20):
            if row.state == "given":
                await withdraw_consent(tx, row.id, row.version)
    async with living.api.read(town.who("psychologist"), "test.see") as tx:
        assert await store.open_proposal(tx, meeting) is None
        assert await reads(tx, proposal) == set()
    await says(living, "teacher", proposal, "fits", "not")
    async with living.api.write(town.who("leader"), "test.withdraw") as tx:
        standing = await meetings.meeting(tx, meeting)
        out = next(
            one for one in await meetings.participants(tx, meeting) if one.person_id == town.id("teacher")
        )
        await withdraw_invitation(tx, meeting, out.id, "Kommer ikke", standing.version)
    with pytest.raises(UserError):
        await says(living, "teacher", proposal, "fits", "fits")


async def test_two_conveners_at_once_and_an_old_version(living: World) -> None:
    meeting = await called(living)
    proposal = await proposed(living, meeting)
    with pytest.raises(UserError) as raised:
        await proposed(living, meeting)
    assert raised.value.code is ErrorCode.CONFLICT
    async with living.api.write(living.north.who("leader"), "test.fix") as tx:
        first = (await store.times(tx, proposal.id))[0]
        with pytest.raises(UserError) as raised:
            await fix_time(tx, proposal.id, first.id, proposal.version + 1)
        assert raised.value.code is ErrorCode.CONFLICT
        kept = await keep_time(tx, proposal.id, proposal.version)
        assert (kept.starts_at, kept.sequence) == ((await meetings.meeting(tx, meeting)).starts_at, 1)
        with pytest.raises(UserError) as raised:
            await fix_time(tx, proposal.id, first.id, proposal.version)
        assert raised.value.code is ErrorCode.CONFLICT


@pytest.mark.parametrize("how", ["move", "cancel"])
async def test_every_other_end_of_the_time_closes_it(living: World, how: str) -> None:
    meeting = await called(living)
    proposal = await proposed(living, meeting)
    async with living.api.write(living.north.who("leader"), "test.end") as tx:
        row = await meetings.meeting(tx, meeting)
        if how == "move":
            await move_meeting(tx, meeting, row.starts_at + timedelta(days=1), row.version)
        else:
            await cancel_meeting(tx, meeting, "Familien er rejst", row.version)
        assert (await store.proposal(tx, proposal.id)).state == "closed"
    assert "times" not in await waiting(living, "mother", meeting)
    async with living.behind_the_walls() as connection:
        open_ = await connection.fetchval(
            "select count(*) from deadline where meeting_id = $1 and key = 'await_times' and state = 'open'",
            meeting,
        )
    assert open_ == 0


async def test_the_walls_hold_raw_sql(living: World) -> None:
    town, meeting = living.north, await called(living)
    proposal = await proposed(living, meeting)
    await says(living, "mother", proposal, "fits", "not")
    async with living.api.read(town.who("leader"), "test.see") as tx:
        circle = {row.person_id: row.id for row in await meetings.participants(tx, meeting)}
        (first, _) = await store.times(tx, proposal.id)
    forged = """insert into time_answer (tenant_id, id, dossier_id, meeting_id, proposal_id, proposed_id, participant_id,
                    person_id, answer, answered_at)
                values (current_tenant(), gen_random_uuid(), $1, $2, $3, $4, $5, $6, 'fits', business_now())"""
    where = (proposal.dossier_id, meeting, proposal.id, first.id)
    for name, place, person in (
        ("father", "mother", "mother"),
        ("father", "mother", "father"),
        ("leader", "father", "father"),
        ("teacher", "father", "teacher"),
        ("other_mother", "father", "other_mother"),
    ):
        async with living.api.write(town.who(name), "test.forge") as tx:
            with pytest.raises((asyncpg.InsufficientPrivilegeError, asyncpg.UniqueViolationError)) as raised:
                async with tx.savepoint():
                    await tx._connection.execute(forged, *where, circle[town.id(place)], town.id(person))
            assert isinstance(raised.value, asyncpg.InsufficientPrivilegeError), (name, place)
    # A stranger sees nothing of it; a parent cannot settle it, nor a colleague who does not lead the meeting.
    async with living.api.read(town.who("other_mother"), "test.see") as tx:
        assert await tx.many(store.TIMES_OF, proposal=proposal.id) == []
    async with living.api.write(town.who("teacher"), "test.settle") as tx:
        settled = await tx.run(store.SETTLE, id=proposal.id, state="closed", fixed=None, expected_version=1)
    assert settled == 0


async def _keep(living: World, name: str, begins: datetime, ends: datetime) -> None:
    async with living.api.write(living.north.who(name), "test.busy") as tx:
        await tx.run(store.FORGET_OWN_FILE)
        await tx.run(store.INSERT_OWN_FILE, starts=[begins], ends=[ends])


async def test_busy_times_are_the_persons_own_and_others_learn_yes_or_no_of_a_circle(living: World) -> None:
    town, meeting = living.north, await called(living)
    row = await meeting_of(living, meeting)
    async with living.api.write(town.who("leader"), "test.move") as tx:
        row = await move_meeting(tx, meeting, row.starts_at + timedelta(days=40), row.version)
    begins = row.starts_at + timedelta(days=3)
    await _keep(living, "teacher", begins, begins + timedelta(hours=1))
    starts = [
        begins - timedelta(hours=2),
        begins - timedelta(minutes=30),
        begins,
        begins + timedelta(hours=1),
    ]
    asked = {"starts": starts, "minutes": 60}
    async with living.api.read(town.who("teacher"), "test.see") as tx:
        assert [(one.starts_at, one.source) for one in await busy.own_busy(tx, 9)] == [(begins, "file")]
    raw = "select count(*) from busy_time"
    for name in ("leader", "psychologist", "mother", "administrator"):
        async with living.api.read(town.who(name), "test.see") as tx:
            try:
                assert await tx._connection.fetchval(raw) == 0, name
            except asyncpg.InsufficientPrivilegeError:
                assert name in ("mother", "administrator")
    async with living.api.read(town.who("leader"), "test.see") as tx:
        found = {
            one.person_id: one.busy for one in await tx.many(store.BUSY_OF_MEETING, meeting=meeting, **asked)
        }
        assert found == {town.id("teacher"): [1, 2]}
        # The meeting is not in its own way; another one of the leader's is in the way of this.
        own = await tx.many(store.BUSY_OF_MEETING, meeting=meeting, starts=[row.starts_at], minutes=30)
        assert {one.person_id for one in own} == set()
    other = await meeting_of(living, await called(living, "neighbour"))
    async with living.api.read(town.who("leader"), "test.see") as tx:
        own = await tx.many(store.BUSY_OF_MEETING, meeting=meeting, starts=[other.starts_at], minutes=30)
        assert {one.person_id for one in own} >= {town.id("leader")}
        around = await tx.many(
            store.BUSY_AROUND, child=town.id("child"), people=[town.id("teacher"), town.id("mother")], **asked
        )
        assert {one.person_id: one.busy for one in around} == {town.id("teacher"): [1, 2]}
    # Who does not lead the meeting, or does not work with the child, learns nothing.
    async with living.api.read(town.who("teacher"), "test.see") as tx:
        assert await tx.many(store.BUSY_OF_MEETING, meeting=meeting, **asked) == []
    async with living.api.read(town.who("health_visitor"), "test.see") as tx:
        assert (
            await tx.many(store.BUSY_AROUND, child=town.id("child"), people=[town.id("teacher")], **asked)
            == []
        )


async def test_the_municipalitys_calendar_tells_times_and_what_is_over_goes(living: World) -> None:
    town = living.north
    async with living.api.write(town.who("administrator"), "test.tell") as tx:
        at = tx.now + timedelta(days=1)
        one = busy.Told("Teacher@kommune.example", [Interval(at, at + timedelta(hours=1))])
        assert await busy.tell(tx, [one, busy.Told("nobody@kommune.example", [])]) == [1, None]
        assert await busy.tell(tx, [one]) == [1], "replaced"
    await _keep(living, "teacher", at + timedelta(days=1), at + timedelta(days=1, hours=1))
    async with living.api.read(town.who("teacher"), "test.see") as tx:
        assert [row.source for row in await busy.own_busy(tx, 9) if row.source == "system"] == ["system"]
        (told,) = await busy.own_busy(tx, 1)
        (mine,) = await busy.own_busy(tx, 1, (told.starts_at, told.id))
        assert (told.source, mine.source) == ("system", "file"), "page by page"
        assert await busy.own_busy(tx, 9, (mine.starts_at, mine.id)) == []
    async with living.api.write(town.who("teacher"), "test.mine") as tx:
        await busy.forget_file(tx)
        assert [row.source for row in await busy.own_busy(tx, 9)] == ["system"], "the municipality's stays"
    await living.advance(3 * 86400)
    async with living.worker.write(town.system, "test.sweep") as tx:
        assert await busy.forget_over(tx) >= 1
