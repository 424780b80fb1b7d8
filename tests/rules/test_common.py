"""What is common to all three municipalities, each through its own model."""

import datetime as dt
from dataclasses import replace

import msgspec
import pytest

from services.core.casework.rules import cooperations_for, services_for
from services.core.meeting.rules import NOTHING, Supplied, form_needed, may_conclude, plan_meeting
from services.core.problem.rules import next_steps
from services.core.sharing.service import exchange_law
from services.core.tenancy.approval import may_take_effect
from services.core.tenancy.decision import legal_basis
from services.core.tenancy.frame import Area
from services.core.tenancy.indicators import figures, indicator, may_release, period_end
from services.core.tenancy.language import Strength, Subject
from services.core.tenancy.measures import MEASURES
from services.core.tenancy.model import Model, effective_model
from tests.rules.cases import NOW, STARTS, case, held, problem


def test_ALL_02_a_meeting_is_about_whom_its_type_can_be_about(slagelse: Model, randers: Model) -> None:
    found = {subject for model in (slagelse, randers) for one in model.meetings for subject in one.subjects}
    assert found >= {Subject.NAMED_CHILD, Subject.GROUP, Subject.ALL_OF_A_PLACE, Subject.NOBODY_NAMED}
    named = Supplied(subject=Subject.NAMED_CHILD)
    anonymous = plan_meeting(slagelse, case(), "konsultativt_moede_anonymt", STARTS, NOW, supplied=named)
    assert "ALL-02" in anonymous.blocks[0].also
    for subject in (Subject.GROUP, Subject.NOBODY_NAMED):
        supplied = Supplied(subject=subject)
        assert plan_meeting(
            slagelse, case(), "konsultativt_moede_anonymt", STARTS, NOW, supplied=supplied
        ).allowed
    assert plan_meeting(
        randers, case(), "konsultativt_moede", STARTS, NOW, supplied=Supplied(subject=Subject.ALL_OF_A_PLACE)
    ).allowed


def test_ALL_03_general_and_specialised_services_both_take_part(
    slagelse: Model, ringsted: Model, randers: Model
) -> None:
    for model in (slagelse, ringsted, randers):
        assert {Area.GENERAL, Area.SPECIALISED} <= {service.area for service in model.services}


def test_ALL_03_the_youth_unit_is_for_14_to_30_and_the_family_network_has_employment(slagelse: Model) -> None:
    ages = {age for age in range(31) if "youth_unit" in services_for(slagelse, age)}
    assert ages == set(range(14, 31))
    assert "youth_unit" not in services_for(slagelse, None)
    (network,) = cooperations_for(slagelse, case(facts={"relevant_network"}))
    assert {"employment", "disability_psychiatry"} <= set(network.services)


def test_ALL_04_the_structure_fixes_when_who_ad_hoc_agenda_and_method(slagelse: Model) -> None:
    planned = plan_meeting(slagelse, case(), "konsultativt_moede_konkret", STARTS, NOW)
    assert slagelse.meeting("konsultativt_moede_konkret").rhythm.kind == "fixed_interval"
    fixed = {
        one.strength for one in planned.participants if one.role in {"staff", "preventive_social_worker"}
    }
    assert fixed == {Strength.ALWAYS}
    assert {one.role for one in planned.participants if one.strength is Strength.AD_HOC} >= {
        "psychologist",
        "health_visitor",
    }
    assert planned.agenda
    assert planned.methods


def test_ALL_05_only_law_that_permits_an_exchange_is_a_ground_to_share_on(
    slagelse: Model, randers: Model, ringsted: Model
) -> None:
    for model in (slagelse, randers, ringsted):
        assert {one.key for one in exchange_law(model)} == {"early_exchange"}
        others = {one.key for one in model.law} - {"early_exchange"}
        assert others >= {"archive", "support_person", "custody", "duty_to_notify"}


@pytest.mark.parametrize(
    ("day", "cited"),
    [(dt.date(2023, 12, 31), "Serviceloven § 50"), (dt.date(2024, 1, 1), "Barnets lov §§ 18-20")],
)
def test_ALL_05_the_law_of_the_day_is_cited_beside_the_papers(
    slagelse: Model, ringsted: Model, randers: Model, day: dt.date, cited: str
) -> None:
    for model in (slagelse, ringsted, randers):
        (basis,) = legal_basis(model, ("assessment",), day)
        assert (basis.today.da, basis.paper.da) == (cited, "Serviceloven § 50")
        assert all(wording.applies_from for one in model.law for wording in one.wordings)


def test_ALL_06_a_running_case_keeps_its_version_and_a_new_one_takes_two(
    slagelse: Model, ringsted: Model, randers: Model
) -> None:
    for model in (slagelse, ringsted, randers):
        adjusted = msgspec.structs.replace(model, meetings=model.meetings[:1])
        assert effective_model(model, adjusted).meetings == model.meetings
        assert model.versions is not None
        assert model.versions.running_cases_stay
        alone = may_take_effect(model, "author", ["author"])
        assert (alone.allowed, alone.needs, alone.reasons[0].rule) == (False, ("approval",), "ALL-06")
        assert may_take_effect(model, "author", ["somebody else"]).allowed


def test_ALL_09_no_small_group_can_be_recognised_nor_reckoned(slagelse: Model) -> None:
    heard = MEASURES["family_heard"]
    many = {"north": 12, "south": 9, "east": 10}
    shown = figures(slagelse, heard, {"yes": many, "no": {"north": 1, "east": 2}}, 5)
    # Three are too few; since the whole is known, the others would give them away and are not shown either.
    assert {one.group: one.number for one in shown} == {"": 34, "yes": None, "no": None}
    # Who knows the south by heart would be left with four.
    shown = figures(slagelse, heard, {"yes": many, "no": {"south": 30, "east": 4}}, 5)
    assert {one.group: one.number for one in shown} == {"": 65, "yes": None, "no": None}
    assert {"ALL-09"} <= {rule for one in slagelse.indicators for rule in one.also}


def test_ALL_09_numbers_go_to_the_committee_quarterly_and_never_alone(slagelse: Model) -> None:
    began = dt.date(2026, 7, 1)
    key = next(one.key for one in slagelse.indicators if "ALL-09" in one.also)
    assert period_end(slagelse, key, began) == dt.date(2026, 9, 30)
    early = may_release(slagelse, key, began, dt.date(2026, 9, 30), "En vurdering")
    assert not early.allowed
    numbers_only = may_release(slagelse, key, began, dt.date(2026, 10, 1), " ")
    assert (numbers_only.allowed, numbers_only.needs) == (False, ("judgement",))
    assert may_release(slagelse, key, began, dt.date(2026, 10, 1), "Flere familier er med.").allowed
    assert indicator(slagelse, key).judgement


def test_ALL_10_nothing_that_is_known_is_asked_for_again(
    slagelse: Model, ringsted: Model, randers: Model
) -> None:
    for model, type_key in (
        (slagelse, "se_ske_moede"),
        (ringsted, "samarbejdsmoede"),
        (randers, "netvaerksmoede_3"),
    ):
        form = form_needed(model, held(type_key, problem(3)))
        assert form is not None
        known = {field.source for field in form.fields if "ALL-10" in field.also}
        assert {"agreements", "perspective.child"} <= known
        unanswered = held(type_key, problem(3), filled=frozenset())
        asked = may_conclude(model, unanswered, model.meeting(type_key).outcomes[0].key, NOW).needs
        assert asked
        assert not {f"form:{field.key}" for field in form.fields if field.source} & set(asked)


def test_ALL_11_every_record_can_hold_risk_and_protection(
    slagelse: Model, ringsted: Model, randers: Model
) -> None:
    for model, forms in (
        (slagelse, {"konsultation": 2, "netvaerk": 2}),
        (ringsted, {"aftaleskema": 1, "aftaleskema_bfm": 1}),
        (randers, {"det_gule_skema": 2, "det_groenne_skema": 1}),
    ):
        for key, count in forms.items():
            fields = [field for field in model.form(key).fields if "ALL-11" in {field.rule, *field.also}]
            assert len(fields) >= count, key


def test_ALL_08_every_model_says_whom_the_family_can_contact(
    slagelse: Model, ringsted: Model, randers: Model
) -> None:
    assert any(one.rule == "ALL-08" for one in randers.principles)
    assert ringsted.coordinators is not None
    assert ringsted.coordinators.visible_to_family
    for model, type_key in ((slagelse, "se_ske_moede"), (ringsted, "samarbejdsmoede")):
        planned = plan_meeting(
            model, case(facts={"setting_adjusted"}), type_key, STARTS, NOW, supplied=NOTHING
        )
        assert "ALL-08" in {item.why.rule for item in planned.agenda}


def test_an_underretning_is_offered_in_every_model_whatever_else(
    slagelse: Model, ringsted: Model, randers: Model
) -> None:
    for model in (slagelse, ringsted, randers):
        about = replace(problem(1), facts=frozenset({"violence_concern"}))
        first = next_steps(model, case(about), about, NOW)[0]
        assert (first.allowed, first.advised, first.needs) == (True, True, ())
