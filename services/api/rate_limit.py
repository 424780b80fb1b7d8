"""How often someone may ask: counted in Valkey across all processes, in this process while Valkey is away.

One Lua script counts and sets the window's end in a single step, which separate commands would not. Valkey may
vanish at any time; then each process counts for itself, in a table of bounded size, so a limit becomes at most
as many times higher as there are processes, and never an outage. Who asks is hashed under a key that is not in
Valkey: what lies there tells nobody's address.
"""

import hashlib
import hmac
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from redis.asyncio import Redis
from redis.exceptions import RedisError

_SCRIPT: Final = """
local n = redis.call('INCR', KEYS[1])
local left = redis.call('PTTL', KEYS[1])
if left < 0 then
    redis.call('PEXPIRE', KEYS[1], ARGV[1])
    left = tonumber(ARGV[1])
end
return {n, left}
"""
_PATIENCE: Final = 0.25
"""Seconds that a count in Valkey may take."""
_PAUSE: Final = 5.0
"""Seconds without asking Valkey again after it failed, so that its absence slows nobody down."""
_MOST_REMEMBERED: Final = 10_000


@dataclass(frozen=True)
class Limit:
    """At most ``most`` requests in ``seconds`` of machine time, of one kind, by one subject."""

    name: str
    most: int
    seconds: int


class RateLimiter:
    """Counts requests. One a process; made in the event loop that uses it."""

    def __init__(self, redis_url: str, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._secret = hashlib.sha256(b"rundbord rate limit\x00" + redis_url.encode()).digest()
        self._redis = (
            Redis.from_url(redis_url, socket_timeout=_PATIENCE, socket_connect_timeout=_PATIENCE)
            if redis_url
            else None
        )
        self._asleep_until = 0.0
        self._counted: OrderedDict[str, tuple[float, int]] = OrderedDict()

    async def hit(self, limit: Limit, subject: str) -> int:
        """Count one request; answers 0 when it may pass, else the seconds until it is worth trying again."""
        named = hmac.digest(self._secret, f"{limit.name}\x00{subject}".encode(), "sha256").hex()[:32]
        key = f"rundbord:rate:{limit.name}:{named}"
        if self._redis is not None and self._clock() >= self._asleep_until:
            try:
                answer = self._redis.eval(_SCRIPT, 1, key, str(limit.seconds * 1000))
                count, left = await answer
                return 0 if int(count) <= limit.most else max(1, -(-int(left) // 1000))
            except (RedisError, OSError):
                self._asleep_until = self._clock() + _PAUSE
        return self._count_here(limit, key)

    async def close(self) -> None:
        """Close the connections to Valkey."""
        if self._redis is not None:
            await self._redis.aclose()

    def _count_here(self, limit: Limit, key: str) -> int:
        now = self._clock()
        until, count = self._counted.pop(key, (0.0, 0))
        if until <= now:
            until, count = now + limit.seconds, 0
        self._counted[key] = (until, count + 1)
        while len(self._counted) > _MOST_REMEMBERED:
            self._counted.popitem(last=False)
        return 0 if count + 1 <= limit.most else max(1, round(until - now))
