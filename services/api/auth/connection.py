"""The type of any HTTP connection, whoever handles it."""

from collections.abc import Sequence
from ipaddress import ip_address
from typing import Any, TypeAlias

from litestar.connection import ASGIConnection

from services.core.settings import Network

Connection: TypeAlias = ASGIConnection[Any, Any, Any, Any]


def host_of(connection: Connection) -> str:
    """The host that a request names, in lower case and without port; it decides the tenant."""
    host = connection.headers.get("host", "").lower()
    name, colon, port = host.rpartition(":")
    return name if colon and port.isdecimal() else host


def address_of(connection: Connection, proxies: Sequence[Network]) -> str:
    """Who asks, for counting: the peer, or, where the peer is a proxy of ours, whom it took the request from.

    Only the last entry of ``X-Forwarded-For`` is the proxy's own word; those before it are the sender's.
    """
    peer = connection.client.host if connection.client else "-"
    if not proxies or not _within(peer, proxies):
        return peer
    said = ",".join(connection.headers.getall("x-forwarded-for", [])).rpartition(",")[2].strip()
    try:
        return str(ip_address(said))
    except ValueError:
        return peer


def _within(peer: str, proxies: Sequence[Network]) -> bool:
    try:
        address = ip_address(peer)
    except ValueError:
        return False
    return any(address in network for network in proxies)
