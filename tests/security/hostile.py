"""Asking the api as somebody of the north, with whatever one likes."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import httpx

from tests.builders.world import World

PORT: Final = 8000


@dataclass
class Hostile:
    """The api of a world."""

    world: World
    client: httpx.AsyncClient

    async def ask(
        self, name: str, document: str, variables: Mapping[str, Any] | None = None
    ) -> dict[str, Any]:
        """The answer to an operation, as JSON."""
        response = await self.client.post(
            "/graphql", json={"query": document, "variables": variables or {}}, headers=self.headers(name)
        )
        found: dict[str, Any] = response.json()
        return found

    def headers(self, name: str) -> dict[str, str]:
        """Host and token of somebody of the north."""
        town = self.world.north
        return {
            "host": f"{town.host}:{PORT}",
            "accept": "application/json",
            "authorization": f"Bearer {town.sessions[name].bearer}",
        }


def codes(answer: Mapping[str, Any]) -> set[str]:
    """Every error code of an answer, top-level or of a payload."""
    found = {error["extensions"]["code"] for error in answer.get("errors") or ()}
    for payload in (answer.get("data") or {}).values():
        if isinstance(payload, dict):
            found |= {error["code"] for error in payload.get("errors") or ()}
    return found
