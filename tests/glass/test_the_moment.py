"""A leader's access and a delegate's begin and end at their moment: nothing sweeps, the clock alone is moved."""

from datetime import timedelta
from uuid import UUID, uuid4

import asyncpg
import pytest

from services.core.calendar.instants import local_day
from services.core.delegation.service import Delegate, delegate, end_delegation
from services.core.delegation.store import DelegationRow, delegations
from services.core.errors import ErrorCode, UserError
from services.core.message import outbox
from services.core.message.kinds import MessageKind
from services.core.message.rules import may_send
from services.core.message.service import MessagePlan, plan_message
from services.core.person import onlookers
from services.core.person.periods import record_employment, record_enrolment, record_relation
from tests.builders.world import World
from tests.glass.conftest import acting, employ, sees, told

DAY = 86400


async def stand_in(
    world: World, by: str, for_: str | None, to: str, days: int = 7, *children: str
) -> list[DelegationRow]:
    """Let ``to`` act from today on."""
    async with world.api.write(world.north.who(by), "mutation:delegate") as tx:
        today = local_day(tx.now)
        return await delegate(
            tx,
            Delegate(
                world.north.id(to),
                today,
                today + timedelta(days=days - 1),
                world.north.id(for_) if for_ else None,
                tuple(world.north.id(child) for child in children),
            ),
        )


async def over(world: World, row: DelegationRow, by: str) -> None:
    async with world.api.write(world.north.who(by), "mutation:endDelegation") as tx:
        await end_delegation(tx, row.id)


async def test_a_leader_s_access_follows_the_enrolment_at_its_moment(living: World) -> None:
    town = living.north
    async with living.worker.write(town.system, "test.moves") as tx:
        moves = tx.now + timedelta(days=2)
        await record_enrolment(
            tx, town.id("toddler"), town.people.units["daycare"], tx.now - timedelta(days=365), moves
        )
        await record_enrolment(tx, town.id("toddler"), town.people.units["school"], moves)
    assert await sees(living, "daycare_leader", "toddler")
    assert not await sees(living, "leader", "toddler")
    await living.advance(2 * DAY - 60)
    assert await sees(living, "daycare_leader", "toddler")
    await living.advance(61)
    assert not await sees(living, "daycare_leader", "toddler")
    assert await sees(living, "leader", "toddler")
    # Whoever counts by unit may wait for the sweep; by raw SQL under the leader's own role nothing of the child is left.
    async with acting(living, "daycare_leader", "rundbord_unit") as one:
        for table in ("person", "dossier", "dossier_place", "custody"):
            key = "id" if table == "dossier" else "dossier_id"
            assert (
                await one.fetchval(
                    f"select count(*) from {table} where {key} = (select dossier_id from person where id = $1)",
                    town.id("toddler"),
                )
                == 0
            )
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await one.execute(
                "insert into dossier_place select tenant_id, gen_random_uuid(), unit_id, now() from dossier_place"
            )
    async with living.api.read(town.who("leader"), "test.page") as tx:
        seen = await onlookers.who_can_see(tx, town.id("toddler"))
        assert {one.place for one in seen if one.reason == "leader_of_unit"} == {"Åbrinkens Skole"}
        yesterday = await onlookers.who_could_see(
            tx, town.id("toddler"), local_day(tx.now - timedelta(days=1))
        )
        assert {one.place for one in yesterday if one.reason == "leader_of_unit"} == {"Børnehuset Ærtehaven"}


async def test_a_delegate_has_what_is_the_absent_s_own_and_loses_it_with_them(living: World) -> None:
    town = living.north
    await employ(living, "substitute", "Vibe Vikarprøve", "school", "teacher")
    assert not await sees(living, "substitute", "child")
    (row,) = await stand_in(living, "teacher", None, "substitute")
    assert await sees(living, "substitute", "child")
    assert await told(living, "delegated", town.id("substitute")) == 2
    async with living.api.read(town.who("leader"), "test.page") as tx:
        (mine,) = [
            one for one in await onlookers.who_can_see(tx, town.id("child")) if one.reason == "delegated"
        ]
        assert (mine.name, mine.whose) == ("Vibe Vikarprøve", "Klaus Klasseprøve")
        assert mine.valid_until == row.valid_until
    # What the absent get, the delegate gets; what they lose, the delegate loses.
    async with living.worker.write(town.system, "test.relation") as tx:
        begun = tx.now
        await record_relation(tx, town.id("sibling"), town.id("teacher"), "contact_pedagogue", begun)
    assert await sees(living, "substitute", "sibling")
    async with living.worker.write(town.system, "test.relation") as tx:
        await record_relation(
            tx,
            town.id("sibling"),
            town.id("teacher"),
            "contact_pedagogue",
            begun,
            tx.now + timedelta(hours=1),
        )
    await living.advance(3601)
    assert not await sees(living, "substitute", "sibling")
    # No chain: what was delegated to somebody is not theirs to pass on.
    await employ(living, "third", "Tove Trediprøve", "school", "teacher")
    (chain,) = await stand_in(living, "substitute", None, "third")
    assert not await sees(living, "third", "child")
    await over(living, chain, "third")
    # Acts are the delegate's own, by name.
    async with living.behind_the_walls() as db:
        grants = await db.fetchval(
            "select count(*) from access_event e join access_grant g on g.id = any (e.grants) and g.reason = 'delegated'"
            " where e.actor_id = $1 and g.on_behalf_of = $2",
            town.id("substitute"),
            town.id("teacher"),
        )
    assert grants > 0
    await over(living, row, "teacher")
    assert not await sees(living, "substitute", "child")


async def test_it_begins_and_ends_on_its_days_in_denmark(living: World) -> None:
    town = living.north
    async with living.api.write(town.who("teacher"), "mutation:delegate") as tx:
        today = local_day(tx.now)
        (row,) = await delegate(
            tx,
            Delegate(
                town.id("substitute"),
                today + timedelta(days=1),
                today + timedelta(days=2),
                children=(town.id("child"),),
            ),
        )
        until_then = int((row.valid_from - tx.now).total_seconds())
    assert not await sees(living, "substitute", "child")
    await living.advance(until_then - 30)
    assert not await sees(living, "substitute", "child")
    await living.advance(60)
    assert await sees(living, "substitute", "child")
    await living.advance(2 * DAY - 60)
    assert await sees(living, "substitute", "child")
    await living.advance(61)
    assert not await sees(living, "substitute", "child")
    with pytest.raises(UserError) as refused:
        await stand_in(living, "teacher", None, "substitute", 0)
    assert refused.value.code is ErrorCode.INVALID_INPUT


async def test_who_may_let_whom(living: World) -> None:
    town = living.north
    for by, for_, to in (
        ("teacher", None, "psychologist"),  # of another place
        ("teacher", "substitute", "third"),  # not theirs to say
        ("daycare_leader", "teacher", "substitute"),  # leads neither
        ("adviser", None, "psychologist"),
    ):
        with pytest.raises(UserError) as refused:
            await stand_in(living, by, for_, to)
        assert refused.value.code is ErrorCode.RULE_BLOCKED, (by, for_, to)
    for by in ("mother", "dpo", "administrator"):
        with pytest.raises(UserError) as refused:
            await stand_in(living, by, None, "substitute")
        assert refused.value.code is ErrorCode.FORBIDDEN
    # A leader for somebody who is ill; the two of them see it, and another leader does not.
    (row,) = await stand_in(living, "leader", "teacher", "substitute", 2, "child")
    assert await told(living, "delegated", town.id("teacher")) > 0
    for name, there in (
        ("leader", True),
        ("teacher", True),
        ("substitute", True),
        ("daycare_leader", False),
        ("third", False),
    ):
        async with living.api.read(town.who(name), "test.list") as tx:
            assert (row.id in [one.id for one in await delegations(tx)]) is there, name
    await over(living, row, "substitute")
    with pytest.raises(UserError) as refused:
        await stand_in(living, "teacher", None, "substitute", 2, "neighbour")
    assert refused.value.code is ErrorCode.NOT_FOUND


async def test_the_database_lets_nobody_write_or_lengthen_one_for_others(living: World) -> None:
    town = living.north
    (row,) = await stand_in(living, "teacher", None, "substitute", 3)
    insert = (
        "insert into delegation (tenant_id, id, absent_id, delegate_id, valid_from, valid_until, made_by, made_at)"
        " values ($1, $2, $3, $4, business_now(), business_now() + interval '1 day', $5, business_now())"
    )
    for name, absent, to in (
        ("psychologist", "teacher", "psychologist"),
        ("substitute", "teacher", "substitute"),
        ("teacher", "teacher", "psychologist"),
    ):
        async with acting(living, name, "rundbord_relation") as one:
            with pytest.raises(asyncpg.InsufficientPrivilegeError):
                await one.execute(insert, town.tenant, uuid4(), town.id(absent), town.id(to), town.id(name))
    async with acting(living, "substitute", "rundbord_relation") as one:
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await one.execute(
                "update delegation set valid_until = valid_until + interval '9 days' where id = $1", row.id
            )
    for name, role in (("mother", "rundbord_family"), ("dpo", "rundbord_oversight")):
        async with acting(living, name, role) as one:
            with pytest.raises(asyncpg.InsufficientPrivilegeError):
                await one.fetch("select * from delegation")
    await over(living, row, "teacher")


async def message_to(world: World, child: str, name: str, key: str) -> UUID:
    async with world.worker.write(world.north.system, "test.plan") as tx:
        dossier = await world_dossier(world, child)
        await plan_message(
            tx,
            MessagePlan(
                kind=MessageKind.CASE_NEWS,
                recipient=world.north.id(name),
                dossier=dossier,
                occurrence_key=key,
            ),
        )
    return dossier


async def world_dossier(world: World, child: str) -> UUID:
    async with world.behind_the_walls() as db:
        dossier: UUID = await db.fetchval(
            "select dossier_id from person where id = $1", world.north.id(child)
        )
    return dossier


async def sendable(world: World, recipient: str, key: str) -> list[bool]:
    """Claim everything; whether each message of this occasion to somebody may go."""
    found = []
    async with world.notifier.write(world.north.system, "test.claim") as tx:
        await outbox.claim(tx, 500, timedelta(0))
    async with world.notifier.write(world.north.system, "test.claim") as tx:
        claims = await outbox.claim(tx, 500, timedelta(0))
        for one in claims:
            facts = await outbox.send_facts(tx, outbox.Claim(one.id, one.attempt))
            if (
                facts is not None
                and facts.recipient_id == world.north.id(recipient)
                and facts.kind == "case_news"
            ):
                found.append(may_send(facts, tx.now) is None)
    async with world.behind_the_walls() as db:
        count = await db.fetchval(
            "select count(*) from message where recipient_id = $1 and occurrence_key = $2",
            world.north.id(recipient),
            key,
        )
    assert len(found) >= count
    return found if count else []


async def test_what_is_told_to_the_absent_is_told_to_the_delegate_while_it_lasts(living: World) -> None:
    await message_to(living, "child", "teacher", "test:before")
    assert await sendable(living, "substitute", "test:before") == []
    (row,) = await stand_in(living, "teacher", None, "substitute", 3)
    await message_to(living, "child", "teacher", "test:during")
    assert await sendable(living, "substitute", "test:during") == [True]  # one for all alike (ADR 40)
    # Ended before it goes: the copy that still waits is stopped at the last look.
    await over(living, row, "teacher")
    assert await sendable(living, "substitute", "test:during") == [False]


async def test_it_ends_with_the_employment_of_the_absent(living: World) -> None:
    """Trap 18: nobody acts for one who works here no more."""
    town = living.north
    await stand_in(living, "teacher", None, "substitute", 30, "child")
    assert await sees(living, "substitute", "child")
    async with living.worker.write(town.system, "test.leaves") as tx:
        async with living.behind_the_walls() as db:
            since = await db.fetchval(
                "select lower(valid) from employment where person_id = $1 and upper_inf(recorded)",
                town.id("teacher"),
            )
        await record_employment(
            tx,
            town.id("teacher"),
            town.people.units["school"],
            "professional",
            since,
            tx.now + timedelta(hours=1),
        )
    assert await sees(living, "substitute", "child")
    await living.advance(3601)
    assert not await sees(living, "substitute", "child")
