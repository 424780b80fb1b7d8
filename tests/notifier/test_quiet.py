"""Quiet hours, by the clock on the wall: pure."""

from datetime import UTC, datetime, time
from typing import Any

import pytest

from services.core.calendar.instants import COPENHAGEN
from services.core.message.kinds import URGENT, Channel, MessageKind
from services.core.message.rules import quiet_until
from tests.notifier.parcels import facts

NIGHT: dict[str, Any] = {"quiet_from": time(21), "quiet_until": time(7)}
NOON: dict[str, Any] = {"quiet_from": time(12), "quiet_until": time(13, 30)}


def local(day: str, hour: str, fold: int = 0) -> datetime:
    return datetime.fromisoformat(f"{day}T{hour}").replace(tzinfo=COPENHAGEN, fold=fold).astimezone(UTC)


@pytest.mark.parametrize(
    ("hours", "now", "until"),
    [
        (NIGHT, ("2026-11-23", "20:59:59"), None),
        (NIGHT, ("2026-11-23", "21:00"), ("2026-11-24", "07:00")),
        (NIGHT, ("2026-11-23", "23:30"), ("2026-11-24", "07:00")),
        (NIGHT, ("2026-11-24", "00:00"), ("2026-11-24", "07:00")),
        (NIGHT, ("2026-11-24", "06:59:59"), ("2026-11-24", "07:00")),
        (NIGHT, ("2026-11-24", "07:00"), None),
        (NOON, ("2026-11-24", "11:59"), None),
        (NOON, ("2026-11-24", "12:00"), ("2026-11-24", "13:30")),
        (NOON, ("2026-11-24", "13:30"), None),
        # Both nights in which the clock changes: seven is seven.
        (NIGHT, ("2027-03-27", "22:00"), ("2027-03-28", "07:00")),
        (NIGHT, ("2027-10-30", "22:00"), ("2027-10-31", "07:00")),
    ],
)
def test_it_waits_for_the_hour_on_the_wall(
    hours: dict[str, Any], now: tuple[str, str], until: tuple[str, str] | None
) -> None:
    told = facts(MessageKind.INVITATION, **hours)
    assert quiet_until(told, local(*now)) == (None if until is None else local(*until))


def test_in_the_hour_that_comes_twice_the_quiet_ends_once() -> None:
    told = facts(MessageKind.INVITATION, quiet_from=time(1), quiet_until=time(2, 30))
    end = local("2027-10-31", "02:30")
    assert quiet_until(told, local("2027-10-31", "02:15")) == end
    assert quiet_until(told, local("2027-10-31", "02:15", fold=1)) is None


def test_what_is_urgent_or_silent_waits_for_nobody() -> None:
    night = local("2026-11-24", "03:00")
    for kind in URGENT:
        assert quiet_until(facts(kind, **NIGHT), night) is None
    assert quiet_until(facts(MessageKind.DEADLINE_REMINDER, by_the_clock=True, **NIGHT), night) is None
    assert quiet_until(facts(MessageKind.INVITATION, Channel.INBOX, **NIGHT), night) is None
    assert quiet_until(facts(MessageKind.DEADLINE_REMINDER, **NIGHT), night) is not None
    assert quiet_until(facts(MessageKind.INVITATION), night) is None


def test_what_would_be_too_late_in_the_morning_is_told_at_night() -> None:
    night = local("2026-11-24", "03:00")
    for at, waits in (("06:30", False), ("07:00", False), ("07:01", True), ("02:00", True)):
        for start in ("starts_at", "consultation_starts_at"):
            when: dict[str, Any] = {start: local("2026-11-24", at), **NIGHT}
            told = facts(MessageKind.MEETING_CANCELLED, **when)
            assert (quiet_until(told, night) is not None) is waits, (start, at)
