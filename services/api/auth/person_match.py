"""From what a provider vouches for to a person of this tenant, or to nobody.

Families are found by CPR number or MitID id through keyed hashes that differ from tenant to tenant; a pairwise
``sub`` never joins anything. Both given, both must lead to the same person: two that disagree are refused, for one
of them is wrong and we can't know which.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from services.api.auth.capacity import capacities_of, roles_of
from services.api.auth.providers import Provider
from services.api.auth.refusal import Reason, Refusal
from services.api.auth.store import LoginStore
from services.api.auth.tokens import text_of
from services.core.identity import PersonId, TenantId


@dataclass(frozen=True)
class Matched:
    """Who logged in, and as what. ``capacities`` has the default one first."""

    person: PersonId
    language: str
    capacities: tuple[str, ...]
    roles: tuple[str, ...]


async def match(
    store: LoginStore, tenant: TenantId, provider: Provider, claims: Mapping[str, Any]
) -> Matched:
    """The person behind verified claims (ID token and userinfo together). Raises ``Refusal``."""
    if provider.kind == "family":
        return await _family(store, tenant, provider, claims)
    return await _professional(store, tenant, provider, claims)


async def _family(
    store: LoginStore, tenant: TenantId, provider: Provider, claims: Mapping[str, Any]
) -> Matched:
    cpr = cpr_of(text_of(claims, provider.claims.cpr))
    mitid = text_of(claims, provider.claims.person).lower()
    by_cpr = await _living(store, tenant, "cpr", cpr)
    by_mitid = await _living(store, tenant, "mitid", mitid)
    found = by_cpr or by_mitid
    if found is None:
        raise Refusal(Reason.PERSON_UNKNOWN)
    # Whoever the number names, if that one may not log in, another's MitID is no way around it.
    if cpr and by_cpr is None and await store.find(tenant, "cpr", cpr) is not None:
        raise Refusal(Reason.PERSON_CONFLICT)
    if by_cpr and by_mitid and by_cpr[0] != by_mitid[0]:
        raise Refusal(Reason.PERSON_CONFLICT)
    if by_mitid is None and mitid and await store.remember(tenant, "mitid", mitid, found[0]) != found[0]:
        raise Refusal(Reason.PERSON_CONFLICT)
    return Matched(found[0], found[1], ("family",), ())


async def _living(store: LoginStore, tenant: TenantId, kind: str, value: str) -> tuple[PersonId, str] | None:
    person = await store.find(tenant, kind, value) if value else None
    return None if person is None else await store.family(tenant, person)


async def _professional(
    store: LoginStore, tenant: TenantId, provider: Provider, claims: Mapping[str, Any]
) -> Matched:
    parts = [text_of(claims, name) for name in provider.claims.subject]
    if not all(parts):
        raise Refusal(Reason.SUBJECT)
    roles = roles_of(claims, provider)
    if not roles:
        raise Refusal(Reason.ROLE_MISSING)
    found = await store.professional(
        tenant, provider.issuer, "/".join(parts), text_of(claims, provider.claims.staff)
    )
    if found is None:
        raise Refusal(Reason.PERSON_UNKNOWN)
    person, language, employed_as = found
    capacities = capacities_of(roles, provider, employed_as)
    if not capacities:
        raise Refusal(Reason.ROLE_MISSING)
    return Matched(person, language, capacities, roles)


def cpr_of(written: str) -> str:
    """Ten digits, or "" for anything else. No check digit: CPR numbers have had none since 2007."""
    digits = written.replace("-", "").replace(" ", "")
    return digits if len(digits) == 10 and digits.isascii() and digits.isdecimal() else ""
