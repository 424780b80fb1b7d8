"""A town that works by "bedre tværfaglig indsats": levels 0 to 3 up to 24 years, written by tools and documents alone."""

import datetime as dt
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from services.core.consent.rules import givers
from services.core.deadline.rules import escalations
from services.core.meeting.holding import may_read_record
from services.core.meeting.plan import MeetingPlan
from services.core.meeting.rules import (
    Supplied,
    form_needed,
    may_conclude,
    meeting_options,
    outcomes,
    plan_meeting,
)
from services.core.problem.coordinating import CoordinatorFacts, coordinators_complete
from services.core.problem.rules import (
    Kind,
    MoveFacts,
    may_move,
    may_open,
    next_steps,
    reassessments_due,
    starting_level,
)
from services.core.tenancy.check import check_dir
from services.core.tenancy.facts import CaseFacts, EventFacts, PreviousMeeting
from services.core.tenancy.language import Strength
from services.core.tenancy.loader import load_model
from services.core.tenancy.model import Model, decode_model, encode_model
from tests.rules.cases import NOW, STARTS, VIEWS, case, held, problem

DIRECTORY = Path(__file__).parent / "broby"


@cache
def _model() -> Model:
    return load_model(DIRECTORY)


@pytest.fixture
def broby() -> Model:
    return _model()


def at(level: int, **facts: Any) -> CaseFacts:
    return case(problem(level, track=""), **facts)


def plan(model: Model, key: str, of: CaseFacts, **supplied: Any) -> MeetingPlan:
    about = of.problems[0]
    return plan_meeting(model, of, key, STARTS, NOW, problem=about, supplied=replace(Supplied(), **supplied))


def strength(planned: MeetingPlan, role: str) -> Strength | None:
    return next((one.strength for one in planned.participants if one.role == role), None)


def test_it_is_sound_and_comes_back_from_its_bytes(broby: Model) -> None:
    assert [str(finding) for finding in check_dir(DIRECTORY)] == []
    assert decode_model(encode_model(broby)) == broby


def test_everybody_begins_at_level_0_and_the_talk_is_what_can_be_called(broby: Model) -> None:
    assert starting_level(broby) == 0
    assert may_open(broby, case(), 0, NOW).allowed
    of = at(0)
    options = {
        one.type_key: one.needs for one in meeting_options(broby, of, NOW, of.problems[0]) if one.allowed
    }
    assert options == {"undringssamtale": (), "netvaerksmoede": (), "myndighedsmoede": ("reason",)}
    assert plan(broby, "undringssamtale", of).enters_level is None
    assert plan(broby, "netvaerksmoede", of).enters_level == 1


def test_up_takes_parents_and_leader_and_down_takes_a_coordinator(broby: Model) -> None:
    def needs(level: int, to: int, **facts: Any) -> tuple[str, ...]:
        return may_move(broby, at(level), problem(level, track=""), to, NOW, MoveFacts(**facts)).needs

    assert needs(0, 1) == ("parents",)
    assert set(needs(1, 2)) == {"leader", "parents"}
    assert needs(1, 2, leader_involved=True, parents_involved=True) == ()
    assert needs(3, 2) == ("next_coordinator",)
    assert needs(3, 2, next_coordinator=True) == ()
    assert needs(0, 2) == ("reason",)
    assert may_move(broby, at(0), problem(0, track=""), 2, NOW, MoveFacts(reason="Haster")).allowed


def test_an_underretning_goes_straight_to_level_3(broby: Model) -> None:
    about = problem(0, track="", facts={"underretning_received"})
    assert may_move(broby, case(about), about, 3, NOW, MoveFacts(leader_involved=True)).allowed
    other = problem(0, track="", facts={"violence_concern"})
    first = next_steps(broby, case(other), other, NOW)[0]
    assert (first.kind, first.allowed) == (Kind.NOTIFY, True)


def test_a_leader_is_responsible_and_another_holds_the_threads(broby: Model) -> None:
    leader, teacher = CoordinatorFacts("p", "leader"), CoordinatorFacts("q")
    assert coordinators_complete(broby, [leader, teacher], NOW).allowed
    assert "place:responsible" in coordinators_complete(broby, [teacher, CoordinatorFacts("r")], NOW).needs


def test_level_2_is_judged_again_every_three_months(broby: Model) -> None:
    about = problem(2, track="")
    (due,) = reassessments_due(broby, case(about), about, NOW)
    assert due.due_on == dt.date(2026, 12, 1)


@pytest.mark.parametrize(("minutes", "fits"), [(14, False), (15, True), (20, True), (21, False)])
def test_the_talk_takes_15_to_20_minutes(broby: Model, minutes: int, fits: bool) -> None:
    assert plan(broby, "undringssamtale", at(0), minutes=minutes).allowed is fits


def test_who_wonders_presents_it_and_leaves(broby: Model) -> None:
    wonderer = next(
        one for one in plan(broby, "undringssamtale", at(0)).participants if one.role == "wonderer"
    )
    assert wonderer.leaves_after == "wonder"


@pytest.mark.parametrize(
    ("asked_on", "allowed"), [(dt.date(2026, 11, 23), True), (dt.date(2026, 11, 20), False)]
)
def test_the_network_meets_within_14_days_of_the_request(
    broby: Model, asked_on: dt.date, allowed: bool
) -> None:
    of = at(2, facts={"help_asked"}, events=(EventFacts("help_asked", asked_on),))
    planned = plan(broby, "netvaerksmoede", of)
    assert planned.allowed is allowed
    assert allowed or planned.needs == ("reason",)


def test_when_the_14_days_are_not_kept_the_leader_is_told(broby: Model) -> None:
    due, late = dt.date(2026, 12, 7), dt.datetime(2026, 12, 9, 12, tzinfo=dt.UTC)
    assert [one.to for one in escalations(broby, "first_meeting", due, None, late)] == ["leader"]
    assert escalations(broby, "first_meeting", due, None, late - dt.timedelta(days=2)) == ()


@pytest.mark.parametrize(
    ("age", "child", "parents", "youth"),
    [
        (11, Strength.AS_FAR_AS_POSSIBLE, Strength.ALWAYS, None),
        (12, Strength.ALWAYS, Strength.ALWAYS, None),
        (13, Strength.ALWAYS, Strength.ALWAYS, Strength.POSSIBLE),
        (17, Strength.ALWAYS, Strength.ALWAYS, Strength.POSSIBLE),
        (18, Strength.ALWAYS, Strength.POSSIBLE, Strength.POSSIBLE),
        (24, Strength.ALWAYS, Strength.POSSIBLE, Strength.POSSIBLE),
    ],
)
def test_who_comes_follows_the_age(
    broby: Model, age: int, child: Strength, parents: Strength, youth: Strength | None
) -> None:
    planned = plan(broby, "netvaerksmoede", at(2, age=age))
    assert (strength(planned, "child"), strength(planned, "parents"), strength(planned, "youth_adviser")) == (
        child,
        parents,
        youth,
    )


@pytest.mark.parametrize(("age", "exchange", "health"), [(14, 2, 2), (15, 3, 2), (16, 3, 3), (18, 1, 1)])
def test_who_consents_follows_age_and_purpose(broby: Model, age: int, exchange: int, health: int) -> None:
    of = at(2, age=age)
    assert len(givers(broby, broby.purpose("exchange"), of)) == exchange
    assert len(givers(broby, broby.purpose("exchange_health"), of)) == health


def test_the_type_follows_whether_the_authority_is_there(broby: Model) -> None:
    with_adviser = frozenset({"adviser", "staff", "parents", "child"})
    assert not plan(broby, "netvaerksmoede", at(2), roles=with_adviser).allowed
    assert plan(broby, "myndighedsmoede", at(2), roles=with_adviser).allowed
    assert not plan(broby, "myndighedsmoede", at(2), roles=with_adviser - {"adviser"}).allowed


def test_two_forms_each_agenda_and_minutes(broby: Model) -> None:
    about = problem(2, track="")
    of = case(about)
    again = plan_meeting(
        broby,
        of,
        "netvaerksmoede",
        STARTS,
        NOW,
        problem=about,
        previous=PreviousMeeting("netvaerksmoede", dt.date(2026, 10, 20)),
    )
    assert (plan(broby, "netvaerksmoede", of).form, again.form) == ("foerste_moede", "opfoelgning")
    later = held("netvaerksmoede", about, follows_up=True, filled=frozenset({"since"}))
    assert form_needed(broby, later) == broby.form("opfoelgning")
    assert may_conclude(broby, later, "again", NOW).allowed
    assert {use.value for form in broby.forms for use in form.uses} == {"agenda", "minutes"}


def test_the_family_chooses_who_reads_and_ppr_convenes_for_a_private_school(broby: Model) -> None:
    assert not may_read_record(broby, "netvaerksmoede", "staff", None, NOW).allowed
    assert may_read_record(broby, "netvaerksmoede", "staff", {"staff"}, NOW).allowed
    private = plan(broby, "netvaerksmoede", at(2, unit_kind="free_school", private=True))
    assert private.convener is not None
    assert private.convener.roles == ("psychologist",)


def test_parents_are_not_told_while_abuse_by_close_relations_is_suspected(broby: Model) -> None:
    of = at(3, facts={"abuse_by_close_relation"})
    planned = plan(broby, "myndighedsmoede", of)
    assert planned.not_told == ("network", "parents")
    done = held("myndighedsmoede", of.problems[0], case=of, perspectives=VIEWS[:1])
    assert may_conclude(broby, done, "goes_on", NOW).allowed


def test_every_outcome_can_be_chosen(broby: Model) -> None:
    for meeting in broby.meetings:
        of = at(meeting.levels[0])
        for one in outcomes(broby, meeting.key, of, NOW, of.problems[0], dt.date(2026, 11, 19)):
            assert one.open, (meeting.key, one.key)
