"""Two municipalities with a few people and their sessions, behind a real api on real databases."""

import asyncio
import hashlib
import secrets
from base64 import urlsafe_b64encode
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID, uuid4

import asyncpg

from services.core.db.database import Database
from services.core.identity import DossierId, TenantId
from services.core.keys.seal import SealLabel, seal
from services.core.person.details import PersonDetails
from services.core.settings import Settings
from tests.environment import Databases


@dataclass(frozen=True)
class Someone:
    """A person with a session, shown as a bearer token and as a cookie."""

    tenant: UUID
    host: str
    person: UUID
    dossier: UUID
    secret: str
    cookie_secret: str

    @property
    def bearer(self) -> dict[str, str]:
        return {"host": self.host, "authorization": f"Bearer rb_{self.secret}"}

    def cookie(self, name: str) -> dict[str, str]:
        return {"host": self.host, "cookie": f"{name}={self.cookie_secret}"}


@dataclass(frozen=True)
class World:
    """Parent and leader of one municipality, a parent of another."""

    settings: Settings
    parent: Someone
    leader: Someone
    stranger: Someone
    superuser: str


async def build_world(databases: Databases, key_dir: Path) -> World:
    """Fill a fresh pair of databases."""
    for role in ("worker", "api"):
        settings = Settings(
            database_url=databases.main[f"rundbord_{role}"],
            keys_url=databases.keys[f"rundbord_{role}"],
            key_dir=key_dir,
            public_url="http://{host}:8000",
        )
        if role == "worker":
            async with opened(settings) as database:
                await database.keyring.ensure_epoch()
    connection = await asyncpg.connect(databases.main_superuser)
    try:
        here, there = uuid4(), uuid4()
        for number, (tenant, slug) in enumerate(((here, "nordby"), (there, "sydby"))):
            await connection.execute(
                "insert into rundbord.tenant values ($1, $2, $3, $2, $4, now())",
                tenant,
                slug,
                f"{slug}.localhost",
                f"1234567{number}",
            )
        async with opened(settings) as database:
            people = [
                await _someone(connection, database, tenant, host, capacity)
                for tenant, host, capacity in (
                    (here, "nordby.localhost", "family"),
                    (here, "nordby.localhost", "leader"),
                    (there, "sydby.localhost", "family"),
                )
            ]
    finally:
        await connection.close()
    parent, leader, stranger = people
    return World(settings, parent, leader, stranger, superuser=databases.main_superuser)


@asynccontextmanager
async def opened(settings: Settings) -> AsyncIterator[Database]:
    """A database of this process."""
    database = await Database.open(settings, {}, size=4)
    try:
        yield database
    finally:
        await database.close()


async def _someone(
    connection: asyncpg.Connection, database: Database, tenant: UUID, host: str, capacity: str
) -> Someone:
    person, dossier = uuid4(), uuid4()
    # Triggers that derive grants want to know for whom and when, as in any transaction.
    await connection.execute(
        "select set_config('rundbord.tenant', $1, false), set_config('rundbord.now', now()::text, false)",
        str(tenant),
    )
    key = await database.keyring.create(TenantId(tenant), DossierId(dossier))
    await connection.execute(
        """insert into rundbord.dossier (tenant_id, id, kind, audit_pseudonym, opened_at)
           values ($1, $2, 'identity', $3, now())""",
        tenant,
        dossier,
        uuid4(),
    )
    await connection.execute(
        """insert into rundbord.person (tenant_id, id, dossier_id, kind, sealed)
           values ($1, $2, $3, $4, $5)""",
        tenant,
        person,
        dossier,
        "adult" if capacity == "family" else "staff",
        seal(key, SealLabel.PERSON, tenant, dossier, person, PersonDetails(name="Prøve")),
    )
    if capacity != "family":
        unit = uuid4()
        await connection.execute(
            "insert into rundbord.unit (tenant_id, id, kind, name, source_key) values ($1, $2, 'school', 'S', 's')",
            tenant,
            unit,
        )
        await connection.execute(
            """insert into rundbord.employment (tenant_id, id, person_id, unit_id, role, valid, recorded)
               values ($1, $2, $3, $4, $5, tstzrange(now() - interval '1 day', null), tstzrange(now(), null))""",
            tenant,
            uuid4(),
            person,
            unit,
            capacity,
        )
    written = []
    for kind in ("bearer", "cookie"):
        raw = secrets.token_bytes(32)
        written.append(urlsafe_b64encode(raw).rstrip(b"=").decode())
        await connection.execute(
            """insert into rundbord.session (tenant_id, id, kind, credential_hash, person_id, capacity, capacities,
                   roles, language, provider, issuer, subject_hash, created_at, last_seen_at, idle_seconds, expires_at)
               values ($1, $2, $3, $4, $5, $6, array[$6], '{}', 'da', 'test', 'test', '\\x00', now(), now(), 3600,
                   now() + interval '1 hour')""",
            tenant,
            uuid4(),
            kind,
            hashlib.sha256(raw).digest(),
            person,
            capacity,
        )
    return Someone(tenant, host, person, dossier, *written)


def run_world(databases: Databases, key_dir: Path) -> World:
    """``build_world`` outside the tests' event loop."""
    return asyncio.run(build_world(databases, key_dir))
