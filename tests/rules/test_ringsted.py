"""Ringsted's main meeting types through the same engine."""

import datetime as dt
from dataclasses import replace
from typing import Any

import msgspec
import pytest

from services.core.meeting.plan import MeetingPlan, PlannedParticipant
from services.core.meeting.rules import (
    Supplied,
    deadlines_after,
    may_conclude,
    meeting_options,
    outcomes,
    plan_meeting,
)
from services.core.tenancy.facts import AgreementFacts, CaseFacts, MeetingFacts, PerspectiveFacts
from services.core.tenancy.language import Strength
from services.core.tenancy.meetings import Anchor
from services.core.tenancy.model import Model
from tests.rules.cases import NOW, STARTS, case, held

READY = {"setting_adjusted"}
AGREEMENT_FORM = frozenset({"situation", "tried", "works"})
AUTHORITY_FORM = frozenset({"perspectives", "risk_assessment", "protective", "recommendations"})


def plan(
    model: Model, key: str, of: CaseFacts | None = None, starts: dt.datetime = STARTS, **supplied: Any
) -> MeetingPlan:
    return plan_meeting(model, of or case(), key, starts, NOW, supplied=replace(Supplied(), **supplied))


def role(planned: MeetingPlan, key: str) -> PlannedParticipant:
    return next(one for one in planned.participants if one.role == key)


def follow_up(**facts: Any) -> MeetingFacts:
    of = case(active_case=True, facts={"measure_started"})
    return held("bfm_opfoelgning", case=of, filled=AUTHORITY_FORM, **facts)


@pytest.mark.parametrize("key", ["samarbejdsmoede", "tvaerfagligt_dialogmoede"])
def test_RI_02_what_was_adjusted_first_or_what_was_tried_is_told(ringsted: Model, key: str) -> None:
    refused = plan(ringsted, key)
    assert (refused.needs, refused.missing[0].rule) == (("reason",), "RI-02")
    assert plan(ringsted, key, case(facts=READY)).allowed
    assert plan(ringsted, key, reason="Vi har prøvet små grupper").allowed


def test_RI_03_four_types_in_order_of_weight(ringsted: Model) -> None:
    weights = {
        key: ringsted.meeting(key).weight
        for key in ("udvidet_foraeldresamarbejde", "samarbejdsmoede", "tvaerfagligt_dialogmoede")
    }
    assert list(weights.values()) == [1, 2, 3]
    authority = [one.weight for one in ringsted.meetings if one.kind_of == "boerne_og_familiemoede"]
    assert min(authority) == 4


def test_RI_04_extended_cooperation_works_from_an_individual_action_plan(ringsted: Model) -> None:
    meeting = ringsted.meeting("udvidet_foraeldresamarbejde")
    assert [ground.key for ground in meeting.grounds] == ["distress", "poor_progress", "sudden_change"]
    assert [document.form for document in meeting.documents] == ["individuel_handleplan"]


def test_RI_05_external_professionals_only_when_leader_and_parents_agree(ringsted: Model) -> None:
    planned = plan(ringsted, "udvidet_foraeldresamarbejde")
    outside = role(planned, "partner")
    assert (outside.agreed_by, outside.invited) == (("leader", "parents"), False)
    assert role(planned, "child").or_perspective
    assert role(planned, "leader").strength is role(planned, "guide").strength is Strength.POSSIBLE


def test_RI_06_the_local_professional_convenes_chairs_and_follows_up(ringsted: Model) -> None:
    planned = plan(ringsted, "udvidet_foraeldresamarbejde")
    for duty in (planned.convener, planned.chair, planned.follows_up):
        assert duty is not None
        assert (duty.roles, duty.why.rule) == (("staff",), "RI-06")


def test_RI_07_in_the_health_service_the_health_visitor_holds_it(ringsted: Model) -> None:
    planned = plan(ringsted, "udvidet_foraeldresamarbejde", case(age=None, stage="unborn"))
    assert planned.convener is not None
    assert (planned.convener.roles, planned.convener.why.rule) == (("health_visitor",), "RI-07")
    assert role(planned, "health_visitor").strength is Strength.ALWAYS


def test_RI_08_who_always_takes_part_in_a_samarbejdsmoede(ringsted: Model) -> None:
    planned = plan(ringsted, "samarbejdsmoede", case(facts=READY))
    always = {one.role for one in planned.participants if one.strength is Strength.ALWAYS}
    assert always == {"child", "parents", "leader", "staff"}


@pytest.mark.parametrize(("count", "advised"), [(1, False), (2, False), (3, True)])
def test_RI_09_more_than_two_external_professions_is_advice_and_never_a_block(
    ringsted: Model, count: int, advised: bool
) -> None:
    professions = frozenset(["psychologist", "health_visitor", "family_worker"][:count])
    planned = plan(ringsted, "samarbejdsmoede", case(facts=READY), professions=professions)
    assert planned.allowed
    assert ("RI-09" in {reason.rule for reason in planned.advice}) is advised
    said = " ".join(reason.text.da for reason in planned.advice)
    assert ("Overvej: Tværfagligt dialogmøde." in said) is advised


def test_RI_11_without_the_family_takes_the_parents_knowledge_and_no_consent(ringsted: Model) -> None:
    untold = plan(ringsted, "professionelt_samarbejdsmoede", reason="en grund erstatter det ikke")
    assert (untold.allowed, untold.blocks[0].rule) == (False, "RI-11")
    told = plan(ringsted, "professionelt_samarbejdsmoede", case(facts={"parents_informed"}))
    assert told.allowed
    assert told.consents == ()
    assert told.perspective_of == ("child", "parent")


def test_RI_12_the_leader_and_the_closest_answer_for_the_meeting(ringsted: Model) -> None:
    planned = plan(ringsted, "samarbejdsmoede", case(facts=READY))
    for duty in (planned.convener, planned.chair, planned.writer, planned.follows_up):
        assert duty is not None
        assert (duty.roles, duty.why.rule) == (("leader", "staff", "resource_person"), "RI-12")


def test_RI_14_a_dialogue_meeting_gathers_several_external_professions(ringsted: Model) -> None:
    of = case(facts=READY)
    one = plan(ringsted, "tvaerfagligt_dialogmoede", of, professions=frozenset({"psychologist"}))
    assert "RI-14" in {reason.rule for reason in one.advice}
    two = frozenset({"psychologist", "ssp_worker"})
    several = plan(ringsted, "tvaerfagligt_dialogmoede", of, professions=two)
    assert "RI-14" not in {reason.rule for reason in several.advice}


def test_RI_15_the_fixed_adviser_is_invited_where_a_case_is_active(ringsted: Model) -> None:
    active = plan(ringsted, "tvaerfagligt_dialogmoede", case(active_case=True, facts=READY))
    assert (role(active, "adviser").invited, role(active, "adviser").why.rule) == (True, "RI-15")
    without = plan(ringsted, "tvaerfagligt_dialogmoede", case(facts=READY))
    assert "adviser" not in {one.role for one in without.participants}


def test_RI_16_the_local_leader_answers_for_a_dialogue_meeting(ringsted: Model) -> None:
    planned = plan(ringsted, "tvaerfagligt_dialogmoede", case(facts=READY))
    assert planned.convener is not None
    assert (planned.convener.roles, planned.convener.why.rule) == (("leader",), "RI-16")


def test_RI_17_an_authority_meeting_takes_an_active_case(ringsted: Model) -> None:
    facts = {"clarification", "assessment_running", "assessment_done", "measure_started"}
    kinds = [one for one in ringsted.meetings if one.key.startswith("bfm_")]
    without = {one.type_key: one for one in meeting_options(ringsted, case(facts=facts), NOW)}
    active = {
        one.type_key: one for one in meeting_options(ringsted, case(facts=facts, active_case=True), NOW)
    }
    for kind in kinds:
        assert not without[kind.key].allowed, kind.key
        assert active[kind.key].allowed, kind.key
        assert "RI-17" in {kind.rule, *kind.also}


def test_RI_18_its_four_kinds_and_the_professional_one(ringsted: Model) -> None:
    kinds = {one.key for one in ringsted.meetings if one.kind_of == "boerne_og_familiemoede"}
    assert kinds == {"bfm_vidensindsamling", "bfm_samarbejdsmoede", "bfm_opstart", "bfm_opfoelgning"}


def test_RI_19_information_is_gathered_at_a_clarification_or_an_assessment(ringsted: Model) -> None:
    assert plan(ringsted, "bfm_vidensindsamling", case(active_case=True)).blocks[0].rule == "RI-19"
    for fact in ("clarification", "assessment_running"):
        assert plan(ringsted, "bfm_vidensindsamling", case(active_case=True, facts={fact})).allowed


def test_RI_20_in_an_active_case_it_takes_the_parents_consent_to_being_held(ringsted: Model) -> None:
    planned = plan(ringsted, "bfm_professionelt_samarbejdsmoede", case(active_case=True))
    (need,) = planned.consents
    assert (need.blocks, need.givers, need.why.rule) == (True, ("mother", "father"), "RI-20")


def test_RI_21_the_action_plan_is_ready_before_the_start_up_meeting(ringsted: Model) -> None:
    of = case(active_case=True, facts={"assessment_done"})
    without = plan(ringsted, "bfm_opstart", of, documents=frozenset())
    assert (without.needs, without.missing[0].rule) == (("document:handleplan",), "RI-21")
    assert plan(ringsted, "bfm_opstart", of, documents=frozenset({"handleplan"})).allowed
    required = {field.key for field in ringsted.form("handleplan").fields if field.required}
    assert required == {"purpose", "goals", "tasks", "evaluation"}


def test_RI_22_the_first_follow_up_is_held_within_three_months_of_the_start(ringsted: Model) -> None:
    of = case(active_case=True, facts={"measure_started"})
    started = dt.date(2026, 9, 7)
    on_the_day = plan(ringsted, "bfm_opfoelgning", of, measure_started_on=started)
    assert on_the_day.allowed
    first = next(one for one in on_the_day.deadlines if one.key == "first_follow_up")
    assert (first.due_on, first.why.rule) == (dt.date(2026, 12, 7), "RI-22")
    a_day_later = plan(
        ringsted, "bfm_opfoelgning", of, STARTS + dt.timedelta(days=1), measure_started_on=started
    )
    assert (a_day_later.needs, a_day_later.missing[0].rule) == (("reason",), "RI-22")


def test_RI_22_the_law_of_the_day_is_cited_beside_the_papers(ringsted: Model) -> None:
    of = case(active_case=True, facts={"measure_started"})
    planned = plan(ringsted, "bfm_opfoelgning", of, measure_started_on=dt.date(2026, 9, 7))
    first = next(one for one in planned.deadlines if one.key == "first_follow_up")
    (basis,) = first.why.legal_basis
    assert (basis.paper.da, basis.today.da) == ("Serviceloven § 70", "Barnets lov § 95")


def test_RI_22_the_start_up_leads_to_the_follow_up(ringsted: Model) -> None:
    (started,) = outcomes(ringsted, "bfm_opstart", case(active_case=True), NOW, None, dt.date(2026, 9, 7))
    assert (started.meeting, started.follow_up_by) == ("bfm_opfoelgning", dt.date(2026, 12, 7))


def test_RI_23_the_next_is_called_at_the_meeting_and_within_six_months(ringsted: Model) -> None:
    missing = may_conclude(ringsted, follow_up(), "continue", NOW)
    assert (missing.needs, missing.reasons[0].rule) == (("next_meeting",), "RI-23")
    # Held on 19 November 2026: six months on is Wednesday 19 May 2027.
    last = dt.date(2027, 5, 19)
    assert may_conclude(ringsted, follow_up(next_called_for=last), "continue", NOW).allowed
    late = follow_up(next_called_for=last + dt.timedelta(days=1))
    assert may_conclude(ringsted, late, "continue", NOW).needs == ("next_meeting",)


def test_RI_23_when_the_measure_ends_no_next_meeting_is_called(ringsted: Model) -> None:
    assert may_conclude(ringsted, follow_up(), "end", NOW).allowed


def test_RI_24_the_adjusted_plan_goes_out_within_two_weeks(ringsted: Model) -> None:
    found = deadlines_after(ringsted, "bfm_opfoelgning", Anchor.HELD, dt.date(2026, 11, 19), case(), NOW)
    assert [(one.key, one.due_on, one.why.rule) for one in found] == [
        ("plan_sent", dt.date(2026, 12, 3), "RI-24")
    ]


def test_RI_25_an_external_professional_chairs_agreed_a_week_before(ringsted: Model) -> None:
    planned = plan(ringsted, "bfm_samarbejdsmoede", case(active_case=True))
    assert planned.convener is not None
    assert planned.chair is not None
    assert planned.convener.roles == ("adviser",)
    assert "adviser" not in planned.chair.roles
    assert (planned.chair.external, planned.chair.agreed_on) == (True, dt.date(2026, 11, 30))
    agreed = next(one for one in planned.deadlines if one.task == "agree_chair")
    assert (agreed.due_on, agreed.why.rule) == (dt.date(2026, 11, 30), "RI-25")


def test_RI_26_two_types_share_their_frame_and_the_authority_meeting_has_its_own(ringsted: Model) -> None:
    shared = {ringsted.meeting(key).form for key in ("samarbejdsmoede", "tvaerfagligt_dialogmoede")}
    own = {one.form for one in ringsted.meetings if one.kind_of == "boerne_og_familiemoede"}
    assert (shared, own) == ({"aftaleskema"}, {"aftaleskema_bfm"})


def test_RI_27_closing_takes_the_childs_perspective_or_the_attempts(ringsted: Model) -> None:
    done = held("samarbejdsmoede", filled=AGREEMENT_FORM)
    assert may_conclude(ringsted, done, "enough", NOW).allowed
    silent = replace(done, perspectives=(PerspectiveFacts("parent", True),))
    refused = may_conclude(ringsted, silent, "enough", NOW)
    assert (refused.needs, refused.reasons[0].rule) == (("perspective:child",), "RI-27")
    tried = (*silent.perspectives, PerspectiveFacts("child", False, attempts=True))
    assert may_conclude(ringsted, replace(silent, perspectives=tried), "enough", NOW).allowed
    rule = ringsted.meeting("samarbejdsmoede").perspective
    assert rule is not None
    assert [text.en for text in rule.consider][:3] == ["Age", "Maturity", "Disability"]


def test_RI_30_the_request_names_one_of_four_grounds(ringsted: Model) -> None:
    meeting = ringsted.meeting("samarbejdsmoede")
    assert meeting.ground_required
    assert [ground.key for ground in meeting.grounds] == ["locked", "targeted", "not_enough", "timely"]


def test_RI_32_a_professional_meeting_has_a_stated_purpose(ringsted: Model) -> None:
    meeting = ringsted.meeting("professionelt_samarbejdsmoede")
    assert meeting.purpose_required
    assert [purpose.key for purpose in meeting.purposes] == [
        "concretise",
        "coordinate",
        "perspectives",
        "evaluate",
    ]


def test_RI_33_each_agreement_is_carried_out_close_to_the_child(ringsted: Model) -> None:
    done = held("samarbejdsmoede", filled=AGREEMENT_FORM)
    far = replace(done, agreements=(AgreementFacts(True, close_to_child=False),))
    refused = may_conclude(ringsted, far, "enough", NOW)
    assert (refused.needs, refused.reasons[0].rule) == (("agreement",), "RI-33")
    assert "notér den igen med fluebenet" in refused.reasons[0].text.da, "how it is put right"
    near = replace(done, agreements=(AgreementFacts(True, close_to_child=True),))
    assert may_conclude(ringsted, near, "enough", NOW).allowed


def test_RI_34_an_authority_meeting_rests_on_a_concrete_risk_assessment(ringsted: Model) -> None:
    done = follow_up()
    without = replace(done, filled=AUTHORITY_FORM - {"risk_assessment"})
    refused = may_conclude(ringsted, without, "end", NOW)
    assert (refused.needs, refused.reasons[0].rule) == (("form:risk_assessment",), "RI-34")


def test_RI_38_the_private_network_is_drawn_in_at_the_start(ringsted: Model) -> None:
    of = case(active_case=True, facts={"assessment_done"})
    network = role(plan(ringsted, "bfm_opstart", of), "network")
    assert (network.strength, network.why.rule) == (Strength.ALWAYS, "RI-38")


def test_RI_40_the_types_are_no_compulsory_steps(ringsted: Model) -> None:
    options = {one.type_key: one for one in meeting_options(ringsted, case(facts=READY), NOW)}
    for key in ("udvidet_foraeldresamarbejde", "samarbejdsmoede", "tvaerfagligt_dialogmoede"):
        assert options[key].allowed
        assert options[key].needs == ()
        assert "RI-40" in {reason.rule for reason in options[key].reasons}


def test_RI_40_a_model_that_wants_steps_would_say_so(ringsted: Model) -> None:
    assert ringsted.choice is not None
    steps = msgspec.structs.replace(
        ringsted, choice=msgspec.structs.replace(ringsted.choice, compulsory_steps=True)
    )
    of = case(facts=READY)
    assert not plan(steps, "tvaerfagligt_dialogmoede", of).allowed
    held_before = case(facts=READY, meetings={"samarbejdsmoede"})
    assert plan(steps, "tvaerfagligt_dialogmoede", held_before).allowed


@pytest.mark.parametrize(("age", "covered"), [(None, True), (16, True), (17, False)])
def test_ALL_01_ringsted_covers_up_to_sixteen(ringsted: Model, age: int | None, covered: bool) -> None:
    assert plan(ringsted, "udvidet_foraeldresamarbejde", case(age=age)).allowed is covered
