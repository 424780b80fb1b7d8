"""What a failure is to the one who asked: a user error, or an INTERNAL one that tells nothing but a trace id.

Failures of the database are sorted by what the client should do. CONFLICT: load again, decide again.
UNAVAILABLE: the same request, later. Everything else is ours to mend.
"""

from typing import Final

import asyncpg

from services.core.db.away import COLLIDED, CONTENDED, is_away
from services.core.errors import ErrorCode, UserError

_BESIDE_NOBODY: Final = "RB003"
"""One operation held a meeting about nobody named beside somebody: the database writes no such event."""


def as_user_error(error: BaseException) -> UserError | None:
    """The user error that ``error`` amounts to; None when it is a fault of ours (answer INTERNAL)."""
    if isinstance(error, UserError):
        return error
    if isinstance(error, asyncpg.PostgresError) and error.sqlstate == _BESIDE_NOBODY:
        return UserError(ErrorCode.INVALID_INPUT, "request.beside_nobody")
    if isinstance(error, (*CONTENDED, *COLLIDED)):
        return UserError(ErrorCode.CONFLICT)
    if is_away(error):
        return UserError(ErrorCode.UNAVAILABLE)
    return None
