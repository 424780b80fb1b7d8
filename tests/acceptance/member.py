"""Somebody who logs in through the real providers and speaks GraphQL as any client does."""

from dataclasses import dataclass, field
from typing import Any

import httpx2

from tests.acceptance.conftest import System


class _Localhost(httpx2.HTTPTransport):
    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        if request.url.host.endswith(".localhost"):
            # Not every machine resolves *.localhost; the Host header keeps the name.
            request = httpx2.Request(
                request.method,
                request.url.copy_with(host="127.0.0.1"),
                headers=request.headers,
                stream=request.stream,
                extensions=request.extensions,
            )
        return super().handle_request(request)


@dataclass
class Member:
    """A logged-in person of a tenant."""

    url: str
    hint: str
    client: httpx2.Client = field(repr=False)

    @classmethod
    def of(cls, system: System, tenant: str, key: str) -> "Member":
        """Log somebody of the cast in, without a click."""
        return cls.at(system.url(tenant), system.hint(tenant, key))

    @classmethod
    def at(cls, url: str, hint: str) -> "Member":
        """The same by address and login hint, for someone the ready line did not know yet."""
        client = httpx2.Client(transport=_Localhost(), trust_env=False, timeout=30, follow_redirects=True)
        answer = client.get(f"{url}/auth/login", params={"login_hint": hint})
        assert answer.status_code == 200, (hint, answer.status_code, answer.text[:500])
        me = client.get(f"{url}/auth/me", headers={"Accept": "application/json"})
        assert me.status_code == 200, me.text
        return cls(url, hint, client)

    @property
    def address(self) -> str:
        """Where mail for one of a family goes."""
        return f"{self.hint}@familie.example"

    @property
    def work_address(self) -> str:
        """Where mail for a professional goes."""
        return f"{self.hint}@kommune.example"

    def ask(self, document: str, **variables: Any) -> dict[str, Any]:
        """The whole answer of an operation."""
        answer = self.client.post(
            f"{self.url}/graphql",
            json={"query": document, "variables": variables},
            headers={"Origin": self.url, "Accept": "application/graphql-response+json"},
        )
        said: dict[str, Any] = answer.json()
        return said

    def query(self, document: str, **variables: Any) -> Any:
        """The one root field of a query that must succeed."""
        said = self.ask(document, **variables)
        assert "errors" not in said, said["errors"]
        (value,) = said["data"].values()
        return value

    def do(self, name: str, wanted: str, **given: Any) -> Any:
        """A mutation that must succeed; its payload. ``wanted`` is the selection of the payload."""
        payload = self.attempt(name, wanted, **given)
        assert not payload["errors"], (name, payload["errors"])
        return payload

    def attempt(self, name: str, wanted: str, **given: Any) -> Any:
        """A mutation that may be refused; its payload."""
        kind = f"{name[0].upper()}{name[1:]}Input"
        if name in ("declineConsent", "withdrawConsent"):
            kind = "AnswerConsentInput"
        said = self.ask(
            f"mutation($input: {kind}!) {{ {name}(input: $input)"
            f" {{ {wanted} errors {{ code message field ruleId legalBasis }} }} }}",
            input=given,
        )
        assert "errors" not in said, said["errors"]
        return said["data"][name]

    def codes(self, document: str, **variables: Any) -> list[str]:
        """The top-level error codes of an operation."""
        return [error["extensions"]["code"] for error in self.ask(document, **variables).get("errors", ())]
