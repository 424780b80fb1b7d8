"""What counts as late. Pure: rows and the time in, figures with a judgement out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from services.core.operation.store import SendingRow, SweepRow
from services.core.sweep.kinds import EVERY, SweepKind

OLDEST: Final = timedelta(minutes=15)
"""A message that has been due for longer is a finding: people wait for it."""

INTERVALS: Final = 3
"""A sweep that has not done well for so many of its intervals is late."""

LEAST_PATIENCE: Final = timedelta(minutes=3)
"""However short its interval: a run may take two minutes (``sweep.service.LONGEST_RUN``)."""


class Finding(StrEnum):
    """What somebody should look at; docs/howto/operate.md says what to do about each."""

    MESSAGES_LATE = "messages_late"
    DEAD_LETTERS = "dead_letters"
    SWEEP_LATE = "sweep_late"
    SWEEP_FAILED = "sweep_failed"


@dataclass(frozen=True)
class Sending:
    """One channel: numbers, and how long its oldest unsent message has been due (business time)."""

    channel: str
    due: int
    oldest: timedelta | None
    in_flight: int
    dead: int
    sent_last_hour: int

    @property
    def late(self) -> bool:
        """Whether its oldest message has waited too long."""
        return self.oldest is not None and self.oldest > OLDEST


@dataclass(frozen=True)
class Sweep:
    """One sweep: how its last run ended, how long ago (machine time), and whether it is late."""

    kind: SweepKind
    every: timedelta
    ended_at: datetime | None
    outcome: str | None
    handled: int
    failed: int
    seconds: float
    done_at: datetime | None
    age: timedelta | None
    """Since its last end."""
    late: bool


@dataclass(frozen=True)
class Operation:
    """How it goes in one municipality."""

    sending: tuple[Sending, ...]
    sweeps: tuple[Sweep, ...]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What somebody should look at, each once."""
        found = {
            Finding.MESSAGES_LATE: any(one.late for one in self.sending),
            Finding.DEAD_LETTERS: any(one.dead for one in self.sending),
            Finding.SWEEP_LATE: any(one.late for one in self.sweeps),
            Finding.SWEEP_FAILED: any(one.outcome == "failed" or one.failed for one in self.sweeps),
        }
        return tuple(finding for finding, is_so in found.items() if is_so)


def patience(kind: SweepKind) -> timedelta:
    """How long a sweep may go without doing well."""
    return max(EVERY[kind] * INTERVALS, LEAST_PATIENCE)


def judge_sending(rows: Sequence[SendingRow], now: datetime) -> tuple[Sending, ...]:
    """Each channel with the age of its oldest message at ``now`` (business time)."""
    return tuple(
        Sending(
            row.channel,
            row.due,
            max(now - row.oldest_at, timedelta()) if row.oldest_at else None,
            row.in_flight,
            row.dead,
            row.sent_last_hour,
        )
        for row in rows
    )


def judge_sweeps(rows: Sequence[SweepRow]) -> tuple[Sweep, ...]:
    """Each sweep with whether it is late; a row knows the machine time at which it was asked for.

    A municipality that is new has no run yet: it is late only when it has existed for longer than the patience.
    """
    return tuple(_sweep(row) for row in rows)


def _sweep(row: SweepRow) -> Sweep:
    kind = SweepKind(row.sweep)
    return Sweep(
        kind=kind,
        every=EVERY[kind],
        ended_at=row.ended_at,
        outcome=row.state,
        handled=row.handled,
        failed=row.failed,
        seconds=row.seconds,
        done_at=row.done_at,
        age=row.asked_at - row.ended_at if row.ended_at else None,
        late=row.asked_at - (row.done_at or row.tenant_since) > patience(kind),
    )
