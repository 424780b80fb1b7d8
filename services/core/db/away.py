"""Whether a failure means that a database is away: it restarts, refuses, is full, or the connection was cut.

Such a failure is nobody's fault who was just at work, and worth waiting for. One list for all processes, since
asyncpg tells it in many ways: a connection whose server ended in the middle of an answer raises
``InternalClientError`` at its next use, which looks like a fault of ours and is none.
"""

from typing import Final

import asyncpg

AWAY: Final = (
    OSError,
    TimeoutError,
    asyncpg.PostgresConnectionError,
    asyncpg.OperatorInterventionError,
    asyncpg.InsufficientResourcesError,
    asyncpg.ReadOnlySQLTransactionError,
    asyncpg.IdleInTransactionSessionTimeoutError,
    asyncpg.InterfaceError,
    asyncpg.InternalClientError,
)
"""For ``except``."""

CONTENDED: Final = (
    asyncpg.SerializationError,
    asyncpg.DeadlockDetectedError,
    asyncpg.LockNotAvailableError,
)
"""Another transaction was in the way: the same again may well succeed at once."""

COLLIDED: Final = (
    asyncpg.UniqueViolationError,
    asyncpg.ExclusionViolationError,
    asyncpg.ForeignKeyViolationError,
)
"""Another was first, or took away what this one stands on. The same again won't do: load again, decide again."""


def is_away(error: BaseException) -> bool:
    """Whether it is worth waiting. asyncpg's word for wrong arguments is an ``InterfaceError`` too: that is not."""
    return isinstance(error, AWAY) and not isinstance(error, ValueError | TypeError)
