"""The end of a record: under the tenant's own rule, stopped by a hold, erased with its key, resumable at every step."""

import os
import signal
import sys
from asyncio import create_subprocess_exec
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID, uuid4

import asyncpg
import pytest

from services.core.calendar import local_day
from services.core.db.database import Database
from services.core.errors import ErrorCode, UserError
from services.core.identity import DossierId
from services.core.message.kinds import MessageKind
from services.core.message.service import MessagePlan, plan_message
from services.core.retention.anchored import Erased, LedgerDamagedError, append, read
from services.core.retention.erasure import erase_next
from services.core.retention.gate import ServingGate
from services.core.retention.orphans import TooManyOrphansError, destroy_orphan_keys
from services.core.retention.replay import unreplayed
from services.core.retention.service import (
    certificates,
    clear_due,
    due_of,
    holds_of,
    lift_hold,
    place_hold,
    start_retention,
    would_erase,
)
from services.core.sweep.kinds import SweepKind
from services.core.sweep.service import Swept, pending, run_sweep
from services.core.tenancy.service import current_model
from tests.builders.world import Town, World, settings
from tests.worker.case import Case, anchors, change, open_case

YEAR = 366 * 24 * 3600


@pytest.fixture
async def case(world: World) -> Case:
    await change(world, world.north, "delete from retention_due where tenant_id = $1")
    return await open_case(world, world.north)


async def close(world: World, case: Case, town: Town | None = None) -> date:
    """Close the case; answers the first day on which it may be erased."""
    async with world.worker.write((town or world.north).system, "test.close") as tx:
        version = await current_model(tx)
        due = await start_retention(tx, version.model, version.id, case.dossier)
    assert due is not None
    return due


async def make_due(world: World, case: Case, days: int = 0) -> None:
    """Let the record's time be out since ``days``, as if it had been closed so long ago."""
    await close(world, case)
    await change(
        world,
        world.north,
        "update retention_due set due_on = (rundbord.business_now() at time zone 'Europe/Copenhagen')::date - $3::integer"
        " where tenant_id = $1 and dossier_id = $2",
        case.dossier,
        days,
    )


async def sweep(world: World) -> Swept:
    return await run_sweep(world.worker, anchors(world), world.north.tenant, SweepKind.RETENTION)


async def what_is_left(world: World, case: Case) -> dict[str, int]:
    """Rows of the dossier by table, and its keys."""
    left = {}
    async with world.behind_the_walls() as db:
        tables = await db.fetch(
            "select table_name from information_schema.columns c join information_schema.tables t"
            " using (table_schema, table_name) where table_schema = 'rundbord' and column_name = 'dossier_id'"
            " and table_type = 'BASE TABLE'"
        )
        for (table,) in tables:
            count = await db.fetchval(f"select count(*) from {table} where dossier_id = $1", case.dossier)
            if count:
                left[table] = count
        if await db.fetchval("select count(*) from dossier where id = $1", case.dossier):
            left["dossier"] = 1
    keys = await asyncpg.connect(world.databases.keys_superuser)
    try:
        if n := await keys.fetchval(
            "select count(*) from rundbord.dossier_key where dossier_id = $1", case.dossier
        ):
            left["key"] = n
    finally:
        await keys.close()
    return left


async def test_the_tenants_own_rule_counts_from_the_closing(world: World, case: Case) -> None:
    due = await close(world, case)
    async with world.worker.read(world.north.system, "test.look") as tx:
        row = await due_of(tx, case.dossier)
        today = local_day(tx.now)
    assert row is not None
    assert (row.record, row.counted_from, row.due_on) == ("casework", today, due)
    assert due.year - today.year == 5
    assert row.rule.startswith("retention/")


async def test_not_a_day_before_and_wholly_on_the_day(world: World, case: Case) -> None:
    async with world.worker.write(world.north.system, "test.message") as tx:
        plan = MessagePlan(kind=MessageKind.INVITATION, recipient=world.north.id("mother"), dossier=case.dossier,
                           meeting=case.meeting, occurrence_key="invitation:x")  # fmt: skip
        await plan_message(tx, plan)
    await make_due(world, case, days=-1)
    assert await sweep(world) == Swept(0, 0)
    assert {"casework", "meeting", "participant", "message", "access_grant", "key"} <= set(
        await what_is_left(world, case)
    )
    await world.advance(24 * 3600)
    async with world.worker.read(world.north.system, "test.dry_run") as tx:
        assert [row.dossier_id for row in await would_erase(tx) if not row.held] == [case.dossier]
    assert (await sweep(world)).failed == 0
    assert await what_is_left(world, case) == {"erasure": 1}
    async with world.api.read(world.north.who("dpo"), "test.certificates") as tx:
        (certificate,) = [c for c in await certificates(tx, 50) if c.due_on == local_day(tx.now)]
        assert certificate.backups_gone_on == local_day(tx.now) + timedelta(days=30)
    async with world.api.read(world.south.who("dpo"), "test.certificates") as tx:
        assert await certificates(tx, 50) == []


async def test_every_table_of_a_dossier_hangs_on_it(world: World) -> None:
    """Closed world: a table with dossier_id goes with the dossier, by cascades alone, or stands on this list."""
    outlive = {"erasure": "the ledger itself"}
    async with world.behind_the_walls() as db:
        rows = await db.fetch(
            """
            with recursive hanging (table_oid) as (
                select 'rundbord.dossier'::regclass::oid
                union
                select c.conrelid from pg_constraint c join hanging h on c.confrelid = h.table_oid
                where c.contype = 'f' and c.confdeltype = 'c')
            select t.relname::text as name, t.oid in (select table_oid from hanging) as hangs
            from pg_class t join pg_attribute a on a.attrelid = t.oid and a.attname = 'dossier_id'
            where t.relkind in ('r', 'p') and t.relnamespace = 'rundbord'::regnamespace"""
        )
    assert {row["name"] for row in rows if not row["hangs"]} == set(outlive)


async def test_a_hold_stops_it_and_lifting_lets_it_go(world: World, case: Case) -> None:
    """Trap 16: nothing is purged while a legal hold stands."""
    await make_due(world, case)
    async with world.api.write(world.north.who("dpo"), "test.hold") as tx:
        hold = await place_hold(tx, case.dossier, "Klagesag ved Ankestyrelsen")
    assert await sweep(world) == Swept(0, 0)
    async with world.worker.read(world.north.system, "test.dry_run") as tx:
        assert [row.held for row in await would_erase(tx) if row.dossier_id == case.dossier] == [True]
    assert (await pending(world.worker, world.north.tenant)).erasures == 0
    async with world.api.write(world.north.who("dpo"), "test.lift") as tx:
        (seen,) = await holds_of(tx, case.dossier)
        assert seen.reason == "Klagesag ved Ankestyrelsen"
        lifted = await lift_hold(tx, hold, seen.version)
        assert lifted.lifted_at is not None
        with pytest.raises(UserError) as refused:
            await lift_hold(tx, hold, seen.version)
    assert refused.value.code is ErrorCode.CONFLICT
    await sweep(world)
    assert await what_is_left(world, case) == {"erasure": 1}


@pytest.mark.parametrize("who", ["leader", "teacher", "mother"])
async def test_holds_are_oversights_alone(world: World, case: Case, who: str) -> None:
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        async with world.api.read(world.north.who(who), "test.hold") as tx:
            await holds_of(tx, case.dossier)


async def test_a_hold_placed_after_the_ledger_was_written_still_stops_it(world: World, case: Case) -> None:
    await make_due(world, case)
    assert await erase_next(world.worker, anchors(world), world.north.system) is True
    async with world.api.write(world.north.who("dpo"), "test.hold") as tx:
        hold = await place_hold(tx, case.dossier, "Aktindsigt")
    await sweep(world)
    assert {"casework", "key"} <= set(await what_is_left(world, case))
    async with world.api.write(world.north.who("dpo"), "test.lift") as tx:
        await lift_hold(tx, hold, 1)
    await sweep(world)
    assert set(await what_is_left(world, case)) == {"erasure"}


async def test_a_case_that_was_reopened_stays(world: World, case: Case) -> None:
    await make_due(world, case)
    assert await erase_next(world.worker, anchors(world), world.north.system) is True
    async with world.worker.write(world.north.system, "test.reopen") as tx:
        await clear_due(tx, case.dossier)
    await sweep(world)
    assert {"casework", "key"} <= set(await what_is_left(world, case))


async def test_what_the_archive_must_have_first_stays(world: World, case: Case) -> None:
    """Trap 16: nor before the archive has what it must have."""
    await make_due(world, case)
    await change(world, world.north, "update retention_due set export_before = true where tenant_id = $1")
    assert await sweep(world) == Swept(0, 0)


@pytest.mark.parametrize("crash_after", [1, 2, 3])
async def test_another_process_takes_it_up_after_any_step(world: World, case: Case, crash_after: int) -> None:
    await make_due(world, case)
    for _ in range(crash_after):
        # A process of its own for every step; then it is gone.
        process = await Database.open(settings(world.databases, "rundbord_worker", world.key_dir), {}, size=1)
        assert await erase_next(process, anchors(world), world.north.system) is True
        await process.close()
    await sweep(world)
    assert await what_is_left(world, case) == {"erasure": 1}
    async with world.behind_the_walls() as db:
        done = await db.fetchval(
            "select count(*) from erasure e join erasure_certificate c on c.tenant_id = e.tenant_id and c.erasure_id = e.id"
            " where e.dossier_id = $1 and e.state = 'done'",
            case.dossier,
        )
    assert done == 1


ERASER = """
import asyncio, sys, uuid
from pathlib import Path
from services.core.db.database import Database
from services.core.identity import SystemIdentity, TenantId
from services.core.retention.anchored import Erased, LedgerDamagedError, append, read
from services.core.retention.erasure import erase_next
from services.core.settings import Settings

async def main():
    told = Settings(database_url=sys.argv[1], keys_url=sys.argv[2], key_dir=Path(sys.argv[3]))
    database = await Database.open(told, {}, size=1)
    while await erase_next(database, Path(sys.argv[5]), SystemIdentity(TenantId(uuid.UUID(sys.argv[4])))):
        print("step", flush=True)

asyncio.run(main())
"""


async def test_kill_nine_in_the_middle_of_many(world: World, case: Case) -> None:
    cases = [case, *[await open_case(world, world.north) for _ in range(9)]]
    for each in cases:
        await make_due(world, each)
    told = settings(world.databases, "rundbord_worker", world.key_dir)
    for steps in (2, 5, 9):
        process = await create_subprocess_exec(
            sys.executable, "-c", ERASER, told.database_url, told.keys_url, str(told.key_dir), str(world.north.tenant),
            str(anchors(world)),
            stdout=-1, env=os.environ,
        )  # fmt: skip
        assert process.stdout is not None
        for _ in range(steps):
            await process.stdout.readline()
        process.send_signal(signal.SIGKILL)
        await process.wait()
    await sweep(world)
    assert [await what_is_left(world, each) for each in cases] == [{"erasure": 1}] * 10


async def test_access_events_keep_a_pseudonym_that_leads_nowhere(world: World, case: Case) -> None:
    async with world.behind_the_walls() as db:
        pseudonym: UUID = await db.fetchval("select audit_pseudonym from dossier where id = $1", case.dossier)
        count = "select count(*) from access_event where subjects @> array[$1::uuid]"
        before = await db.fetchval(count, pseudonym)
        assert before > 0
        await make_due(world, case)
        await sweep(world)
        assert await db.fetchval(count, pseudonym) >= before
        assert await db.fetchval("select count(*) from dossier where audit_pseudonym = $1", pseudonym) == 0


async def age_keys(world: World) -> None:
    keys = await asyncpg.connect(world.databases.keys_superuser)
    try:
        await keys.execute("update rundbord.dossier_key set created_at = created_at - interval '2 hours'")
    finally:
        await keys.close()


async def test_a_key_without_a_dossier_is_swept_and_no_other(world: World, case: Case) -> None:
    class OpeningFailedError(Exception):
        pass

    async def fail_to_open() -> None:
        async with world.worker.write(world.north.system, "test.orphan") as tx:
            await tx.create_key(orphan)
            raise OpeningFailedError

    orphan = DossierId(uuid4())
    with pytest.raises(OpeningFailedError):
        await fail_to_open()
    assert await destroy_orphan_keys(world.worker, world.north.system) == 0
    await age_keys(world)
    assert await destroy_orphan_keys(world.worker, world.south.system) == 0
    assert await destroy_orphan_keys(world.worker, world.north.system) == 1
    assert "key" in await what_is_left(world, case)


async def test_a_main_instance_that_lacks_rows_destroys_no_keys(world: World, case: Case) -> None:
    for _ in range(60):
        await world.worker.keyring.create(world.north.tenant, DossierId(uuid4()))
    await age_keys(world)
    with pytest.raises(TooManyOrphansError):
        await destroy_orphan_keys(world.worker, world.north.system)


async def test_a_restore_is_made_to_forget_again(world: World, case: Case) -> None:
    """The rows, the key and a hold of an older backup come back; the erasure does not."""
    await make_due(world, case)
    async with world.behind_the_walls() as db:
        backup = {t: await db.fetch(f"select x::text from {t} x where {c} = $1", case.dossier)
                  for t, c in (("dossier", "id"), ("casework", "dossier_id"), ("retention_due", "dossier_id"))}  # fmt: skip
    await sweep(world)
    assert await unreplayed(world.worker, anchors(world), world.north.system) == []
    async with world.behind_the_walls() as db:
        await db.execute("select set_config('rundbord.tenant', $1, false)", str(world.north.tenant))
        await db.execute("select set_config('rundbord.now', clock_timestamp()::text, false)")
        await db.execute("delete from erasure_certificate")
        await db.execute("delete from erasure where dossier_id = $1", case.dossier)
        for table, rows in backup.items():
            for row in rows:
                await db.execute(f"insert into {table} select (($1::text)::{table}).*", row[0])
        await db.execute(
            "insert into hold (tenant_id, id, dossier_id, placed_by, placed_at, sealed)"
            " values ($1, gen_random_uuid(), $2, $3, clock_timestamp(), '')",
            world.north.tenant, case.dossier, world.north.id("dpo"),
        )  # fmt: skip
    await world.worker.keyring.create(world.north.tenant, case.dossier)
    assert {"casework", "key", "hold"} <= set(await what_is_left(world, case))
    (missing,) = [
        e
        for e in await unreplayed(world.worker, anchors(world), world.north.system)
        if e.dossier == case.dossier
    ]
    assert missing.record == "casework"
    gates = [ServingGate(database, anchors(world)) for database in (world.api, world.notifier)]
    assert not any([await gate.is_open() for gate in gates]), "nobody reads before it is forgotten again"
    await sweep(world)
    assert all([await gate.is_open() for gate in gates])
    assert await what_is_left(world, case) == {"erasure": 1}
    assert await unreplayed(world.worker, anchors(world), world.north.system) == []


def test_a_torn_line_is_no_erasure_and_a_changed_one_is_told(tmp_path: Path) -> None:
    tenant, day = uuid4(), date(2026, 11, 22)
    erased = [Erased(uuid4(), uuid4(), "casework", "retention/casework", day, day) for _ in range(3)]
    for one in erased:
        append(tmp_path, tenant, one)
    file = tmp_path / str(tenant) / "erasures"
    whole = file.read_bytes()
    file.write_bytes(whole[:-9])
    assert read(tmp_path, tenant) == erased[:2]
    append(tmp_path, tenant, erased[2])
    assert read(tmp_path, tenant) == erased
    file.write_bytes(whole.replace(b"casework", b"caseWork", 1))
    with pytest.raises(LedgerDamagedError):
        read(tmp_path, tenant)
