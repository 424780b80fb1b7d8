"""The underretning on the pages: written from the child's, and never waiting for anything."""

from tests.portal.conftest import Visit
from tests.portal.inspect_page import text_of
from tests.portal.sample_data import CHILD, UNDERRETNING, underretning


async def test_it_is_written_from_the_child_s_page_with_the_model_s_address(leader: Visit) -> None:
    page = await leader.get(f"/children/{CHILD}/underret")
    assert "underretning@eksempel.test" in page.body
    assert f"/underretninger/{UNDERRETNING}" in page.body
    sent = await leader.fill(page, "record-underretning", text="Bange", send="yes")
    assert sent.status_code == 303
    name, variables = leader.engine.asked[-1]
    assert name == "RecordUnderretning"
    given = variables["input"]
    assert (given["childId"], given["text"], given["send"]) == (CHILD, "Bange", True)
    assert given["readerId"] is None


async def test_a_draft_can_be_sent_whoever_has_read_it(leader: Visit) -> None:
    path = f"/underretninger/{UNDERRETNING}"
    page = await leader.get(path)
    assert (await leader.fill(page, "send", text="Rettet")).status_code == 303
    assert leader.engine.asked[-1] == (
        "SendUnderretning",
        {"input": {"underretningId": UNDERRETNING, "text": "Rettet"}},
    )
    assert (await leader.fill(page, "read")).status_code == 303


async def test_what_is_sent_shows_the_authority_s_clocks(leader: Visit) -> None:
    leader.engine.data["underretning"] = underretning("SENT")
    page = await leader.get(f"/underretninger/{UNDERRETNING}")
    assert "Det skal myndigheden gøre" in text_of(page.main)
    assert (await leader.fill(page, "settle-assess")).status_code == 303
    assert leader.engine.asked[-1][1] == {
        "input": {"underretningId": UNDERRETNING, "step": "assess", "beginProcess": False}
    }


async def test_a_family_has_no_such_page(family: Visit) -> None:
    for path in ("/underretninger", f"/underretninger/{UNDERRETNING}"):
        await family.get(path, status=404)
