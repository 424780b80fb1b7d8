"""What follows when a delivery fails: try again later, or give up. Pure, in machine time.

The kinds of failure are told apart by who could mend them. The receiver's "not now" and a broken network
mend themselves, so the message waits. The receiver's "never" about this recipient or this content does not,
so the message becomes a dead letter that people see. A refusal before the message was named (greeting, TLS,
login) is about our own set-up: by itself it never kills a message, only the end of our patience does.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

PATIENCE: Final = timedelta(hours=72)
"""How long after the first attempt a message may still be tried; then it is a dead letter."""

FIRST_WAIT: Final = timedelta(seconds=2)
LONGEST_WAIT: Final = timedelta(minutes=30)
NETWORK_LONGEST_WAIT: Final = timedelta(minutes=2)
"""A broken network or server is one fault for all messages: soon after it is mended all must go."""
LONGEST_ASKED: Final = timedelta(hours=1)
"""A receiver that asks for more than that is asked again all the same."""


class Stage(StrEnum):
    """How far a delivery had come when it failed."""

    CONNECT = "connect"
    LOGIN = "login"
    SENDER = "sender"
    RECIPIENT = "recipient"
    DATA = "data"
    AFTER_DATA = "after_data"
    """The content was handed over in full and the answer never came: no one can know."""


class FailureKind(StrEnum):
    """What a failure says about the next attempt."""

    BUSY = "busy"
    NETWORK = "network"
    REFUSED = "refused"
    SETUP = "setup"
    UNKNOWN_END = "unknown_end"


class Failure(Exception):
    """A delivery that did not end with the receiver's yes.

    ``code`` is the SMTP reply code or HTTP status, if there was a reply. The receiver's words are left out: they
    quote addresses. ``asked_to_wait``: how long it wants to be left alone.
    """

    def __init__(
        self, kind: FailureKind, stage: Stage, code: int | None = None, asked_to_wait: timedelta | None = None
    ) -> None:
        self.kind = kind
        self.stage = stage
        self.code = code
        self.asked_to_wait = asked_to_wait
        super().__init__(f"{kind.value} at {stage.value}" + (f" ({code})" if code else ""))


@dataclass(frozen=True)
class Retry:
    """Try again, not before ``at`` (machine time)."""

    at: datetime


@dataclass(frozen=True)
class GiveUp:
    """Make it a dead letter; ``refused`` tells the receiver's "never" from the end of our patience."""

    refused: bool


def failure_of_reply(stage: Stage, code: int) -> Failure:
    """The failure that an SMTP reply ``code`` (4xx or 5xx) at ``stage`` means."""
    if not 500 <= code < 600:
        return Failure(FailureKind.BUSY, stage, code)
    if stage in (Stage.CONNECT, Stage.LOGIN):
        return Failure(FailureKind.SETUP, stage, code)
    return Failure(FailureKind.REFUSED, stage, code)


def failure_of_network(stage: Stage) -> Failure:
    """The failure that a cut, a refused connection or silence at ``stage`` means."""
    kind = FailureKind.UNKNOWN_END if stage is Stage.AFTER_DATA else FailureKind.NETWORK
    return Failure(kind, stage)


def after(
    failure: Failure, *, attempt: int, first_at: datetime, now: datetime, jitter: float
) -> Retry | GiveUp:
    """Decide what follows the failed ``attempt`` (1 for the first one).

    ``first_at`` and ``now`` are machine time, ``jitter`` a random number in [0, 1): the wait is doubled with
    every attempt and drawn from its upper half, so that messages that failed together do not return together. Who asks
    us to wait longer is left alone so long, up to an hour.
    """
    if failure.kind is FailureKind.REFUSED:
        return GiveUp(refused=True)
    # After an unknown end every further attempt may be one more in somebody's hands: those grow rare as well.
    rare = failure.kind in (FailureKind.BUSY, FailureKind.UNKNOWN_END)
    longest = LONGEST_WAIT if rare else NETWORK_LONGEST_WAIT
    doubled = FIRST_WAIT * 2 ** min(max(attempt - 1, 0), 16)
    wait = min(doubled, longest) * (0.5 + jitter / 2)
    if failure.asked_to_wait is not None:
        # Beyond what was asked for, so that all who were asked do not come in the same second.
        wait = max(wait, min(failure.asked_to_wait, LONGEST_ASKED) + FIRST_WAIT * jitter)
    at = now + wait
    if at - first_at > PATIENCE:
        return GiveUp(refused=False)
    return Retry(at)
