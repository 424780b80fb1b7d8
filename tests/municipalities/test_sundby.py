"""A town without levels: forums by age and sector, held with or without the parents, and a meeting the family calls."""

import datetime as dt
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from services.core.casework.rules import variant_of
from services.core.consent.rules import CHILD, consents_required, expiry
from services.core.meeting.holding import may_cancel, may_fix_series
from services.core.meeting.plan import MeetingPlan
from services.core.meeting.rules import Supplied, may_conclude, meeting_options, outcomes, plan_meeting
from services.core.problem.rules import Kind, default_coordinator, next_steps
from services.core.tenancy.check import check_dir
from services.core.tenancy.facts import CaseFacts, EventFacts
from services.core.tenancy.loader import load_model
from services.core.tenancy.meetings import Effect
from services.core.tenancy.model import Model, decode_model, encode_model
from tests.rules.cases import NOW, STARTS, case, held, problem

DIRECTORY = Path(__file__).parent / "sundby"


@cache
def _model() -> Model:
    return load_model(DIRECTORY)


@pytest.fixture
def sundby() -> Model:
    return _model()


def plan(model: Model, key: str, of: CaseFacts | None = None, **supplied: Any) -> MeetingPlan:
    return plan_meeting(model, of or case(), key, STARTS, NOW, supplied=replace(Supplied(), **supplied))


def test_it_is_sound_and_comes_back_from_its_bytes(sundby: Model) -> None:
    assert [str(finding) for finding in check_dir(DIRECTORY)] == []
    assert decode_model(encode_model(sundby)) == sundby
    assert (sundby.levels, sundby.tracks, sundby.transitions) == ((), (), ())


@pytest.mark.parametrize(
    ("age", "district", "forum"),
    [
        (5, "", {"smaaboernsforum"}),
        (6, "", {"tvaerfagligt_moede"}),
        (9, "special_area", {"smaaboernsforum", "tvaerfagligt_moede"}),
    ],
)
def test_the_forum_follows_age_and_area_and_no_meeting_has_to_be_tried_first(
    sundby: Model, age: int, district: str, forum: set[str]
) -> None:
    of = case(age=age, district=district, unit_kind="school")
    allowed = {one.type_key for one in meeting_options(sundby, of, NOW) if one.allowed}
    assert allowed == {"kim", "netvaerksmoede", *forum}
    assert variant_of(sundby, of) == ("special" if district else "early" if age < 6 else "school_age")


@pytest.mark.parametrize("of", [case(active_case=True), case(facts={"high_concern"})])
def test_an_active_case_or_a_high_concern_is_not_discussed_in_a_forum(sundby: Model, of: CaseFacts) -> None:
    refused = plan(sundby, "tvaerfagligt_moede", of)
    assert "No active case and no high concern" in refused.blocks[0].text.en
    assert plan(sundby, "netvaerksmoede", of).allowed


def test_where_the_concern_is_high_an_underretning_comes_first(sundby: Model) -> None:
    about = problem(0, track="", facts={"high_concern"})
    first = next_steps(sundby, case(about), about, NOW)[0]
    assert (first.kind, first.allowed, first.advised) == (Kind.NOTIFY, True, True)


def test_the_parents_say_yes_to_a_meeting_that_is_held_without_them(sundby: Model) -> None:
    of = case(age=15, unit_kind="school")
    (need,) = consents_required(sundby, "kim", of, NOW)
    assert (need.purpose, need.blocks, set(need.givers)) == ("discussion", True, {"mother", "father"})
    assert CHILD in consents_required(sundby, "kim", case(age=16), NOW)[0].givers
    assert expiry(sundby, "administrative", NOW, "discussion") == dt.datetime(
        2027, 5, 20, 8, 0, tzinfo=dt.UTC
    )
    roles = {one.role for one in plan(sundby, "kim", of).participants}
    assert roles == {"leader", "staff", "psychologist", "speech_therapist"}


def test_the_private_ones_take_part_on_equal_terms_and_ppr_convenes(sundby: Model) -> None:
    planned = plan(sundby, "kim", case(unit_kind="private_school", private=True))
    assert planned.convener is not None
    assert planned.convener.roles == ("psychologist",)
    assert "leader" not in {one.role for one in planned.participants}


@pytest.mark.parametrize(
    ("minutes", "children", "fits"), [(15, 1, True), (80, 4, True), (81, 4, False), (14, 1, False)]
)
def test_a_quarter_of_an_hour_for_each_child(sundby: Model, minutes: int, children: int, fits: bool) -> None:
    assert plan(sundby, "kim", minutes=minutes, children=children).allowed is fits
    assert plan(sundby, "tvaerfagligt_moede", minutes=minutes, children=1).allowed is (minutes >= 60)


def test_every_eighth_week_and_cancelled_only_when_nobody_has_asked(sundby: Model) -> None:
    days = [dt.date(2027, 1, 11) + dt.timedelta(weeks=8 * step) for step in range(5)]
    assert may_fix_series(sundby, "kim", "day_care", days, NOW).allowed
    assert may_fix_series(sundby, "kim", "day_care", days[::2], NOW).needs == ("interval",)
    assert not may_cancel(sundby, "kim", STARTS, NOW, requests=1).allowed
    assert may_cancel(sundby, "kim", STARTS, NOW, requests=0, role="leader").allowed


@pytest.mark.parametrize(
    ("forum", "unit_kind", "count", "needs"),
    [
        ("smaaboernsforum", "health_team", 10, ()),
        ("smaaboernsforum", "health_team", 9, ("more",)),
        ("smaaboernsforum", "day_care", 6, ()),
        ("smaaboernsforum", "childminders", 7, ("fewer",)),
        ("tvaerfagligt_moede", "school", 12, ()),
        ("tvaerfagligt_moede", "private_school", 7, ("more",)),
    ],
)
def test_how_many_a_year_follows_the_sector(
    sundby: Model, forum: str, unit_kind: str, count: int, needs: tuple[str, ...]
) -> None:
    spring = [dt.date(2027, 1, 11) + dt.timedelta(weeks=step) for step in range(10)]
    autumn = [dt.date(2027, 9, 6) + dt.timedelta(weeks=step) for step in range(5)]
    assert may_fix_series(sundby, forum, unit_kind, (spring + autumn)[:count], NOW).needs == needs


def test_an_active_case_makes_the_adviser_convene_and_come(sundby: Model) -> None:
    planned = plan(sundby, "netvaerksmoede", case(active_case=True))
    assert planned.convener is not None
    assert planned.convener.roles == ("adviser",)
    assert "adviser" in {one.role for one in planned.participants}
    assert "adviser" not in {one.role for one in plan(sundby, "netvaerksmoede").participants}


def test_absence_calls_for_a_meeting_within_three_weeks(sundby: Model) -> None:
    of = case(facts={"absence_alarm"}, events=(EventFacts("absence_alarm", dt.date(2026, 11, 13)),))
    assert plan(sundby, "netvaerksmoede", of).needs == ("reason",)
    assert plan(sundby, "netvaerksmoede", of, reason="Forældrene kunne ikke før").allowed


def test_the_outcome_leads_to_the_forum_of_the_childs_age(sundby: Model) -> None:
    def to(age: int) -> set[str]:
        return {
            one.meeting
            for one in outcomes(sundby, "kim", case(age=age), NOW)
            if one.open and one.effect is Effect.CALL
        }

    assert to(5) == {"smaaboernsforum"}
    assert to(6) == {"tvaerfagligt_moede"}


def test_a_meeting_is_concluded_without_any_problem_or_level(sundby: Model) -> None:
    done = held("netvaerksmoede", case=case())
    assert may_conclude(sundby, done, "done", NOW).allowed
    kim = held("kim", case=case(), filled=frozenset({"concern"}), perspectives=())
    assert may_conclude(sundby, kim, "advice", NOW).allowed
    assert may_conclude(sundby, replace(kim, filled=frozenset()), "advice", NOW).needs == ("form:concern",)


def test_the_contact_person_follows_the_stage(sundby: Model) -> None:
    about = problem(0, track="")
    assert default_coordinator(sundby, case(about, stage="day_care"), about) == ("pedagogue",)
    assert default_coordinator(sundby, case(about, stage="school"), about) == ("teacher",)
