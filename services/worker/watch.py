"""Ends a worker that no longer takes messages while there are some, so that whoever started it starts another.

After a broker dies in the moment of an acknowledgement, Celery's consumer can stay deaf for good: connected,
alive and idle. A process that looks well and does nothing is worse than one that ends.
"""

import logging
import os
import threading
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Final

from celery import signals
from celery.worker import state
from redis import Redis
from redis.exceptions import RedisError

from services.core.logging import log

DEAF: Final = 70
"""The exit code of a worker that no longer took messages (EX_SOFTWARE)."""

PATIENCE_SECONDS: Final = 20.0
_EVERY_SECONDS: Final = 2.0
_ANSWER_SECONDS: Final = 5


@dataclass
class Hearing:
    """What a worker's ears have told, in seconds of a monotonic clock. Pure but for what it remembers."""

    patience: float
    _since: float | None = field(default=None, init=False)

    def heard(self) -> None:
        """A message arrived."""
        self._since = None

    def is_deaf(self, at: float, *, waiting: bool, idle: bool) -> bool:
        """Whether messages have been waiting for an idle worker, none arriving, for longer than ``patience``."""
        if not (waiting and idle):
            self._since = None
        elif self._since is None:
            self._since = at
        return self._since is not None and at - self._since > self.patience


def watch(redis_url: str, queues: Iterable[str], concurrency: int) -> None:
    """Watch the worker of this process from when it is ready, in a thread of its own, and end it when it is deaf.

    Not in the worker's own loop, which may be what stands still. Its children die with it, and what they were doing
    is found by the next sweep.
    """
    hearing = Hearing(PATIENCE_SECONDS)
    names = tuple(queues)

    def heard(**_: Any) -> None:
        hearing.heard()

    def look() -> None:
        broker = Redis.from_url(
            redis_url, socket_timeout=_ANSWER_SECONDS, socket_connect_timeout=_ANSWER_SECONDS
        )
        while True:
            time.sleep(_EVERY_SECONDS)
            idle = len(state.active_requests) < concurrency
            if hearing.is_deaf(time.monotonic(), waiting=_any_waiting(broker, names), idle=idle):
                log().error("worker.deaf", patience_seconds=hearing.patience)
                logging.shutdown()
                os._exit(DEAF)

    def begin(**_: Any) -> None:
        threading.Thread(target=look, name="watch", daemon=True).start()

    # Not weak: nothing else holds these functions.
    signals.task_received.connect(heard, weak=False)
    signals.worker_ready.connect(begin, weak=False)


def _any_waiting(broker: Redis, queues: tuple[str, ...]) -> bool:
    """Whether a message waits. A broker that can't be asked has none for us: reconnecting is Celery's own work."""
    try:
        return any(broker.llen(queue) for queue in queues)
    except RedisError:
        return False
