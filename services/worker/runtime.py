"""One event loop and one set of database pools per worker child.

Made after the fork, since neither a loop nor a connection survives one, and kept for the child's life: asyncpg's
connections belong to the loop that opened them. Closed when the child shuts down.
"""

import asyncio
import ctypes
import signal
import sys
from collections.abc import Coroutine
from pathlib import Path
from typing import Any, Final, TypeVar

from services.core.db.database import Database
from services.core.settings import Settings

Result = TypeVar("Result")

POOL_SIZE: Final = 2
_PR_SET_PDEATHSIG: Final = 1


class ChildRuntime:
    """The loop and the databases of one child. The databases are opened at first need."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self.anchors = settings.anchor_dir or Path()
        """Where the audit chain is anchored."""
        self._runner = asyncio.Runner()
        self._database: Database | None = None

    def run(self, work: Coroutine[Any, Any, Result]) -> Result:
        """Run one coroutine to its end on the child's loop."""
        return self._runner.run(work)

    async def database(self) -> Database:
        """The child's databases. Raises what asyncpg raises while they can't be reached."""
        if self._database is None:
            # What a sweep changes tells nobody but through the outbox: there are no reactions to its changes.
            self._database = await Database.open(self._settings, {}, size=POOL_SIZE)
        return self._database

    def close(self) -> None:
        """Close pools and loop. Repeatable."""
        database, self._database = self._database, None
        if database is not None:
            self._runner.run(database.close())
        self._runner.close()


def die_with_parent() -> None:
    """Let the kernel kill this child when the worker dies: a task under way is then found again by its sweep."""
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
