"""The figures of one municipality as lines for people and as JSON: for `./rundbord status` and the operators' command."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from services.core.operation.rules import Operation, Sending, Sweep


def as_lines(name: str, found: Operation) -> Iterator[str]:
    """A line for what there is to look at, one for each channel, one for each sweep."""
    yield f"{name}  {', '.join(found.findings) or 'well'}"
    yield from (f"  {_of_channel(channel)}" for channel in found.sending)
    yield from (f"  {_of_sweep(sweep)}" for sweep in found.sweeps)


def as_json(found: Operation) -> dict[str, Any]:
    """The same for programs; times are seconds and ISO 8601."""
    return {
        "findings": [finding.value for finding in found.findings],
        "channels": {
            one.channel: {
                "due": one.due,
                "oldest_seconds": None if one.oldest is None else round(one.oldest.total_seconds()),
                "late": one.late,
                "in_flight": one.in_flight,
                "dead": one.dead,
                "sent_last_hour": one.sent_last_hour,
            }
            for one in found.sending
        },
        "sweeps": {
            one.kind.value: {
                "ended_at": None if one.ended_at is None else one.ended_at.isoformat(),
                "age_seconds": None if one.age is None else round(one.age.total_seconds()),
                "outcome": one.outcome,
                "handled": one.handled,
                "failed": one.failed,
                "late": one.late,
            }
            for one in found.sweeps
        },
    }


def _of_channel(one: Sending) -> str:
    oldest = (
        "" if one.oldest is None else f", the oldest for {_span(one.oldest)}{' (late)' if one.late else ''}"
    )
    sent = "" if one.channel == "inbox" else f", {one.sent_last_hour} sent in the last hour"
    return f"{one.channel:15} {one.due} due{oldest}, {one.in_flight} in flight{sent}, {one.dead} dead"


def _of_sweep(one: Sweep) -> str:
    if one.age is None:
        return f"{one.kind.value:15} not yet{' (late)' if one.late else ''}"
    failed = f", {one.failed} set aside" if one.failed else ""
    return (
        f"{one.kind.value:15} {one.outcome} {_span(one.age)} ago{' (late)' if one.late else ''}, "
        f"{one.handled} handled{failed}"
    )


def _span(time: timedelta) -> str:
    seconds = round(time.total_seconds())
    for unit, length in (("d", 86_400), ("h", 3_600), ("min", 60)):
        if seconds >= 2 * length:
            return f"{seconds // length} {unit}"
    return f"{seconds} s"
