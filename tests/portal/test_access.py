"""Who could see a child on a day is asked by a form; and an import in each of its states."""

from collections.abc import AsyncIterator

import pytest

from services.api.portal.access_requests import copy
from tests.portal.conftest import Visit, browser
from tests.portal.inspect_page import NAMESPACE
from tests.portal.sample_access import REQUEST
from tests.portal.sample_data import CHILD, child
from tests.portal.sample_intake import IMPORT, STATES, an_import
from tests.portal.sample_meeting import connection


@pytest.fixture
async def administrator() -> AsyncIterator[Visit]:
    async for visit in browser("ADMINISTRATOR"):
        yield visit


async def test_in_an_emergency_alone_a_child_is_read_and_an_underretning_written() -> None:
    """Nothing is offered that would be refused; who has a part of their own works on."""
    async for professional in browser("PROFESSIONAL"):
        for part in (False, True):
            professional.engine.data["child"] = child(mayRecord=part, actionPlans=[])
            page = await professional.get(f"/children/{CHILD}")
            actions = {form.get("action") for form in page.main.iter(NAMESPACE + "form")}
            assert (actions == set()) is not part, actions
            to_notify = await professional.get(f"/children/{CHILD}/underret")
            assert to_notify.action("record-underretning")
            assert ("Nødadgang: du kan læse" in page.body) is not part
            assert (f'href="/children/{CHILD}/call"' in page.body) is part
            for beside in ("around", "consents", "problems", "work", "family"):
                page = await professional.get(f"/children/{CHILD}/{beside}")
                assert bool(list(page.main.iter(NAMESPACE + "form"))) is part


async def test_a_leader_lets_somebody_act_or_acts_themself(leader: Visit) -> None:
    page = await leader.get("/delegations")
    days = {"firstDay": "2026-12-01", "lastDay": "2026-12-05"}
    for absent, delegate in (("", "s-1"), ("s-1", "viewer")):
        assert (
            await leader.fill(page, "make", absentId=absent, delegateId=delegate, **days)
        ).status_code == 303
        said = leader.engine.asked[-1][1]["input"]
        assert (said["absentId"], said["delegateId"]) == (absent or None, delegate)


async def test_who_could_see_a_child_on_a_day_is_asked_by_a_form(family: Visit) -> None:
    page = await family.get(f"/access-log/{CHILD}")
    sent = await family.fill(page, "then", on="2026-11-20")
    assert (sent.status_code, sent.headers["location"]) == (303, f"/access-log/{CHILD}?on=2026-11-20")
    that_day = await family.get(sent.headers["location"])
    assert family.engine.asked[-1][1]["on"] == "2026-11-20"
    assert that_day.values("then")["on"] == ["2026-11-20"]
    again = await family.post(page.action("then"), page.values("then") | {"on": "i går"}, 422)
    assert 'href="#then-on"' in again.body
    ahead = await family.post(page.action("then"), page.values("then") | {"on": "2026-12-08"}, 422)
    assert "Vælg i dag eller en dag, der er gået." in ahead.body
    assert (await family.fill(page, "then", on="2026-12-07")).status_code == 303
    family.engine.data["whoCanSee"] = []
    assert "Loggen om barnet kan begynde senere" in (await family.get(sent.headers["location"])).body


async def test_a_log_is_given_in_pieces(family: Visit, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copy, "PIECE", 1)
    line = {"at": "2026-11-20T09:00:00Z", "actor": "Lis Lærer", "changed": False}
    family.engine.data["accessLog"] = connection(line, more=True)
    first = (await family.client.get(f"/access-requests/{REQUEST}/copy.json")).json()
    assert len(first["accessLog"]) == 1
    last = (await family.client.get(first["accessLogGoesOn"])).json()
    assert (len(last["accessLog"]), "accessLogGoesOn" in last) == (1, False)
    assert family.engine.asked[-1] == ("CopyOfLog", {"child": CHILD, "after": "c"})


@pytest.mark.parametrize("state", STATES)
async def test_an_import_offers_what_its_state_allows(administrator: Visit, state: str) -> None:
    administrator.engine.data["intake"] = an_import(state)
    page = await administrator.get(f"/imports/{IMPORT}")
    ids = {form.get("id") for form in page.main.iter(NAMESPACE + "form")}
    assert ("apply" in ids) == (state in {"CHECKED", "HELD"})
    assert ("cancel" in ids) == (state in {"RECEIVING", "CHECKING", "CHECKED", "HELD", "APPLYING"})


async def test_endings_are_accepted_by_the_number_that_was_shown(administrator: Visit) -> None:
    page = await administrator.get(f"/imports/{IMPORT}")
    for given, accepted in (({}, 0), ({"acceptEndings": "yes"}, 3)):
        assert (await administrator.fill(page, "apply", **given)).status_code == 303
        name, variables = administrator.engine.asked[-1]
        assert (name, variables["input"]["acceptEndings"]) == ("ApplyIntake", accepted)
