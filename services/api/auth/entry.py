"""What every login route begins with: the tenant of the host, the limits, and how cookies are written."""

from datetime import UTC, datetime
from typing import Any, TypeAlias

from litestar import Request
from litestar.datastructures import Cookie

from services.api.auth.connection import address_of, host_of
from services.api.auth.dependencies import AuthDependencies, dependencies_of
from services.api.auth.refusal import Reason, Refusal
from services.api.auth.store import Tenant
from services.api.rate_limit import Limit

Anything: TypeAlias = Request[Any, Any, Any]


async def enter(request: Anything, limited: str = "") -> tuple[AuthDependencies, Tenant]:
    """Count the request against ``limited``, then find the tenant of its host. Raises ``Refusal``."""
    auth = dependencies_of(request.app)
    host = host_of(request)
    if limited:
        limit: Limit = getattr(auth.limits, limited)
        address = address_of(request, auth.proxies)
        if wait := await auth.limiter.hit(limit, f"{host} {address}"):
            raise Refusal(Reason.RATE_LIMITED, retry_after=wait)
    found = await auth.login.store.tenant(host)
    if found is None:
        raise Refusal(Reason.HOST)
    return auth, Tenant(*found, host, auth.settings.url_of(host))


def cookie_of(name: str, value: str, secure: bool, seconds: int) -> Cookie:
    """A cookie of ours; 0 seconds removes it."""
    # No Domain: host-only, as __Host- demands.
    return Cookie(
        key=name, value=value, max_age=seconds, path="/", secure=secure, httponly=True, samesite="lax"
    )


async def form_of(request: Anything) -> dict[str, str]:
    """The texts of a posted form or JSON object."""
    if request.content_type[0] == "application/json":
        content = await request.json()
        fields = content if isinstance(content, dict) else {}
    else:
        fields = dict((await request.form()).items())
    return {name: value for name, value in fields.items() if isinstance(value, str)}


def machine_now() -> datetime:
    """Machine time: logins and tokens know no other."""
    return datetime.now(UTC)
