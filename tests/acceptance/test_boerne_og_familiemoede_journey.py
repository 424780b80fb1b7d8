"""Ringsted's børne- og familiemøde on the running system: vidensindsamling, opstart with an external chair, follow-ups.

The authority's adviser convenes and writes, the school's leader chairs; the measure's start sets the first follow-up,
and at each follow-up the next is called.
"""

from datetime import date, timedelta
from typing import Any

import pytest

from tests.acceptance.conftest import System
from tests.acceptance.member import Member
from tests.acceptance.paths import consent_to_all, goes_on_to, hold, in_days, person, today, told_once
from tests.acceptance.steps import ROW, at, meeting_of, shared_child, weekday_after

pytestmark = pytest.mark.timeout(300)
TENANT = "ringsted"
CASE = "query($id: ID!) { child(id: $id) { version measures { id state version firstFollowUpBy } processes { id version } } }"


def test_RI_17_to_RI_25_from_gathering_knowledge_to_the_second_follow_up(shared: System) -> None:
    adviser, leader = Member.of(shared, TENANT, "raadgiver"), Member.of(shared, TENANT, "leder")
    mother = Member.of(shared, TENANT, "mor-sag")
    child = shared_child(adviser, mother)

    gathered(shared, adviser, leader, mother, child)
    assessed(adviser, child)
    opstart = started(shared, adviser, leader, mother, child)
    first = first_follow_up(shared, adviser, mother, opstart, child)
    second_follow_up(shared, adviser, leader, mother, first, child)


def called(
    system: System, adviser: Member, child: str, type_key: str, days: int, **more: Any
) -> dict[str, Any]:
    """Called by the adviser: the leader comes to chair, whoever else is not needed here is left out with a reason."""
    given: dict[str, Any] = {
        "childId": child,
        "type": type_key,
        "startsAt": in_days(system, days),
        "place": "Rådhuset",
        "participants": [
            {"role": "adviser", "personId": person(system, TENANT, "raadgiver")},
            {"role": "leader", "personId": person(system, TENANT, "leder")},
            {"role": "staff", "leaveOutReason": "Kommer med i næste møde."},
            {"role": "network", "name": "Mormor"},
        ],
        **more,
    }
    return dict(adviser.attempt("callMeeting", f"meeting {{ {ROW} chair {{ name }} }}", **given))


def chaired(system: System, adviser: Member, leader: Member, mother: Member, meeting: str) -> None:
    """The chair is external, agreed in time, and may read once the family has said yes to the exchange (RI-25)."""
    row = meeting_of(adviser, meeting, "chair { name }")
    assert row["chair"] is None, "who leads it is still to be agreed"
    own = adviser.attempt(
        "agreeChair",
        "meeting { id }",
        meetingId=meeting,
        chairId=person(system, TENANT, "raadgiver"),
        expectedVersion=row["version"],
    )
    assert own["errors"], "the adviser is not from outside"
    adviser.do(
        "agreeChair",
        "meeting { chair { name } }",
        meetingId=meeting,
        chairId=person(system, TENANT, "leder"),
        expectedVersion=row["version"],
    )
    states = meeting_of(adviser, meeting, "deadlines { key state }")["deadlines"]
    assert {one["key"]: one["state"] for one in states}["chair_agreed"] == "MET"
    consent_to_all(mother, "exchange")
    assert meeting_of(leader, meeting, "leads")["leads"]


def gathered(system: System, adviser: Member, leader: Member, mother: Member, child: str) -> None:
    """Only with an active case in which need is being clarified (RI-17, RI-19)."""
    refused = called(system, adviser, child, "bfm_opstart", 21)["errors"]
    assert refused[0]["code"] == "RULE_BLOCKED", "nothing has been assessed yet"
    version = adviser.query(CASE, id=child)["version"] or 0
    adviser.do(
        "confirmCaseFacts", "child { id }", childId=child, facts=["clarification"], expectedVersion=version
    )
    answer = called(system, adviser, child, "bfm_vidensindsamling", 21)
    assert not answer["errors"], answer
    meeting = str(answer["meeting"]["id"])
    chaired(system, adviser, leader, mother, meeting)
    goes_on_to(system, adviser, meeting)
    hold(adviser, meeting, "Vi kortlægger ressourcer og vanskeligheder")
    options = meeting_of(adviser, meeting, "outcomes { key allowed needs }")["outcomes"]
    outcome = next(one["key"] for one in options if one["allowed"])
    done = adviser.do(
        "concludeMeeting",
        "meeting { status }",
        meetingId=meeting,
        outcome=outcome,
        expectedVersion=meeting_of(adviser, meeting)["version"],
    )
    assert done["meeting"]["status"] == "CONCLUDED"


def assessed(adviser: Member, child: str) -> None:
    """The børnefaglig undersøgelse has its four months and what it must cover; then it is done (RI-19)."""
    running = adviser.query(CASE, id=child)["processes"]
    if not running:
        adviser.do("beginProcess", "process { id dueOn }", childId=child, process="assessment")
        running = adviser.query(CASE, id=child)["processes"]
    early = adviser.attempt(
        "recordProcess",
        "process { id }",
        processId=running[0]["id"],
        conclude=True,
        expectedVersion=running[0]["version"],
    )
    assert early["errors"][0]["code"] in ("RULE_BLOCKED", "INVALID_INPUT"), "nothing is covered yet"
    adviser.do(
        "recordProcess",
        "process { endedAt }",
        processId=running[0]["id"],
        covered=[1, 2],
        findings="Der er brug for støtte i hjemmet.",
        familyTold=True,
        conclude=True,
        expectedVersion=running[0]["version"],
    )


def started(system: System, adviser: Member, leader: Member, mother: Member, child: str) -> str:
    """The plan is ready before the meeting is called; the measure starts with the family and its consent (RI-21)."""
    unready = called(system, adviser, child, "bfm_opstart", 21)["errors"][0]
    assert (unready["code"], unready["ruleId"]) == ("RULE_BLOCKED", "RI-21")
    assert unready["field"] == ["input", "particulars", "documents"]
    plan_is_written(adviser, mother, child)
    answer = called(system, adviser, child, "bfm_opstart", 21)
    assert not answer["errors"], answer
    meeting = str(answer["meeting"]["id"])
    chaired(system, adviser, leader, mother, meeting)

    measure = adviser.do(
        "decideMeasure",
        "measure { id version }",
        childId=child,
        measure="measure",
        what="Praktisk pædagogisk støtte i hjemmet",
        withFamily=True,
    )["measure"]
    start = {"measureId": measure["id"], "cooperates": True, "expectedVersion": measure["version"]}
    assert adviser.attempt("startMeasure", "measure { id }", **start)["errors"][0]["code"] == "RULE_BLOCKED"
    adviser.do("askConsent", "consents { id }", childId=child, purpose="measure")
    assert consent_to_all(mother) >= 1
    adviser.do("startMeasure", "measure { startedOn }", **start)
    goes_on_to(system, adviser, meeting)
    hold(adviser, meeting, "Hjem og skole gør det samme")
    return meeting


def plan_is_written(adviser: Member, mother: Member, child: str) -> None:
    """A draft is not enough; the family reads the plan as it is written."""
    plans = """query($id: ID!) { child(id: $id) { actionPlans {
        id document version completedAt fields { key required value } } } }"""
    (plan,) = adviser.query(plans, id=child)["actionPlans"]
    assert plan["id"] is None
    values = [{"key": one["key"], "value": "Morgener uden råb"} for one in plan["fields"] if one["required"]]
    write = {"childId": child, "document": plan["document"]}
    refused = adviser.attempt(
        "writeActionPlan", "actionPlan { id }", **write, values=values[:1], complete=True, expectedVersion=0
    )
    assert refused["errors"][0]["code"] == "INVALID_INPUT", "all that the form asks for"
    adviser.do("writeActionPlan", "actionPlan { id }", **write, values=values[:1], expectedVersion=0)
    (draft,) = adviser.query(plans, id=child)["actionPlans"]
    assert draft["completedAt"] is None
    adviser.do(
        "writeActionPlan",
        "actionPlan { completedAt }",
        **write,
        values=values,
        complete=True,
        expectedVersion=draft["version"],
    )
    (read,) = mother.query(plans, id=child)["actionPlans"]
    assert {one["value"] for one in read["fields"] if one["required"]} == {"Morgener uden råb"}


def first_follow_up(system: System, adviser: Member, mother: Member, opstart: str, child: str) -> str:
    """Held at the latest three months after the measure's start, with the same circle (RI-22)."""
    (measure,) = [one for one in adviser.query(CASE, id=child)["measures"] if one["state"] == "RUNNING"]
    last = date.fromisoformat(measure["firstFollowUpBy"])
    conclude = {
        "meetingId": opstart,
        "outcome": "started",
        "expectedVersion": meeting_of(adviser, opstart)["version"],
    }
    wanted = "meeting { status following { id startsAt type } }"
    late = at(weekday_after(last, 14))
    refused = adviser.attempt("concludeMeeting", wanted, **conclude, followUpStartsAt=late)["errors"][0]
    assert (refused["code"], refused["ruleId"]) == ("RULE_BLOCKED", "RI-22")
    in_time = at(weekday_after(last - timedelta(days=14), 0))
    done = adviser.do("concludeMeeting", wanted, **conclude, followUpStartsAt=in_time)["meeting"]
    following = done["following"]
    assert following["type"] == "bfm_opfoelgning"
    assert meeting_of(mother, following["id"])["status"] == "PLANNED"
    circles = [
        {one["role"] for one in meeting_of(adviser, one_id, "participants { role leftOut }")["participants"]}
        for one_id in (opstart, following["id"])
    ]
    assert circles[0] >= circles[1] >= {"adviser", "leader", "parents"}
    return str(following["id"])


def second_follow_up(
    system: System, adviser: Member, leader: Member, mother: Member, meeting: str, child: str
) -> None:
    """At the follow-up the next is called, at the latest six months on; the plan goes out within two weeks (RI-23, RI-24)."""
    chaired(system, adviser, leader, mother, meeting)
    goes_on_to(system, adviser, meeting)
    hold(adviser, meeting, "Det går bedre om morgenen")
    conclude = {
        "meetingId": meeting,
        "outcome": "continue",
        "expectedVersion": meeting_of(adviser, meeting)["version"],
    }
    wanted = "meeting { status following { id startsAt type } deadlines { key state } }"
    without = adviser.attempt("concludeMeeting", wanted, **conclude)["errors"][0]
    assert (without["code"], without["ruleId"]) == ("RULE_BLOCKED", "RI-23")
    far = at(weekday_after(today(system), 200))
    refused = adviser.attempt("concludeMeeting", wanted, **conclude, followUpStartsAt=far)["errors"][0]
    assert (refused["code"], refused["ruleId"]) == ("RULE_BLOCKED", "RI-23")
    near = at(weekday_after(today(system), 170))
    done = adviser.do("concludeMeeting", wanted, **conclude, followUpStartsAt=near)["meeting"]
    assert done["following"]["type"] == "bfm_opfoelgning"
    plan = next(one for one in done["deadlines"] if one["key"] == "plan_sent")
    assert plan["state"] == "OPEN"
    (action_plan,) = adviser.query(
        "query($id: ID!) { child(id: $id) { actionPlans { id version } } }", id=child
    )["actionPlans"]
    adviser.do(
        "sendActionPlan",
        "actionPlan { sentAt }",
        planId=action_plan["id"],
        meetingId=meeting,
        expectedVersion=action_plan["version"],
    )
    states = meeting_of(adviser, meeting, "deadlines { key state }")["deadlines"]
    assert {one["key"]: one["state"] for one in states}["plan_sent"] == "MET"
    told_once(system, mother.address, meeting, "Der er en plan at læse")
