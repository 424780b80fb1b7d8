"""The closed list of sweeps and how often each runs."""

from collections.abc import Mapping
from datetime import timedelta
from enum import StrEnum
from typing import Final


class SweepKind(StrEnum):
    """What is looked for."""

    DEADLINES = "deadlines"
    RETENTION = "retention"
    ADULTHOOD = "adulthood"
    AUDIT = "audit"
    KEYS = "keys"
    HOUSEKEEPING = "housekeeping"
    INTAKE = "intake"


EVERY: Final[Mapping[SweepKind, timedelta]] = {
    SweepKind.DEADLINES: timedelta(seconds=15),
    SweepKind.RETENTION: timedelta(minutes=10),
    SweepKind.ADULTHOOD: timedelta(minutes=5),
    SweepKind.AUDIT: timedelta(seconds=5),
    SweepKind.KEYS: timedelta(hours=6),
    SweepKind.HOUSEKEEPING: timedelta(hours=1),
    SweepKind.INTAKE: timedelta(seconds=5),
}
"""Machine time between two runs. Nothing's correctness hangs on it: what is late is late, not lost.

Access events are sealed within 10 s, so their sweep runs twice in that.
"""

EVERY_LOCAL: Final[Mapping[SweepKind, timedelta]] = {
    SweepKind.DEADLINES: timedelta(seconds=2),
    SweepKind.RETENTION: timedelta(seconds=5),
    SweepKind.ADULTHOOD: timedelta(seconds=5),
    SweepKind.AUDIT: timedelta(seconds=5),
    SweepKind.KEYS: timedelta(minutes=10),
    SweepKind.HOUSEKEEPING: timedelta(minutes=10),
    SweepKind.INTAKE: timedelta(seconds=2),
}
"""On one machine somebody watches the clock that they have just moved."""
