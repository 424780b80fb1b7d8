"""What people held before there were places they hold after it: nothing is lost, and grants keep their source."""

from collections.abc import Iterator
from dataclasses import replace
from uuid import uuid4

import asyncpg
import pytest

from services.core.db.migrate import migrations
from services.local import postgres
from tests.environment import Cluster

NAME = "rundbord_before_places"
THIS = "0014_coordinators_measures.sql"


@pytest.fixture
def before(cluster: Cluster) -> Iterator[str]:
    """An empty database with roles and nothing else, by its name."""
    postgres.apply_roles(replace(cluster.main.access, database=NAME))
    yield NAME
    postgres.psql(cluster.main.access, f"DROP DATABASE {NAME} WITH (FORCE);")


async def test_who_held_a_thread_and_who_was_offered_it_are_carried_over(
    cluster: Cluster, before: str
) -> None:
    owner = cluster.main.dsn("rundbord_owner", before)
    connection = await asyncpg.connect(owner)
    for script in migrations("main"):
        if script.name >= THIS:
            break
        async with connection.transaction():
            await connection.execute("set local check_function_bodies = off")
            await connection.execute(script.sql)
            await connection.execute("reset role")
    await connection.close()
    tenant, dossier, holder, asked = uuid4(), uuid4(), uuid4(), uuid4()
    held, offered, nobody = uuid4(), uuid4(), uuid4()
    above = await asyncpg.connect(cluster.main.dsn(postgres.SUPERUSER, before))
    # Only what the new table refers to is there; what that rests on itself is left out.
    await above.execute("set session_replication_role = replica")
    await above.execute(
        "insert into rundbord.tenant values ($1, 'north', 'north', 'Nordby', '90000001', '2026-01-01')",
        tenant,
    )
    for person in (holder, asked):
        await above.execute(
            """insert into rundbord.person (tenant_id, id, dossier_id, kind, sealed)
               values ($1, $2, $2, 'staff', '\\x01')""",
            tenant, person,
        )  # fmt: skip
    for problem, now, following in ((held, holder, None), (offered, holder, asked), (nobody, None, None)):
        await above.execute(
            """insert into rundbord.problem (tenant_id, id, dossier_id, track, status, coordinator_id,
                                             pending_coordinator_id, opened_at, sealed)
               values ($1, $2, $3, 'home', 'open', $4, $5, '2026-05-01', '\\x01')""",
            tenant, problem, dossier, now, following,
        )  # fmt: skip
    script = next(one for one in migrations("main") if one.name == THIS)
    connection = await asyncpg.connect(owner)
    async with connection.transaction():
        await connection.execute(script.sql.split("create table rundbord.process (", maxsplit=1)[0])
    await connection.close()
    rows = await above.fetch(
        "select problem_id, place, id, person_id, pending_id, since from rundbord.problem_coordinator order by pending_id"
    )
    assert {(row["problem_id"], row["place"], row["person_id"], row["pending_id"]) for row in rows} == {
        (held, "", holder, None),
        (offered, "", holder, asked),
    }
    assert all(row["id"] == row["problem_id"] and row["since"] is not None for row in rows)
    columns = await above.fetch(
        "select attname from pg_attribute where attrelid = 'rundbord.problem'::regclass"
    )
    assert not {"coordinator_id", "pending_coordinator_id"} & {row["attname"] for row in columns}
    await above.close()
