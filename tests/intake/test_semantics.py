"""What an import may do and what not: endings, yes and no, one at a time, sealed, walled, and a worker that dies."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator, Iterator
from datetime import date
from pathlib import Path
from typing import Literal

import asyncpg
import pytest
import pytest_asyncio

from services.core.errors import ErrorCode, UserError
from services.core.intake import service, working
from services.core.intake.records import CustodyRecord, Kind, PersonRecord, Told
from services.core.intake.rules import may_end
from services.core.intake.source import RowError
from services.core.person import reading
from tests.builders.world import Town, World
from tests.intake.conftest import FILES, PEOPLE, bring, carry_out, check, look

CUSTODY_OF_SEED = "barn;forældremyndighedsindehaver;fra\nchild;mother;2020-01-01\nchild;father;2020-01-01\n"


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def town(world: World) -> AsyncIterator[Town]:
    """A town in which everything of the files is there."""
    for kind, text in FILES[:6]:
        await carry_out(world, world.north, kind, text)
    yield world.north


async def test_trap_5_custody_that_is_not_told_any_more_ends_at_once_in_a_live_session(world: World) -> None:
    """trap 5: what rests on a custody ends with it. Also who was here before any import is known by our own key."""
    south = world.south
    done = await carry_out(world, south, Kind.CUSTODY, CUSTODY_OF_SEED, source="cpr")
    assert done.counts[("apply", "custody", "changed")] == 2
    async with world.api.read(south.who("father"), "test.read") as tx:
        assert await reading.child(tx, south.id("child")) is not None
    without_father = "barn;forældremyndighedsindehaver;fra\nchild;mother;2020-01-01\n"
    checked = await check(world, south, Kind.CUSTODY, without_father, source="cpr", snapshot=True)
    assert (checked.run.missing, checked.counts[("check", "custody", "ended")]) == (1, 1)
    async with world.api.read(south.who("father"), "test.read") as tx:
        assert await reading.child(tx, south.id("child")) is not None
    async with world.api.write(south.who("administrator"), "test.yes") as tx:
        await service.have_applied(tx, checked.run.id, checked.run.version)
    await working.go_on(world.worker, south.system)
    async with world.api.read(south.who("father"), "test.read") as tx:
        assert await reading.child(tx, south.id("child")) is None
    async with world.api.read(south.who("mother"), "test.read") as tx:
        assert await reading.child(tx, south.id("child")) is not None


@pytest.mark.parametrize(
    ("known", "missing", "accepted", "may"),
    [
        (10, 3, 0, True),
        (10, 4, 0, False),
        (10, 4, 3, False),
        (10, 4, 4, True),
        (200, 10, 0, True),
        (200, 11, 0, False),
    ],
)
def test_more_than_a_few_end_only_after_a_yes(known: int, missing: int, accepted: int, may: bool) -> None:
    assert may_end(known, missing, accepted) is may


async def test_half_a_file_ends_nothing_before_a_yes(world: World, town: Town) -> None:
    text = "nøgle;type;navn;fødselsdato\n" + "".join(f"h{n};barn;Halv {n};2018-01-01\n" for n in range(8))
    await carry_out(world, town, Kind.PERSON, text, source="half")
    half = "\n".join(text.splitlines()[:4]) + "\n"
    held = await carry_out(world, town, Kind.PERSON, half, source="half", snapshot=True)
    assert (held.run.state, held.run.missing) == ("held", 5)
    async with world.api.write(town.who("administrator"), "test.yes") as tx:
        await service.have_applied(tx, held.run.id, held.run.version, 5)
    await working.go_on(world.worker, town.system)
    done = await look(world, town, held.run.id)
    assert done.run.state == "done"
    assert done.counts[("apply", "person", "released")] == 5
    # Where a row can't even say whom it is about, nobody can say who is missing.
    short = "nøgle;type;navn;fødselsdato\n;barn;Halv;2018-01-01\n"
    done = await carry_out(world, town, Kind.PERSON, short, source="half", snapshot=True)
    assert (done.run.state, done.run.missing, done.run.unreadable) == ("done", None, 1)


async def test_a_professional_on_no_list_any_more_loses_every_employment(world: World, town: Town) -> None:
    leader = "nøgle;navn\nmed-2;Lars Lederprøve\n"
    done = await carry_out(world, town, Kind.STAFF, leader, snapshot=True)
    assert done.counts[("apply", "staff", "ended")] == 1
    # Who says yes to it has read who it is, and where from.
    [(names, before, after)] = [one[3:] for one in done.words("apply") if one[2] == "ended"]
    assert (names[:3], before[0], before[2], after[2]) == (
        ["name", "unit", "role"],
        "Kaja Klasseprøve",
        "professional",
        "",
    )
    assert before[:2] == after[:2]
    async with world.behind_the_walls() as connection:
        held = await connection.fetchval(
            """select count(*) from employment e join person p on p.tenant_id = e.tenant_id and p.id = e.person_id
               where p.source_key = 'med-1' and upper_inf(e.recorded) and upper_inf(e.valid)"""
        )
    assert held == 0


async def test_nobody_gives_themselves_an_office(world: World, town: Town) -> None:
    text = "medarbejder;enhed;rolle;fra\nstaff-administrator;elm;leder;2026-01-01\nmed-2;elm;rådgiver;2026-01-01\n"
    done = await carry_out(world, town, Kind.EMPLOYMENT, text)
    assert done.wrong() == [(2, "staff", "own_office")] * 2
    assert done.counts[("apply", "employment", "new")] == 1


async def test_one_import_at_a_time_in_a_town_and_any_in_another(world: World, town: Town) -> None:
    first = await bring(world, town, Kind.PERSON, PEOPLE)
    with pytest.raises(UserError) as refused:
        await bring(world, town, Kind.PERSON, PEOPLE)
    assert (refused.value.code, refused.value.message_key) == (ErrorCode.CONFLICT, "intake.busy")
    await bring(world, world.south, Kind.PERSON, PEOPLE, source="other")
    async with world.api.write(town.who("administrator"), "test.stop") as tx:
        assert (await service.cancel(tx, first.id)).state == "cancelled"
    assert (await check(world, town, Kind.PERSON, PEOPLE)).run.state == "checked"
    await working.go_on(world.worker, world.south.system)


async def test_what_was_brought_lies_sealed_and_goes_with_its_key(world: World, town: Town) -> None:
    run = await bring(world, town, Kind.PERSON, PEOPLE)
    assert run.content_id is not None
    async with world.behind_the_walls() as connection:
        parts = await connection.fetch("select * from intake_part where run_id = $1", run.id)
        seen = await connection.fetch("select * from intake_seen where run_id = $1", run.id)
    assert (len(parts), len(seen)) == (1, 8)
    for row in (*parts, *seen):
        for value in row.values():
            raw = value if isinstance(value, bytes) else str(value).encode()
            assert not any(word in raw for word in (b"Ea Pr", b"7101176001", b"Ahornvej"))
    assert await world.worker.keyring.fetch(town.tenant, [run.content])
    async with world.api.write(town.who("administrator"), "test.stop") as tx:
        await service.cancel(tx, run.id)
    await working.go_on(world.worker, town.system)
    assert await world.worker.keyring.fetch(town.tenant, [run.content]) == {}
    async with world.behind_the_walls() as connection:
        for table in ("intake_part", "intake_seen"):
            assert await connection.fetchval(f"select count(*) from {table} where run_id = $1", run.id) == 0
        assert await connection.fetchval("select count(*) from dossier where id = $1", run.content) == 0


async def test_what_an_administrator_reads_tells_nothing_of_a_child(world: World, town: Town) -> None:
    text = PEOPLE + "b3;barn;Hemmelig Navn;710117-6001;2016-02-30;hemmelig;\n"
    done = await carry_out(world, town, Kind.PERSON, text.replace("Ahornvej 1", "Hemmelig Vej 7"))
    said = str((done.words("check"), done.words("apply"), done.errors))
    assert done.counts[("apply", "person", "changed")] == 3
    assert not any(word in said for word in ("Hemmelig", "6001", "hemmelig"))
    async with world.behind_the_walls() as connection:
        events = await connection.fetch(
            """select operation, changed, cardinality(subjects) as n from access_event
               where operation like 'intake.%' order by occurred_at desc limit 2"""
        )
    assert {tuple(row) for row in events} == {("intake.check", False, 3), ("intake.apply", True, 3)}


@pytest.mark.parametrize("name", ["dpo", "leader", "teacher", "adviser", "mother", "administrator"])
async def test_the_walls_hold_with_plain_sql(world: World, town: Town, name: str) -> None:
    run = await bring(world, world.north, Kind.PERSON, PEOPLE, source="walls")
    try:
        for table in (
            "intake_run",
            "intake_error",
            "intake_change",
            "intake_count",
            "intake_part",
            "intake_seen",
            "intake_key",
        ):
            said = await _asks(world, town, name, f"select count(*) from {table}")
            if name == "administrator" and table in (
                "intake_run",
                "intake_error",
                "intake_change",
                "intake_count",
            ):
                assert said not in (0, "42501"), table
            else:
                assert said in (0, "42501"), table
        for deed in (
            f"update intake_run set state = 'done', ended_at = business_now() where id = '{run.id}'",
            "delete from intake_run",
            "update intake_error set code = 'x'",
            """insert into intake_key (tenant_id, source, kind, key, unit_id)
               select current_tenant(), 'x', 'unit', sha256('x'), id from unit limit 1""",
        ):
            assert await _asks(
                world, town, name, f"with done as ({deed} returning 1) select count(*) from done"
            ) in (0, "42501")
    finally:
        async with world.api.write(town.who("administrator"), "test.stop") as tx:
            await service.cancel(tx, run.id)
        await working.go_on(world.worker, town.system)


async def _asks(world: World, town: Town, name: str, sql: str) -> int | str:
    async with world.api.read(town.who(name), "test.ask") as tx:
        try:
            async with tx._connection.transaction():
                return int(await tx._connection.fetchval(sql))
        except asyncpg.PostgresError as refused:
            return str(refused.sqlstate)


class Aula:
    """A register's adapter as it could be: it turns what it was answered into records, and knows nothing of ours."""

    kinds = frozenset({Kind.PERSON, Kind.CUSTODY})
    answered = (
        {"profile": "a1", "role": "child", "displayName": "Uno Prøve", "birth": "2016-05-04"},
        {
            "profile": "a2",
            "role": "guardian",
            "displayName": "Due Prøve",
            "cares": ["a1"],
            "since": "2016-05-04",
        },
        {"profile": "", "role": "guardian", "displayName": "?"},
    )

    def read(self) -> Iterator[Told | RowError]:
        place = 0
        for one in self.answered:
            place += 1
            if not one["profile"]:
                yield RowError(place, Kind.PERSON, "key", "missing")
                continue
            kind: Literal["child", "adult"] = "child" if one["role"] == "child" else "adult"
            born = date.fromisoformat(str(one["birth"])) if "birth" in one else None
            yield Told(
                place,
                PersonRecord(
                    key=str(one["profile"]), person_kind=kind, name=str(one["displayName"]), born_on=born
                ),
            )
            for child in one.get("cares", ()):
                place += 1
                since = date.fromisoformat(str(one["since"]))
                yield Told(place, CustodyRecord(child=child, holder=str(one["profile"]), first_day=since))


async def test_a_registers_adapter_is_one_more_source(world: World, town: Town) -> None:
    for wanted in ("new", "same"):
        async with world.api.write(town.who("administrator"), "test.aula") as tx:
            run = await service.begin(tx, "aula", Aula.kinds, snapshot=False)
            run = await service.receive(tx, run, Aula())
            run = await service.have_applied(tx, run.id, run.version)
        await working.go_on(world.worker, town.system)
        done = await look(world, town, run.id)
        assert done.run.state == "done"
        assert done.counts == {
            ("apply", "person", wanted): 2,
            ("apply", "custody", wanted): 1,
            ("apply", "person", "wrong"): 1,
        }
        assert done.wrong() == [(4, "key", "missing")]


_WORKER = """
import asyncio, sys
from pathlib import Path
from uuid import UUID
from services.core.db.database import Database
from services.core.identity import SystemIdentity, TenantId
from services.core.intake import working
from services.core.settings import Settings
async def main():
    working.SLICE_SECONDS = 600.0
    db = await Database.open(Settings(database_url=sys.argv[1], keys_url=sys.argv[2], key_dir=Path(sys.argv[3])), {}, size=2)
    await working.go_on(db, SystemIdentity(TenantId(UUID(sys.argv[4]))))
asyncio.run(main())
"""


async def test_a_worker_killed_in_the_middle_leaves_nothing_half_done_and_nothing_twice(
    world: World, town: Town, tmp_path: Path
) -> None:
    rows = "".join(
        f"k{n};barn;Killed {n};7{n % 2 + 1}0{n % 9 + 1}{n // 100 + 10}-{1000 + n};2015-0{n % 9 + 1}-1{n % 2 + 1}\n"
        for n in range(300)
    )
    async with world.api.write(town.who("administrator"), "test.bring") as tx:
        run = await service.receive_file(
            tx, "killed", Kind.PERSON, f"nøgle;type;navn;cpr;fødselsdato\n{rows}".encode(), snapshot=False
        )
    await working.go_on(world.worker, town.system)
    checked = await look(world, town, run.id)
    assert checked.counts == {("check", "person", "new"): 300}
    async with world.api.write(town.who("administrator"), "test.yes") as tx:
        await service.have_applied(tx, run.id, checked.run.version)
    script = tmp_path / "worker.py"
    script.write_text(_WORKER)
    addresses = (world.databases.main["rundbord_worker"], world.databases.keys["rundbord_worker"])
    killed = await asyncio.create_subprocess_exec(
        sys.executable,
        str(script),
        *addresses,
        str(world.key_dir),
        str(town.tenant),
        cwd=Path.cwd(),
        env={**os.environ, "PYTHONPATH": str(Path.cwd())},
    )
    done = 0
    while done < 80:
        done = (await look(world, town, run.id)).run.row_done
        assert killed.returncode is None, "it ended before it could be killed"
        await asyncio.sleep(0.01)
    killed.send_signal(signal.SIGKILL)
    await killed.wait()
    left = (await look(world, town, run.id)).run
    assert 80 <= left.row_done < 300
    assert left.row_done % service.ROWS_IN_A_PART == 0
    # While the dead worker's time is not over, nobody takes it up; then somebody does.
    assert await working.go_on(world.worker, town.system) == 0
    async with world.behind_the_walls() as connection:
        await connection.execute("update intake_run set free_at = machine_now() where id = $1", run.id)
    await working.go_on(world.worker, town.system)
    whole = await look(world, town, run.id)
    assert (whole.run.state, whole.run.row_done) == ("done", 300)
    assert whole.counts[("apply", "person", "new")] == 300
    assert len({row.place for row in whole.applied}) == len(whole.applied) == 300
    async with world.behind_the_walls() as connection:
        people = await connection.fetchval("select count(*) from intake_key where source = 'killed'")
        dossiers = await connection.fetchval(
            """select count(*) from dossier d join person p on p.tenant_id = d.tenant_id and p.dossier_id = d.id
               join intake_key k on k.tenant_id = p.tenant_id and k.person_id = p.id where k.source = 'killed'"""
        )
    assert (people, dossiers) == (300, 300)
    again = await carry_out(
        world, town, Kind.PERSON, f"nøgle;type;navn;cpr;fødselsdato\n{rows}", source="killed"
    )
    assert again.counts == {("check", "person", "same"): 300, ("apply", "person", "same"): 300}


async def test_what_a_stopped_import_has_changed_stands(world: World, town: Town) -> None:
    rows = "".join(f"s{n};barn;Stopped {n};2015-01-01\n" for n in range(300))
    run = await bring(world, town, Kind.PERSON, f"nøgle;type;navn;fødselsdato\n{rows}", source="stopped")
    await working.go_on(world.worker, town.system)
    async with world.api.write(town.who("administrator"), "test.yes") as tx:
        run = await service.have_applied(tx, run.id, run.version + 1)
    claimed = await working._claim(world.worker, town.system)
    assert claimed is not None
    assert await working._step(world.worker, town.system, claimed) is not None
    async with world.api.write(town.who("administrator"), "test.stop") as tx:
        await service.cancel(tx, run.id)
    await working.go_on(world.worker, town.system)
    done = await look(world, town, run.id)
    assert (done.run.state, done.run.row_done) == ("cancelled", service.ROWS_IN_A_PART)
    async with world.behind_the_walls() as connection:
        assert (
            await connection.fetchval("select count(*) from intake_key where source = 'stopped'")
            == service.ROWS_IN_A_PART
        )
