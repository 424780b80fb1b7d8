"""Two models compared in words: what an author, or the person who approves a version, must read."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from services.core.tenancy.language import Part, Text
from services.core.tenancy.loader import load_model
from services.core.tenancy.model import Model

_WORDS = {
    "da": ("tilføjet", "fjernet", "ændret fra {old} til {new}"),
    "en": ("added", "removed", "changed from {old} to {new}"),
}
_KNOWN_BY = ("key", "role", "number", "language")


def diff_dirs(before: Path, after: Path, language: str = "da") -> list[str]:
    """The differences of two directories, one line each; raises ModelError where one holds no model."""
    return diff_models(load_model(before), load_model(after), language)


def diff_models(before: Model, after: Model, language: str = "da") -> list[str]:
    """The differences of two models, one line each, in the order of the model's parts."""
    words = _WORDS.get(language, _WORDS["da"])
    return [f"{path}: {text}" for path, text in _parts(before, after, "", words, language)]


def _parts(
    old: Part, new: Part, path: str, words: tuple[str, str, str], language: str
) -> Iterator[tuple[str, str]]:
    for field in msgspec.structs.fields(type(old)):
        here = f"{path}.{field.name}" if path else field.name
        yield from _values(getattr(old, field.name), getattr(new, field.name), here, words, language)


def _values(
    old: Any, new: Any, path: str, words: tuple[str, str, str], language: str
) -> Iterator[tuple[str, str]]:
    if old == new:
        return
    same_kind = type(old) is type(new)
    if isinstance(old, Part) and same_kind and not isinstance(old, Text):
        yield from _parts(old, new, path, words, language)
    elif isinstance(old, tuple) and same_kind and any(isinstance(item, Part) for item in (*old, *new)):
        yield from _lists(old, new, path, words, language)
    else:
        yield path, words[2].format(old=_shown(old, language), new=_shown(new, language))


def _lists(
    old: tuple[Any, ...], new: tuple[Any, ...], path: str, words: tuple[str, str, str], language: str
) -> Iterator[tuple[str, str]]:
    was, is_now = named_parts(old), named_parts(new)
    for name, part in was.items():
        if name in is_now:
            yield from _values(part, is_now[name], f"{path}[{name}]", words, language)
        else:
            yield f"{path}[{name}]", words[1]
    for name in is_now:
        if name not in was:
            yield f"{path}[{name}]", words[0]


def named_parts(parts: tuple[Any, ...]) -> dict[str, Any]:
    """The parts of a list by what they are known by (`_KNOWN_BY`), the two ends of a way, or their place."""
    found: dict[str, Any] = {}
    for index, part in enumerate(parts):
        name = str(next((getattr(part, key) for key in _KNOWN_BY if hasattr(part, key)), index))
        if hasattr(part, "from_level"):
            name = f"{part.from_level}-{part.to_level}"
        while name in found:
            name += "'"
        found[name] = part
    return found


def _shown(value: Any, language: str) -> str:
    if isinstance(value, Text):
        return f"“{value.in_language(language)}”"
    if isinstance(value, Part):
        return msgspec.json.encode(value).decode()
    if isinstance(value, tuple):
        return ", ".join(_shown(item, language) for item in value) or "—"
    return str(value) if value not in {None, ""} else "—"
