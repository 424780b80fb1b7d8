"""Slagelse's main meeting types through the same engine."""

import datetime as dt
from dataclasses import replace

import msgspec
import pytest

from services.core.meeting.plan import MeetingPlan, PlannedParticipant
from services.core.meeting.rules import Supplied, may_conclude, meeting_options, outcomes, plan_meeting
from services.core.problem.rules import Kind, next_steps
from services.core.tenancy.facts import CaseFacts, PerspectiveFacts
from services.core.tenancy.language import Strength, Subject, Unit
from services.core.tenancy.model import Model
from tests.rules.cases import NOW, STARTS, VIEWS, case, held, problem


def plan(
    model: Model, key: str, of: CaseFacts | None = None, supplied: Supplied | None = None
) -> MeetingPlan:
    return plan_meeting(model, of or case(), key, STARTS, NOW, supplied=supplied or Supplied())


def role(planned: MeetingPlan, key: str) -> PlannedParticipant:
    return next(one for one in planned.participants if one.role == key)


@pytest.mark.parametrize(("age", "covered"), [(None, True), (0, True), (30, True), (31, False)])
def test_ALL_01_slagelse_covers_the_unborn_to_thirty(slagelse: Model, age: int | None, covered: bool) -> None:
    planned = plan(slagelse, "se_ske_moede", case(age=age))
    assert planned.allowed is covered
    assert covered or planned.blocks[0].rule == "ALL-01"


def test_SL_01_the_consultative_meeting_is_held_at_a_fixed_interval(slagelse: Model) -> None:
    rhythms = [slagelse.meeting(f"konsultativt_moede_{kind}").rhythm for kind in ("anonymt", "konkret")]
    assert {rhythm.kind for rhythm in rhythms} == {"fixed_interval"}
    assert {rhythm.every.unit for rhythm in rhythms if rhythm.every} == {Unit.MONTHS}


def test_SL_02_the_anonymous_variant_records_no_identity(slagelse: Model) -> None:
    meeting = slagelse.meeting("konsultativt_moede_anonymt")
    assert not meeting.record_identity
    assert Subject.NAMED_CHILD not in meeting.subjects
    planned = plan(slagelse, meeting.key)
    assert {"child", "parents"} <= set(planned.excluded)
    assert planned.consents == ()
    about = problem(1)
    options = {one.type_key: one for one in meeting_options(slagelse, case(about), NOW, about)}
    assert not options[meeting.key].allowed


def test_SL_03_parents_and_child_are_as_a_rule_invited_and_left_out_only_with_a_reason(
    slagelse: Model,
) -> None:
    planned = plan(slagelse, "konsultativt_moede_konkret")
    for key in ("child", "parents"):
        found = role(planned, key)
        assert (found.strength, found.invited, found.leave_out_reason) == (Strength.AS_A_RULE, True, True)
        assert found.why.rule == "SL-03"


def test_SL_04_a_se_ske_meeting_is_ad_hoc_and_takes_a_ground(slagelse: Model) -> None:
    meeting = slagelse.meeting("se_ske_moede")
    assert (meeting.rhythm.kind, meeting.ground_required) == ("ad_hoc", True)
    assert {"risks_coincide", "signs_of_distress"} <= {ground.key for ground in meeting.grounds}


def test_SL_05_child_and_parents_are_always_invited(slagelse: Model) -> None:
    planned = plan(slagelse, "se_ske_moede", case(age=17, stage="youth_education"))
    assert role(planned, "child").strength is role(planned, "parents").strength is Strength.ALWAYS


def test_SL_05_from_18_parents_come_only_if_the_young_person_wishes(slagelse: Model) -> None:
    planned = plan(slagelse, "se_ske_moede", case(age=18, stage="adult"))
    assert role(planned, "child").strength is Strength.ALWAYS
    parents = role(planned, "parents")
    assert (parents.strength, parents.invited, parents.why.key) == (Strength.POSSIBLE, False, "majority")


def test_SL_05_violence_goes_to_underretning_first_whatever_else(slagelse: Model) -> None:
    about = problem(1, facts={"violence_concern"})
    first = next_steps(slagelse, case(about), about, NOW)[0]
    assert (first.kind, first.advised, first.reasons[0].rule) == (Kind.NOTIFY, True, "SL-05")


def test_SL_05_while_violence_is_confirmed_no_se_ske_meeting_is_called(slagelse: Model) -> None:
    about, other = problem(1, facts={"violence_concern"}), problem(2)
    of = case(about, other)
    for asked in (about, None):  # nor one about no one problem, which would be about this one too
        (no,) = plan_meeting(slagelse, of, "se_ske_moede", STARTS, NOW, problem=asked).blocks
        assert (no.key, "SL-05" in (no.rule, *no.also)) == ("condition", True)
        assert "underretning" in no.text.da
    options = {one.type_key: one for one in meeting_options(slagelse, of, NOW, about)}
    assert not options["se_ske_moede"].allowed
    # What another problem is about can be met on; and with no violence confirmed this one too.
    assert not plan_meeting(slagelse, of, "se_ske_moede", STARTS, NOW, problem=other).blocks
    assert not plan_meeting(
        slagelse, case(problem(1)), "se_ske_moede", STARTS, NOW, problem=problem(1)
    ).blocks


def test_SL_06_the_family_is_asked_before_the_agenda_is_final(slagelse: Model) -> None:
    family = slagelse.meeting("se_ske_moede").family
    assert family.co_author_agenda
    assert family.co_author_circle
    (asked,) = plan(slagelse, "se_ske_moede").deadlines
    assert (asked.task, asked.due_on, asked.why.rule) == ("ask_family", dt.date(2026, 11, 30), "SL-06")


def test_SL_08_the_record_holds_the_desired_change_and_the_resources(slagelse: Model) -> None:
    done = held("se_ske_moede", filled=frozenset({"see_happen", "resources_family"}))
    assert may_conclude(slagelse, done, "enough", NOW).allowed
    refused = may_conclude(slagelse, replace(done, filled=frozenset()), "enough", NOW)
    assert refused.needs == ("form:see_happen", "form:resources_family")
    assert {reason.rule for reason in refused.reasons} == {"SL-08"}


def test_SL_12_a_network_meeting_takes_an_active_case(slagelse: Model) -> None:
    assert plan(slagelse, "netvaerksmoede", case(active_case=True)).allowed
    refused = plan(slagelse, "netvaerksmoede")
    assert (refused.allowed, refused.blocks[0].rule) == (False, "SL-12")
    assert (
        role(plan(slagelse, "netvaerksmoede", case(active_case=True)), "network").strength is Strength.ALWAYS
    )


def test_SL_13_the_adviser_facilitates(slagelse: Model) -> None:
    for key in ("netvaerksmoede", "opfoelgningsmoede"):
        chair = plan(slagelse, key, case(active_case=True)).chair
        assert chair is not None
        assert (chair.roles, chair.why.rule) == (("adviser",), "SL-13")


def test_SL_14_a_transition_talk_takes_staff_of_both_areas(slagelse: Model) -> None:
    of = case(facts={"transition"})
    general = plan(slagelse, "overgangssamtale", of, Supplied(everybody=frozenset({"pedagogue", "teacher"})))
    assert (general.needs, general.missing[0].rule) == (("both_areas",), "SL-14")
    both = plan(
        slagelse, "overgangssamtale", of, Supplied(everybody=frozenset({"pedagogue", "psychologist"}))
    )
    assert both.allowed
    assert both.visit is not None
    assert both.visit.key == "visit"
    # Where nothing is said of how a home is entered, the type still says that it can be held there.
    home = msgspec.structs.replace(slagelse.meeting("overgangssamtale"), visit=None)
    plainer = msgspec.structs.replace(slagelse, meetings=(home,))
    at_home = plan(plainer, "overgangssamtale", of, Supplied(everybody=frozenset({"pedagogue"})))
    assert at_home.visit is not None
    assert (at_home.visit.key, "hjemme" in at_home.visit.why.text.da) == ("home_visit", True)


def test_SL_14_it_is_held_at_transitions_only(slagelse: Model) -> None:
    assert plan(slagelse, "overgangssamtale").blocks[0].rule == "SL-14"


def test_SL_21_anonymous_and_named_items_stand_in_the_same_series(slagelse: Model) -> None:
    series = [meeting.key for meeting in slagelse.meetings if meeting.kind_of == "konsultativt_moede"]
    assert series == ["konsultativt_moede_anonymt", "konsultativt_moede_konkret"]
    assert Subject.GROUP in slagelse.meeting(series[0]).subjects


def test_SL_22_nothing_is_concluded_without_the_childs_voice(slagelse: Model) -> None:
    done = held("se_ske_moede", filled=frozenset({"see_happen", "resources_family"}))
    silent = replace(done, perspectives=(PerspectiveFacts("parent", True),))
    refused = may_conclude(slagelse, silent, "enough", NOW)
    assert (refused.needs, refused.reasons[0].rule) == (("perspective:child",), "SL-22")
    assert may_conclude(slagelse, replace(done, perspectives=VIEWS), "enough", NOW).allowed


def test_SL_22_of_an_adult_no_parents_view_is_waited_for(slagelse: Model) -> None:
    done = held("se_ske_moede", filled=frozenset({"see_happen", "resources_family"}), case=case(age=18))
    alone = replace(done, perspectives=(PerspectiveFacts("child", True),))
    assert may_conclude(slagelse, alone, "enough", NOW).allowed


def test_SL_23_a_network_meeting_can_be_followed_by_a_follow_up_meeting(slagelse: Model) -> None:
    found = {one.key: one for one in outcomes(slagelse, "netvaerksmoede", case(active_case=True), NOW)}
    assert (found["continue"].meeting, found["continue"].same_circle) == ("opfoelgningsmoede", True)
    assert found["continue"].follow_up_by is None
    assert plan(slagelse, "opfoelgningsmoede").blocks[0].rule == "SL-23"
    planned = plan(slagelse, "opfoelgningsmoede", case(active_case=True))
    assert planned.allowed
    assert role(planned, "parents").strength is Strength.ALWAYS
    assert slagelse.meeting("opfoelgningsmoede").rhythm.every is None


def test_SL_34_the_structure_names_its_legal_basis(slagelse: Model) -> None:
    (why,) = plan(slagelse, "se_ske_moede").why
    cited = {basis.key: (basis.paper.da, basis.today.da) for basis in why.legal_basis}
    assert cited["interdisciplinary_group"] == ("Sundhedslovgivningen § 123", "Sundhedsloven § 123")
    assert cited["policy_coherence"][1] == "Barnets lov § 15"


@pytest.mark.parametrize(("rule", "fact"), [("SL-03", "beginning_distress"), ("SL-20", "family_event")])
def test_SL_03_SL_20_what_is_confirmed_proposes_the_ground(slagelse: Model, rule: str, fact: str) -> None:
    """Nobody says it twice (ALL-10); what is not confirmed is proposed by nobody."""
    planned = plan(slagelse, "konsultativt_moede_konkret", case(facts={fact}))
    assert planned.grounds_shown == {fact}
    assert {one.why.rule for one in planned.grounds if one.key in planned.grounds_shown} == {rule}
    assert plan(slagelse, "konsultativt_moede_konkret").grounds_shown == frozenset()
