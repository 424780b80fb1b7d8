"""What a family sees and does: every page in every state, in plain words."""

import pytest

from services.core.errors import ErrorCode
from tests.portal.conftest import Visit
from tests.portal.inspect_page import text_of
from tests.portal.readability import lix, running_text
from tests.portal.sample_data import CHILD, MEETING, connection, meeting

PAGES = [
    "/",
    f"/meetings/{MEETING}",
    "/consents",
    "/agreements",
    "/inbox",
    "/me/calendar",
    f"/access-log/{CHILD}",
]
ABOUT = ["/about/accessibility", "/about/privacy"]


@pytest.mark.parametrize("path", [*PAGES, *ABOUT])
async def test_what_families_read_is_easy_to_read(family: Visit, path: str) -> None:
    text = running_text((await family.get(path)).main)
    assert lix(text) < 35, (round(lix(text), 1), text)


@pytest.mark.parametrize("path", PAGES)
async def test_pages_stand_when_there_is_nothing(family: Visit, path: str) -> None:
    for name, value in family.engine.data.items():
        if isinstance(value, dict) and "edges" in value:
            family.engine.data[name] = connection()
    family.engine.data["whoCanSee"] = []
    await family.get(path)


@pytest.mark.parametrize("status", ["PLANNED", "AGENDA_SENT", "HELD", "CONCLUDED", "CANCELLED"])
async def test_a_meeting_can_be_answered_until_it_is_held(family: Visit, status: str) -> None:
    family.engine.data["meeting"] = meeting(status)
    page = await family.get(f"/meetings/{MEETING}")
    assert ('id="answer"' in page.body) == (status in {"PLANNED", "AGENDA_SENT"})
    assert ("Det har vi aftalt" in page.body) == (status in {"HELD", "CONCLUDED"})


@pytest.mark.parametrize("status", ["PLANNED", "AGENDA_SENT", "HELD", "CONCLUDED"])
async def test_who_sees_a_meeting_without_being_invited_has_nothing_to_answer(
    family: Visit, status: str
) -> None:
    shown = meeting(status)
    shown["participants"] = [{**one, "viewerIs": False} for one in shown["participants"]]
    family.engine.data["meeting"] = shown
    page = await family.get(f"/meetings/{MEETING}")
    assert "Skriv med dine egne ord" not in page.body


async def test_what_the_family_may_read_of_the_form_is_shown(family: Visit) -> None:
    """Which fields those are is the server's to say, for each reader: tests/shields/test_audiences.py."""
    family.engine.data["meeting"] = meeting("CONCLUDED")
    page = await family.get(f"/meetings/{MEETING}")
    assert "Mere ro i klassen." in page.body


async def test_an_answer_is_sent_and_the_page_says_so(family: Visit) -> None:
    page = await family.get(f"/meetings/{MEETING}")
    sent = await family.fill(page, "answer", answer="COMING", note="  Vi glæder os ")
    assert (sent.status_code, sent.headers["location"]) == (303, f"/meetings/{MEETING}?done=answered")
    assert family.engine.asked[-1] == (
        "AnswerInvitation",
        {"input": {"meetingId": MEETING, "answer": "COMING", "note": "Vi glæder os", "proposedTime": None}},
    )
    assert family.engine.keys[-1]
    after = await family.get(sent.headers["location"])
    assert "Tak. Dit svar er sendt." in text_of(after.main)


async def test_one_s_own_view_is_told_in_one_s_own_words(family: Visit) -> None:
    page = await family.get(f"/meetings/{MEETING}")
    sent = await family.fill(page, "view", text="Han har brug for ro.")
    assert sent.headers["location"] == f"/meetings/{MEETING}?done=view-told"
    told = family.engine.asked[-1]
    assert told[0] == "TellOwnView"
    assert told[1]["input"] == {
        "meetingId": MEETING,
        "whose": "PARENT",
        "obtained": True,
        "forParents": False,
        "text": "Han har brug for ro.",
    }


async def test_another_time_is_given_in_danish_local_time(family: Visit) -> None:
    page = await family.get(f"/meetings/{MEETING}")
    await family.fill(
        page, "answer", answer="ANOTHER_TIME", proposedTime="2027-07-01", proposedTimeTime="14.30"
    )
    assert family.engine.asked[-1][1]["input"]["proposedTime"] == "2027-07-01T12:30:00Z"


async def test_an_hour_that_the_clock_skips_is_refused(family: Visit) -> None:
    page = await family.get(f"/meetings/{MEETING}")
    values = page.values("answer") | {
        "answer": "ANOTHER_TIME",
        "proposedTime": "2027-03-28",
        "proposedTimeTime": "02:30",
    }
    again = await family.post(page.action("answer"), values, status=422)
    assert "fordi uret stilles frem" in again.body


async def test_a_form_without_an_answer_comes_back_with_its_values(family: Visit) -> None:
    page = await family.get(f"/meetings/{MEETING}")
    sent = page.values("answer") | {"note": "Måske"}
    sent.pop("answer", None)
    again = await family.post(page.action("answer"), sent, status=422)
    assert "Der er problemer" in again.body
    assert again.values("answer")["note"] == ["Måske"]
    assert [name for name, _ in family.engine.asked if name == "AnswerInvitation"] == []


async def test_what_the_api_refuses_stands_at_its_field_and_on_top(family: Visit) -> None:
    family.engine.faults = [
        {
            "code": "RULE_BLOCKED",
            "message": "Dagsordenen er lukket.",
            "field": ["input", "text"],
            "ruleId": "RA-11",
            "legalBasis": "Barnets lov § 5",
        }
    ]
    page = await family.get(f"/meetings/{MEETING}")
    again = await family.post(
        page.action("agenda-item"), page.values("agenda-item") | {"text": "Lektier"}, 422
    )
    assert again.body.count("Dagsordenen er lukket.") == 2
    assert 'href="#agenda-item-text"' in again.body
    assert "Barnets lov § 5" in again.body
    assert again.values("agenda-item")["text"] == ["Lektier"]


async def test_a_conflict_is_told_without_a_field(family: Visit) -> None:
    family.engine.faults = [
        {"code": "CONFLICT", "message": "Ændret af en anden.", "field": ["input", "expectedVersion"]}
    ]
    page = await family.get("/consents")
    again = await family.post(page.action("give-c-ASKED"), page.values("give-c-ASKED"), 422)
    assert "Ændret af en anden." in again.body


@pytest.mark.parametrize(
    ("form", "operation"),
    [
        ("give-c-ASKED", "GiveConsent"),
        ("decline-c-ASKED", "DeclineConsent"),
        ("withdraw-c-GIVEN", "WithdrawConsent"),
    ],
)
async def test_a_consent_is_given_declined_and_withdrawn(family: Visit, form: str, operation: str) -> None:
    page = await family.get("/consents")
    sent = await family.fill(page, form)
    assert sent.status_code == 303
    name, variables = family.engine.asked[-1]
    assert name == operation
    assert variables["input"]["expectedVersion"] == 7
    assert variables["input"].get("textVersion", 2) == 2


async def test_a_message_is_marked_as_read(family: Visit) -> None:
    page = await family.get("/inbox")
    assert (await family.fill(page, "read-b1")).headers["location"] == "/inbox?done=message-read"
    assert family.engine.asked[-1] == ("MarkMessageRead", {"input": {"messageId": "b1"}})


async def test_a_family_has_no_pages_of_the_professionals(family: Visit) -> None:
    for path in (
        "/children",
        f"/children/{CHILD}/around",
        f"/children/{CHILD}/call",
        "/directory",
        "/oversight",
    ):
        page = await family.get(path, status=404)
        assert "Siden findes ikke" in page.body


async def test_absent_and_foreign_answer_alike(family: Visit) -> None:
    family.engine.data["meeting"] = None
    family.engine.refuses["meeting"] = ErrorCode.NOT_FOUND
    one = await family.get(f"/meetings/{MEETING}", status=404)
    other = await family.get("/meetings/no-such-id", status=404)
    assert one.body == other.body
