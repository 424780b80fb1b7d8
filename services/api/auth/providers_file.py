"""The providers' file while the process runs: read again when it changes, so that a new tenant's people can log in.

Why this is safe: a file that can't be used changes nothing, whatever stood there before goes on applying, and the log
says so; who may be trusted is decided by the same checks as at start. The file is its operator's, as the process is.
"""

import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from services.api.auth.providers import ProviderProblem, Providers
from services.core.logging import log
from services.core.mode import Mode

LOOK_SECONDS: Final = 1.0
"""How often the file's time is looked at, at most, in seconds of machine time."""

_Mark = tuple[int, int, int]


class ProvidersFile:
    """One process's view of the file. Raises ``ProviderProblem`` when it can't be used at the start."""

    def __init__(self, file: Path, mode: Mode, clock: Callable[[], float] = time.monotonic) -> None:
        self._file, self._mode, self._clock = file, mode, clock
        self._mark = _mark_of(file)
        self._looked_at = clock()
        self._known = Providers.load(file, mode)

    @property
    def current(self) -> Providers:
        """The providers as the file has them now."""
        if self._clock() - self._looked_at >= LOOK_SECONDS:
            self._looked_at = self._clock()
            self._follow()
        return self._known

    def _follow(self) -> None:
        mark = _mark_of(self._file)
        if mark == self._mark:
            return
        self._mark = mark
        try:
            self._known = Providers.load(self._file, self._mode)
        except ProviderProblem:
            log().exception("providers.unusable")
            return
        log().info("providers.read_again")


def _mark_of(file: Path) -> _Mark | None:
    """What changes with the file; None while it is away."""
    try:
        facts = os.stat(file)
    except OSError:
        return None
    return facts.st_mtime_ns, facts.st_size, facts.st_ino
