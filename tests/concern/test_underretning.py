"""The underretning goes past everything, and is seen by the few it is for."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import asyncpg
import pytest

from services.core.calendar.instants import local_day
from services.core.calendar.working_days import add_working_days, calendar_of
from services.core.casework.service import load_case_of
from services.core.deadline.service import deadlines_of_underretning
from services.core.errors import ErrorCode, UserError
from services.core.identity import Capacity
from services.core.message import store as messages
from services.core.person import onlookers
from services.core.person.periods import record_employment
from services.core.person.service import NewStaff, record_staff
from services.core.problem import rules
from services.core.problem.confirming import ConfirmFacts, confirm_facts
from services.core.problem.service import OpenProblem, open_problem
from services.core.sweep.kinds import SweepKind
from services.core.sweep.service import run_sweep
from services.core.underretning import store
from services.core.underretning.service import (
    RecordUnderretning,
    read_underretning,
    record_underretning,
    send_underretning,
    settle_underretning,
)
from services.core.underretning.store import UnderretningRow
from tests.builders.world import World, open_session
from tests.concern.facts import known_of

TEXT = "Barnet fortæller, at det bliver slået derhjemme."


async def recorded(living: World, by: str = "teacher", child: str = "child", **more: Any) -> UnderretningRow:
    async with living.api.write(living.north.who(by), "mutation:recordUnderretning") as tx:
        return await record_underretning(tx, RecordUnderretning(living.north.id(child), TEXT, **more))


async def reader(living: World) -> UUID:
    """An outreach social worker who sees no child of the school."""
    if "outreach" not in living.north.people.ids:
        async with living.worker.write(living.north.system, "test.staff") as tx:
            told = NewStaff(
                source_key="staff-outreach",
                name="Fie Fremskudt",
                email="fie@kommune.example",
                profession="outreach_social_worker",
            )
            person = living.north.people.ids["outreach"] = await record_staff(tx, told)
            unit = living.north.people.units["centre"]
            await record_employment(tx, person, unit, "professional", tx.now - timedelta(days=9))
        living.north.sessions["outreach"] = await open_session(
            living.worker, living.north.tenant, person, Capacity.PROFESSIONAL
        )
    return living.north.id("outreach")


@pytest.mark.parametrize("level", [None, 1, 2, 3, 4])
async def test_RA_20_from_any_level_and_from_none_at_once(living: World, level: int | None) -> None:
    problem = None
    if level is not None:
        async with living.api.write(living.north.who("leader"), "test.open") as tx:
            asked = OpenProblem(living.north.id("child"), "home", "Uro", level=level, reason="Haster")
            problem = (await open_problem(tx, asked)).id
    row = await recorded(living, "leader", problem=problem, send=True)
    assert row.state == "sent"
    assert row.sent_at == row.written_at


async def test_RA_20_no_casework_no_meeting_and_no_consent_are_asked_for(living: World) -> None:
    """The toddler's health visitor, where nothing has ever been opened."""
    row = await recorded(living, "health_visitor", "toddler", send=True)
    assert row.state == "sent"


async def test_RA_22_the_reading_is_a_step_and_sending_never_waits_for_it(living: World) -> None:
    row = await recorded(living, reader=await reader(living))
    assert row.state == "drafted"
    async with living.api.write(living.north.who("teacher"), "test.send") as tx:
        sent = await send_underretning(tx, row.id)
    assert (sent.state, sent.read_at) == ("sent", None)
    async with living.api.write(living.north.who("teacher"), "test.again") as tx:
        assert await send_underretning(tx, row.id) == sent


async def test_RA_22_the_reader_whom_the_model_names_reads_it_first(living: World) -> None:
    row = await recorded(living, reader=await reader(living))
    async with living.api.write(living.north.who("outreach"), "test.read") as tx:
        assert await store.text_of(tx, await store.underretning(tx, row.id)) == TEXT
        assert (await read_underretning(tx, row.id)).state == "read"
    async with living.api.write(living.north.who("teacher"), "test.send") as tx:
        sent = await send_underretning(tx, row.id, "Rettet efter læsning")
        assert (sent.read_by, sent.sent_by) == (living.north.id("outreach"), living.north.id("teacher"))
        assert await store.text_of(tx, sent) == "Rettet efter læsning"


async def test_RA_22_who_is_not_the_reader_does_not_read_it(living: World) -> None:
    row = await recorded(living)
    for name in ("teacher", "leader"):
        async with living.api.write(living.north.who(name), "test.read") as tx:
            with pytest.raises(UserError) as refused:
                await read_underretning(tx, row.id)
            assert refused.value.code is ErrorCode.FORBIDDEN
    with pytest.raises(UserError) as refused:
        await recorded(living, reader=living.north.id("psychologist"))
    assert refused.value.message_key == "underretning.unknown_reader"


async def test_RA_23_the_authority_s_clock_is_24_hours_by_the_clock_and_the_receipt_in_working_days(
    living: World,
) -> None:
    """Trap 15."""
    row = await recorded(living, send=True)
    async with living.api.read(living.north.who("teacher"), "test.due") as tx:
        dues = {due.key: due for due in await deadlines_of_underretning(tx, row.id)}
    assert row.sent_at is not None
    assert dues["assess"].due_at == row.sent_at + timedelta(hours=24)
    assert dues["assessment_considered"].due_at == row.sent_at + timedelta(hours=24)
    last = add_working_days(local_day(row.sent_at), 6, calendar_of(living.north.model))
    assert local_day(dues["receipt"].due_at - timedelta(seconds=1)) == last
    assert dues["receipt"].person_id == living.north.id("teacher")


async def test_RA_20_two_at_once_have_their_own_clocks_and_what_was_done_is_noted(living: World) -> None:
    first, second = await recorded(living, send=True), await recorded(living, send=True)
    async with living.api.write(living.north.who("leader"), "test.settle") as tx:
        await settle_underretning(tx, first.id, "assess")
        with pytest.raises(UserError) as refused:
            await settle_underretning(tx, first.id, "made_up")
        assert refused.value.code is ErrorCode.INVALID_INPUT
    async with living.api.read(living.north.who("leader"), "test.due") as tx:
        for row, state in ((first, "met"), (second, "open")):
            dues = {due.key: due.state for due in await deadlines_of_underretning(tx, row.id)}
            assert dues["assess"] == state
            assert len(dues) == 3


async def test_RA_20_in_an_active_case_the_adviser_is_told_and_sees_it(living: World) -> None:
    row = await recorded(living, "leader", "neighbour")
    async with living.behind_the_walls(living.north) as connection:
        told = await connection.fetch(
            "select recipient_id, kind from message where occurrence_key = $1", f"case-news:{row.id}"
        )
    assert {(one["recipient_id"], one["kind"]) for one in told} == {(living.north.id("adviser"), "case_news")}
    async with living.api.read(living.north.who("adviser"), "test.read") as tx:
        assert await store.text_of(tx, await store.underretning(tx, row.id)) == TEXT


async def test_RA_23_its_sender_does_not_note_what_somebody_of_the_authority_must_do(living: World) -> None:
    """The receipt comes to the sender, who notes it; where nobody of the authority is known, so is what they were told."""
    row = await recorded(living, "leader", "neighbour", send=True)
    with pytest.raises(UserError) as refused:
        async with living.api.write(living.north.who("leader"), "test.settle") as tx:
            await settle_underretning(tx, row.id, "assess")
    assert refused.value.message_key == "underretning.not_the_authority"
    for name, step in (("leader", "receipt"), ("adviser", "assess")):
        async with living.api.write(living.north.who(name), "test.settle") as tx:
            await settle_underretning(tx, row.id, step)
    async with living.api.read(living.north.who("adviser"), "test.due") as tx:
        dues = {due.key: due.state for due in await deadlines_of_underretning(tx, row.id)}
    assert dues == {"receipt": "met", "assess": "met", "assessment_considered": "open"}
    unknown = await recorded(living, send=True)
    async with living.api.write(living.north.who("teacher"), "test.settle") as tx:
        await settle_underretning(tx, unknown.id, "assess")


async def test_a_missing_receipt_is_told_to_its_writer_and_a_reader_without_the_child_is_told_too(
    living: World,
) -> None:
    row = await recorded(living, reader=await reader(living))
    async with living.notifier.read(living.north.system, "test.facts") as tx:
        async with living.behind_the_walls(living.north) as connection:
            (one,) = await connection.fetch(
                "select id from message where occurrence_key = $1 and channel = 'mail'", f"case-news:{row.id}"
            )
            await connection.execute(
                "update message set state = 'sending', attempt = 1 where id = $1", one["id"]
            )
        facts = await tx.one(messages.SEND_FACTS, id=one["id"], attempt=1)
        assert facts is not None
        assert (facts.has_grant, facts.asked_to_read) == (False, True)
    async with living.api.write(living.north.who("teacher"), "test.send") as tx:
        await send_underretning(tx, row.id)
    await living.advance(20 * 86400)
    await run_sweep(living.worker, living.key_dir, living.north.tenant, SweepKind.DEADLINES)
    async with living.behind_the_walls(living.north) as connection:
        told = await connection.fetch(
            """select m.recipient_id from message m join deadline d on d.id = m.deadline_id
               where d.underretning_id = $1 and m.kind = 'deadline_missed'""",
            row.id,
        )
    assert {one["recipient_id"] for one in told} == {living.north.id("teacher")}


async def test_it_is_seen_by_its_writer_the_leader_and_the_adviser_alone(living: World) -> None:
    row = await recorded(living, send=True)
    for name in ("teacher", "leader"):
        async with living.api.read(living.north.who(name), "test.read") as tx:
            assert row.id in {one.id for one in await store.all_seen(tx)}
    for who in (
        living.north.who("health_visitor"),
        living.north.who("psychologist"),
        living.north.who("adviser"),
        living.north.who("daycare_leader"),
        living.south.who("leader"),
    ):
        async with living.api.read(who, "test.read") as tx:
            assert row.id not in {one.id for one in await store.all_seen(tx)}
            assert await deadlines_of_underretning(tx, row.id) == []
            with pytest.raises(UserError) as refused:
                await store.underretning(tx, row.id)
            assert refused.value.code is ErrorCode.NOT_FOUND


@pytest.mark.parametrize("name", ["mother", "dpo", "administrator"])
async def test_family_and_oversight_have_no_privilege_on_it_at_all(living: World, name: str) -> None:
    row = await recorded(living, send=True)
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        async with living.api.read(living.north.who(name), "test.read") as tx:
            await store.all_seen(tx)
    async with living.api.read(living.north.who(name), "test.read") as tx:
        assert await deadlines_of_underretning(tx, row.id) == []
        seen = await onlookers.who_can_see(tx, living.north.id("child"))
        assert all("underretning" not in access.reason for access in seen)


async def test_what_does_not_belong_to_the_child_is_not_found_and_it_says_something(living: World) -> None:
    async with living.api.write(living.north.who("leader"), "test.open") as tx:
        other = await open_problem(tx, OpenProblem(living.north.id("sibling"), "home", "Uro"))
    for problem in (other.id, uuid4()):
        with pytest.raises(UserError) as refused:
            await recorded(living, problem=problem)
        assert refused.value.code is ErrorCode.NOT_FOUND
    async with living.api.write(living.north.who("teacher"), "test.empty") as tx:
        with pytest.raises(UserError) as refused:
            await record_underretning(tx, RecordUnderretning(living.north.id("child"), "  "))
        assert refused.value.message_key == "underretning.text_missing"


async def test_RA_20_a_confirmed_suspicion_points_here_and_stands_in_no_other_way(living: World) -> None:
    async with living.api.write(living.north.who("leader"), "test.open") as tx:
        problem = await open_problem(tx, OpenProblem(living.north.id("child"), "home", "Uro"))
        facts = frozenset({"violence_suspicion"})
        await confirm_facts(tx, ConfirmFacts(problem.id, facts, frozenset(), False, problem.version))
    async with living.api.read(living.north.who("leader"), "test.next") as tx:
        case = await load_case_of(tx, problem.dossier_id)
        first = rules.next_steps(case.model, case.facts, known_of(case, problem.id), tx.now)[0]
    assert (first.type_key, first.advised, first.needs) == ("underretning", True, ())
    assert (
        await recorded(living, "leader", problem=problem.id, bypass=first.type_key)
    ).bypass == "underretning"


async def test_it_goes_with_the_record_of_the_child(living: World) -> None:
    """Whatever erases the dossier takes it and its deadlines along: nothing holds it back, nothing is left."""
    row = await recorded(living, "health_visitor", "toddler", send=True)
    async with living.behind_the_walls(living.north) as connection:
        transaction = connection.transaction()
        await transaction.start()
        await connection.execute("delete from dossier where id = $1", row.dossier_id)
        left = await connection.fetchval(
            """select (select count(*) from underretning where dossier_id = $1)
                    + (select count(*) from deadline where dossier_id = $1)""",
            row.dossier_id,
        )
        await transaction.rollback()
    assert left == 0
