"""What a family sees and does: every page in every state, in plain words."""

from base64 import b64encode

import pytest

from services.core.errors import ErrorCode
from tests.portal.conftest import HOST, Visit
from tests.portal.inspect_page import text_of
from tests.portal.readability import lix, running_text
from tests.portal.sample_access import REQUEST
from tests.portal.sample_child import child
from tests.portal.sample_data import CHILD, MEETING, connection, meeting
from tests.portal.sample_meeting import agreement

PAGES = [
    "/",
    f"/meetings/{MEETING}",
    "/consents",
    "/agreements",
    "/access-requests",
    f"/access-requests/{REQUEST}/copy",
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
    past = status in {"HELD", "CONCLUDED"}
    assert ("Det har vi aftalt" in page.body) == past
    assert ("Hvorfor holder vi mødet?" in page.body, "Hvem er med?" in page.body) == (not past, not past)
    for following, words in (
        ("2026-12-01T08:00:00Z", "Mødet efter:"),
        ("2027-01-01T08:00:00Z", "Næste møde:"),
    ):
        family.engine.data["meeting"] = meeting(status) | {
            "agenda": [],
            "following": meeting(id="f", startsAt=following),
        }
        page = await family.get(f"/meetings/{MEETING}")
        assert ("Dagsordenen er ikke klar endnu." in page.body) == (not past)
        assert (words in page.body) == past


async def test_who_reads_that_their_access_changed_is_logged_in_already(family: Visit) -> None:
    message = family.engine.data["messages"]["edges"][0]["node"]
    message |= {
        "kind": "access_ended",
        "text": "Din adgang er ændret. Log ind for at se mere.",
        "meetingId": None,
    }
    page = await family.get("/inbox")
    assert "Log ind for" not in page.body
    assert "På forsiden ser du" in page.body
    message["kind"] = "coordinator_changed"
    page = await family.get("/inbox")
    assert '<a href="/">Gå til forsiden</a>' in page.body


async def test_agreements_that_are_late_stand_first_and_say_so_and_what_is_done_stands_last(
    family: Visit,
) -> None:
    late, undated = agreement() | {"dueOn": "2026-12-06"}, agreement() | {"dueOn": None}
    today, done = agreement() | {"dueOn": "2026-12-07"}, agreement("DONE") | {"dueOn": "2026-11-01"}
    listed = [done, undated, today, late]
    for number, one in enumerate(listed):
        one |= {"id": f"g-{number}", "what": f"Aftale {number}"}
    family.engine.data["children"] = connection(child(agreements=connection(*listed)))
    told = (await family.get("/agreements")).body
    places = [told.index(f"Aftale {number}") for number in (3, 2, 1, 0)]
    assert places == sorted(places)
    assert told.count("Ikke gjort til tiden") == 1
    assert places[0] < told.index("Ikke gjort til tiden") < places[1]
    for one, said in ((late, True), (today, False)):
        family.engine.data |= {"tasks": connection(), "meetings": connection()}
        family.engine.data["children"] = connection(child() | {"agreements": connection(one)})
        assert ("Dagen er gået." in text_of((await family.get("/")).main)) is said


@pytest.mark.parametrize("status", ["PLANNED", "AGENDA_SENT", "HELD", "CONCLUDED"])
async def test_who_sees_a_meeting_without_being_invited_has_nothing_to_answer(
    family: Visit, status: str
) -> None:
    shown = meeting(status)
    shown["participants"] = [{**one, "viewerIs": False} for one in shown["participants"]]
    family.engine.data["meeting"] = shown
    page = await family.get(f"/meetings/{MEETING}")
    assert "Skriv med dine egne ord" not in page.body


async def test_a_meeting_after_the_end_of_custody_is_told_and_not_asked_about(family: Visit) -> None:
    family.engine.data["meeting"] = after = meeting("PLANNED", sightEndsOn="2026-12-01")
    family.engine.data |= {"meetings": connection(after), "tasks": connection()}
    page = await family.get(f"/meetings/{MEETING}")
    assert "Send svar" not in text_of(page.main)
    for path in (f"/meetings/{MEETING}", "/"):
        assert "Du kan kun se det her, til den 1. december 2026." in text_of((await family.get(path)).main)


async def test_what_the_family_may_read_of_the_form_is_shown(family: Visit) -> None:
    """Which fields those are is the server's to say, for each reader: tests/shields/test_audiences.py."""
    family.engine.data["meeting"] = meeting("CONCLUDED")
    page = await family.get(f"/meetings/{MEETING}")
    assert "Mere ro i klassen." in page.body
    assert "Kirsten Ravn Områdeleder, leder mødet" in text_of(page.main)


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


async def test_a_parent_tells_their_own_view_and_passes_on_the_child_s(family: Visit) -> None:
    family.engine.data["meeting"]["perspectives"] = []
    own = f"/meetings/{MEETING}/perspective/parent"
    page = await family.get(own)
    told = page.tree.find(".//{*}form[@id='told']")
    assert told is not None
    assert told.get("enctype") == "multipart/form-data"
    assert page.values("told").keys().isdisjoint({"forParents", "toldTo"})
    sent = await family.client.post(
        f"{own}/tell",
        data={"answer-wish": "Ro i klassen", "answer-today": "4", "forGuests": "yes"},
        files={"drawing": ("mors tegning.png", b"\x89PNG", "image/png")},
        headers={"origin": f"http://{HOST}"},
    )
    assert sent.headers["location"] == f"/meetings/{MEETING}?done=view-told"
    name, given = family.engine.asked[-1]
    assert name == "TellPerspective"
    assert given["input"] == {
        **dict.fromkeys(("way", "toldTo", "toldToRole", "toldOn", "participantId", "correctsId")),
        "meetingId": MEETING,
        "whose": "PARENT",
        "obtained": True,
        "answers": [{"key": "wish", "value": "Ro i klassen"}, {"key": "today", "value": "4"}],
        "drawing": b64encode(b"\x89PNG").decode(),
        "ownWords": False,
        "forParents": False,
        "forGuests": True,
        "keepDrawing": True,
    }
    child = await family.get(f"/meetings/{MEETING}/perspective/child")
    assert {"way", "toldTo", "toldToRole", "toldOn"} <= child.values("told").keys()
    assert child.values("told")["way"] == ["TOLD"]
    await family.get(f"/meetings/{MEETING}/perspective/grandmother", status=404)


async def test_what_is_wrong_with_an_answer_stands_at_its_question(family: Visit) -> None:
    family.engine.data["meeting"]["perspectives"] = []
    wrong = {"code": "INVALID_INPUT", "message": "Vælg et af svarene", "ruleId": None, "legalBasis": None}
    family.engine.faults = [{**wrong, "field": ["input", "answers", "scale"]}]
    sent = await family.client.post(
        f"/meetings/{MEETING}/perspective/parent/tell",
        data={"answer-scale": "11", "answer-wish": "Det her bliver stående"},
        files={"other": ("", b"")},
        headers={"origin": f"http://{HOST}"},
    )
    assert sent.status_code == 422
    assert 'href="#told-answer-scale"' in sent.text
    assert "Det her bliver stående" in sent.text


async def test_a_consent_to_begin_something_is_not_told_as_sharing(family: Visit) -> None:
    asked = next(
        edge["node"] for edge in family.engine.data["consents"]["edges"] if edge["node"]["state"] == "ASKED"
    )
    family.engine.data["consents"] = connection(asked)
    assert "deler vi det ikke" in text_of((await family.get("/consents")).main)
    asked |= {"fromWhom": None, "toWhom": None, "information": "At hjælpen går i gang"}
    begins = text_of((await family.get("/consents")).main)
    assert "Hvad det gælder" in begins
    assert "gør vi det ikke" in begins
    assert "deler vi" not in begins


async def test_a_meeting_that_is_over_is_found_again_from_the_child_and_a_number_has_gaps(
    family: Visit,
) -> None:
    page = await family.get(f"/children/{CHILD}")
    assert ">89 15 15 15<" in page.body
    assert [one.get("href") for one in page.all("a")].count(f"/meetings/{MEETING}") == 1
    assert "Mødet er holdt" in text_of(page.main)


async def test_what_one_is_protected_by_is_told_once(family: Visit) -> None:
    child = family.engine.data["child"]
    (address,) = child["protections"]
    child["protections"] = [address, {**address, "kind": "name"}]
    page = text_of((await family.get(f"/children/{CHILD}")).main)
    assert page.count("Beskyttelsen gælder") == 1
    assert "Navn og adresse er beskyttet" in page


async def test_what_was_told_waits_for_who_was_logged_out_without_the_drawing(family: Visit) -> None:
    family.engine.data["meeting"]["perspectives"] = []
    tell = f"/meetings/{MEETING}/perspective/child/tell"
    family.engine.refuses["*"] = ErrorCode.UNAUTHENTICATED
    sent = await family.client.post(
        tell,
        data={"answer-wish": "Mere ro", "toldTo": "Mormor"},
        files={"drawing": ("tegning.png", b"\x89PNG", "image/png")},
        headers={"origin": f"http://{HOST}"},
    )
    waiting = family._inspect(sent, 401)
    assert "Vælg den igen bagefter." in waiting.body
    form = next(one for one in waiting.all("form") if one.get("action") == tell)
    assert form.get("enctype") == "multipart/form-data"
    kept = {one.get("name"): one.get("value") for one in form.iter("{http://www.w3.org/1999/xhtml}input")}
    del family.engine.refuses["*"]
    again = await family.client.post(
        tell,
        files={name: (None, value or "") for name, value in kept.items() if name},
        headers={"origin": f"http://{HOST}"},
    )
    assert again.headers["location"] == f"/meetings/{MEETING}?done=view-told"
    told = family.engine.asked[-1][1]["input"]
    assert (told["toldTo"], told["answers"]) == ("Mormor", [{"key": "wish", "value": "Mere ro"}])


async def test_the_way_in_by_video_names_its_server_and_gives_nothing_away(family: Visit) -> None:
    page = await family.get(f"/meetings/{MEETING}")
    link = page.tree.find(".//{*}a[@href='https://video.example/rum']")
    assert link is not None
    assert (link.get("rel"), link.get("target")) == ("noreferrer noopener", "_blank")
    assert "Åbner video.example" in text_of(page.main)


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
    assert "Ændret af en anden." in text_of(again.main)
    (told,) = (one for one in again.main.iter() if one.get("role") == "alert")
    assert [a.get("href") for a in told.iter("{http://www.w3.org/1999/xhtml}a")] == []


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


async def test_who_wants_to_say_yes_after_all_reads_whom_to_call(family: Visit) -> None:
    known = {"name": "Tove Tovholder", "phone": "00000011", "email": None}
    for whom, said in ((known, "Sig det til Tove Tovholder"), (None, "Sig det til Eksempel Kommune")):
        for edge in family.engine.data["consents"]["edges"]:
            edge["node"]["child"] = {"id": CHILD, "name": "Alma Test", "contactPerson": whom}
        main = (await family.get("/consents")).main
        # Beside a no, a withdrawal and what has run out, never beside what was invalid.
        assert text_of(main).count(said) == 3
        called = [one.get("href") for one in main.iter() if (one.get("href") or "").startswith("tel:")]
        assert called.count("tel:00000011") == (3 if whom else 0)


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
