"""Reading documents: parsed, held to the limits and validated once, then remembered.

What is remembered is bounded in number and by the body limit in size, and lives in this process alone.
"""

from collections import OrderedDict
from collections.abc import Mapping
from typing import Any

from graphql import (
    DocumentNode,
    GraphQLError,
    GraphQLSchema,
    NoSchemaIntrospectionCustomRule,
    OperationDefinitionNode,
    OperationType,
    get_operation_ast,
    get_variable_values,
    parse,
    specified_rules,
    validate,
)

from services.api.graphql.faults import Fault, document_fault, user_fault
from services.api.graphql.limits import Limits, check_cost, check_shape, over
from services.api.graphql.texts import check_literals, clean
from services.core.errors import ErrorCode, UserError
from services.core.mode import Mode

_REMEMBERED = 500


class Refused(Exception):
    """The document or its variables can't be used; nothing was executed."""

    def __init__(self, faults: list[Fault]) -> None:
        self.faults = faults
        super().__init__(f"{len(faults)} faults")


class Chosen:
    """An operation ready to run: its document, its node, its variables as sent and as coerced."""

    def __init__(
        self,
        document: DocumentNode,
        operation: OperationDefinitionNode,
        given: Mapping[str, Any],
        variables: Mapping[str, Any],
    ) -> None:
        self.document = document
        self.operation = operation
        self.given = dict(given)
        self.variables = variables

    @property
    def is_mutation(self) -> bool:
        """Whether it changes anything."""
        return self.operation.operation is OperationType.MUTATION


class Documents:
    """Documents from outside (``choose``) and those of our own pages (``choose_trusted``)."""

    def __init__(self, schema: GraphQLSchema, limits: Limits, mode: Mode) -> None:
        self.schema = schema
        self.limits = limits
        self._open = mode.is_local
        rules = list(specified_rules)
        self._rules = rules if self._open else [*rules, NoSchemaIntrospectionCustomRule]
        self._known: OrderedDict[str, DocumentNode | list[Fault]] = OrderedDict()
        self._trusted: dict[str, DocumentNode] = {}

    def choose(self, text: str, name: str | None, variables: Mapping[str, Any], language: str) -> Chosen:
        """Read a document from outside; raises ``Refused`` with what is wrong, in ``language``."""
        document = self._read(text, language)
        chosen = self._choose(document, name, variables, language)
        try:
            check_cost(self.schema, document, chosen.operation, chosen.variables, self.limits)
        except UserError as error:
            raise Refused([user_fault(error, language)]) from error
        return chosen

    def choose_trusted(self, text: str, variables: Mapping[str, Any], language: str) -> Chosen:
        """Read a document of our own: one operation, no limits; raises ``ValueError`` if it doesn't fit."""
        document = self._trusted.get(text)
        if document is None:
            document = parse(text)
            if errors := validate(self.schema, document):
                raise ValueError(f"a trusted document does not fit the schema: {errors[0].message}")
            self._trusted[text] = document
        return self._choose(document, None, variables, language)

    def _choose(
        self, document: DocumentNode, name: str | None, variables: Mapping[str, Any], language: str
    ) -> Chosen:
        operation = get_operation_ast(document, name)
        if operation is None:
            unknown = UserError(ErrorCode.INVALID_INPUT, "request.operation_unknown")
            raise Refused([user_fault(unknown, language)])
        try:
            given = clean(variables)
        except UserError as error:
            raise Refused([user_fault(error, language)]) from error
        coerced = get_variable_values(
            self.schema,
            operation.variable_definitions or (),
            given,
            max_errors=10,
            hide_suggestions=not self._open,
        )
        if isinstance(coerced, list):
            raise Refused([document_fault(error, language) for error in coerced])
        return Chosen(document, operation, given, coerced.coerced)

    def _read(self, text: str, language: str) -> DocumentNode:
        key = f"{language}:{text}"
        known = self._known.get(key)
        if known is None:
            try:
                known = self._parse(text, language)
            except Refused as refused:
                known = refused.faults
            self._known[key] = known
            if len(self._known) > _REMEMBERED:
                self._known.popitem(last=False)
        else:
            self._known.move_to_end(key)
        if isinstance(known, list):
            raise Refused(known)
        return known

    def _parse(self, text: str, language: str) -> DocumentNode:
        try:
            document = parse(text, max_tokens=self.limits.tokens)
            check_shape(document, self.limits)
            check_literals(document)
        except GraphQLError as error:
            if "tokens" in error.message and str(self.limits.tokens) in error.message:
                too_long = over("tokens", self.limits.tokens, f"> {self.limits.tokens}")
                raise Refused([user_fault(too_long, language)]) from error
            raise Refused([document_fault(error, language)]) from error
        except UserError as error:
            raise Refused([user_fault(error, language)]) from error
        errors = validate(
            self.schema, document, rules=self._rules, max_errors=10, hide_suggestions=not self._open
        )
        if errors:
            raise Refused([document_fault(error, language) for error in errors])
        return document
