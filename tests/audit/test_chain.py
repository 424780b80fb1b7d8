"""The chain of access events: what is sealed stays as it was, or is found out."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID

import asyncpg
import pytest
import pytest_asyncio

from services.core.audit import anchor, verification
from services.core.audit.service import ChainRefusedError, record_restore, seal_events
from services.core.audit.verification import Report, verify
from services.core.person import reading
from tests.builders.world import World, build, copied
from tests.environment import Cluster, Databases


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def settled(databases: Databases, tmp_path_factory: pytest.TempPathFactory) -> World:
    """A world to copy from, its doors closed."""
    async with build(databases, tmp_path_factory.mktemp("keys")) as built:
        return built


@pytest_asyncio.fixture(loop_scope="session")
async def fresh(cluster: Cluster, settled: World) -> AsyncIterator[World]:
    """A world per test: each is about to be tampered with."""
    async with copied(cluster, settled) as copy:
        yield copy


@pytest.fixture
def anchors(tmp_path: Path) -> Path:
    return tmp_path / "anchors"


async def look(world: World, times: int = 3) -> None:
    for _ in range(times):
        async with world.api.read(world.north.who("leader"), "test.look") as tx:
            await reading.children(tx)


async def seal(world: World, anchors: Path) -> int:
    return sum([await seal_events(world.worker, town.tenant, anchors) for town in (world.north, world.south)])


async def verified(world: World, anchors: Path) -> Report:
    return await verify(world.worker, anchors)


async def tamper(world: World, sql: str) -> None:
    async with world.behind_the_walls() as connection:
        await connection.execute("set session_replication_role = replica")
        await connection.execute(sql)


def put_aside(anchors: Path) -> Path:
    return anchors.rename(anchors.with_name("aside"))


@contextmanager
def in_the_way(directory: Path) -> Iterator[None]:
    directory.write_text("")
    yield
    directory.unlink()


def codes(report: Report) -> list[str]:
    return [finding.code for finding in report.findings]


async def test_what_is_seen_is_sealed_and_verifies(fresh: World, anchors: Path) -> None:
    await look(fresh)
    sealed = await seal(fresh, anchors)
    await look(fresh, 2)
    report = await verified(fresh, anchors)
    assert (codes(report), report.sealed, report.waiting) == ([], sealed, 2)
    assert await seal(fresh, anchors) == 2
    assert await seal(fresh, anchors) == 0, "sealing must not itself make events to seal"
    assert codes(await verified(fresh, anchors)) == []


async def test_segments_are_months_and_the_chain_crosses_them(fresh: World, anchors: Path) -> None:
    await look(fresh, 1)
    await seal(fresh, anchors)
    await fresh.advance(40 * 86400)
    await look(fresh, 1)
    await seal_events(fresh.worker, fresh.north.tenant, anchors)
    files = sorted((anchors / str(fresh.north.tenant)).iterdir())
    assert len(files) == 2
    assert (await verified(fresh, anchors)).ok


BLOCKED_SEALER = """select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
                    and usename = 'rundbord_worker' """
VICTIM = "(select event_id from audit_seal where tenant_id = '{t}' and kind = 'event' order by position limit 1 offset 1)"


@pytest.mark.parametrize(
    ("sql", "code"),
    [
        (f"update access_event set operation = 'test.other' where id = {VICTIM}", "event_changed"),
        (f"update access_event set subjects = '{{}}' where id = {VICTIM}", "event_changed"),
        (
            f"update access_event set occurred_at = occurred_at + interval '1 microsecond' where id = {VICTIM}",
            "event_changed",
        ),
        (f"delete from access_event where id = {VICTIM}", "event_missing"),
        ("delete from audit_seal where tenant_id = '{t}' and position = 2", "link_missing"),
        (
            "update audit_seal set chain = sha256('x') where tenant_id = '{t}' and position = 2",
            "chain_broken",
        ),
        (
            "insert into access_event"
            " values ('{t}', gen_random_uuid(), now(), null, null, 'dpo', 'test.in', false, '{{}}', '{{}}')",
            "event_slipped_in",
        ),
        (f"insert into unsealed_event values ('{{t}}', {VICTIM})", "event_put_back"),
        (
            "delete from audit_seal where tenant_id = '{t}' and position ="
            " (select max(position) from audit_seal where tenant_id = '{t}')",
            "behind_anchor",
        ),
    ],
)
async def test_a_superuser_who_tampers_is_found_out(fresh: World, anchors: Path, sql: str, code: str) -> None:
    await look(fresh)
    await seal(fresh, anchors)
    await tamper(fresh, sql.replace("{t}", str(fresh.north.tenant)).replace("{{}}", "{}"))
    assert code in codes(await verified(fresh, anchors))


async def test_a_chain_made_anew_after_a_change_differs_from_its_anchor(fresh: World, anchors: Path) -> None:
    await look(fresh)
    await seal_events(fresh.worker, fresh.north.tenant, anchors)
    aside = put_aside(anchors)
    victim = VICTIM.replace("{t}", str(fresh.north.tenant))
    await tamper(
        fresh,
        f"""update access_event set operation = 'test.other' where id = {victim};
            insert into unsealed_event select tenant_id, event_id from audit_seal;
            delete from audit_seal;""",
    )
    await seal_events(fresh.worker, fresh.north.tenant, anchors)
    assert (await verify(fresh.worker, anchors)).ok, "a perfect forgery, but for the real anchors"
    assert "differs_from_anchor" in codes(await verify(fresh.worker, aside))
    with pytest.raises(ChainRefusedError):
        await seal_events(fresh.worker, fresh.north.tenant, aside)


async def test_after_a_restore_nothing_is_sealed_until_it_is_recorded(fresh: World, anchors: Path) -> None:
    tenant = fresh.north.tenant
    await look(fresh, 2)
    kept = await seal_events(fresh.worker, tenant, anchors)
    await look(fresh, 3)
    await seal_events(fresh.worker, tenant, anchors)
    # As a backup taken between the two leaves it.
    await tamper(
        fresh,
        f"""delete from access_event where id in (
                select event_id from audit_seal where tenant_id = '{tenant}' and position > {kept});
            delete from audit_seal where tenant_id = '{tenant}' and position > {kept}""",
    )
    await look(fresh, 1)
    assert codes(await verified(fresh, anchors)) == ["behind_anchor"]
    with pytest.raises(ChainRefusedError):
        await seal_events(fresh.worker, tenant, anchors)
    assert await record_restore(fresh.worker, tenant, anchors) == 3
    assert await seal_events(fresh.worker, tenant, anchors) == 1
    report = await verified(fresh, anchors)
    assert codes(report) == []
    assert [(note.code, note.detail) for note in report.notes] == [("restored", "3 links lost")]
    with pytest.raises(ChainRefusedError):
        await record_restore(fresh.worker, tenant, anchors)
    await tamper(fresh, "update audit_seal set digest = sha256('x') where kind = 'restore'")
    assert "restore_changed" in codes(await verified(fresh, anchors))


class Stopped(Exception):
    """Somebody stops a verification."""


async def stopped_at(world: World, anchors: Path, position: int) -> None:
    def tell(tenant: UUID, links: int) -> None:
        if tenant == world.north.tenant and links == position:
            raise Stopped

    with pytest.raises(Stopped):
        await verify(world.worker, anchors, tell, whole=True)


async def test_a_verification_that_was_stopped_is_gone_on_with(
    fresh: World, anchors: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was recomputed is not recomputed; what was found before is told; one that came to its end begins anew."""
    monkeypatch.setattr(verification, "_PAGE", 2)
    north = str(fresh.north.tenant)
    await look(fresh, 9)
    sealed = await seal(fresh, anchors)
    progress = anchors / "verification.progress"
    await tamper(
        fresh, f"update access_event set operation = 'x.y' where id = {VICTIM.replace('{t}', north)}"
    )
    await stopped_at(fresh, anchors, 6)
    from_where: list[tuple[str, int]] = []
    report = await verify(
        fresh.worker, anchors, lambda tenant, links: from_where.append((str(tenant), links))
    )
    assert min(links for tenant, links in from_where if tenant == north) == 6
    assert (codes(report), report.sealed) == (["event_changed"], sealed)
    assert [(note.code, note.position) for note in report.notes] == [("gone_on_with", 6)]
    assert not progress.exists()
    assert [note.code for note in (await verified(fresh, anchors)).notes] == []

    # Stopped again: asked for the whole, older than a day or with a line that was changed it begins anew.
    await stopped_at(fresh, anchors, 6)
    kept = progress.read_bytes()
    assert (await verify(fresh.worker, anchors, whole=True)).notes == []
    for forged in (kept.replace(b'"position":6', b'"position":8'), kept[:-9]):
        progress.write_bytes(forged)
        report = await verified(fresh, anchors)
        assert "gone_on_with" not in [note.code for note in report.notes]
        assert (codes(report), report.sealed) == (["event_changed"], sealed)
    progress.write_bytes(kept)
    await fresh.advance(25 * 3600)
    assert "gone_on_with" not in [note.code for note in (await verified(fresh, anchors)).notes]


async def test_what_is_changed_while_a_verification_is_stopped_is_found(
    fresh: World, anchors: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verification, "_PAGE", 2)
    north = str(fresh.north.tenant)
    await look(fresh, 9)
    await seal(fresh, anchors)
    await stopped_at(fresh, anchors, 6)
    at = f"where tenant_id = '{north}' and position"
    kept = (anchors / "verification.progress").read_bytes()
    await tamper(
        fresh, f"update access_event set changed = true where id = (select event_id from audit_seal {at} = 7)"
    )
    assert codes(await verified(fresh, anchors)) == ["event_changed"]
    # A chain made anew up to its mark no longer ends in the link that was recomputed.
    (anchors / "verification.progress").write_bytes(kept)
    await tamper(fresh, f"update audit_seal set chain = sha256('x') {at} = 6")
    assert "changed_since_stopped" in codes(await verified(fresh, anchors))


async def test_two_sealers_at_once_do_not_fork_the_chain(fresh: World, anchors: Path) -> None:
    await look(fresh, 8)
    counts = await asyncio.gather(
        *(seal_events(fresh.worker, fresh.north.tenant, anchors, limit=3) for _ in range(6))
    )
    total = sum(counts) + await seal_events(fresh.worker, fresh.north.tenant, anchors)
    report = await verified(fresh, anchors)
    assert (codes(report), report.waiting) == ([], report.waiting)
    assert report.sealed == total


async def test_a_sealer_killed_before_its_commit_loses_nothing(fresh: World, anchors: Path) -> None:
    await look(fresh, 3)
    async with fresh.behind_the_walls() as superuser, superuser.transaction():
        await superuser.execute("lock table audit_seal in share mode")
        sealing = asyncio.create_task(seal_events(fresh.worker, fresh.north.tenant, anchors))
        while not await superuser.fetchval(BLOCKED_SEALER):  # noqa: ASYNC110 - no event tells of a lock
            await asyncio.sleep(0.01)
        await superuser.fetchval(f"select pg_terminate_backend(pid) from ({BLOCKED_SEALER}) s (pid)")
        with pytest.raises((asyncpg.PostgresError, asyncpg.InterfaceError, ConnectionError)):
            await sealing
    report = await verified(fresh, anchors)
    assert (codes(report), report.sealed) == ([], 0)
    assert await seal_events(fresh.worker, fresh.north.tenant, anchors) >= 3
    assert (await verified(fresh, anchors)).ok


async def test_a_sealer_killed_before_its_anchor_is_caught_up(fresh: World, anchors: Path) -> None:
    await look(fresh, 3)
    # In the way of the directory: the commit stands, the anchor fails.
    with in_the_way(anchors), pytest.raises(NotADirectoryError):
        await seal_events(fresh.worker, fresh.north.tenant, anchors)
    report = await verified(fresh, anchors)
    assert (report.sealed > 0, codes(report)) == (True, ["anchor_missing"])
    assert await seal_events(fresh.worker, fresh.north.tenant, anchors) == 0
    report = await verified(fresh, anchors)
    assert (codes(report), report.notes) == ([], [])


async def test_a_torn_anchor_is_cut_off_and_a_changed_one_found(fresh: World, anchors: Path) -> None:
    await look(fresh, 1)
    await seal_events(fresh.worker, fresh.north.tenant, anchors)
    (file,) = (anchors / str(fresh.north.tenant)).iterdir()
    with file.open("ab") as torn:
        torn.write(b"17 abc")
    assert (await verified(fresh, anchors)).ok
    await look(fresh, 1)
    await seal_events(fresh.worker, fresh.north.tenant, anchors)
    assert (await verified(fresh, anchors)).ok
    lines = file.read_bytes().splitlines(keepends=True)
    lines[0] = lines[0].replace(lines[0][2:4], b"00" if lines[0][2:4] != b"00" else b"11", 1)
    file.write_bytes(b"".join(lines))
    assert "anchor_damaged" in codes(await verified(fresh, anchors))


async def test_anchors_that_vanished_are_a_finding(fresh: World, anchors: Path) -> None:
    await look(fresh, 1)
    await seal_events(fresh.worker, fresh.north.tenant, anchors)
    (file,) = (anchors / str(fresh.north.tenant)).iterdir()
    file.unlink()
    assert codes(await verified(fresh, anchors)) == ["anchor_missing"]


def test_the_newest_anchor_is_read_from_the_end(tmp_path: Path) -> None:
    tenant = UUID(int=7)
    for position in range(1, 40):
        anchor.append(tmp_path, tenant, anchor.Anchor(position, "2026-11", bytes(32)))
    anchor.append(tmp_path, tenant, anchor.Anchor(5, "2026-11", bytes(32)))
    assert anchor.last(tmp_path, tenant) == anchor.read(tmp_path, tenant)[-1]
    assert len(anchor.read(tmp_path, tenant)) == 39
