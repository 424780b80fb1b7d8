"""What was stored in each language of the model, kept as it was: a change of the language that breaks it fails a test.

`versions/<language>/` holds models as bytes that databases of that time hold, and `defaults.json`: what a field meant
that was left out. Nothing there is ever edited; a new language gets a directory of its own before its upcaster is
written.
"""

import json
import typing
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from services.core.tenancy.model import Model

VERSIONS = Path(__file__).parent / "versions"


def languages() -> list[int]:
    """The languages that something was kept of."""
    return sorted(int(path.name) for path in VERSIONS.iterdir() if path.name.isdigit())


def documents(language: int) -> list[Path]:
    """The models kept of one language."""
    return sorted(path for path in (VERSIONS / str(language)).glob("*.json") if path.stem != "defaults")


def defaults_then(language: int) -> dict[str, Any]:
    """What each field meant when it was left out, by `Struct.field`."""
    found: dict[str, Any] = json.loads((VERSIONS / str(language) / "defaults.json").read_text("utf-8"))
    return found


def defaults_now() -> dict[str, Any]:
    """The same for today's language."""
    found = {}
    for struct in structs(Model):
        for field in msgspec.structs.fields(struct):
            default = field.default
            if default is msgspec.NODEFAULT and field.default_factory is not msgspec.NODEFAULT:
                default = field.default_factory()
            if default is not msgspec.NODEFAULT:
                found[f"{struct.__name__}.{field.encode_name}"] = json.loads(msgspec.json.encode(default))
    return found


def structs(wanted: Any) -> list[type[msgspec.Struct]]:
    """Every struct that a type is made of."""
    return list(_structs(wanted, set()))


def _structs(wanted: Any, seen: set[Any]) -> Iterator[type[msgspec.Struct]]:
    if isinstance(wanted, type) and issubclass(wanted, msgspec.Struct) and wanted not in seen:
        seen.add(wanted)
        yield wanted
        for field in msgspec.structs.fields(wanted):
            yield from _structs(field.type, seen)
    for inner in typing.get_args(wanted):
        yield from _structs(inner, seen)


def missing(kept: Any, now: Any, path: str = "") -> Iterator[str]:
    """Where `now` does not say what `kept` says; it may say more."""
    if isinstance(kept, dict) and isinstance(now, dict):
        for key, value in kept.items():
            if key in now:
                yield from missing(value, now[key], f"{path}.{key}")
            else:
                yield f"{path}.{key} is gone"
    elif isinstance(kept, list) and isinstance(now, list) and len(kept) == len(now):
        for index, (one, other) in enumerate(zip(kept, now, strict=True)):
            yield from missing(one, other, f"{path}[{index}]")
    elif kept != now:
        yield f"{path}: {kept!r} became {now!r}"
