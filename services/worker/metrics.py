"""What worker and beat show of themselves.

The worker shows its sweeps as PostgreSQL knows them, asked at each look: its children do the work, come and go, and
have nothing to add. A database that is away leaves the figures out and says so. Beat counts what it sends. Labels are
the tenant's id and codes of closed lists.
"""

import asyncio
from collections.abc import Iterable, Mapping
from typing import Any, Final

import asyncpg
from celery import signals
from prometheus_client import CollectorRegistry, Counter, Gauge, start_http_server
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector

from services.core.db.away import AWAY
from services.core.db.database import Database
from services.core.identity import SystemIdentity, TenantId
from services.core.logging import log
from services.core.operation.rules import Sweep
from services.core.operation.service import sweeps
from services.core.settings import Settings, split_bind
from services.core.sweep.kinds import EVERY
from services.worker.names import WAKE

_SECONDS: Final = 8.0
"""Longer than that nobody who collects metrics waits."""


class SweepCollector(Collector):
    """The sweeps of every tenant, asked of the database at each look."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def collect(self) -> Iterable[GaugeMetricFamily]:
        """Every sweep's last run and last success; ``rundbord_sweeps_asked`` is 0 when the database did not answer."""
        try:
            found: Mapping[TenantId, tuple[Sweep, ...]] | None = asyncio.run(_ask(self._settings))
        except (*AWAY, asyncpg.PostgresError) as error:
            log().warning("worker.metrics_not_asked", error=type(error).__name__)
            found = None
        yield from families(found)


def serve_sweeps(settings: Settings) -> None:
    """Open the worker's metrics endpoint when it is ready; nothing where no address is set.

    In the parent and after its children were forked: a thread is no part of a fork.
    """
    if not settings.metrics_bind:
        return
    registry = CollectorRegistry()
    # Not described beforehand: that would ask the database.
    registry.register(SweepCollector(settings))

    def begin(**_: Any) -> None:
        _serve(settings, registry)

    signals.worker_ready.connect(begin, weak=False)


def serve_wakes(settings: Settings) -> None:
    """Open beat's metrics endpoint; nothing where no address is set."""
    if settings.metrics_bind:
        _serve(settings, beat_registry())


def beat_registry() -> CollectorRegistry:
    """What beat shows: it counts each sweep that it wakes from here on."""
    registry = CollectorRegistry()
    wakes = Counter("rundbord_beat_wakes", "Sweeps that beat woke", ["sweep"], registry=registry)
    last = Gauge(
        "rundbord_beat_last_wake_timestamp_seconds",
        "When beat last woke a sweep (Unix time)",
        registry=registry,
    )

    def sent(sender: str, body: tuple[Any, ...], **_: Any) -> None:
        if sender == WAKE:
            wakes.labels(*body[0]).inc()
            last.set_to_current_time()

    # Not weak: nothing else holds this function.
    signals.after_task_publish.connect(sent, weak=False)
    return registry


def _serve(settings: Settings, registry: CollectorRegistry) -> None:
    host, port = split_bind(settings.metrics_bind)
    start_http_server(port, host, registry=registry)


async def _ask(settings: Settings) -> dict[TenantId, tuple[Sweep, ...]]:
    async with asyncio.timeout(_SECONDS):
        database = await Database.open_main(settings)
        try:
            found = {}
            for tenant in await database.tenants():
                async with database.read(SystemIdentity(tenant), "operation.measure") as tx:
                    found[tenant] = await sweeps(tx)
            return found
        finally:
            await database.close()


def families(found: Mapping[TenantId, tuple[Sweep, ...]] | None) -> Iterable[GaugeMetricFamily]:
    """Every tenant's sweeps as metrics; None: the database did not answer, which ``rundbord_sweeps_asked`` says."""
    yield GaugeMetricFamily(
        "rundbord_sweeps_asked", "Whether the database told of its sweeps", value=found is not None
    )
    interval = GaugeMetricFamily(
        "rundbord_sweep_interval_seconds", "How often a sweep should run", labels=["sweep"]
    )
    for kind, every in EVERY.items():
        interval.add_metric([kind.value], every.total_seconds())
    yield interval
    labels = ["tenant", "sweep"]
    success = GaugeMetricFamily(
        "rundbord_sweep_last_success_timestamp_seconds",
        "When a sweep last did well (Unix time)",
        labels=labels,
    )
    late = GaugeMetricFamily(
        "rundbord_sweep_late", "Whether a sweep has not done well for three intervals", labels=labels
    )
    seconds = GaugeMetricFamily("rundbord_sweep_last_seconds", "How long its last run took", labels=labels)
    handled = GaugeMetricFamily("rundbord_sweep_last_handled", "What its last run did", labels=labels)
    failed = GaugeMetricFamily("rundbord_sweep_last_failed", "What its last run set aside", labels=labels)
    for tenant, of_tenant in (found or {}).items():
        for one in of_tenant:
            where = [str(tenant), one.kind.value]
            if one.done_at is not None:
                success.add_metric(where, one.done_at.timestamp())
            late.add_metric(where, one.late)
            seconds.add_metric(where, one.seconds)
            handled.add_metric(where, one.handled)
            failed.add_metric(where, one.failed)
    yield from (success, late, seconds, handled, failed)
