"""Enumerations of the domain as the schema has them: each value with its description."""

from collections.abc import Mapping
from enum import Enum
from typing import TypeVar

import strawberry
from strawberry.types.enum import StrawberryEnumDefinition

E = TypeVar("E", bound=type[Enum])


def enum_type(kind: E, *, description: str, values: Mapping[str, str], name: str | None = None) -> E:
    """Make ``kind`` an enum of the schema. ``values``: the description of every member, by member name.

    Raises ``ValueError`` when a member has no description. Annotate fields with the enum itself.
    """
    made = strawberry.enum(kind, name=name, description=description)
    definition: StrawberryEnumDefinition = made.__strawberry_definition__  # type: ignore[attr-defined]
    if missing := {member.name for member in kind} ^ values.keys():
        raise ValueError(f"{kind.__name__}: descriptions do not fit: {', '.join(sorted(missing))}")
    for value in definition.values:
        value.description = values[value.name]
    return made
