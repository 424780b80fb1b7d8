"""Builders of facts for the rule tests: a nine-year-old at school with two custody holders, and what differs."""

import datetime as dt
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from services.core.tenancy.facts import CaseFacts, LevelStep, MeetingFacts, PerspectiveFacts, ProblemFacts
from services.core.tenancy.loader import load_model
from services.core.tenancy.model import Model

TENANTS = Path(__file__).parents[2] / "tenants"
NOW = dt.datetime(2026, 11, 20, 9, 0, tzinfo=dt.UTC)
MEETING_DAY = dt.date(2026, 12, 7)
STARTS = dt.datetime(2026, 12, 7, 12, 0, tzinfo=dt.UTC)
VIEWS = (PerspectiveFacts("child", True), PerspectiveFacts("parent", True))
YELLOW = frozenset({"problem", "tried_locally", "protective_factors", "new_possibilities"})


@cache
def model_of(tenant: str) -> Model:
    return load_model(TENANTS / tenant)


def problem(level: int = 1, **facts: Any) -> ProblemFacts:
    history = (LevelStep(level, dt.date(2026, 9, 1)),)
    base = ProblemFacts("p1", "institution", level, history)
    return replace(base, **{key: _frozen(value) for key, value in facts.items()})


def case(*problems: ProblemFacts, **facts: Any) -> CaseFacts:
    base = CaseFacts(9, "school", problems, custody_holders=("mother", "father"))
    return replace(base, **{key: _frozen(value) for key, value in facts.items()})


def held(type_key: str, about: ProblemFacts | None = None, **facts: Any) -> MeetingFacts:
    of = facts.pop("case", case(*([about] if about else [])))
    base = MeetingFacts(
        type_key,
        of,
        dt.date(2026, 11, 19),
        about,
        filled=YELLOW,
        perspectives=VIEWS,
        attended=frozenset({"leader", "parents", "child", "staff"}),
    )
    return replace(base, **facts)


def _frozen(value: Any) -> Any:
    return frozenset(value) if isinstance(value, set) else value
