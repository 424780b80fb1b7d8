"""What counts as late, to the second; and words for whatever can be told of it."""

from datetime import UTC, datetime, timedelta

import pytest

from services.core.errors import catalogue
from services.core.message.kinds import Channel, Reason
from services.core.operation.rules import (
    LEAST_PATIENCE,
    OLDEST,
    Finding,
    Operation,
    judge_sending,
    judge_sweeps,
    patience,
)
from services.core.operation.store import SendingRow, SweepRow
from services.core.sweep.kinds import EVERY, SweepKind

NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)


@pytest.mark.parametrize(("waited", "late"), [(OLDEST, False), (OLDEST + SECOND, True), (-SECOND, False)])
def test_a_message_is_late_a_second_after_a_quarter_of_an_hour(waited: timedelta, late: bool) -> None:
    (channel,) = judge_sending([SendingRow("mail", 1, NOW - waited, 0, 0, 0)], NOW)
    assert channel.late is late
    assert channel.oldest == max(waited, timedelta())


@pytest.mark.parametrize("kind", SweepKind)
def test_a_sweep_is_late_a_second_after_its_patience(kind: SweepKind) -> None:
    assert patience(kind) == max(3 * EVERY[kind], LEAST_PATIENCE)
    for age, late in ((patience(kind), False), (patience(kind) + SECOND, True)):
        ran = SweepRow(kind.value, NOW - age, "done", 0, 0, 1.0, NOW - age, NOW - timedelta(days=9), NOW)
        assert judge_sweeps([ran])[0].late is late
        # One that fails each time is as late as one that does not run; one that has not run, as late as its town is old.
        failing = SweepRow(kind.value, NOW, "failed", 0, 0, 1.0, NOW - age, NOW - timedelta(days=9), NOW)
        assert judge_sweeps([failing])[0].late is late
        new = SweepRow(kind.value, None, None, 0, 0, 0.0, None, NOW - age, NOW)
        assert judge_sweeps([new])[0].late is late


def test_findings_are_what_somebody_should_look_at() -> None:
    well = SweepRow("audit", NOW, "done", 3, 0, 1.0, NOW, NOW, NOW)
    aside = SweepRow("keys", NOW, "done", 3, 1, 1.0, NOW, NOW, NOW)
    sending = judge_sending([SendingRow("mail", 5, NOW, 1, 0, 9)], NOW)
    assert Operation(sending, judge_sweeps([well])).findings == ()
    dead = judge_sending([SendingRow("sms", 0, None, 0, 1, 0)], NOW)
    assert Operation(dead, judge_sweeps([aside])).findings == (Finding.DEAD_LETTERS, Finding.SWEEP_FAILED)


def test_whatever_can_be_told_has_its_words() -> None:
    died = (Reason.REFUSED, Reason.BOUNCED, Reason.OUT_OF_PATIENCE, Reason.NO_ADDRESS, Reason.CHANNEL_OFF)
    wanted = {f"operation.sweep_{kind.value}" for kind in SweepKind}
    wanted |= {f"undelivered.channel_{channel.value}" for channel in Channel}
    wanted |= {f"undelivered.{what}_{reason.value}" for what in ("reason", "todo") for reason in died}
    assert wanted <= catalogue().keys()
