"""Logs as JSON lines on stdout, without personal data.

Why this is safe: a log call passes event names and ids only; an exception is written as its type and the
places in our code it went through, never with its message or values (a database error quotes the row);
loggers of libraries go through the same formatter, and those that would write requests or statements are held
at WARNING.
"""

import logging
import sys
import traceback
from collections.abc import MutableMapping
from types import TracebackType
from typing import Any, Final

import structlog

_QUIET: Final = ("uvicorn.access", "httpx", "httpx2", "httpcore", "httpcore2", "asyncio", "celery.redirected")
_Event = MutableMapping[str, Any]


def configure_logging(service: str, *, level: int = logging.INFO) -> None:
    """Send every log of this process through one JSON formatter; each line names ``service``."""
    shared: list[structlog.typing.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        _named(service),
        _exception_as_shape,
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[*shared, _foreign_as_template],
            pass_foreign_args=True,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.JSONRenderer(ensure_ascii=False),
            ],
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    for name in list(logging.root.manager.loggerDict):
        logger = logging.getLogger(name)
        logger.handlers.clear()
        # Whoever configured logging before may have silenced all loggers there were: `dictConfig` does unless told not to.
        logger.propagate, logger.disabled = True, False
    for name in _QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)


def log() -> structlog.stdlib.BoundLogger:
    """The process's logger. Pass an event name and ids: never anything of a person."""
    logger: structlog.stdlib.BoundLogger = structlog.stdlib.get_logger("rundbord")
    return logger


def shape_of(error: BaseException) -> dict[str, object]:
    """What may be told of an exception: the types of its causes, and file:line:function of each step."""
    kinds: list[str] = []
    seen: BaseException | None = error
    while seen is not None and len(kinds) < 5:
        kinds.append(f"{type(seen).__module__}.{type(seen).__qualname__}")
        seen = seen.__cause__ or seen.__context__
    return {"error": kinds, "at": _steps(error.__traceback__)}


def _steps(trace: TracebackType | None) -> list[str]:
    frames = traceback.extract_tb(trace)[-12:]
    return [
        f"{frame.filename.rpartition('site-packages/')[2]}:{frame.lineno}:{frame.name}" for frame in frames
    ]


def _named(service: str) -> structlog.typing.Processor:
    def add(_logger: object, _method: str, event: _Event) -> _Event:
        event["service"] = service
        return event

    return add


def _exception_as_shape(_logger: object, _method: str, event: _Event) -> _Event:
    info = event.pop("exc_info", None)
    if info is True:
        info = sys.exc_info()
    error = info[1] if isinstance(info, tuple) else info
    if isinstance(error, BaseException):
        event.update(shape_of(error))
    event.pop("stack_info", None)
    return event


def _foreign_as_template(_logger: object, _method: str, event: _Event) -> _Event:
    """Keep a library's message as its template: the arguments may hold addresses, statements or values."""
    record = event.get("_record")
    arguments = event.pop("positional_args", None)
    if isinstance(record, logging.LogRecord):
        event["event"] = str(record.msg) if arguments or not _may_embed(record) else "withheld"
        event["logger"] = record.name
        event["from"] = f"{record.module}:{record.lineno}"
        if record.exc_info and record.exc_info[1] is not None:
            event.update(shape_of(record.exc_info[1]))
            event.pop("exception", None)
    return event


def _may_embed(record: logging.LogRecord) -> bool:
    # Above INFO libraries put values into the text itself; uvicorn's start and stop lines are plain.
    return record.levelno >= logging.WARNING and not record.name.startswith("uvicorn")
