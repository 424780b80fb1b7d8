"""The auditor reads who has looked, and whether that is whole; nothing of a child, whatever is asked."""

from pathlib import Path

import asyncpg
import pytest

from services.api.graphql.engine import Ask, Engine
from services.api.graphql.schema import build_schema
from services.core.audit import reading
from services.core.audit.service import seal_events
from services.core.audit.verification import verify_daily
from services.core.person import reading as people
from tests.builders.world import World
from tests.roles.conftest import acting


async def test_no_table_of_a_child_names_the_auditors_role(living: World) -> None:
    """As raw SQL: not empty, refused."""
    async with living.behind_the_walls() as connection:
        tables = [
            row["relname"]
            for row in await connection.fetch(
                "select c.relname from pg_class c where c.relnamespace = 'rundbord'::regnamespace and c.relkind = 'r'"
                " and (c.relname in ('person', 'dossier', 'custody', 'relation', 'enrolment', 'access_event', 'session')"
                " or exists (select from pg_attribute a where a.attrelid = c.oid and a.attname in ('dossier_id', 'child_id')))"
            )
        ]
    assert len(tables) > 30
    for table in tables:
        async with acting(living, "auditor", "rundbord_auditor") as connection:
            with pytest.raises(asyncpg.InsufficientPrivilegeError):
                await connection.fetch(f"select 1 from {table}")


async def test_the_log_is_read_by_the_auditor_alone(living: World) -> None:
    town = living.north
    async with living.api.read(town.who("teacher"), "test.look") as tx:
        await people.children(tx)
    async with living.api.read(town.who("mother"), "test.look") as tx:
        await people.children(tx)
    async with living.api.read(town.who("auditor"), "test.audit") as tx:
        events = await reading.logged(tx, limit=50, before=None, actor=None)
        of_one = await reading.logged(tx, limit=50, before=None, actor=town.id("teacher"))
        of_family = await reading.logged(tx, limit=50, before=None, actor=town.id("mother"))
        later = await reading.logged(tx, limit=50, before=(events[0].occurred_at, events[0].id), actor=None)
    looked = {
        (one.actor_name, one.capacity, one.subjects > 0) for one in events if one.operation == "test.look"
    }
    assert looked == {("Klaus Klasseprøve", "professional", True), (None, "family", True)}
    assert {one.actor_id for one in of_one} == {town.id("teacher")}
    assert of_family == []  # a family is never looked up
    assert later == events[1:]
    for name, role in (
        ("leader", "rundbord_unit"), ("dpo", "rundbord_oversight"), ("administrator", "rundbord_oversight"),
        ("mother", "rundbord_family"),
    ):  # fmt: skip
        async with acting(living, name, role) as connection:
            with pytest.raises(asyncpg.InsufficientPrivilegeError):
                await connection.fetch("select * from events_for_auditor(null, null, null, 10)")


async def test_a_day_s_verification_says_whether_the_log_is_whole(living: World, tmp_path: Path) -> None:
    """Trap 17 (reads that leave no trace): the auditor sees that there is a trace, and that nobody has changed it."""
    town = living.north
    async with living.api.read(town.who("auditor"), "test.audit") as tx:
        assert await reading.verifications(tx) == []
    while await seal_events(living.worker, town.tenant, tmp_path):
        pass
    assert await verify_daily(living.worker, town.tenant, tmp_path)
    assert not await verify_daily(living.worker, town.tenant, tmp_path)  # once a day
    async with living.api.read(town.who("auditor"), "test.audit") as tx:
        (whole,) = await reading.verifications(tx)
        standing = await reading.standing(tx)
    assert (whole.findings, whole.links) == ([], standing.sealed)
    assert standing.sealed > 0
    async with living.behind_the_walls() as connection:
        await connection.execute("set session_replication_role = replica")
        await connection.execute(
            "update access_event set operation = 'nothing' where operation = 'test.look'"
        )
    await living.advance(24 * 3600)
    assert await verify_daily(living.worker, town.tenant, tmp_path)
    async with living.api.read(town.who("auditor"), "test.audit") as tx:
        newest, _ = await reading.verifications(tx)
    assert newest.findings == ["event_changed"]


async def test_whatever_an_auditor_asks_to_change_is_refused(living: World) -> None:
    """FORBIDDEN in words, also with an idempotency key, which could not be kept; and a query of a child likewise."""
    town = living.north
    engine = Engine(build_schema(), living.api)
    for document, key in (
        (
            'mutation { openProblem(input: {childId: "%s", track: "home", title: "x"}) { errors { code } } }',
            "k-1",
        ),
        (
            'mutation { openProblem(input: {childId: "%s", track: "home", title: "x"}) { errors { code } } }',
            None,
        ),
        ('query { child(id: "%s") { id } }', None),
    ):
        said = await engine.run_trusted(
            Ask(town.who("auditor"), document % town.id("child"), idempotency_key=key)
        )
        assert b"FORBIDDEN" in said.body, said.body
