"""The three municipalities' directories load, are sound, come back from their bytes, and name no rule in vain."""

import re
import shutil
from pathlib import Path

import msgspec
import pytest

from services.core.tenancy.check import check_dir
from services.core.tenancy.language import Clause
from services.core.tenancy.loader import load_model
from services.core.tenancy.model import DATED, Model, decode_model, effective_model, encode_model
from services.core.tenancy.references import REFERENCES
from services.core.tenancy.schema import schemas

ROOT = Path(__file__).parents[2]
TENANTS = sorted(path.parent.name for path in (ROOT / "tenants").glob("*/tenant.toml"))


@pytest.mark.parametrize("tenant", TENANTS)
def test_the_directory_has_no_mistakes(tenant: str) -> None:
    assert [str(finding) for finding in check_dir(ROOT / "tenants" / tenant)] == []


@pytest.mark.parametrize("tenant", TENANTS)
def test_a_model_comes_back_from_its_bytes(tenant: str) -> None:
    model = load_model(ROOT / "tenants" / tenant)
    content = encode_model(model)
    assert decode_model(content) == model
    assert encode_model(decode_model(content)) == content


@pytest.mark.parametrize("tenant", TENANTS)
def test_how_a_model_is_spread_over_files_changes_nothing(tenant: str, tmp_path: Path) -> None:
    directory = Path(shutil.copytree(ROOT / "tenants" / tenant, tmp_path / tenant))
    content = encode_model(load_model(directory))
    whole = (directory / "model.toml").read_text(encoding="utf-8")
    for name in ("people.toml", "levels.toml"):
        if (path := directory / name).exists():
            whole += path.read_text(encoding="utf-8")
            path.unlink()
    (directory / "model.toml").write_text(whole, encoding="utf-8")
    assert encode_model(load_model(directory)) == content


def test_no_file_of_a_model_is_too_long_to_read() -> None:
    long = {
        path: path.read_text(encoding="utf-8").count("\n") for path in (ROOT / "tenants").glob("*/**/*.toml")
    }
    assert [(str(path), lines) for path, lines in long.items() if lines > 300] == []


@pytest.mark.parametrize("tenant", TENANTS)
def test_every_key_of_a_list_is_its_own(tenant: str) -> None:
    model = load_model(ROOT / "tenants" / tenant)
    for field in msgspec.structs.fields(Model):
        parts = getattr(model, field.name)
        if isinstance(parts, tuple) and parts and hasattr(parts[0], "key") and field.name != "guides":
            keys = [part.key for part in parts]
            assert len(keys) == len(set(keys)), field.name


def test_the_published_schemas_are_those_of_the_types() -> None:
    directory = ROOT / "tenants" / "schema"
    published = {path.name: path.read_bytes() for path in directory.glob("*.json")}
    assert published == schemas(), "run: python -m services.core.tenancy.schema tenants/schema"


@pytest.mark.parametrize("tenant", TENANTS)
def test_every_file_names_its_schema_for_editors(tenant: str) -> None:
    for path in (ROOT / "tenants" / tenant).rglob("*.toml"):
        first = path.read_text(encoding="utf-8").splitlines()[0]
        assert first.startswith("#:schema "), path
        assert (path.parent / first.removeprefix("#:schema ")).resolve().is_file(), path


def test_rule_ids_are_written_as_the_rules_are_numbered() -> None:
    for path in (ROOT / "tenants").glob("*/**/*.toml"):
        for rule in re.findall(r'^(?:rule|both_areas) = "([^"]*)"', path.read_text(encoding="utf-8"), re.M):
            assert re.fullmatch(r"(ALL|SL|RI|RA)-\d\d", rule), (path, rule)


def test_the_law_follows_the_day_and_the_practice_stays_with_the_case() -> None:
    old = load_model(ROOT / "tenants" / "randers")
    new = msgspec.structs.replace(old, law=(), meetings=(), retention=())
    mixed = effective_model(old, new)
    assert mixed.meetings == old.meetings
    assert (mixed.law, mixed.retention) == ((), ())
    assert set(DATED) <= {field.name for field in msgspec.structs.fields(Model)}


def test_every_reference_names_a_field_that_exists() -> None:
    for owner, field in REFERENCES:
        assert field in owner.__struct_fields__, (owner, field)
    assert issubclass(Clause, msgspec.Struct)
