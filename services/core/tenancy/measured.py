"""Indicators that nobody could count, or that would tell of a child, as their author meets them."""

from collections.abc import Iterator
from typing import Final

from services.core.tenancy.findings import Mistake, Remark
from services.core.tenancy.forms import FieldKind
from services.core.tenancy.frame import Indicator
from services.core.tenancy.indicators import on_grid
from services.core.tenancy.language import Unit
from services.core.tenancy.measures import EVALUATION, FIELD, GROUND, MEASURES, measure_of
from services.core.tenancy.model import Model

FEWEST: Final = 3
"""Below this a group hides nobody: two who know of each other know everything."""

_UNKNOWN = Mistake(
    "unknown_measure",
    "intet måler '{key}'; der findes: {known}",
    "nothing measures '{key}'; there are: {known}",
)
_NO_BOX = Mistake(
    "unknown_measure",
    "'{key}' er intet felt, der krydses af: skriv 'field:<skema>.<felt>' på et felt af slagsen boolean"
    " ('evaluation:…' i et netværks evaluering)",
    "'{key}' is no field that is ticked: write 'field:<form>.<field>' of a boolean field ('evaluation:…' in a network's"
    " evaluation)",
)
_NO_GROUND = Mistake(
    "unknown_measure",
    "'{key}' er ingen anledning ([[grounds]]) til noget møde",
    "'{key}' is no ground ([[grounds]]) of any meeting",
)
_TWICE = Mistake(
    "measured_twice",
    "'{key}' måles to gange: to optællinger af de samme børn kan trækkes fra hinanden",
    "'{key}' is measured twice: two counts of the same children could be subtracted from each other",
)
_SUMS = Mistake(
    "measured_twice",
    "børn efter mødetype og efter niveau kan trækkes fra hinanden: vælg den ene",
    "children by type and by level could be subtracted from each other: choose one of them",
)
_OFF_GRID = Mistake(
    "off_the_grid",
    "et år skal gå op i perioder af 'every': 1, 2, 3, 4 eller 6 måneder, et halvt år eller et år",
    "a year must divide into periods of 'every': 1, 2, 3, 4 or 6 months, a half-year or a year",
)
_TOO_SMALL = Mistake(
    "too_small_a_group",
    "'smallest_group' skal være mindst {fewest}; ellers kan et barn kendes",
    "'smallest_group' must be at least {fewest}, or a child could be recognised",
)
_HOW_SOON = Mistake(
    "missing_field",
    "'first_meeting' skal have 'within' i dage eller uger: hvor hurtigt er hurtigt?",
    "'first_meeting' needs 'within' in days or weeks: how soon is soon?",
)
_NOBODY = Mistake(
    "nobody_answers",
    "nogen skal kunne vurdere og frigive tallene: 'keepers' er tom",
    "somebody must be able to judge and release the figures: 'keepers' is empty",
)


def mistaken(model: Model) -> Iterator[Remark]:
    """What is wrong with a model's indicators."""
    measured: set[str] = set()
    for index, one in enumerate(model.indicators):
        yield from _measures(model, one, index, measured)
        if not on_grid(one.every):
            yield _OFF_GRID.at("indicators", index, "every")
        if one.smallest_group < FEWEST:
            yield _TOO_SMALL.at("indicators", index, "smallest_group", fewest=FEWEST)
        soon = one.within is not None and one.within.unit in (Unit.DAYS, Unit.WEEKS)
        if "first_meeting" in (one.measure, *one.besides) and not soon:
            yield _HOW_SOON.at("indicators", index)
        if not one.keepers:
            yield _NOBODY.at("indicators", index, "keepers")
    if {"meetings_by_type", "meetings_by_level"} <= measured:
        yield _SUMS.at("indicators")


def _measures(model: Model, one: Indicator, index: int, measured: set[str]) -> Iterator[Remark]:
    evaluations = {rule.evaluation_form for rule in model.networks}
    grounds = {f"{GROUND}{ground.key}" for meeting in model.meetings for ground in meeting.grounds}
    boxes = {
        f"{EVALUATION if form.key in evaluations else FIELD}{form.key}.{field.key}"
        for form in model.forms
        for field in form.fields
        if field.kind is FieldKind.BOOLEAN and not field.source
    }
    places = [("measure",), *(("besides", number) for number in range(len(one.besides)))]
    for place, key in zip(places, (one.measure, *one.besides), strict=True):
        found = measure_of(key)
        if found is None:
            known = ", ".join([*sorted(MEASURES), f"{FIELD}…", f"{GROUND}…", f"{EVALUATION}…"])
            yield _UNKNOWN.at("indicators", index, *place, key=key, known=known)
        elif key.startswith(GROUND) and key not in grounds:
            yield _NO_GROUND.at("indicators", index, *place, key=key)
        elif key.startswith((FIELD, EVALUATION)) and key not in boxes:
            yield _NO_BOX.at("indicators", index, *place, key=key)
        elif key in measured and not found.entered:
            yield _TWICE.at("indicators", index, *place, key=key)
        measured.add(key)
