"""Each trap that the field is known for has a test that names it: `trap N` in a docstring of test or module."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

_TESTS: Final = Path(__file__).parents[1]
_NAMED: Final = re.compile(r"\btraps? (\d+(?:(?:, | and )\d+)*)", re.IGNORECASE)
TRAPS: Final = {
    1: "the birthdays at 18, and at 10, 13 and 15 in mid-case",
    2: "one consent flag for two custody holders",
    3: "one expiry for every basis of consent",
    4: "a queued job that shares after a withdrawal",
    5: "a change of custody that leaves sessions, links and messages alive",
    6: "a list, calendar file or copy that tells one parent about the other",
    7: "a portal for a parent without custody",
    8: "asking for consent where the law lets the child be protected",
    9: "parents who see an underretning, a conversation with the child, or who reported",
    10: "anonymous meetings that hold an identity, in a row, free text or a log",
    11: "identities joined by `sub` across tenants",
    12: '`bool("false")`, and a level of assurance that is ignored',
    13: "a back-channel logout that leaves the session",
    14: "a support person or interpreter treated as a party",
    15: "24 hours in working time, and a four-month clock that runs from creation",
    16: "a purge without legal hold or archive",
    17: "reads that leave no trace",
    18: "roles accepted across municipalities, and stale roles",
    19: "siblings in one meeting whose consent and visibility are not each child's",
    20: "a family that moves: the next municipality gets nothing by itself",
}


def _named() -> Iterator[tuple[int, str]]:
    """Every trap that a test names, with the test; a module's docstring stands for its tests."""
    for file in sorted(_TESTS.rglob("test_*.py")):
        if file == Path(__file__):
            continue
        tree = ast.parse(file.read_text("utf-8"))
        tests = [
            node
            for node in ast.walk(tree)
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name.startswith("test_")
        ]
        for node in (tree, *tests):
            for found in _NAMED.finditer(ast.get_docstring(node) or ""):
                for number in re.findall(r"\d+", found[1]):
                    assert tests, f"{file.name} names trap {number} and tests nothing"
                    name = node.name if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) else ""
                    yield int(number), f"{file.relative_to(_TESTS)}::{name}"


@pytest.fixture(scope="module")
def named() -> dict[int, list[str]]:
    """The tests of each trap."""
    found: dict[int, list[str]] = {}
    for number, where in _named():
        found.setdefault(number, []).append(where)
    return found


@pytest.mark.parametrize("number", TRAPS, ids=lambda number: f"trap-{number}")
def test_a_trap_has_a_test(named: dict[int, list[str]], number: int) -> None:
    assert named.get(number), f"no test names trap {number}: {TRAPS[number]}"


def test_no_test_names_a_trap_that_is_none(named: dict[int, list[str]]) -> None:
    assert not named.keys() - TRAPS.keys()
