"""Whatever is done to a model, its author is told in sentences and never sees a traceback."""

import copy
import random
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from services.core.tenancy import loader
from services.core.tenancy.check import check_dir, check_reading
from services.core.tenancy.explain import explain_html
from services.core.tenancy.findings import Finding
from services.core.tenancy.loader import Reading, read
from services.core.tenancy.model import decode_model, encode_model
from services.core.tenancy.typed import Fitted, fit

ROOT = Path(__file__).parents[2]
TENANTS = {path.parent.name: path.parent for path in sorted((ROOT / "tenants").glob("*/tenant.toml"))}
Place = tuple[str | int, ...]

STRANGE: list[Any] = [
    "", " ", "x", "æøå {0} {", -1, 0, 1, 10**30, 1.5, float("nan"), True, [], {}, [[]], [{}], ["", ""], {"da": ""}, {"x": [1]}
]  # fmt: skip


def clauses(value: Any, path: Place = ()) -> Iterator[Place]:
    """The place of every table but texts: a text is no clause."""
    if isinstance(value, dict) and not ("da" in value and "en" in value):
        if path:
            yield path
        for key, inner in value.items():
            yield from clauses(inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from clauses(inner, (*path, index))


def values(value: Any, path: Place = ()) -> Iterator[Place]:
    """The place of everything."""
    if path:
        yield path
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in items:
        yield from values(inner, (*path, key))


def at(content: Any, place: Place) -> Any:
    for step in place:
        content = content[step]
    return content


_fitted: dict[tuple[int, str], tuple[Reading, Fitted]] = {}


def as_it_stands(reading: Reading, file: str) -> Fitted:
    """What a file as it was read is worth: the same for each change to another file."""
    if (id(reading), file) not in _fitted:
        source = reading.sources[file]
        _fitted[id(reading), file] = reading, fit(source.content, source.kind.struct, source.kind.joins)
    return _fitted[id(reading), file][1]


def with_contents(reading: Reading, contents: dict[str, dict[str, Any]]) -> Reading:
    """What would have been read if the files held this instead: as `read`, without writing and parsing them anew."""
    changed = Reading(guides=reading.guides)
    for file, source in reading.sources.items():
        if contents[file] is source.content:
            fitted = as_it_stands(reading, file)
        else:
            fitted = fit(contents[file], source.kind.struct, source.kind.joins)
        loader._keep(changed, file, source.kind, source.places, fitted)
        loader._language(changed, changed.sources[file])
    loader._twice(changed)
    changed.model = loader._assemble(changed)
    return changed


def judged(reading: Reading) -> list[Finding]:
    found = check_reading(reading)
    for one in found:
        assert one.message("da"), one
        assert one.message("en"), one
        assert one.line >= 1
    if not found:
        # What is sound can be kept and read by a committee.
        model = decode_model(encode_model(reading.model))
        assert explain_html(model, "en")
    return found


@pytest.mark.parametrize("tenant", TENANTS)
def test_every_clause_can_be_taken_out(tenant: str) -> None:
    reading = read(TENANTS[tenant])
    contents = {file: source.content for file, source in reading.sources.items()}
    judged_so_far = 0
    for file, content in contents.items():
        for place in list(clauses(content)):
            changed = copy.deepcopy(content)
            del at(changed, place[:-1])[place[-1]]
            found = check_reading(with_contents(reading, {**contents, file: changed}))
            assert all(one.message("da") and one.message("en") for one in found)
            judged_so_far += 1
    assert judged_so_far > 300


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(tenant=st.sampled_from(sorted(TENANTS)), seed=st.integers(0, 2**32), many=st.integers(1, 12))
def test_anything_can_be_doubled_moved_or_altered(tenant: str, seed: int, many: int) -> None:
    choose = random.Random(seed)
    reading = read(TENANTS[tenant])
    contents = {file: copy.deepcopy(source.content) for file, source in reading.sources.items()}
    for _ in range(many):
        content = contents[choose.choice(sorted(contents))]
        places = list(values(content))
        place = choose.choice(places) if places else ()
        holder = at(content, place[:-1])
        match choose.choice(("alter", "double", "rename", "borrow")):
            case "double" if isinstance(holder, list):
                holder.append(copy.deepcopy(holder[int(place[-1])]))
            case "rename" if isinstance(holder, dict) and place:
                holder[f"{place[-1]}e"] = holder.pop(place[-1])
            case "borrow" if place:
                holder[place[-1]] = copy.deepcopy(at(content, choose.choice(places)))
            case _ if place:
                holder[place[-1]] = choose.choice(STRANGE)
    judged(with_contents(reading, contents))


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(seed=st.integers(0, 2**32), many=st.integers(1, 6))
def test_any_text_can_be_garbled(tmp_path_factory: pytest.TempPathFactory, seed: int, many: int) -> None:
    choose = random.Random(seed)
    directory = tmp_path_factory.mktemp("garbled") / "model"
    shutil.copytree(ROOT / "tests" / "municipalities" / "fjordby", directory)
    files = sorted(directory.rglob("*.toml"))
    for _ in range(many):
        path = choose.choice(files)
        raw = bytearray(path.read_bytes())
        start = choose.randrange(len(raw) + 1)
        match choose.choice(("cut", "insert", "swap", "end")):
            case "cut":
                del raw[start : start + choose.randrange(1, 80)]
            case "insert":
                raw[start:start] = choose.choice(
                    (
                        b"[",
                        b"]",
                        b'"',
                        b'"""',
                        b"'''",
                        b"{",
                        b"}",
                        b"=",
                        b"\n[[x]]\n",
                        b"\x00",
                        b"\xff",
                        b"\r",
                        b"#",
                    )
                )
            case "swap":
                raw[start : start + 40] = bytes(reversed(raw[start : start + 40]))
            case _:
                del raw[start:]
        path.write_bytes(bytes(raw))
    lines = {path.relative_to(directory).as_posix(): path.read_bytes().count(b"\n") + 1 for path in files}
    for one in check_dir(directory):
        assert one.message("da")
        assert 1 <= one.line <= lines.get(one.file, 1), one
    shutil.rmtree(directory)


def test_what_no_parser_can_take(tmp_path: Path) -> None:
    directory = Path(shutil.copytree(ROOT / "tests" / "municipalities" / "fjordby", tmp_path / "model"))
    for text in ("a = " + "[" * 5000, "a = " + "9" * 5000, "[" + "a." * 3000 + "b]\n", "a = {" * 900):
        (directory / "law.toml").write_text(text, encoding="utf-8")
        assert {one.file for one in check_dir(directory)} == {"law.toml"}
