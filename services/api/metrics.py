"""Counts and durations for the operators, on an address of their own. Labels are closed lists: never ids."""

from collections.abc import Sequence
from typing import Final

from prometheus_client import CollectorRegistry, Counter, Histogram, start_http_server

from services.core.settings import split_bind

REGISTRY: Final = CollectorRegistry()
_REQUESTS = Counter("rundbord_http_requests", "Answered requests.", ["route", "status"], registry=REGISTRY)
_SECONDS = Histogram("rundbord_http_seconds", "Time to the end of the answer.", ["route"], registry=REGISTRY)
_OPERATIONS = Counter(
    "rundbord_graphql_operations",
    "Executed operations by kind and first error.",
    ["kind", "code"],
    registry=REGISTRY,
)
_OPERATION_SECONDS = Histogram(
    "rundbord_graphql_seconds", "Time of an operation with its transaction.", ["kind"], registry=REGISTRY
)


def count_request(route: str, status: int, seconds: float) -> None:
    """Count an answered request; ``route`` is the template of its path."""
    _REQUESTS.labels(route, str(status)).inc()
    _SECONDS.labels(route).observe(seconds)


def count_operation(is_mutation: bool, codes: Sequence[str], seconds: float) -> None:
    """Count an executed operation."""
    kind = "mutation" if is_mutation else "query"
    _OPERATIONS.labels(kind, codes[0] if codes else "OK").inc()
    _OPERATION_SECONDS.labels(kind).observe(seconds)


class MetricsServer:
    """The metrics endpoint of this process, in a thread of its own."""

    def __init__(self, bind: str) -> None:
        host, port = split_bind(bind)
        self._server, self._thread = start_http_server(port, host, registry=REGISTRY)

    def close(self) -> None:
        """Stop answering."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(2)
