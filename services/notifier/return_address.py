"""The envelope's sender: an address for each message, by which a bounce names the one that came back (VERP).

Why a bounce can be believed: the address holds a keyed hash over tenant and message. Who has not seen the address
can't make one, and whoever has seen it is the recipient's own mail server, which can only speak of that message.
"""

import hmac
import re
from base64 import b32encode
from collections.abc import Callable, Iterable
from typing import Final, TypeAlias
from uuid import UUID

from services.core.identity import TenantId

Hash: TypeAlias = Callable[[UUID, str, str], bytes]
"""``KeyProvider.lookup_hash``."""

_KIND: Final = "bounce"
_TAG_BYTES: Final = 10
_LOCAL: Final = re.compile(r"[^@]*\+([0-9a-f]{32})-([a-z2-7]{16})@[^@]+", re.ASCII)
MOST_LOCAL: Final = 64 - len("+") - 32 - len("-") - 16
"""How long the name before the ``+`` may be: 64 is the most that RFC 5321 lets stand before the ``@``."""


class ReturnAddresses:
    """Makes and reads them. ``keyed`` is asked anew each time; it may raise ``KeyUnavailableError``."""

    def __init__(self, keyed: Hash) -> None:
        self._keyed = keyed

    def of(self, base: str, tenant: TenantId, message: UUID) -> str:
        """``name+ID-TAG@domain`` for ``name@domain``."""
        name, _, domain = base.rpartition("@")
        return f"{name}+{message.hex}-{self._tag(tenant, message)}@{domain}"

    def read(self, address: str, tenants: Iterable[TenantId]) -> tuple[TenantId, UUID] | None:
        """Which message of which tenant it names; None for an address that is none of ours.

        Letters may have become small or large on the way. The domain is not looked at: forwarding may change it.
        """
        found = _LOCAL.fullmatch(address.strip("<>").lower())
        if found is None:
            return None
        message = UUID(hex=found[1])
        for tenant in tenants:
            if hmac.compare_digest(self._tag(tenant, message), found[2]):
                return tenant, message
        return None

    def _tag(self, tenant: TenantId, message: UUID) -> str:
        return b32encode(self._keyed(tenant, _KIND, message.hex)[:_TAG_BYTES]).decode("ascii").lower()
