"""How a type of the schema is written: every field with its description and its classification.

``field`` and ``object_type`` are the only way to make one (a closed-world test fails for any other). A field's
classification says who may see it, whether it is personal data and whether it is sealed at rest. It stands in
the committed schema as ``@classified``, and it masks: a field that is not for the session's capacity answers
null, or FORBIDDEN where null is impossible or the field is a root field.

This guards fields by capacity only. Which rows an actor sees is decided by the database.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import MISSING, dataclass
from typing import Any, Final, TypeVar, dataclass_transform

import strawberry
from strawberry.extensions import FieldExtension
from strawberry.schema_directive import Location
from strawberry.types.field import StrawberryField

from services.api.graphql.context import Info
from services.core.errors import ErrorCode, UserError

T = TypeVar("T")
F = TypeVar("F", bound=Callable[..., Any])
CLASSIFIED: Final = "rundbord.classified"

ANYONE: Final = frozenset(
    {"family", "professional", "leader", "adviser", "administrator", "dpo"},
)
"""Whoever is logged in, but for the auditor, who may ask only for what names them. The database decides which rows."""
AUDITOR: Final = frozenset({"auditor"})
EVERYONE: Final = ANYONE | AUDITOR
FAMILY: Final = frozenset({"family"})
STAFF: Final = frozenset({"professional", "leader", "adviser"})
"""Those who work with children; not the DPO or the administrator."""
EMPLOYED: Final = ANYONE - FAMILY
OFFICE: Final = EMPLOYED | AUDITOR
"""Everyone who works for the municipality."""
LEADERS: Final = frozenset({"leader"})
KEEPERS: Final = frozenset({"leader", "administrator"})
"""Those who answer for what is told upwards and to the committee; the model may let fewer."""
DPO: Final = frozenset({"dpo"})
ADMINISTRATORS: Final = frozenset({"administrator"})
OF_THE_MODEL: Final = ADMINISTRATORS | AUDITOR
"""Those who read every version of the model; administrators alone change it."""


@dataclass(frozen=True)
class Classification:
    """Who may see a field (capacities), and what it holds."""

    who: frozenset[str]
    personal: bool
    sealed: bool


@strawberry.schema_directive(
    locations=[Location.FIELD_DEFINITION],
    description="Who may see the field (capacities; absent: anyone logged in, an auditor no root field), and what it holds.",
)
class Classified:
    """The classification as it stands in the schema."""

    who: list[str] | None = strawberry.directive_field(name="who", default=strawberry.UNSET)
    personal: bool | None = strawberry.directive_field(name="personal", default=strawberry.UNSET)
    sealed: bool | None = strawberry.directive_field(name="sealed", default=strawberry.UNSET)


class _ForCapacity(FieldExtension):
    """Masks a field for capacities that it is not for."""

    def __init__(self, who: frozenset[str]) -> None:
        self.who = who

    async def resolve_async(
        self, next_: Callable[..., Awaitable[Any]], source: Any, info: Info, **kwargs: Any
    ) -> Any:
        if info.context.actor.capacity.value in self.who:
            return await next_(source, info, **kwargs)
        if source is None or info.path.prev is None or _never_null(info):
            raise UserError(ErrorCode.FORBIDDEN)
        return None


def _never_null(info: Info) -> bool:
    return str(info._raw_info.return_type).endswith("!")


def field(
    resolver: Callable[..., Any] | None = None,
    *,
    description: str,
    personal: bool,
    sealed: bool = False,
    who: frozenset[str] = ANYONE,
    name: str | None = None,
    deprecated: str | None = None,
    default: Any = MISSING,
    extensions: tuple[FieldExtension, ...] = (),
    masked: bool = True,
    root: bool = False,
) -> Any:
    """A field of an object type: over a resolver (as decorator) or as a plain attribute.

    ``personal``: tells of an identified or identifiable person. ``sealed``: encrypted at rest. ``who``: the
    capacities that may see it. ``deprecated``: why, since when and what to use instead. ``masked``: False where
    an extension of the field refuses other capacities itself (mutations). ``root``: a field of ``Query``.
    """
    # Below a root field that an auditor may ask there is nothing that is not for them; so the roots alone are guarded.
    free = who >= EVERYONE or (who == ANYONE and not root)
    guard: tuple[FieldExtension, ...] = () if free or not masked else (_ForCapacity(who),)
    made: StrawberryField = strawberry.field(
        name=name,
        description=description,
        deprecation_reason=deprecated,
        default=default,
        metadata={CLASSIFIED: Classification(who, personal, sealed)},
        directives=_directive(who, personal, sealed),
        extensions=[*extensions, *guard],  # the last one is the outermost
    )
    return made if resolver is None else made(resolver)


def computed(
    *,
    description: str,
    personal: bool,
    sealed: bool = False,
    who: frozenset[str] = ANYONE,
    name: str | None = None,
    deprecated: str | None = None,
) -> Callable[[F], F]:
    """``field`` over a method, as a decorator that keeps its type."""

    def make(resolver: F) -> F:
        made: F = field(
            resolver,
            description=description,
            personal=personal,
            sealed=sealed,
            who=who,
            name=name,
            deprecated=deprecated,
        )
        return made

    return make


def query(
    *, description: str, personal: bool, sealed: bool = False, who: frozenset[str] = ANYONE
) -> Callable[[Callable[..., Any]], StrawberryField]:
    """A root field of ``Query``: ``async def meeting(info: Info, id: strawberry.ID) -> Meeting | None``."""

    def make(resolver: Callable[..., Any]) -> StrawberryField:
        made: StrawberryField = field(
            resolver, description=description, personal=personal, sealed=sealed, who=who, root=True
        )
        return made

    return make


def input_field(*, description: str, default: Any = MISSING, name: str | None = None) -> Any:
    """A field of an input type."""
    return strawberry.field(description=description, default=default, name=name)


@dataclass_transform(kw_only_default=True, field_specifiers=(field,))
def object_type(*, description: str, name: str | None = None) -> Callable[[type[T]], type[T]]:
    """An object type; its fields are made with ``field``."""

    def make(cls: type[T]) -> type[T]:
        return strawberry.type(cls, name=name, description=description)

    return make


@dataclass_transform(kw_only_default=True, field_specifiers=(input_field,))
def input_type(*, description: str, name: str | None = None) -> Callable[[type[T]], type[T]]:
    """An input type; its fields are made with ``input_field``."""

    def make(cls: type[T]) -> type[T]:
        return strawberry.input(cls, name=name, description=description)

    return make


def classification_of(metadata: Mapping[Any, Any]) -> Classification | None:
    """The classification in a field's metadata, if it was made with ``field``."""
    found = metadata.get(CLASSIFIED)
    return found if isinstance(found, Classification) else None


def _directive(who: frozenset[str], personal: bool, sealed: bool) -> list[object]:
    said: dict[str, Any] = {}
    if who != ANYONE:
        said["who"] = sorted(who)
    if personal:
        said["personal"] = True
    if sealed:
        said["sealed"] = True
    return [Classified(**said)] if said else []
