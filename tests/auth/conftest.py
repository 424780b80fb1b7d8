"""One api with two tenants, its own test providers beside it, and a hostile provider."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import asyncpg
import httpx2
import msgspec
import pytest_asyncio
from joserfc.jwk import RSAKey
from litestar import Litestar

from services.api.auth.credentials import CookieNames
from services.api.auth.dependencies import AuthDependencies
from services.api.auth.discovery import Directory
from services.api.auth.login import Login
from services.api.auth.providers import Provider, Providers
from services.api.auth.routes import auth_routes
from services.api.auth.store import LoginStore
from services.api.rate_limit import RateLimiter
from services.core.db.database import Database
from services.core.mode import Mode
from services.core.settings import Settings
from services.local.identity.app import create_app as identity_app
from services.local.identity.config import Config, checked
from services.local.process import free_port
from tests.auth import world
from tests.auth.hostile import Hostile
from tests.auth.serving import Browser, serve
from tests.environment import Databases

NPM_SECRET = "s:&+% " + "s" * 40
STAFF_CLIENT = "rundbord-staff"
LEVEL = "https://data.gov.dk/concept/core/nsis/"


@dataclass
class Site:
    """Everything a login test touches."""

    port: int
    towns: dict[str, world.Municipality]
    auth: AuthDependencies
    database: Database
    hostile: Hostile
    identity: Litestar
    superuser: str
    npm_port: int
    app: Litestar
    client_keys: dict[str, Any]

    @property
    def session_cookie(self) -> str:
        return CookieNames.of(self.url("")).session

    def url(self, path: str, town: str = "north") -> str:
        return f"http://{town}.localhost:{self.port}{path}"

    async def log_in(
        self, browser: Browser, person: str, town: str = "north", **query: str
    ) -> httpx2.Response:
        """Log a test person in without a click; the answer is the callback's."""
        answer = await browser.get(self.url("/auth/login", town), params={"login_hint": person, **query})
        assert answer.status_code == 303, answer.text
        at_provider = await browser.get(answer.headers["location"])
        assert at_provider.status_code == 303, at_provider.text
        return await browser.get(at_provider.headers["location"])

    async def me(self, browser: Browser, town: str = "north") -> httpx2.Response:
        return await browser.get(self.url("/auth/me", town), headers={"Accept": "application/json"})

    async def sessions(self) -> int:
        """How many sessions have ever been opened."""
        connection = await asyncpg.connect(self.superuser)
        try:
            return int(await connection.fetchval("select count(*) from rundbord.session"))
        finally:
            await connection.close()


def family(tenant: str, key: str, issuer: str, **more: Any) -> Provider:
    settings: dict[str, Any] = {
        "tenant": tenant,
        "key": key,
        "kind": "family",
        "title": {"da": "MitID", "en": "MitID"},
        "issuer": issuer,
        "client_id": f"rundbord-{tenant}",
        "client_secret": "a secret: with æ",
        "scopes": ["openid", "mitid", "ssn"],
        "claims": {"cpr": "dk.cpr", "person": "mitid.uuid"},
        "level": {
            "claim": "loa",
            "accepted": [f"{LEVEL}Substantial", f"{LEVEL}High"],
            "request": {"idp_params": {"mitid": {"loa_value": "substantial"}}},
        },
    }
    return msgspec.convert(settings | more, Provider)


def professional(tenant: str, key: str, issuer: str, **more: Any) -> Provider:
    settings: dict[str, Any] = {
        "tenant": tenant,
        "key": key,
        "kind": "professional",
        "title": {"da": "Kommunen", "en": "The municipality"},
        "issuer": issuer,
        "client_id": f"rundbord-{tenant}",
        "client_secret": "another secret",
        "scopes": ["openid", "profile"],
        "cvr": world.CVR[tenant],
        "claims": {"subject": ["tid", "oid"], "cvr": "cvr", "roles": "roles", "staff": "staff_id"},
        "roles": {"Leder": "leader", "Medarbejder": "professional", "Myndighed": "adviser"},
    }
    return msgspec.convert(settings | more, Provider)


STAFF = [
    {"id": "leader", "name": "Lis Leder", "oid": "o-1", "staff_id": "n-1", "roles": ["Leder", "Ukendt"]},
    {"id": "teacher", "name": "Tom Lærer", "oid": "o-2", "staff_id": "n-2", "roles": ["Medarbejder"]},
    {"id": "pretender", "name": "Vil Lede", "oid": "o-2b", "staff_id": "n-2", "roles": ["Leder"]},
    {"id": "former", "name": "Før Ansat", "oid": "o-3", "staff_id": "n-3", "roles": ["Medarbejder"]},
    {"id": "roleless", "name": "Uden Rolle", "oid": "o-4", "staff_id": "n-1", "roles": []},
    {
        "id": "elsewhere",
        "name": "Anden Kommune",
        "oid": "o-5",
        "staff_id": "n-1",
        "roles": ["Leder"],
        "cvr": "99999999",
    },
]
FAMILIES = [
    {"id": "mother", "name": "Mor Ærlig", "cpr": world.CPR, "uuid": world.MITID},
    {"id": "mother-low", "name": "Mor Lav", "cpr": world.CPR, "uuid": world.MITID, "loa": "Low"},
    {"id": "stranger", "name": "Fremmed", "cpr": world.STRANGER_CPR, "uuid": world.STRANGER_MITID},
]


def identity_config(port: int, api_port: int, jwks: dict[str, Any]) -> Config:
    def client(town: str, **credential: Any) -> dict[str, Any]:
        base = f"http://{town}.localhost:{api_port}"
        return {
            "client_id": f"rundbord-{town}",
            "organisation": town,
            "redirect_uris": [f"{base}/auth/callback"],
            "post_logout_redirect_uris": [f"{base}/auth/logged-out"],
            "backchannel_logout_uri": f"{base}/auth/backchannel-logout",
            **credential,
        }

    base = f"http://127.0.0.1:{port}"
    providers: list[dict[str, Any]] = [
        {
            "key": "mitid",
            "kind": "family",
            "issuer": f"{base}/mitid/op",
            "title": "MitID (test)",
            "clients": [client(town, client_secret="a secret: with æ") for town in world.CVR],
            "persons": FAMILIES,
        }
    ]
    for town, cvr in world.CVR.items():
        # One proves itself by secret, the other by a signed assertion.
        proof = {"client_secret": "another secret"} if town == "north" else {"jwks": jwks}
        providers.append(
            {
                "key": town,
                "kind": "professional",
                "issuer": f"{base}/{town}",
                "title": town,
                "cvr": cvr,
                "tid": f"tid-{town}",
                "clients": [client(town, **proof)],
                "persons": STAFF,
            }
        )
    return checked(msgspec.convert({"bind": f"127.0.0.1:{port}", "providers": providers}, Config))


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def site(databases: Databases, valkey_url: str, tmp_path_factory: Any) -> AsyncIterator[Site]:
    home: Path = tmp_path_factory.mktemp("auth")
    key = RSAKey.generate_key(2048)
    key_file = home / "client.pem"
    key_file.write_bytes(key.as_pem(private=True))
    key_dir = home / "keys"
    towns = await world.build(databases, key_dir)
    api_port, identity_port, npm_port = free_port(), free_port(), free_port()
    settings = Settings(
        database_url=databases.main["rundbord_api"],
        keys_url=databases.keys["rundbord_api"],
        redis_url=valkey_url,
        key_dir=key_dir,
        public_url=f"http://{{host}}:{api_port}",
    )
    hostile = Hostile()
    client_keys: dict[str, Any] = {"keys": [key.as_dict(private=False)]}
    identity = identity_app(identity_config(identity_port, api_port, client_keys))
    database = await Database.open(settings, {}, size=4)
    app = Litestar(auth_routes, openapi_config=None)
    async with serve(hostile) as hostile_port, serve(identity, identity_port), serve(app, api_port):
        hostile.port = hostile_port
        base = f"http://127.0.0.1:{identity_port}"
        by_key = {"client_auth": "private_key_jwt", "client_secret": "", "private_key_file": str(key_file)}
        people = [person["id"] for person in FAMILIES]
        staff = [person["id"] for person in STAFF]
        providers = Providers(
            [
                family("north", "mitid", f"{base}/mitid/op", test_persons=people),
                family("south", "mitid", f"{base}/mitid/op", test_persons=people),
                professional("north", "town", f"{base}/north", test_persons=staff),
                professional("south", "town", f"{base}/south", test_persons=staff, **by_key),
                # North's people at the provider of south, as a mistaken configuration would have it.
                professional("north", "crossed", f"{base}/south", **by_key, client_id="rundbord-south"),
                family("north", "hostile", hostile.issuer),
                professional(
                    "north",
                    "lying-town",
                    hostile.issuer,
                    client_id=STAFF_CLIENT,
                    claims={
                        "subject": ["tid", "oid"],
                        "cvr": "cvr",
                        "roles": "roles",
                        "groups": "groups",
                        "privileges": "bpp",
                        "staff": "staff_id",
                    },
                ),
                family(
                    "north",
                    "npm",
                    f"http://127.0.0.1:{npm_port}",
                    client_id="rundbord",
                    client_secret=NPM_SECRET,
                ),
                family(
                    "north",
                    "npm-key",
                    f"http://127.0.0.1:{npm_port}",
                    **by_key | {"client_id": "rundbord-key", "assertion_audience": "issuer"},
                ),
            ],
            Mode.LOCAL,
        )
        login = Login(providers, LoginStore(database), Directory())
        auth = AuthDependencies(login, RateLimiter(valkey_url), settings, Mode.LOCAL)
        auth.attach(app)
        yield Site(
            api_port,
            towns,
            auth,
            database,
            hostile,
            identity,
            databases.main_superuser,
            npm_port,
            app,
            client_keys,
        )
        await auth.close()
    await database.close()


@pytest_asyncio.fixture(loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    async with Browser() as fresh:
        yield fresh
