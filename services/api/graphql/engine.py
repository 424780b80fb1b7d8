"""Runs operations: one transaction each, whose fate and whose answer are one.

A query runs in a reading transaction, a mutation in a changing one. The answer is built inside the transaction
and given only after it has ended well, so there is no answer without its access event. A mutation with any
top-level error changes nothing and answers ``data: null``; so does whatever fails in a way that is not the
user's to mend. What is wrong with a document is told before a transaction is opened.
"""

import asyncio
from collections.abc import Awaitable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final

import msgspec
import strawberry
from graphql import (
    ExecutionHooks,
    ExecutionResult,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    InlineFragmentNode,
    SelectionSetNode,
    execute,
)

from services.api.failures import as_user_error
from services.api.graphql.context import Context
from services.api.graphql.documents import Chosen, Documents, Refused
from services.api.graphql.faults import Fault, formatted, internal_fault, user_fault
from services.api.graphql.idempotency import Key, recall, remember
from services.api.graphql.ids import ids_in
from services.api.graphql.limits import Limits
from services.core.db.database import Database, UnknownHostError
from services.core.db.tx import ReadTx, WriteTx
from services.core.errors import DEFAULT_LANGUAGE, LANGUAGES, ErrorCode, UserError
from services.core.identity import Capacity, RequestIdentity
from services.core.logging import log
from services.core.mode import Mode

_CLEAN_UP_SECONDS: Final = 5


@dataclass(frozen=True)
class Ask:
    """One request: what to run, for whom."""

    who: RequestIdentity
    document: str
    operation_name: str | None = None
    variables: Mapping[str, Any] = field(default_factory=dict)
    idempotency_key: str | None = None
    trace_id: str = ""
    language: str = DEFAULT_LANGUAGE
    reader_language: str | None = None
    """What the reader of a page chose on this machine; else the session's language holds."""


@dataclass(frozen=True)
class Outcome:
    """The answer. ``executed``: it has ``data``, even if null. ``status``: when the whole request is refused."""

    errors: tuple[Fault, ...] = ()
    data: dict[str, Any] | None = None
    executed: bool = False
    operations: str = ""
    stored: bytes | None = None

    @property
    def body(self) -> bytes:
        """The answer as JSON."""
        if self.stored is not None:
            return self.stored
        said: dict[str, Any] = {}
        if self.errors:
            said["errors"] = formatted(self.errors)
        if self.executed:
            said["data"] = self.data
        return msgspec.json.encode(said)

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of the errors."""
        return tuple(fault.code.value for fault in self.errors)

    @property
    def status(self) -> int:
        """200 when something was executed; else the first error's own status.

        503 also when something went away in the middle: what stands before us retries by the status.
        """
        if self.data is None and ErrorCode.UNAVAILABLE.value in self.codes:
            return ErrorCode.UNAVAILABLE.status
        return 200 if self.executed or not self.errors else self.errors[0].code.status


class _Undo(Exception):
    """Leaves a transaction that must change nothing, with the answer already made."""

    def __init__(self, outcome: Outcome) -> None:
        self.outcome = outcome
        super().__init__()


class Engine:
    """The schema on this process's databases."""

    def __init__(
        self,
        schema: strawberry.Schema,
        database: Database,
        *,
        limits: Limits | None = None,
        mode: Mode = Mode.PRODUCTION,
    ) -> None:
        self.schema = schema._schema
        self.database = database
        self.limits = limits or Limits()
        self.documents = Documents(self.schema, self.limits, mode)

    def choose(self, ask: Ask) -> Chosen:
        """Read a document from outside; raises ``Refused``."""
        return self.documents.choose(ask.document, ask.operation_name, ask.variables, ask.language)

    async def run_trusted(self, ask: Ask) -> Outcome:
        """Run a document of our own pages: no limits but time, else as any other."""
        try:
            chosen = self.documents.choose_trusted(ask.document, ask.variables, ask.language)
        except Refused as refused:
            return Outcome(tuple(refused.faults))
        return await self.run(chosen, ask)

    async def run(self, chosen: Chosen, ask: Ask) -> Outcome:
        """Run an operation that ``choose`` accepted."""
        operations = _root_fields(chosen)
        if not operations:
            outcome = await self._execute(chosen, Context(None, None, ask.language, ask.trace_id))
            return outcome
        name = ("mutation:" if chosen.is_mutation else "query:") + ",".join(operations)
        try:
            if ask.who.credential is None:
                raise UserError(ErrorCode.UNAUTHENTICATED)
            if chosen.is_mutation:
                return await self._write(chosen, ask, name[:200])
            return await self._read(chosen, ask, name[:200])
        except _Undo as undo:
            return undo.outcome
        except UnknownHostError:
            return Outcome((user_fault(UserError(ErrorCode.NOT_FOUND), ask.language),))
        except Exception as error:  # whatever it is, the answer must be masked and the log told
            return Outcome((self._masked(error, ask.language, ask.trace_id, name),))

    async def _read(self, chosen: Chosen, ask: Ask, name: str) -> Outcome:
        async with self.database.read(ask.who, name) as tx:
            return await self._in(chosen, ask, tx, None)

    async def _write(self, chosen: Chosen, ask: Ask, name: str) -> Outcome:
        key = None
        if ask.idempotency_key is not None:
            key = Key.of(ask.idempotency_key, ask.document, ask.operation_name, ask.variables)
        async with self.database.write(ask.who, name) as tx:
            if tx.actor.capacity is Capacity.AUDITOR:
                key = None  # they change nothing, so there is no answer to keep, nor a right to keep one
            if key is not None and (stored := await recall(tx, key)) is not None:
                said = msgspec.json.decode(stored)
                return Outcome(data=said["data"], executed=True, stored=stored)
            outcome = await self._in(chosen, ask, None, tx)
            if key is not None:
                await remember(tx, key, outcome.body)
            return outcome

    async def _in(self, chosen: Chosen, ask: Ask, reader: ReadTx | None, writer: WriteTx | None) -> Outcome:
        tx = writer or reader
        assert tx is not None
        # What was asked for by name, for the access event.
        tx.named |= ids_in(ask.document) | ids_in(msgspec.json.encode(ask.variables).decode())
        # A language that not every text stands in is for families: anybody else keeps their own.
        reads = ask.reader_language
        if reads is not None and (reads in LANGUAGES or tx.actor.is_family):
            tx.actor = replace(tx.actor, language=reads)
        outcome = await self._execute(chosen, Context(reader, writer, tx.actor.language, ask.trace_id))
        if outcome.errors and (writer is not None or outcome.data is None):
            raise _Undo(Outcome(outcome.errors, None, executed=True))
        return outcome

    async def _execute(self, chosen: Chosen, context: Context) -> Outcome:
        ended = asyncio.Event()
        async with asyncio.timeout(self.limits.seconds):
            answer = execute(
                self.schema,
                chosen.document,
                context_value=context,
                variable_values=chosen.given,
                operation_name=chosen.operation.name.value if chosen.operation.name else None,
                hide_suggestions=True,
                hooks=ExecutionHooks(async_work_finished=lambda _: ended.set()),
            )
            result = await answer if isinstance(answer, Awaitable) else answer
        if result.errors:
            # Resolvers that a failed sibling cut short still hold the transaction: let them end first.
            async with asyncio.timeout(_CLEAN_UP_SECONDS):
                await ended.wait()
        return self._outcome(result, context)

    def _outcome(self, result: ExecutionResult, context: Context) -> Outcome:
        faults, fatal = [], False
        for error in result.errors or ():
            known = as_user_error(error.original_error) if error.original_error else None
            if isinstance(error.original_error, UserError):
                faults.append(user_fault(error.original_error, context.language, error))
                continue
            fatal = True
            if known is not None:
                faults.append(user_fault(known, context.language, error))
                _tell("graphql.unavailable", error.original_error or error, known.code)
            else:
                faults.append(internal_fault(context.language, context.trace_id, error))
                _tell("graphql.failed", error.original_error or error, ErrorCode.INTERNAL)
        return Outcome(tuple(faults), None if fatal else result.data, executed=True)

    def _masked(self, error: Exception, language: str, trace_id: str, name: str) -> Fault:
        known = as_user_error(error)
        if known is None:
            _tell("graphql.failed", error, ErrorCode.INTERNAL, name)
            return internal_fault(language, trace_id)
        if not isinstance(error, UserError):
            _tell("graphql.unavailable", error, known.code, name)
        return user_fault(known, language)


def _tell(event: str, error: BaseException, code: ErrorCode, operation: str = "") -> None:
    details = {"operation": operation} if operation else {}
    if code is ErrorCode.INTERNAL:
        log().error(event, exc_info=error, code=code.value, **details)
    else:
        log().warning(event, exc_info=error, code=code.value, **details)


def _root_fields(chosen: Chosen) -> list[str]:
    """The root fields that need a transaction: all but introspection and ``__typename``."""
    found: dict[str, None] = {}
    fragments = {
        definition.name.value: definition.selection_set
        for definition in chosen.document.definitions
        if isinstance(definition, FragmentDefinitionNode)
    }
    _collect(chosen.operation.selection_set, fragments, found)
    return list(found)


def _collect(
    selected: SelectionSetNode, fragments: Mapping[str, SelectionSetNode], found: dict[str, None]
) -> None:
    for node in selected.selections:
        if isinstance(node, FieldNode):
            if not node.name.value.startswith("__"):
                found[node.name.value] = None
        elif isinstance(node, FragmentSpreadNode):
            _collect(fragments[node.name.value], fragments, found)
        elif isinstance(node, InlineFragmentNode):
            _collect(node.selection_set, fragments, found)
