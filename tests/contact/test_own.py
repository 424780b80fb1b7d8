"""The choice is the person's alone: read, changed, kept and erased as such, by the walls and not by good manners."""

from datetime import time

import asyncpg
import pytest

from services.core.contact.rules import Way
from services.core.contact.service import change_address, choose
from services.core.errors import ErrorCode, UserError
from services.core.identity import Capacity, RequestIdentity
from services.core.keys.seal import SealLabel
from services.core.person.details import PersonDetails
from services.core.person.service import NewPerson, record_person
from tests.builders.world import World, open_session
from tests.contact.steps import NIGHT, PLAIN, chooses, own, reached_at


async def as_somebody(world: World, person: str, capacity: Capacity) -> RequestIdentity:
    """The same person, logged in as something else."""
    town = world.north
    session = await open_session(world.worker, town.tenant, town.id(person), capacity)
    return RequestIdentity(town.host, session.credential)


async def test_without_a_choice_the_municipality_decides(living: World) -> None:
    mother = await own(living, living.north.who("mother"))
    assert {one.way: one.chosen for one in mother.ways} == {
        Way.MAIL: True,
        Way.SMS: False,
        Way.DIGITAL_POST: False,
    }
    assert (mother.quiet_from, mother.remind_days, mother.usual_days, mother.version) == (None, None, 1, 0)
    assert (mother.email, mother.telephone, mother.language) == ("mother@familie.example", "20102000", "da")
    teacher = await own(living, living.north.who("teacher"))
    assert (teacher.email, teacher.staff) == ("teacher@kommune.example", True)
    why = {one.way: one.why_not and one.why_not.message_key for one in teacher.ways}
    assert why == {
        Way.MAIL: None,
        Way.SMS: "contact.sms_not_at_work",
        Way.DIGITAL_POST: "contact.post_for_families",
    }


async def test_who_came_second_learns_that_it_was_changed(living: World) -> None:
    who = living.north.who("other_mother")
    chosen = await chooses(living, who, ways=(Way.SMS, Way.MAIL), remind_days=3, **NIGHT)
    assert [one.way for one in chosen.ways if one.chosen] == [Way.MAIL, Way.SMS]
    assert (chosen.quiet_from, chosen.quiet_until, chosen.remind_days) == (time(22), time(7), 3)
    for old in (0, 7):
        with pytest.raises(UserError) as refused:
            async with living.api.write(who, "test.choose") as tx:
                await choose(tx, PLAIN, old)
        assert refused.value.code is ErrorCode.CONFLICT
    assert (await chooses(living, who, ways=(Way.SMS,))).version == chosen.version + 1


async def test_it_is_the_persons_in_whatever_capacity(living: World) -> None:
    leader = living.north.who("leader")
    await chooses(living, leader, remind_days=5)
    beside = await as_somebody(living, "leader", Capacity.PROFESSIONAL)
    assert (await own(living, beside)).remind_days == 5
    await chooses(living, beside, remind_days=None)
    assert (await own(living, leader)).remind_days is None
    for name in ("administrator", "dpo", "adviser"):
        assert (await chooses(living, living.north.who(name), remind_days=2)).remind_days == 2


READS = ("select person_id from contact_choice", "select person_id from contact_choice for update")
WRITES = (
    "insert into contact_choice (tenant_id, person_id, dossier_id, changed_at)"
    " select tenant_id, id, dossier_id, business_now() from person limit 1",
    "update contact_choice set channels = '{sms}'",
    "delete from contact_choice",
    "select * from contact_change",
    "insert into contact_change (tenant_id) values (current_tenant())",
    "update person set language = 'en'",
    "update person set sealed = 'x'",
    "select reminds_at from message; update message set reminds_at = null",
)


@pytest.mark.parametrize("name", ["mother", "teacher", "leader", "dpo", "auditor"])
async def test_with_raw_sql_nobody_reads_or_writes_anothers(living: World, name: str) -> None:
    town = living.north
    for one in ("father", "teacher", "health_visitor"):
        await chooses(living, town.who(one), remind_days=4)
    await chooses(living, living.south.who("mother"), remind_days=4)
    async with living.api.read(town.who(name), "test.raw") as tx:
        if name == "auditor":
            with pytest.raises(asyncpg.InsufficientPrivilegeError):
                await tx._connection.fetch(READS[0])
        else:
            seen = {row["person_id"] for row in await tx._connection.fetch(READS[0])}
            assert seen <= {town.id(name)}
            assert await tx._connection.fetch("select * from own_contact()")
    for sql in WRITES:
        with pytest.raises((asyncpg.InsufficientPrivilegeError, asyncpg.RaiseError)):
            async with living.api.write(town.who(name), "test.raw") as tx:
                await tx._connection.execute(sql)


async def test_the_notifier_and_the_worker_read_and_do_not_choose(living: World) -> None:
    await chooses(living, living.north.who("mother"), remind_days=4)
    await chooses(living, living.south.who("mother"), remind_days=4)
    for database in (living.worker, living.notifier):
        async with database.read(living.north.system, "test.raw") as tx:
            seen = {row["person_id"] for row in await tx._connection.fetch(READS[0])}
        assert living.north.id("mother") in seen
        assert living.south.id("mother") not in seen
        for sql in WRITES[:3]:
            with pytest.raises(asyncpg.InsufficientPrivilegeError):
                async with database.write(living.north.system, "test.raw") as tx:
                    await tx._connection.execute(sql)


async def test_a_professional_changes_no_address_here(living: World) -> None:
    who = living.north.who("teacher")
    with pytest.raises(UserError) as refused:
        await reached_at(living, who, "ny@kommune.example", "")
    assert refused.value.code is ErrorCode.RULE_BLOCKED
    for sql in (
        "select change_own_contact(1, 'x', gen_random_uuid(), null)",
        "select tell_of_contact_change(gen_random_uuid(), '{}', '{}')",
        "select choice_takes_effect()",
    ):
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            async with living.api.write(who, "test.raw") as tx:
                await tx._connection.execute(sql)


async def test_what_somebody_said_holds_over_any_register(living: World) -> None:
    town, who = living.south, living.south.who("father")
    await chooses(living, who, language="en")
    await reached_at(living, who, "ny@familie.example", "+46 70 123 45 67")
    assert (await own(living, who)).telephone == "+46701234567"
    told = PersonDetails(name="Ørn Nyt-Navn", email="gammel@familie.example", address="Ny vej 2")
    async with living.worker.write(town.system, "test.told") as tx:
        assert await record_person(
            tx, NewPerson(source_key="father", kind="adult", details=told, language="da")
        ) == town.id("father")
    after = await own(living, who)
    assert (after.email, after.telephone, after.language) == ("ny@familie.example", "+46701234567", "en")
    async with living.worker.read(town.system, "test.look") as tx:
        row = await tx._connection.fetchrow(
            "select dossier_id, sealed from person where id = $1", town.id("father")
        )
        assert row is not None
        opened = await tx.open_sealed(
            SealLabel.PERSON, row["dossier_id"], town.id("father"), row["sealed"], PersonDetails
        )
    assert (opened.name, opened.address) == ("Ørn Nyt-Navn", "Ny vej 2")


async def test_the_portal_speaks_the_language_at_once_and_after_the_next_login(living: World) -> None:
    town = living.south
    assert (await chooses(living, town.who("mother"), language="en")).language == "en"
    async with living.api.read(town.who("mother"), "test.language") as tx:
        assert tx.actor.language == "en"
    async with living.behind_the_walls() as db:
        assert await db.fetchval("select language from person where id = $1", town.id("mother")) == "en"
    with pytest.raises(UserError, match=r"contact\.no_such_language"):
        await chooses(living, town.who("mother"), language="ar")


async def test_an_address_that_a_chosen_way_needs_is_not_taken_away(living: World) -> None:
    who = living.south.who("other_mother")
    await chooses(living, who, ways=(Way.MAIL, Way.SMS))
    for email, telephone, key in (
        ("", "20304050", "contact.mail_is_chosen"),
        ("ny@familie.example", "", "contact.sms_is_chosen"),
        ("ny@familie.example", "+46 8 123 456 78", "contact.sms_needs_other"),
    ):
        with pytest.raises(UserError, match=key):
            await reached_at(living, who, email, telephone)
    with pytest.raises(UserError) as refused:
        async with living.api.write(who, "test.late") as tx:
            await change_address(tx, "ny@familie.example", "20304050", 77)
    assert refused.value.code is ErrorCode.CONFLICT


async def test_it_goes_with_the_dossier(living: World) -> None:
    town = living.south
    await chooses(living, town.who("mother"), remind_days=1)
    await reached_at(living, town.who("mother"), "ny@familie.example", "20304050")
    async with living.behind_the_walls(town) as db:
        there = (
            "select (select count(*) from contact_choice where person_id = $1)"
            " + (select count(*) from contact_change where person_id = $1)"
        )
        assert await db.fetchval(there, town.id("mother")) == 2
        erasing = db.transaction()
        await erasing.start()
        await db.execute(
            "delete from dossier where id = (select dossier_id from person where id = $1)", town.id("mother")
        )
        assert await db.fetchval(there, town.id("mother")) == 0
        await erasing.rollback()
