"""What one operation may ask for: each limit on its boundary."""

import pytest
from graphql import build_schema, get_operation_ast, parse

from services.api.graphql.limits import LIST_ESTIMATE, Limits, check_cost, check_shape
from services.core.errors import ErrorCode, UserError

SCHEMA = build_schema(
    """
    type Query { child: Child  children(first: Int! = 25): ChildConnection! }
    type ChildConnection { edges: [ChildEdge!]! }
    type ChildEdge { node: Child! }
    type Child { id: ID! name: String friends: [Child!]! children(first: Int! = 25): ChildConnection! mother: Child }
    """
)


def refused(error: pytest.ExceptionInfo[UserError]) -> tuple[str, object, object]:
    assert error.value.code is ErrorCode.LIMIT_EXCEEDED
    return error.value.message_key, error.value.params["allowed"], error.value.params["asked"]


def cost(text: str, limit: int = 10**9, **variables: object) -> int:
    document = parse(text)
    operation = get_operation_ast(document)
    assert operation is not None
    return check_cost(SCHEMA, document, operation, variables, Limits(cost=limit))


def nested(levels: int) -> str:
    return "{ child " + "{ mother " * (levels - 2) + "{ id }" + " }" * (levels - 2) + " }"


def test_depth_is_allowed_to_its_limit_and_no_further() -> None:
    check_shape(parse(nested(15)), Limits(depth=15))
    with pytest.raises(UserError) as error:
        check_shape(parse(nested(16)), Limits(depth=15))
    assert refused(error) == ("limit.depth", 15, 16)


def test_depth_is_counted_through_fragments() -> None:
    text = "{ child { ...A } } fragment A on Child { mother { ...B } } fragment B on Child { mother { id } }"
    check_shape(parse(text), Limits(depth=4))
    with pytest.raises(UserError):
        check_shape(parse(text), Limits(depth=3))


def test_fragments_that_contain_each_other_end() -> None:
    text = (
        "{ child { ...A } } fragment A on Child { mother { ...B } } fragment B on Child { mother { ...A } }"
    )
    check_shape(parse(text), Limits(depth=4))


def test_aliases() -> None:
    text = "{ child { " + " ".join(f"a{n}: id" for n in range(31)) + " } }"
    with pytest.raises(UserError) as error:
        check_shape(parse(text), Limits(aliases=30))
    assert refused(error) == ("limit.aliases", 30, 31)
    check_shape(parse(text), Limits(aliases=31))


def test_aliases_in_fragments_count_each_time_they_are_spread() -> None:
    text = "{ child { ...A mother { ...A } } } fragment A on Child { a: id b: name }"
    with pytest.raises(UserError) as error:
        check_shape(parse(text), Limits(aliases=3))
    assert refused(error)[2] == 4


def test_root_fields() -> None:
    text = "{ " + "child { id } " * 3 + "}"
    with pytest.raises(UserError) as error:
        check_shape(parse(text), Limits(root_fields=2))
    assert refused(error) == ("limit.root_fields", 2, 3)


def test_a_connection_multiplies_by_its_page() -> None:
    # 1 for the connection, then for each of 10: edge, node.
    assert cost("{ children(first: 10) { edges { node { id } } } }") == 1 + 10 * (1 + 1)


def test_without_first_the_default_page_counts() -> None:
    assert cost("{ children { edges { node { id } } } }") == cost(
        "{ children(first: 25) { edges { node { id } } } }"
    )


def test_first_by_variable_counts_as_it_was_sent() -> None:
    text = "query ($n: Int! = 3) { children(first: $n) { edges { node { id } } } }"
    assert cost(text, n=7) == 1 + 7 * 2


def test_connections_within_connections_multiply() -> None:
    inner = "children(first: 100) { edges { node { id } } }"
    outer = "{ children(first: 100) { edges { node { " + inner + " } } } }"
    with pytest.raises(UserError) as error:
        cost(outer, limit=10_000)
    assert refused(error) == ("limit.cost", 10_000, 1 + 100 * (2 + 1 + 100 * 2))


def test_the_cost_is_allowed_to_its_limit() -> None:
    text = "{ children(first: 10) { edges { node { id } } } }"
    assert cost(text, limit=21) == 21
    with pytest.raises(UserError):
        cost(text, limit=20)


def test_a_plain_list_counts_as_a_few() -> None:
    assert cost("{ child { friends { id } } }") == 1 + LIST_ESTIMATE


def test_a_page_over_its_limit_is_refused_before_it_is_fetched() -> None:
    cost("{ children(first: 100) { edges { node { id } } } }")
    with pytest.raises(UserError) as error:
        cost("{ children(first: 101) { edges { node { id } } } }")
    assert refused(error) == ("limit.page", 100, 101)


def test_nested_fragments_are_counted_quickly_and_fully() -> None:
    levels = 60
    parts = [
        f"fragment F{n} on Child {{ a: mother {{ ...F{n + 1} }} b: mother {{ ...F{n + 1} }} }}"
        for n in range(levels)
    ]
    text = "{ child { ...F0 } } " + " ".join(parts) + f" fragment F{levels} on Child {{ id }}"
    with pytest.raises(UserError) as error:
        check_shape(parse(text), Limits(depth=1000, aliases=30))
    assert refused(error)[0] == "limit.aliases"
    with pytest.raises(UserError):
        cost(text, limit=10_000)
