"""The auditor's pages: the log and whether it is whole, the model's versions; nothing to press."""

from collections.abc import AsyncIterator

import pytest

from services.core.errors import ErrorCode
from tests.portal.conftest import Visit, browser
from tests.portal.sample_data import CHILD, LOOKER, MEETING
from tests.portal.sample_model import VERSION


@pytest.fixture
async def auditor() -> AsyncIterator[Visit]:
    async for visit in browser("AUDITOR"):
        yield visit


async def test_the_log_says_who_and_how_many_and_whether_it_is_whole(auditor: Visit) -> None:
    page = await auditor.get("/")
    assert "Sporet er ikke helt" in page.body
    assert "event_changed" in page.body
    assert f'href="/audit/{LOOKER}"' in page.body
    assert "mutation:answerMeeting" in page.body
    one = await auditor.get(f"/audit/{LOOKER}")
    assert auditor.engine.asked[-1] == ("AuditOfOne", {"staff": LOOKER, "after": None})
    assert "Er sporet helt?" not in one.body


async def test_an_auditor_reads_a_version_and_has_no_answer_to_give(auditor: Visit) -> None:
    for state, mine in (("PROPOSED", False), ("PROPOSED", True)):
        auditor.engine.data["modelVersion"] |= {"state": state, "mine": mine, "mayApprove": False}
        page = await auditor.get(f"/models/{VERSION}")
        for form in ("/approve", "/reject", "/withdraw"):
            assert f'action="/models/{VERSION}{form}"' not in page.body


async def test_no_page_of_a_child_is_there_for_an_auditor(auditor: Visit) -> None:
    for path in ("/children", f"/meetings/{MEETING}", f"/children/{CHILD}", "/inbox"):
        await auditor.get(path, status=ErrorCode.NOT_FOUND.status)
