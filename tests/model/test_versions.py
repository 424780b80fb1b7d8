"""Versions: what is pinned, what is dated, two compared in words, and what becomes different for one running case."""

import datetime as dt
from typing import Any

import msgspec
import pytest

from services.core.meeting.changes import changes_for_case
from services.core.tenancy.changed import changes
from services.core.tenancy.facts import LastDone
from services.core.tenancy.language import Condition, Period, Strength, Text, Unit
from services.core.tenancy.model import Model, effective_model
from services.core.tenancy.words import FIELDS
from tests.model.frozen import structs
from tests.rules.cases import NOW, case, model_of, problem

replace = msgspec.structs.replace


@pytest.fixture
def randers() -> Model:
    return model_of("randers")


def with_meeting(model: Model, key: str, **fields: Any) -> Model:
    meetings = tuple(replace(one, **fields) if one.key == key else one for one in model.meetings)
    return replace(model, meetings=meetings)


def with_agenda_notice(model: Model, count: int, *, dated: bool = False) -> Model:
    (rule,) = model.meeting("netvaerksmoede_3").deadlines
    changed = replace(rule, within=Period(count, Unit.WORKING_DAYS), dated=dated)
    return with_meeting(model, "netvaerksmoede_3", deadlines=(changed,))


def kinds(old: Model, new: Model, **facts: Any) -> list[tuple[str, str]]:
    about = problem(3, **facts)
    return [(one.kind, one.key) for one in changes_for_case(old, new, case(about), NOW)]


def test_practice_is_pinned_and_a_dated_clause_follows_the_law(randers: Model) -> None:
    pinned = effective_model(randers, with_agenda_notice(randers, 8))
    assert pinned.meeting("netvaerksmoede_3").deadlines[0].within.count == 5
    followed = effective_model(randers, with_agenda_notice(randers, 8, dated=True))
    assert followed.meeting("netvaerksmoede_3").deadlines[0].within.count == 8


def test_a_dated_process_and_reassessment_follow_too(randers: Model) -> None:
    (process,) = randers.processes
    (again,) = randers.reassessments
    newer = replace(
        randers,
        processes=(replace(process, within=Period(3, Unit.MONTHS), dated=True),),
        reassessments=(replace(again, every=Period(3, Unit.MONTHS)),),
    )
    mixed = effective_model(randers, newer)
    assert (mixed.processes[0].within.count, mixed.reassessments) == (3, randers.reassessments)


def test_what_is_new_in_the_newest_version_does_not_enter_a_running_case(randers: Model) -> None:
    meeting = randers.meeting("netvaerksmoede_3")
    extra = replace(meeting.deadlines[0], key="new", dated=True)
    newer = with_meeting(randers, "netvaerksmoede_3", deadlines=(*meeting.deadlines, extra))
    assert effective_model(randers, newer) == randers


def test_two_versions_are_compared_in_sentences(randers: Model) -> None:
    newer = with_agenda_notice(randers, 8)
    (danish,) = changes(randers, newer)
    assert danish.path == "meetings[netvaerksmoede_3].deadlines[agenda].within"
    assert danish.sentence == (
        "Møder › “Tværfagligt netværksmøde, niveau 3” › frist › “Dagsordenen sendes” › inden for: "
        "ændret fra 5 arbejdsdage til 8 arbejdsdage"
    )
    (english,) = changes(randers, newer, "en")
    assert english.sentence.endswith("changed from 5 working days to 8 working days")
    assert changes(randers, randers) == ()


def test_a_comparison_says_what_running_cases_follow(randers: Model) -> None:
    newer = with_agenda_notice(replace(randers, retention=()), 8)
    found = {
        one.path.split("[", maxsplit=1)[0].split(".", maxsplit=1)[0]: one.dated
        for one in changes(randers, newer)
    }
    assert found == {"meetings": False, "retention": True}
    (followed,) = changes(randers, with_agenda_notice(randers, 5, dated=True))[:1]
    assert followed.dated


def test_added_and_removed_parts_are_named_as_people_name_them(randers: Model) -> None:
    meeting = randers.meeting("netvaerksmoede_3")
    fewer = with_meeting(randers, "netvaerksmoede_3", participants=meeting.participants[:-1])
    (gone,) = changes(randers, fewer, "en")
    assert gone.sentence.endswith("participant › “Relevant partner”: removed")
    (back,) = changes(fewer, randers, "en")
    assert back.sentence.endswith("“Relevant partner”: added")


def test_nothing_changes_for_a_case_that_moves_to_the_same_version(randers: Model) -> None:
    assert kinds(randers, randers) == []


def test_a_change_elsewhere_does_not_touch_the_case(randers: Model) -> None:
    newer = replace(randers, principles=(), indicators=())
    assert kinds(randers, newer) == []


def test_a_deadline_that_changes_is_told_in_both_languages(randers: Model) -> None:
    newer = with_agenda_notice(randers, 8)
    assert kinds(randers, newer) == [("deadline", "netvaerksmoede_3:agenda")]
    (told,) = changes_for_case(randers, newer, case(problem(3)), NOW)
    assert "5 arbejdsdage bliver til 8 arbejdsdage" in told.text.da
    assert "5 working days becomes 8 working days" in told.text.en


def test_a_dated_change_has_happened_already_and_is_not_told_again(randers: Model) -> None:
    assert kinds(randers, with_agenda_notice(randers, 8, dated=True)) == []


def test_who_belongs_to_a_meeting_is_told_where_it_changes(randers: Model) -> None:
    meeting = randers.meeting("netvaerksmoede_3")
    firmer = tuple(
        replace(one, strength=Strength.ALWAYS) if one.role == "psychologist" else one
        for one in meeting.participants
    )
    newer = with_meeting(randers, "netvaerksmoede_3", participants=firmer)
    (told,) = changes_for_case(randers, newer, case(problem(3)), NOW)
    assert (told.kind, told.key) == ("participant", "netvaerksmoede_3:psychologist")
    assert told.text.en.endswith("Psychologist belonged possible, now always.")


def test_a_meeting_that_goes_and_one_that_comes(randers: Model) -> None:
    fewer = replace(randers, meetings=tuple(one for one in randers.meetings if one.key != "netvaerksmoede_3"))
    assert ("meeting_gone", "netvaerksmoede_3") in kinds(randers, fewer)
    assert ("meeting_new", "netvaerksmoede_3") in kinds(fewer, randers)


def test_a_level_that_is_no_more_blocks_the_move_of_the_case(randers: Model) -> None:
    fewer = replace(randers, levels=tuple(level for level in randers.levels if level.number != 3))
    first = changes_for_case(randers, fewer, case(problem(3)), NOW)[0]
    assert (first.kind, first.blocks) == ("level_lost", True)
    assert not any(one.blocks for one in changes_for_case(randers, fewer, case(problem(2)), NOW))


def test_a_child_that_the_new_version_does_not_cover(randers: Model) -> None:
    younger = replace(randers, population=replace(randers.population, to_age=8))
    first = changes_for_case(randers, younger, case(problem(3)), NOW)[0]
    assert (first.kind, first.blocks) == ("population", True)


def test_a_reassessment_and_a_way_that_change(randers: Model) -> None:
    (again,) = randers.reassessments
    sooner = replace(randers, reassessments=(replace(again, every=Period(3, Unit.MONTHS)),))
    about = problem(
        4, facts={"specialised_effort"}, reassessed=(LastDone("specialised_effort", dt.date(2026, 10, 1)),)
    )
    (told,) = changes_for_case(randers, sooner, case(about), NOW)
    assert told.text.da == "Næste vurdering: 2027-01-04."
    strict = replace(randers, skips=replace(randers.skips, allowed=False))
    assert {("move", "p1:1"), ("move", "p1:5")} & set(kinds(randers, strict))


def test_a_form_with_other_fields_leaves_filled_ones_as_they_are(randers: Model) -> None:
    form = randers.form("det_gule_skema")
    shorter = replace(form, fields=form.fields[:-1])
    newer = replace(randers, forms=tuple(shorter if one.key == form.key else one for one in randers.forms))
    (told,) = changes_for_case(randers, newer, case(problem(3)), NOW)
    assert (told.kind, told.key) == ("form", "det_gule_skema")
    assert "stay as they are" in told.text.en


def test_a_fact_that_is_no_longer_used_is_told(randers: Model) -> None:
    fewer = replace(randers, facts=tuple(one for one in randers.facts if one.key != "ppv_made"))
    about = problem(3, facts={"ppv_made"})
    assert [one.kind for one in changes_for_case(randers, fewer, case(about), NOW)] == ["fact_lost"]


def test_a_name_alone_is_no_change_for_the_case(randers: Model) -> None:
    renamed = with_meeting(randers, "netvaerksmoede_3", name=Text("Nyt navn", "New name"))
    assert kinds(randers, renamed) == []
    assert [one.path for one in changes(randers, renamed)] == ["meetings[netvaerksmoede_3].name"]


def test_a_meeting_of_another_length_is_told(randers: Model) -> None:
    longer = with_meeting(randers, "netvaerksmoede_3", minutes=75)
    (told,) = changes_for_case(randers, longer, case(problem(3)), NOW)
    assert (told.kind, told.text.en.rsplit(": ")[-1]) == ("minutes", "60 minutes become 75.")


def test_every_field_of_the_language_has_a_danish_word() -> None:
    """Who approves a version reads it in words, not in the names that programs use."""
    there = {field.name for struct in structs(Model) for field in msgspec.structs.fields(struct)}
    assert there == FIELDS.keys()


def test_a_condition_that_is_new_is_said_in_words(randers: Model) -> None:
    rule = randers.meeting("netvaerksmoede_3").deadlines[0]
    changed = with_meeting(
        randers, "netvaerksmoede_3", deadlines=(replace(rule, when=Condition(age_from=6, active_case=True)),)
    )
    said = [one.sentence for one in changes(randers, changed)]
    assert len(said) == 2
    assert not any("{" in one or "_" in one for one in said)
    assert any(one.endswith("aktiv sag: ændret fra — til ja") for one in said)
