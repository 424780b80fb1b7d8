"""Takes a rule's clauses out of a model: what a paper does not say, a model does not hold.

A clause in a list is taken out of it; one that stands alone goes back to its default. A clause that a model cannot do
without (its population, a legal reference) keeps its key, its names and what the language requires, and loses the rest.
"""

from dataclasses import dataclass, field
from typing import Any

import msgspec

from services.core.tenancy.forms import Form
from services.core.tenancy.frame import Fact, LegalReference, Population, Role, Service
from services.core.tenancy.ladder import Level
from services.core.tenancy.language import Clause, Part, Subject, Text
from services.core.tenancy.meetings import MeetingType
from services.core.tenancy.model import Model

# Parts that others name by their key: they lose what the rule says of them, and not their being there.
KEPT = (Population, LegalReference, Service, MeetingType, Form, Level, Role, Fact)
_NAMING = {"key", "name", "area", "service", "kind", "number", "label", "professions", "own_unit"}


# Which of such a part's own fields the rule speaks of, where it does not speak of all: the rest is another rule's.
SPEAKS_OF = {
    "SL-04": {"ground_required"},
    "SL-05": {"when"},
    "SL-07": set(),
    "SL-08": set(),
    "SL-12": {"when"},
    "SL-23": {"when"},
    "SL-24": set(),
    "RI-03": {"weight"},
    "RI-04": set(),
    "RI-08": set(),
    "RI-13": set(),
    "RI-14": set(),
    "RI-17": {"when"},
    "RI-18": {"kind_of"},
    "RI-19": {"when"},
    "RI-21": {"when"},
    "RI-22": set(),
    "RI-23": set(),
    "RI-26": {"form"},
    "RI-31": set(),
    "RI-36": set(),
    "RI-37": set(),
    "RA-12": {"subjects"},
    "RA-13": {"subjects"},
    "RA-32": set(),
    "RA-34": set(),
    "ALL-02": {"subjects"},
}


@dataclass
class Taken:
    """What was taken out: how many clauses, and the other rules that stood in them."""

    clauses: int = 0
    others: set[str] = field(default_factory=set)


def rules_of(part: Any) -> set[str]:
    """The rule ids that a part names itself."""
    return {rule for rule in (getattr(part, "rule", ""), *getattr(part, "also", ())) if rule}


def all_rules(part: Any) -> set[str]:
    """The rule ids of a part and of everything in it."""
    found = rules_of(part) if isinstance(part, Part) else set()
    for value in _values(part):
        found |= all_rules(value)
    return found


def _values(part: Any) -> list[Any]:
    if isinstance(part, Part):
        return [getattr(part, name) for name in part.__struct_fields__]
    return list(part) if isinstance(part, tuple) else []


def without(model: Model, rule: str) -> tuple[Model, Taken]:
    """The model without the clauses of `rule`."""
    taken = Taken()
    changed = _without(model, rule, taken)
    assert isinstance(changed, Model)
    return changed, taken


def _without(part: Part, rule: str, taken: Taken) -> Part:
    changes: dict[str, Any] = {}
    for info in msgspec.structs.fields(type(part)):
        old = getattr(part, info.name)
        new = _value(old, rule, taken, info)
        if new is not old:
            changes[info.name] = new
    return msgspec.structs.replace(part, **changes) if changes else part


def _value(old: Any, rule: str, taken: Taken, info: msgspec.structs.FieldInfo) -> Any:
    if isinstance(old, tuple) and any(isinstance(item, Part) for item in old):
        new = tuple(_kept(item, rule, taken) for item in old if not _goes(item, rule, taken))
        return old if new == old else new
    if isinstance(old, str) and old == rule and info.name not in {"rule"}:
        # A field that is the rule itself, e.g. `both_areas = "SL-14"`.
        taken.clauses += 1
        return ""
    if not isinstance(old, Part) or isinstance(old, Text):
        return old
    if rule not in rules_of(old):
        return _without(old, rule, taken)
    taken.clauses += 1
    taken.others |= all_rules(old) - {rule}
    default = info.default if info.default is not msgspec.NODEFAULT else None
    if not info.required:
        return default
    return _bare(old, rule)


def _goes(item: Any, rule: str, taken: Taken) -> bool:
    if not isinstance(item, Part) or rule not in rules_of(item) or isinstance(item, KEPT):
        return False
    taken.clauses += 1
    taken.others |= all_rules(item) - {rule}
    return True


def _kept(item: Any, rule: str, taken: Taken) -> Any:
    if not isinstance(item, Part):
        return item
    if isinstance(item, KEPT) and rule in rules_of(item):
        taken.clauses += 1
        taken.others |= rules_of(item) - {rule}
        item = _bare(item, rule)
    return _without(item, rule, taken)


def _bare(part: Part, rule: str) -> Part:
    """The part with its names, what is required and its clauses, and without what the rule itself says of it."""
    changes: dict[str, Any] = {}
    fields = SPEAKS_OF.get(rule)
    for info in msgspec.structs.fields(type(part)):
        value = getattr(part, info.name)
        if fields is not None and info.name not in fields | {"rule", "also"}:
            continue
        if info.name == "rule":
            changes["rule"] = "" if value == rule else value
        elif info.name == "also":
            changes["also"] = tuple(one for one in value if one != rule)
        elif info.name == "subjects" and isinstance(part, MeetingType):
            changes["subjects"] = tuple(Subject)
        elif info.name == "to_age" and info.required:
            changes["to_age"] = 200
        elif info.required or info.name in _NAMING or _holds_clauses(value):
            continue
        elif info.default is not msgspec.NODEFAULT:
            changes[info.name] = info.default
        elif info.default_factory is not msgspec.NODEFAULT:
            changes[info.name] = info.default_factory()
    return msgspec.structs.replace(part, **changes)


def _holds_clauses(value: Any) -> bool:
    """Whether a value is itself a clause, or a list of clauses, with rules of their own."""
    items = value if isinstance(value, tuple) else (value,)
    return any(isinstance(item, Clause) for item in items)
