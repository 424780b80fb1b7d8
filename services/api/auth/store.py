"""Login's way to the database: the functions that may run before anybody is known.

They are security-definer functions of ``core/login`` and ``core/session`` (``policies.sql``) and take the tenant
themselves; nothing here can read a table.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final
from uuid import UUID

from services.core.db.database import Database
from services.core.identity import Credential, PersonId, TenantId, UnitId

ATTEMPT_SECONDS: Final = 600
"""How long a login may take, in machine time."""


@dataclass(frozen=True)
class Tenant:
    """The tenant that a request's host names, its CVR number, and its public address without a final slash."""

    id: TenantId
    slug: str
    cvr: str
    host: str
    public_url: str


@dataclass(frozen=True)
class Attempt:
    """A login under way."""

    provider: str
    nonce: str
    verifier: str
    return_path: str
    silent: bool = False
    """Whether the provider was asked to show the person nothing."""


@dataclass(frozen=True)
class NewSession:
    """A session to open. Hashes are SHA-256; ``issued_at`` is when the provider spoke."""

    id: UUID
    cookie_hash: bytes
    replaces: bytes | None
    person: PersonId
    capacity: str
    capacities: tuple[str, ...]
    roles: tuple[str, ...]
    limits: dict[str, dict[str, list[str]]]
    language: str
    provider: str
    issuer: str
    subject_hash: bytes
    sid_hash: bytes | None
    hint: bytes | None
    idle_seconds: int
    absolute_seconds: int
    issued_at: datetime


@dataclass(frozen=True)
class Described:
    """A living session. ``expires_at`` is machine time: when it ends if it is not used again."""

    person: UUID
    capacity: str
    capacities: tuple[str, ...]
    roles: tuple[str, ...]
    units: tuple[UUID, ...]
    language: str
    expires_at: datetime


@dataclass(frozen=True)
class Ended:
    """A session that ended just now: where it came from, and the sealed ID token."""

    provider: str
    hint: bytes | None


class LoginStore:
    """Attempts, sessions and people, as far as login may know them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def tenant(self, host: str) -> tuple[TenantId, str, str] | None:
        """Id, slug and CVR number of the tenant of a host."""
        async with self._database.tenant_function() as connection:
            row = await connection.fetchrow("select * from rundbord.tenant_by_host($1)", host)
        return None if row is None else (TenantId(row["tenant_id"]), row["slug"], row["cvr"])

    async def begin(self, tenant: TenantId, state_hash: bytes, browser_hash: bytes, attempt: Attempt) -> None:
        """Remember a login under way for ten minutes."""
        async with self._database.tenant_function() as connection:
            await connection.execute(
                "select rundbord.login_begin($1, $2, $3, $4, $5, $6, $7, $8, $9)",
                tenant,
                state_hash,
                browser_hash,
                attempt.provider,
                attempt.nonce,
                attempt.verifier,
                attempt.return_path,
                attempt.silent,
                ATTEMPT_SECONDS,
            )

    async def take(self, tenant: TenantId, state_hash: bytes, browser_hash: bytes) -> Attempt | None:
        """The login under way, once; None for another browser, an old or a used one."""
        async with self._database.tenant_function() as connection:
            row = await connection.fetchrow(
                "select * from rundbord.login_take($1, $2, $3)", tenant, state_hash, browser_hash
            )
        return None if row is None else Attempt(**dict(row))

    async def family(self, tenant: TenantId, person: PersonId) -> tuple[PersonId, str] | None:
        """The person (after merges) and their language; None when they may not log in."""
        async with self._database.tenant_function() as connection:
            row = await connection.fetchrow("select * from rundbord.family_for_login($1, $2)", tenant, person)
        return None if row is None else (PersonId(row["person_id"]), row["language"])

    async def professional(
        self, tenant: TenantId, issuer: str, subject: str, staff: str
    ) -> tuple[PersonId, str, frozenset[str]] | None:
        """The person, their language and what they are employed as now; None without a valid employment."""
        async with self._database.tenant_function() as connection:
            row = await connection.fetchrow(
                "select * from rundbord.professional_for_login($1, $2, $3, $4)",
                tenant,
                issuer,
                subject,
                staff or None,
            )
        return (
            None
            if row is None
            else (PersonId(row["person_id"]), row["language"], frozenset(row["capacities"]))
        )

    async def units(self, tenant: TenantId, keys: Sequence[str]) -> dict[str, list[UnitId]]:
        """Units by the municipality's numbers for them; a number that nobody has is not there."""
        found: dict[str, list[UnitId]] = {}
        async with self._database.tenant_function() as connection:
            for row in await connection.fetch(
                "select * from rundbord.units_for_login($1, $2)", tenant, list(keys)
            ):
                found.setdefault(row["key"], []).append(UnitId(row["unit_id"]))
        return found

    async def open(self, tenant: TenantId, new: NewSession) -> bool:
        """Open a session, end the one it replaces and what the account has open under other roles.

        False: the provider ended the login's own session before we could open ours.
        """
        async with self._database.tenant_function() as connection:
            until = await connection.fetchval(
                "select rundbord.session_open($1, $2, $3, $4, $5, $6, $7, $8, $9::text::jsonb, $10, $11, $12, $13, $14,"
                " $15, $16, $17, $18)",
                tenant,
                new.id,
                new.cookie_hash,
                new.replaces,
                new.person,
                new.capacity,
                list(new.capacities),
                list(new.roles),
                json.dumps(new.limits),
                new.language,
                new.provider,
                new.issuer,
                new.subject_hash,
                new.sid_hash,
                new.hint,
                new.idle_seconds,
                new.absolute_seconds,
                new.issued_at,
            )
        return until is not None

    async def end_of_account(self, tenant: TenantId, issuer: str, subject_hash: bytes) -> None:
        """End everything that an account has open."""
        async with self._database.tenant_function() as connection:
            await connection.execute(
                "select rundbord.session_end_of_account($1, $2, $3, null)", tenant, issuer, subject_hash
            )

    async def describe(self, tenant: TenantId, shown: Credential) -> Described | None:
        """The living session behind a credential."""
        function = "session_describe" if shown.kind == "cookie" else "token_describe"
        async with self._database.tenant_function() as connection:
            row = await connection.fetchrow(
                f"select * from rundbord.{function}($1, $2)",  # noqa: S608 - one of two names above
                tenant,
                shown.hash,
            )
        if row is None:
            return None
        return Described(
            person=row["person_id"],
            capacity=row["capacity"],
            capacities=tuple(row["capacities"]),
            roles=tuple(row["roles"]),
            units=tuple(row["units"]),
            language=row["language"],
            expires_at=row["expires_at"].astimezone(UTC),
        )

    async def switch(self, tenant: TenantId, cookie_hash: bytes, fresh_hash: bytes, capacity: str) -> bool:
        """Work on in another capacity, under a new cookie; False when the session may not.

        The provider's hint goes with the old cookie that alone opens it.
        """
        async with self._database.tenant_function() as connection:
            until = await connection.fetchval(
                "select rundbord.session_switch($1, $2, $3, $4, null)",
                tenant,
                cookie_hash,
                fresh_hash,
                capacity,
            )
        return until is not None

    async def end(self, tenant: TenantId, cookie_hash: bytes) -> Ended | None:
        """End a session; None when there was none."""
        async with self._database.tenant_function() as connection:
            row = await connection.fetchrow(
                "select provider, hint from rundbord.session_end($1, $2, 'logout')", tenant, cookie_hash
            )
        return None if row is None else Ended(row["provider"], row["hint"])

    async def end_by_provider(
        self,
        tenant: TenantId,
        issuer: str,
        sid_hash: bytes | None,
        subject_hash: bytes | None,
        jti_hash: bytes,
        jti_until: datetime,
        *,
        whole: bool,
    ) -> int | None:
        """End the sessions that a logout token names; how many, or None when the token was used before.

        ``whole``: all that the account it names has open, and not the one session alone.
        """
        async with self._database.tenant_function() as connection:
            ended: int = await connection.fetchval(
                "select rundbord.session_end_by_provider($1, $2, $3, $4, $5, $6, $7)",
                tenant,
                issuer,
                sid_hash,
                subject_hash,
                whole,
                jti_hash,
                jti_until,
            )
        return None if ended < 0 else ended

    async def find(self, tenant: TenantId, kind: str, value: str) -> PersonId | None:
        """Who has this CPR number (``cpr``) or MitID id (``mitid``) in this tenant."""
        return await self._database.keyring.find_person(tenant, kind, value)

    async def remember(self, tenant: TenantId, kind: str, value: str, person: PersonId) -> PersonId:
        """Bind an identifier to a person; answers who holds it."""
        return await self._database.keyring.remember_person(tenant, kind, value, person)
