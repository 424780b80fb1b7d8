"""A provider that lies. Each test sets what it answers; the defaults are what an honest one would say."""

import asyncio
import json
import time
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from joserfc import jwt
from joserfc.jwk import RSAKey

from tests.auth import world

LEVEL = "https://data.gov.dk/concept/core/nsis/Substantial"
CLIENT = "rundbord-north"
Answer = tuple[int, Mapping[str, str], bytes]
Handler = Callable[[], Awaitable[Answer]]


def as_json(content: object, status: int = 200) -> Answer:
    return status, {"content-type": "application/json"}, json.dumps(content).encode()


class Hostile:
    """An ASGI application. ``answers`` replaces the answer of a path; ``claims`` and ``header`` change the token."""

    def __init__(self) -> None:
        self.port = 0
        self.key = RSAKey.generate_key(2048, {"use": "sig", "alg": "RS256"}, auto_kid=True)
        self.reset()

    def reset(self) -> None:
        self.answers: dict[str, Answer | Handler] = {}
        self.claims: dict[str, Any] = {}
        self.without: tuple[str, ...] = ()
        self.nonce = ""
        self.sign: Callable[[dict[str, Any]], str] | None = None
        self.header: dict[str, Any] = {}
        self.told: dict[str, Any] = {}
        self.asked: list[str] = []

    @property
    def issuer(self) -> str:
        return f"http://127.0.0.1:{self.port}" if self.port else "http://127.0.0.1:1"

    def id_token(self) -> str:
        now = int(time.time())
        claims = {
            "iss": self.issuer,
            "aud": CLIENT,
            "sub": "s-1",
            "iat": now,
            "exp": now + 300,
            "nonce": self.nonce,
            "loa": LEVEL,
            **self.claims,
        }
        for name in self.without:
            claims.pop(name, None)
        return self.sign(claims) if self.sign else self.signed(claims)

    def signed(self, claims: dict[str, Any], **header: Any) -> str:
        return jwt.encode({"alg": "RS256", "kid": self.key.kid, **self.header, **header}, claims, self.key)

    async def honest(self, path: str) -> Answer:
        if path == "/.well-known/openid-configuration":
            return as_json(self.metadata())
        if path == "/jwks":
            return as_json({"keys": [self.key.as_dict(private=False)]})
        if path == "/token":
            return as_json({"access_token": "a", "token_type": "Bearer", "id_token": self.id_token()})
        if path == "/userinfo":
            return as_json({"sub": "s-1", "dk.cpr": world.CPR, "mitid.has_cpr": "true", **self.told})
        return as_json({}, 404)

    def metadata(self) -> dict[str, Any]:
        return {
            "issuer": self.issuer,
            "authorization_endpoint": f"{self.issuer}/authorize",
            "token_endpoint": f"{self.issuer}/token",
            "userinfo_endpoint": f"{self.issuer}/userinfo",
            "jwks_uri": f"{self.issuer}/jwks",
        }

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] == "lifespan":
            for answer in ("startup", "shutdown"):
                await receive()
                await send({"type": f"lifespan.{answer}.complete"})
            return
        path = scope["path"]
        self.asked.append(path)
        chosen = self.answers.get(path)
        if callable(chosen):
            chosen = await chosen()
        status, headers, body = chosen or await self.honest(path)
        pairs = [(name.encode(), value.encode()) for name, value in headers.items()]
        await send({"type": "http.response.start", "status": status, "headers": pairs})
        for start in range(0, max(len(body), 1), 65536):
            more = start + 65536 < len(body)
            await send({"type": "http.response.body", "body": body[start : start + 65536], "more_body": more})


async def never() -> Answer:
    await asyncio.sleep(30)
    return as_json({})
