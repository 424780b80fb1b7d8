"""Two versions of a model compared in words: where, what, and whether running cases follow it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import msgspec

from services.core.tenancy.diff import named_parts
from services.core.tenancy.language import Part, Period, Text
from services.core.tenancy.model import DATED, Model
from services.core.tenancy.phrases import ANCHORS, EFFECTS, STRENGTHS, SUBJECTS, TELLINGS, Phrases
from services.core.tenancy.wordings import NAMES
from services.core.tenancy.words import FIELDS

_IN_ENGLISH = {kind: name.en for kind, name in NAMES.items() if kind != "invitation"} | {
    "meetings": "Meetings",
    "forms": "Forms",
    "fields": "field",
    "levels": "Levels",
    "transitions": "Way between levels",
    "participants": "participant",
    "deadlines": "deadline",
    "outcomes": "outcome",
    "purposes": "purpose",
    "grounds": "ground",
    "strength": "how firmly",
    "when": "condition",
    "why": "reason",
    "population": "Whom the model is for",
    "to_age": "up to age",
    "retention": "Erasure",
    "keep": "kept",
    "law": "Legal basis",
    "bases": "Basis of consent",
    "own_from_age": "own consent from age",
    "coordinators": "Coordinator",
    "offers": "Offers",
    "rhythm": "when held",
    "roles": "Roles",
    "messages": "Messages",
}
"""Where English does not say a field as it is written."""
_VALUES: Mapping[Any, tuple[str, str]] = {**STRENGTHS, **TELLINGS, **EFFECTS, **SUBJECTS, **ANCHORS}


@dataclass(frozen=True)
class Change:
    """A difference. `path` is for programs; `dated`: running cases follow it, otherwise they keep what they had."""

    path: str
    sentence: str
    dated: bool


def changes(before: Model, after: Model, language: str = "da") -> tuple[Change, ...]:
    """The differences from one version to another in sentences, in the order of the model's parts."""
    return tuple(_Comparing(before, after, language).of_model())


class _Comparing:
    def __init__(self, before: Model, after: Model, language: str) -> None:
        self._before, self._after = before, after
        self._old, self._say = Phrases(before, language), Phrases(after, language)

    def of_model(self) -> Iterator[Change]:
        for field in msgspec.structs.fields(Model):
            old, new = getattr(self._before, field.name), getattr(self._after, field.name)
            yield from self._values(old, new, (field.name,), (self._name(field.name),), field.name in DATED)

    def _values(
        self, old: Any, new: Any, path: tuple[str, ...], words: tuple[str, ...], dated: bool
    ) -> Iterator[Change]:
        if old == new:
            return
        dated = dated or bool(getattr(new, "dated", False))
        alike = type(old) is type(new)
        if alike and isinstance(old, Part) and not isinstance(old, Text | Period):
            for field in msgspec.structs.fields(type(old)):
                here = (*path, field.name), (*words, self._name(field.name))
                yield from self._values(getattr(old, field.name), getattr(new, field.name), *here, dated)
        elif alike and isinstance(old, tuple) and any(isinstance(one, Part) for one in (*old, *new)):
            yield from self._lists(old, new, path, words, dated)
        else:
            yield self._change(
                path,
                words,
                dated,
                self._say.both(("ændret fra {} til {}", "changed from {} to {}")),
                old,
                new,
            )

    def _lists(
        self,
        old: tuple[Any, ...],
        new: tuple[Any, ...],
        path: tuple[str, ...],
        words: tuple[str, ...],
        dated: bool,
    ) -> Iterator[Change]:
        was, is_now = named_parts(old), named_parts(new)
        for name in dict.fromkeys((*was, *is_now)):
            here = (*path[:-1], f"{path[-1]}[{name}]")
            part = is_now.get(name, was.get(name))
            label = (*words, f"“{self._label(part, name)}”")
            follows = dated or bool(getattr(part, "dated", False))
            if name not in is_now:
                yield self._change(here, label, follows, self._say.both(("fjernet", "removed")))
            elif name not in was:
                yield self._change(here, label, follows, self._say.both(("tilføjet", "added")))
            else:
                yield from self._values(was[name], is_now[name], here, label, follows)

    def _change(
        self,
        path: tuple[str, ...],
        words: tuple[str, ...],
        dated: bool,
        sentence: str,
        old: Any = None,
        new: Any = None,
    ) -> Change:
        said = sentence.format(self._shown(old, self._old), self._shown(new, self._say))
        return Change(".".join(path), f"{' › '.join(words)}: {said}", dated)

    def _said(self, part: Part, say: Phrases) -> Iterator[tuple[str, str]]:
        """What a part says itself, without what it leaves as usual."""
        for field in msgspec.structs.fields(type(part)):
            value = getattr(part, field.name)
            if value != field.default:
                yield self._name(field.name), self._shown(value, say)

    def _name(self, field: str) -> str:
        return self._say.both((FIELDS[field], _IN_ENGLISH.get(field, field.replace("_", " "))))

    def _label(self, part: Any, name: str) -> str:
        for field in ("name", "label", "text"):
            if isinstance(text := getattr(part, field, None), Text) and text:
                return self._say.say(text)
        role = getattr(part, "role", "")
        known = {one.key: one for one in (*self._before.roles, *self._after.roles)}
        return self._say.say(known[role].name) if role in known else name.replace("-", " → ")

    def _shown(self, value: Any, say: Phrases) -> str:  # noqa: PLR0911 - one line for each kind of value
        if isinstance(value, Text):
            return f"“{say.say(value)}”" if value else "—"
        if isinstance(value, Period):
            return say.period(value)
        if isinstance(value, bool):
            return say.both(("ja", "yes") if value else ("nej", "no"))
        if isinstance(value, tuple):
            return ", ".join(self._shown(one, say) for one in value) or "—"
        if isinstance(value, Part):
            return ", ".join(f"{name} {text}" for name, text in self._said(value, say)) or "—"
        if isinstance(value, StrEnum) and value in _VALUES:
            return say.both(_VALUES[value])
        return "—" if value is None or value == "" else str(value)
