"""Fits parsed TOML to a struct, tells *every* misfit in plain words, and mends it so that the rest can be judged.

The decoder would stop at the first misfit. A mended value only serves to look further: a misspelt field is taken as
the one it resembles, what cannot be read falls back to its default. What is then unknown is said in `doubtful`, so that
one mistake is told once and no shadow of it as another.
"""

import datetime as dt
import difflib
import types
import typing
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

import msgspec

from services.core.tenancy import misfits as told
from services.core.tenancy.findings import Remark
from services.core.tenancy.language import Part, Text, fields_of
from services.core.tenancy.locate import Path
from services.core.tenancy.references import target_of

_NOTHING = object()
_LONGEST = 60


@dataclass
class Fitted:
    """The mended value; what was wrong, at which paths, and which of the model's lists may hold more than is known."""

    value: Any = None
    remarks: list[Remark] = field(default_factory=list)
    tainted: list[Path] = field(default_factory=list)
    doubtful: set[str] = field(default_factory=set)


def fit(value: object, wanted: type[Part], listed: str = "") -> Fitted:
    """`value` as a `wanted` struct; `listed` is the list of the model that the whole is an entry of."""
    fitted = Fitted()
    fitted.value = _Fitting(fitted, listed).value(value, wanted, ())
    return fitted


def unread(wanted: type[Part], listed: str = "") -> Fitted:
    """What stands for a file that cannot be read at all: nothing is known of what it holds."""
    lists = {listed} if listed else {one.name for one in fields_of(wanted)}
    return Fitted(empty(wanted), [], [()], lists | set(_targets(wanted)))


class _Fitting:
    def __init__(self, found: Fitted, listed: str) -> None:
        self._found, self._listed = found, listed

    def value(self, value: object, wanted: Any, path: Path) -> Any:
        """The value as it is, mended, or `_NOTHING` where it cannot be told what was meant."""
        wanted = _plain(wanted)
        origin = typing.get_origin(wanted)
        if _is_struct(wanted):
            return self._struct(value, wanted, path)
        if origin is tuple:
            return self._list(value, typing.get_args(wanted)[0], path)
        words = _words(wanted)
        if words and isinstance(value, str) and value not in words:
            return self._word(value, words, path)
        try:
            msgspec.convert(value, wanted)
        except (msgspec.ValidationError, OverflowError):
            what = told.WHAT["word"] if words else told.WHAT.get(wanted, told.WHAT[str])
            hint = _hint(value, wanted)
            return self._refuse(
                told.WRONG_VALUE.at(*path, what=what, found=_shown(value), hint=hint), wanted, path
            )
        return value

    def _refuse(self, remark: Remark, wanted: Any, path: Path, instead: Any = _NOTHING) -> Any:
        self._found.remarks.append(remark)
        self._found.tainted.append(path)
        if instead is _NOTHING:
            self._doubt(path)
            self._found.doubtful.update(_targets(wanted))
        return instead

    def _doubt(self, path: Path) -> None:
        """The list that the path lies in may hold a key that is not known."""
        names = [step for step in path if isinstance(step, str)]
        held = names[-2] if len(names) > 1 and names[-1] in {"key", "number"} else "".join(names[-1:])
        self._found.doubtful.add(self._listed if self._listed and path in {(), ("key",)} else held)

    def _word(self, value: str, words: tuple[str, ...], path: Path) -> Any:
        near = nearest(value, words)
        remark = told.UNKNOWN_WORD.at(*path, found=value, words=", ".join(words), near=said_near(near))
        return self._refuse(remark, str, path, near or _NOTHING)

    def _list(self, value: object, item: Any, path: Path) -> Any:
        if not isinstance(value, list):
            one = f"[[{path[-1]}]]" if isinstance(value, dict) else f"[{_shown(value)}]"
            mistake = told.ONE_TABLE if isinstance(value, dict) and _is_struct(item) else told.NO_LIST
            self._found.remarks.append(mistake.at(*path, found=_shown(value), instead=one))
            self._found.tainted.append(path)
            value = [value]
        fitted = [self.value(one, item, (*path, index)) for index, one in enumerate(value)]
        # A place must stay where it was, for the lines of those after it.
        return [empty(item) if one is _NOTHING else one for one in fitted]

    def _struct(self, value: object, wanted: type[msgspec.Struct], path: Path) -> Any:
        if isinstance(value, str) and wanted is Text:
            remark = told.NO_TEXT.at(*path, found=value)
            return self._refuse(remark, wanted, path, {"da": value, "en": value})
        if isinstance(value, list) and len(value) == 1 and isinstance(value[0], dict):
            self._found.remarks.append(told.MANY_TABLES.at(*path, name=path[-1]))
            self._found.tainted.append(path)
            value = value[0]
        if not isinstance(value, dict):
            remark = told.NO_TABLE.at(*path, found=_shown(value), fields=", ".join(wanted.__struct_fields__))
            return self._refuse(remark, wanted, path)
        fields = {one.encode_name: one for one in fields_of(wanted)}
        given = {key: (here, key) for key, here in value.items() if key in fields}
        self._unknown(value, given, wanted, fields, path)
        mended = {}
        for name, one in fields.items():
            if name in given:
                here, key = given[name]
                mended[name] = self.value(here, one.type, (*path, key))
            elif one.required:
                self._found.remarks.append(told.MISSING_FIELD.at(*path, field=name))
                self._found.tainted.append((*path, name))
                self._doubt((*path, name))
                mended[name] = _NOTHING
            if mended.get(name) is _NOTHING:
                del mended[name]
                if one.required:
                    mended[name] = empty(one.type)
        return mended

    def _unknown(
        self,
        value: dict[str, object],
        given: dict[str, tuple[object, str]],
        wanted: type[msgspec.Struct],
        fields: dict[str, msgspec.structs.FieldInfo],
        path: Path,
    ) -> None:
        """Tells each unknown field; one that resembles a field which is absent is taken as that."""
        for key in [one for one in value if one not in fields]:
            near = nearest(key, fields)
            if wanted is Text:
                remark = told.OTHER_LANGUAGE.at(*path, key, found=key)
            else:
                known = ", ".join(sorted(fields))
                hint = said_near(near) if near else told.KNOWN_FIELDS.with_(fields=known)
                remark = told.UNKNOWN_FIELD.at(*path, key, field=key, near=hint)
            self._found.remarks.append(remark)
            self._found.tainted.append((*path, key))
            if near and near not in given:
                given[near] = (value[key], key)
                self._found.tainted.append((*path, near))
            elif near:
                self._found.doubtful.update({near, *_targets(fields[near].type)})
            elif wanted is not Text:
                absent = [one for name, one in fields.items() if name not in given]
                self._found.doubtful.update(one.name for one in absent)
                for one in absent:
                    target = target_of(wanted, one.name) if issubclass(wanted, Part) else None
                    self._found.doubtful.update({target} if target else _targets(one.type))


def empty(wanted: Any) -> Any:
    """The least that fits: required fields only, each as empty as it can be."""
    wanted = _plain(wanted)
    if _is_struct(wanted):
        return {one.encode_name: empty(one.type) for one in fields_of(wanted) if one.required}
    if typing.get_origin(wanted) is tuple:
        return []
    if words := _words(wanted):
        return words[0]
    kinds: dict[Any, Any] = {dt.date: dt.date.min, dt.time: dt.time(), bool: False, int: 0}
    return kinds.get(wanted, "")


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that this one resembles, or ''."""
    lower = {one.lower(): one for one in known}
    near = difflib.get_close_matches(word[:_LONGEST].lower().replace("-", "_"), lower, 1)
    return lower[near[0]] if near else ""


def said_near(near: str) -> Text:
    """The question whether that was meant; '' where nothing resembles it."""
    return told.DID_YOU_MEAN.with_(near=near) if near else Text()


def _targets(wanted: Any, seen: frozenset[Any] = frozenset()) -> Iterator[str]:
    """The lists of the model that a value of this type can name, itself or in its parts."""
    wanted = _plain(wanted)
    if typing.get_origin(wanted) is tuple:
        wanted = _plain(typing.get_args(wanted)[0])
    if not _is_struct(wanted) or wanted in seen:
        return
    for one in fields_of(wanted):
        target = target_of(wanted, one.name)
        if target is not None:
            yield target
        yield from _targets(one.type, seen | {wanted})


def _is_struct(wanted: Any) -> bool:
    return isinstance(wanted, type) and issubclass(wanted, msgspec.Struct)


def _plain(wanted: Any) -> Any:
    """The type without `| None`, which no TOML file can say."""
    if typing.get_origin(wanted) in {typing.Union, types.UnionType}:
        return next(kind for kind in typing.get_args(wanted) if kind is not type(None))
    return wanted


def _words(wanted: Any) -> tuple[str, ...]:
    """The words that may stand here, where not any text may."""
    if typing.get_origin(wanted) is typing.Annotated:
        return tuple(word for word in wanted.__metadata__[0].extra_json_schema["enum"] if word)
    if isinstance(wanted, type) and issubclass(wanted, StrEnum):
        return tuple(one.value for one in wanted)
    return ()


def _hint(value: object, wanted: Any) -> Text:
    if wanted is int and isinstance(value, str) and value.strip().isdigit():
        return told.WITHOUT_QUOTES
    if wanted is bool and isinstance(value, str) and value.lower() in {"true", "false", "ja", "nej"}:
        return told.WITHOUT_QUOTES
    if wanted is str and isinstance(value, int | dt.date):
        return told.WITH_QUOTES
    return Text()


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    text = f"'{value}'" if isinstance(value, str) else str(value)
    text = " ".join(("{ … }" if isinstance(value, dict) else text).split())
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
