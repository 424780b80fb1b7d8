"""Retention: the tenant's own period from its own trigger, and what stops it."""

import datetime as dt

import pytest

from services.core.retention.rules import RecordFacts, may_erase, retention_due, rule_for
from services.core.tenancy.frame import Fate
from services.core.tenancy.model import Model
from tests.rules.cases import model_of

CLOSED = RecordFacts("casework", {"casework_closed": dt.date(2026, 11, 22)})


def test_a_closed_case_is_due_on_the_day_the_tenant_says(randers: Model) -> None:
    due = retention_due(randers, CLOSED)
    assert due is not None
    assert (due.on, due.then) == (dt.date(2031, 11, 22), Fate.DESTROY)
    assert not may_erase(due, due.on - dt.timedelta(days=1), held=False, exported=False).allowed
    assert may_erase(due, due.on, held=False, exported=False).allowed


def test_an_open_case_and_an_unknown_kind_are_never_due(randers: Model) -> None:
    assert retention_due(randers, RecordFacts("casework", {})) is None
    assert retention_due(randers, RecordFacts("casework", {"opened": dt.date(1990, 1, 1)})) is None
    assert retention_due(randers, RecordFacts("unheard_of", {"casework_closed": dt.date(1990, 1, 1)})) is None
    assert not may_erase(None, dt.date(2099, 1, 1), held=False, exported=True).allowed


def test_a_hold_stops_it_however_late(randers: Model) -> None:
    refused = may_erase(retention_due(randers, CLOSED), dt.date(2099, 1, 1), held=True, exported=True)
    assert (refused.allowed, refused.reasons[0].key) == (False, "held")


def test_a_leap_day_is_due_on_the_last_of_february(randers: Model) -> None:
    due = retention_due(randers, RecordFacts("casework", {"casework_closed": dt.date(2028, 2, 29)}))
    assert due is not None
    assert due.on == dt.date(2033, 2, 28)


@pytest.mark.parametrize("tenant", ["randers", "slagelse", "ringsted"])
def test_every_tenant_says_how_long_and_why_in_both_languages(tenant: str) -> None:
    rule = rule_for(model_of(tenant), "casework")
    assert rule is not None
    assert rule.why.da
    assert rule.why.en
