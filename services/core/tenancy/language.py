"""The words of the model language that every other part uses: text, strength, period, condition, clause.

Language version 1. Everything is frozen and refuses unknown fields, so that a misspelt word in a
municipality's file is an error with its place and never a rule that silently does not exist.
"""

from enum import StrEnum
from functools import cache

import msgspec

LANGUAGE = 1


class Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Base of everything that a municipality writes."""


@cache
def fields_of(kind: type[msgspec.Struct]) -> tuple[msgspec.structs.FieldInfo, ...]:
    """The fields of a struct; asking anew reads every annotation again."""
    return msgspec.structs.fields(kind)


def one_of(*words: str) -> msgspec.Meta:
    """For a field in which only these words mean anything: any other is refused, and editors offer these."""
    return msgspec.Meta(pattern=f"^(?:{'|'.join(words)})$", extra_json_schema={"enum": list(words)})


class Text(Part, frozen=True):
    """One sentence for people, in Danish and English; `more` holds further languages by their tag."""

    da: str = ""
    en: str = ""
    more: dict[str, str] = {}

    def in_language(self, language: str) -> str:
        """The sentence in `language`, or else in Danish, the language that law is written in."""
        found = {"da": self.da, "en": self.en, **self.more}.get(language, "")
        return found or self.da or self.en

    def __bool__(self) -> bool:
        """True when something is said in any language."""
        return bool(self.da or self.en or self.more)


class Strength(StrEnum):
    """How strongly the paper says that something belongs to a meeting, in the paper's own words."""

    ALWAYS = "always"
    AS_A_RULE = "as_a_rule"
    AS_FAR_AS_POSSIBLE = "as_far_as_possible"
    CONDITIONAL = "conditional"
    POSSIBLE = "possible"
    AD_HOC = "ad_hoc"
    NEVER = "never"


class Unit(StrEnum):
    """What a period is counted in. Hours run by the clock, working days by the tenant's calendar."""

    HOURS = "hours"
    DAYS = "days"
    WORKING_DAYS = "working_days"
    WEEKS = "weeks"
    MONTHS = "months"
    HALF_YEARS = "half_years"
    YEARS = "years"


class Period(Part, frozen=True):
    """A length of time in calendar terms."""

    count: int
    unit: Unit


class Subject(StrEnum):
    """Who a meeting can be about (ALL-02)."""

    NAMED_CHILD = "named_child"
    SIBLINGS = "siblings"
    GROUP = "group"
    ALL_OF_A_PLACE = "all_of_a_place"
    NOBODY_NAMED = "nobody_named"
    FAMILY = "family"


class Condition(Part, frozen=True):
    """When a clause applies. All that is given must hold; an empty condition always holds.

    `facts` are keys that the model itself declares, and that somebody in the case has confirmed. `private` asks
    whether the child's place is not the municipality's own; `pregnancy_from`/`pregnancy_to` are whole weeks.
    """

    text: Text = Text()
    age_from: int | None = None
    age_below: int | None = None
    unborn: bool | None = None
    stages: tuple[str, ...] = ()
    not_stages: tuple[str, ...] = ()
    tracks: tuple[str, ...] = ()
    levels: tuple[int, ...] = ()
    unit_kinds: tuple[str, ...] = ()
    private: bool | None = None
    districts: tuple[str, ...] = ()
    pregnancy_from: int | None = None
    pregnancy_to: int | None = None
    active_case: bool | None = None
    family_related: bool | None = None
    facts: tuple[str, ...] = ()
    facts_any: tuple[str, ...] = ()
    facts_none: tuple[str, ...] = ()


class Named(Part, frozen=True):
    """A key for programs with its name for people."""

    key: str
    name: Text
    text: Text = Text()


class Clause(Part, frozen=True, kw_only=True):
    """A thing that some rule says: which rule (`also`: further ones), why in words, and the law behind it.

    `law` names legal references of the model; which wording applies is decided by the event's day. `dated`: the
    clause itself follows the law, so that in a running case too the newest version of it applies.
    """

    rule: str = ""
    also: tuple[str, ...] = ()
    why: Text = Text()
    law: tuple[str, ...] = ()
    dated: bool = False
