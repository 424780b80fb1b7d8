"""Ringsted beside the main paths: the team meeting, preparation, who answers together, guides and instruments."""

import datetime as dt
from typing import Any

import pytest

from services.core.casework.rules import handbooks_for, instruments_for, may_vary
from services.core.meeting.holding import Readiness, may_hold
from services.core.meeting.particulars import may_answer, may_chair
from services.core.meeting.plan import MeetingPlan
from services.core.meeting.rules import Supplied, may_conclude, plan_meeting
from services.core.meeting.supplied import Chair
from services.core.tenancy.decision import Decision
from services.core.tenancy.facts import CaseFacts, PreviousMeeting
from services.core.tenancy.forms import Audience
from services.core.tenancy.language import Strength
from services.core.tenancy.model import Model
from services.core.tenancy.supports import Local
from tests.rules.cases import MEETING_DAY, NOW, STARTS, case, held

READY = {"setting_adjusted"}
MEASURE = {"measure_started"}


def plan(
    model: Model, key: str, of: CaseFacts | None = None, supplied: Supplied | None = None
) -> MeetingPlan:
    return plan_meeting(model, of or case(facts=READY), key, STARTS, NOW, supplied=supplied or Supplied())


def strengths(planned: MeetingPlan) -> dict[str, Strength]:
    return {one.role: one.strength for one in planned.participants}


def test_RI_01_the_team_meeting_normally_comes_first_and_that_is_advice(ringsted: Model) -> None:
    before = plan(ringsted, "samarbejdsmoede")
    assert before.allowed
    assert "RI-01" in {reason.rule for reason in before.advice}
    after = plan(ringsted, "samarbejdsmoede", case(facts=READY, meetings={"teammoede"}))
    assert "RI-01" not in {reason.rule for reason in after.advice}


def test_RI_01_no_common_structure_is_imposed_on_it(ringsted: Model) -> None:
    meeting = ringsted.meeting("teammoede")
    assert (meeting.form, meeting.guide, meeting.deadlines) == ("", "", ())
    for what in Local:
        assert may_vary(ringsted, what, NOW, "teammoede").allowed
    assert not may_vary(ringsted, Local.AGENDA, NOW, "samarbejdsmoede").allowed


def test_RI_29_who_belongs_to_the_team_meeting(ringsted: Model) -> None:
    found = strengths(plan(ringsted, "teammoede", case()))
    assert found == {
        "staff": Strength.ALWAYS,
        "guide": Strength.ALWAYS,
        "external_guide": Strength.POSSIBLE,
        "leader": Strength.POSSIBLE,
    }


def test_RI_29_where_it_springs_from_a_child_the_perspective_is_considered(ringsted: Model) -> None:
    springs = plan(ringsted, "teammoede", case(facts={"paf_about_child"}))
    assert [(item.key, item.why.rule) for item in springs.agenda] == [("perspective", "RI-29")]
    assert plan(ringsted, "teammoede", case()).agenda == ()


@pytest.mark.parametrize(
    ("key", "required"), [("samarbejdsmoede", False), ("tvaerfagligt_dialogmoede", True)]
)
def test_RI_10_knowledge_beforehand_where_agreed_and_always_before_a_dialogue_meeting(
    ringsted: Model, key: str, required: bool
) -> None:
    assert [one.why.rule for one in plan(ringsted, key).preparation] == ["RI-10"]
    knowledge = frozenset({"knowledge"})

    def held(**ready: Any) -> Decision:
        return may_hold(ringsted, key, case(), Readiness(**ready), NOW)

    assert (held().needs == ("preparation:knowledge",)) is required
    assert held(agreed=knowledge).needs == ("preparation:knowledge",)
    assert held(agreed=knowledge, prepared=knowledge).allowed
    without = held(agreed=knowledge, reason="Lægen nåede det ikke.")
    assert (without.allowed, without.advice[0].rule) == (True, "RI-10")


def test_RI_12_the_leader_answers_together_with_one_who_is_close(ringsted: Model) -> None:
    alone = plan(ringsted, "samarbejdsmoede", supplied=Supplied(answered_by=frozenset({"leader"})))
    assert alone.needs == ("convener:one_of:staff,resource_person",)
    assert alone.missing[0].rule == "RI-12"
    without = plan(ringsted, "samarbejdsmoede", supplied=Supplied(answered_by=frozenset({"staff"})))
    assert without.needs == ("convener:leader",)
    for close in ("staff", "resource_person"):
        both = Supplied(answered_by=frozenset({"leader", close}))
        assert plan(ringsted, "samarbejdsmoede", supplied=both).allowed


def test_RI_12_another_division_can_be_agreed_in_good_time(ringsted: Model) -> None:
    # Monday 7 December: five working days before is Monday 30 November.
    for day, allowed in ((dt.date(2026, 11, 30), True), (dt.date(2026, 12, 1), False)):
        other = Supplied(answered_by=frozenset({"staff"}), division_agreed_on=day)
        assert plan(ringsted, "samarbejdsmoede", supplied=other).allowed is allowed
    follows_up = plan(ringsted, "samarbejdsmoede").follows_up
    assert follows_up is not None
    assert not may_answer(follows_up, frozenset({"leader"})).allowed


def test_RI_13_held_in_fixed_local_slots_or_ad_hoc(ringsted: Model) -> None:
    rhythm = ringsted.meeting("samarbejdsmoede").rhythm
    assert (rhythm.kind, rhythm.rule) == ("fixed_slots", "RI-13")
    assert may_vary(ringsted, Local.DATES, NOW, "samarbejdsmoede").allowed


def test_RI_25_the_chair_is_external_and_agreed_a_week_before_or_with_a_reason(ringsted: Model) -> None:
    duty = plan(ringsted, "bfm_samarbejdsmoede", case(active_case=True)).chair
    assert duty is not None
    in_time, late = dt.date(2026, 11, 30), dt.date(2026, 12, 1)
    assert may_chair(duty, Chair("leader", True, in_time)).allowed
    assert not may_chair(duty, Chair("adviser", True, in_time)).allowed
    assert not may_chair(duty, Chair("leader", False, in_time)).allowed
    assert may_chair(duty, Chair("leader", True, late)).needs == ("reason",)
    assert may_chair(duty, Chair("leader", True, late), "Ingen kunne før").allowed
    chosen = Supplied(chair=Chair("competence_unit", False, in_time))
    refused = plan(ringsted, "bfm_samarbejdsmoede", case(active_case=True), chosen)
    assert refused.blocks[0].rule == "RI-25"


def test_RI_05_both_leader_and_parents_agree_before_an_external_is_brought_in(ringsted: Model) -> None:
    def brought(*agreed: str) -> tuple[str, ...]:
        supplied = Supplied(roles=frozenset({"partner", "staff"}), agreed=frozenset(agreed))
        return plan(ringsted, "udvidet_foraeldresamarbejde", supplied=supplied).needs

    assert brought("leader") == ("agreed:parents",)
    assert brought() == ("agreed:leader", "agreed:parents")
    assert brought("leader", "parents") == ()


def test_RI_28_staff_have_a_team_guide_and_the_folder_and_families_their_own(ringsted: Model) -> None:
    staff = [one for one in handbooks_for(ringsted, Audience.PROFESSIONALS) if one.rule == "RI-28"]
    assert [one.key for one in staff] == ["team_guide", "worth_knowing"]
    (family,) = handbooks_for(ringsted, Audience.FAMILY)
    for one in (*staff, family):
        assert {guide.language for guide in ringsted.guides if guide.key == one.guide} == {"da", "en"}


def test_RI_30_a_request_without_one_of_the_grounds_is_not_made(ringsted: Model) -> None:
    none = plan(ringsted, "samarbejdsmoede", supplied=Supplied(grounds=frozenset()))
    assert (none.needs, none.missing[0].rule) == (("ground",), "RI-30")
    other = Supplied(grounds=frozenset({"because we like it"}))
    assert plan(ringsted, "samarbejdsmoede", supplied=other).needs == ("ground",)
    assert plan(ringsted, "samarbejdsmoede", supplied=Supplied(grounds=frozenset({"locked"}))).allowed


def test_RI_32_a_professional_meeting_without_a_purpose_is_not_called(ringsted: Model) -> None:
    of = case(facts={"parents_informed"})
    none = plan(ringsted, "professionelt_samarbejdsmoede", of, Supplied(purposes=frozenset()))
    assert (none.needs, none.missing[0].rule) == (("purpose",), "RI-32")
    stated = Supplied(purposes=frozenset({"evaluate"}))
    assert plan(ringsted, "professionelt_samarbejdsmoede", of, stated).allowed


def test_RI_31_what_works_is_done_more_and_what_does_not_is_wound_down(ringsted: Model) -> None:
    assert ringsted.meeting("udvidet_foraeldresamarbejde").rhythm.kind == "as_needed"
    refused = may_conclude(
        ringsted, held("udvidet_foraeldresamarbejde", filled=frozenset({"goal"})), "works", NOW
    )
    assert (refused.needs, refused.reasons[0].rule) == (("form:more_of",), "RI-31")
    fields = [one for one in ringsted.form("individuel_handleplan").fields if one.rule == "RI-31"]
    assert [one.key for one in fields] == ["more_of", "less_of"]


def test_RI_07_in_pregnancy_it_is_a_home_visit_that_the_family_has_agreed_to(ringsted: Model) -> None:
    unborn = case(age=None, stage="unborn")
    refused = plan(ringsted, "udvidet_foraeldresamarbejde", unborn, Supplied(visit_agreed=frozenset()))
    assert (refused.needs, refused.missing[0].rule) == (("visit:parents",), "RI-07")
    assert plan(ringsted, "udvidet_foraeldresamarbejde", case()).visit is None


def test_RI_35_its_agreement_form_holds_perspectives_recommendations_and_measures(ringsted: Model) -> None:
    of = case(active_case=True, facts=MEASURE)
    nothing = held("bfm_opfoelgning", case=of, filled=frozenset())
    refused = may_conclude(ringsted, nothing, "end", NOW)
    needed = {need for need, why in zip(refused.needs, refused.reasons, strict=True) if why.rule == "RI-35"}
    assert needed == {"form:perspectives", "form:recommendations"}
    fields = {one.key for one in ringsted.form("aftaleskema_bfm").fields if one.rule == "RI-35"}
    assert fields == {"perspectives", "recommendations", "further"}


def test_RI_36_the_start_up_coordinates_home_and_setting_with_the_family(ringsted: Model) -> None:
    of = case(active_case=True, facts={"assessment_done"})
    planned = plan(ringsted, "bfm_opstart", of)
    found = strengths(planned)
    assert found["parents"] is found["network"] is Strength.ALWAYS
    assert {"child", "staff", "leader"} <= found.keys()
    assert "RI-36" in {item.why.rule for item in planned.agenda}
    (how,) = [one for one in ringsted.form("handleplan").fields if one.rule == "RI-36"]
    assert (how.key, how.required) == ("evaluation", True)


def test_RI_37_the_follow_up_weighs_the_childs_and_the_familys_whole_situation(ringsted: Model) -> None:
    planned = plan(ringsted, "bfm_opfoelgning", case(active_case=True, facts=MEASURE))
    assert [(one.key, one.why.rule) for one in planned.purposes] == [("evaluate", "RI-37")]
    assert "RI-37" in {item.why.rule for item in planned.agenda}
    found = strengths(planned)
    assert (found["parents"], found["network"]) == (Strength.ALWAYS, Strength.POSSIBLE)
    child = next(one for one in planned.participants if one.role == "child")
    assert (child.strength, child.or_perspective) == (Strength.AS_A_RULE, True)


@pytest.mark.parametrize(
    ("profession", "instruments"),
    [
        ("class_teacher", {"paf", "plan_ab"}),
        ("pedagogue", {"paf", "didactic_plan"}),
        ("health_visitor", {"trivselsvurdering"}),
        ("psychologist", {"paf"}),
        ("social_worker", {"ics"}),
    ],
)
def test_RI_39_each_department_has_its_instruments(
    ringsted: Model, profession: str, instruments: set[str]
) -> None:
    assert set(instruments_for(ringsted, profession)) == instruments


def test_RI_41_the_invitation_says_that_everybody_has_an_active_role(ringsted: Model) -> None:
    for key in ("samarbejdsmoede", "tvaerfagligt_dialogmoede", "bfm_vidensindsamling", "bfm_opstart"):
        planned = plan(ringsted, key)
        assert planned.invitation is not None
        assert planned.invitation.why.rule == "RI-41"
        assert "active, analysing and solution-focused" in planned.invitation.text.en
        for word in ("aktiv", "se på, hvad der er svært", "finde løsninger"):
            assert word in planned.invitation.text.da
        assert planned.guide


def test_RI_08_at_least_one_of_the_team_comes(ringsted: Model) -> None:
    nobody = Supplied(counts=(("leader", 1), ("staff", 0)))
    refused = plan(ringsted, "samarbejdsmoede", supplied=nobody)
    assert (refused.needs, refused.missing[0].rule) == (("role:staff",), "RI-08")
    assert plan(ringsted, "samarbejdsmoede", supplied=Supplied(counts=(("staff", 2),))).allowed


def test_the_meeting_day_of_these_tests_is_a_monday() -> None:
    assert MEETING_DAY.weekday() == 0


def test_RI_22_the_three_months_are_of_the_first_follow_up_and_not_of_the_later_ones(ringsted: Model) -> None:
    of = case(active_case=True, facts={"measure_started"})
    long_ago = Supplied(measure_started_on=MEETING_DAY - dt.timedelta(days=200), chair=None)

    def keys(previous: PreviousMeeting | None) -> set[str]:
        planned = plan_meeting(
            ringsted, of, "bfm_opfoelgning", STARTS, NOW, previous=previous, supplied=long_ago
        )
        assert ("RI-22" in {one.rule for one in planned.missing}) is (
            "first_follow_up" in {one.key for one in planned.deadlines}
        )
        return {one.key for one in planned.deadlines}

    assert "first_follow_up" in keys(None)
    assert "first_follow_up" in keys(PreviousMeeting("bfm_opstart", MEETING_DAY - dt.timedelta(days=90)))
    assert "first_follow_up" not in keys(
        PreviousMeeting("bfm_opfoelgning", MEETING_DAY - dt.timedelta(days=90))
    )
