"""The main job through GraphQL on the real system: from log-in to erasure, by the clock."""

from typing import Any

import pytest

from tests.acceptance.conftest import System
from tests.acceptance.ending import erased_in_time
from tests.acceptance.member import Member
from tests.acceptance.steps import (
    COPENHAGEN,
    ROW,
    TENANT,
    WORDS,
    agreed_is_seen,
    asked_and_answered,
    at,
    called,
    consent_taken_back,
    held_and_concluded,
    level_moves_back,
    meeting_of,
    next_person,
    now,
    reminded_and_sent,
    shared_child,
    weekday_after,
)

pytestmark = pytest.mark.timeout(600)


@pytest.mark.parametrize(
    ("tenant", "type_key", "convener", "parent"),
    [
        ("slagelse", "se_ske_moede", "leder", "mor-alene"),
        ("slagelse", "netvaerksmoede", "raadgiver", "mor-sag"),
        ("ringsted", "samarbejdsmoede", "leder", "mor-alene"),
        ("ringsted", "tvaerfagligt_dialogmoede", "leder", "mor-alene"),
    ],
)
def test_the_main_meetings_of_other_municipalities_are_called_alike(
    system: System, tenant: str, type_key: str, convener: str, parent: str
) -> None:
    """Before the journey moves the clock: the same operations on another model."""
    leader, mother = Member.of(system, tenant, convener), Member.of(system, tenant, parent)
    child = shared_child(leader, mother)
    tracks = leader.query("query($id: ID!) { child(id: $id) { tracks { key } } }", id=child)["tracks"]
    problem = leader.do(
        "openProblem",
        "problem { id version }",
        childId=child,
        track=tracks[0]["key"] if tracks else "main",
        title="Trivsel i klassen",
    )["problem"]
    options = leader.query(
        "query($c: ID!, $p: ID) { meetingTypes(childId: $c, problemId: $p) { type reasons { text } } }",
        c=child,
        p=problem["id"],
    )
    assert type_key in {one["type"] for one in options}
    starts = at(weekday_after(now(system).astimezone(COPENHAGEN).date(), 40))
    meeting = leader.do(
        "callMeeting",
        f"meeting {{ {ROW} agenda {{ text }} deadlines {{ key }} participants {{ role kind }} }}",
        childId=child,
        problemId=problem["id"],
        type=type_key,
        startsAt=starts,
        place="Mødelokalet",
        participants=choices(leader, child, problem["id"], type_key, starts),
        particulars=particulars(leader, child, problem["id"], type_key, starts),
        reasonForSkipping="Forældrene og skolen ønsker et fælles møde nu.",
    )["meeting"]
    assert meeting["agenda"]
    assert "parent" in {one["kind"] for one in meeting["participants"]}
    assert meeting_of(mother, meeting["id"])["status"] == "PLANNED"
    mother.do("answerInvitation", "meeting { myAnswer }", meetingId=meeting["id"], answer="COMING")


def particulars(leader: Member, child: str, problem: str, type_key: str, starts: str) -> dict[str, Any]:
    """The first ground that the plan offers, and everyone who answers for the meeting beside the convener."""
    plan = leader.query(
        """query($c: ID!, $p: ID, $t: String!, $s: DateTime!) {
             meetingPlan(childId: $c, problemId: $p, type: $t, startsAt: $s) {
               grounds { key } convener { beside { key } } } }""",
        c=child,
        p=problem,
        t=type_key,
        s=starts,
    )
    beside = plan["convener"]["beside"] if plan["convener"] else []
    return {
        "grounds": [one["key"] for one in plan["grounds"][:1]],
        "answeredBy": [one["key"] for one in beside],
    }


def choices(leader: Member, child: str, problem: str, type_key: str, starts: str) -> list[dict[str, str]]:
    """Someone who fits for each role that must come, a reason for each that is left out."""
    plan = leader.query(
        """query($c: ID!, $p: ID, $t: String!, $s: DateTime!) {
             meetingPlan(childId: $c, problemId: $p, type: $t, startsAt: $s) {
               participants { role kind strength invited mayLeaveOut leaveOutReason professions } } }""",
        c=child,
        p=problem,
        t=type_key,
        s=starts,
    )
    found = []
    for role in plan["participants"]:
        if role["kind"] in ("child", "custody_holder") or not role["invited"]:
            continue
        if role["kind"] == "network":
            found.append({"role": role["role"], "name": "Moster"})
            continue
        people = [
            edge["node"]
            for profession in role["professions"] or ["class_teacher"]
            for edge in leader.query(
                "query($p: String!) { staff(profession: $p) { edges { node { id name } } } }", p=profession
            )["edges"]
        ]
        if role["kind"] == leader.query("{ viewer { capacity } }")["capacity"].lower():
            own = leader.query("{ viewer { person { id } } }")["person"]["id"]
            found.append({"role": role["role"], "personId": own})
        elif people and role["strength"] == "ALWAYS":
            found.append({"role": role["role"], "personId": people[0]["id"]})
        elif role["mayLeaveOut"] or role["leaveOutReason"]:
            found.append({"role": role["role"], "leaveOutReason": "Er ikke relevant for dette barn."})
    return found


def test_the_main_job(system: System) -> None:
    leader, psychologist = Member.of(system, TENANT, "leder"), Member.of(system, TENANT, "psykolog")
    parents = [Member.of(system, TENANT, key) for key in ("mor-beskyttet", "far-delt")]
    child = shared_child(leader, parents[0])
    staff = {key: next_person(system, key) for key in ("laerer", "psykolog")}

    problem = leader.do(
        "openProblem",
        "problem { id version level }",
        childId=child,
        track="institution",
        title=WORDS["title"],
        description=WORDS["description"],
    )["problem"]
    assert problem["level"] == 1
    meeting = called(system, leader, parents, child, problem["id"], staff)
    asked_and_answered(system, leader, parents, psychologist, meeting, child)
    reminded_and_sent(system, leader, parents, meeting)
    following = held_and_concluded(system, leader, parents[0], meeting)
    agreed_is_seen(parents, meeting, following)
    consent_taken_back(leader, parents[1], psychologist, following, child)
    level_moves_back(system, leader, problem["id"], following)
    erased_in_time(system, leader, parents[0], child, meeting, WORDS)
