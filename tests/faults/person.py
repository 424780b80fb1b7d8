"""A person at work over HTTP: logs in with a hint, and repeats what was not acknowledged under the same key."""

import asyncio
import time
from collections import Counter
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin
from uuid import uuid4

import httpx2

from tests.auth.serving import Browser
from tests.faults.machine import Machine

PATIENCE_SECONDS = 90.0
MAY_COME_AGAIN = frozenset({"UNAVAILABLE", "CONFLICT"})
"""Top-level codes after which the same request is sent again, with the same Idempotency-Key."""
_INPUTS = {"withdrawConsent": "AnswerConsentInput"}


class NotAcknowledgedError(Exception):
    """The system refused, or was silent for longer than anyone waits."""


@dataclass
class Heard:
    """What all people of a run heard: how often each kind of answer, and whatever must never be heard."""

    answers: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    acknowledged: int = 0
    longest: float = 0.0


class Person:
    """Someone who is logged in."""

    def __init__(self, url: str, browser: Browser, heard: Heard) -> None:
        self._url = url
        self._browser = browser
        self._heard = heard

    @classmethod
    async def log_in(cls, machine: Machine, tenant: str, key: str, heard: Heard) -> "Person":
        """Log in through the test provider, as ``/auth/login?login_hint=…`` does without a click."""
        hint = next(
            person["login_hint"]
            for person in machine.line["persons"]
            if person["login_hint"].rpartition("-")[0] == f"{tenant}-{key}"
        )
        url = next(one["url"] for one in machine.line["tenants"] if one["id"] == tenant)
        browser = Browser()
        answer = await browser.get(f"{url}/auth/login", params={"login_hint": hint})
        while answer.is_redirect:
            there = urljoin(str(answer.request.url), answer.headers["location"])
            answer = await browser.get(there)
        me = await browser.get(f"{url}/auth/me", headers={"Accept": "application/json"})
        if me.status_code != 200:
            raise NotAcknowledgedError(f"{hint} is not logged in ({me.status_code})")
        return cls(url, browser, heard)

    async def do(self, mutation: str, of_input: dict[str, Any], answer: str) -> dict[str, Any]:
        """One mutation, until it is acknowledged; ``answer`` is what to select of its payload."""
        kind = _INPUTS.get(mutation, mutation[0].upper() + mutation[1:] + "Input")
        document = (
            f"mutation($i: {kind}!) {{ {mutation}(input: $i) {{ {answer} errors {{ code message }} }} }}"
        )
        payload = (await self._ask(document, {"i": of_input}, str(uuid4())))[mutation]
        if payload["errors"]:
            codes = [error["code"] for error in payload["errors"]]
            self._heard.wrong.append(f"{mutation} refused: {codes}")
            raise NotAcknowledgedError(f"{mutation}: {payload['errors']}")
        self._heard.acknowledged += 1
        found: dict[str, Any] = payload
        return found

    async def ask(self, query: str, **variables: Any) -> dict[str, Any]:
        """One query, until it is answered."""
        return await self._ask(query, variables, None)

    async def _ask(self, document: str, variables: dict[str, Any], key: str | None) -> dict[str, Any]:
        headers = {"Origin": self._url, "Accept": "application/json"}
        if key is not None:
            headers["Idempotency-Key"] = key
        begun = time.monotonic()
        while time.monotonic() - begun < PATIENCE_SECONDS:
            data = await self._once(document, variables, headers)
            if data is not None:
                self._heard.longest = max(self._heard.longest, time.monotonic() - begun)
                return data
            await asyncio.sleep(0.15)
        self._heard.wrong.append("no acknowledgement within patience")
        raise NotAcknowledgedError(document)

    async def _once(
        self, document: str, variables: dict[str, Any], headers: dict[str, str]
    ) -> dict[str, Any] | None:
        """The data, or None when the same request is to be sent again."""
        try:
            answer = await self._browser.post(
                f"{self._url}/graphql", json={"query": document, "variables": variables}, headers=headers
            )
        except httpx2.TransportError as error:
            self._heard.answers[type(error).__name__] += 1
            return None
        codes = _codes(answer)
        self._heard.answers[" ".join((str(answer.status_code), *codes))] += 1
        if answer.status_code == 200 and not codes:
            data: dict[str, Any] = answer.json()["data"]
            return data
        if set(codes) <= MAY_COME_AGAIN and codes:
            if "UNAVAILABLE" in codes and answer.status_code != 503:
                self._heard.wrong.append(f"UNAVAILABLE came with {answer.status_code}")
            return None
        self._heard.wrong.append(f"answered {answer.status_code} {codes}")
        if answer.status_code >= 500 or "INTERNAL" in codes:
            return None
        raise NotAcknowledgedError(f"{answer.status_code} {codes}")


def _codes(answer: httpx2.Response) -> list[str]:
    try:
        said = answer.json()
    except ValueError:
        return ["NOT_JSON"]
    return [str(error["extensions"]["code"]) for error in said.get("errors", ())]
