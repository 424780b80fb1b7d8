"""What the notifier shows of itself: backlog and oldest message by tenant and channel, dead letters, ends of deliveries.

Labels are the tenant's id and codes of closed lists. The figures are those of ``./rundbord status``.
"""

from collections.abc import Sequence

from prometheus_client import CollectorRegistry, Counter, Gauge, start_http_server

from services.core.identity import TenantId
from services.core.operation.rules import Sending
from services.core.settings import split_bind

_OF_CHANNEL = ("tenant", "channel")


class Metrics:
    """One process's metrics, in a registry of their own."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self._due = self._gauge("rundbord_outbox_due", "Due and unsent messages")
        self._oldest = self._gauge(
            "rundbord_outbox_oldest_seconds", "Age of the oldest due and unsent message, in business time"
        )
        self._in_flight = self._gauge("rundbord_outbox_in_flight", "Messages under a notifier's claim")
        self._dead = self._gauge("rundbord_outbox_dead", "Dead letters that nobody has dealt with")
        self._sent = self._gauge("rundbord_outbox_sent_last_hour", "Messages sent in the last hour")
        self._measured = Gauge(
            "rundbord_outbox_measured_timestamp_seconds",
            "When the figures of a tenant were last asked of the database (Unix time)",
            ["tenant"],
            registry=self.registry,
        )
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

    def sending(self, tenant: TenantId, channels: Sequence[Sending]) -> None:
        """Show one tenant's figures as they were asked just now."""
        for one in channels:
            labels = (str(tenant), one.channel)
            self._due.labels(*labels).set(one.due)
            self._oldest.labels(*labels).set(one.oldest.total_seconds() if one.oldest else 0)
            self._in_flight.labels(*labels).set(one.in_flight)
            self._dead.labels(*labels).set(one.dead)
            self._sent.labels(*labels).set(one.sent_last_hour)
        self._measured.labels(str(tenant)).set_to_current_time()

    def delivered(self, tenant: TenantId, channel: str, end: str) -> None:
        """Count one end of a delivery."""
        self._ends.labels(str(tenant), channel, end).inc()

    def _gauge(self, name: str, text: str) -> Gauge:
        return Gauge(name, text, _OF_CHANNEL, registry=self.registry)
