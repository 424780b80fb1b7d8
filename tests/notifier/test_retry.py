"""What follows a failed delivery, by kind of failure."""

from datetime import UTC, datetime, timedelta

import pytest

from services.core.message.retry import (
    FIRST_WAIT,
    LONGEST_ASKED,
    LONGEST_WAIT,
    NETWORK_LONGEST_WAIT,
    PATIENCE,
    Failure,
    FailureKind,
    GiveUp,
    Retry,
    Stage,
    after,
    failure_of_network,
    failure_of_reply,
)

START = datetime(2026, 11, 23, 8, tzinfo=UTC)


@pytest.mark.parametrize("code", [421, 450, 451, 452])
@pytest.mark.parametrize("stage", [Stage.SENDER, Stage.RECIPIENT, Stage.DATA])
def test_not_now_is_tried_again(code: int, stage: Stage) -> None:
    failure = failure_of_reply(stage, code)
    assert failure.kind is FailureKind.BUSY
    assert isinstance(after(failure, attempt=1, first_at=START, now=START, jitter=0.5), Retry)


@pytest.mark.parametrize("code", [550, 552, 554])
@pytest.mark.parametrize("stage", [Stage.SENDER, Stage.RECIPIENT, Stage.DATA])
def test_never_is_a_dead_letter(code: int, stage: Stage) -> None:
    failure = failure_of_reply(stage, code)
    assert after(failure, attempt=1, first_at=START, now=START, jitter=0.5) == GiveUp(refused=True)


@pytest.mark.parametrize("stage", [Stage.CONNECT, Stage.LOGIN])
def test_a_refusal_of_ourselves_kills_no_message(stage: Stage) -> None:
    failure = failure_of_reply(stage, 554)
    assert isinstance(after(failure, attempt=3, first_at=START, now=START, jitter=0.0), Retry)


def test_waits_grow_are_jittered_and_end() -> None:
    busy = failure_of_reply(Stage.RECIPIENT, 450)

    def wait(attempt: int, jitter: float, failure: Failure = busy) -> timedelta:
        decision = after(failure, attempt=attempt, first_at=START, now=START, jitter=jitter)
        assert isinstance(decision, Retry)
        return decision.at - START

    assert wait(1, 0.0) == FIRST_WAIT / 2
    assert wait(2, 0.0) == FIRST_WAIT
    assert wait(3, 0.0) < wait(3, 0.9) < wait(4, 0.9)
    assert wait(10_000, 0.999) <= LONGEST_WAIT
    assert wait(10_000, 0.999, failure_of_network(Stage.CONNECT)) <= NETWORK_LONGEST_WAIT
    assert wait(10_000, 0.0, failure_of_network(Stage.AFTER_DATA)) > NETWORK_LONGEST_WAIT


def test_who_asks_for_peace_gets_it_up_to_an_hour() -> None:
    def wait(asked: timedelta, jitter: float = 0.0) -> timedelta:
        failure = Failure(FailureKind.BUSY, Stage.DATA, 429, asked)
        decision = after(failure, attempt=1, first_at=START, now=START, jitter=jitter)
        assert isinstance(decision, Retry)
        return decision.at - START

    assert wait(timedelta(minutes=7)) == timedelta(minutes=7)
    assert timedelta(minutes=7) < wait(timedelta(minutes=7), 0.9) <= timedelta(minutes=7) + FIRST_WAIT
    assert wait(timedelta(0)) == FIRST_WAIT / 2
    assert wait(timedelta(days=9)) == LONGEST_ASKED


def test_patience_ends_on_the_boundary() -> None:
    busy = failure_of_reply(Stage.RECIPIENT, 450)
    last = START + PATIENCE - LONGEST_WAIT / 2
    assert isinstance(after(busy, attempt=99, first_at=START, now=last, jitter=0.0), Retry)
    too_late = last + timedelta(seconds=1)
    assert after(busy, attempt=99, first_at=START, now=too_late, jitter=0.0) == GiveUp(refused=False)


def test_only_after_the_content_is_the_end_unknown() -> None:
    for stage in Stage:
        expected = FailureKind.UNKNOWN_END if stage is Stage.AFTER_DATA else FailureKind.NETWORK
        assert failure_of_network(stage).kind is expected
