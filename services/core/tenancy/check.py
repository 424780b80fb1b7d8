"""Judges a tenant's directory for its author: every mistake that can be found, each with its file and line.

`read` has told what does not fit the language, and mended it. Here: names that lead nowhere, doubled keys, text that is
missing in a language, and, from the modules that each know one sort, what can never happen as the model is written.
What rests on a part that was mended or could not be read is not told: it would be the shadow of another mistake.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from services.core.tenancy import asking, asking_views, filling, sense, ways, worded
from services.core.tenancy.ages import clashes, contradictions, uncovered_ages
from services.core.tenancy.deadlines import unmeetable
from services.core.tenancy.findings import Finding, Mistake, ModelError, Remark
from services.core.tenancy.forms import Form
from services.core.tenancy.language import Condition, Part, Text, fields_of
from services.core.tenancy.loader import Reading, Source, read
from services.core.tenancy.locate import Path as ValuePath
from services.core.tenancy.look import of_colour
from services.core.tenancy.measured import mistaken
from services.core.tenancy.meetings import MeetingType
from services.core.tenancy.model import Model
from services.core.tenancy.names import Names
from services.core.tenancy.references import known_keys, target_of
from services.core.tenancy.statements import of_statements
from services.core.tenancy.wordings import MessagesFile

_MISSING_TEXT = Mistake(
    "missing_text", "teksten mangler på '{language}'", "the text is missing in '{language}'"
)
_NO_TEXT = Mistake("missing_text", "teksten er tom", "the text is empty")
_EMPTY_LIST = Mistake(
    "incomplete", "listen er tom: der skal stå mindst én", "the list is empty: there must be at least one"
)
_MISSING_GUIDE = Mistake(
    "missing_text", "guiden mangler på '{language}'", "the guide is missing in '{language}'"
)
_DOUBLED = Mistake("doubled", "nøglen '{key}' er brugt to gange", "the key '{key}' is used twice")
_DOUBLED_FILE = Mistake(
    "doubled", "nøglen '{key}' er også brugt i {other}", "the key '{key}' is used in {other} too"
)
_BAD_KEY = Mistake(
    "bad_key",
    "nøglen '{key}' skal være små bogstaver a-z, tal og _, og begynde med et bogstav",
    "the key '{key}' must be lower-case letters a-z, digits and _, beginning with a letter",
)
_BAD_LABEL = Mistake(
    "bad_key",
    "'{key}' bliver til en adresse: små bogstaver a-z, tal og -, og et bogstav først",
    "'{key}' becomes an address: lower-case letters a-z, digits and -, a letter first",
)
_BAD_CVR = Mistake("bad_key", "et CVR-nummer har otte cifre", "a CVR number has eight digits")
_KEY = re.compile(r"[a-z][a-z0-9_]*")
_LABEL = re.compile(r"[a-z][a-z0-9-]{0,40}")


def check_dir(directory: Path) -> list[Finding]:
    """All findings about the directory, in reading order; empty when the model is sound."""
    return check_reading(read(directory))


def sound_model(directory: Path) -> Model:
    """The model in `directory`; raises ModelError with every finding, of shape and of sense, where it has any."""
    reading = read(directory)
    if found := check_reading(reading):
        raise ModelError(found)
    return reading.model


def check_reading(reading: Reading) -> list[Finding]:
    """All findings about what was read."""
    model = reading.model
    if "population" in reading.doubtful:
        people = msgspec.structs.replace(model.population, from_age=0, to_age=200, unborn=True)
        model = msgspec.structs.replace(model, population=people)
    found = set(reading.findings)
    names = Names(known_keys(model), reading.doubtful)
    for source in reading.sources.values():
        remarks = _of_file(source, model, names)
        found.update(source.finding(one) for one in remarks if source.sound(one.path))
    for source in reading.sources.values():
        remarks = _of_one(source, model, reading, names)
        found.update(source.finding(one) for one in remarks if source.sound(one.path))
    found.update(_of_all(reading, model, names))
    found.update(_guides(reading, model))
    return sorted(found)


def _of_file(source: Source, model: Model, names: Names) -> Iterator[Remark]:
    """What can be told of each value on its own."""
    for path, owner, field, value in _walk(source.part(), ()):
        if target := target_of(type(owner), field.name):
            yield from names.dangling(path, value, target)
        if isinstance(value, Text):
            yield from _texts(path, value, model.tenant.languages, required=field.required)
        if field.name == "key" and value and not _KEY.fullmatch(value):
            yield _BAD_KEY.at(*path, key=value)
        if isinstance(value, tuple):
            yield from _doubled(path, value)
            if not value and field.required:
                yield _EMPTY_LIST.at(*path)
        for place, part in _parts(path, value):
            yield from contradictions(model, part, *place)
            if isinstance(part, Condition):
                yield from sense.impossible(part, *place)


def _of_one(source: Source, model: Model, reading: Reading, names: Names) -> Iterator[Remark]:
    """What can be told of a meeting, a form or a file of messages in its model."""
    part = source.part()
    if isinstance(part, MeetingType):
        yield from sense.of_meeting(model, part)
        yield from unmeetable(part)
        yield from clashes(model, part)
        if _whole(reading, "purposes"):
            yield from asking.unawaited(part, names.consents())
        yield from (
            one for one in ways.chain(model, part) if one.code != "circular" or _whole(reading, "meetings")
        )
    elif isinstance(part, Form):
        yield from asking.of_fields(part)
        yield from asking.unfillable(model, part)
        yield from asking.misused(model, part)
        if _whole(reading, "forms") and ("forms", part.key) not in names.meant:
            yield from asking.unused(model, part)
    elif isinstance(part, MessagesFile):
        yield from worded.remarks(source.file, part, model.tenant.name)
    if isinstance(part, MeetingType | Form):
        yield from _doubled_file(source, part.key, reading)


def _of_all(reading: Reading, model: Model, names: Names) -> Iterator[Finding]:
    """What can be told of the whole only: each at the file where its list is written."""
    remarks = [*sense.of_structure(model), *ways.lost_ways(model), *_tenant(model)]
    if _whole(reading, "perspectives"):
        remarks += asking_views.of_views(model)
    if _whole(reading, "levels", "transitions") and "levels" not in names.lost:
        remarks += ways.lost_levels(model)
    if _whole(reading, "purposes", "meetings", "measures", "handovers"):
        remarks += asking.never_asked(model, names.consents())
    if _whole(reading, "roles", "professions", "services", "unit_kinds", "role_mappings"):
        remarks += filling.unfillable(model)
    if _whole(reading, "indicators", "forms"):
        remarks += mistaken(model)
    if _whole(reading, "variants", "population"):
        remarks += uncovered_ages(model)
    for one in sense.unsaid(model):
        remarks += [one] if _whole(reading, str(one.path[0])) else []
    for remark in remarks:
        name = str(remark.path[0])
        home = "tenant.toml" if name == "retention" else "model.toml"
        source = reading.holder(name) or reading.sources[home]
        if source.sound(remark.path):
            yield source.finding(remark)


def _whole(reading: Reading, *lists: str) -> bool:
    """Whether nothing of these lists can be missing because it could not be read."""
    return reading.doubtful.isdisjoint(lists)


def _tenant(model: Model) -> Iterator[Remark]:
    told = model.tenant
    for field in ("id", "host"):
        if not _LABEL.fullmatch(getattr(told, field)):
            yield _BAD_LABEL.at("tenant", field, key=getattr(told, field))
    if not re.fullmatch(r"\d{8}", told.cvr):
        yield _BAD_CVR.at("tenant", "cvr")
    yield from of_colour(told.look)
    yield from of_statements(told.statements)


def _parts(path: ValuePath, value: Any) -> Iterator[tuple[ValuePath, Part]]:
    if isinstance(value, Part):
        yield path, value
    elif isinstance(value, tuple):
        yield from (((*path, index), item) for index, item in enumerate(value) if isinstance(item, Part))


def _walk(owner: Part, path: ValuePath) -> Iterator[tuple[ValuePath, Part, msgspec.structs.FieldInfo, Any]]:
    for field in fields_of(type(owner)):
        value = getattr(owner, field.name)
        here = (*path, field.encode_name)
        yield here, owner, field, value
        if isinstance(value, Part) and not isinstance(value, Text):
            yield from _walk(value, here)
        elif isinstance(value, tuple):
            for index, item in enumerate(value):
                if isinstance(item, Text):
                    yield (*here, index), owner, field, item
                elif isinstance(item, Part):
                    yield from _walk(item, (*here, index))


def _texts(path: ValuePath, text: Text, languages: tuple[str, ...], *, required: bool) -> Iterator[Remark]:
    if not text and required:
        yield _NO_TEXT.at(*path)
    said = {"da": text.da, "en": text.en, **text.more}
    for language in languages if text else ():
        if not said.get(language, "").strip():
            yield _MISSING_TEXT.at(*path, language=language)


def _doubled(path: ValuePath, items: tuple[Any, ...]) -> Iterator[Remark]:
    seen: set[object] = set()
    for index, item in enumerate(items):
        key = getattr(item, "number", getattr(item, "key", None))
        if key is not None and key in seen:
            yield _DOUBLED.at(*path, index, key=key)
        seen.add(key)


def _doubled_file(source: Source, key: str, reading: Reading) -> Iterator[Remark]:
    for other in reading.sources.values():
        if other is source:
            return
        if other.kind is source.kind and other.content["key"] == key:
            yield _DOUBLED_FILE.at("key", key=key, other=other.file)


def _guides(reading: Reading, model: Model) -> Iterator[Finding]:
    there = {(guide.key, guide.language) for guide in reading.guides}
    for key in sorted({key for key, _ in there}):
        for language in model.tenant.languages:
            if (key, language) not in there:
                remark = _MISSING_GUIDE.at(language=language)
                yield Finding(f"guides/{key}.{language}.md", 1, "", remark.code, remark.text)
