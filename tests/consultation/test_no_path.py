"""Trap 10: no path back to a child: not by rows, events, grants, logs, moments or files; and nothing written that names one."""

import re
from collections.abc import Awaitable, Callable, Iterator
from datetime import timedelta
from pathlib import Path

import asyncpg
import httpx
import pytest

from services.core.consultation import store
from services.core.consultation.asking import AskForTime, add_consultation_item
from services.core.consultation.calling import CallConsultation, NewItem, call_consultation
from services.core.consultation.changing import cancel_consultation
from services.core.consultation.store import ConsultationRow
from services.core.db.tx import WriteTx
from services.core.dossier.service import open_dossier
from services.core.errors import ErrorCode, UserError
from services.core.person import reading
from services.core.retention import erasure
from tests.builders.world import World
from tests.portal.real import Portal, served

MARK = "Ejendommeligt tegn 4711"
TABLES = ("consultation", "consultation_participant", "consultation_item", "consultation_form",
          "consultation_agreement", "series", "series_member", "slot")  # fmt: skip


async def called(
    world: World, by: str = "teacher", text: str = "Uro i 2. årgang", **more: object
) -> ConsultationRow:
    town = world.north
    async with world.api.write(town.who(by), "mutation:callConsultation") as tx:
        return await call_consultation(
            tx,
            CallConsultation(
                unit=town.people.units["school"],
                type="konsultativt_moede",
                starts_at=tx.now + timedelta(days=7),
                subject="nobody_named",
                items=(NewItem(text),),
                **{"place": "Personalerummet"} | more,  # type: ignore[arg-type]
            ),
        )


@pytest.mark.parametrize(
    "text",
    ["Ring om 010115-1234", "cpr 0101151234", "010115 1234 igen", "٠١٠١١٥-١٢٣٤", "610115-1234"],
)
async def test_something_like_a_cpr_number_is_never_written(randers: World, text: str) -> None:
    for keep in ("", "Det er et telefonnummer"):
        with pytest.raises(UserError) as refused:
            await called(randers, text=text, keep=keep)
        assert refused.value.code is ErrorCode.INVALID_INPUT
        assert refused.value.field == ("input", "items", "0", "text")


@pytest.mark.parametrize("text", ["Asta driller", "ASTAS mor ringede", "Familien Prøve"])
async def test_a_name_of_the_writer_s_own_children_stays_only_for_a_reason(randers: World, text: str) -> None:
    with pytest.raises(UserError) as refused:
        await called(randers, text=text)
    assert refused.value.rule_id == "RA-09"
    row = await called(randers, text=text, keep="Det er navnet på en bog")
    async with randers.api.read(randers.north.who("teacher"), "test.read") as tx:
        item = (await store.items(tx, row.id))[-1]
        assert item.anonymity == "name_kept"
        assert (await store.item_details(tx, item)).kept == "Det er navnet på en bog"


async def test_a_name_of_a_child_whom_the_writer_does_not_know_is_a_word(randers: World) -> None:
    """The teacher has one child; another's name is not looked up, or the check itself would tell who is there."""
    row = await called(randers, text="Øjvind og Bo")
    assert row.status == "planned"
    with pytest.raises(UserError):
        await called(randers, "leader", text="Øjvind og Bo")


async def test_the_reason_for_keeping_a_name_names_nobody(randers: World) -> None:
    with pytest.raises(UserError) as refused:
        await called(randers, text="Asta", keep="Det er ikke Asta fra 3.b")
    assert refused.value.field == ("input", "keepReason")


async def test_every_text_is_checked(randers: World) -> None:
    town = randers.north
    for field, text in (("place", "Hos Asta"), ("purpose", "Om Asta"), ("reason", "Asta")):
        with pytest.raises(UserError) as refused:
            await called(randers, **{field: text})
        assert refused.value.field == ("input", field)
    row = await called(randers)
    writes: tuple[Callable[[WriteTx], Awaitable[object]], ...] = (
        lambda tx: add_consultation_item(tx, AskForTime("Asta igen", consultation=row.id)),
        lambda tx: cancel_consultation(tx, row.id, "Asta er syg", row.version),
    )
    for write in writes:
        with pytest.raises(UserError):
            async with randers.api.write(town.who("teacher"), "test.write") as tx:
                await write(tx)


async def test_the_event_of_a_check_holds_no_child(randers: World) -> None:
    """The names are compared, and nobody is looked at: the event is of the meeting alone."""
    row = await called(randers, text="Asta driller", keep="En dukke")
    async with randers.behind_the_walls() as connection:
        own = await connection.fetchval("select audit_pseudonym from dossier where id = $1", row.dossier_id)
        event = await connection.fetchrow(
            "select * from access_event where operation = 'mutation:callConsultation' and $1 = any (subjects)",
            own,
        )
    assert event is not None
    assert event["subjects"] == [own]
    assert event["about"] == []


async def test_no_event_holds_it_beside_a_child(randers: World) -> None:
    """The database refuses the event, and with it the answer; two looks one after the other are two events."""
    row = await called(randers)
    with pytest.raises(asyncpg.PostgresError) as refused:
        await _both(randers, row)
    assert refused.value.sqlstate == "RB003"
    async with randers.behind_the_walls() as connection:
        mixed = await connection.fetchval(
            """select count(*) from access_event e where 1 < (
                 select count(distinct d.kind in ('group', 'anonymous')) from dossier d
                 where d.tenant_id = e.tenant_id and d.audit_pseudonym = any (e.subjects))"""
        )
    assert mixed == 0


async def _both(world: World, row: ConsultationRow) -> None:
    async with world.api.read(world.north.who("teacher"), "test.both") as tx:
        await store.consultation(tx, row.id)
        await reading.child(tx, world.north.id("child"))


def test_one_request_for_both_is_refused_in_words(randers: World, portal: Portal, path: str) -> None:
    town = randers.north
    teacher = portal.person(town, "teacher")
    document = "query($c: ID!, $k: ID!) { consultation(id: $c) { place } child(id: $k) { name } }"
    # The interface under the pages: its answer is held to no page's rules.
    headers = {**teacher.client.headers, "origin": teacher.origin, "accept": "application/json"}
    variables = {"c": path.rsplit("/", 1)[1], "k": str(town.id("child"))}
    answer = httpx.post(
        teacher.client.base_url.join("/graphql"),
        json={"query": document, "variables": variables},
        headers=headers,
        timeout=60,
    )
    (error,) = answer.json()["errors"]
    assert error["extensions"]["code"] == "INVALID_INPUT"
    assert "Personalerummet" not in answer.text
    assert "Asta" not in answer.text


@pytest.fixture(scope="module")
def portal(randers: World) -> Iterator[Portal]:
    with served(randers) as running:
        yield running


@pytest.fixture
def path(portal: Portal) -> str:
    teacher = portal.person(portal.world.north, "teacher")
    body = teacher.get("/consultations").body
    return str(re.findall(r"/consultations/[0-9a-f-]{36}", body)[0])


async def test_no_moment_is_kept_but_the_meetings_own(randers: World) -> None:
    """Rows have no time of writing; dossier and grants begin with the day, so nothing lies beside another record's moment."""
    row = await called(randers)
    async with randers.behind_the_walls() as connection:
        columns = await connection.fetch(
            """select c.relname, a.attname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
               where c.relname ~ '^(consultation|series|slot)' and c.relkind = 'r' and a.atttypid = 'timestamptz'::regtype
                 and not a.attisdropped"""
        )
        assert {(one["relname"], one["attname"]) for one in columns} == {
            ("consultation", "starts_at"),
            ("consultation", "ends_at"),
            ("consultation_participant", "access_until"),
            ("slot", "starts_at"),
            ("slot", "ends_at"),
            # The day on which it is asked whether enough times are fixed, and since which they are not.
            ("series", "next_at"),
            ("series", "short_since"),
        }
        times = await connection.fetch(
            """select opened_at as at from dossier where id = $1
               union all select valid_from from access_grant where dossier_id = $1""",
            row.dossier_id,
        )
    assert len(times) >= 2
    assert {(one["at"].minute, one["at"].second, one["at"].microsecond) for one in times} == {(0, 0, 0)}


async def test_the_log_of_who_looked_keeps_the_day_and_no_session(randers: World) -> None:
    """Else the child whom the same person opened a minute later would stand beside it."""
    row = await called(randers)
    async with randers.behind_the_walls() as connection:
        kept = await connection.fetch(
            """select e.occurred_at, e.session_id, e.actor_id
               from access_event e join dossier d on d.audit_pseudonym = any (e.subjects)
               where d.id = $1""",
            row.dossier_id,
        )
    assert kept
    assert {one["session_id"] for one in kept} == {None}
    assert {(one["occurred_at"].minute, one["occurred_at"].second) for one in kept} == {(0, 0)}
    assert all(one["actor_id"] for one in kept), "who it was is kept"


async def test_the_log_says_the_outcome_and_nothing_else(
    randers: World, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.raises(UserError):
        await called(randers, text="Asta og 010115-1234")
    await called(randers, text="Asta", keep="En dukke")
    # Where logs go hangs on who set them up before: to standard output, or through the root logger.
    printed = capsys.readouterr()
    said = printed.out + printed.err + caplog.text
    assert "anonymity.checked" in said
    for word in ("Asta", "010115", "dukke", str(randers.north.id("child")), str(randers.north.id("teacher"))):
        assert word not in said


async def test_a_family_has_neither_policy_nor_privilege(randers: World) -> None:
    """A mail brings the time of a meeting for a calendar, and whoever lost
    their place in it takes it back: so the notifier reads that much, and no word of anybody."""
    row = await called(randers)
    times = {("consultation", one) for one in ("tenant_id", "id", "dossier_id", "status", "starts_at", "ends_at",
                                               "sequence")}  # fmt: skip
    times |= {
        ("consultation_participant", one) for one in ("tenant_id", "consultation_id", "person_id", "status")
    }
    async with randers.behind_the_walls() as connection:
        for role in ("rundbord_family", "rundbord_oversight", "rundbord_notifier"):
            allowed = await connection.fetch(
                """select c.relname, a.attname, has_column_privilege($1, c.oid, a.attname, 'insert, update') as writes
                   from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                   where c.relnamespace = 'rundbord'::regnamespace and c.relname = any ($2)
                     and has_column_privilege($1, c.oid, a.attname, 'select, insert, update')""",
                role,
                list(TABLES),
            )
            reads = {(one["relname"], one["attname"]) for one in allowed}
            assert reads == (times if role == "rundbord_notifier" else set()), role
            assert not [one for one in allowed if one["writes"]], role
    for name in ("mother", "dpo", "administrator"):
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            async with randers.api.read(randers.north.who(name), "test.read") as tx:
                await store.consultation(tx, row.id)


async def test_a_dossier_without_a_name_is_opened_only_where_one_works_or_leads(randers: World) -> None:
    town = randers.north
    for name, unit in (
        ("teacher", "daycare"),
        ("leader", "daycare"),
        ("psychologist", "school"),
        ("mother", "school"),
    ):
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            async with randers.api.write(town.who(name), "test.open") as tx:
                await open_dossier(tx, "anonymous", unit=town.people.units[unit])


async def test_it_is_erased_with_its_key_when_its_time_is_out(randers: World, tmp_path: Path) -> None:
    town, row = randers.north, await called(randers, text=MARK)
    async with randers.worker.read(town.system, "test.key") as tx:
        assert row.dossier_id in await tx.keyring.fetch(tx.tenant, [row.dossier_id])
    await randers.advance(7 * 86400)
    await randers.advance(364 * 86400)
    assert await _left(randers, row) > 5
    await randers.advance(3 * 86400)
    while await erasure.erase_next(randers.worker, tmp_path, town.system) is not None:
        pass
    assert await _left(randers, row) == 0
    async with randers.worker.read(town.system, "test.key") as tx:
        assert row.dossier_id not in await tx.keyring.fetch(tx.tenant, [row.dossier_id])
    async with randers.behind_the_walls() as connection:
        certificate = await connection.fetchrow(
            "select * from erasure_certificate where record = 'anonymous_meeting' limit 1"
        )
        assert certificate is not None
        assert certificate["rule"] == "retention/anonymous_meeting"


async def _left(world: World, row: ConsultationRow) -> int:
    """How many rows of any table name its dossier; the ledger of erasures outlives it."""
    async with world.behind_the_walls() as connection:
        tables = await connection.fetch(
            """select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'dossier_id'
               where c.relnamespace = 'rundbord'::regnamespace and c.relkind = 'r' and c.relname <> 'erasure'"""
        )
        return sum(
            [
                await connection.fetchval(
                    f"select count(*) from {one['relname']} where dossier_id = $1", row.dossier_id
                )
                for one in tables
            ]
        )


async def test_nothing_can_be_read_in_the_database_files(randers: World) -> None:
    """After a checkpoint every page is on disk: no word of what was written stands there, nor in the write-ahead log."""
    await called(randers, text=MARK, purpose=f"{MARK} formål")
    async with randers.behind_the_walls() as connection:
        await connection.execute("checkpoint")
        home = Path(await connection.fetchval("show data_directory"))
    assert _files_with(home, MARK.encode()) == []
    assert _files_with(home, b"Personalerummet") == []
    # The names of places are ordinary data: the search can see.
    assert _files_with(home, "Åbrinkens Skole".encode())


def _files_with(home: Path, word: bytes) -> list[str]:
    return [str(file) for file in home.rglob("*") if file.is_file() and word in file.read_bytes()]
