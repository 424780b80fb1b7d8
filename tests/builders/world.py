"""Two towns with the same people in each: the smallest world in which a wall can leak.

``world`` (module scope) gives both databases as api, worker and notifier, the towns ``north`` and ``south``
(``tests/builders/people.py`` says who lives there), and a live session for everyone who can log in:

    async with world.api.read(world.north.who("leader"), "test.read") as tx: ...
    async with world.worker.write(world.north.system, "test.write") as tx: ...
"""

import atexit
import copy
import hashlib
import secrets
import shutil
import tempfile
from base64 import urlsafe_b64encode
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from uuid import uuid4

import asyncpg
import msgspec
import pytest
import pytest_asyncio

from services.core.db.database import Database, Reactions
from services.core.identity import Capacity, Credential, PersonId, RequestIdentity, SystemIdentity, TenantId
from services.core.settings import Settings
from services.core.tenancy.loader import load_model
from services.core.tenancy.model import Model, encode_model
from services.core.tenancy.service import add_model
from services.local import postgres
from tests.builders.copies import aside, become, copy_database, server_of
from tests.builders.people import People, settle
from tests.environment import Cluster, Databases

MODEL = Path(__file__).parents[2] / "tenants" / "randers"
BASE = "test"


@dataclass(frozen=True)
class Session:
    """What one person shows: the cookie's value, a bearer token, and the cookie as a credential."""

    cookie: str
    bearer: str
    credential: Credential


@dataclass(frozen=True)
class Town:
    """One tenant and its people by name."""

    tenant: TenantId
    slug: str
    host: str
    model: Model
    people: People
    sessions: dict[str, Session] = field(default_factory=dict)

    @property
    def system(self) -> SystemIdentity:
        """The worker or notifier in this town."""
        return SystemIdentity(self.tenant)

    def who(self, name: str) -> RequestIdentity:
        """A request of someone who lives or works here."""
        return RequestIdentity(self.host, self.sessions[name].credential)

    def id(self, name: str) -> PersonId:
        """A person's id."""
        return self.people.ids[name]


@dataclass(frozen=True)
class World:
    """Both towns, and the databases as each process sees them."""

    databases: Databases
    key_dir: Path
    api: Database
    worker: Database
    notifier: Database
    north: Town
    south: Town

    @asynccontextmanager
    async def behind_the_walls(self, town: Town | None = None) -> AsyncIterator[asyncpg.Connection]:
        """The main database as a superuser, who passes every wall: for looking and for tampering.

        With a town: as if in a transaction of it now, which the triggers of some tables must know.
        """
        connection = await asyncpg.connect(
            self.databases.main_superuser, server_settings={"search_path": "rundbord"}
        )
        try:
            if town is not None:
                await connection.execute(
                    """select set_config('rundbord.tenant', $1, false), set_config('rundbord.capacity', 'system', false),
                              set_config('rundbord.now', n.at::text, false)
                       from (select clock_timestamp() + make_interval(secs => offset_seconds) as at from business_clock) n""",
                    str(town.tenant),
                )
            yield connection
        finally:
            await connection.close()

    async def advance(self, seconds: int) -> None:
        """Move business time forward, for everyone and for good."""
        async with self.behind_the_walls() as connection:
            await connection.execute(
                "update business_clock set offset_seconds = offset_seconds + $1", seconds
            )


def settings(databases: Databases, role: str, key_dir: Path) -> Settings:
    """The settings of a process that logs in as ``role``."""
    return Settings(database_url=databases.main[role], keys_url=databases.keys[role], key_dir=key_dir)


@asynccontextmanager
async def build(
    databases: Databases, key_dir: Path, reactions: Reactions | None = None, model: Path = MODEL
) -> AsyncIterator[World]:
    """Build a world in a fresh pair of databases; ``model`` is the directory that both towns go by.

    A run settles the towns of a model once; later worlds of that model begin as copies of those.
    """
    settled = await _settled(databases, reactions or {}, model)
    await become(databases, settled.databases)
    shutil.copytree(settled.key_dir, key_dir, dirs_exist_ok=True)
    north, south = (
        # Tests add people and sessions to a town.
        replace(town, people=copy.deepcopy(town.people), sessions=dict(town.sessions))
        for town in settled.towns
    )
    async with _opened(databases, key_dir, reactions) as (api, worker, notifier):
        yield World(databases, key_dir, api, worker, notifier, north, south)


@dataclass(frozen=True)
class _Settled:
    """Both towns as they stand on their first morning, in databases that nobody is connected to."""

    databases: Databases
    key_dir: Path
    towns: tuple[Town, Town]


_first_mornings: dict[tuple[str, bool, bytes], _Settled] = {}


async def _settled(databases: Databases, reactions: Reactions, directory: Path) -> _Settled:
    model = load_model(directory)
    key = (server_of(databases.main_superuser), bool(reactions), encode_model(model))
    if key not in _first_mornings:
        kept = await aside(databases, f"settled_{len(_first_mornings)}")
        key_dir = Path(tempfile.mkdtemp(prefix="rundbord-test-keys-"))
        atexit.register(shutil.rmtree, key_dir, ignore_errors=True)
        async with _opened(kept, key_dir, reactions) as (_, worker, _):
            north = await _town(kept, worker, "north", "Nordby Kommune", "90000001", model)
            south = await _town(kept, worker, "south", "Sydby Kommune", "90000002", model)
        _first_mornings[key] = _Settled(kept, key_dir, (north, south))
    return _first_mornings[key]


@asynccontextmanager
async def copied(cluster: Cluster, of: World) -> AsyncIterator[World]:
    """A copy of a world that is closed, in a tenth of a second: for tests that leave nothing as it was.

    The main database is copied; the keys instance is shared.
    """
    name = f"copy_{uuid4().hex}"
    original = of.databases.main_superuser.rsplit("/", 1)[1]
    await copy_database(server_of(of.databases.main_superuser), name, original)
    databases = Databases(
        main={role: cluster.main.dsn(role, name) for role in postgres.LOGIN_ROLES},
        keys=of.databases.keys,
        main_superuser=cluster.main.dsn(postgres.SUPERUSER, name),
        keys_superuser=of.databases.keys_superuser,
    )
    try:
        async with _opened(databases, of.key_dir, None) as (api, worker, notifier):
            yield World(databases, of.key_dir, api, worker, notifier, of.north, of.south)
    finally:
        postgres.psql(cluster.main.access, f"DROP DATABASE {name} WITH (FORCE);")


@asynccontextmanager
async def _opened(
    databases: Databases, key_dir: Path, reactions: Reactions | None
) -> AsyncIterator[list[Database]]:
    async with AsyncExitStack() as stack:
        opened = []
        for role in ("rundbord_api", "rundbord_worker", "rundbord_notifier"):
            opened.append(await Database.open(settings(databases, role, key_dir), reactions or {}, size=4))
            stack.push_async_callback(opened[-1].close)
        yield opened


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def world(databases: Databases, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[World]:
    """A world of this module's own."""
    async with build(databases, tmp_path_factory.mktemp("keys")) as built:
        yield built


async def open_session(
    worker: Database, tenant: TenantId, person: PersonId, capacity: Capacity, language: str = "da"
) -> Session:
    """Log someone in without a provider: a cookie and a bearer token, both live for eight hours."""
    secrets_, now = [secrets.token_bytes(32) for _ in range(2)], "rundbord.machine_now()"
    async with worker.tenant_function() as connection:
        await connection.fetchval("select rundbord.begin_system($1)", tenant)
        for kind, secret in zip(("cookie", "bearer"), secrets_, strict=True):
            await connection.execute(
                f"""insert into rundbord.session (tenant_id, id, kind, credential_hash, person_id, capacity, capacities,
                    roles, language, provider, issuer, subject_hash, created_at, last_seen_at, idle_seconds, expires_at)
                values ($1, $2, $3, $4, $5, $6, array[$6], '{{}}', $7, 'test', 'test', $4, {now}, {now}, 28800,
                    {now} + interval '8 hours')""",
                tenant,
                uuid4(),
                kind,
                hashlib.sha256(secret).digest(),
                person,
                capacity.value,
                language,
            )
    written = [urlsafe_b64encode(secret).rstrip(b"=").decode() for secret in secrets_]
    credential = Credential("cookie", hashlib.sha256(secrets_[0]).digest())
    return Session(written[0], f"rb_{written[1]}", credential)


async def _town(databases: Databases, worker: Database, slug: str, name: str, cvr: str, model: Model) -> Town:
    model = msgspec.structs.replace(
        model, tenant=msgspec.structs.replace(model.tenant, id=slug, name=name, cvr=cvr, host=slug)
    )
    added = await add_model(databases.main["rundbord_owner"], worker, model, BASE)
    async with worker.write(SystemIdentity(added.tenant), "test.settle") as tx:
        people = await settle(tx)
    town = Town(added.tenant, slug, added.host, model, people)
    for person, capacity in people.capacities().items():
        town.sessions[person] = await open_session(worker, added.tenant, town.id(person), capacity)
    return town
