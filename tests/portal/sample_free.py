"""Times that are free, and when one is busy oneself."""

from typing import Any

from tests.portal.sample_meeting import connection
from tests.portal.sample_times import TIMES


def times() -> dict[str, Any]:
    """What the pages of finding a time ask for beside the meeting."""
    free = [
        {"startsAt": at, "endsAt": at, "inTime": bool(number), "busy": ["Klaus Eksempel"][number:]}
        for number, at in enumerate(TIMES)
    ]
    return {
        "freeTimes": free,
        "freeTimesToCall": free,
        "busyTimes": connection(
            *(
                {"startsAt": at, "endsAt": at, "source": source, "toldAt": "2026-11-20T09:00:00Z"}
                for at, source in zip(TIMES, ("FILE", "SYSTEM"), strict=True)
            ),
            more=True,
        ),
    }
