"""Runs the rule tests against mutated models, in one process: tests are collected once and called again and again."""

import contextlib
import inspect
import io
import re
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from services.core.tenancy.model import Model
from tests.mutations.clauses import Taken, all_rules, without
from tests.rules.cases import model_of

PAPERS = {"SL": "slagelse", "RI": "ringsted", "RA": "randers"}
COUNTS = {"ALL": 12, "SL": 34, "RI": 41, "RA": 37}
RULES = tuple(f"{paper}-{number:02}" for paper, count in COUNTS.items() for number in range(1, count + 1))
TENANTS = tuple(PAPERS.values())
# Rules without which another rule's test has nothing to stand on; the list may only shrink.
COUPLED = {
    "ALL-05": "every test that cites a law",
    "RI-03": "leaving the weights out leaves no order to make compulsory (RI-40)",
    "RI-06": "that the leadership may be drawn in is one of the participants (RI-05)",
    "RI-18": "the authority meeting's kinds are found by what they are kinds of (RI-03, RI-26)",
    "RI-38": "start-up and follow-up name the network among theirs (RI-36, RI-37)",
    "RA-03": "from 1 to 3 the prior step is the one asked for (RA-37)",
    "RA-05": "the coordinator stands on the common form (RA-07)",
    "RA-06": "what is proposed at level 1 differs from level 3 (RA-30)",
    "RA-12": "the child at level 3 is one of those before institution age (RA-14)",
    "RA-16": "without outcomes nothing can be concluded, the green form neither (RA-07, RA-09)",
    "RA-25": "the purpose of consent is asked for partners of the same circle too (RA-17)",
    "RA-33": "the possible participants are whom a circle keeps (RA-17) and the stages change (RA-14)",
    "RA-34": "level 5's way on is one of its outcomes (RA-16)",
    "RA-36": "the referral is how these tests enter level 5 (RA-19)",
}
_NAMED = re.compile(r"^test_(ALL|SL|RI|RA)_(\d\d)_")


@dataclass(frozen=True)
class RuleTest:
    """A test that names a rule, with the arguments of one of its parametrisations."""

    name: str
    rule: str
    call: Any
    fixtures: tuple[str, ...]
    arguments: dict[str, Any]
    needs_directory: bool


@dataclass
class Result:
    """What taking one rule out did."""

    rule: str
    taken: Taken
    own: int = 0
    failed: list[str] = field(default_factory=list)
    related: list[str] = field(default_factory=list)
    strange: list[str] = field(default_factory=list)

    @property
    def proved(self) -> bool:
        """A clause stands in the model, tests name the rule, and at least one of them fails without it."""
        return bool(self.taken.clauses and self.failed)


class _Collector:
    def __init__(self) -> None:
        self.items: list[pytest.Function] = []

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        self.items = [item for item in session.items if isinstance(item, pytest.Function)]


def rule_tests() -> list[RuleTest]:
    """Every test under tests/rules that names a rule and takes only models and parameters."""
    collector = _Collector()
    with contextlib.redirect_stdout(io.StringIO()):
        pytest.main(["--collect-only", "-q", "-p", "no:cacheprovider", "tests/rules"], plugins=[collector])
    found = []
    for item in collector.items:
        named = _NAMED.match(item.originalname)
        arguments = dict(item.callspec.params) if hasattr(item, "callspec") else {}
        wanted = inspect.signature(item.obj).parameters.keys() - arguments.keys()
        fixtures = tuple(sorted(wanted & set(TENANTS)))
        if named and fixtures and wanted <= {*TENANTS, "tmp_path"}:
            rule = f"{named[1]}-{named[2]}"
            found.append(RuleTest(item.name, rule, item.obj, fixtures, arguments, "tmp_path" in wanted))
    return found


def models() -> dict[str, Model]:
    """The real models."""
    return {tenant: model_of(tenant) for tenant in TENANTS}


def take_out(rule: str) -> tuple[dict[str, Model], Taken]:
    """The models with a rule's clauses taken out; a rule common to all out of each of them."""
    changed, together = models(), Taken()
    paper = rule.split("-", maxsplit=1)[0]
    for tenant in TENANTS if paper == "ALL" else (PAPERS[paper],):
        changed[tenant], taken = without(changed[tenant], rule)
        together.clauses += taken.clauses
        together.others |= taken.others
    return changed, together


def fails(test: RuleTest, of: dict[str, Model]) -> bool:
    """Whether the test fails on these models."""
    arguments = {**{name: of[name] for name in test.fixtures}, **test.arguments}
    with tempfile.TemporaryDirectory() as directory:
        if test.needs_directory:
            arguments["tmp_path"] = Path(directory)
        try:
            test.call(**arguments)
        except Exception:
            # Whatever it raises, an assertion or a missing key: the test has noticed.
            return True
    return False


def run(rules: Iterable[str] = RULES, tests: list[RuleTest] | None = None) -> Iterator[Result]:
    """Takes each rule out in turn, and tells which tests fail."""
    known = tests if tests is not None else rule_tests()
    whole = models()
    broken = [test.name for test in known if fails(test, whole)]
    if broken:
        raise AssertionError(f"these fail on the whole models already: {broken}")
    for rule in rules:
        changed, taken = take_out(rule)
        result = Result(rule, taken, own=sum(test.rule == rule for test in known))
        touched = {tenant for tenant in TENANTS if changed[tenant] is not whole[tenant]}
        for test in known:
            if not touched & set(test.fixtures) or not fails(test, changed):
                continue
            if test.rule == rule:
                result.failed.append(test.name)
            elif test.rule in taken.others or test.rule.startswith("ALL"):
                result.related.append(test.name)
            else:
                result.strange.append(test.name)
        yield result


def named_in_models() -> dict[str, set[str]]:
    """The rule ids that each model names."""
    return {tenant: all_rules(model) for tenant, model in models().items()}
