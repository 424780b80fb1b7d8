"""Judges a tenant's directory for its author: every mistake that can be found, each with its file and line.

`read` has told what does not fit the language. Here: names that lead nowhere, doubled keys, text that is missing in
a language, levels that nobody can reach or leave, deadlines that nobody can meet, fields that nobody sees, consent that
nothing asks for, and rules that contradict each other.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from services.core.tenancy.ages import clashes, contradiction, uncovered_ages
from services.core.tenancy.files import KINDS, FileKind
from services.core.tenancy.language import Part, Strength, Text
from services.core.tenancy.loader import Finding, Reading, Source, read
from services.core.tenancy.locate import Path as ValuePath
from services.core.tenancy.meetings import Effect, MeetingType, Telling
from services.core.tenancy.model import Model
from services.core.tenancy.reach import asked_twice, never_asked, never_used, unmeetable, unseen_fields
from services.core.tenancy.references import known_keys, target_of


def check_dir(directory: Path) -> list[Finding]:
    """All findings about the directory, in reading order; empty when the model is sound."""
    reading = read(directory)
    if reading.model is None:
        return sorted(reading.findings)
    found = list(reading.findings)
    for file, source in reading.sources.items():
        found += _of_file(file, source, reading.model)
    found += _levels(reading, reading.model)
    found += _meetings(reading, reading.model)
    found += _guides(reading, reading.model)
    found += _consents(reading, reading.model)
    found += _forms(reading, reading.model)
    return sorted(found)


def _kind(file: str) -> FileKind:
    return next(kind for kind in KINDS if Path(file).match(kind.pattern))


def _of_file(file: str, source: Source, model: Model) -> Iterator[Finding]:
    struct = msgspec.convert(source.content, _kind(file).struct)
    keys = known_keys(model)
    for path, owner, name, value in _walk(struct, ()):
        target = target_of(type(owner), name)
        if target is not None:
            yield from _dangling(source, path, value, target, keys[target])
        if isinstance(value, Text):
            yield from _texts(source, path, value, model.tenant.languages)
        if isinstance(value, tuple):
            yield from _doubled(source, path, value)
        for place, part in _parts(path, value):
            if message := contradiction(model, part):
                yield source.finding(place, "age_contradiction", message)


def _parts(path: ValuePath, value: Any) -> Iterator[tuple[ValuePath, Part]]:
    if isinstance(value, Part):
        yield path, value
    elif isinstance(value, tuple):
        yield from (((*path, index), item) for index, item in enumerate(value) if isinstance(item, Part))


def _walk(owner: Part, path: ValuePath) -> Iterator[tuple[ValuePath, Part, str, Any]]:
    for field in msgspec.structs.fields(type(owner)):
        value = getattr(owner, field.name)
        here = (*path, field.encode_name)
        yield here, owner, field.name, value
        if isinstance(value, Part) and not isinstance(value, Text):
            yield from _walk(value, here)
        elif isinstance(value, tuple):
            for index, item in enumerate(value):
                if isinstance(item, Text):
                    yield (*here, index), owner, f"{field.name}[]", item
                elif isinstance(item, Part):
                    yield from _walk(item, (*here, index))


def _dangling(
    source: Source, path: ValuePath, value: Any, target: str, keys: frozenset[object]
) -> Iterator[Finding]:
    named = value if isinstance(value, tuple) else (value,)
    for index, key in enumerate(named):
        if key not in keys and key not in {"", None}:
            place = (*path, index) if isinstance(value, tuple) else path
            message = f"'{key}' is no key of {target}"
            yield source.finding(place, "dangling", message)


def _texts(source: Source, path: ValuePath, text: Text, languages: tuple[str, ...]) -> Iterator[Finding]:
    if not text:
        return
    said = {"da": text.da, "en": text.en, **text.more}
    for language in languages:
        if not said.get(language, "").strip():
            yield source.finding(path, "missing_text", f"the text is missing in '{language}'")


def _doubled(source: Source, path: ValuePath, items: tuple[Any, ...]) -> Iterator[Finding]:
    seen = set()
    for index, item in enumerate(items):
        key = getattr(item, "key", None)
        if key is not None and key in seen:
            yield source.finding((*path, index), "doubled", f"the key '{key}' is used twice")
        seen.add(key)


def _levels(reading: Reading, model: Model) -> Iterator[Finding]:
    if not model.levels:
        return
    source = reading.sources["model.toml"]
    reached = {min(level.number for level in model.levels)}
    entered = {level.number for level in model.levels if level.entries}
    while more := {way.to_level for way in model.transitions if way.from_level in reached} - reached:
        reached |= more
    left = {way.from_level for way in model.transitions}
    for index, level in enumerate(model.levels):
        if level.number not in reached | entered:
            message = f"no way leads to level {level.label} from the first level"
            yield source.finding(("levels", index), "unreachable_level", message)
        if level.number not in left and len(model.levels) > 1:
            yield source.finding(("levels", index), "dead_end", f"no way leads on from level {level.label}")


def _meetings(reading: Reading, model: Model) -> Iterator[Finding]:
    for source in reading.sources.values():
        if _kind(source.file).joins == "meetings":
            meeting = model.meeting(source.content["key"])
            yield from _family(source, meeting)
            yield from _chain(source, meeting)
            yield from _who(source, meeting)
            for path, message in unmeetable(meeting):
                yield source.finding(path, "unmeetable_deadline", message)
            for index, message in clashes(model, meeting):
                yield source.finding(("participants", index), "age_contradiction", message)
            yield from _leaving(source, meeting)


def _leaving(source: Source, meeting: MeetingType) -> Iterator[Finding]:
    points = {point.key for point in meeting.agenda}
    for index, one in enumerate(meeting.participants):
        if one.leaves_after and one.leaves_after not in points:
            path = ("participants", index, "leaves_after")
            yield source.finding(path, "dangling", f"'{one.leaves_after}' is no point of the agenda")


def _forms(reading: Reading, model: Model) -> Iterator[Finding]:
    unused = dict(never_used(model))
    for source in reading.sources.values():
        if _kind(source.file).joins != "forms":
            continue
        form = model.form(source.content["key"])
        for path, message in unseen_fields(form):
            yield source.finding(path, "field_unseen", message)
        for path, message in asked_twice(form):
            yield source.finding(path, "asked_twice", message)
        if form.key in unused:
            yield source.finding((), "form_unused", unused[form.key])


def _consents(reading: Reading, model: Model) -> Iterator[Finding]:
    for index, message in never_asked(model):
        yield reading.sources["consent.toml"].finding(("purposes", index), "consent_never_asked", message)
    if ages := uncovered_ages(model):
        text = f"at {', '.join(map(str, ages))} a child belongs to no variant"
        yield reading.sources["support.toml"].finding(("variants",), "age_contradiction", text)


def _family(source: Source, meeting: MeetingType) -> Iterator[Finding]:
    family = meeting.family
    if (family.part is Telling.CONSENTS) != bool(family.consent_to_holding):
        message = (
            "the family consents to the meeting being held exactly where 'consent_to_holding' names for what"
        )
        yield source.finding(("family",), "consent_unclear", message)
    roles = {rule.role: rule.strength for rule in meeting.participants}
    absent = roles.get("parents") is Strength.NEVER
    if absent and family.part is Telling.TAKES_PART:
        yield source.finding(("family",), "contradiction", "the family takes part, but parents never come")
    if meeting.record_identity and family.part is Telling.NOT_IDENTIFIED:
        message = "nobody is identified, so 'record_identity' must be false"
        yield source.finding(("family",), "contradiction", message)


def _chain(source: Source, meeting: MeetingType) -> Iterator[Finding]:
    if not meeting.outcomes:
        yield source.finding((), "dead_end", "the meeting has no outcome, so it can never be concluded")
    for index, outcome in enumerate(meeting.outcomes):
        lead = outcome.leads_to
        path = ("outcomes", index, "leads_to")
        if lead.effect is Effect.MOVE and lead.level is None:
            yield source.finding(path, "incomplete", "a move names no level")
        if lead.effect is Effect.CALL and not lead.meeting:
            yield source.finding(path, "incomplete", "a call names no meeting type")


def _who(source: Source, meeting: MeetingType) -> Iterator[Finding]:
    if not meeting.convener:
        yield source.finding((), "no_convener", "nobody convenes the meeting")
    elif all(duty.when != type(duty.when)() for duty in meeting.convener):
        message = "every convener has a condition: where none holds nobody convenes"
        yield source.finding(("convener",), "no_convener", message)


def _guides(reading: Reading, model: Model) -> Iterator[Finding]:
    there = {(guide.key, guide.language) for guide in reading.guides}
    for key in sorted({key for key, _ in there}):
        for language in model.tenant.languages:
            if (key, language) not in there:
                file = f"guides/{key}.{language}.md"
                yield Finding(file, 1, "", "missing_text", f"the guide is missing in '{language}'")
