"""Setting documents: so many at a time, each in a process of its own, and none longer than its bound.

Typesetting is the one thing here that computes for long over what somebody wrote. It is done beside the api
(``press.py``), which waits in a thread and ends what takes too long: a text can be slow for its own reader alone.
"""

import asyncio
import json
import os
import subprocess
import sys
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Final

from services.api.portal.execution import PageError
from services.api.portal.pdf.glyphs import everywhere, font_directories
from services.core.errors import ErrorCode

AT_A_TIME: Final = 2
WAITING: Final = 40
"""So many documents may be asked for at once; who comes then is told to try again."""
SECONDS: Final = 12
MOST_BYTES: Final = 1_000_000
PRESS: Final = Path(__file__).parent / "press.py"
_UNPRINTABLE: Final = 65
# One thread: a document is small, and each thread of the typesetter takes address space.
_ENVIRONMENT: Final = {"RAYON_NUM_THREADS": "1", "LC_ALL": "C.UTF-8"}
_presses = ThreadPoolExecutor(AT_A_TIME, thread_name_prefix="press")
_asked: set[object] = set()


class PressFailed(Exception):
    """A document could not be set: a fault of ours. Says how its process ended, and nothing of what it held."""


async def printed(sheet: Mapping[str, Any], at: int, form: str = "pdf") -> bytes:
    """The document as PDF/UA-1; ``at`` is its date in Unix seconds.

    Raises ``PageError`` UNAVAILABLE while too many are waited for, LIMIT_EXCEEDED for one that is too long; PressFailed.
    """
    if len(_asked) >= WAITING:
        raise PageError(ErrorCode.UNAVAILABLE)
    mine = object()
    _asked.add(mine)
    try:
        return await asyncio.get_running_loop().run_in_executor(_presses, _printed, dict(sheet), at, form)
    finally:
        _asked.discard(mine)


def _printed(sheet: dict[str, Any], at: int, form: str) -> bytes:
    for plain in (False, True):
        shown = {**everywhere(sheet, plain=plain), "look": sheet["look"]}
        fonts = font_directories(json.dumps(shown, ensure_ascii=False))
        job = {"sheet": shown, "fonts": fonts, "at": at, "format": form, "parent": os.getpid()}
        sent = json.dumps(job).encode()
        if len(sent) > MOST_BYTES:
            raise PageError(ErrorCode.LIMIT_EXCEEDED)
        ended, made = _run(sent)
        if ended == 0:
            return made
        if ended != _UNPRINTABLE:
            break
    raise PressFailed(f"the press ended with {ended}")


def _run(job: bytes) -> tuple[int, bytes]:
    try:
        done = subprocess.run(  # noqa: S603 - our own program; what people wrote goes in by stdin
            [sys.executable, "-I", str(PRESS)],
            input=job,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_ENVIRONMENT,
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise PageError(ErrorCode.LIMIT_EXCEEDED) from None
    return done.returncode, done.stdout
