"""The kinds of people around a child, and what each may and may not: data (``family_circle.toml``) and pure rules.

Nobody in the circle gets access by it: the table is no source of grants, whatever a kind says. A parent without
custody is answered on concrete request alone; a companion (bisidder) and an interpreter are no parties: they stand
beside a meeting's participants, not among them, so nothing can be agreed with or asked of them.
"""

from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path

import msgspec

from services.core.calendar.periods import add_months
from services.core.tenancy.decision import Decision, LegalBasis, Reason
from services.core.tenancy.language import Text


class RelationKind(StrEnum):
    """Who somebody is to a child, other than a custody holder or a professional."""

    PARENT_WITHOUT_CUSTODY = "parent_without_custody"
    STEP_PARENT = "step_parent"
    FOSTER_PARENT = "foster_parent"
    NETWORK_PERSON = "network_person"
    BISIDDER = "bisidder"
    INTERPRETER = "interpreter"
    SIBLING = "sibling"


class ShownTo(StrEnum):
    """Who of the family learns of somebody: nobody, the one they belong to, all who see the child."""

    NOBODY = "nobody"
    OWN = "own"
    FAMILY = "family"


class Basis(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A paragraph, and whether it was read in a source."""

    da: str
    en: str
    certain: bool = False

    def as_legal_basis(self, key: str) -> LegalBasis:
        """As decisions carry it."""
        return LegalBasis(key, Text(), Text(self.da, self.en), self.certain)


class Variant(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A sort of a kind: a foster family or a respite family."""

    key: str
    name: Text


class CircleKind(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One kind. ``may`` and ``may_not`` are closed codes; ``shown`` begins with what holds where nobody chose."""

    key: RelationKind
    name: Text
    why: Text
    may: tuple[str, ...]
    may_not: tuple[str, ...]
    shown: tuple[ShownTo, ...]
    basis: tuple[Basis, ...]
    belongs: bool = False
    """It must be said whose partner or companion somebody is."""
    known: bool = False
    """It is somebody whom we know already: another child."""
    secrecy: bool = False
    language: bool = False
    from_age: int = 0
    per_meeting: str = "never"
    variants: tuple[Variant, ...] = ()

    def reason(self, key: str, text: Text) -> Reason:
        """A reason that rests on what the kind rests on."""
        return Reason(
            key=key, text=text, legal_basis=tuple(one.as_legal_basis(self.key) for one in self.basis)
        )


class _Protection(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    months: int
    basis: Basis


class _Circle(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    protection: _Protection
    kinds: tuple[CircleKind, ...]


class RelationFacts(msgspec.Struct, frozen=True, kw_only=True):
    """What is said of somebody who is to be recorded. ``of_age``: whether they have the kind's least age, if said."""

    named: bool
    belongs_to: bool = False
    known_person: bool = False
    of_age: bool = False
    bound_to_secrecy: bool = False
    language: bool = False
    of_meeting: bool = False
    shown_to: ShownTo | None = None


@cache
def _circle() -> _Circle:
    return msgspec.toml.decode(Path(__file__).with_name("family_circle.toml").read_bytes(), type=_Circle)


@cache
def circle_kinds() -> dict[RelationKind, CircleKind]:
    """Every kind, in the order of the file."""
    return {kind.key: kind for kind in _circle().kinds}


def protection_ends(since: date) -> date:
    """The last day of a protection that begins on a Copenhagen day and is not renewed (CPR-loven §28)."""
    return add_months(since, _circle().protection.months)


def protection_basis() -> Basis:
    """What protection rests on."""
    return _circle().protection.basis


def place_reasons(place: str, address: str, unit: str) -> tuple[Reason, ...]:
    """Why a place must be thought over while a name or address in the family is protected: always that it is, and what
    of ``place`` gives it away.
    """
    said, basis = place.casefold(), (protection_basis().as_legal_basis("protection"),)
    street = address.split(",", maxsplit=1)[0].strip().casefold()
    found = [Reason("place.protected", _PROTECTED, legal_basis=basis)]
    if street and street in said:
        found.append(Reason("place.home", _HOME, legal_basis=basis))
    if unit and unit.casefold() in said:
        found.append(Reason("place.unit", _UNIT, legal_basis=basis))
    return tuple(found)


def may_record(kind: CircleKind, said: RelationFacts) -> Decision:
    """Whether somebody may be recorded so; a no names every input that is missing, with the law where it has one."""
    missing = [
        (key, text)
        for key, lacks, text in (
            ("name", not said.named and not kind.known, _NAME),
            ("siblingId", kind.known and not said.known_person, _PERSON),
            ("belongsToId", kind.belongs and not said.belongs_to, _BELONGS),
            ("ofAge", kind.from_age > 0 and not said.of_age, kind.why),
            ("boundToSecrecy", kind.secrecy and not said.bound_to_secrecy, kind.why),
            ("language", kind.language and not said.language, _LANGUAGE),
            ("meetingId", kind.per_meeting == "always" and not said.of_meeting, kind.why),
            ("meetingId", kind.per_meeting == "never" and said.of_meeting, _LASTING),
            ("shownTo", said.shown_to is not None and said.shown_to not in kind.shown, kind.why),
            ("belongsToId", said.shown_to is ShownTo.OWN and not said.belongs_to, _BELONGS),
        )
        if lacks
    ]
    return Decision(
        allowed=not missing,
        reasons=tuple(kind.reason(f"circle.{key}", text) for key, text in missing),
        needs=tuple(dict.fromkeys(key for key, _ in missing)),
    )


_NAME = Text("Skriv, hvem det er.", "Say who it is.")
_PERSON = Text("Vælg barnet.", "Choose the child.")
_BELONGS = Text("Vælg, hvem personen hører til.", "Choose whom the person belongs to.")
_LANGUAGE = Text("Skriv, hvilket sprog der bliver tolket til.", "Say which language is interpreted.")
_LASTING = Text(
    "Den slags relation gælder ikke et enkelt møde.", "This kind of relation is not for one meeting."
)
_PROTECTED = Text(
    "En i familien har beskyttet navn eller adresse. Vælg et sted, der ikke røber, hvor familien bor eller færdes.",
    "Somebody in the family has a protected name or address. Choose a place that does not tell where they live or go.",
)
_HOME = Text("Stedet er barnets egen adresse.", "The place is the child's own address.")
_UNIT = Text("Stedet røber, hvor barnet går.", "The place tells where the child goes.")
