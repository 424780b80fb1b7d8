"""Pages of meetings without names in every state, and what a form sends."""

import pytest

from tests.portal.conftest import Visit
from tests.portal.sample_without_names import CONSULTATION, SLOT, UNIT, consultation

PAGES = [
    "/consultations",
    f"/consultations/{CONSULTATION}",
    f"/consultations/new?unit={UNIT}&type=konsultativt_moede",
    f"/consultations/new?unit={UNIT}",
    "/series",
    f"/series/new?unit={UNIT}&type=konsultativt_moede",
    f"/series/new?unit={UNIT}",
]


@pytest.mark.parametrize("path", PAGES)
async def test_pages_stand_full_and_empty(leader: Visit, path: str) -> None:
    await leader.get(path)
    empty = {"edges": [], "pageInfo": {"hasNextPage": False, "endCursor": None}}
    leader.engine.data |= {"slots": empty, "consultations": empty, "consultationTypes": [], "seriesTypes": []}
    leader.engine.data["consultation"] = consultation(
        participants=[], items=[], facts=[], form=None, agreements=[], outcomes=[]
    )
    await leader.get(path)


@pytest.mark.parametrize("status", ["PLANNED", "HELD", "CONCLUDED", "CANCELLED"])
@pytest.mark.parametrize("leads", [True, False])
async def test_every_state_of_one(leader: Visit, status: str, leads: bool) -> None:
    leader.engine.data["consultation"] = consultation(status, leads=leads)
    page = await leader.get(f"/consultations/{CONSULTATION}")
    forms = {
        form
        for form in ("hold", "move", "cancel", "form-values", "agree", "conclude")
        if f'id="{form}"' in page.body
    }
    wanted = {"PLANNED": {"hold", "move", "cancel"}, "HELD": {"form-values", "agree", "conclude"}}
    assert forms == (wanted.get(status, set()) if leads else set())


async def test_where_there_is_one_place_and_one_type_nobody_is_asked(leader: Visit) -> None:
    leader.engine.data["viewer"]["units"] = [{"id": UNIT, "name": "Skolen"}]
    asked = await leader.client.get("/consultations/new")
    assert asked.headers["location"] == f"/consultations/new?unit={UNIT}"
    leader.engine.data["consultationTypes"] = leader.engine.data["consultationTypes"][1:]
    asked = await leader.client.get(f"/consultations/new?unit={UNIT}")
    assert asked.headers["location"] == f"/consultations/new?unit={UNIT}&type=teammoede"


async def test_a_name_comes_back_at_its_field_with_what_was_written(leader: Visit) -> None:
    page = await leader.get("/consultations")
    leader.engine.faults = [
        {
            "code": "INVALID_INPUT",
            "message": "Teksten indeholder et navn.",
            "field": ["input", "text"],
            "ruleId": "SL-02",
            "legalBasis": None,
        }
    ]
    sent = page.values("ask") | {"text": "Om Alma", "slotId": SLOT}
    again = await leader.post("/consultations/ask", sent, status=422)
    assert "Om Alma" in again.body
    assert 'id="ask-text-error"' in again.body
    assert 'name="keepReason"' in again.body


async def test_days_are_written_as_people_write_them(leader: Visit) -> None:
    page = await leader.get(f"/series/new?unit={UNIT}&type=konsultativt_moede")
    await leader.fill(page, "fix", days="24.9.2027\n2027-10-01\n5/11-2027", clock="9.30", place="Lokale 4")
    name, variables = leader.engine.asked[-1]
    assert name == "FixSeries"
    assert variables["input"]["startsAt"] == [
        "2027-09-24T07:30:00Z",
        "2027-10-01T07:30:00Z",
        "2027-11-05T08:30:00Z",
    ]
    wrong = await leader.post(
        "/series/new", page.values("fix") | {"days": "i morgen", "place": "x"}, status=422
    )
    assert "Skriv en dato på hver linje" in wrong.body


async def test_dates_and_people_are_chosen_once_and_all_of_one_s_own_answered_together(leader: Visit) -> None:
    which = await leader.get("/consultations/invite")
    path = next(
        href for one in which.all("a") if (href := one.get("href", "")).startswith("/consultations/invite?")
    )
    page = await leader.get(path)
    chosen = page.values("invite") | {"pick-1": "s-1"}
    await leader.send(page.action("invite"), chosen)
    _, variables = next(one for one in reversed(leader.engine.asked) if one[0] == "InviteToConsultations")
    assert sorted(variables["input"]["consultationIds"]) == sorted(chosen["dates"])
    assert [one["personId"] for one in variables["input"]["people"]] == ["s-1"]
    mine = await leader.get("/consultations")
    sent = await leader.fill(mine, "answer", **{"answer-c2": "NOT_COMING"})
    assert sent.status_code == 303
    assert leader.engine.asked[-1][1]["input"] == {
        "answers": [{"consultationId": "c2", "answer": "NOT_COMING"}]
    }, "what is not answered is not sent"
