"""Locks: hashed, free of host names, and the image's locks are cut from the workshop's."""

import re
import tomllib
from pathlib import Path

from tests.architecture.tree import files, text

PIN = re.compile(r"^([a-z0-9][a-z0-9._-]*)(\[[^\]]*\])?==(\S+)", re.MULTILINE)
WHOLE, RUNTIME, BUILD = (
    Path(p) for p in ("requirements.lock", "infra/requirements.lock", "infra/build.lock")
)
WORKSHOP = Path("requirements-test.lock")
RELOCK = "run infra/relock"


def _pins(lock: Path) -> dict[str, str]:
    return {name: version for name, _, version in PIN.findall(text(lock))}


def _floors(requirements: list[str]) -> set[str]:
    return {re.split(r"[\[<>=!~; ]", item, maxsplit=1)[0].lower() for item in requirements}


def test_the_image_runs_what_the_tests_ran() -> None:
    whole = _pins(WHOLE)
    differing = {name: v for name, v in _pins(RUNTIME).items() if whole.get(name) != v}
    assert differing == {}, RELOCK
    workshop = _pins(WORKSHOP)
    assert {name: v for name, v in whole.items() if workshop.get(name) != v} == {}, RELOCK
    assert {name: v for name, v in _pins(BUILD).items() if whole.get(name, v) != v} == {}, RELOCK


def test_the_image_has_every_dependency_and_none_of_the_workshop() -> None:
    project = tomllib.loads(text(Path("pyproject.toml")))
    runtime = _floors(project["project"]["dependencies"])
    workshop = _floors(project["dependency-groups"]["local"]) | _floors(project["dependency-groups"]["test"])
    pinned = set(_pins(RUNTIME))
    assert runtime - pinned == set(), RELOCK
    assert pinned & (workshop - runtime) == set(), RELOCK


def test_locks_are_hashed_and_name_no_host() -> None:
    for lock in (WHOLE, WORKSHOP, RUNTIME, BUILD):
        content = text(lock)
        for block in re.split(r"\n(?=\S)", content.strip()):
            assert block.startswith("#") or "--hash=sha256:" in block, f"{lock}: {block.splitlines()[0]}"
        assert "://" not in content
        assert "--index-url" not in content
    for lock in (p for p in files() if p.name == "package-lock.json"):
        assert '"resolved"' not in text(lock), f"{lock} names a registry"
