"""The schema as a contract: committed, described, classified."""

import importlib
import pkgutil

import pytest
import strawberry
from graphql import GraphQLEnumType, GraphQLInputObjectType, GraphQLObjectType

from services.api import graphql as package
from services.api.graphql.fields import Classification, classification_of
from services.api.graphql.schema import COMMITTED, NOUNS, build_schema

SCHEMA = build_schema()
TYPES = {name: kind for name, kind in SCHEMA._schema.type_map.items() if not name.startswith("__")}
OBJECTS = {name: kind for name, kind in TYPES.items() if isinstance(kind, GraphQLObjectType)}


def test_the_committed_schema_is_what_the_code_makes() -> None:
    assert COMMITTED.read_text() == SCHEMA.as_str() + "\n", (
        "write it anew: python -m services.api.graphql.schema > services/api/graphql/schema.graphql"
    )


def test_no_noun_is_forgotten() -> None:
    folders = {
        module.name
        for module in pkgutil.iter_modules(package.__path__)
        if module.ispkg and hasattr(importlib.import_module(f"{package.__name__}.{module.name}"), "QUERIES")
    }
    assert folders == {noun.__name__.rsplit(".", 1)[1] for noun in NOUNS}


@pytest.mark.parametrize("name", sorted(TYPES))
def test_everything_says_what_it_is(name: str) -> None:
    kind = TYPES[name]
    if name in {"String", "Int", "Boolean", "ID", "Float"}:
        return
    silent = [] if kind.description else [name]
    if isinstance(kind, GraphQLEnumType):
        silent += [f"{name}.{value}" for value, made in kind.values.items() if not made.description]
    if isinstance(kind, GraphQLObjectType | GraphQLInputObjectType):
        silent += [f"{name}.{field}" for field, made in kind.fields.items() if not made.description]
    assert silent == []


@pytest.mark.parametrize("name", sorted(OBJECTS))
def test_every_field_is_classified(name: str) -> None:
    assert unclassified(SCHEMA, name) == []


def unclassified(schema: object, name: str) -> list[str]:
    """Fields of an object type that were not made with ``field``."""
    definition = schema.get_type_by_name(name)  # type: ignore[attr-defined]
    return [
        f"{name}.{field.name}"
        for field in definition.fields
        if not isinstance(classification_of(field.metadata), Classification)
    ]


def test_the_test_above_sees_an_unclassified_field() -> None:
    @strawberry.type
    class Query:
        secret: str = strawberry.field(description="Made around the wrapper.")

    assert unclassified(strawberry.Schema(Query), "Query") == ["Query.secret"]


@pytest.mark.parametrize("name", sorted(OBJECTS))
def test_what_is_sealed_is_personal(name: str) -> None:
    for field in SCHEMA.get_type_by_name(name).fields:  # type: ignore[union-attr]
        found = classification_of(field.metadata)
        assert found is not None
        assert found.personal or not found.sealed, field.name


def test_a_mutation_answers_a_payload_with_errors() -> None:
    mutation = SCHEMA._schema.mutation_type
    for name, field in (mutation.fields if mutation else {}).items():
        assert str(field.type).endswith("Payload!"), name
        payload = TYPES[str(field.type).rstrip("!")]
        assert isinstance(payload, GraphQLObjectType)
        assert str(payload.fields["errors"].type) == "[UserError!]!"
        others = [part for part in payload.fields if part != "errors"]
        assert all(not str(payload.fields[part].type).endswith("!") for part in others), name
