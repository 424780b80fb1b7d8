"""The committed GraphQL schema keeps the forms that clients rely on (ADR 0009)."""

import re
from pathlib import Path

import pytest
from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLObjectType,
    GraphQLSchema,
    build_schema,
)

from tests.architecture.tree import text, under

ERROR_CODES = {
    "UNAUTHENTICATED", "FORBIDDEN", "NOT_FOUND", "INVALID_INPUT", "RULE_BLOCKED", "CONFLICT",
    "STEP_UP_REQUIRED", "LIMIT_EXCEEDED", "RATE_LIMITED", "UNAVAILABLE", "INTERNAL",
}  # fmt: skip


@pytest.fixture(scope="module")
def schema() -> GraphQLSchema:
    return build_schema(text(Path("services/api/graphql/schema.graphql")))


def test_the_error_codes_are_the_closed_list(schema: GraphQLSchema) -> None:
    codes = schema.type_map["ErrorCode"]
    assert isinstance(codes, GraphQLEnumType)
    assert set(codes.values) == ERROR_CODES


def test_every_mutation_takes_one_input_and_answers_with_typed_errors(schema: GraphQLSchema) -> None:
    assert schema.mutation_type
    for name, field in schema.mutation_type.fields.items():
        assert set(field.args) <= {"input"}, name
        payload = schema.type_map[str(field.type).rstrip("!")]
        assert isinstance(payload, GraphQLObjectType), name
        assert str(payload.fields["errors"].type) == "[UserError!]!", name


def test_every_long_list_is_a_connection_with_a_limit(schema: GraphQLSchema) -> None:
    """A page of a connection has a size; a bare list at the root may hold only what a model bounds."""
    assert schema.query_type
    bounded_by_model = {
        "meetingTypes",
        "whoCanSee",
        "holds",
        "consultationTypes",
        "intakeColumns",
        "placeWarnings",
        "directory",
        "guides",
        "seriesTypes",
        "reportKinds",
        "indicators",
        # 500 at the most each; emergencies of a child by ten attempts an hour
        "delegations",
        "standIns",
        "ledStaff",
        "emergencyCategories",
        "emergenciesOfChild",
        # dates of a series to come: 60 at the most
        "consultationsLed",
        "consultationInvitations",
        # a row for each way out and each reason
        "undeliveredCounts",
        # a row for each kind of message
        "messagePreviews",
        # the eight best
        "freeTimes",
        "freeTimesToCall",
        # one's own of one meeting or child: one for each of its forms
        "drafts",
    }
    for name, field in schema.query_type.fields.items():
        if "Connection" in str(field.type):
            assert {"first", "after"} <= set(field.args), name
        elif "[" in str(field.type):
            assert name in bounded_by_model, name


def test_who_changes_a_versioned_row_says_which_version_was_seen(schema: GraphQLSchema) -> None:
    inputs = [t for t in schema.type_map.values() if isinstance(t, GraphQLInputObjectType)]
    for given in inputs:
        for name, field in given.fields.items():
            if name == "expectedVersion":
                assert str(field.type) == "Int!", f"{given.name}: a version is never optional"


def test_one_mutation_a_file(schema: GraphQLSchema) -> None:
    """``addAgendaItem`` stands in ``add_agenda_item.py``; the noun may be left to its folder."""
    assert schema.mutation_type
    modules = {(path.parent.name, path.stem) for path in under("services/api/graphql", suffix=".py")}
    named = {frozenset(stem.split("_")) for _, stem in modules}
    named |= {frozenset([folder, *stem.split("_")]) for folder, stem in modules}
    words = {
        name: frozenset(re.findall(r"[a-z]+", re.sub(r"([A-Z])", r" \1", name).lower()))
        for name in schema.mutation_type.fields
    }
    assert {name for name, parts in words.items() if parts not in named} == set()
