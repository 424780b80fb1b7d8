"""Alerts ask for metrics that exist, in words that Prometheus reads, and each says where it stands what to do."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final
from uuid import UUID

import promql_parser
import pytest
import yaml
from prometheus_client.metrics import MetricWrapperBase

from services.api import metrics as api
from services.core.identity import TenantId
from services.core.operation.rules import judge_sweeps
from services.core.operation.store import SweepRow
from services.core.sweep.kinds import SweepKind
from services.notifier.metrics import Metrics
from services.worker.metrics import beat_registry, families

ROOT: Final = Path(__file__).parents[2]
OPERATE: Final = (ROOT / "docs" / "howto" / "operate.md").read_text("utf-8")
GROUPS: Final = yaml.safe_load((ROOT / "infra" / "monitoring" / "alerts.yaml").read_text("utf-8"))["groups"]
RULES: Final[list[dict[str, Any]]] = [rule for group in GROUPS for rule in group["rules"]]
THEN: Final = datetime(2026, 11, 23, tzinfo=UTC)


def shown() -> dict[str, set[str]]:
    """Every metric that a process of ours shows, with its labels."""
    row = SweepRow(SweepKind.AUDIT.value, THEN, "done", 0, 0, 0.0, THEN, THEN, THEN)
    found: dict[str, set[str]] = {}
    for registry in (Metrics().registry, api.REGISTRY, beat_registry()):
        for collector in list(registry._collector_to_names):
            assert isinstance(collector, MetricWrapperBase)
            name = collector._name + ("_total" if collector._type == "counter" else "")
            found[name] = set(collector._labelnames)
    for family in families({TenantId(UUID(int=1)): judge_sweeps([row])}):
        found[family.name] = set().union(*(sample.labels for sample in family.samples))
    return found


def selectors(expression: Any) -> Iterator[Any]:
    """What an expression asks for."""
    if isinstance(expression, promql_parser.VectorSelector):
        yield expression
    for name in ("lhs", "rhs", "expr", "vector_selector"):
        if (part := getattr(expression, name, None)) is not None:
            yield from selectors(part)
    for part in getattr(expression, "args", None) or ():
        yield from selectors(part)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule["alert"])
def test_an_alert_asks_for_what_there_is_and_says_what_to_do(rule: dict[str, Any]) -> None:
    known = shown()
    asked = list(selectors(promql_parser.parse(rule["expr"])))
    assert asked, "it asks for nothing"
    for one in asked:
        assert one.name in known, f"no process shows {one.name}"
        assert {matcher.name for matcher in one.matchers.matchers} <= known[one.name], one.name
    labels = set(re.findall(r"\$labels\.(\w+)", rule["annotations"]["summary"]))
    assert labels <= set().union(*(known[one.name] for one in asked))
    assert rule["labels"]["severity"] in ("page", "ticket")
    assert rule["annotations"]["runbook"] == f"docs/howto/operate.md#{rule['alert'].lower()}"
    assert f"### {rule['alert']}\n" in OPERATE


def test_every_alert_has_a_name_of_its_own() -> None:
    assert len({rule["alert"] for rule in RULES}) == len(RULES) > 5
