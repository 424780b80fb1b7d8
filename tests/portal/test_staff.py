"""What professionals and data protection see and do: every page in every state, every form."""

import re

import pytest

from services.core.errors import ErrorCode
from tests.portal.conftest import Visit
from tests.portal.inspect_page import NAMESPACE, Inspected, text_of
from tests.portal.sample_data import (
    CHILD,
    MEETING,
    PROBLEM,
    UNDERRETNING,
    child,
    connection,
    consent,
    meeting,
)

PAGES = [
    "/",
    "/children",
    f"/children/{CHILD}",
    f"/children/{CHILD}/call?problem=none",
    f"/meetings/{MEETING}",
    "/underretninger",
    f"/underretninger/{UNDERRETNING}",
    "/reports",
    "/indicators",
    "/inbox",
    f"/access-log/{CHILD}",
]


@pytest.mark.parametrize("path", PAGES)
async def test_pages_stand_full_and_empty(leader: Visit, path: str) -> None:
    await leader.get(path)
    for name, value in leader.engine.data.items():
        if isinstance(value, dict) and "edges" in value:
            leader.engine.data[name] = connection()
    leader.engine.data |= {"whoCanSee": [], "meetingTypes": []}
    leader.engine.data["child"] = child(
        problems=[], levels=[], meetings=connection(), agreements=connection()
    )
    leader.engine.data["meeting"] = meeting(
        participants=[], agenda=[], form=None, agreements=[], deadlines=[]
    )
    await leader.get(path)


async def test_a_closed_case_offers_nothing_to_change(leader: Visit) -> None:
    leader.engine.data["child"] = child(
        closedAt="2026-11-01T08:00:00Z", eraseAfter="2031-11-01", version=None
    )
    page = await leader.get(f"/children/{CHILD}")
    actions = {form.get("action") for form in page.main.iter(NAMESPACE + "form")}
    assert actions == {
        f"/children/{CHILD}/close-agreement",
        f"/children/{CHILD}/open-problem",
        f"/children/{CHILD}/record-underretning",  # a duty that no state of a case stops
        # What must hold all the same: protection; and a child that has moved can move back.
        f"/children/{CHILD}/record-protection",
        f"/children/{CHILD}/take-back-departure",
    }
    assert "Slettes efter 1. november 2031." in page.body


async def test_levels_are_a_picture_with_its_words(leader: Visit) -> None:
    page = await leader.get(f"/children/{CHILD}")
    picture = page.all("figure")[0]
    assert "Niveauer: Skole 3, Hjem 1" in text_of(picture)
    assert "Skole: niveau 3 – Tværfagligt netværk" in text_of(picture)


async def test_a_name_is_searched_for_without_standing_in_an_address(leader: Visit) -> None:
    page = await leader.post("/children", {"search": " Alma "})
    assert leader.engine.asked[-1] == ("Children", {"search": "Alma", "after": None})
    assert 'value="Alma"' in page.body
    assert not re.search(r'(href|action)="[^"]*Alma', page.body)


CHILD_FORMS = [
    ("open-problem", {"track": "school", "title": "Uro"}, "OpenProblem"),
    (f"move-{PROBLEM}", {"toLevel": "4", "reason": "Haster"}, "MoveLevel"),
    (f"offer-{PROBLEM}", {"personId": "s1"}, "OfferCoordinator"),
    (f"accept-{PROBLEM}", {}, "AcceptCoordinator"),
    ("agreement-g-OPEN", {"status": "DONE"}, "CloseAgreement"),
    ("close-casework", {}, "CloseCasework"),
]


@pytest.mark.parametrize(("form", "values", "operation"), CHILD_FORMS, ids=[f[2] for f in CHILD_FORMS])
async def test_a_form_of_a_child_runs_its_mutation(
    leader: Visit, form: str, values: dict[str, str], operation: str
) -> None:
    page = await leader.get(f"/children/{CHILD}")
    sent = await leader.fill(page, form, **values)
    assert (sent.status_code, sent.headers["location"].split("?")[0]) == (303, f"/children/{CHILD}")
    assert leader.engine.asked[-1][0] == operation
    assert (await leader.get(sent.headers["location"])).body.count('role="status"') == 1


MEETING_FORMS = [
    ("PLANNED", "agenda-item", {"text": "Nyt"}, "AddAgendaItem"),
    ("PLANNED", "send-agenda", {}, "SendAgenda"),
    ("PLANNED", "move", {"startsAt": "2027-01-11", "startsAtTime": "09:00"}, "MoveMeeting"),
    ("AGENDA_SENT", "cancel", {"reason": "Sygdom"}, "CancelMeeting"),
    ("AGENDA_SENT", "hold", {}, "HoldMeeting"),
    ("HELD", "form-values", {"value-short": "Kort", "complete": "no"}, "FillForm"),
    ("HELD", "perspective", {"whose": "CHILD", "obtained": "yes", "text": "Fred"}, "RecordPerspective"),
    ("HELD", "make-agreement", {"what": "Plan", "responsibleParticipantId": "p4"}, "MakeAgreement"),
    ("HELD", "agreement-g-OPEN", {"status": "DROPPED"}, "EndAgreement"),
    ("HELD", "conclude", {"outcome": "continue", "reason": "Brug for mere"}, "ConcludeMeeting"),
]


@pytest.mark.parametrize(
    ("status", "form", "values", "operation"), MEETING_FORMS, ids=[f[3] for f in MEETING_FORMS]
)
async def test_a_form_of_a_meeting_runs_its_mutation(
    leader: Visit, status: str, form: str, values: dict[str, str], operation: str
) -> None:
    leader.engine.data["meeting"] = meeting(status)
    page = await leader.get(f"/meetings/{MEETING}")
    sent = await leader.fill(page, form, **values)
    assert sent.status_code == 303, sent.text
    name, variables = leader.engine.asked[-1]
    assert name == operation
    assert "expectedVersion" not in variables["input"] or variables["input"]["expectedVersion"] in {1, 4}
    assert (await leader.get(sent.headers["location"])).body.count('role="status"') == 1


@pytest.mark.parametrize("status", ["PLANNED", "AGENDA_SENT", "HELD", "CONCLUDED", "CANCELLED"])
async def test_a_meeting_offers_what_its_state_allows(leader: Visit, status: str) -> None:
    outcome = {
        "key": "up",
        "text": "Niveau 4",
        "movesTo": 4,
        "followUpBy": "2027-02-01",
        "nextType": None,
        "reasons": [],
    }
    leader.engine.data["meeting"] = meeting(status, outcome=outcome if status == "CONCLUDED" else None)
    page = await leader.get(f"/meetings/{MEETING}")
    ids = {form.get("id") for form in page.all("form")}
    assert ("send-agenda" in ids) == (status == "PLANNED")
    assert ({"move", "cancel", "hold"} <= ids) == (status in {"PLANNED", "AGENDA_SENT"})
    assert ({"form-values", "make-agreement", "conclude"} <= ids) == (status == "HELD")


async def test_those_who_said_they_come_are_ticked_as_present(leader: Visit) -> None:
    page = await leader.get(f"/meetings/{MEETING}")
    assert page.values("hold")["attended"] == ["p1"]


async def test_a_fault_in_a_form_field_of_the_model_stands_at_that_field(leader: Visit) -> None:
    leader.engine.data["meeting"] = meeting("HELD")
    page = await leader.get(f"/meetings/{MEETING}")
    path = ["input", "values", "by"]
    leader.engine.faults = [{"code": "INVALID_INPUT", "message": "Ikke en dato.", "field": path}]
    again = await leader.post(page.action("form-values"), page.values("form-values"), 422)
    assert 'href="#form-values-value-by"' in again.body


async def test_an_attempt_is_required_when_a_perspective_was_not_obtained(leader: Visit) -> None:
    leader.engine.data["meeting"] = meeting("HELD")
    page = await leader.get(f"/meetings/{MEETING}")
    values = page.values("perspective") | {"whose": "PARENT", "obtained": "no"}
    again = await leader.post(page.action("perspective"), values, 422)
    assert 'href="#perspective-attempts"' in again.body


FIRST = {"type": "network_meeting", "startsAt": "2026-12-14", "startsAtTime": "13.30", "place": "Lokale 12"}


def decisions(page: Inspected, form_id: str) -> int:
    """What a person sees and may fill in: a group of choices is one, what is folded away none."""
    form = page.form(form_id)
    folded = {field for details in form.iter(NAMESPACE + "details") for field in details.iter()}
    return len(
        {
            field.get("name")
            for tag in ("input", "select", "textarea")
            for field in form.iter(NAMESPACE + tag)
            if field.get("type") != "hidden" and field not in folded
        }
    )


async def test_a_meeting_is_called_with_at_most_twelve_inputs(leader: Visit) -> None:
    first = await leader.get(f"/children/{CHILD}/call?problem={PROBLEM}")
    second = await leader.post(first.action("call"), first.values("call") | FIRST)
    assert decisions(first, "call") + decisions(second, "call-plan") <= 12
    sent = await leader.fill(second, "call-plan", **{"pick-6": "s1", "reasonForSkipping": "Haster"})
    assert (sent.status_code, sent.headers["location"]) == (303, f"/meetings/{MEETING}?done=meeting-called")
    name, variables = leader.engine.asked[-1]
    called = variables["input"]
    assert name == "CallMeeting"
    assert called["startsAt"] == "2026-12-14T12:30:00Z"
    assert (called["childId"], called["problemId"], called["durationMinutes"]) == (CHILD, PROBLEM, 60)
    assert (called["agenda"], called["reasonForSkipping"]) == ([], "Haster")
    assert called["participants"] == [
        {"role": "staff", "personId": "s1"},
        {"role": "health_visitor", "personId": "s1"},
    ]


async def planned(leader: Visit) -> Inspected:
    first = await leader.get(f"/children/{CHILD}/call?problem={PROBLEM}")
    return await leader.post(first.action("call"), first.values("call") | FIRST)


async def test_each_part_of_the_plan_says_why(leader: Visit) -> None:
    page = await planned(leader)
    assert page.body.count("Modellen siger det.") == 8
    for text in ("Mads Far, Mia Mor", "Fem dage.", "for sent allerede", "Overvej et møde på niveau 2 først."):
        assert text in page.body


async def test_who_is_left_out_goes_with_the_reason(leader: Visit) -> None:
    page = await planned(leader)
    values = {
        "pick-5": "s1",
        "leaveOutReason": "Kender ikke barnet",
        "leave-1": "Er for lille",
        "name-3": "Mormor",
        "pick-7": "s1",
        "reasonForSkipping": "Haster",
        "agenda": "Lektier\r\n\r\nSkolevej",
    }
    assert (await leader.fill(page, "call-plan", **values)).status_code == 303
    called = leader.engine.asked[-1][1]["input"]
    assert called["agenda"] == ["Lektier", "Skolevej"]
    assert called["participants"] == [
        {"role": "child", "leaveOutReason": "Er for lille"},
        {"role": "network", "name": "Mormor"},
        {"role": "staff", "personId": "s1"},
        {"role": "health_visitor", "leaveOutReason": "Kender ikke barnet"},
        {"role": "psychologist", "personId": "s1"},
    ]


async def test_a_person_who_does_not_fit_is_told_at_the_role(leader: Visit) -> None:
    page = await planned(leader)
    values = page.values("call-plan") | {"pick-5": "s1", "pick-7": "s1"}
    fault = {
        "code": "INVALID_INPUT",
        "message": "Kan ikke have rollen.",
        "field": ["input", "participants", "1"],
    }
    leader.engine.faults = [fault]
    again = await leader.post(page.action("call-plan"), values, 422)
    assert 'href="#call-plan-pick-7"' in again.body
    assert again.values("call-plan")["pick-5"] == ["s1"]


async def test_which_problem_is_asked_only_where_there_are_several(leader: Visit) -> None:
    path = f"/children/{CHILD}/call"
    assert (await leader.client.get(path)).headers["location"] == f"{path}?problem={PROBLEM}"
    one = child()["problems"][0]
    leader.engine.data["child"] = child(problems=[one, one | {"id": "other"}])
    page = await leader.get(path)
    assert f"{path}?problem=other" in page.body
    leader.engine.data["child"] = child(problems=[])
    assert (await leader.client.get(path)).headers["location"] == f"{path}?problem=none"
    await leader.get(f"{path}?problem=none")
    assert leader.engine.asked[-1][1]["problemId"] is None


async def test_a_first_step_that_lacks_something_comes_back(leader: Visit) -> None:
    first = await leader.get(f"/children/{CHILD}/call?problem={PROBLEM}")
    values = first.values("call") | FIRST | {"place": "", "startsAt": "i morgen"}
    again = await leader.post(first.action("call"), values, 422)
    assert 'href="#call-place"' in again.body
    assert 'href="#call-startsAt"' in again.body
    assert again.values("call")["startsAtTime"] == ["13.30"]


async def test_a_call_refused_for_its_time_shows_the_first_step_again(leader: Visit) -> None:
    page = await planned(leader)
    leader.engine.faults = [
        {
            "code": "RULE_BLOCKED",
            "message": "Under fem arbejdsdage.",
            "field": ["input", "startsAt"],
            "ruleId": "RA",
        }
    ]
    values = page.values("call-plan") | {"reasonForSkipping": "x"}
    again = await leader.post(page.action("call-plan"), values, 422)
    assert "Under fem arbejdsdage." in again.body
    assert again.values("call")["startsAtTime"] == ["13.30"]


async def test_a_fabricated_second_step_falls_back_to_the_first(leader: Visit) -> None:
    again = await leader.post(f"/children/{CHILD}/call", {"agenda": "x"}, 422)
    assert again.form("call") is not None


async def test_an_outcome_is_offered_when_only_the_form_itself_is_missing(leader: Visit) -> None:
    leader.engine.data["meeting"] = meeting("HELD")
    page = await leader.get(f"/meetings/{MEETING}")
    assert "Vi mødes igen" in text_of(page.form("conclude"))
    assert "Niveau 4" not in text_of(page.form("conclude"))
    assert "Barnets perspektiv mangler." in page.body


async def test_who_does_not_lead_the_meeting_answers_and_changes_nothing(leader: Visit) -> None:
    for status in ("PLANNED", "HELD"):
        leader.engine.data["meeting"] = meeting(status, leads=False)
        page = await leader.get(f"/meetings/{MEETING}")
        ids = {form.get("id") for form in page.main.iter(NAMESPACE + "form")}
        assert not ids & {
            "send-agenda",
            "move",
            "cancel",
            "hold",
            "form-values",
            "make-agreement",
            "conclude",
        }
        if status == "PLANNED":
            sent = await leader.fill(page, "answer", answer="NOT_COMING")
            assert sent.status_code == 303
            assert leader.engine.asked[-1][0] == "AnswerAsProfessional"


async def test_a_consent_that_ended_can_be_asked_for_again(leader: Visit) -> None:
    asked = connection(consent("GIVEN", expiresAt="2027-11-21T00:00:00Z"), consent("EXPIRED"))
    leader.engine.data["child"] = child(consents=asked)
    page = await leader.get(f"/children/{CHILD}")
    assert "21. november 2027" in page.body
    assert "ask-c-GIVEN" not in page.body
    assert (await leader.fill(page, "ask-c-EXPIRED")).status_code == 303
    assert leader.engine.asked[-1] == ("AskConsent", {"input": {"childId": CHILD, "purpose": "share"}})


async def test_data_protection_sees_holds_and_erasures_and_no_children(dpo: Visit) -> None:
    for path in ("/", "/oversight"):
        page = await dpo.get(path)
        assert "Slettet" in page.body
    holds = await dpo.get(f"/oversight/{CHILD}")
    for form, operation in (("place-hold", "PlaceHold"), ("lift-h1", "LiftHold")):
        sent = await dpo.fill(holds, form, reason="Klage")
        assert sent.status_code == 303
        assert dpo.engine.asked[-1][0] == operation
    for path in ("/children", f"/meetings/{MEETING}"):
        await dpo.get(path, status=404)


async def test_a_case_is_found_by_its_number_only(dpo: Visit) -> None:
    page = await dpo.get("/oversight")
    assert (await dpo.fill(page, "find", childId=CHILD)).headers["location"] == f"/oversight/{CHILD}"
    again = await dpo.post("/oversight/find", page.values("find") | {"childId": "Alma"}, 422)
    assert "Skriv forløbets nummer" in again.body


@pytest.mark.parametrize("code", [ErrorCode.FORBIDDEN, ErrorCode.NOT_FOUND])
async def test_a_child_that_is_another_school_s_is_absent(leader: Visit, code: ErrorCode) -> None:
    leader.engine.data["child"] = None
    leader.engine.refuses["child"] = code
    await leader.get(f"/children/{CHILD}", status=code.status)
