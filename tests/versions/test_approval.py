"""A new version applies once others than its author have approved exactly what it says (ALL-06), and from its day on."""

import asyncio
from datetime import time, timedelta
from uuid import UUID

import asyncpg
import pytest

from services.core.calendar.instants import local_day, local_instant
from services.core.errors import ErrorCode, UserError
from services.core.tenancy import store, versions
from services.core.tenancy.in_force import current_model
from tests.builders.world import Town, World
from tests.versions.towns import (
    approves,
    demanding,
    digest_of,
    number_in_force,
    operator_adds,
    renamed,
    second_administrator,
    standing,
)


@pytest.fixture
def town(fresh: World) -> Town:
    return fresh.north


async def test_ALL_06_the_operator_alone_proposes_and_nothing_changes(fresh: World, town: Town) -> None:
    changed = renamed(town.model, "Nordby Ny")
    added = await operator_adds(fresh, changed)
    assert (added.changed, added.state.value, added.number, added.missing) == (True, "proposed", 2, 1)
    assert await number_in_force(fresh, town) == 1
    async with fresh.behind_the_walls() as superuser:
        name = await superuser.fetchval("select name from tenant where id = $1", town.tenant)
    assert name == "Nordby Kommune", "the tenant's own row waits for the approval too"


async def test_ALL_06_the_administrators_are_told_of_what_waits_for_them(fresh: World, town: Town) -> None:
    """Also of what the operator's command proposes, which has no reactions; of what applies at once nobody is told."""

    async def told() -> list[tuple[UUID, str]]:
        async with fresh.behind_the_walls() as superuser:
            rows = await superuser.fetch(
                "select recipient_id, channel from message where tenant_id = $1 and kind = 'model_proposed' order by channel",
                town.tenant,
            )
        return [(row["recipient_id"], row["channel"]) for row in rows]

    assert await told() == []
    await operator_adds(fresh, renamed(town.model, "Nordby Ny"))
    administrator = town.id("administrator")
    assert await told() == [(administrator, "inbox"), (administrator, "mail")]
    async with fresh.api.write(town.who("administrator"), "mutation:proposeModel") as tx:
        await versions.propose(tx, renamed(town.model, "Nordby Nyere"), author=administrator)
    assert len(await told()) == 2, "who proposes it knows of it"


async def test_ALL_06_one_approval_by_somebody_else_and_it_applies_at_once(fresh: World, town: Town) -> None:
    changed = renamed(town.model, "Nordby Ny")
    added = await operator_adds(fresh, changed)
    done = await approves(fresh, town, added.version_id, changed, "administrator", note="Læst på udvalget.")
    assert (done.state.value, done.missing) == ("in_force", 0)
    assert [one.note for one in done.decisions] == ["Læst på udvalget."]
    assert await number_in_force(fresh, town) == 2
    again = await operator_adds(fresh, changed)
    assert (again.changed, again.state.value) == (False, "in_force")
    async with fresh.behind_the_walls() as superuser:
        assert await superuser.fetchval("select name from tenant where id = $1", town.tenant) == "Nordby Ny"


async def test_ALL_06_nobody_approves_their_own(fresh: World, town: Town) -> None:
    await second_administrator(fresh, town)
    changed = renamed(town.model, "Nordby Ny")
    async with fresh.api.write(town.who("administrator"), "mutation:proposeModel") as tx:
        proposed = await versions.propose(tx, changed, author=town.id("administrator"))
    with pytest.raises(UserError) as refused:
        await approves(fresh, town, proposed.id, changed, "administrator")
    assert (refused.value.code, refused.value.rule_id) == (ErrorCode.RULE_BLOCKED, "ALL-06")
    assert (await approves(fresh, town, proposed.id, changed, "administrator2")).state.value == "in_force"


async def test_ALL_06_a_person_counts_once_and_the_version_in_force_says_how_many(
    fresh: World, town: Town
) -> None:
    await second_administrator(fresh, town)
    two = demanding(town.model, 2)
    first = await operator_adds(fresh, two)
    assert first.missing == 1, "the version that applies asks for one"
    await approves(fresh, town, first.version_id, two, "administrator")
    loose = demanding(town.model, 0)
    second = await operator_adds(fresh, loose)
    assert second.missing == 2, "what it says itself counts only once it applies"
    for _ in range(2):
        half = await approves(fresh, town, second.version_id, loose, "administrator")
        assert (half.state.value, half.missing) == ("proposed", 1)
    whole = await approves(fresh, town, second.version_id, loose, "administrator2")
    assert whole.state.value == "in_force"
    third = await operator_adds(fresh, renamed(loose, "Nordby Fri"))
    assert third.state.value == "in_force", "and from then on nobody need be asked"


async def test_two_approvals_in_one_moment_are_both_counted(fresh: World, town: Town) -> None:
    await second_administrator(fresh, town)
    two = demanding(town.model, 2)
    added = await operator_adds(fresh, two)
    await approves(fresh, town, added.version_id, two, "administrator")
    changed = renamed(two, "Nordby Samtidig")
    asked = await operator_adds(fresh, changed)
    await asyncio.gather(
        *(
            approves(fresh, town, asked.version_id, changed, name)
            for name in ("administrator", "administrator2")
        )
    )
    assert await number_in_force(fresh, town) == asked.number


async def test_an_approval_names_what_was_read(fresh: World, town: Town) -> None:
    changed = renamed(town.model, "Nordby Ny")
    added = await operator_adds(fresh, changed)
    with pytest.raises(UserError) as refused:
        await approves(fresh, town, added.version_id, renamed(town.model, "Andet"), "administrator")
    assert refused.value.code is ErrorCode.CONFLICT
    assert await number_in_force(fresh, town) == 1


async def test_a_later_change_needs_approval_of_its_own(fresh: World, town: Town) -> None:
    early, late = renamed(town.model, "Nordby Et"), renamed(town.model, "Nordby To")
    first, second = await operator_adds(fresh, early), await operator_adds(fresh, late)
    assert await standing(fresh, town) == {1: "in_force", 2: "withdrawn", 3: "proposed"}
    with pytest.raises(UserError) as refused:
        await approves(fresh, town, first.version_id, early, "administrator")
    assert refused.value.message_key == "model.settled"
    await approves(fresh, town, second.version_id, late, "administrator")
    assert await number_in_force(fresh, town) == 3


async def test_it_applies_from_midnight_of_its_day_without_any_sweep(fresh: World, town: Town) -> None:
    changed = renamed(town.model, "Nordby Nytår")
    async with fresh.worker.read(town.system, "test.day") as tx:
        today, now = local_day(tx.now), tx.now
    added = await operator_adds(fresh, changed, today + timedelta(days=1))
    waiting = await approves(
        fresh, town, added.version_id, changed, "administrator", applies_from=today + timedelta(days=3)
    )
    assert (waiting.state.value, waiting.row.applies_from) == ("approved", today + timedelta(days=3))
    midnight = local_instant(today + timedelta(days=3), time(0))
    await fresh.advance(int((midnight - now).total_seconds()) - 60)
    assert await number_in_force(fresh, town) == 1
    await fresh.advance(61)
    assert await number_in_force(fresh, town) == 2


async def test_a_day_gone_by_is_refused(fresh: World, town: Town) -> None:
    changed = renamed(town.model, "Nordby Ny")
    added = await operator_adds(fresh, changed)
    async with fresh.worker.read(town.system, "test.day") as tx:
        yesterday = local_day(tx.now) - timedelta(days=1)
    with pytest.raises(UserError) as refused:
        await approves(fresh, town, added.version_id, changed, "administrator", applies_from=yesterday)
    assert refused.value.field == ("input", "appliesFrom")


async def test_a_rejection_says_why_and_settles_it(fresh: World, town: Town) -> None:
    changed = renamed(town.model, "Nordby Nej")
    added = await operator_adds(fresh, changed)
    who = town.who("administrator")
    with pytest.raises(UserError, match="INVALID_INPUT"):
        async with fresh.api.write(who, "mutation:rejectVersion") as tx:
            await versions.reject(tx, added.version_id, digest_of(changed), "  ")
    async with fresh.api.write(who, "mutation:rejectVersion") as tx:
        no = await versions.reject(tx, added.version_id, digest_of(changed), "Fristen er for kort.")
    assert (no.state.value, no.decisions[0].note) == ("rejected", "Fristen er for kort.")
    again = await operator_adds(fresh, changed)
    assert (again.changed, again.state.value) == (False, "rejected"), "asking again is no new proposal"
    with pytest.raises(UserError, match=r"model\.settled"):
        await approves(fresh, town, added.version_id, changed, "administrator")


async def test_a_newer_version_overtakes_one_that_waits(fresh: World, town: Town) -> None:
    later, sooner = renamed(town.model, "Nordby Senere"), renamed(town.model, "Nordby Før")
    async with fresh.worker.read(town.system, "test.day") as tx:
        today = local_day(tx.now)
    waiting = await operator_adds(fresh, later, today + timedelta(days=9))
    await approves(fresh, town, waiting.version_id, later, "administrator")
    newer = await operator_adds(fresh, sooner)
    await approves(fresh, town, newer.version_id, sooner, "administrator")
    assert await standing(fresh, town) == {1: "past", 2: "overtaken", 3: "in_force"}
    await fresh.advance(20 * 86400)
    assert await number_in_force(fresh, town) == 3


async def test_only_an_administrator_of_this_town_decides(fresh: World, town: Town) -> None:
    changed = renamed(town.model, "Nordby Ny")
    added = await operator_adds(fresh, changed)
    for name in ("leader", "teacher", "dpo", "mother"):
        with pytest.raises(UserError) as refused:
            await approves(fresh, town, added.version_id, changed, name)
        assert refused.value.code is ErrorCode.FORBIDDEN
    with pytest.raises(UserError) as foreign:
        await approves(fresh, fresh.south, added.version_id, changed, "administrator")
    assert foreign.value.code is ErrorCode.NOT_FOUND


SAY = """insert into rundbord.model_decision (tenant_id, id, version_id, person_id, decision, digest, decided_at)
    values ($1, gen_random_uuid(), $2, $3, 'approved', decode($4, 'hex'), rundbord.business_now())"""
ADOPT = """insert into rundbord.model_adoption (tenant_id, version_id, applies_from, adopted_at)
    values ($1, $2, (rundbord.business_now() at time zone 'Europe/Copenhagen')::date, rundbord.business_now())"""


async def by_hand(fresh: World, town: Town, sql: str, *arguments: object) -> None:
    """As the worker, past the service: the operator's command has no other role."""
    connection = await asyncpg.connect(fresh.databases.main["rundbord_worker"])
    try:
        async with connection.transaction():
            await connection.fetchval("select rundbord.begin_system($1)", town.tenant)
            await connection.execute(sql, *arguments)
    finally:
        await connection.close()


async def adopts_alone(fresh: World, town: Town, version: UUID) -> None:
    """As an administrator, past the service."""
    async with fresh.api.write(town.who("administrator"), "test.alone") as tx:
        await tx.run(store.INSERT_ADOPTION, version_id=version, applies_from=local_day(tx.now))


async def test_the_database_counts_for_itself(fresh: World, town: Town) -> None:
    changed = renamed(town.model, "Nordby Ny")
    version = (await operator_adds(fresh, changed)).version_id
    said = (town.tenant, version)
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        await by_hand(fresh, town, SAY, *said, town.id("administrator"), digest_of(changed))
    with pytest.raises((asyncpg.InsufficientPrivilegeError, asyncpg.CheckViolationError)):
        await by_hand(fresh, town, SAY, *said, None, digest_of(changed))
    with pytest.raises(asyncpg.CheckViolationError):
        await by_hand(fresh, town, ADOPT, *said)
    for table in ("model_version", "model_decision", "model_adoption"):
        for statement in (
            f"delete from rundbord.{table}",
            f"update rundbord.{table} set tenant_id = tenant_id",
        ):
            with pytest.raises(asyncpg.InsufficientPrivilegeError):
                await by_hand(fresh, town, statement)
    with pytest.raises(asyncpg.CheckViolationError):
        await adopts_alone(fresh, town, version)
    assert await number_in_force(fresh, town) == 1


async def test_the_database_reads_the_same_rule_as_the_model(fresh: World, town: Town) -> None:
    async with fresh.worker.read(town.system, "test.rule") as tx:
        model = (await current_model(tx)).model
    async with fresh.behind_the_walls() as superuser:
        counted = await superuser.fetchval(
            "select approvals from model_version where tenant_id = $1 and number = 1", town.tenant
        )
    assert model.versions is not None
    assert counted == model.versions.approvals


async def test_who_proposed_takes_back_and_nobody_else(fresh: World, town: Town) -> None:
    await second_administrator(fresh, town)
    changed = renamed(town.model, "Nordby Ny")
    async with fresh.api.write(town.who("administrator"), "mutation:proposeModel") as tx:
        proposed = await versions.propose(tx, changed, author=town.id("administrator"))
    said = proposed.id, digest_of(changed)
    with pytest.raises(UserError, match=r"model\.withdraw_own"):
        async with fresh.api.write(town.who("administrator"), "mutation:rejectVersion") as tx:
            await versions.reject(tx, *said, "Nej")
    with pytest.raises(UserError, match=r"model\.not_own"):
        async with fresh.api.write(town.who("administrator2"), "mutation:withdrawVersion") as tx:
            await versions.withdraw(tx, *said)
    with pytest.raises(UserError, match=r"model\.not_own"):
        async with fresh.worker.write(town.system, "tenant.withdraw") as tx:
            await versions.withdraw_number(tx, proposed.number)
    async with fresh.api.write(town.who("administrator"), "mutation:withdrawVersion") as tx:
        assert (await versions.withdraw(tx, *said)).state.value == "withdrawn"
    own = await operator_adds(fresh, changed)
    async with fresh.worker.write(town.system, "tenant.withdraw") as tx:
        assert (await versions.withdraw_number(tx, own.number)).state.value == "withdrawn"
    assert await number_in_force(fresh, town) == 1


async def test_two_commands_of_one_moment_number_their_versions_apart(fresh: World, town: Town) -> None:
    names = [renamed(town.model, f"Nordby {number}") for number in range(4)]
    added = await asyncio.gather(*(operator_adds(fresh, one) for one in names))
    assert sorted(one.number for one in added) == [2, 3, 4, 5]
    states = await standing(fresh, town)
    assert [states[number] for number in (2, 3, 4, 5)] == ["withdrawn"] * 3 + ["proposed"]
