"""Every operation of the schema as something to try: its ids, its versions, its widest answer.

All of it is read from the schema. What cannot be filled in by the tables of `arguments.py` raises, so that a new
argument without a strategy fails the tests instead of slipping through them.
"""

import copy
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from graphql import (
    GraphQLEnumType,
    GraphQLField,
    GraphQLInputObjectType,
    GraphQLInputType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    get_named_type,
    get_nullable_type,
    is_leaf_type,
)

from services.api.graphql.schema import build_schema
from tests.isolation.arguments import BY_TYPE, KINDS, VALUES
from tests.isolation.village import Family, Target

SCHEMA: Final = build_schema()._schema
VERSION: Final = "expectedVersion"
PAGING: Final = {"first", "after"}
OF_THEMSELVES: Final = {"newestFirst", "whose"}
"""Arguments of nested fields that change no more than an order, or which of the model's forms is shown."""
Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Slot:
    """A place for an id in an operation's variables."""

    path: Path
    kind: str


@dataclass(frozen=True)
class Operation:
    """One root field. ``slots[0]`` is what it is about; the others stand beside it."""

    mutation: bool
    name: str
    document: str
    variables: Mapping[str, Any]
    slots: tuple[Slot, ...]
    versions: tuple[Path, ...]

    def filled(self, family: Family, target: Target, staff: UUID) -> dict[str, Any]:
        """Variables about a target: the other ids are of the same family, a person is one of the staff."""
        said = copy.deepcopy(dict(self.variables))
        for slot in self.slots:
            _put(said, slot.path, str(_beside(family, target, slot, self.slots[0], staff)))
        version = target.version
        if self.name in ("fillForm", "restoreForm"):
            version = family.form_versions[target.id]
        if self.name in ("closeCasework", "confirmCaseFacts", "moveCaseToVersion"):
            version = family.targets["casework"][0].version
        for path in self.versions:
            _put(said, path, version)
        return said

    def with_ids(self, filled: Mapping[str, Any], ids: Mapping[Path, UUID | str]) -> dict[str, Any]:
        """The same variables with other ids at some places."""
        said = copy.deepcopy(dict(filled))
        for path, value in ids.items():
            _put(said, path, str(value))
        return said

    def stale(self, filled: Mapping[str, Any]) -> dict[str, Any]:
        """The same variables with a version long gone."""
        said = copy.deepcopy(dict(filled))
        for path in self.versions:
            _put(said, path, 77)
        return said


def _beside(family: Family, target: Target, slot: Slot, first: Slot, staff: UUID) -> UUID:
    if slot is first:
        return target.id
    if slot.kind == "person":
        return staff
    if slot.kind == "participant" and first.kind == "meeting":
        return next(one.id for one in family.targets["participant"] if one.state == str(target.id))
    return family.targets[slot.kind][0].id


def operations() -> list[Operation]:
    """Every root field of the schema."""
    found = []
    for mutation, root in ((False, SCHEMA.query_type), (True, SCHEMA.mutation_type)):
        assert root is not None
        found += [_operation(mutation, root, name, made) for name, made in root.fields.items()]
    return found


def queries() -> list[Operation]:
    """Every root field that only reads, and whose ids have a strategy (that each has one is tested with the rest)."""
    root = SCHEMA.query_type
    assert root is not None
    return [
        _operation(False, root, name, made)
        for name, made in root.fields.items()
        if all(
            get_named_type(one.type).name != "ID" or KINDS.get(f"Query.{name}.{arg}") or KINDS.get(arg)
            for arg, one in made.args.items()
        )
    ]


def _operation(mutation: bool, root: GraphQLObjectType, name: str, made: GraphQLField) -> Operation:
    slots: list[Slot] = []
    versions: list[Path] = []
    variables = {
        arg: _value(f"{root.name}.{name}", arg, one.type, (arg,), slots, versions)
        for arg, one in made.args.items()
    }
    signature = ", ".join(f"${arg}: {one.type}" for arg, one in made.args.items())
    handed_on = ", ".join(f"{arg}: ${arg}" for arg in made.args)
    answer = get_named_type(made.type)
    wide = widest(answer) if not mutation else _payload(answer)
    document = (
        f"{'mutation' if mutation else 'query'}{f'({signature})' if signature else ''} "
        f"{{ {name}{f'({handed_on})' if handed_on else ''} {wide} }}"
    )
    return Operation(mutation, name, document, variables, tuple(slots), tuple(versions))


def _value(
    owner: str, name: str, wanted: GraphQLInputType, path: Path, slots: list[Slot], versions: list[Path]
) -> Any:
    named = get_named_type(wanted)
    if named.name == "ID":
        kind = KINDS.get(f"{owner}.{name}") or KINDS.get(name)
        assert kind, f"{owner}.{name}: an id of what? Say so in arguments.KINDS"
        place = (*path, 0) if isinstance(get_nullable_type(wanted), GraphQLList) else path
        slots.append(Slot(place, kind))
        return [""] if place != path else ""
    if name == VERSION:
        versions.append(path)
        return 1
    if name == "participants":
        slots.append(Slot((*path, 0, "personId"), "person"))
        return [
            {"role": "staff", "personId": ""},
            {"role": "network", "name": "x"},
            {"role": "child", "leaveOutReason": "x"},
        ]
    for key in (f"{owner}.{name}", name):
        if key in VALUES:
            return VALUES[key]
    if isinstance(named, GraphQLInputObjectType):
        here = (*path, 0) if isinstance(get_nullable_type(wanted), GraphQLList) else path
        inner = {
            key: _value(named.name, key, one.type, (*here, key), slots, versions)
            for key, one in named.fields.items()
        }
        return [inner] if isinstance(get_nullable_type(wanted), GraphQLList) else inner
    if isinstance(named, GraphQLEnumType):
        return list(named.values)[1]
    assert named.name in BY_TYPE, f"{owner}.{name}: {named.name} has no value in VALUES or BY_TYPE"
    value = BY_TYPE[named.name]
    return [value] if isinstance(get_nullable_type(wanted), GraphQLList) else value


REFUSING: Final = {"UserError"} | {
    name
    for name, made in SCHEMA.type_map.items()
    if isinstance(made, GraphQLObjectType)
    and any(get_named_type(one.type).name == "UserError" for one in made.fields.values())
}
"""The types that say why something was refused: payloads, and the parts of one that are each judged by themselves."""


def widest(answer: Any, on_path: frozenset[str] = frozenset()) -> str:
    """Everything that can be selected; a type within itself is asked for its plain fields only."""
    if is_leaf_type(answer):
        return ""
    again = answer.name in on_path
    parts = []
    for name, made in answer.fields.items():
        named = get_named_type(made.type)
        for arg, one in made.args.items():
            assert arg in PAGING | OF_THEMSELVES, (
                f"{answer.name}.{name}({arg}): a nested argument without a strategy"
            )
            assert not isinstance(one.type, GraphQLNonNull) or one.default_value is not None
        if is_leaf_type(named):
            parts.append(name)
        elif not again:
            page = "(first: 100)" if made.args.keys() >= PAGING else ""
            parts.append(f"{name}{page} {widest(named, on_path | {answer.name})}")
    return "{ " + " ".join(parts) + " }"


def _payload(answer: Any) -> str:
    return widest(answer, frozenset(SCHEMA.type_map) - REFUSING)


def _put(said: Any, path: Path, value: Any) -> None:
    for part in path[:-1]:
        said = said[part]
    said[path[-1]] = value
