"""What the database refuses by itself, should a service ever ask for it: each statement as the actor's own role."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Final
from uuid import uuid4

import asyncpg
import pytest
import pytest_asyncio

from services.core.identity import DossierId
from services.core.meeting.calling import CallMeeting, call_meeting
from services.core.meeting.invitees import Choice
from services.core.perspective.recording import RecordPerspective, record_perspective
from services.core.problem.service import MoveLevel, OpenProblem, move_level, open_problem
from services.core.retention.service import dossiers_of_child, place_hold
from tests.builders.world import World

ROLES: Final = {
    "mother": "rundbord_family",
    "other_mother": "rundbord_family",
    "teacher": "rundbord_relation",
    "leader": "rundbord_unit",
    "dpo": "rundbord_oversight",
    "administrator": "rundbord_oversight",
}


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def dossier(living: World) -> AsyncIterator[DossierId]:
    """The child's casework: a problem, a meeting with its consents, a perspective, a hold."""
    town = living.north
    async with living.api.write(town.who("leader"), "test.open") as tx:
        problem = await open_problem(tx, OpenProblem(town.id("child"), "institution", "Uro"))
        problem = await move_level(
            tx,
            MoveLevel(
                problem.id, 3, problem.version, reason="x", leader_involved=True, parents_involved=True
            ),
        )
        meeting = await call_meeting(
            tx,
            CallMeeting(
                child=town.id("child"),
                type="netvaerksmoede_3",
                starts_at=tx.now + timedelta(days=20),
                place="Skolen",
                problem=problem.id,
                choices=(
                    Choice("staff", person=town.id("teacher")),
                    Choice("psychologist", person=town.id("psychologist")),
                    Choice("network", name="Mormor"),
                ),
                reason="x",
            ),
        )
        await record_perspective(tx, RecordPerspective(meeting.id, "child", True, text="x"))
    async with living.api.write(town.who("dpo"), "test.hold") as tx:
        (found,) = await dossiers_of_child(tx, town.id("child"))
        await place_hold(tx, found, "Klagesag")
    yield problem.dossier_id


@asynccontextmanager
async def acting(world: World, name: str) -> AsyncIterator[asyncpg.Connection]:
    """The api's connection in the middle of a request of somebody of the north; nothing is kept."""
    connection = await asyncpg.connect(
        world.databases.main["rundbord_api"], server_settings={"search_path": "rundbord"}
    )
    try:
        transaction = connection.transaction()
        await transaction.start()
        session = world.north.sessions[name]
        await connection.fetchrow(
            "select * from begin_request($1, 'cookie', $2)", world.north.host, session.credential.hash
        )
        await connection.execute(f"set local role {ROLES[name]}")
        yield connection
        await transaction.rollback()
    finally:
        await connection.close()


ASKED: Final = """insert into consent (tenant_id, id, dossier_id, giver_id, purpose, basis, text_version, model_version_id,
    state, asked_at, asked_by) select tenant_id, gen_random_uuid(), dossier_id, giver_id, 'measure', basis, text_version,
    model_version_id, {state}, now(), {by} from consent where dossier_id = $1 limit 1"""
TOLD: Final = """insert into perspective (tenant_id, id, line_id, dossier_id, meeting_id, whose, obtained, way, speaker_id,
    recorded_by, recorded_at, sealed)
    select m.tenant_id, made, made, m.dossier_id, m.id, {whose}, true, 'written', {speaker}, {by}, now(),
    'x' from meeting m, gen_random_uuid() made where m.dossier_id = $1 limit 1"""
REFUSED: Final = [
    # An answer to a consent is the giver's alone.
    ("leader", ASKED.format(state="'given'", by="current_person()")),
    ("leader", ASKED.format(state="'asked'", by="giver_id")),
    ("teacher", "update consent set state = 'given' where dossier_id = $1"),
    ("leader", "update consent set expires_at = 'infinity' where dossier_id = $1"),
    ("mother", "update consent set giver_id = giver_id where dossier_id = $1"),
    ("mother", "update consent set purpose = 'measure' where dossier_id = $1"),
    # Nobody lets anyone in by an update, or moves a row elsewhere.
    ("teacher", "update participant set person_id = current_person() where dossier_id = $1"),
    ("teacher", "update participant set access_until = null where dossier_id = $1"),
    ("leader", "update participant set access_from = '-infinity', status = 'invited' where dossier_id = $1"),
    ("leader", "update participant set consent_purpose = null where dossier_id = $1"),
    ("mother", "update participant set access_until = null where dossier_id = $1"),
    ("teacher", "update casework set self_access_from = now() where dossier_id = $1"),
    ("teacher", "update casework set child_id = child_id where dossier_id = $1"),
    ("leader", "update casework set model_version_id = gen_random_uuid() where dossier_id = $1"),
    ("leader", "update problem set dossier_id = dossier_id where dossier_id = $1"),
    ("leader", "update meeting set dossier_id = dossier_id where dossier_id = $1"),
    ("teacher", "update meeting set convener_id = current_person() where dossier_id = $1"),
    ("teacher", "update form set model_version_id = model_version_id where dossier_id = $1"),
    ("teacher", "update level_move set moved_by = current_person() where dossier_id = $1"),
    ("teacher", "update perspective set sealed = 'x' where dossier_id = $1"),
    ("teacher", "update deadline set due_at = due_at + interval '1 year' where dossier_id = $1"),
    ("leader", "delete from meeting where dossier_id = $1"),
    ("leader", "delete from consent where dossier_id = $1"),
    ("mother", "delete from perspective where dossier_id = $1"),
    ("leader", "update access_grant set valid_until = null where dossier_id = $1"),
    ("leader", "update session set capacity = 'dpo' where $1::uuid is not null"),
    ("teacher", "update message set recipient_id = current_person() where dossier_id = $1"),
    ("leader", "insert into access_event select * from access_event where $1::uuid is not null"),
    # Everyone speaks for themselves.
    ("mother", TOLD.format(whose="'child'", by="current_person()", speaker="current_person()")),
    ("mother", TOLD.format(whose="'parent'", by="convener_id", speaker="current_person()")),
    ("teacher", TOLD.format(whose="'child'", by="convener_id", speaker="null")),
    # And nobody gives a child's words to somebody else as theirs.
    ("teacher", TOLD.format(whose="'child'", by="current_person()", speaker="current_person()")),
    (
        "teacher",
        """insert into agenda_item (tenant_id, id, dossier_id, meeting_id, position, origin, added_by, sealed)
           select tenant_id, gen_random_uuid(), dossier_id, id, 99, 'family', current_person(), 'x' from meeting
           where dossier_id = $1 limit 1""",
    ),
    (
        "teacher",
        """insert into level_move (tenant_id, id, dossier_id, problem_id, to_level, moved_at, moved_by, sealed)
           select tenant_id, gen_random_uuid(), dossier_id, problem_id, 4, now(), convener_id, 'x' from meeting
           where dossier_id = $1 limit 1""",
    ),
    # A hold is placed and lifted by the one who says so.
    ("dpo", "update hold set sealed = 'x' where dossier_id = $1"),
    ("dpo", "update hold set lifted_by = placed_by, lifted_at = null where dossier_id = $1"),
    ("leader", "select 1 from hold where dossier_id = $1"),
]


@pytest.mark.parametrize(("name", "statement"), REFUSED)
async def test_refused(living: World, dossier: DossierId, name: str, statement: str) -> None:
    async with acting(living, name) as connection:
        with pytest.raises((asyncpg.InsufficientPrivilegeError, asyncpg.CheckViolationError)):
            await connection.execute(statement, dossier)


@pytest.mark.parametrize(
    ("name", "statement"),
    [
        ("leader", ASKED.format(state="'asked'", by="current_person()")),
        ("mother", TOLD.format(whose="'parent'", by="current_person()", speaker="current_person()")),
        ("teacher", TOLD.format(whose="'child'", by="current_person()", speaker="null")),
        ("teacher", "update casework set last_activity_at = now() where dossier_id = $1"),
    ],
)
async def test_the_same_done_rightly_is_not(
    living: World, dossier: DossierId, name: str, statement: str
) -> None:
    """Else the refusals above might have another reason than the wall."""
    async with acting(living, name) as connection:
        assert (await connection.execute(statement, dossier)).endswith(" 1")


@pytest.mark.parametrize("name", ["teacher", "leader"])
async def test_no_row_changes_its_tenant(living: World, dossier: DossierId, name: str) -> None:
    for table in (
        "casework",
        "problem",
        "meeting",
        "participant",
        "form",
        "agreement",
        "deadline",
        "consent",
    ):
        async with acting(living, name) as connection:
            with pytest.raises(asyncpg.InsufficientPrivilegeError):
                await connection.execute(
                    f"update {table} set tenant_id = $2 where dossier_id = $1", dossier, living.south.tenant
                )


async def test_whether_a_strangers_parents_agreed_is_nobodys(living: World, dossier: DossierId) -> None:
    async with living.behind_the_walls(living.north) as connection:
        # As no capacity could: not by way of the trigger that judges answers.
        await connection.execute("alter table consent disable trigger judge_consent")
        await connection.execute(
            "update consent set state = 'given', answered_at = business_now() where dossier_id = $1", dossier
        )
        await connection.execute("alter table consent enable trigger judge_consent")
    for name, knows in (("mother", True), ("leader", True), ("other_mother", False), ("dpo", False)):
        async with acting(living, name) as connection:
            row = await connection.fetchrow("select * from consent_standing($1, 'exchange')", dossier)
            assert row is not None
            assert row["stands"] is knows, name


async def test_an_administrator_has_no_part_in_holds(living: World, dossier: DossierId) -> None:
    async with acting(living, "administrator") as connection:
        assert await connection.fetch("select * from hold") == []
        assert await connection.fetch("select casework_of_child($1)", living.north.id("child")) == []
    async with acting(living, "dpo") as connection:
        assert len(await connection.fetch("select * from hold where dossier_id = $1", dossier)) == 1


async def test_a_notifier_changes_nothing_of_what_is_told_or_to_whom(
    living: World, dossier: DossierId
) -> None:
    connection = await asyncpg.connect(
        living.databases.main["rundbord_notifier"], server_settings={"search_path": "rundbord"}
    )
    try:
        for column, value in (("recipient_id", uuid4()), ("dossier_id", dossier), ("meeting_id", uuid4())):
            async with connection.transaction():
                await connection.execute("select begin_system($1)", living.north.tenant)
                with pytest.raises(asyncpg.InsufficientPrivilegeError):
                    async with connection.transaction():
                        await connection.execute(f"update message set {column} = $1", value)
    finally:
        await connection.close()


@pytest.mark.parametrize("login", ["rundbord_api", "rundbord_worker", "rundbord_notifier"])
async def test_no_process_takes_on_the_definers_or_the_owners_role(living: World, login: str) -> None:
    connection = await asyncpg.connect(living.databases.main[login])
    try:
        for role in ("rundbord_definer", "rundbord_owner", "postgres"):
            with pytest.raises((asyncpg.InsufficientPrivilegeError, asyncpg.InvalidParameterValueError)):
                await connection.execute(f"set role {role}")
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await connection.execute("create temp table t (x int)")
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await connection.execute("create function rundbord.f() returns int language sql as 'select 1'")
    finally:
        await connection.close()


async def test_nothing_of_a_request_is_left_on_its_connection(living: World) -> None:
    """Pooled connections go from actor to actor: role and settings end with the transaction, also after a failure."""
    connection = await asyncpg.connect(living.databases.main["rundbord_api"])
    try:
        transaction = connection.transaction()
        await transaction.start()
        shown = living.north.sessions["leader"].credential.hash
        await connection.fetchrow(
            "select * from rundbord.begin_request($1, 'cookie', $2)", living.north.host, shown
        )
        await connection.execute("set local role rundbord_unit")
        with pytest.raises(asyncpg.DivisionByZeroError):
            await connection.execute("select 1/0")
        await transaction.rollback()
        left = await connection.fetchrow(
            """select current_user as role, current_setting('rundbord.tenant', true) as tenant,
                      current_setting('rundbord.person', true) as person"""
        )
        assert left is not None
        assert (left["role"], left["tenant"] or "", left["person"] or "") == ("rundbord_api", "", "")
    finally:
        await connection.close()
