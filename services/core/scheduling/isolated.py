"""Reads a calendar file in a process of its own: whatever a stranger wrote into it, only that process ends of it.

Why this is safe: it gets the file by a pipe and has no setting, no connection and no key; it has so many seconds of a
processor and so much memory; what it answers is times, or one of a few words.
"""

import asyncio
import datetime as dt
import sys
from typing import Final

from services.core.errors import invalid
from services.core.scheduling.reading import MOST_BYTES, SECONDS
from services.core.scheduling.rules import Interval

_PATIENCE: Final = 6
"""So many times as long by the clock on the wall, on a machine that has much to do."""
_REASONS: Final = frozenset({"too_large", "unreadable", "too_many", "too_often"})


async def busy_times(content: bytes, now: dt.datetime, *, seconds: int = SECONDS) -> tuple[Interval, ...]:
    """The intervals that a calendar file tells of. Raises INVALID_INPUT with what is wrong with the file.

    ``seconds`` of a processor are spent on it at the most.
    """
    if len(content) > MOST_BYTES:
        raise _refused("too_large")
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "services.core.scheduling.reading", now.isoformat(), str(seconds)),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        env={"PYTHONPATH": ":".join(path for path in sys.path if path), "PYTHONDONTWRITEBYTECODE": "1"},
    )
    try:
        said, _ = await asyncio.wait_for(process.communicate(content), _PATIENCE * seconds)
    except TimeoutError:
        raise _refused("too_often") from None
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    if process.returncode == 0:
        return tuple(_interval(line) for line in said.decode().splitlines())
    word = said.decode(errors="replace").strip()
    # Killed by its own limit it says nothing: only what recurs without end takes so long.
    killed = process.returncode is not None and process.returncode < 0
    raise _refused(word if word in _REASONS else "too_often" if killed else "unreadable")


def _interval(line: str) -> Interval:
    begins, ends = line.split(" ")
    return Interval(dt.datetime.fromisoformat(begins), dt.datetime.fromisoformat(ends))


def _refused(reason: str) -> Exception:
    return invalid(f"scheduling.calendar_{reason}", "input", "content")
