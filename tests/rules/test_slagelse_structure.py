"""Slagelse beside its meetings: offers, checklists, networks, indicators, whom to reach."""

import datetime as dt
import shutil
from dataclasses import replace
from pathlib import Path

import msgspec

from services.core.casework.rules import (
    NetworkFacts,
    attached_roles,
    checklist_open,
    cooperations_for,
    handbooks_for,
    knowledge_to_hand_over,
    may_exchange,
    may_report,
    may_tick,
    may_vary,
    network_complete,
    network_evaluation_due,
    offers_due,
    whom_to_reach,
)
from services.core.meeting.rules import Supplied, may_conclude, plan_meeting
from services.core.problem.confirming import of_problems
from services.core.problem.coordinating import coordinators_complete, supporting
from services.core.problem.rules import Kind, next_steps
from services.core.tenancy.check import check_dir
from services.core.tenancy.facts import OfferFacts
from services.core.tenancy.forms import Audience
from services.core.tenancy.indicators import indicator
from services.core.tenancy.language import Unit
from services.core.tenancy.loader import load_model
from services.core.tenancy.model import Model
from services.core.tenancy.supports import Local
from tests.rules.cases import NOW, STARTS, TENANTS, case, held, problem

SE_SKE = frozenset({"see_happen", "resources_family"})


def test_SL_07_what_it_replaces_is_counted_and_never_delays_an_underretning(slagelse: Model) -> None:
    form = slagelse.form("se_ske")
    (field,) = [one for one in form.fields if one.rule == "SL-07"]
    assert (field.required, field.visible_to) == (False, (Audience.PROFESSIONALS,))
    counted = indicator(slagelse, "replaced_notifications")
    assert (counted.measure, bool(counted.expectation)) == ("field:se_ske.replaces", True)
    about = problem(1, facts={"violence_concern"}, meetings={"se_ske_moede"})
    first = next_steps(slagelse, case(about), about, NOW)[0]
    assert (first.kind, first.advised, first.needs) == (Kind.NOTIFY, True, ())
    assert "SL-07" in first.reasons[0].also
    assert may_conclude(slagelse, held("se_ske_moede", filled=SE_SKE), "enough", NOW).allowed


def test_SL_09_a_third_type_comes_as_data_alone(slagelse: Model, tmp_path: Path) -> None:
    two = {one.key for one in slagelse.meetings if "SL-09" in one.also}
    assert two == {"konsultativt_moede_anonymt", "konsultativt_moede_konkret"}
    directory = Path(shutil.copytree(TENANTS / "slagelse", tmp_path / "slagelse"))
    source = (directory / "meetings/konsultativt_moede_konkret.toml").read_text(encoding="utf-8")
    third = source.replace('key = "konsultativt_moede_konkret"', 'key = "konsultativt_moede_tredje"', 1)
    (directory / "meetings/konsultativt_moede_tredje.toml").write_text(third, encoding="utf-8")
    assert check_dir(directory) == []
    planned = plan_meeting(load_model(directory), case(), "konsultativt_moede_tredje", STARTS, NOW)
    assert planned.allowed


def test_SL_10_a_district_settles_dates_places_and_persons_only(slagelse: Model) -> None:
    for what in (Local.DATES, Local.PLACES, Local.PERSONS):
        assert may_vary(slagelse, what, NOW).allowed
    for what in (Local.AGENDA, Local.METHOD, Local.CIRCLE, Local.TYPES):
        refused = may_vary(slagelse, what, NOW, "se_ske_moede")
        assert (refused.allowed, refused.reasons[0].rule) == (False, "SL-10")


def test_SL_11_one_plan_is_offered_where_several_departments_take_part(slagelse: Model) -> None:
    one = case(departments={"school_service"})
    several = case(departments={"school_service", "children_family"})
    assert offers_due(slagelse, one, NOW) == ()
    (offer,) = offers_due(slagelse, several, NOW)
    assert (offer.key, offer.answered, offer.why.rule) == ("en_plan", None, "SL-11")
    assert {"child", "parents"} <= set(offer.goals_with)


def test_SL_11_and_to_every_family_with_complex_difficulties(slagelse: Model) -> None:
    (offer,) = offers_due(slagelse, case(facts={"complex_difficulties"}), NOW)
    assert offer.why.rule == "SL-11"


def test_SL_25_acceptance_or_refusal_is_recorded_and_goals_are_shared_with_others(slagelse: Model) -> None:
    several = case(departments={"school_service", "children_family"})
    for accepted in (True, False):
        (offer,) = offers_due(slagelse, replace(several, offers=(OfferFacts("en_plan", accepted),)), NOW)
        assert offer.answered is accepted
        assert "SL-25" in offer.why.also
        assert {"network", "partner"} <= set(offer.goals_with)
    (answer,) = [field for field in slagelse.form("en_plan").fields if field.key == "answer"]
    assert [option.key for option in answer.options] == ["accepted", "declined"]


def test_SL_15_one_contact_person_is_supported_and_never_enforced(slagelse: Model) -> None:
    decision = coordinators_complete(slagelse, [], NOW)
    assert (decision.allowed, decision.advice[0].rule) == (True, "SL-15")
    network = network_complete(
        slagelse, "relevant_network", case(facts={"special_school"}), NetworkFacts(), NOW
    )
    assert (network.allowed, network.advice[0].key) == (True, "bearing_force")
    assert "SL-15" in network.advice[0].also


def test_SL_16_an_early_visit_is_offered_in_weeks_14_to_17(slagelse: Model) -> None:
    weeks = {
        week
        for week in range(8, 30)
        for offer in offers_due(
            slagelse,
            case(age=None, stage="unborn", facts={"young_family_challenged"}, pregnancy_week=week),
            NOW,
        )
        if offer.key == "early_visit" and offer.held_by == ("health_visitor",)
    }
    assert weeks == {14, 15, 16, 17}


def test_SL_16_the_parents_course_is_six_before_birth_and_one_after(slagelse: Model) -> None:
    (offer,) = offers_due(slagelse, case(age=None, facts={"parents_course_wanted"}), NOW)
    assert offer.held_by == ("health_visitor", "family_therapist")
    (course,) = [one for one in slagelse.offers if one.key == "parents_course"]
    assert [(one.count, one.before) for one in course.sessions] == [(6, True), (1, False)]
    around = course.sessions[1].around
    assert around is not None
    assert (around.count, around.unit) == (8, Unit.WEEKS)


def test_SL_17_whom_to_reach_in_which_situation(slagelse: Model) -> None:
    worried = [one.key for one in whom_to_reach(slagelse, case(facts={"violence_concern"}))]
    assert worried == ["violence", "anything"]
    assert [one.key for one in whom_to_reach(slagelse, case(age=None))] == ["pregnancy", "anything"]
    assert all(one.trial for one in slagelse.directory)


def test_SL_17_the_handleguide_is_there_for_professionals(slagelse: Model) -> None:
    (guide,) = [one for one in handbooks_for(slagelse, Audience.PROFESSIONALS) if one.rule == "SL-17"]
    text = next(one.markdown for one in slagelse.guides if (one.key, one.language) == (guide.guide, "en"))
    for word in ("Prioritise", "sparring", "Involve"):
        assert word in text


def test_SL_18_whether_the_network_helped_is_asked_with_few_questions(slagelse: Model) -> None:
    form = slagelse.form("netvaerk_hjalp")
    assert form.at_most == 3
    assert len(form.fields) <= form.at_most
    asked = [field for field in form.fields if field.rule == "SL-18"]
    assert [field.key for field in asked] == ["helped", "knew_whom"]
    assert not any(field.required for field in form.fields)


def test_SL_19_the_focus_indicators_are_followed_quarterly(slagelse: Model) -> None:
    focus = {one.key: one.every for one in slagelse.indicators if one.rule == "SL-19"}
    assert focus.keys() == {"involvement", "early", "cooperation"}
    assert {(every.count, every.unit) for every in focus.values()} == {(3, Unit.MONTHS)}


def test_SL_20_an_event_that_strikes_the_family_is_ground_enough(slagelse: Model) -> None:
    event = Supplied(grounds=frozenset({"family_event"}))
    planned = plan_meeting(slagelse, case(), "se_ske_moede", STARTS, NOW, supplied=event)
    assert planned.allowed
    assert "family_event" in {ground.key for ground in planned.grounds if ground.why.rule == "SL-20"}
    fact = slagelse.fact("family_event")
    assert {one.key for one in fact.examples} == {"divorce", "illness", "unemployment", "substance_abuse"}
    assert fact.open_list


def test_SL_04_a_se_ske_meeting_without_a_ground_is_not_called(slagelse: Model) -> None:
    without = plan_meeting(
        slagelse, case(), "se_ske_moede", STARTS, NOW, supplied=Supplied(grounds=frozenset())
    )
    assert (without.needs, without.missing[0].rule) == (("ground",), "SL-04")


def test_SL_24_a_case_starts_from_the_familys_involvement(slagelse: Model) -> None:
    of = case(active_case=True)
    left = checklist_open(slagelse, "case_opened", of, [], NOW)
    assert [reason.key for reason in left] == ["involve", "open", "contact", "network"]
    assert {reason.rule for reason in left} == {"SL-24"}
    early = may_tick(slagelse, "case_opened", of, [], "contact", NOW)
    assert (early.allowed, early.needs) == (False, ("involve",))
    assert may_tick(slagelse, "case_opened", of, ["involve", "open"], "contact", NOW).allowed
    assert checklist_open(slagelse, "case_opened", case(), [], NOW) == ()


def test_SL_26_a_home_is_entered_only_as_the_family_has_agreed(slagelse: Model) -> None:
    of = case(facts={"transition"})
    unasked = Supplied(visit_agreed=frozenset())
    refused = plan_meeting(slagelse, of, "overgangssamtale", STARTS, NOW, supplied=unasked)
    assert (refused.needs, refused.missing[0].rule) == (("visit:parents",), "SL-26")
    agreed = Supplied(visit_agreed=frozenset({"parents"}))
    planned = plan_meeting(slagelse, of, "overgangssamtale", STARTS, NOW, supplied=agreed)
    assert planned.allowed
    assert planned.visit is not None
    assert {one.key for one in planned.purposes} == {"trust", "context", "support"}


def test_SL_14_home_cared_children_are_covered_as_configured(slagelse: Model) -> None:
    assert plan_meeting(slagelse, case(facts={"home_cared"}), "overgangssamtale", STARTS, NOW).allowed


def test_SL_27_a_network_is_scoped_names_its_parts_and_is_evaluated(slagelse: Model) -> None:
    outside = network_complete(slagelse, "relevant_network", case(), NetworkFacts(), NOW)
    assert (outside.allowed, outside.reasons[0].rule) == (False, "SL-27")
    for scope in ("network_area", "vulnerable_new_family", "special_school"):
        of = case(facts={scope})
        bare = network_complete(slagelse, "relevant_network", of, NetworkFacts(), NOW)
        assert [one.key for one in bare.advice] == ["bearing_force", "competences", "contact_person"]
    whole = NetworkFacts("p", frozenset({"speech"}), "q", began_on=dt.date(2026, 5, 20))
    assert network_evaluation_due(slagelse, "relevant_network", whole, dt.date(2026, 11, 20))
    assert not network_evaluation_due(slagelse, "relevant_network", whole, dt.date(2026, 11, 19))
    assert slagelse.form(slagelse.networks[0].evaluation_form).key == "netvaerk_hjalp"


def test_SL_28_at_a_school_the_social_worker_and_therapist_support_and_co_coordinate(slagelse: Model) -> None:
    assert attached_roles(slagelse, "school") == ("preventive_social_worker", "family_therapist")
    assert attached_roles(slagelse, "day_care") == ()
    assert supporting(slagelse, case(facts={"special_support"})) == ("preventive_social_worker",)
    assert supporting(slagelse, case()) == ()


def test_SL_29_the_first_1000_days_are_one_cooperation_with_the_hospital(slagelse: Model) -> None:
    for age in (None, 0, 2):
        (first,) = cooperations_for(slagelse, case(age=age))
        assert first.services == ("infant_house", "children_family", "health_service", "hospital")
    assert cooperations_for(slagelse, case(age=3)) == ()
    assert {one.key for one in slagelse.services if one.rule == "SL-29"} == {"infant_house", "hospital"}
    assert next(one for one in slagelse.services if one.key == "hospital").external


def test_SL_30_further_indicators_can_be_followed(slagelse: Model) -> None:
    found = {one.key for one in slagelse.indicators if one.rule == "SL-30"}
    assert found == {
        "wellbeing",
        "health",
        "education_work",
        "staff",
        "less_distress",
        "placements",
        "prevention",
        "one_way_in",
    }


def test_SL_31_knowledge_goes_to_the_next_setting_in_one_form(slagelse: Model) -> None:
    ((handover, why),) = knowledge_to_hand_over(slagelse, case(facts={"transition"}), NOW)
    assert (handover.form, why.rule) == ("overlevering", "SL-31")
    form = slagelse.form(handover.form)
    assert {field.key for field in form.fields if field.required} == {"works", "family_view"}
    assert knowledge_to_hand_over(slagelse, case(), NOW) == ()


def test_SL_32_professionals_can_tell_upwards_that_legislation_stands_in_the_way(slagelse: Model) -> None:
    told = may_report(slagelse, "legislation", professional=True, names_child=False, now=NOW)
    assert (told.allowed, told.reasons[0].rule) == (True, "SL-32")
    assert not may_report(slagelse, "legislation", professional=True, names_child=True, now=NOW).allowed
    assert not may_report(slagelse, "legislation", professional=False, names_child=False, now=NOW).allowed


def test_SL_33_method_texts_belong_to_the_model(slagelse: Model) -> None:
    planned = plan_meeting(slagelse, case(active_case=True), "netvaerksmoede", STARTS, NOW)
    assert [one.key for one in planned.methods] == ["mindset", "loeft"]
    assert {one.why.rule for one in planned.methods} == {"SL-33"}
    for method in slagelse.methods:
        assert any(guide.key == method.guide for guide in slagelse.guides)


def test_exchange_without_consent_is_counted(slagelse: Model) -> None:
    key = "early_prevention"
    assert may_exchange(slagelse, key, case(), 0, NOW).allowed
    again = may_exchange(slagelse, key, case(), 1, NOW)
    assert (again.allowed, again.needs) == (False, ("reason",))
    assert may_exchange(slagelse, key, case(), 1, NOW, "Særligt tilfælde").allowed
    assert not may_exchange(slagelse, key, case(), 2, NOW, "Særligt tilfælde").allowed


def test_a_fact_of_the_whole_case_is_confirmed_of_no_problem(slagelse: Model) -> None:
    first, *others = slagelse.facts
    whole = msgspec.structs.replace(slagelse, facts=(msgspec.structs.replace(first, about="case"), *others))
    assert of_problems(slagelse) == slagelse.facts
    assert of_problems(whole) == tuple(others)
