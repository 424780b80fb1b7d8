"""Randers beside the ladder itself: what follows a notification, when a measure starts, who may move a level."""

import datetime as dt
from dataclasses import replace

import msgspec
import pytest

from services.core.calendar import local_instant
from services.core.deadline.rules import escalations
from services.core.meeting.rules import form_needed, may_conclude
from services.core.problem.receipt import MeasureFacts, after_receipt, may_start_measure
from services.core.problem.rules import MoveFacts, may_move
from services.core.tenancy.forms import Use, begun_beforehand
from services.core.tenancy.model import Model
from tests.rules.cases import NOW, case, held, problem

READY = MeasureFacts(True, True, frozenset({"assessment"}), True)


def test_RA_23_on_receipt_it_is_assessed_whether_an_assessment_is_made(randers: Model) -> None:
    friday_evening = local_instant(dt.date(2026, 11, 20), dt.time(20))
    found = {one.key: one for one in after_receipt(randers, "underretning", friday_evening)}
    considered = found["assessment_considered"]
    assert (considered.process, considered.why.rule) == ("assessment", "RA-23")
    # By the clock, through the weekend.
    assert considered.due_at == friday_evening + dt.timedelta(hours=24)
    begins = found["cooperation_begins"]
    assert (begins.due_at, begins.why.rule) == (None, "RA-23")


def test_RA_22_assessed_within_24_hours_and_a_receipt_within_6_working_days(randers: Model) -> None:
    received = local_instant(dt.date(2026, 11, 20), dt.time(20))
    found = {one.key: one for one in after_receipt(randers, "underretning", received)}
    assert found["assess"].due_at == received + dt.timedelta(hours=24)
    # Six working days after Friday 20 November is Monday 30 November.
    assert found["receipt"].due_at == local_instant(dt.date(2026, 12, 1), dt.time(0))


@pytest.mark.parametrize(
    ("lacking", "need"),
    [
        (replace(READY, consent_stands=False), "consent"),
        (replace(READY, family_cooperates=False), "cooperation"),
        (replace(READY, processes_done=frozenset()), "process:assessment"),
    ],
)
def test_RA_27_a_measure_starts_if_the_parents_consent_and_cooperate(
    randers: Model, lacking: MeasureFacts, need: str
) -> None:
    assert may_start_measure(randers, "supportive_effort", case(), READY, NOW).allowed
    refused = may_start_measure(randers, "supportive_effort", case(), lacking, NOW)
    assert (refused.needs, refused.reasons[0].rule) == ((need,), "RA-27")


def test_RA_27_in_an_especially_serious_case_it_runs_beside_the_assessment(randers: Model) -> None:
    running = replace(READY, processes_done=frozenset())
    serious = case(facts={"especially_serious"})
    assert may_start_measure(randers, "supportive_effort", serious, running, NOW).allowed
    no_yes = replace(running, consent_stands=False)
    assert may_start_measure(randers, "supportive_effort", serious, no_yes, NOW).needs == ("consent",)


def test_RA_35_the_decision_is_made_with_the_family_on_the_assessment(randers: Model) -> None:
    alone = replace(READY, decided_with_family=False)
    refused = may_start_measure(randers, "supportive_effort", case(), alone, NOW)
    assert (refused.needs, refused.reasons[0].also) == (("with_family",), ("RA-35",))


def test_RA_26_the_assessment_covers_risk_and_protection_and_those_around(randers: Model) -> None:
    covers = {text.en for text in randers.process("assessment").covers}
    assert {"Risk factors", "Protective factors", "Private network", "Professional network"} <= covers


def test_RA_04_who_may_decide_a_move_is_judged_where_it_is_said(randers: Model) -> None:
    start = problem(1)
    settled = MoveFacts(leader_involved=True, next_coordinator=True)
    assert may_move(randers, case(start), start, 2, NOW, settled).allowed
    by_leader = replace(settled, by=frozenset({"leader"}))
    assert may_move(randers, case(start), start, 2, NOW, by_leader).allowed
    by_visitor = replace(settled, by=frozenset({"health_visitor"}))
    refused = may_move(randers, case(start), start, 2, NOW, by_visitor)
    assert (refused.needs, refused.reasons[0].rule) == (("by",), "RA-04")


def test_RA_11_when_the_agenda_is_late_the_leader_is_told_a_working_day_after(randers: Model) -> None:
    friday = dt.date(2026, 11, 27)
    before = local_instant(dt.date(2026, 11, 30), dt.time(23, 59))
    after = local_instant(dt.date(2026, 12, 1), dt.time(0))
    assert escalations(randers, "agenda", friday, None, before) == ()
    (told,) = escalations(randers, "agenda", friday, None, after)
    assert (told.to, told.at, told.why.rule) == ("leader", after, "RA-11")
    assert escalations(randers, "agenda", friday, before, after) == ()


def test_RA_07_the_green_form_says_who_does_what(randers: Model) -> None:
    decided = held("konsultativt_moede", filled=frozenset(), case=case(facts={"consultative_course"}))
    refused = may_conclude(randers, decided, "progress", NOW)
    assert "form:who_does_what" in refused.needs


def test_RA_37_convening_agenda_and_record_share_the_yellow_form(randers: Model) -> None:
    form = randers.form("det_gule_skema")
    assert {use.value for use in form.uses} == {"convening", "agenda", "minutes"}
    assert begun_beforehand(form)
    about = problem(3)
    bare = held("netvaerksmoede_3", about, filled=frozenset())
    assert form_needed(randers, bare) == form
    agenda_only = msgspec.structs.replace(form, uses=(Use.AGENDA,))
    others = tuple(one for one in randers.forms if one != form)
    without = msgspec.structs.replace(randers, forms=(agenda_only, *others))
    assert (begun_beforehand(agenda_only), form_needed(without, bare)) == (True, None)
    assert not begun_beforehand(randers.form("det_groenne_skema"))
