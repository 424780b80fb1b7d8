"""The synthetic municipalities: everyone can log in, sees what the table says, and a second seeding changes nothing."""

import asyncio
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path

import asyncpg
import pytest
import pytest_asyncio

from services.core.calendar import COPENHAGEN
from services.core.casework.service import load_case
from services.core.db.database import Database
from services.core.identity import Capacity, PersonId, RequestIdentity
from services.core.meeting import store as meetings
from services.core.person import reading
from services.core.perspective.asking import moved
from services.core.reactions import REACTIONS
from services.core.tenancy.service import Added, add_tenant
from services.local.identity.config import is_replacement_number
from services.local.people import TestPerson
from services.local.seed import founding, people, seed
from services.local.seed.cast import person_id
from tests.builders.world import open_session, settings
from tests.environment import Databases

TENANTS = Path(__file__).parents[2] / "tenants"
TODAY = datetime.now(COPENHAGEN).date()
SLUGS = ("randers", "ringsted", "slagelse")


class Towns:
    """The three municipalities, seeded."""

    def __init__(self, databases: Databases, worker: Database, api: Database, post: Database) -> None:
        self.databases, self.worker, self.api, self.post = databases, worker, api, post
        self.added: dict[str, Added] = {}
        self.called: dict[str, int] = {}

    async def sees(self, tenant: str, key: str, capacity: str = "family") -> list[str]:
        person = PersonId(person_id(tenant, key))
        added = self.added[tenant]
        session = await open_session(self.worker, added.tenant, person, Capacity(capacity))
        who = RequestIdentity(added.host, session.credential)
        async with self.api.read(who, "test.children") as tx:
            found = (await reading.children(tx, first=100)).items
        keys = {person_id(tenant, key): key for key in CHILDREN}
        return sorted(keys[child.id] for child in found)


CHILDREN = (
    "barn", "soeskende", "barn-delt", "barn-alene", "unge-17", "unge-15", "ufoedt", "mindre", "barn-sag", "barn-skole2",
)  # fmt: skip


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def towns(databases: Databases, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Towns]:
    keys = tmp_path_factory.mktemp("keys")
    worker = await Database.open(settings(databases, "rundbord_worker", keys), {}, size=4)
    api = await Database.open(settings(databases, "rundbord_api", keys), REACTIONS, size=4)
    post = await Database.open(settings(databases, "rundbord_notifier", keys), {}, size=4)
    built = Towns(databases, worker, api, post)
    for slug in SLUGS:
        founded = founding(worker, slug, TODAY)
        added = await add_tenant(databases.main["rundbord_owner"], founded, TENANTS / slug, "localhost")
        built.added[slug] = added

    async def fill(slug: str) -> None:
        built.called[slug] = await seed(worker, api, built.added[slug], post=post)

    await asyncio.gather(*(fill(slug) for slug in SLUGS))
    yield built
    for one in (worker, api, post):
        await one.close()


def everyone() -> list[TestPerson]:
    return [person for slug in SLUGS for person in people(slug)]


def test_login_hints_and_numbers_are_unique_and_nobodys() -> None:
    hints = [person.login_hint for person in everyone()]
    assert len(hints) == len(set(hints))
    assert "randers-leder-mette" in hints
    for slug in SLUGS:
        numbers = [person.cpr for person in people(slug) if person.provider == "family"]
        assert len(numbers) == len(set(numbers))
        assert all(is_replacement_number(number) for number in numbers)
    assert {person.capacity for person in people("randers")} == {
        "family",
        "leader",
        "professional",
        "adviser",
        "administrator",
        "dpo",
        "auditor",
    }
    assert not [person for person in people("randers", empty=True) if person.provider == "family"]


@pytest.mark.parametrize("slug", SLUGS)
async def test_everyone_can_log_in(towns: Towns, slug: str) -> None:
    tenant = towns.added[slug].tenant
    for person in people(slug):
        if person.provider == "family":
            found = await towns.api.keyring.find_person(tenant, "cpr", person.cpr)
            assert found == person.id
            async with towns.api.tenant_function() as connection:
                row = await connection.fetchrow(
                    "select * from rundbord.family_for_login($1, $2)", tenant, found
                )
        else:
            async with towns.api.tenant_function() as connection:
                row = await connection.fetchrow(
                    "select * from rundbord.professional_for_login($1, 'test', $2, $3)",
                    tenant,
                    person.login_hint,
                    person.staff_id,
                )
                assert row is not None
                assert person.capacity in row["capacities"]
        assert row is not None, person.login_hint
        assert row["person_id"] == person.id


@pytest.mark.parametrize("slug", SLUGS)
async def test_each_sees_what_the_table_says(towns: Towns, slug: str) -> None:
    school = ["barn", "barn-alene", "barn-delt", "barn-sag", "unge-15", "unge-17"]
    assert await towns.sees(slug, "leder", "leader") == school
    assert await towns.sees(slug, "leder2", "leader") == ["barn-skole2"]
    assert await towns.sees(slug, "dagtilbudsleder", "leader") == ["mindre", "soeskende"]
    assert await towns.sees(slug, "sundhedsleder", "leader") == ["ufoedt"]
    assert await towns.sees(slug, "mor") == ["barn", "soeskende", "unge-15"]
    assert await towns.sees(slug, "far-delt") == ["barn-delt"]
    assert await towns.sees(slug, "far-uden") == []
    assert await towns.sees(slug, "papfar") == []
    assert await towns.sees(slug, "mor-gravid") == ["mindre", "ufoedt"]
    assert await towns.sees(slug, "unge-15") == ["unge-15"]
    assert await towns.sees(slug, "raadgiver", "adviser") == ["barn-sag"]
    assert await towns.sees(slug, "dpo", "dpo") == []
    assert await towns.sees(slug, "administrator", "administrator") == []


@pytest.mark.parametrize("slug", SLUGS)
async def test_cases_are_lively(towns: Towns, slug: str) -> None:
    assert towns.called[slug] >= 3


@pytest.mark.parametrize("slug", SLUGS)
async def test_a_town_has_a_past_of_which_nothing_is_left_to_tell(towns: Towns, slug: str) -> None:
    added = towns.added[slug]
    session = await open_session(
        towns.worker, added.tenant, PersonId(person_id(slug, "leder")), Capacity.LEADER
    )
    async with towns.api.read(RequestIdentity(added.host, session.credential), "test.past") as tx:
        case = await load_case(tx, PersonId(person_id(slug, "barn")))
        assert case.casework is not None
        dossier = case.casework.dossier_id
        held = [row for row in await meetings.meetings_of(tx, dossier) if row.starts_at < tx.now]
        assert [row.status for row in held] == ["concluded", "concluded"]
        now, agreed = tx.now, await meetings.agreements_of(tx, dossier)
        steps = [[point.value for point in one.points] for one in await moved(tx, dossier)]
    assert sorted(one.status for one in agreed) == ["done", "done", "open", "open"]
    late = [one for one in agreed if one.status == "open" and one.due_on and one.due_on < TODAY]
    assert len(late) == 1
    assert any(len(set(values)) > 1 for values in steps)
    # Business time is the machine's again, and what waits to be told is from today on.
    assert abs((now - datetime.now(COPENHAGEN)).total_seconds()) < 60
    connection = await asyncpg.connect(towns.databases.main_superuser)
    try:
        waiting = await connection.fetchval(
            "select count(*) from rundbord.message where tenant_id = $1 and state in ('planned', 'sending')"
            " and not_before < $2",
            added.tenant,
            now - timedelta(hours=20),
        )
        begun = await connection.fetchval(
            "select min(occurred_at) from rundbord.access_event where tenant_id = $1", added.tenant
        )
    finally:
        await connection.close()
    assert waiting == 0
    assert begun < now - timedelta(days=60)


async def test_a_second_seeding_changes_nothing(towns: Towns) -> None:
    async def counts() -> dict[str, int]:
        connection = await asyncpg.connect(towns.databases.main_superuser)
        try:
            tables = await connection.fetch(
                "select relname from pg_class where relnamespace = 'rundbord'::regnamespace and relkind = 'r'"
                " and relname not in ('access_event', 'unsealed_event', 'session')"
            )
            return {
                table[0]: await connection.fetchval(f"select count(*) from rundbord.{table[0]}")
                for table in tables
            }
        finally:
            await connection.close()

    before = await counts()
    again = await add_tenant(
        towns.databases.main["rundbord_owner"], towns.worker, TENANTS / "randers", "localhost"
    )
    assert not again.changed
    assert await seed(towns.worker, towns.api, again, post=towns.post) == 0
    assert await counts() == before
