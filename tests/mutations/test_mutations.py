"""A quick selection of the mutation run, and the closed world of the rule ids. All of it: `python -m tests.mutations`."""

import pytest

from tests.mutations.running import (
    COUPLED,
    PAPERS,
    RULES,
    TENANTS,
    RuleTest,
    named_in_models,
    rule_tests,
    run,
)

QUICK = (
    "ALL-05",
    "ALL-09",
    "SL-03",
    "SL-11",
    "SL-24",
    "RI-09",
    "RI-12",
    "RI-25",
    "RA-02",
    "RA-11",
    "RA-20",
    "RA-27",
)


@pytest.fixture(scope="module")
def known() -> list[RuleTest]:
    return rule_tests()


def test_every_rule_has_a_test_that_names_it(known: list[RuleTest]) -> None:
    assert sorted(set(RULES) - {test.rule for test in known}) == []


def test_every_rule_stands_in_its_municipalitys_model() -> None:
    named = named_in_models()
    missing = {rule for rule in RULES if rule not in set().union(*named.values())}
    assert missing == set()
    for paper, tenant in PAPERS.items():
        assert {rule for rule in RULES if rule.startswith(paper)} <= named[tenant]


def test_no_model_names_a_rule_that_no_paper_has() -> None:
    named = named_in_models()
    assert {tenant: named[tenant] - set(RULES) for tenant in TENANTS} == {tenant: set() for tenant in TENANTS}


def test_a_rule_taken_out_of_its_model_is_missed_by_its_own_tests(known: list[RuleTest]) -> None:
    results = list(run(QUICK, known))
    assert [one.rule for one in results if not one.proved] == []
    assert {one.rule: one.strange for one in results if one.strange and one.rule not in COUPLED} == {}
