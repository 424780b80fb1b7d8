"""What professionals and data protection see and do: every page in every state, every form."""

import re

import pytest

from services.core.errors import ErrorCode
from tests.portal.conftest import Visit
from tests.portal.inspect_page import NAMESPACE, text_of
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
from tests.portal.sample_glass import EMERGENCY

PAGES = [
    "/",
    "/children",
    *(f"/children/{CHILD}{at}" for at in ("", "/problems", "/work", "/family", "/history", "/underret")),
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
    actions = set()
    for at in ("/problems", "/work", "/family", "/history", "/underret", ""):
        page = await leader.get(f"/children/{CHILD}{at}")
        actions |= {form.get("action") for form in page.main.iter(NAMESPACE + "form")}
    assert actions == {
        f"/children/{CHILD}/close-agreement",
        f"/children/{CHILD}/problems/open-problem",
        f"/children/{CHILD}/underret/record-underretning",  # a duty that no state of a case stops
        # What must hold all the same: protection; and a child that has moved can move back.
        f"/children/{CHILD}/family/record-protection",
        f"/children/{CHILD}/family/take-back-departure",
    }
    assert "Slettes efter 1. november 2031." in page.body


async def test_who_comes_to_a_meeting_finds_its_child_and_not_who_else_sees_it(leader: Visit) -> None:
    """They may not ask who can see the child: their page does without, and is there (it is linked from the meeting)."""
    leader.engine.refuses["whoCanSee"] = ErrorCode.NOT_FOUND
    leader.engine.data["child"] = child(asGuest=True)
    page = await leader.get(f"/children/{CHILD}")
    assert "Du ser de møder, du kommer til" in page.body
    assert "Hvem kan se data nu?" not in page.body
    leader.engine.refuses["child"] = ErrorCode.NOT_FOUND
    await leader.get(f"/children/{CHILD}", status=404)


async def test_a_case_is_a_picture_with_its_words_and_its_numbers(leader: Visit) -> None:
    page = await leader.get(f"/children/{CHILD}")
    picture = page.all("figure")[0]
    assert "Niveauer: Skole 3, Hjem 1" in text_of(picture)
    assert "Skole: niveau 3 – Tværfagligt netværk" in text_of(picture)
    table = text_of(next(picture.iter(NAMESPACE + "table")))
    assert "Fravær fra skole (Skole)" in table
    assert "3 – Niveau 3" in table


async def test_a_name_is_searched_for_without_standing_in_an_address(leader: Visit) -> None:
    page = await leader.post("/children", {"search": " Alma "})
    name, asked = leader.engine.asked[-1]
    assert (name, asked["search"], asked["after"], asked["order"]) == ("Children", "Alma", None, "NEXT")
    assert 'value="Alma"' in page.body
    assert not re.search(r'(href|action)="[^"]*Alma', page.body)


async def test_a_list_is_narrowed_by_links_that_keep_each_other(leader: Visit) -> None:
    page = await leader.get("/children?track=school&level=3&due=yes&order=name")
    assert leader.engine.asked[-1][1] == {"order": "NAME", "track": "school", "level": 3, "due": True}
    assert 'href="/children?order=name&amp;track=school&amp;level=4&amp;due=yes"' in page.body
    await leader.get("/children?level=x&track=")
    assert leader.engine.asked[-1][1]["level"] is None


CHILD_FORMS = [
    ("/problems", "open-problem", {"track": "school", "title": "Uro"}, "OpenProblem"),
    ("/problems", f"move-{PROBLEM}", {"toLevel": "4", "reason": "Haster"}, "MoveLevel"),
    ("/problems", f"offer-{PROBLEM}", {"personId": "s1"}, "OfferCoordinator"),
    ("/problems", f"accept-{PROBLEM}", {}, "AcceptCoordinator"),
    ("/problems", f"decline-{PROBLEM}", {}, "DeclineCoordinator"),
    ("", "agreement-g-OPEN", {"status": "DONE"}, "CloseAgreement"),
    ("", "close-casework", {}, "CloseCasework"),
]


@pytest.mark.parametrize(("at", "form", "values", "operation"), CHILD_FORMS, ids=[f[3] for f in CHILD_FORMS])
async def test_a_form_of_a_child_runs_its_mutation(
    leader: Visit, at: str, form: str, values: dict[str, str], operation: str
) -> None:
    page = await leader.get(f"/children/{CHILD}{at}")
    sent = await leader.fill(page, form, **values)
    # Who says no to the thread may see the child no more.
    then = "/" if operation == "DeclineCoordinator" else f"/children/{CHILD}{at}"
    assert (sent.status_code, sent.headers["location"].split("?")[0]) == (303, then)
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
    name, variables = leader.engine.asked[-2 if leader.engine.asked[-1][0] == "DropDraft" else -1]
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
        "nextType": "network_meeting",
        "proposed": [],
        "reasons": [{"text": "Niveau 4", "rule": None, "legalBasis": None}],
    }
    sample = meeting(status, outcome=outcome if status == "CONCLUDED" else None, following=None)
    leader.engine.data["meeting"] = sample
    page = await leader.get(f"/meetings/{MEETING}")
    if status == "CONCLUDED":
        assert page.body.count("Niveau 4") == 1
        assert f"/call?problem={PROBLEM}&amp;previous={MEETING}" in page.body
        # What the outcome closed has no further meetings: the next one is about the child.
        sample["problem"]["status"] = "CLOSED"
        assert f"/call?problem=none&amp;previous={MEETING}" in (await leader.get(f"/meetings/{MEETING}")).body
    ids = {form.get("id") for form in page.all("form")}
    assert ("send-agenda" in ids) == (status == "PLANNED")
    assert ({"move", "cancel", "hold"} <= ids) == (status in {"PLANNED", "AGENDA_SENT"})
    assert ({"form-values", "make-agreement", "conclude"} <= ids) == (status == "HELD")


async def test_those_who_said_they_come_are_ticked_as_present(leader: Visit) -> None:
    page = await leader.get(f"/meetings/{MEETING}")
    assert page.values("hold")["attended"] == ["p1"]
    # Who chairs without a place in the circle is there all the same: among those who come, and when it is held.
    for part in ("who", "held"):
        section = next(one for one in page.all("section") if one.get("aria-labelledby") == part)
        assert "Kirsten Ravn" in text_of(section)


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


async def test_an_outcome_is_offered_when_only_the_form_itself_is_missing(leader: Visit) -> None:
    leader.engine.data["meeting"] = meeting("HELD")
    page = await leader.get(f"/meetings/{MEETING}")
    assert "Vi mødes igen" in text_of(page.form("conclude"))
    assert "Niveau 4" not in text_of(page.form("conclude"))
    assert "Barnets perspektiv mangler." in page.body
    assert "Gå til aftalerne" not in page.body
    leader.engine.data["meeting"]["outcomes"][1]["needs"] = ["agreement"]
    page = await leader.get(f"/meetings/{MEETING}")
    assert '<a href="#agreements">Gå til aftalerne</a>' in page.body


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
        waits = {text_of(one): one.get("href") for one in page.main.iter(NAMESPACE + "a")}
        assert waits["Svar på en anmodning"] == "/access-requests"
        assert waits["Vurdér en nødadgang"] == "/emergencies"
        assert "Det venter på dig (2)" in text_of(page.main)
    opened = {
        text_of(one): one.get("href") for one in (await dpo.get("/emergencies")).main.iter(NAMESPACE + "a")
    }
    assert "/children/" in str(opened["Asta Eksempel"])
    one = await dpo.get(f"/emergencies/{EMERGENCY}")
    assert "Vælg et af svarene." in (await dpo.post(one.action("review"), one.values("review"), 422)).body
    holds = await dpo.get(f"/oversight/{CHILD}")
    assert CHILD in text_of(holds.main)
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


@pytest.mark.parametrize(
    ("chosen", "sent"),
    [
        ({}, "2027-03-01T09:00:00Z"),  # the model's first proposal stands there: one click
        ({"followUp": "2027-02-22T09:00:00Z"}, "2027-02-22T09:00:00Z"),
        ({"followUp": "none"}, None),
        # A time that somebody wrote counts, whatever stood ticked before it.
        ({"followUpStartsAt": "2027-02-10", "followUpStartsAtTime": "10:00"}, "2027-02-10T09:00:00Z"),
        (
            {"followUp": "other", "followUpStartsAt": "2027-02-10", "followUpStartsAtTime": "10:00"},
            "2027-02-10T09:00:00Z",
        ),
    ],
)
async def test_the_next_meeting_is_proposed_and_taken_with_one_click(
    leader: Visit, chosen: dict[str, str], sent: str | None
) -> None:
    leader.engine.data["meeting"] = meeting("HELD")
    page = await leader.get(f"/meetings/{MEETING}")
    answer = await leader.fill(page, "conclude", outcome="continue", reason="Brug for mere", **chosen)
    assert answer.status_code == 303
    assert leader.engine.asked[-2][1]["input"]["followUpStartsAt"] == sent
