"""How much one operation may ask for, told before anything is read.

Depth, aliases and root fields are counted on the document alone, before it is validated, since validation is
itself work. The cost needs the schema: an object counts one, and everything under the ``edges`` of a
connection counts once for each of its page (``first``). Fragments are counted once and remembered, so that a
few lines of nested fragments can't make the counting itself expensive. Introspection, where it is allowed at
all, is not counted.
"""

from collections.abc import Mapping
from typing import Any, Final

import msgspec
from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLInterfaceType,
    GraphQLNamedType,
    GraphQLObjectType,
    GraphQLSchema,
    InlineFragmentNode,
    IntValueNode,
    OperationDefinitionNode,
    SelectionSetNode,
    VariableNode,
    get_named_type,
    is_list_type,
)
from graphql.type import get_nullable_type

from services.api.graphql.connections import DEFAULT_PAGE, MAX_PAGE, page_too_large
from services.core.errors import ErrorCode, UserError

LIST_ESTIMATE: Final = 5
"""How many a list without pages is taken to hold: participants, agenda items, levels."""


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """The limits of an operation from outside. Our own pages' documents are held to ``seconds`` only."""

    body_bytes: int = 256 * 1024
    tokens: int = 2000
    depth: int = 15
    aliases: int = 30
    root_fields: int = 20
    cost: int = 10_000
    seconds: float = 15.0


def over(what: str, allowed: int, asked: int | str) -> UserError:
    """The refusal of what is over a limit: which limit, how much is allowed, and what was asked."""
    return UserError(
        ErrorCode.LIMIT_EXCEEDED, f"limit.{what}", params={"allowed": allowed, "asked": asked, "limit": what}
    )


def check_shape(document: DocumentNode, limits: Limits) -> None:
    """Depth, aliases and root fields of every operation; raises LIMIT_EXCEEDED. Works on invalid documents."""
    fragments = _fragments(document)
    counted = _Shape(fragments)
    for operation in document.definitions:
        if not isinstance(operation, OperationDefinitionNode):
            continue
        depth, aliases = counted.of(operation.selection_set, ())
        roots = len(operation.selection_set.selections)
        for what, allowed, asked in (
            ("depth", limits.depth, depth),
            ("aliases", limits.aliases, aliases),
            ("root_fields", limits.root_fields, roots),
        ):
            if asked > allowed:
                raise over(what, allowed, asked)


class _Shape:
    """Counts depth and aliases, each fragment once; a fragment that contains itself counts as nothing."""

    def __init__(self, fragments: Mapping[str, FragmentDefinitionNode]) -> None:
        self.fragments = fragments
        self.known: dict[str, tuple[int, int]] = {}

    def of(self, selected: SelectionSetNode | None, inside: tuple[str, ...]) -> tuple[int, int]:
        depth = aliases = 0
        for node in selected.selections if selected else ():
            if isinstance(node, FieldNode):
                if node.name.value.startswith("__"):
                    continue
                below, more = self.of(node.selection_set, inside)
                below, more = below + 1, more + (node.alias is not None)
            elif isinstance(node, FragmentSpreadNode):
                below, more = self._spread(node.name.value, inside)
            elif isinstance(node, InlineFragmentNode):
                below, more = self.of(node.selection_set, inside)
            else:
                continue
            depth, aliases = max(depth, below), aliases + more
        return depth, aliases

    def _spread(self, name: str, inside: tuple[str, ...]) -> tuple[int, int]:
        if name in inside or name not in self.fragments:
            return 0, 0
        if name not in self.known:
            self.known[name] = self.of(self.fragments[name].selection_set, (*inside, name))
        return self.known[name]


def check_cost(
    schema: GraphQLSchema,
    document: DocumentNode,
    operation: OperationDefinitionNode,
    variables: Mapping[str, Any],
    limits: Limits,
) -> int:
    """The cost of a valid operation; raises LIMIT_EXCEEDED over the limit, also for a page over its limit."""
    root = schema.get_root_type(operation.operation)
    assert root is not None
    cost = _Cost(schema, _fragments(document), variables).of(operation.selection_set, root, 1)
    if cost > limits.cost:
        raise over("cost", limits.cost, cost)
    return cost


class _Cost:
    def __init__(
        self,
        schema: GraphQLSchema,
        fragments: Mapping[str, FragmentDefinitionNode],
        variables: Mapping[str, Any],
    ) -> None:
        self.schema = schema
        self.fragments = fragments
        self.variables = variables
        self.known: dict[tuple[str, int], int] = {}

    def of(self, selected: SelectionSetNode, parent: GraphQLNamedType, page: int) -> int:
        """The cost of a selection on ``parent``; ``page`` is how many a connection above it may hold."""
        total = 0
        for node in selected.selections:
            if isinstance(node, FieldNode):
                total += self._field(node, parent, page)
            elif isinstance(node, FragmentSpreadNode):
                key = (node.name.value, page)
                if key not in self.known:
                    fragment = self.fragments[node.name.value]
                    self.known[key] = self._on(fragment, parent, page)
                total += self.known[key]
            elif isinstance(node, InlineFragmentNode):
                total += self._on(node, parent, page)
        return total

    def _on(
        self, node: FragmentDefinitionNode | InlineFragmentNode, parent: GraphQLNamedType, page: int
    ) -> int:
        condition = node.type_condition
        wanted = self.schema.get_type(condition.name.value) if condition else parent
        return self.of(node.selection_set, wanted or parent, page)

    def _field(self, node: FieldNode, parent: GraphQLNamedType, page: int) -> int:
        name = node.name.value
        if name.startswith("__") or not isinstance(parent, GraphQLObjectType | GraphQLInterfaceType):
            return 0
        definition = parent.fields[name]
        if node.selection_set is None:
            return 0
        inner = get_named_type(definition.type)
        if "first" in definition.args:
            return 1 + self.of(node.selection_set, inner, self._first(node))
        times = 1
        if is_list_type(get_nullable_type(definition.type)):
            times = page if parent.name.endswith("Connection") else LIST_ESTIMATE
        return times * (1 + self.of(node.selection_set, inner, 1))

    def _first(self, node: FieldNode) -> int:
        given = next(
            (argument.value for argument in node.arguments or () if argument.name.value == "first"), None
        )
        asked: object = DEFAULT_PAGE
        if isinstance(given, IntValueNode):
            asked = int(given.value)
        elif isinstance(given, VariableNode):
            asked = self.variables.get(given.name.value, DEFAULT_PAGE)
        if isinstance(asked, int) and asked > MAX_PAGE:
            raise page_too_large(asked)
        return asked if isinstance(asked, int) and asked > 0 else 1


def _fragments(document: DocumentNode) -> dict[str, FragmentDefinitionNode]:
    return {
        definition.name.value: definition
        for definition in document.definitions
        if isinstance(definition, FragmentDefinitionNode)
    }
