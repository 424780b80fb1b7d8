"""Mutations: each is one savepoint, and answers a payload with what was done and the user's errors.

What a user can mend (NOT_FOUND, INVALID_INPUT, RULE_BLOCKED, CONFLICT …) stands in the payload's ``errors`` and
what the mutation had written is undone; anything else is a top-level error and undoes the whole operation.
"""

from collections.abc import Awaitable, Callable
from typing import Any, Final

import asyncpg
from strawberry.extensions import FieldExtension
from strawberry.types.field import StrawberryField

from services.api.graphql.context import Info
from services.api.graphql.enums import enum_type
from services.api.graphql.fields import ANYONE, field, object_type
from services.core.db.away import COLLIDED
from services.core.emergency_access import store as emergencies
from services.core.errors import ErrorCode, UserError, conflict

IN_PAYLOAD: Final = frozenset(
    {
        ErrorCode.FORBIDDEN,
        ErrorCode.NOT_FOUND,
        ErrorCode.INVALID_INPUT,
        ErrorCode.RULE_BLOCKED,
        ErrorCode.CONFLICT,
        ErrorCode.STEP_UP_REQUIRED,
    }
)
_SAID: Final = {
    ErrorCode.UNAUTHENTICATED: "No session, or it has ended.",
    ErrorCode.FORBIDDEN: "Not for this capacity.",
    ErrorCode.NOT_FOUND: "Absent, or another's: the two answer alike.",
    ErrorCode.INVALID_INPUT: "The input can't be used; `field` says which part.",
    ErrorCode.RULE_BLOCKED: "A rule of the law or of the municipality's model forbids it; see `ruleId`.",
    ErrorCode.CONFLICT: "Changed by another in the meantime, or the same request is still running.",
    ErrorCode.STEP_UP_REQUIRED: "Needs a log-in at a higher level of assurance.",
    ErrorCode.LIMIT_EXCEEDED: "The request is over a limit; the error says which, and what was asked.",
    ErrorCode.RATE_LIMITED: "Too many requests in a short time.",
    ErrorCode.UNAVAILABLE: "Not available right now: retry shortly, with the same Idempotency-Key.",
    ErrorCode.INTERNAL: "A fault of ours; quote the trace id.",
}
enum_type(
    ErrorCode,
    description="Every error a client can meet. A closed list.",
    values={code.value: text for code, text in _SAID.items()},
)


@object_type(name="UserError", description="Why a mutation did nothing, in words for the user.")
class UserErrorType:
    """One user error of a payload."""

    code: ErrorCode = field(description="What kind of error; stable.", personal=False)
    message: str = field(description="Words for the user, in the session's language.", personal=False)
    field_path: list[str] | None = field(
        name="field",
        description='The path of the input that is wrong, for example `["input", "startsAt"]`.',
        personal=False,
    )
    rule_id: str | None = field(description="The rule that forbids it, with `RULE_BLOCKED`.", personal=False)
    legal_basis: str | None = field(description="The law or decision that the rule rests on.", personal=False)


def user_error(error: UserError, language: str) -> UserErrorType:
    """An error as it stands in a payload."""
    path = [_camel(part) for part in error.field]
    if path and path[0] != "input":
        path.insert(0, "input")
    return UserErrorType(
        code=error.code,
        message=error.text(language),
        field_path=path or None,
        rule_id=error.rule_id,
        legal_basis=error.legal_basis,
    )


class _Savepoint(FieldExtension):
    """Runs a mutation in a savepoint; user errors undo it and become its payload."""

    def apply(self, made: StrawberryField) -> None:
        self.made = made

    async def resolve_async(
        self, next_: Callable[..., Awaitable[Any]], source: Any, info: Info, **kwargs: Any
    ) -> Any:
        try:
            info.context.forget()
            async with info.context.write.savepoint():
                return await next_(source, info, **kwargs)
        except (UserError, asyncpg.InsufficientPrivilegeError, *COLLIDED) as raised:
            error = await self._told(info, raised)
            if error.code not in IN_PAYLOAD:
                raise
            payload: Any = self.made.type
            return payload(errors=[user_error(error, info.context.language)])

    async def _told(self, info: Info, raised: Exception) -> UserError:
        if isinstance(raised, UserError):
            return raised
        # The savepoint is undone: who came second in the database is told as who came with an old version.
        if isinstance(raised, COLLIDED):
            return conflict()
        # The one wall that people at work run into: who broke the glass may look. Any other is a fault of ours.
        if await emergencies.only_looks(info.context.tx):
            return UserError(ErrorCode.FORBIDDEN, "emergency_access.read_only")
        raise raised


def mutation(
    *, description: str, personal: bool = True, who: frozenset[str] = ANYONE
) -> Callable[[Callable[..., Any]], StrawberryField]:
    """A root field of ``Mutation``: ``async def call_meeting(info: Info, input: CallMeeting) -> Payload``.

    The payload is an object type whose fields all have a default (None), with ``errors = errors_field()``.
    """

    def make(resolver: Callable[..., Any]) -> StrawberryField:
        made: StrawberryField = field(
            resolver,
            description=description,
            personal=personal,
            who=who,
            masked=False,
            extensions=(_Asked(who), _Savepoint()),  # the last one is the outermost
        )
        return made

    return make


class _Asked(FieldExtension):
    """FORBIDDEN for capacities that the mutation is not for, inside the savepoint: it is a user error."""

    def __init__(self, who: frozenset[str]) -> None:
        self.who = who

    async def resolve_async(
        self, next_: Callable[..., Awaitable[Any]], source: Any, info: Info, **kwargs: Any
    ) -> Any:
        if info.context.actor.capacity.value not in self.who:
            raise UserError(ErrorCode.FORBIDDEN)
        return await next_(source, info, **kwargs)


def errors_field() -> Any:
    """The ``errors`` of a payload: ``errors: list[UserErrorType] = errors_field()``."""
    return field(description="Why it was not done; empty when it was.", personal=False, default=())


def _camel(name: str) -> str:
    head, *rest = name.split("_")
    return head + "".join(part.capitalize() for part in rest)
