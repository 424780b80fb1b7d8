"""A meeting is called in two steps: which and when, then the model's plan; or together with a brother's or sister's."""

from services.api.portal import options
from tests.portal.conftest import Visit
from tests.portal.inspect_page import NAMESPACE, Inspected, text_of
from tests.portal.sample_data import CHILD, MEETING, PROBLEM, child

FIRST = {"type": "network_meeting", "startsAt": "2026-12-14", "startsAtTime": "13.30", "place": "Lokale 12"}


def decisions(page: Inspected, form_id: str) -> int:
    """What a person sees and may fill in: a group of choices is one, what is folded away none."""
    form = page.form(form_id)
    folded = {field for details in form.iter(NAMESPACE + "details") for field in details.iter()}
    return len(
        {
            field.get("name")
            for tag in ("input", "select", "textarea")
            for field in form.iter(NAMESPACE + tag)
            if field.get("type") != "hidden" and field not in folded
        }
    )


async def test_a_meeting_is_called_with_at_most_twelve_inputs(leader: Visit) -> None:
    first = await leader.get(f"/children/{CHILD}/call?problem={PROBLEM}")
    second = await leader.post(first.action("call"), first.values("call") | FIRST)
    assert decisions(first, "call") + decisions(second, "call-plan") <= 12
    sent = await leader.fill(second, "call-plan", **{"pick-6": "s1", "reasonForSkipping": "Haster"})
    assert (sent.status_code, sent.headers["location"]) == (303, f"/meetings/{MEETING}?done=meeting-called")
    (name, variables), dropped = leader.engine.asked[-2:]
    assert dropped[0] == "DropDraft"
    called = variables["input"]
    assert name == "CallMeeting"
    assert called["startsAt"] == "2026-12-14T12:30:00Z"
    assert (called["childId"], called["problemId"], called["durationMinutes"]) == (CHILD, PROBLEM, 60)
    assert (called["agenda"], called["reasonForSkipping"]) == ([], "Haster")
    assert called["participants"] == [
        {"role": "staff", "personId": "s1"},
        {"role": "health_visitor", "personId": "s1"},
    ]


async def planned(leader: Visit) -> Inspected:
    first = await leader.get(f"/children/{CHILD}/call?problem={PROBLEM}")
    return await leader.post(first.action("call"), first.values("call") | FIRST)


async def test_each_part_of_the_plan_says_why(leader: Visit) -> None:
    page = await planned(leader)
    assert page.body.count("Modellen siger det.") == 8
    for text in ("Mads Far, Mia Mor", "Fem dage.", "for sent allerede", "Overvej et møde på niveau 2 først."):
        assert text in page.body


async def test_who_is_left_out_goes_with_the_reason(leader: Visit) -> None:
    page = await planned(leader)
    values = {
        "pick-5": "s1",
        "leaveOutReason": "Kender ikke barnet",
        "leave-1": "Er for lille",
        "name-3": "Mormor",
        "pick-7": "s1",
        "reasonForSkipping": "Haster",
        "agenda": "Lektier\r\n\r\nSkolevej",
    }
    assert (await leader.fill(page, "call-plan", **values)).status_code == 303
    called = leader.engine.asked[-2][1]["input"]
    assert called["agenda"] == ["Lektier", "Skolevej"]
    assert called["participants"] == [
        {"role": "child", "leaveOutReason": "Er for lille"},
        {"role": "network", "name": "Mormor"},
        {"role": "staff", "personId": "s1"},
        {"role": "health_visitor", "leaveOutReason": "Kender ikke barnet"},
        {"role": "psychologist", "personId": "s1"},
    ]


async def test_a_person_who_does_not_fit_is_told_at_the_role(leader: Visit) -> None:
    page = await planned(leader)
    values = page.values("call-plan") | {"pick-5": "s1", "pick-7": "s1"}
    fault = {
        "code": "INVALID_INPUT",
        "message": "Kan ikke have rollen.",
        "field": ["input", "participants", "1"],
    }
    leader.engine.faults = [fault]
    again = await leader.post(page.action("call-plan"), values, 422)
    assert 'href="#call-plan-pick-7"' in again.body
    assert again.values("call-plan")["pick-5"] == ["s1"]


async def test_which_problem_is_asked_only_where_there_are_several(leader: Visit) -> None:
    path = f"/children/{CHILD}/call"
    assert (await leader.client.get(path)).headers["location"] == f"{path}?problem={PROBLEM}"
    one = child()["problems"][0]
    leader.engine.data["child"] = child(problems=[one, one | {"id": "other"}])
    page = await leader.get(path)
    assert f"{path}?problem=other" in page.body
    leader.engine.data["child"] = child(problems=[])
    assert (await leader.client.get(path)).headers["location"] == f"{path}?problem=none"
    await leader.get(f"{path}?problem=none")
    assert leader.engine.asked[-1][1]["problemId"] is None


async def test_a_first_step_that_lacks_something_comes_back(leader: Visit) -> None:
    first = await leader.get(f"/children/{CHILD}/call?problem={PROBLEM}")
    values = first.values("call") | FIRST | {"place": "", "startsAt": "i morgen"}
    again = await leader.post(first.action("call"), values, 422)
    assert 'href="#call-place"' in again.body
    assert 'href="#call-startsAt"' in again.body
    assert again.values("call")["startsAtTime"] == ["13.30"]
    over = first.values("call") | FIRST | {"startsAt": "2026-12-07", "startsAtTime": "07:59"}
    again = await leader.post(first.action("call"), over, 422)
    assert 'href="#call-startsAt"' in again.body
    assert "Tiden er gået. Mødet skal ligge i fremtiden." in again.body
    nothing = first.values("call") | {"type": "network_meeting", "slot": ""}
    again = await leader.post(first.action("call"), nothing, 422)
    said = "eller skriv dato, klokkeslæt og sted under »Et andet tidspunkt«."
    assert again.body.count(said) == 2  # in the summary and at the field
    assert "Udfyld feltet." not in again.body
    assert "CallPlan" not in {name for name, _ in leader.engine.asked}


async def test_a_level_that_is_entered_by_confirmed_ways_leads_to_where_they_are_confirmed(
    leader: Visit,
) -> None:
    leader.engine.data["meetingPlan"]["needs"] = ["entry"]
    second = await planned(leader)
    assert "Der er under fem arbejdsdage til." in second.body
    assert second.body.count(f'href="/children/{CHILD}/problems">Bekræft den der') == 1
    assert "reasonForSkipping" not in second.values("call-plan")


async def test_a_call_refused_for_its_time_shows_the_first_step_again(leader: Visit) -> None:
    page = await planned(leader)
    leader.engine.faults = [
        {
            "code": "RULE_BLOCKED",
            "message": "Under fem arbejdsdage.",
            "field": ["input", "startsAt"],
            "ruleId": "RA",
        }
    ]
    values = page.values("call-plan") | {"reasonForSkipping": "x"}
    again = await leader.post(page.action("call-plan"), values, 422)
    assert "Under fem arbejdsdage." in again.body
    assert again.values("call")["startsAtTime"] == ["13.30"]


async def test_a_fabricated_second_step_falls_back_to_the_first(leader: Visit) -> None:
    again = await leader.post(f"/children/{CHILD}/call", {"agenda": "x"}, 422)
    assert again.form("call") is not None


async def test_a_sibling_s_meeting_is_called_at_that_meeting_s_time_and_place(leader: Visit) -> None:
    """trap 19: one table, a meeting, a form and a circle for each child."""
    page = await leader.get(f"/meetings/{MEETING}")
    assert f'href="/children/c8/call?together={MEETING}"' in page.body
    first = await leader.get(f"/children/{CHILD}/call?problem={PROBLEM}&together={MEETING}")
    values = first.values("call")
    assert values["togetherWithId"] == [MEETING]
    assert decisions(first, "call") == 0
    second = await leader.post(first.action("call"), values)
    assert f'href="/children/{CHILD}/call?problem={PROBLEM}&amp;together={MEETING}"' in second.body
    filled = await leader.fill(second, "call-plan", reasonForSkipping="Haster")
    assert filled.status_code == 303
    called = leader.engine.asked[-2][1]["input"]
    assert (called["togetherWithId"], called["type"], called["startsAt"]) == (
        MEETING,
        "network_meeting",
        "2026-12-14T12:30:00Z",
    )
    for one in leader.engine.data["meetingTypes"]:
        one["allowed"] = False
    barred = await leader.get(f"/children/{CHILD}/call?problem={PROBLEM}&together={MEETING}")
    assert "Mødet kan ikke holdes også om" in barred.body
    assert f'<a href="/meetings/{MEETING}">Tilbage til mødet</a>' in barred.body


async def test_what_a_choice_rests_on_is_told_once(leader: Visit) -> None:
    twice = [{"text": "Fremgang"}, {"text": "Lederen er med."}, {"text": "Lederen er med."}]
    outcome = {"key": "enough", "text": "Fremgang", "reasons": twice}
    assert options.outcomes([outcome]) == [("enough", "Fremgang", "Lederen er med.")]
    blocked = leader.engine.data["meetingTypes"][1]
    blocked["reasons"] *= 2
    page = await leader.get(f"/children/{CHILD}/call?problem={PROBLEM}")
    assert page.body.count(blocked["reasons"][0]["text"]) == 1
    assert "En fast tid" in page.body
    leader.engine.data["meetingTypes"][0]["series"] = "other"
    assert "En fast tid" not in (await leader.get(f"/children/{CHILD}/call?problem={PROBLEM}")).body


async def test_who_is_not_asked_yet_when_it_suits_is_named_below_the_answers(leader: Visit) -> None:
    page = await leader.get(f"/meetings/{MEETING}/find-a-time")
    assert "Ikke spurgt endnu, fordi et samtykke mangler: Lis Lærer (Lærer)." in text_of(page.main)
