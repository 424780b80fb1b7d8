"""Randers: who meets, with what, by when, and what it can lead to."""

import datetime as dt
from dataclasses import replace

import pytest

from services.core.calendar import local_instant
from services.core.casework.roles import role_among
from services.core.consent.rules import consents_required
from services.core.meeting.plan import MeetingPlan
from services.core.meeting.rules import (
    Supplied,
    form_needed,
    may_conclude,
    meeting_options,
    outcomes,
    plan_meeting,
)
from services.core.tenancy.facts import (
    AgreementFacts,
    CaseFacts,
    CircleMember,
    PerspectiveFacts,
    PreviousMeeting,
    ProblemFacts,
)
from services.core.tenancy.language import Strength
from services.core.tenancy.meetings import Effect
from services.core.tenancy.model import Model
from tests.rules.cases import NOW, STARTS, VIEWS, case, held, problem

LEVEL_3, LEVEL_4 = "netvaerksmoede_3", "netvaerksmoede_4"


def plan(
    model: Model, key: str, about: ProblemFacts | None = None, of: CaseFacts | None = None
) -> MeetingPlan:
    return plan_meeting(model, of or case(*([about] if about else [])), key, STARTS, NOW, problem=about)


def strengths(planned: MeetingPlan) -> dict[str, Strength]:
    return {one.role: one.strength for one in planned.participants}


def test_RA_07_the_network_meetings_use_one_common_form(randers: Model) -> None:
    form = randers.form("det_gule_skema")
    assert {randers.meeting(LEVEL_3).form, randers.meeting(LEVEL_4).form} == {form.key}
    assert {"agreements", "contact", "coordinator"} <= {field.key for field in form.fields}
    assert {field.source for field in form.fields if field.key in {"agreements", "contact"}} == {
        "agreements",
        "contact",
    }


def test_RA_08_level_1_takes_internal_resources_child_parents_and_network(randers: Model) -> None:
    planned = plan(randers, "niveau_1_samtale", problem(1))
    assert {"child", "parents", "network", "staff", "resource_person"} <= strengths(planned).keys()
    assert not any(one.external for one in planned.participants)


def test_RA_09_level_2_is_for_professionals_and_never_about_a_named_child(randers: Model) -> None:
    planned = plan_meeting(randers, case(), "konsultativt_moede", STARTS, NOW)
    assert {"child", "parents"} <= set(planned.excluded)
    assert strengths(planned)["leader"] is Strength.POSSIBLE
    about = problem(2)
    options = {one.type_key: one for one in meeting_options(randers, case(about), NOW, about)}
    assert not options["konsultativt_moede"].allowed
    assert options["konsultativt_moede"].reasons[0].rule == "RA-09"
    # Nor is it offered at a child who has no problem yet.
    (none,) = (one for one in meeting_options(randers, case(), NOW) if one.type_key == "konsultativt_moede")
    assert (none.allowed, none.reasons[0].key) == (False, "not_named")
    assert plan(randers, "konsultativt_moede", about).blocks[0].key == "not_named"


def test_RA_09_the_green_form_only_where_a_consultative_course_is_decided(randers: Model) -> None:
    undecided = held("konsultativt_moede", filled=frozenset())
    assert form_needed(randers, undecided) is None
    decided = replace(undecided, case=case(facts={"consultative_course"}))
    assert form_needed(randers, decided) == randers.form("det_groenne_skema")
    refused = may_conclude(randers, decided, "progress", NOW)
    assert "form:goal" in refused.needs
    assert may_conclude(randers, undecided, "progress", NOW).allowed


@pytest.mark.parametrize(("level", "key"), [(3, LEVEL_3), (4, LEVEL_4)])
def test_RA_10_the_leader_convenes_on_the_yellow_form(randers: Model, level: int, key: str) -> None:
    planned = plan(randers, key, problem(level))
    assert planned.convener is not None
    assert (planned.convener.roles, planned.convener.why.rule) == (("leader",), "RA-10")
    assert planned.form == "det_gule_skema"
    assert strengths(planned)["parents"] is Strength.ALWAYS


def test_RA_10_a_specialised_effort_can_start_from_a_level_3_meeting(randers: Model) -> None:
    about = problem(3)
    done = held(LEVEL_3, about)
    assert may_conclude(randers, done, "specialised_from_here", NOW).needs == ("reason",)
    assert may_conclude(
        randers, replace(done, reason="PPR kan begynde nu"), "specialised_from_here", NOW
    ).allowed


def test_RA_11_the_agenda_is_sent_at_the_latest_5_working_days_before(randers: Model) -> None:
    (agenda,) = plan(randers, LEVEL_3, problem(3)).deadlines
    # Monday 7 December 2026: the fifth working day before it is Monday 30 November.
    assert (agenda.due_on, agenda.by, agenda.why.rule) == (dt.date(2026, 11, 30), "leader", "RA-11")
    assert agenda.due_at == dt.datetime(2026, 11, 30, 23, 0, tzinfo=dt.UTC)
    assert {"parents", "psychologist", "partner"} <= set(agenda.to)


def test_RA_11_working_days_leave_out_christmas(randers: Model) -> None:
    starts = local_instant(dt.date(2027, 1, 4), dt.time(13))
    planned = plan_meeting(randers, case(problem(3)), LEVEL_3, starts, NOW, problem=problem(3))
    # 24, 25 and 31 December and 1 January do not count; 28, 29, 30, 23 and 22 December do.
    assert planned.deadlines[0].due_on == dt.date(2026, 12, 22)


def test_RA_11_on_the_last_day_it_is_in_time_and_the_day_after_it_takes_a_reason(randers: Model) -> None:
    about = problem(3)
    last = local_instant(dt.date(2026, 11, 30), dt.time(23, 59))
    late = local_instant(dt.date(2026, 12, 1), dt.time(0))
    assert plan_meeting(randers, case(about), LEVEL_3, STARTS, last, problem=about).allowed
    refused = plan_meeting(randers, case(about), LEVEL_3, STARTS, late, problem=about)
    assert (refused.needs, refused.missing[0].rule) == (("reason",), "RA-11")
    reasoned = Supplied(reason="Barnet har brug for det nu")
    assert plan_meeting(randers, case(about), LEVEL_3, STARTS, late, problem=about, supplied=reasoned).allowed


def test_RA_11_the_leader_is_reminded_at_nine_local_time(randers: Model) -> None:
    (agenda,) = plan(randers, LEVEL_3, problem(3)).deadlines
    assert agenda.remind_at == (dt.datetime(2026, 11, 26, 8, 0, tzinfo=dt.UTC),)


def test_RA_12_at_level_3_the_child_should_take_part_as_far_as_possible(randers: Model) -> None:
    planned = plan(randers, LEVEL_3, problem(3))
    child = next(one for one in planned.participants if one.role == "child")
    assert (child.strength, child.leave_out_reason, child.why.rule) == (
        Strength.AS_FAR_AS_POSSIBLE,
        True,
        "RA-12",
    )
    assert [purpose.key for purpose in planned.purposes] == ["unfold", "follow_up", "possibilities", "roles"]


@pytest.mark.parametrize(("age", "stage"), [(None, "unborn"), (1, "before_institution")])
def test_RA_14_before_institution_age_the_health_visitor_stands_in(
    randers: Model, age: int | None, stage: str
) -> None:
    about = problem(3)
    planned = plan(randers, LEVEL_3, about, case(about, age=age, stage=stage))
    found = strengths(planned)
    assert found["health_visitor"] is Strength.ALWAYS
    assert "health_team" in found
    assert not {"staff", "leader"} & found.keys()
    assert found["parents"] is Strength.ALWAYS
    assert ("child" in found) == (age is not None)


def test_RA_14_from_day_care_on_the_staff_take_part(randers: Model) -> None:
    about = problem(3)
    found = strengths(plan(randers, LEVEL_3, about, case(about, age=1, stage="day_care")))
    assert found["staff"] is Strength.ALWAYS
    assert found["health_visitor"] is Strength.POSSIBLE


def test_RA_15_others_are_ad_hoc_and_the_network_is_fixed_only_at_level_3(randers: Model) -> None:
    third, fourth = plan(randers, LEVEL_3, problem(3)), plan(randers, LEVEL_4, problem(4))
    assert strengths(third)["partner"] is Strength.AD_HOC
    assert not next(one for one in third.participants if one.role == "partner").invited
    assert (strengths(third)["network"], strengths(fourth)["network"]) == (Strength.ALWAYS, Strength.POSSIBLE)


@pytest.mark.parametrize(
    ("key", "level", "expected"),
    [
        ("niveau_1_samtale", 1, {("stay", None), ("move", 2), ("move", 3)}),
        ("konsultativt_moede", 2, {("move", 1), ("stay", None), ("move", 3)}),
        (LEVEL_3, 3, {("move", 1), ("follow_up", None), ("stay", None), ("move", 4)}),
        (LEVEL_4, 4, {("stay", None), ("move", 3), ("follow_up", None), ("decide", None)}),
        ("inddragende_netvaerksmoede", 5, {("move", 1), ("decide", None), ("follow_up", None)}),
    ],
)
def test_RA_16_the_outcomes_of_each_level(
    randers: Model, key: str, level: int, expected: set[tuple[str, int | None]]
) -> None:
    found = outcomes(randers, key, case(problem(level)), NOW, problem(level))
    assert {(one.effect.value, one.moves_to) for one in found} == expected


def test_RA_16_too_little_at_level_3_leads_to_level_4(randers: Model) -> None:
    assert may_conclude(randers, held(LEVEL_3, problem(3)), "too_little", NOW).allowed


def test_RA_17_a_follow_up_keeps_the_same_circle(randers: Model) -> None:
    before = PreviousMeeting(
        LEVEL_3,
        dt.date(2026, 11, 10),
        (CircleMember("parents", "m"), CircleMember("psychologist", "psy"), CircleMember("leader", "l")),
    )
    about = problem(3)
    again = plan_meeting(randers, case(about), LEVEL_3, STARTS, NOW, problem=about, previous=before)
    assert again.same_circle
    psychologist = next(one for one in again.participants if one.role == "psychologist")
    assert (psychologist.invited, psychologist.refs, psychologist.why.rule) == (True, ("psy",), "RA-17")
    assert not next(one for one in again.participants if one.role == "speech_therapist").invited


def test_RA_17_a_first_meeting_has_no_circle_to_keep(randers: Model) -> None:
    planned = plan(randers, LEVEL_3, problem(3))
    assert not planned.same_circle
    assert not next(one for one in planned.participants if one.role == "psychologist").invited


def test_RA_18_progress_with_a_specialised_effort_sets_the_half_year(randers: Model) -> None:
    found = outcomes(randers, LEVEL_4, case(problem(4)), NOW, problem(4), dt.date(2026, 11, 19))
    going_on = next(one for one in found if one.key == "progress_specialised")
    assert (going_on.effect, going_on.reassess_by) == (Effect.STAY, dt.date(2027, 5, 19))


def test_RA_19_level_5_is_no_outcome_where_the_family_is_not_concerned(randers: Model) -> None:
    other = held(LEVEL_4, problem(4))
    refused = may_conclude(randers, other, "consider_5", NOW)
    assert (refused.allowed, refused.needs) == (False, ())
    assert "RA-19" in refused.reasons[0].also
    assert may_conclude(randers, held(LEVEL_4, problem(4, family_related=True)), "consider_5", NOW).allowed


def test_RA_24_the_centre_calls_and_chairs_the_involving_meeting(randers: Model) -> None:
    planned = plan(randers, "inddragende_netvaerksmoede", problem(5, facts={"family_asks"}))
    assert planned.convener is not None
    assert planned.chair is not None
    assert planned.convener.roles == planned.chair.roles == ("adviser",)
    assert [purpose.key for purpose in planned.purposes] == ["information", "resources", "coordinate"]


def test_RA_25_general_professionals_come_as_a_rule_and_only_with_the_parents_consent(randers: Model) -> None:
    planned = plan(randers, "inddragende_netvaerksmoede", problem(5))
    general = [one for one in planned.participants if one.role in {"leader", "staff"}]
    assert {(one.strength, one.consent) for one in general} == {(Strength.AS_A_RULE, "exchange")}
    (need,) = [one for one in planned.consents if one.purpose == "exchange"]
    assert need.givers == ("mother", "father")
    assert (need.why.rule, need.blocks, set(need.roles)) == ("RA-25", False, {"leader", "staff"})


def test_RA_28_a_parallel_meeting_stays_with_the_institutions_leader(randers: Model) -> None:
    about = problem(5)
    active = case(about, active_case=True)
    planned = plan(randers, "parallelt_netvaerksmoede", about, active)
    assert planned.convener is not None
    assert planned.convener.roles == ("leader",)
    assert strengths(planned)["adviser"] is Strength.POSSIBLE
    assert planned.allowed
    at_home = problem(5, track="home")
    assert plan(randers, "parallelt_netvaerksmoede", at_home, case(at_home, active_case=True)).blocks
    # Without a case the condition is told as one; alone it would say that the family has a case.
    (no, *_) = plan(randers, "parallelt_netvaerksmoede", about, case(about)).blocks
    assert no.text.da.startswith("Betingelsen er ikke opfyldt: Der er en aktiv sag")


def test_RA_31_detecting_at_level_1_takes_place_with_child_and_parents(randers: Model) -> None:
    found = strengths(plan(randers, "niveau_1_samtale", problem(1)))
    assert (found["parents"], found["child"]) == (Strength.ALWAYS, Strength.AS_A_RULE)
    meeting = randers.meeting("niveau_1_samtale")
    assert (meeting.family.part, meeting.family.rule) == ("takes_part", "RA-31")
    assert any("with child and parents" in purpose.en for purpose in randers.level(1).purposes)


def test_RA_32_the_purposes_of_level_4(randers: Model) -> None:
    found = [purpose.key for purpose in plan(randers, LEVEL_4, problem(4)).purposes]
    assert found == ["start", "follow_up", "possibilities", "roles"]


@pytest.mark.parametrize(("level", "key"), [(3, LEVEL_3), (4, LEVEL_4)])
def test_RA_33_possible_participants_at_levels_3_and_4(randers: Model, level: int, key: str) -> None:
    possible = [one for one in plan(randers, key, problem(level)).participants if one.why.rule == "RA-33"]
    assert {one.role for one in possible} == {
        "psychologist",
        "speech_therapist",
        "outreach_social_worker",
        "health_visitor",
    }
    assert not any(one.invited for one in possible)


def test_RA_34_the_involving_meeting_can_always_be_followed_by_another(randers: Model) -> None:
    found = {one.key: one for one in outcomes(randers, "inddragende_netvaerksmoede", case(), NOW)}
    assert (found["continue"].effect, found["continue"].same_circle) == (Effect.FOLLOW_UP, True)


def test_RA_37_calling_a_level_3_meeting_is_the_step_from_2_to_3(randers: Model) -> None:
    planned = plan(randers, LEVEL_3, problem(2))
    assert (planned.allowed, planned.enters_level, planned.form) == (True, 3, "det_gule_skema")
    from_one = plan(randers, LEVEL_3, problem(1))
    assert (from_one.needs, from_one.missing[0].rule) == (("reason",), "RA-03")


def test_ALL_07_closing_takes_both_perspectives_or_the_recorded_attempts(randers: Model) -> None:
    about = problem(3)
    silent = replace(held(LEVEL_3, about), perspectives=())
    assert may_conclude(randers, silent, "enough", NOW).needs == ("perspective:child", "perspective:parent")
    tried = (PerspectiveFacts("child", False, attempts=True), PerspectiveFacts("parent", True))
    assert may_conclude(randers, replace(silent, perspectives=tried), "enough", NOW).allowed
    unsaid = (PerspectiveFacts("child", False), PerspectiveFacts("parent", True))
    assert may_conclude(randers, replace(silent, perspectives=unsaid), "enough", NOW).needs == (
        "perspective:child",
    )


def test_ALL_07_an_unborn_child_has_no_perspective_to_wait_for(randers: Model) -> None:
    about = problem(3)
    unborn = held(LEVEL_3, about, case=case(about, age=None, stage="unborn"), perspectives=VIEWS[1:])
    assert may_conclude(randers, unborn, "enough", NOW).allowed


def test_ALL_08_an_agreement_has_somebody_who_answers_for_it(randers: Model) -> None:
    done = held(LEVEL_3, problem(3))
    nobody = replace(done, agreements=(AgreementFacts(has_responsible=False),))
    assert may_conclude(randers, nobody, "enough", NOW).needs == ("agreement",)
    assert may_conclude(randers, replace(done, agreements=(AgreementFacts(True),)), "enough", NOW).allowed


def test_ALL_12_the_form_asks_what_was_tried_close_to_the_child(randers: Model) -> None:
    done = held(LEVEL_3, problem(3))
    without = replace(done, filled=done.filled - {"tried_locally"})
    refused = may_conclude(randers, without, "enough", NOW)
    assert (refused.needs, refused.reasons[0].rule) == (("form:tried_locally",), "ALL-12")


def test_a_meeting_that_was_not_held_cannot_be_concluded(randers: Model) -> None:
    coming = replace(held(LEVEL_3, problem(3)), held_on=None)
    assert may_conclude(randers, coming, "enough", NOW).needs == ("held",)
    tomorrow = replace(held(LEVEL_3, problem(3)), held_on=dt.date(2026, 11, 21))
    assert may_conclude(randers, tomorrow, "enough", NOW).needs == ("held",)


def test_consent_is_asked_only_for_those_who_come(randers: Model) -> None:
    of = case(problem(3))
    assert consents_required(randers, LEVEL_3, of, NOW, {"leader", "staff", "parents"}) == ()
    (health,) = consents_required(randers, LEVEL_3, of, NOW, {"health_visitor"})
    assert (health.purpose, health.roles) == ("exchange_health", ("health_visitor",))


def test_who_chairs_without_a_place_has_the_name_of_the_role_they_chair_in(randers: Model) -> None:
    """A profession says which; a leader who acts as one has often no profession that the model names for it."""
    roles = ["staff", "leader"]
    named = {
        one: role_among(randers, roles, one) for one in ("school_leader", "class_teacher", "health_visitor")
    }
    assert named == {"school_leader": "leader", "class_teacher": "staff", "health_visitor": "leader"}
    assert role_among(randers, ["staff"], "health_visitor") is None


def test_a_sunday_is_told_and_refused_to_nobody(randers: Model) -> None:
    about = problem(3)
    for day, advised in ((6, True), (7, False), (25, True)):
        starts = local_instant(dt.date(2026, 12, day), dt.time(13))
        planned = plan_meeting(randers, case(about), "netvaerksmoede_3", starts, NOW, problem=about)
        assert ("day_off" in {one.key for one in planned.advice}) is advised
        assert not planned.blocks


def test_what_is_missing_for_a_child_without_a_problem_is_told_once(randers: Model) -> None:
    [option] = [one for one in meeting_options(randers, case(), NOW) if one.type_key == "netvaerksmoede_3"]
    assert option.reasons[0].text.da == "Opret en problematik først."
    assert len({one.text.da for one in option.reasons}) == len(option.reasons)
