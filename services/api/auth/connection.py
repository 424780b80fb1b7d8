"""The type of any HTTP connection, whoever handles it."""

from typing import Any, TypeAlias

from litestar.connection import ASGIConnection

Connection: TypeAlias = ASGIConnection[Any, Any, Any, Any]


def host_of(connection: Connection) -> str:
    """The host that a request names, in lower case and without port; it decides the tenant."""
    host = connection.headers.get("host", "").lower()
    name, colon, port = host.rpartition(":")
    return name if colon and port.isdecimal() else host
