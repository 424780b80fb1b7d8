"""Whatever a field is given, it is the sender's mistake: never INTERNAL, never a text that reads otherwise than stored."""

from collections.abc import Iterator
from typing import Any, Final

import pytest
from graphql import (
    GraphQLInputObjectType,
    GraphQLInputType,
    GraphQLList,
    GraphQLNonNull,
    get_named_type,
    is_enum_type,
)

from services.api.graphql.ids import read_id
from services.api.graphql.schema import build_schema
from services.core.errors import UserError
from tests.security.hostile import Hostile, codes

SCHEMA: Final = build_schema()._schema
NASTY: Final[dict[str, tuple[object, ...]]] = {
    "String": (
        "\x00",
        "a\x00b",
        "\x1b[2J",
        "\x85",
        "",
        "   ",
        "x" * 30_000,
        "\ufeff",
        "\r\nBcc: a@b.example",
    ),
    "ID": ("\x00", "", "../x", "0" * 31 + "\n", "{" + "0" * 32 + "}", "x" * 5000, "' or 1=1--"),
    "Int": (-1, 0, 2**31 - 1, -(2**31), 2**31, 10**30, 1.5, True, "1"),
    "Float": (1e308, -1),
    "Boolean": ("true", 1),
    "DateTime": (
        "9999-12-31T23:59:59Z",
        "0001-01-01T00:00:00Z",
        "9999-12-31T23:59:59-23:59",
        "1850-06-01T09:00:00Z",
        "2199-12-31T23:30:00Z",
        "2026-13-01T00:00:00Z",
        "2026-12-01T00:00:00",
        "\x00",
    ),
    "Date": ("9999-12-31", "0001-01-01", "2199-12-31", "2026-02-30", "20260101", ""),
}


def typed(kind: GraphQLInputType) -> str:
    """The type as a document writes it."""
    return str(kind)


def plain(kind: GraphQLInputType) -> Any:
    """A value of the type that is well formed."""
    if isinstance(kind, GraphQLNonNull):
        return plain(kind.of_type)
    if isinstance(kind, GraphQLList):
        return [plain(kind.of_type)]
    if isinstance(kind, GraphQLInputObjectType):
        return {name: plain(field.type) for name, field in kind.fields.items()}
    if is_enum_type(kind):
        return next(iter(kind.values))
    return {
        "Int": 1,
        "Float": 1.0,
        "Boolean": True,
        "DateTime": "2027-03-01T10:00:00Z",
        "Date": "2027-03-01",
    }.get(get_named_type(kind).name, "x")


def nasty(kind: GraphQLInputType) -> Iterator[Any]:
    """Values of the type's form that nobody means well."""
    if isinstance(kind, GraphQLNonNull):
        yield from nasty(kind.of_type)
    elif isinstance(kind, GraphQLList):
        for one in nasty(kind.of_type):
            yield [one]
        yield [plain(kind.of_type)] * 201
    elif isinstance(kind, GraphQLInputObjectType):
        for name, field in kind.fields.items():
            for one in nasty(field.type):
                yield {**plain(kind), name: one}
    else:
        yield from NASTY.get(get_named_type(kind).name, ())


def every_argument() -> list[tuple[str, str, str]]:
    """Each argument of each root field."""
    found = []
    for kind, root in (("query", SCHEMA.query_type), ("mutation", SCHEMA.mutation_type)):
        assert root is not None
        found += [(kind, name, argument) for name, field in root.fields.items() for argument in field.args]
    return found


@pytest.mark.parametrize(("kind", "name", "argument"), every_argument())
async def test_bad_input_is_never_a_fault_of_ours(
    hostile: Hostile, kind: str, name: str, argument: str
) -> None:
    root = SCHEMA.query_type if kind == "query" else SCHEMA.mutation_type
    assert root is not None
    field = root.fields[name]
    town = hostile.world.north
    real = {
        "childId": str(town.id("child")),
        "id": str(town.id("child")),
        "personId": str(town.id("teacher")),
    }
    sent = {argument} | {other for other, one in field.args.items() if isinstance(one.type, GraphQLNonNull)}
    head = ", ".join(f"${other}: {typed(field.args[other].type)}" for other in sorted(sent))
    given = ", ".join(f"{other}: ${other}" for other in sorted(sent))
    document = f"{kind} ({head}) {{ x: {name}({given}) {{ __typename }} }}"
    for value in nasty(field.args[argument].type):
        variables = {other: real.get(other, plain(field.args[other].type)) for other in sent} | {
            argument: value
        }
        if isinstance(variables.get("input"), dict):
            own = {
                key: real[key] for key in variables["input"] if key in real and variables["input"][key] == "x"
            }
            variables["input"] = {**variables["input"], **own}
        answer = await hostile.ask("leader", document, variables)
        assert not codes(answer) & {"INTERNAL", "UNAVAILABLE"}, value


async def test_a_text_that_would_read_otherwise_than_stored_is_put_right(hostile: Hostile) -> None:
    opened = await hostile.ask(
        "leader",
        "mutation ($input: OpenProblemInput!) { openProblem(input: $input) { problem { title } errors { code } } }",
        {
            "input": {
                "childId": str(hostile.world.north.id("child")),
                "track": "institution",
                "title": "Ring \u202a20 00 00 00\u202c \u2066i dag\u2069",
            }
        },
    )
    assert opened["data"]["openProblem"]["problem"]["title"] == "Ring 20 00 00 00 i dag"


@pytest.mark.parametrize("literal", ["a\\u0000b", "\\u202Eb", "\\u0085"])
async def test_a_literal_is_held_to_the_same(hostile: Hostile, literal: str) -> None:
    answer = await hostile.ask("leader", f'{{ staff(search: "{literal}") {{ edges {{ cursor }} }} }}')
    assert codes(answer) == {"INVALID_INPUT"}


@pytest.mark.parametrize(
    "written", ["0" * 31 + "\n", "{" + "0" * 32 + "}", "urn:uuid:" + "0" * 32, "٠" * 32, "0" * 32]
)
def test_an_id_has_one_form(written: str) -> None:
    with pytest.raises(UserError):
        read_id(written)
