"""JSON Schema of each kind of file, for editors and tools that write models; a test holds it to the types.

A field's title is what it is called in Danish, its description what its type's docstring says of it (in `backticks`) or
else `meanings/`: an editor shows both where one writes. A type's own docstring describes the table.
"""

import inspect
import re
import sys
import tomllib
import typing
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from services.core.tenancy.files import KINDS
from services.core.tenancy.language import Part, fields_of
from services.core.tenancy.wordings import NAMES, MessagesFile
from services.core.tenancy.words import FIELDS

_SENTENCE = re.compile(r"(?<=[.;])\s+(?=[A-Z`])")
MEANINGS: dict[str, dict[str, list[str]]] = {
    type_name: meanings
    for path in sorted((Path(__file__).parent / "meanings").glob("*.toml"))
    for type_name, meanings in tomllib.loads(path.read_text(encoding="utf-8")).items()
}
_KEY = "Sådan kalder resten af modellen det: a-z, tal og _. / What the rest of the model calls it: a-z, digits and _."


def schemas() -> dict[str, bytes]:
    """File name to content, one per kind of file."""
    found = {}
    for kind in KINDS:
        schema = msgspec.json.schema(kind.struct)
        structs = {one.__name__: one for one in reachable(kind.struct)}
        for name, definition in schema["$defs"].items():
            if name in structs:
                _describe(definition, structs[name])
        schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
        text = msgspec.json.encode(schema, order="deterministic")
        found[f"{kind.name}.schema.json"] = msgspec.json.format(text, indent=1) + b"\n"
    return found


def write_schemas(directory: Path) -> None:
    """Writes them all into `directory`, which is made when absent."""
    directory.mkdir(parents=True, exist_ok=True)
    for name, content in schemas().items():
        (directory / name).write_bytes(content)


def reachable(wanted: Any, seen: set[type[Part]] | None = None) -> Iterator[type[Part]]:
    """Every struct that a value of this type can hold, each once."""
    seen = set() if seen is None else seen
    if isinstance(wanted, type) and issubclass(wanted, Part):
        if wanted in seen:
            return
        seen.add(wanted)
        yield wanted
        for field in fields_of(wanted):
            yield from reachable(field.type, seen)
    for inner in typing.get_args(wanted):
        yield from reachable(inner, seen)


def described(struct: type[Part]) -> dict[str, str]:
    """What each field of a struct means: as its docstrings say, or else `meanings/`, in Danish and English."""
    found = {"key": _KEY} if "key" in struct.__struct_fields__ else {}
    found |= {
        kind: f"{name.da}. / {name.en}." for kind, name in NAMES.items() if issubclass(struct, MessagesFile)
    }
    for part in (MEANINGS["any"], MEANINGS.get(struct.__name__, {})):
        found |= {name: " / ".join(said) for name, said in part.items() if name in struct.__struct_fields__}
    for kind in reversed(struct.__mro__):
        for sentence in _SENTENCE.split(_doc(kind)) if issubclass(kind, Part) else ():
            for field in re.findall(r"`([a-z_]+)`", sentence):
                if field in struct.__struct_fields__:
                    found[field] = " ".join(sentence.split())
    return found


def _doc(struct: type[Part]) -> str:
    return inspect.cleandoc(struct.__doc__ or "")


def _describe(definition: dict[str, Any], struct: type[Part]) -> None:
    definition["description"] = " ".join(_doc(struct).split())
    for name, field in definition["properties"].items():
        if name in FIELDS:
            field["title"] = FIELDS[name][:1].upper() + FIELDS[name][1:]
    for name, text in described(struct).items():
        definition["properties"][name]["description"] = text


if __name__ == "__main__":
    write_schemas(Path(sys.argv[1]))
