"""The published JSON Schemas, tried with a real validator: what an editor accepts is what `tenant check` accepts."""

import copy
import datetime as dt
import json
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from services.core.tenancy.files import KINDS, kind_of
from services.core.tenancy.new import new_tenant
from services.core.tenancy.schema import MEANINGS, reachable
from tests.model.broken import BROKEN, Broken, sound_model

ROOT = Path(__file__).parents[2]
SCHEMAS = ROOT / "tenants" / "schema"
DIRECTORIES = sorted(
    path.parent
    for parent in ("tenants", "tests/municipalities")
    for path in (ROOT / parent).glob("*/tenant.toml")
)
FILES = [path for directory in DIRECTORIES for path in sorted(directory.rglob("*.toml"))]


@cache
def validator(name: str) -> Draft202012Validator:
    schema = json.loads((SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def as_json(value: Any) -> Any:
    """As an editor for TOML hands it to its validator: days and times are text."""
    if isinstance(value, dict):
        return {key: as_json(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [as_json(inner) for inner in value]
    return value.isoformat() if isinstance(value, dt.date | dt.time) else value


def content(path: Path) -> Any:
    return as_json(tomllib.loads(path.read_text(encoding="utf-8")))


def schema_of(path: Path) -> Path:
    first = path.read_text(encoding="utf-8").splitlines()[0]
    assert first.startswith("#:schema "), path
    return (path.parent / first.removeprefix("#:schema ")).resolve()


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_each_file_names_the_schema_that_it_fits(path: Path) -> None:
    directory = next(one for one in DIRECTORIES if path.is_relative_to(one))
    kind = kind_of(path.relative_to(directory))
    assert kind is not None
    assert schema_of(path) == SCHEMAS / f"{kind.name}.schema.json"
    assert [one.message for one in validator(kind.name).iter_errors(content(path))] == []


def tables(value: Any) -> list[dict[str, Any]]:
    """Every table in a value, itself included; not the further languages of a text, where any field may stand."""
    found = [value] if isinstance(value, dict) else []
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, one in inner:
        found += [] if key == "more" else tables(one)
    return found


def test_a_field_that_is_not_of_the_language_fails_in_every_table() -> None:
    kinds: dict[str, Path] = {}
    for path in FILES:
        kinds.setdefault(schema_of(path).name.removesuffix(".schema.json"), path)
    assert set(kinds) == {kind.name for kind in KINDS}
    for kind, path in kinds.items():
        whole = content(path)
        for index in range(len(tables(whole))):
            changed = copy.deepcopy(whole)
            tables(changed)[index]["unknown"] = 1
            (error, *_) = validator(kind).iter_errors(changed)
            assert "unknown" in error.message


@pytest.mark.parametrize(
    "one",
    [one for one in BROKEN if one.code in {"unknown_field", "missing_field", "wrong_value"}],
    ids=lambda one: one.name,
)
def test_what_an_editor_underlines_is_what_check_tells(one: Broken, tmp_path: Path) -> None:
    directory = sound_model(tmp_path)
    path = directory / one.file
    kind = kind_of(path.relative_to(directory))
    assert kind is not None
    assert list(validator(kind.name).iter_errors(content(path))) == []
    path.write_text(path.read_text(encoding="utf-8").replace(one.old, one.new, 1), encoding="utf-8")
    if (
        one.name != "a day in quotation marks of another country"
    ):  # schemas hold the day's form as a note only
        assert list(validator(kind.name).iter_errors(content(path))) != []


def test_a_new_tenant_finds_its_schemas_wherever_it_is_made(tmp_path: Path) -> None:
    directory = new_tenant(tmp_path / "somewhere", "nyby")
    for path in directory.rglob("*.toml"):
        published = SCHEMAS / schema_of(path).name
        assert schema_of(path).read_bytes() == published.read_bytes()


def test_every_table_and_field_is_described() -> None:
    for kind in KINDS:
        definitions = json.loads((SCHEMAS / f"{kind.name}.schema.json").read_text(encoding="utf-8"))["$defs"]
        for struct in reachable(kind.struct):
            definition = definitions[struct.__name__]
            assert definition["description"], struct
            fields = definition["properties"].items()
            assert [name for name, field in fields if not (field["description"] and field["title"])] == []


def test_meanings_are_told_of_fields_that_there_are() -> None:
    structs = {one.__name__: one for kind in KINDS for one in reachable(kind.struct)}
    for name, meanings in MEANINGS.items():
        known = {field for one in structs.values() for field in one.__struct_fields__}
        fields = known if name == "any" else set(structs[name].__struct_fields__)
        assert set(meanings) <= fields, name
        assert all(len(said) == 2 and all(said) for said in meanings.values()), name
