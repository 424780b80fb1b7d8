"""Who sees that something did not arrive, in the database itself; what they do about it, once; what settles it."""

import asyncio
from datetime import timedelta
from uuid import UUID, uuid4

import asyncpg
import pytest

from services.core.errors import UserError
from services.core.message.kinds import MessageKind, Reason
from services.core.message.service import list_inbox, mark_read
from services.core.task.store import tasks
from services.core.undelivered import service, store
from services.core.undelivered.service import Outage, Resolution
from tests.builders.world import Town, World
from tests.undelivered.case import dead, deliver, plan
from tests.worker.case import Case, change, open_case

_OF_CASES, _OF_OFFICE = "undelivered_to_deal_with()", "undelivered_in_office()"
EVERYBODY = ("mother", "father", "teacher", "psychologist", "daycare_leader", "adviser", "other_mother")


@pytest.fixture
async def case(world: World) -> Case:
    await change(world, world.north, "delete from message where tenant_id = $1")
    return await open_case(world, world.north)


async def seen(world: World, town: Town, name: str) -> list[UUID]:
    async with world.api.read(town.who(name), "test.read") as tx:
        return [row.id for row in await store.to_deal_with(tx)]


async def row_of(world: World, message: UUID) -> asyncpg.Record:
    async with world.behind_the_walls() as db:
        row = await db.fetchrow("select * from message where id = $1", message)
    assert row is not None
    return row


async def test_who_runs_the_meeting_sees_it_and_nobody_else_does(world: World, case: Case) -> None:
    message = await dead(world, world.north, case, "mother")
    assert await seen(world, world.north, "leader") == [message]
    for town, name in [(world.north, name) for name in EVERYBODY] + [(world.south, "leader")]:
        if name in ("mother", "father", "other_mother"):
            with pytest.raises(asyncpg.InsufficientPrivilegeError):
                await seen(world, town, name)
        else:
            assert await seen(world, town, name) == [], name
    async with world.api.read(world.south.who("administrator"), "test.read") as tx:
        assert await store.in_office(tx, 10) == []


async def test_nobody_reads_one_by_another_way(world: World, case: Case) -> None:
    """Raw SQL under each role: no capacity has a policy for what died, nor the functions of another capacity."""
    message = await dead(world, world.north, case, "mother")
    for name in ("mother", "father", "leader", "teacher", "administrator", "dpo"):
        async with world.api.read(world.north.who(name), "test.read") as tx:
            rows = await tx._connection.fetch("select id from message where id = $1", message)
            assert rows == [], name
    closed = {
        "mother": (_OF_CASES, _OF_OFFICE, f"deal_with_undelivered('{message}', 'not_needed', null)"),
        "leader": (_OF_OFFICE, f"send_again('{message}', 'not_needed')", "open_undelivered()"),
        "administrator": (_OF_CASES, f"send_again('{message}', 'not_needed')", "open_undelivered()"),
    }
    for name, calls in closed.items():
        for call in calls:
            with pytest.raises(asyncpg.InsufficientPrivilegeError):
                async with world.api.read(world.north.who(name), "test.read") as tx:
                    await tx._connection.fetch(f"select * from {call}")


async def test_who_runs_the_system_sees_neither_child_nor_family(world: World, case: Case) -> None:
    await dead(world, world.north, case, "mother")
    await dead(world, world.north, case, "psychologist")
    for name in ("administrator", "dpo"):
        async with world.api.read(world.north.who(name), "test.read") as tx:
            rows = await store.in_office(tx, 10)
            counts = await store.counts(tx)
            touched = set(tx.touched)
        assert {row.staff_id for row in rows} == {None, world.north.id("psychologist")}
        assert {(row.channel, row.reason, row.code) for row in rows} == {("mail", "refused", 550)}
        assert [(one.channel, one.reason, one.number) for one in counts] == [("mail", "refused", 2)]
        assert touched == set()
        told = " ".join(str(row) for row in rows)
        for secret in (case.dossier, case.meeting, world.north.id("mother"), world.north.id("child")):
            assert str(secret) not in told


async def test_when_who_called_the_meeting_has_left_the_one_who_holds_the_thread_answers(
    world: World, case: Case
) -> None:
    await change(
        world,
        world.north,
        "update meeting set convener_id = $2 where tenant_id = $1",
        world.north.id("mother"),
    )
    message = await dead(world, world.north, case, "father")
    assert await seen(world, world.north, "teacher") == [message]
    assert await seen(world, world.north, "leader") == []


async def test_it_waits_in_the_task_list_and_is_told_once_a_day_for_a_case(world: World, case: Case) -> None:
    await dead(world, world.north, case, "mother")
    await dead(world, world.north, case, "father")
    await deliver(world, world.north, refuse=True)
    async with world.api.read(world.north.who("leader"), "test.read") as tx:
        told = [row.kind for row in await list_inbox(tx, 10)]
        waiting = [row for row in await tasks(tx, ()) if row.kind == "undelivered"]
    assert told == ["undelivered"]
    assert [(row.meeting_id, row.child_id) for row in waiting] == [(case.meeting, world.north.id("child"))]


async def test_sent_again_it_is_a_new_message_of_the_same_occurrence_and_this_one_is_over(
    world: World, case: Case
) -> None:
    message = await dead(world, world.north, case, "mother")
    async with world.api.write(world.north.who("leader"), "test.resend") as tx:
        await service.deal_with(tx, message, Resolution.SENT_AGAIN)
        assert tx.touched == {case.dossier}
    old = await row_of(world, message)
    assert (old["resolution"], old["resolved_by"]) == ("sent_again", world.north.id("leader"))
    async with world.behind_the_walls() as db:
        new = await db.fetch(
            "select * from message where occurrence_key = $1", old["occurrence_key"] + ".again1"
        )
    assert [(row["state"], row["channel"], row["recipient_id"]) for row in new] == [
        ("planned", "mail", world.north.id("mother"))
    ]
    assert await seen(world, world.north, "leader") == []
    with pytest.raises(UserError):
        async with world.api.write(world.north.who("leader"), "test.resend") as tx:
            await service.deal_with(tx, message, Resolution.SENT_AGAIN)
    # And once more: what dies again can be sent again, under a key of its own.
    (second,) = await deliver(world, world.north, refuse=True)
    async with world.api.write(world.north.who("leader"), "test.resend") as tx:
        await service.deal_with(tx, second, Resolution.SENT_AGAIN)
    async with world.behind_the_walls() as db:
        again = await db.fetchval(
            "select count(*) from message where occurrence_key = $1", old["occurrence_key"] + ".again2"
        )
    assert again == 1


async def test_what_was_written_of_a_settled_one_is_read_by_who_answers_for_it_alone(
    world: World, case: Case
) -> None:
    message = await dead(world, world.north, case, "mother")
    words = "Ringet til mor: ny adresse"
    async with world.api.write(world.north.who("leader"), "test.settle") as tx:
        await service.deal_with(tx, message, Resolution.TOLD_OTHERWISE, f" {words} ")
    async with world.api.read(world.north.who("leader"), "test.read") as tx:
        [row] = await store.settled(tx)
        assert (row.id, row.resolution, row.resolved_by) == (
            message,
            "told_otherwise",
            world.north.id("leader"),
        )
        assert await store.said_of(tx, row) == words
        assert tx.touched >= {case.dossier}
    for town, name in (
        (world.north, "teacher"),
        (world.north, "psychologist"),
        (world.south, "leader"),
        (world.north, "mother"),
        (world.north, "administrator"),
    ):
        async with world.api.read(town.who(name), "test.read") as tx:
            if name in ("mother", "administrator"):
                with pytest.raises(asyncpg.InsufficientPrivilegeError):
                    await store.settled(tx)
            else:
                assert await store.settled(tx) == [], name
    assert words.encode() not in (await row_of(world, message))["said_sealed"]
    # Who runs the system has no case to keep words in; and what is settled is settled.
    another = await dead(world, world.north, case, "father")
    for name, one in (("administrator", another), ("leader", message)):
        with pytest.raises(UserError):
            async with world.api.write(world.north.who(name), "test.settle") as tx:
                await service.deal_with(tx, one, Resolution.NOT_NEEDED, "Ligegyldigt")
    async with world.api.write(world.north.who("administrator"), "test.settle") as tx:
        await service.deal_with(tx, another, Resolution.NOT_NEEDED)
    async with world.api.read(world.north.who("leader"), "test.read") as tx:
        assert [await store.said_of(tx, one) for one in await store.settled(tx)] == [None, words]
    await world.advance(90 * 86400)
    async with world.api.read(world.north.who("leader"), "test.read") as tx:
        assert await store.settled(tx) == []


async def test_two_who_press_at_one_time_send_one(world: World, case: Case) -> None:
    message = await dead(world, world.north, case, "mother")

    async def press(name: str) -> bool:
        try:
            async with world.api.write(world.north.who(name), "test.resend") as tx:
                await service.deal_with(tx, message, Resolution.SENT_AGAIN)
        except UserError:
            return False
        return True

    pressed = await asyncio.gather(*[press(name) for name in ("leader", "administrator", "leader")])
    assert sorted(pressed) == [False, False, True]
    async with world.behind_the_walls() as db:
        planned = await db.fetchval(
            "select count(*) from message where recipient_id = $1 and state = 'planned' and channel <> 'inbox'",
            world.north.id("mother"),
        )
    assert planned == 1


@pytest.mark.parametrize("read_first", [True, False])
async def test_whoever_read_it_in_the_portal_has_been_told(
    world: World, case: Case, read_first: bool
) -> None:
    await plan(world, world.north, case, "mother")

    async def read() -> None:
        async with world.api.write(world.north.who("mother"), "test.read") as tx:
            (arrived,) = await list_inbox(tx, 10)
            await mark_read(tx, arrived.id)

    if read_first:
        async with world.behind_the_walls(world.north) as db:
            await db.execute(
                "update message set state = 'sent', settled_at = planned_at where channel = 'inbox'"
            )
        await read()
    (message,) = await deliver(world, world.north, refuse=True)
    if not read_first:
        assert await seen(world, world.north, "leader") == [message]
        await read()
    assert await seen(world, world.north, "leader") == []
    row = await row_of(world, message)
    assert (row["resolution"], row["resolved_by"]) == ("read_in_portal", world.north.id("mother"))


async def test_what_no_longer_matters_waits_for_nobody(world: World, case: Case) -> None:
    await dead(world, world.north, case, "mother")
    await change(
        world, world.north,
        "update participant set answer = 'coming' where tenant_id = $1 and person_id = $2", world.north.id("mother"),
    )  # fmt: skip
    assert await seen(world, world.north, "leader") == []
    await dead(world, world.north, case, "father")
    await change(world, world.north, "update meeting set starts_at = $2, ends_at = $3 where tenant_id = $1",
                 case.starts_at - timedelta(days=40), case.starts_at - timedelta(days=39))  # fmt: skip
    assert await seen(world, world.north, "leader") == []


async def test_a_deadline_of_an_underretning_is_told_to_who_leads_alone(world: World, case: Case) -> None:
    underretning, deadline = uuid4(), uuid4()
    async with world.behind_the_walls(world.north) as db:
        await db.execute(
            "insert into underretning (tenant_id, id, dossier_id, written_by, written_at, reader_id, sealed, child_id, bypass)"
            " values ($1, $2, $3, $4, $5, $6, $7, $8, 'underretning')",
            world.north.tenant, underretning, case.dossier, world.north.id("adviser"), case.starts_at,
            world.north.id("psychologist"), b"\x01", world.north.id("child"),
        )  # fmt: skip
        await db.execute(
            "insert into deadline (tenant_id, id, dossier_id, key, task, person_id, due_at, next_at, state, settled_at,"
            " underretning_id) values ($1, $2, $3, 'assess', 'assess', $4, $5, $5, 'missed', $5, $6)",
            world.north.tenant, deadline, case.dossier, world.north.id("teacher"), case.starts_at, underretning,
        )  # fmt: skip
        then = case.starts_at - timedelta(days=30)
        await db.execute(
            "insert into message (tenant_id, id, recipient_id, dossier_id, kind, channel, deadline_id, occurrence_key,"
            " not_before, planned_at, free_at) values ($1, $2, $3, $4, 'deadline_missed', 'mail', $5, 'x', $6, $6, $6)",
            world.north.tenant, uuid4(), world.north.id("psychologist"), case.dossier, deadline, then,
        )  # fmt: skip
    (message,) = await deliver(world, world.north, refuse=True)
    assert await seen(world, world.north, "teacher") == []
    assert await seen(world, world.north, "leader") == [message]


async def test_after_an_outage_all_go_again_step_by_step_and_none_twice(
    world: World, case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("mother", "father", "psychologist"):
        await plan(world, world.north, case, name)
    died = await deliver(world, world.north, refuse=True, reason=Reason.OUT_OF_PATIENCE)
    await dead(world, world.north, case, "mother", MessageKind.MEETING_CONCLUDED)
    monkeypatch.setattr(service, "AT_ONCE", 2)
    async with world.worker.read(world.north.system, "test.now") as tx:
        outage = Outage(since=tx.now - timedelta(days=1), until=tx.now, reason=Reason.OUT_OF_PATIENCE)
    steps = []
    for _ in range(3):
        async with world.api.write(world.north.who("administrator"), "test.resend") as tx:
            steps.append(await service.resend_step(tx, outage))
            assert tx.touched == set()
    assert [(step.resent, step.left) for step in steps] == [(2, 1), (1, 0), (0, 0)]
    for message in died:
        row = await row_of(world, message)
        assert (row["resolution"], row["resolved_by"]) == ("sent_again", world.north.id("administrator"))
    for name in ("dpo", "leader"):
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            async with world.api.write(world.north.who(name), "test.resend") as tx:
                await service.resend_step(tx, outage)
