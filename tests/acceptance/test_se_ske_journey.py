"""Slagelse's Se ske-møde on the running system, from the call to what was agreed: the family helps make it."""

import pytest

from tests.acceptance.conftest import System
from tests.acceptance.member import Member
from tests.acceptance.paths import consent_to_all, goes_on_to, hold, in_days, open_problem, person, told_once
from tests.acceptance.steps import ROW, meeting_of, shared_child

pytestmark = pytest.mark.timeout(300)
TENANT, TYPE = "slagelse", "se_ske_moede"
MAKING = """agenda { text origin } suggestions { id version who why state answer staysAway }
  participants { id name role kind heardAt leftOut }"""


def test_SL_04_SL_05_SL_06_SL_08_the_family_makes_the_meeting_with_the_professionals(shared: System) -> None:
    leader, psychologist = Member.of(shared, TENANT, "leder"), Member.of(shared, TENANT, "psykolog")
    mother, father = (Member.of(shared, TENANT, key) for key in ("mor-beskyttet", "far-delt"))
    child = shared_child(leader, mother)
    meeting = called(shared, leader, child)
    for parent in (mother, father):
        told = meeting_of(parent, meeting, "chair { name } chairBeside { name roleName }")
        assert told["status"] == "PLANNED", "always invited (SL-05)"
        assert told["chairBeside"] == {**told["chair"], "roleName": "Leder"}, "who leads it comes too"
        told_once(shared, parent.address, meeting, "Du er inviteret til et møde")

    the_family_is_heard(shared, leader, mother, father, meeting)
    psychologist_is_brought_in(shared, leader, psychologist, mother, father, meeting)

    row = meeting_of(leader, meeting)
    sent = leader.do("sendAgenda", f"meeting {{ {ROW} }}", meetingId=meeting, expectedVersion=row["version"])
    assert sent["meeting"]["status"] == "AGENDA_SENT"
    held_and_followed_up(shared, leader, mother, father, meeting)


def called(system: System, leader: Member, child: str) -> str:
    """A ground is asked for and named; violence has another way (SL-04, SL-05)."""
    call = {
        "childId": child,
        "problemId": open_problem(leader, child, "Tegn på mistrivsel")["id"],
        "type": TYPE,
        "startsAt": in_days(system, 35),
        "place": "Biblioteket",
        "participants": [{"role": "staff", "personId": person(system, TENANT, "laerer")}],
    }
    refused = leader.attempt("callMeeting", "meeting { id }", **call)["errors"][0]
    assert (refused["code"], refused["ruleId"]) == ("RULE_BLOCKED", "SL-04")
    assert refused["field"] == ["input", "particulars", "grounds"]
    meeting = leader.do(
        "callMeeting",
        f"meeting {{ {ROW} participants {{ kind }} particulars {{ grounds }} familyHeardFirst }}",
        **call,
        particulars={"grounds": ["signs_of_distress"]},
    )["meeting"]
    assert meeting["particulars"]["grounds"] == ["Tegn på mistrivsel"]
    assert meeting["familyHeardFirst"]
    assert {"child", "parent"} <= {one["kind"] for one in meeting["participants"]}
    return str(meeting["id"])


def the_family_is_heard(system: System, leader: Member, mother: Member, father: Member, meeting: str) -> None:
    """Before the agenda is final they have been asked; the mother adds a point and a wish, the father has nothing."""
    early = leader.attempt(
        "sendAgenda",
        "meeting { id }",
        meetingId=meeting,
        expectedVersion=meeting_of(leader, meeting)["version"],
    )["errors"][0]
    assert (early["code"], early["ruleId"]) == ("RULE_BLOCKED", "SL-06")
    mother.do("addAgendaItem", "meeting { id }", meetingId=meeting, text="Hvad kan vi gøre derhjemme?")
    mother.do(
        "suggestParticipant",
        "meeting { id }",
        meetingId=meeting,
        who="Skolens psykolog",
        why="Hun kender ham fra sidste år",
    )
    father.do("sayHeard", "meeting { id }", meetingId=meeting)
    assert meeting_of(father, meeting, MAKING)["suggestions"] == [], "one parent's wish is not the other's"
    seen = meeting_of(leader, meeting, MAKING)
    assert ("Hvad kan vi gøre derhjemme?", "FAMILY") in {(i["text"], i["origin"]) for i in seen["agenda"]}
    assert all(one["heardAt"] for one in seen["participants"] if one["kind"] == "parent")
    told_once(system, leader.work_address, meeting, "Ønske om deltagerne i et møde")
    deadlines = meeting_of(leader, meeting, "deadlines { key state }")["deadlines"]
    assert {one["key"]: one["state"] for one in deadlines}["family_asked"] == "MET"


def psychologist_is_brought_in(
    system: System, leader: Member, psychologist: Member, mother: Member, father: Member, meeting: str
) -> None:
    """The wish is followed; who is brought in sees the child only once both parents have consented."""
    leader.do(
        "inviteParticipant",
        "meeting { id }",
        meetingId=meeting,
        role="psychologist",
        personId=person(system, TENANT, "psykolog"),
        expectedVersion=meeting_of(leader, meeting)["version"],
    )
    (wish,) = meeting_of(leader, meeting, MAKING)["suggestions"]
    leader.do(
        "settleSuggestion",
        "meeting { id }",
        suggestionId=wish["id"],
        followed=True,
        answer="Hun er inviteret.",
        expectedVersion=wish["version"],
    )
    (answered,) = meeting_of(mother, meeting, MAKING)["suggestions"]
    assert (answered["state"], answered["answer"]) == ("FOLLOWED", "Hun er inviteret.")
    told_once(system, mother.address, meeting, "Svar på dit ønske om et møde")
    for parent in (mother, father):
        assert psychologist.codes("query($id: ID!) { meeting(id: $id) { id } }", id=meeting) == ["NOT_FOUND"]
        assert consent_to_all(parent) >= 1
    assert meeting_of(psychologist, meeting)["status"] == "PLANNED"


def held_and_followed_up(
    system: System, leader: Member, mother: Member, father: Member, meeting: str
) -> None:
    """Its record holds the change wished for and the resources; the follow-up keeps the circle (SL-08)."""
    goes_on_to(system, leader, meeting)
    hold(leader, meeting, "Ro om aftenen")
    teacher = next(
        one["id"] for one in meeting_of(leader, meeting, MAKING)["participants"] if one["role"] == "staff"
    )
    leader.do(
        "makeAgreement",
        "agreement { id }",
        meetingId=meeting,
        what="Ringer hjem hver fredag",
        responsibleParticipantId=teacher,
        closeToChild=True,
    )
    done = leader.do(
        "concludeMeeting",
        "meeting { status following { id startsAt } }",
        meetingId=meeting,
        outcome="changes_agreed",
        followUpStartsAt=in_days(system, 42),
        expectedVersion=meeting_of(leader, meeting)["version"],
    )["meeting"]
    assert done["status"] == "CONCLUDED"
    for parent in (mother, father):
        record = meeting_of(
            parent,
            meeting,
            "agreements { what responsible } outcome { text } contact { name } form { fields { key value } }",
        )
        assert [one["what"] for one in record["agreements"]] == ["Ringer hjem hver fredag"]
        assert record["contact"]["name"]
        read = {one["key"]: one["value"] for one in record["form"]["fields"]}
        assert read["see_happen"] == "Ro om aftenen"
    circles = [
        sorted(
            (one["role"], one["name"])
            for one in meeting_of(leader, one_id, MAKING)["participants"]
            if not one["leftOut"]
        )
        for one_id in (meeting, done["following"]["id"])
    ]
    assert circles[0] == circles[1]
