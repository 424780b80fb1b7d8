"""What is confirmed about a problem, on the page and in its form."""

from tests.portal.conftest import Visit
from tests.portal.sample_data import CHILD, PROBLEM


async def test_what_is_confirmed_is_shown_and_ticked(leader: Visit) -> None:
    page = await leader.get(f"/children/{CHILD}/problems")
    assert "Bekymring for vold eller overgreb" in page.body
    sent = await leader.fill(page, f"confirm-{PROBLEM}", facts=["violence_concern", "family_asks"])
    assert sent.status_code == 303
    name, variables = leader.engine.asked[-1]
    assert name == "ConfirmFacts"
    assert variables["input"] == {
        "problemId": PROBLEM,
        "expectedVersion": 5,
        "facts": ["violence_concern", "family_asks"],
        "days": [{"fact": "violence_concern", "on": "2026-10-30"}],
        "on": None,
        "discussed": [2],
        "familyRelated": True,
    }


async def test_what_is_so_of_the_case_as_a_whole_has_a_form_of_its_own(leader: Visit) -> None:
    page = await leader.get(f"/children/{CHILD}/problems")
    sent = await leader.fill(page, "confirm-case", facts=["violence_concern"], on="2026-11-03")
    assert sent.status_code == 303
    name, variables = leader.engine.asked[-1]
    assert name == "ConfirmCaseFacts"
    assert variables["input"] == {
        "childId": CHILD,
        "expectedVersion": 3,
        "facts": ["violence_concern"],
        "days": [{"fact": "violence_concern", "on": "2026-10-30"}],
        "on": "2026-11-03",
    }


async def test_a_deadline_is_settled_on_the_childs_page_and_among_the_tasks(leader: Visit) -> None:
    page = await leader.get(f"/children/{CHILD}")
    sent = await leader.fill(page, "settle-d-MISSED", doneOn="2026-11-20")
    assert sent.status_code == 303
    assert leader.engine.asked[-1] == (
        "SettleDeadline",
        {"input": {"deadlineId": "d-MISSED", "expectedVersion": 1, "doneOn": "2026-11-20"}},
    )
    today = await leader.get("/")
    assert '<a href="/handovers">Tag imod, og læs det</a>' in today.body
    sent = await leader.fill(today, "settle-d-OPEN")
    assert (sent.status_code, sent.headers["location"]) == (303, "/?done=deadline-settled")
    name, variables = leader.engine.asked[-1]
    assert (name, variables["input"]["doneOn"]) == ("SettleDeadline", None)
