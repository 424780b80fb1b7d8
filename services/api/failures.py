"""What a failure is to the one who asked: a user error, or an INTERNAL one that tells nothing but a trace id.

Failures of the database are sorted by what the client should do. CONFLICT: load again, decide again.
UNAVAILABLE: the same request, later. Everything else is ours to mend.
"""

import asyncpg

from services.core.errors import ErrorCode, UserError

_CONFLICT = (
    asyncpg.SerializationError,
    asyncpg.DeadlockDetectedError,
    asyncpg.LockNotAvailableError,
)
_UNAVAILABLE = (
    asyncpg.PostgresConnectionError,
    asyncpg.OperatorInterventionError,
    asyncpg.InsufficientResourcesError,
    asyncpg.ReadOnlySQLTransactionError,
    asyncpg.IdleInTransactionSessionTimeoutError,
    ConnectionError,
    TimeoutError,
    OSError,
)


def as_user_error(error: BaseException) -> UserError | None:
    """The user error that ``error`` amounts to; None when it is a fault of ours (answer INTERNAL)."""
    if isinstance(error, UserError):
        return error
    if isinstance(error, _CONFLICT):
        return UserError(ErrorCode.CONFLICT)
    if isinstance(error, _UNAVAILABLE):
        return UserError(ErrorCode.UNAVAILABLE)
    # A connection that a failover closed under us; asyncpg uses the same class for wrong arguments (ValueError).
    if isinstance(error, asyncpg.InterfaceError) and not isinstance(error, ValueError | TypeError):
        return UserError(ErrorCode.UNAVAILABLE)
    return None
