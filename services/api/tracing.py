"""Trace ids: taken from ``traceparent`` or made here, on every log line and every answer, and nowhere else.

A trace id is random and says nothing of anyone. Whoever reports an error quotes it, and the log has the rest.
"""

import re
import secrets
from contextvars import ContextVar

import structlog

_PARENT = re.compile(r"00-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}")
_current: ContextVar[str] = ContextVar("trace_id", default="")


def begin_trace(traceparent: str | None) -> str:
    """Take on the caller's trace or begin one; answers the ``traceparent`` to give back."""
    match = _PARENT.fullmatch(traceparent or "")
    known = match is not None and set(match[1]) != {"0"} and set(match[2]) != {"0"}
    trace_id = match[1] if match is not None and known else secrets.token_hex(16)
    _current.set(trace_id)
    structlog.contextvars.clear_contextvars()
    structlog.contextvars.bind_contextvars(trace_id=trace_id)
    return f"00-{trace_id}-{secrets.token_hex(8)}-01"


def current_trace_id() -> str:
    """The trace id of the request being answered; "" outside one."""
    return _current.get()
