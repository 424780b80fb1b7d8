"""Top-level errors of an answer: a code of the closed list, words, and no more than the client may know."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from graphql import GraphQLError

from services.core.errors import ErrorCode, UserError, say


@dataclass(frozen=True)
class Fault:
    """One entry of ``errors``. ``extensions["code"]`` is the code."""

    code: ErrorCode
    message: str
    locations: tuple[tuple[int, int], ...] = ()
    path: tuple[str | int, ...] = ()
    more: dict[str, Any] = field(default_factory=dict)

    @property
    def extensions(self) -> dict[str, Any]:
        """The code, and what goes with it: the limit, the rule, the trace id."""
        return {"code": self.code.value, **self.more}

    def formatted(self) -> dict[str, Any]:
        """As JSON has it."""
        said: dict[str, Any] = {"message": self.message, "extensions": self.extensions}
        if self.locations:
            said["locations"] = [{"line": line, "column": column} for line, column in self.locations]
        if self.path:
            said["path"] = list(self.path)
        return said


def user_fault(error: UserError, language: str, at: GraphQLError | None = None) -> Fault:
    """A user error as a top-level error; ``at`` says where in the operation."""
    more: dict[str, Any] = {}
    if error.rule_id:
        more["ruleId"] = error.rule_id
    if error.legal_basis:
        more["legalBasis"] = error.legal_basis
    if error.field:
        more["field"] = list(error.field)
    if error.code is ErrorCode.LIMIT_EXCEEDED:
        more["limit"] = {
            name: error.params[name] for name in ("limit", "allowed", "asked") if name in error.params
        }
    return Fault(error.code, error.text(language), _locations(at), tuple(at.path or ()) if at else (), more)


def document_fault(error: GraphQLError, language: str) -> Fault:
    """A document or variables that can't be used: the library's words, which hold only what was sent."""
    if "introspection has been disabled" in error.message:
        return Fault(ErrorCode.INVALID_INPUT, say("request.introspection", language), _locations(error))
    text = say("request.document", language, {"reason": error.message})
    return Fault(ErrorCode.INVALID_INPUT, text, _locations(error))


def internal_fault(language: str, trace_id: str, at: GraphQLError | None = None) -> Fault:
    """A fault of ours: nothing but the trace id."""
    return Fault(
        ErrorCode.INTERNAL,
        say(ErrorCode.INTERNAL.message_key, language),
        _locations(at),
        tuple(at.path or ()) if at else (),
        {"traceId": trace_id},
    )


def formatted(faults: Sequence[Fault]) -> list[dict[str, Any]]:
    """All of them as JSON has them."""
    return [fault.formatted() for fault in faults]


def _locations(error: GraphQLError | None) -> tuple[tuple[int, int], ...]:
    return tuple((place.line, place.column) for place in (error.locations or ())) if error else ()
