"""The main job on a real model, through the services: from problem over level 3 to a follow-up with the same circle."""

from datetime import timedelta

import pytest

from services.core.calendar.instants import local_day
from services.core.casework.service import load_case_of
from services.core.consent import store as consents
from services.core.consent.service import give_consent, withdraw_consent
from services.core.errors import ErrorCode, UserError
from services.core.meeting import store
from services.core.meeting.answering import AnswerInvitation, add_agenda_item, answer_invitation
from services.core.meeting.calling import CallMeeting, call_meeting
from services.core.meeting.concluding import ConcludeMeeting, conclude_meeting, meeting_facts
from services.core.meeting.invitees import Choice
from services.core.meeting.recording import MakeAgreement, fill_form, make_agreement
from services.core.meeting.taking_place import HoldMeeting, hold_meeting, send_agenda
from services.core.person import reading
from services.core.perspective.recording import RecordPerspective, record_perspective
from services.core.problem import store as problems
from services.core.problem.service import MoveLevel, OpenProblem, move_level, open_problem
from tests.builders.world import World
from tests.meeting.steps import called


async def test_the_main_job(living: World) -> None:
    town = living.north
    meeting = await called(living)

    # Calling it moved the problem to level 3, with the reason for the skip kept (RA-02, RA-10).
    async with living.api.read(town.who("leader"), "test.read") as tx:
        row = await store.meeting(tx, meeting)
        assert row.problem_id is not None
        assert (await problems.problem(tx, row.problem_id)).level == 3
        circle = {(p.kind, p.role): p for p in await store.participants(tx, meeting)}
        assert {kind for kind, _ in circle} == {"child", "parent", "network", "professional"}
        assert circle["professional", "psychologist"].consent_purpose == "exchange"

    # A psychologist whose coming rests on consent sees nothing yet.
    async with living.api.read(town.who("psychologist"), "test.read") as tx:
        with pytest.raises(UserError) as refused:
            await store.meeting(tx, meeting)
        assert refused.value.code is ErrorCode.NOT_FOUND

    # Both parents see it, each answers alone; the second yes lets the psychologist in.
    for parent in ("mother", "father"):
        async with living.api.write(town.who(parent), "test.answer") as tx:
            await answer_invitation(tx, AnswerInvitation(meeting, "coming", note="Vi kommer"))
            if parent == "mother":
                await add_agenda_item(tx, meeting, "Lektier")
            (asked,) = await consents.asked_of(tx, town.id(parent), before=None, limit=10)
            await give_consent(tx, asked.id, asked.text_version, asked.version)
    async with living.api.read(town.who("psychologist"), "test.read") as tx:
        assert (await store.meeting(tx, meeting)).id == meeting

    # Withdrawn: gone at once, in the same breath.
    async with living.api.write(town.who("father"), "test.withdraw") as tx:
        (asked,) = await consents.asked_of(tx, town.id("father"), before=None, limit=10)
        await withdraw_consent(tx, asked.id, asked.version)
    async with living.api.read(town.who("psychologist"), "test.read") as tx:
        with pytest.raises(UserError):
            await store.meeting(tx, meeting)

    async with living.api.write(town.who("leader"), "test.agenda") as tx:
        row = await store.meeting(tx, meeting)
        assert (await send_agenda(tx, meeting, row.version)).status == "agenda_sent"

    await living.advance(15 * 86400)
    async with living.api.write(town.who("leader"), "test.hold") as tx:
        row = await store.meeting(tx, meeting)
        came = await store.participants(tx, meeting)
        await hold_meeting(tx, HoldMeeting(meeting, tuple(p.id for p in came), row.version))
        form = await store.form(tx, meeting)
        assert form is not None
        values = {
            "problem": "Uro i frikvarterer",
            "tried_locally": "Legegrupper",
            "protective_factors": "God til fodbold",
            "new_possibilities": "Aftaler om pauser",
        }
        await fill_form(tx, meeting, values, complete=False, expected_version=form.version)
        await make_agreement(
            tx,
            MakeAgreement(
                meeting,
                "Daglig snak",
                came[-1].id,
                local_day(tx.now) + timedelta(days=7),
                close_to_child=True,
            ),
        )

    # Nothing is concluded without the child's perspective or the recorded attempts (ALL-07).
    async with living.api.write(town.who("leader"), "test.conclude") as tx:
        row = await store.meeting(tx, meeting)
        with pytest.raises(UserError) as refused:
            await conclude_meeting(tx, ConcludeMeeting(meeting, "progress", row.version))
        assert refused.value.code is ErrorCode.RULE_BLOCKED
        assert refused.value.rule_id

    async with living.api.write(town.who("leader"), "test.perspective") as tx:
        await record_perspective(
            tx,
            RecordPerspective(meeting, "child", True, how="Fortalt til læreren", text="Jeg vil gerne lege"),
        )
        await record_perspective(tx, RecordPerspective(meeting, "parent", False, attempts="Ringet to gange"))
    async with living.api.write(town.who("leader"), "test.conclude") as tx:
        row = await store.meeting(tx, meeting)
        done = await conclude_meeting(
            tx,
            ConcludeMeeting(
                meeting, "progress", row.version, follow_up_starts_at=tx.now + timedelta(days=30)
            ),
        )
        assert done.status == "concluded"
        following = await store.following(tx, done)
        assert following is not None
        before = {(p.role, p.person_id) for p in await store.participants(tx, meeting)}
        after = {(p.role, p.person_id) for p in await store.participants(tx, following.id)}
        assert before == after  # RA-17

    async with living.api.read(town.who("mother"), "test.read") as tx:
        (agreement,) = await store.agreements(tx, meeting)
        assert agreement.status == "open"
        child = await reading.child(tx, town.id("child"))
        assert child is not None
        assert child.name == "Asta Prøve"


async def test_RA_02_a_skip_needs_its_reason(living: World) -> None:
    town = living.north
    async with living.api.write(town.who("leader"), "test.open") as tx:
        problem = await open_problem(tx, OpenProblem(town.id("neighbour"), "institution", "Fravær"))
    async with living.api.write(town.who("leader"), "test.move") as tx:
        with pytest.raises(UserError) as refused:
            await move_level(tx, MoveLevel(problem.id, 3, problem.version))
    assert refused.value.code is ErrorCode.RULE_BLOCKED


async def test_RA_04_the_leader_who_holds_a_talk_on_level_1_is_involved_in_where_it_leads(
    living: World,
) -> None:
    town = living.north
    async with living.api.write(town.who("leader"), "test.open") as tx:
        problem = await open_problem(tx, OpenProblem(town.id("neighbour"), "institution", "Uro"))
        meeting = await call_meeting(
            tx,
            CallMeeting(
                child=town.id("neighbour"),
                type="niveau_1_samtale",
                starts_at=tx.now + timedelta(days=1),
                place="Skolen",
                problem=problem.id,
                choices=(Choice("staff", person=town.id("teacher")),),
            ),
        )
        facts = await meeting_facts(tx, await load_case_of(tx, meeting.dossier_id), meeting)
    # The type has no seat for a leader; with a thread somebody holds, nothing of the move is missing.
    assert (facts.attended, facts.next_coordinator) == ({"leader"}, True)


async def test_another_family_and_another_town_find_nothing(living: World) -> None:
    meeting = await called(living, "sibling")
    strangers = [living.north.who("other_mother"), living.south.who("leader"), living.north.who("dpo")]
    for who in strangers:
        async with living.api.read(who, "test.read") as tx:
            with pytest.raises(UserError) as refused:
                await store.meeting(tx, meeting)
            assert refused.value.code is ErrorCode.NOT_FOUND
