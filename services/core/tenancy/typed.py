"""Fits parsed TOML to a struct and tells *every* misfit with its path; the decoder would stop at the first."""

import difflib
import types
import typing
from collections.abc import Iterator
from dataclasses import dataclass

import msgspec

from services.core.tenancy.locate import Path


@dataclass(frozen=True)
class Misfit:
    """What does not fit: a stable code, the path of the value, and a sentence for the model's author."""

    code: str
    path: Path
    message: str


def misfits(value: object, wanted: object, path: Path = ()) -> Iterator[Misfit]:
    """Everything in `value` that a `wanted` type refuses."""
    origin = typing.get_origin(wanted)
    if origin in {typing.Union, types.UnionType}:
        wanted = next(kind for kind in typing.get_args(wanted) if kind is not type(None))
        origin = typing.get_origin(wanted)
    if isinstance(wanted, type) and issubclass(wanted, msgspec.Struct):
        yield from _of_struct(value, wanted, path)
    elif origin is tuple:
        yield from _of_list(value, typing.get_args(wanted)[0], path)
    else:
        try:
            msgspec.convert(value, wanted)
        except msgspec.ValidationError as error:
            yield Misfit("wrong_value", path, _plain(str(error), value))


def _of_struct(value: object, wanted: type[msgspec.Struct], path: Path) -> Iterator[Misfit]:
    if not isinstance(value, dict):
        yield Misfit("wrong_value", path, f"expected a table with fields, found {_shown(value)}")
        return
    fields = {field.encode_name: field for field in msgspec.structs.fields(wanted)}
    for key in value:
        if key not in fields:
            yield Misfit("unknown_field", (*path, key), f"unknown field '{key}'{_nearest(key, list(fields))}")
    for key, field in fields.items():
        if key in value:
            yield from misfits(value[key], field.type, (*path, key))
        elif field.required:
            yield Misfit("missing_field", path, f"the field '{key}' is missing")


def _of_list(value: object, wanted: object, path: Path) -> Iterator[Misfit]:
    if not isinstance(value, list):
        yield Misfit("wrong_value", path, f"expected a list, found {_shown(value)}")
        return
    for index, item in enumerate(value):
        yield from misfits(item, wanted, (*path, index))


def _nearest(key: str, known: list[str]) -> str:

    near = difflib.get_close_matches(key, known, 1)
    return f"; did you mean '{near[0]}'?" if near else ""


def _plain(message: str, value: object) -> str:
    text = message.split(" - at `", maxsplit=1)[0]
    return f"{text[:1].lower()}{text[1:]}, found {_shown(value)}"


def _shown(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 60 else text[:57] + "..."
