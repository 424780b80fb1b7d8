"""What is confirmed about a problem, on the page and in its form."""

from tests.portal.conftest import Visit
from tests.portal.sample_data import CHILD, PROBLEM


async def test_what_is_confirmed_is_shown_and_ticked(leader: Visit) -> None:
    page = await leader.get(f"/children/{CHILD}")
    assert "Bekymring for vold eller overgreb" in page.body
    sent = await leader.fill(page, f"confirm-{PROBLEM}", facts=["violence_concern", "family_asks"])
    assert sent.status_code == 303
    name, variables = leader.engine.asked[-1]
    assert name == "ConfirmFacts"
    assert variables["input"] == {
        "problemId": PROBLEM,
        "expectedVersion": 5,
        "facts": ["violence_concern", "family_asks"],
        "discussed": [2],
        "familyRelated": True,
    }
