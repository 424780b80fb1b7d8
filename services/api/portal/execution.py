"""How a page reaches the one contract: a trusted GraphQL document, run in-process for this request.

The executor is the api's own (``app.state.execute``): session, transaction, masking and access events are those
of any other client. A page sees only what it answers.
"""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from services.api.graphql.trusted import Execute
from services.api.portal.language import PortalRequest, chosen_language
from services.core.errors import ErrorCode

Data: TypeAlias = Mapping[str, Any]


class PageError(Exception):
    """A page can't be shown: the code decides which error page (or the log-in) comes instead."""

    def __init__(self, code: ErrorCode) -> None:
        self.code = code
        super().__init__(code.value)


# The first of these among an answer's errors decides. What is not here is an INTERNAL error.
_ORDER: Final = (
    ErrorCode.UNAUTHENTICATED,
    ErrorCode.STEP_UP_REQUIRED,
    ErrorCode.RATE_LIMITED,
    ErrorCode.UNAVAILABLE,
    ErrorCode.NOT_FOUND,
    ErrorCode.FORBIDDEN,
    ErrorCode.CONFLICT,
    ErrorCode.INVALID_INPUT,
    ErrorCode.RULE_BLOCKED,
    ErrorCode.LIMIT_EXCEEDED,
)


@dataclass(frozen=True)
class Answer:
    """An executed document: its data, and the code that decides when there were errors."""

    data: Data
    code: ErrorCode | None

    def required(self) -> Data:
        """The data, or ``PageError`` when there was any top-level error."""
        if self.code is not None:
            raise PageError(self.code)
        return self.data


async def run(
    request: PortalRequest, document_name: str, variables: Mapping[str, Any], *, key: str | None = None
) -> Answer:
    """Run a trusted document as the request's own actor; ``key`` is an idempotency key. Errors become one code."""
    execute: Execute = request.app.state["execute"]
    request.state.idempotency_key = key
    request.state.reader_language = chosen_language(request)
    outcome = await execute(request, document_name, variables)
    return Answer(data=outcome.data or {}, code=_decisive({fault.code for fault in outcome.errors}))


def _decisive(codes: AbstractSet[ErrorCode]) -> ErrorCode | None:
    if not codes:
        return None
    return next((code for code in _ORDER if code in codes), ErrorCode.INTERNAL)
