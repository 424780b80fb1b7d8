"""A municipality with every oddity that is known from elsewhere, through the same engine and as data alone."""

import datetime as dt
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from services.core.casework.rules import variant_of
from services.core.consent.rules import CHILD, consents_required, expiry, givers
from services.core.meeting.holding import may_cancel, may_fix_series, may_read_record
from services.core.meeting.plan import MeetingPlan
from services.core.meeting.rules import (
    Supplied,
    deadlines_after,
    form_needed,
    may_conclude,
    meeting_options,
    plan_meeting,
)
from services.core.problem.coordinating import CoordinatorFacts, coordinators_complete
from services.core.problem.rules import Kind, MoveFacts, may_move, may_open, next_steps, starting_level
from services.core.retention.rules import RecordFacts, may_erase, retention_due
from services.core.tenancy.check import check_dir
from services.core.tenancy.explain import explain_dir
from services.core.tenancy.facts import CaseFacts, EventFacts, PreviousMeeting
from services.core.tenancy.language import Strength
from services.core.tenancy.loader import load_model
from services.core.tenancy.meetings import Anchor
from services.core.tenancy.model import Model, decode_model, encode_model
from tests.rules.cases import NOW, STARTS, VIEWS, case, held, problem

DIRECTORY = Path(__file__).parent / "fjordby"
ABUSE = {"abuse_by_close_relation"}


@cache
def _model() -> Model:
    return load_model(DIRECTORY)


@pytest.fixture
def fjordby() -> Model:
    return _model()


def plan(model: Model, key: str, of: CaseFacts | None = None, **supplied: Any) -> MeetingPlan:
    about = problem(1, track="")
    facts = of or case(about)
    return plan_meeting(
        model, facts, key, STARTS, NOW, problem=about, supplied=replace(Supplied(), **supplied)
    )


def strengths(planned: MeetingPlan) -> dict[str, Strength]:
    return {one.role: one.strength for one in planned.participants}


def test_it_loads_checks_clean_and_comes_back_from_its_bytes(fjordby: Model) -> None:
    assert [str(finding) for finding in check_dir(DIRECTORY)] == []
    assert decode_model(encode_model(fjordby)) == fjordby
    assert "Sparringsforum" in explain_dir(DIRECTORY)


def test_levels_begin_at_0_and_are_lettered(fjordby: Model) -> None:
    assert [(level.number, level.label) for level in fjordby.levels] == [
        (0, "A"),
        (1, "B"),
        (2, "C"),
        (3, "D"),
    ]
    assert starting_level(fjordby) == 0
    assert may_open(fjordby, case(), 0, NOW).allowed
    start = problem(0)
    by_leader = MoveFacts(leader_involved=True, by=frozenset({"leader"}))
    assert may_move(fjordby, case(start), start, 1, NOW, by_leader).allowed
    skipped = may_move(fjordby, case(start), start, 2, NOW, MoveFacts(reason="Haster"))
    assert (skipped.allowed, skipped.needs) == (False, ())


def test_calling_from_level_0_enters_the_next_level(fjordby: Model) -> None:
    start = problem(0, track="")
    planned = plan_meeting(fjordby, case(start), "samraad", STARTS, NOW, problem=start)
    assert planned.enters_level == 1
    forum = plan_meeting(fjordby, case(start), "sparring", STARTS, NOW, problem=start)
    assert (forum.allowed, forum.enters_level) == (True, None)


def test_two_coordinators_a_child_and_one_always_a_leader(fjordby: Model) -> None:
    leader, teacher = CoordinatorFacts("p", "leader"), CoordinatorFacts("q")
    assert coordinators_complete(fjordby, [leader, teacher], NOW).allowed
    assert coordinators_complete(fjordby, [teacher, leader], NOW).allowed
    assert coordinators_complete(fjordby, [teacher, CoordinatorFacts("r")], NOW).needs == ("place:leading",)
    assert coordinators_complete(fjordby, [leader], NOW).needs == ("coordinator", "place:close")
    same = coordinators_complete(fjordby, [leader, replace(teacher, person="p")], NOW)
    assert same.needs == ("coordinator",)


@pytest.mark.parametrize(
    ("unit_kind", "count", "needs"),
    [
        ("school", 9, ("more",)),
        ("school", 10, ()),
        ("school", 12, ()),
        ("school", 13, ("fewer",)),
        ("day_care", 6, ()),
        ("day_care", 7, ("fewer",)),
        ("health_team", 8, ()),
        ("centre", 1, ()),
    ],
)
def test_how_many_a_year_follows_the_sector(
    fjordby: Model, unit_kind: str, count: int, needs: tuple[str, ...]
) -> None:
    mondays = [dt.date(2027, 1, 11) + dt.timedelta(weeks=step) for step in range(10)]
    autumn = [dt.date(2027, 9, 6) + dt.timedelta(weeks=step) for step in range(5)]
    days = (mondays + autumn)[:count]
    assert may_fix_series(fjordby, "sparring", unit_kind, days, NOW).needs == needs


def test_no_slot_is_fixed_on_a_day_off(fjordby: Model) -> None:
    decision = may_fix_series(fjordby, "sparring", "centre", [dt.date(2026, 5, 1)], NOW)
    assert decision.needs == ("day_off",)


@pytest.mark.parametrize(
    ("minutes", "children", "fits"),
    [
        (15, 1, True),
        (20, 1, True),
        (14, 1, False),
        (21, 1, False),
        (60, 4, True),
        (60, 5, False),
        (81, 4, False),
    ],
)
def test_15_to_20_minutes_a_child(fjordby: Model, minutes: int, children: int, fits: bool) -> None:
    planned = plan(fjordby, "sparring", minutes=minutes, children=children)
    assert planned.allowed is fits
    assert plan(fjordby, "sparring", minutes=minutes, children=children, reason="Et svært barn").allowed


@pytest.mark.parametrize(("minutes", "fits"), [(59, False), (60, True), (180, True)])
def test_an_hour_at_least(fjordby: Model, minutes: int, fits: bool) -> None:
    assert plan(fjordby, "samraad", minutes=minutes).allowed is fits


def test_a_meeting_is_cancelled_only_if_nobody_has_asked_for_it(fjordby: Model) -> None:
    assert not may_cancel(fjordby, "sparring", STARTS, NOW, requests=1).allowed
    assert may_cancel(fjordby, "sparring", STARTS, NOW, requests=0, role="leader").allowed
    assert may_cancel(fjordby, "sparring", STARTS, NOW, requests=0, role="staff").needs == ("by",)
    assert may_cancel(fjordby, "samraad", STARTS, NOW, requests=3).allowed


def test_the_type_is_decided_by_whether_the_authority_takes_part(fjordby: Model) -> None:
    with_adviser, without = frozenset({"adviser", "staff"}), frozenset({"staff"})
    refused = plan(fjordby, "samraad", roles=with_adviser)
    assert (refused.allowed, refused.blocks[0].key) == (False, "other_type")
    assert plan(fjordby, "samraad", roles=without).allowed
    assert plan(fjordby, "myndighedsmoede", roles=with_adviser).allowed
    assert not plan(fjordby, "myndighedsmoede", roles=without).allowed


@pytest.mark.parametrize(
    ("age", "strength"), [(11, Strength.AS_FAR_AS_POSSIBLE), (12, Strength.ALWAYS), (17, Strength.ALWAYS)]
)
def test_a_young_person_is_a_fixed_participant_from_12(fjordby: Model, age: int, strength: Strength) -> None:
    planned = plan(fjordby, "samraad", case(problem(1), age=age))
    assert strengths(planned)["child"] is strength
    assert [one.role for one in planned.participants].count("child") == 1


def test_an_unborn_child_is_invited_by_neither_rule(fjordby: Model) -> None:
    assert "child" not in strengths(plan(fjordby, "samraad", case(problem(1), age=None, stage="unborn")))


@pytest.mark.parametrize(("age", "exchange", "health"), [(14, 2, 2), (15, 3, 2), (16, 3, 3), (18, 1, 1)])
def test_own_consent_from_15_for_one_purpose_and_16_for_another(
    fjordby: Model, age: int, exchange: int, health: int
) -> None:
    of = case(age=age)
    assert len(givers(fjordby, fjordby.purpose("exchange"), of)) == exchange
    assert len(givers(fjordby, fjordby.purpose("exchange_health"), of)) == health
    assert (CHILD in givers(fjordby, fjordby.purpose("exchange_health"), of)) is (age >= 16)


def test_the_municipality_can_shorten_a_consent_and_never_lengthen_it(fjordby: Model) -> None:
    until = expiry(fjordby, "health", NOW, "exchange_health")
    assert until == dt.datetime(2027, 5, 20, 8, 0, tzinfo=dt.UTC)
    assert expiry(fjordby, "administrative", NOW, "exchange") is None


def test_children_with_an_active_case_are_not_discussed_in_the_forum(fjordby: Model) -> None:
    assert plan(fjordby, "sparring").allowed
    refused = plan(fjordby, "sparring", case(problem(1), active_case=True))
    assert "active case" in refused.blocks[0].text.en


@pytest.mark.parametrize(
    ("fact", "on", "due", "need"),
    [
        ("assault_reported", dt.date(2026, 11, 23), dt.date(2026, 12, 7), "allowed"),
        ("assault_reported", dt.date(2026, 11, 20), dt.date(2026, 12, 4), "blocked"),
        ("absence_alarm", dt.date(2026, 11, 16), dt.date(2026, 12, 7), "allowed"),
        ("absence_alarm", dt.date(2026, 11, 13), dt.date(2026, 12, 4), "reason"),
    ],
)
def test_a_meeting_within_14_days_or_three_weeks_of_an_event(
    fjordby: Model, fact: str, on: dt.date, due: dt.date, need: str
) -> None:
    of = case(problem(1), facts={fact}, events=(EventFacts(fact, on),))
    planned = plan(fjordby, "myndighedsmoede", of)
    assert [one.due_on for one in planned.deadlines] == [due]
    assert planned.allowed is (need == "allowed")
    assert bool(planned.blocks) is (need == "blocked")
    assert (planned.needs == ("reason",)) is (need == "reason")


def test_an_event_sets_its_deadlines_once_and_holding_a_meeting_does_not_set_them_again(
    fjordby: Model,
) -> None:
    of = case(facts={"assault_reported"}, events=(EventFacts("assault_reported", dt.date(2026, 11, 20)),))
    day = dt.date(2026, 11, 20)
    (due,) = deadlines_after(fjordby, "myndighedsmoede", Anchor.EVENT, day, of, NOW)
    assert (due.key, due.due_on) == ("assault_meeting", dt.date(2026, 12, 4))
    assert deadlines_after(fjordby, "myndighedsmoede", Anchor.HELD, day, of, NOW) == ()


def test_who_raised_the_concern_leaves_after_presenting_it(fjordby: Model) -> None:
    planned = plan(fjordby, "sparring")
    reporter = next(one for one in planned.participants if one.role == "reporter")
    assert reporter.leaves_after == "presented"
    assert "presented" in {item.key for item in planned.agenda}


def test_the_first_meeting_and_the_follow_up_have_forms_of_their_own(fjordby: Model) -> None:
    about = problem(1, track="")
    before = PreviousMeeting("samraad", dt.date(2026, 10, 1))
    assert plan(fjordby, "samraad").form == "samraad_foerste"
    again = plan_meeting(fjordby, case(about), "samraad", STARTS, NOW, problem=about, previous=before)
    assert again.form == "samraad_opfoelgning"
    first = held("samraad", about, filled=frozenset({"since"}))
    assert may_conclude(fjordby, first, "again", NOW).needs == ("form:situation", "form:wishes")
    later = replace(first, follows_up=True)
    assert form_needed(fjordby, later) == fjordby.form("samraad_opfoelgning")
    assert may_conclude(fjordby, later, "again", NOW).allowed
    for form in fjordby.forms:
        assert {use.value for use in form.uses} == {"agenda", "minutes"}


def test_a_private_institution_has_no_municipal_leader(fjordby: Model) -> None:
    private = plan(fjordby, "samraad", case(problem(1), unit_kind="free_school", private=True))
    own = plan(fjordby, "samraad", case(problem(1), unit_kind="school"))
    assert private.convener is not None
    assert own.convener is not None
    assert (private.convener.roles, own.convener.roles) == (("psychologist",), ("leader",))
    assert [kind.key for kind in fjordby.unit_kinds if kind.private] == ["free_school", "private_day_care"]


def test_parents_are_not_told_at_suspicion_of_abuse_by_close_relations(fjordby: Model) -> None:
    of = case(problem(1), facts=ABUSE, events=(EventFacts("assault_reported", dt.date(2026, 11, 23)),))
    planned = plan(fjordby, "myndighedsmoede", of)
    assert planned.not_told == ("network", "parents")
    assert {"parents", "network"} <= set(planned.excluded)
    assert planned.perspective_of == ("child",)
    assert planned.deadlines[0].to == ("staff",)
    assert consents_required(fjordby, "myndighedsmoede", of, NOW) == ()
    done = held("myndighedsmoede", problem(1), case=of, perspectives=VIEWS[:1])
    assert may_conclude(fjordby, done, "further", NOW).allowed


def test_and_the_underretning_goes_at_once_and_says_that_they_are_not_told(fjordby: Model) -> None:
    about = problem(1, facts=ABUSE)
    first = next_steps(fjordby, case(about), about, NOW)[0]
    assert (first.kind, first.allowed, first.advised, first.needs) == (Kind.NOTIFY, True, True, ())
    (silent,) = [reason for reason in first.reasons if reason.key == "not_told"]
    assert silent.legal_basis[0].key == "investigation"
    other = problem(1, facts={"violence_concern"})
    assert "not_told" not in {one.key for one in next_steps(fjordby, case(other), other, NOW)[0].reasons}


@pytest.mark.parametrize(
    ("age", "district", "variant"),
    [
        (None, "", "early"),
        (5, "north", "early"),
        (6, "north", "school_age"),
        (5, "special_area", "special"),
        (12, "special_area", "special"),
    ],
)
def test_variants_stand_side_by_side(fjordby: Model, age: int | None, district: str, variant: str) -> None:
    of = case(problem(1, track=""), age=age, district=district)
    assert variant_of(fjordby, of) == variant
    options = {one.type_key: one for one in meeting_options(fjordby, of, NOW, problem(1, track=""))}
    assert options["sparring"].allowed is (variant != "special")
    assert options["samraad"].allowed


def test_the_family_chooses_who_may_read(fjordby: Model) -> None:
    def may(role: str, chosen: set[str] | None) -> bool:
        return may_read_record(fjordby, "samraad", role, chosen, NOW).allowed

    assert may("parents", None)
    assert may("leader", None), "who answers for the meeting"
    assert not may("staff", None)
    assert not may("staff", {"health_visitor"})
    assert may("staff", {"staff"})
    assert may_read_record(fjordby, "myndighedsmoede", "staff", None, NOW).allowed
    assert plan(fjordby, "samraad").family_chooses_readers


def test_what_is_preserved_is_handed_over_before_it_is_erased(fjordby: Model) -> None:
    due = retention_due(fjordby, RecordFacts("casework", {"casework_closed": dt.date(2026, 11, 20)}))
    assert due is not None
    assert due.on == dt.date(2029, 11, 20)
    assert not may_erase(due, due.on, held=False, exported=False).allowed
    assert may_erase(due, due.on, held=False, exported=True).allowed
