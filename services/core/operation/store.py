"""The figures as the database counts them."""

from dataclasses import dataclass
from datetime import datetime

from services.core.db.queries import Queries

_SQL = Queries(__file__)


@dataclass(frozen=True, slots=True)
class SendingRow:
    """One channel of a municipality. ``oldest_at``: business time, None when nothing waits."""

    channel: str
    due: int
    oldest_at: datetime | None
    in_flight: int
    dead: int
    sent_last_hour: int


@dataclass(frozen=True, slots=True)
class SweepRow:
    """How a sweep last ended in a municipality, and when it last did well; machine time. None: not yet."""

    sweep: str
    ended_at: datetime | None
    state: str | None
    handled: int
    failed: int
    seconds: float
    done_at: datetime | None
    tenant_since: datetime
    asked_at: datetime


SENDING_NOW = _SQL.rows("sending_now", SendingRow)
SWEEPS_NOW = _SQL.rows("sweeps_now", SweepRow)
