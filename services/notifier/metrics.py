"""What the notifier shows of itself: how old the oldest unsent message is, the backlog, the ends of deliveries.

Labels are the tenant's id and codes of closed lists.
"""

from datetime import datetime

from prometheus_client import CollectorRegistry, Counter, Gauge, start_http_server

from services.core.identity import TenantId
from services.core.message.store import Backlog
from services.core.settings import split_bind


class Metrics:
    """One process's metrics, in a registry of their own."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self._due = Gauge(
            "rundbord_outbox_due", "Due and unsent messages", ["tenant"], registry=self.registry
        )
        self._oldest = Gauge(
            "rundbord_outbox_oldest_seconds",
            "Age of the oldest due and unsent message, in business time",
            ["tenant"],
            registry=self.registry,
        )
        self._dead = Gauge("rundbord_outbox_dead", "Dead letters", ["tenant"], registry=self.registry)
        self._ends = Counter(
            "rundbord_deliveries",
            "Deliveries by their end",
            ["tenant", "channel", "end"],
            registry=self.registry,
        )

    def serve(self, bind: str) -> None:
        """Open the metrics endpoint on ``host:port``; nothing when it is ''."""
        if bind:
            host, port = split_bind(bind)
            start_http_server(port, host, registry=self.registry)

    def backlog(self, tenant: TenantId, backlog: Backlog, now: datetime) -> None:
        """Show one tenant's backlog at ``now`` (business time)."""
        oldest = (now - backlog.oldest_due_at).total_seconds() if backlog.oldest_due_at else 0.0
        self._due.labels(str(tenant)).set(backlog.due)
        self._oldest.labels(str(tenant)).set(oldest)
        self._dead.labels(str(tenant)).set(backlog.dead)

    def delivered(self, tenant: TenantId, channel: str, end: str) -> None:
        """Count one end of a delivery."""
        self._ends.labels(str(tenant), channel, end).inc()
