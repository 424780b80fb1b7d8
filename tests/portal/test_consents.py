"""Consents on pages: who must answer, an answer on paper, what was never valid, and the paper as a download."""

from tests.portal.conftest import HOST, Visit
from tests.portal.inspect_page import text_of
from tests.portal.sample_consents import consent
from tests.portal.sample_meeting import CHILD, connection


async def test_who_must_answer_is_seen_one_by_one_and_an_answer_on_paper_is_written_down(
    leader: Visit,
) -> None:
    page = await leader.get(f"/children/{CHILD}/consents")
    for told in ("Både ja og nej", "Ikke spurgt", "på papir", "skrevet ned af Lis Leder", "Hviler på loven"):
        assert told in text_of(page.main), told
    said = {
        "_key": "k1",
        "purpose": "silent",
        "giverId": "p2",
        "answer": "GIVEN",
        "channel": "PAPER",
        "saidAt": "2026-11-20",
        "saidAtTime": "14.30",
        "where": "",
    }
    sent = await leader.client.post(
        f"/children/{CHILD}/consents/record",
        data=said,
        files={"document": ("../x.pdf", b"%PDF-1.7", "text/html")},
        headers={"origin": f"http://{HOST}"},
    )
    assert (sent.status_code, sent.headers["location"]) == (
        303,
        f"/children/{CHILD}/consents?done=consent-recorded",
    )
    name, variables = leader.engine.asked[-1]
    assert name == "RecordConsent"
    assert (variables["input"]["saidAt"], variables["input"]["document"]) == (
        "2026-11-20T13:30:00Z",
        "JVBERi0xLjc=",
    )
    faulty = await leader.client.post(
        f"/children/{CHILD}/consents/record",
        data={**said, "giverId": ""},
        files={"document": ("", b"", "application/octet-stream")},
        headers={"origin": f"http://{HOST}"},
    )
    assert faulty.status_code == 422
    assert 'href="#record-giverId"' in faulty.text
    for form, values, operation in (
        ("ask-silent", {}, "AskConsent"),
        ("invalid-c-paper", {"reason": "En andens underskrift"}, "InvalidateConsent"),
        (
            "inform",
            {
                "personId": "p1",
                "what": "At PPR er med",
                "by": "LETTER",
                "informedAt": "2026-11-20",
                "informedAtTime": "9.15",
            },
            "Inform",
        ),
    ):
        leader.engine.data["child"]["consents"] = connection(consent("GIVEN", id="c-paper"))
        page = await leader.get(f"/children/{CHILD}/consents")
        assert (await leader.fill(page, form, **values)).status_code == 303
        assert leader.engine.asked[-1][0] == operation


async def test_the_paper_is_a_download_and_no_page(family: Visit) -> None:
    page = await family.get("/consents")
    assert "Lis Leder" in page.body
    assert "Det har vi delt på dit ja" in page.body
    paper = await family.client.get("/consents/c-paper/paper")
    assert paper.content == b"%PDF-"
    assert paper.headers["content-disposition"] == 'attachment; filename="consent.pdf"'
    assert (paper.headers["content-type"], paper.headers["x-content-type-options"]) == (
        "application/pdf",
        "nosniff",
    )
