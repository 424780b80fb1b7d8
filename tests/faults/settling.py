"""Waiting until nothing that is due is left undone: as long as it goes forward, and no longer.

What is left may stand still for ``STILL_SECONDS``. Something that leaves the backlog is progress, something new in it
is not; and what failed and has its moment to be tried again stands still only from that moment on. All in all it may
take as long as at a tenth of the municipality's own rate: the machine has more to do than this.
"""

import asyncio
import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from services.core.message.retry import NETWORK_LONGEST_WAIT
from services.core.tenancy.frame import Messages
from tests.faults.machine import Machine
from tests.faults.verdict import Verdict

STILL_SECONDS: Final = 75.0
SECONDS_EACH: Final = 10 * 60 / Messages().per_minute
_LOOK_SECONDS: Final = 0.3
_APPOINTED_SECONDS: Final = 5.0
"""The longest sleep over what has its moment ahead."""

_UNSETTLED: Final = """
with now as (select clock_timestamp() + make_interval(secs => offset_seconds) as at from business_clock)
select m.id::text as id, 'message ' || kind || ' ' || channel || ' ' || state as what,
       case when state = 'planned' and attempt > 0 and free_at <= rundbord.machine_now() + $1 then
           greatest(0, extract(epoch from free_at - rundbord.machine_now())) else 0 end::float8 as ahead
from message m, now where state in ('planned', 'sending') and not_before <= now.at
union all
select d.id || ' ' || next_at, 'deadline ' || key, 0 from deadline d, now where state = 'open' and next_at <= now.at
"""


@dataclass
class Patience:
    """How long it is still worth waiting, in seconds since ``begun``."""

    begun: float
    _moved: float = field(init=False)
    _waited: float = 0.0
    _left: frozenset[str] = frozenset()
    _seen: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._moved = self.begun

    def rest(self, left: Mapping[str, float], now: float) -> float | None:
        """How long to sleep over what is ``left``, by id, with the seconds until it may be tried; None: no longer."""
        if self._left - left.keys():
            self._moved = now
        self._left = frozenset(left)
        self._seen.update(left)
        longest = STILL_SECONDS + len(self._seen) * SECONDS_EACH
        if now - self._moved > STILL_SECONDS or now - self.begun - self._waited > longest:
            return None
        ahead = min(left.values())
        if not ahead:
            return _LOOK_SECONDS
        rest = max(_LOOK_SECONDS, min(ahead, _APPOINTED_SECONDS))
        self._moved += rest
        self._waited += rest
        return rest


async def settled(machine: Machine, verdict: Verdict) -> float:
    """Wait until nothing that is due is left undone; what does not come to its end is lost. The seconds it took."""
    begun = time.monotonic()
    patience = Patience(begun)
    while rows := await machine.rows(_UNSETTLED, NETWORK_LONGEST_WAIT):
        rest = patience.rest({row["id"]: row["ahead"] for row in rows}, time.monotonic())
        if rest is None:
            lost = Counter(row["what"] for row in rows)
            verdict.lost += [f"never done: {what} ×{n}" for what, n in lost.items()]
            break
        await asyncio.sleep(rest)
    return time.monotonic() - begun
