"""The system roles that a municipality composes its own roles of: data, read once and checked whole.

``system_roles.toml`` holds them, the kinds of constraints by the names that providers use, and what each level of
sensitivity opens. Nothing here widens: a name that is not in the file is an error of the one who asks.
"""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Final, Literal

import msgspec

from services.core.identity import Capacity


class ConstraintKind(StrEnum):
    """How a role can be narrowed."""

    UNIT = "unit"
    SENSITIVITY = "sensitivity"


AREAS: Final = ("perspective", "underretning", "upward_report")
"""What a role can be closed to; the database's policies ask for these names (``rundbord.is_closed``)."""


class SystemRole(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A system role. ``given_by``: who makes somebody have it; ``uri``: its name in OIO-BPP."""

    key: str
    capacity: Capacity
    name: dict[str, str]
    sees: dict[str, str]
    given_by: Literal["provider", "relation", "process"] = "provider"
    uri: str = ""
    constraints: tuple[ConstraintKind, ...] = ()


class Constraint(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A kind of constraint, and what providers call it."""

    kind: ConstraintKind
    names: tuple[str, ...]
    says: dict[str, str]


class Sensitivity(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A level of sensitivity, the values that mean it, and the areas that it opens."""

    key: str
    values: tuple[str, ...]
    opens: tuple[Literal["perspective", "underretning", "upward_report"], ...]
    name: dict[str, str]


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    role: tuple[SystemRole, ...]
    constraint: tuple[Constraint, ...]
    sensitivity: tuple[Sensitivity, ...]


@dataclass(frozen=True)
class Catalogue:
    """All of it, by the names that are looked up."""

    roles: dict[str, SystemRole]
    constraints: dict[str, ConstraintKind]
    levels: dict[str, Sensitivity]

    @property
    def given_by_providers(self) -> tuple[str, ...]:
        """Keys of the roles that a provider's claims can lead to."""
        return tuple(key for key, role in self.roles.items() if role.given_by == "provider")

    @property
    def by_uri(self) -> dict[str, str]:
        """What OIO-BPP calls a role → its key."""
        return {role.uri: key for key, role in self.roles.items() if role.uri}

    def closed_to(self, levels: Iterable[str]) -> frozenset[str]:
        """The areas that none of these levels opens. Raises ``KeyError`` for a level that is not known."""
        opened = {area for level in levels for area in self.levels[level].opens}
        return frozenset(AREAS) - opened


@cache
def catalogue() -> Catalogue:
    """The shipped catalogue."""
    with (Path(__file__).parent / "system_roles.toml").open("rb") as stream:
        file = msgspec.convert(tomllib.load(stream), _File)
    return Catalogue(
        roles={role.key: role for role in file.role},
        constraints={name: one.kind for one in file.constraint for name in one.names},
        levels={value: level for level in file.sensitivity for value in (level.key, *level.values)},
    )
