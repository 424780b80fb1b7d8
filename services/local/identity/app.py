"""The ASGI application: every provider under the path of its issuer."""

import asyncio
import time
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from litestar import Litestar, Request, Response, Router, get, post

from services.local.identity.authorize import authorize, posted
from services.local.identity.claims import userinfo
from services.local.identity.config import Config, ConfigProblem, load
from services.local.identity.logout import end_person, end_session
from services.local.identity.state import CODE_SECONDS, Provider, signing_key
from services.local.identity.tokens import authenticated, refused, token

Anything = Request[Any, Any, Any]
LOOK_SECONDS = 0.3


def create_app(config: Config, file: Path | None = None) -> Litestar:
    """One application for all providers of a configuration; of a file, it follows what is added to it."""
    providers = list(_providers(config))

    @asynccontextmanager
    async def following(app: Litestar) -> AsyncIterator[None]:
        task = asyncio.create_task(_follow(app, file)) if file else None
        yield
        if task:
            task.cancel()

    @get("/health", sync_to_thread=False)
    def health() -> dict[str, str]:
        """Answers as soon as the process listens."""
        return {"status": "ok"}

    app = Litestar([health, *(_router(one) for one in providers)], openapi_config=None, lifespan=[following])
    app.state.providers = {one.config.key: one for one in providers}
    return app


def _providers(config: Config) -> Iterable[Provider]:
    _, port = config.address
    return (Provider(one, signing_key(config.key_dir, one.key), port) for one in config.providers)


def _written_at(file: Path) -> int:
    try:
        return file.stat().st_mtime_ns
    except FileNotFoundError:
        return 0


async def _follow(app: Litestar, file: Path) -> None:
    """New persons, clients and issuers of the file count without a restart; whoever is logged in stays so."""
    read_at = _written_at(file)
    while True:
        await asyncio.sleep(LOOK_SECONDS)
        written_at = _written_at(file)
        if written_at == read_at:
            continue
        read_at = written_at
        try:
            config = load(file)
        except ConfigProblem:
            continue
        for fresh in _providers(config):
            known: Provider | None = app.state.providers.get(fresh.config.key)
            if known is not None:
                known.config = fresh.config
            else:
                app.state.providers[fresh.config.key] = fresh
                app.register(_router(fresh))


def metadata(provider: Provider) -> dict[str, Any]:
    """The discovery document."""
    issuer = provider.config.issuer
    return {
        "issuer": issuer,
        "authorization_endpoint": f"{issuer}/connect/authorize",
        "token_endpoint": f"{issuer}/connect/token",
        "userinfo_endpoint": f"{issuer}/connect/userinfo",
        "end_session_endpoint": f"{issuer}/connect/endsession",
        "pushed_authorization_request_endpoint": f"{issuer}/connect/par",
        "jwks_uri": f"{issuer}/.well-known/openid-configuration/jwks",
        "scopes_supported": ["openid", "mitid", "ssn"]
        if provider.config.kind == "family"
        else ["openid", "profile"],
        "response_types_supported": ["code"],
        "response_modes_supported": ["query"],
        "grant_types_supported": ["authorization_code"],
        "subject_types_supported": ["pairwise"],
        "id_token_signing_alg_values_supported": ["RS256"],
        "token_endpoint_auth_methods_supported": [
            "client_secret_basic",
            "client_secret_post",
            "private_key_jwt",
        ],
        "code_challenge_methods_supported": ["S256"],
        "authorization_response_iss_parameter_supported": True,
        "backchannel_logout_supported": True,
        "backchannel_logout_session_supported": True,
    }


def _router(provider: Provider) -> Router:
    @get("/.well-known/openid-configuration", sync_to_thread=False)
    def discovery() -> dict[str, Any]:
        return metadata(provider)

    @get("/.well-known/openid-configuration/jwks", sync_to_thread=False)
    def jwks() -> dict[str, Any]:
        return {"keys": [provider.key.as_dict(private=False)]}

    @get("/connect/authorize", sync_to_thread=False)
    def authorize_get(request: Anything) -> Response[Any]:
        return authorize(provider, dict(request.query_params.items()), request.cookies.get(provider.cookie))

    @post("/connect/authorize")
    async def authorize_post(request: Anything) -> Response[Any]:
        return authorize(provider, await posted(request), request.cookies.get(provider.cookie))

    @post("/connect/par")
    async def pushed(request: Anything) -> Response[Any]:
        form = await posted(request)
        client = authenticated(provider, form, request.headers.get("authorization", ""))
        if client is None:
            return refused("invalid_client", 401)
        uri = provider.push({**form, "client_id": client.client_id})
        return Response({"request_uri": uri, "expires_in": CODE_SECONDS}, status_code=201)

    @post("/connect/token")
    async def token_post(request: Anything) -> Response[Any]:
        answer = token(provider, await posted(request), request.headers.get("authorization", ""))
        answer.status_code = answer.status_code or 200
        return answer

    @get("/connect/userinfo", sync_to_thread=False)
    def told(request: Anything) -> Response[Any]:
        scheme, _, value = request.headers.get("authorization", "").partition(" ")
        grant = provider.access.get(value) if scheme.lower() == "bearer" else None
        if grant is None or grant.expires_at < time.time():
            return refused("invalid_token", 401)
        return Response(userinfo(provider, grant), headers={"Cache-Control": "no-store"})

    @get("/connect/endsession")
    async def end_get(request: Anything) -> Response[Any]:
        return await end_session(
            provider, dict(request.query_params.items()), request.cookies.get(provider.cookie)
        )

    @post("/connect/endsession")
    async def end_post(request: Anything) -> Response[Any]:
        return await end_session(provider, await posted(request), request.cookies.get(provider.cookie))

    @post("/test/end-session")
    async def end_from_here(request: Anything) -> dict[str, int]:
        form = await posted(request)
        return {"ended": await end_person(provider, form.get("person", ""))}

    return Router(
        provider.config.path,
        route_handlers=[
            discovery,
            jwks,
            authorize_get,
            authorize_post,
            pushed,
            token_post,
            told,
            end_get,
            end_post,
            end_from_here,
        ],
    )
