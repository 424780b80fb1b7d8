"""The steps of the main job, each as GraphQL operations of the people who take it."""

import uuid
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from tests.acceptance.conftest import System
from tests.acceptance.member import Member
from tests.acceptance.traces import assert_sent_once

TENANT, TYPE = "randers", "netvaerksmoede_3"
COPENHAGEN = ZoneInfo("Europe/Copenhagen")
ROW = "id version status"
WORDS = {
    key: f"ord{uuid.uuid4().hex[:12]}-{key}"
    for key in (
        *("title", "description", "place", "network", "reason", "item", "family_item", "note", "form"),
        *("child_said", "parent_said", "tried", "agreement", "hold", "conclusion"),
    )
}
"""One word for each text that is sealed: none may stand anywhere as it was written."""


def now(system: System) -> datetime:
    return datetime.fromisoformat(system.command("clock", "show")["now"])


def at(day: date, hour: int = 10) -> str:
    moment = datetime(day.year, day.month, day.day, hour, tzinfo=COPENHAGEN)
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")


def weekday_after(day: date, days: int) -> date:
    found = day + timedelta(days=days)
    while found.weekday() > 3 or (found.month, found.day) in {(12, 24), (12, 31), (6, 5), (5, 1)}:
        found += timedelta(days=1)
    return found


def subjects(system: System, address: str, meeting: str) -> Counter[str]:
    """What came to an address about a meeting, told by its link, by subject."""
    found: Counter[str] = Counter()
    for mail in system.mails_to(address):
        words = mail.get_body(("plain",))
        assert words is not None
        if meeting in words.get_content():
            found[str(mail["Subject"]).partition(": ")[2]] += 1
    return found


def found_child(leader: Member, name: str) -> dict[str, Any]:
    page = leader.query(
        "query($s: String!) { children(search: $s, first: 5) { edges { node { id name version age } } } }",
        s=name,
    )
    (edge,) = page["edges"]
    return dict(edge["node"])


def shared_child(leader: Member, parent: Member) -> str:
    """The id of the child of the own school whose parent this is, found by the name that the parent sees."""
    (own,) = parent.query("{ children { edges { node { id name } } } }")["edges"]
    child = found_child(leader, own["node"]["name"])
    assert child["id"] == own["node"]["id"]
    return str(child["id"])


def meeting_of(who: Member, meeting: str, more: str = "") -> dict[str, Any]:
    return dict(who.query(f"query($id: ID!) {{ meeting(id: $id) {{ {ROW} {more} }} }}", id=meeting))


def next_person(system: System, key: str) -> str:
    hint = system.hint(TENANT, key)
    return next(str(one["id"]) for one in system.line["persons"] if one["login_hint"] == hint)


def called(
    system: System, leader: Member, parents: list[Member], child: str, problem: str, staff: dict[str, str]
) -> str:
    """Which meetings, what the plan is, each with its why; then the call, and a neutral mail to each parent."""
    options = leader.query(
        """query($c: ID!, $p: ID) { meetingTypes(childId: $c, problemId: $p) {
             type allowed needs reasons { text rule modelText legalBasis } } }""",
        c=child,
        p=problem,
    )
    option = next(one for one in options if one["type"] == TYPE)
    assert option["reasons"]
    assert all(reason["text"] for one in options for reason in one["reasons"])
    starts = at(weekday_after(now(system).astimezone(COPENHAGEN).date(), 35))
    plan = leader.query(
        """query($c: ID!, $p: ID, $t: String!, $s: DateTime!) {
             meetingPlan(childId: $c, problemId: $p, type: $t, startsAt: $s) {
               minutes needs why { text } blocks { text } agenda
               participants { role strength why { text rule } }
               deadlines { key dueAt why { text rule } } consents { purpose why { text } } form { key } } }""",
        c=child,
        p=problem,
        t=TYPE,
        s=starts,
    )
    assert plan["form"]["key"] == "det_gule_skema"
    assert plan["why"][0]["text"]
    assert not plan["blocks"]
    for part in ("participants", "deadlines", "consents"):
        # Which consents are asked for hangs on who is chosen.
        assert plan[part] or part == "consents", part
        assert all(one["why"]["text"] for one in plan[part]), part

    before = [len(system.mails_to(parent.address)) for parent in parents]
    call = {
        "childId": child,
        "problemId": problem,
        "type": TYPE,
        "startsAt": starts,
        "place": WORDS["place"],
        "participants": [
            {"role": "staff", "personId": staff["laerer"]},
            {"role": "psychologist", "personId": staff["psykolog"]},
            {"role": "network", "name": WORDS["network"]},
        ],
        "agenda": [WORDS["item"]],
    }
    refused = leader.attempt("callMeeting", "meeting { id }", **call)
    assert [error["code"] for error in refused["errors"]] == ["RULE_BLOCKED"], "a skip needs its reason"
    assert refused["errors"][0]["ruleId"]
    meeting = leader.do(
        "callMeeting", f"meeting {{ {ROW} level }}", **call, reasonForSkipping=WORDS["reason"]
    )["meeting"]
    assert meeting["level"] == 3

    child_name = leader.query("query($id: ID!) { child(id: $id) { name } }", id=child)["name"]
    for parent, count in zip(parents, before, strict=True):
        mail = system.mail_to(parent.address, count)
        whole = mail.as_string() + "".join(
            part.get_content() for part in mail.walk() if part.get_content_maintype() == "text"
        )
        telling = [*child_name.split(), "etværksmøde", TYPE, *WORDS.values()]
        assert not [word for word in telling if word in whole], whole
        assert parent.url in whole
    return str(meeting["id"])


def asked_and_answered(
    system: System, leader: Member, parents: list[Member], psychologist: Member, meeting: str, child: str
) -> None:
    """The parents answer, add to the agenda and consent, each alone; with the last yes the psychologist comes in."""
    for parent in parents:
        assert psychologist.codes("query($id: ID!) { meeting(id: $id) { id } }", id=meeting) == ["NOT_FOUND"]
        seen = meeting_of(parent, meeting, "place typeName participants { name viewerIs answer note }")
        assert seen["place"] == WORDS["place"]
        assert WORDS["note"] not in str(seen), "another's note"
        parent.do(
            "answerInvitation",
            "meeting { myAnswer }",
            meetingId=meeting,
            answer="COMING",
            note=WORDS["note"],
        )
        for edge in parent.query(
            "{ consents { edges { node { id version textVersion state purposeText } } } }"
        )["edges"]:
            one = edge["node"]
            if one["state"] == "ASKED":
                assert one["purposeText"]
                parent.do(
                    "giveConsent",
                    "consent { state }",
                    consentId=one["id"],
                    textVersion=one["textVersion"],
                    expectedVersion=one["version"],
                )
    parents[0].do("addAgendaItem", "meeting { id }", meetingId=meeting, text=WORDS["family_item"])
    assert meeting_of(psychologist, meeting)["status"] == "PLANNED"
    circle = meeting_of(leader, meeting, "participants { kind answer note }")["participants"]
    assert [one["answer"] for one in circle if one["kind"] == "parent"] == ["COMING", "COMING"]
    log = parents[0].query(
        "query($c: ID!) { accessLog(childId: $c, first: 100) { edges { node { actor capacity operation } } } }",
        c=child,
    )
    families = [edge["node"] for edge in log["edges"] if edge["node"]["capacity"] == "family"]
    assert families
    assert len({one["actor"] for one in families}) == 1, "the log tells the parents apart"


def reminded_and_sent(system: System, leader: Member, parents: list[Member], meeting: str) -> None:
    """The reminder before the agenda's deadline, the agenda in time, the reminder of the day before: each once."""
    row = meeting_of(leader, meeting, "startsAt deadlines { key dueAt state }")
    agenda = next(one for one in row["deadlines"] if one["key"] == "agenda")
    due = datetime.fromisoformat(agenda["dueAt"])
    starts = datetime.fromisoformat(row["startsAt"])
    system.command("clock", "set", (due - timedelta(hours=12)).isoformat())
    assert subjects(system, leader.work_address, meeting)["En frist nærmer sig"] == 1
    leader.do("sendAgenda", f"meeting {{ {ROW} }}", meetingId=meeting, expectedVersion=row["version"])
    told = meeting_of(leader, meeting, "deadlines { key state }")
    assert {one["key"]: one["state"] for one in told["deadlines"]}["agenda"] == "MET"
    weekdays = sum(
        (now(system) + timedelta(days=n)).weekday() < 5 for n in range((starts - now(system)).days + 1)
    )
    assert weekdays >= 5
    system.command("clock", "set", (starts - timedelta(hours=12)).isoformat())
    for _ in range(2):
        for parent in parents:
            assert subjects(system, parent.address, meeting)["Husk et møde"] == 1
            assert subjects(system, parent.address, meeting)["Dagsordenen er klar"] == 1
        system.command("sweep", "--tenant", TENANT, "--wait")
    circle = meeting_of(leader, meeting, "participants { kind answer leftOut viewerIs }")["participants"]
    silent = [
        one
        for one in circle
        if (one["kind"], one["answer"]) == ("professional", "NONE")
        and not one["leftOut"]
        and not one["viewerIs"]
    ]
    heard = subjects(system, leader.work_address, meeting)
    assert heard["En frist er overskredet"] == 0
    assert heard["Der mangler et svar"] == len(silent) > 0, (
        "of each who was asked here and says nothing, once"
    )
    assert_sent_once(system)
    system.command("clock", "set", (starts + timedelta(hours=2)).isoformat())


def run_meeting(leader: Member, meeting: str) -> int:
    """Hold it, fill the form, record who said what, agree; its version afterwards."""
    row = meeting_of(
        leader,
        meeting,
        "participants { id leftOut role } form { version fields { key required knownAlready kind } }",
    )
    leader.do(
        "holdMeeting",
        "meeting { id }",
        meetingId=meeting,
        attended=[one["id"] for one in row["participants"] if not one["leftOut"]],
        expectedVersion=row["version"],
    )
    required = [one["key"] for one in row["form"]["fields"] if one["required"] and not one["knownAlready"]]
    leader.do(
        "fillForm",
        "meeting { id }",
        meetingId=meeting,
        values=[{"key": key, "value": WORDS["form"]} for key in required],
        complete=True,
        expectedVersion=row["form"]["version"],
    )
    blocked = leader.attempt(
        "concludeMeeting",
        "meeting { id }",
        meetingId=meeting,
        outcome="progress",
        expectedVersion=meeting_of(leader, meeting)["version"],
    )
    assert blocked["errors"][0]["code"] == "RULE_BLOCKED", "nothing is concluded without the child's view"
    leader.do(
        "recordPerspective",
        "meeting { id }",
        meetingId=meeting,
        whose="CHILD",
        obtained=True,
        how="Samtale",
        text=WORDS["child_said"],
    )
    leader.do(
        "recordPerspective",
        "meeting { id }",
        meetingId=meeting,
        whose="PARENT",
        obtained=False,
        attempts=WORDS["tried"],
    )
    teacher = next(one["id"] for one in row["participants"] if one["role"] == "staff")
    leader.do(
        "makeAgreement",
        "agreement { id status }",
        meetingId=meeting,
        what=WORDS["agreement"],
        responsibleParticipantId=teacher,
        dueOn="2030-01-15",
        closeToChild=True,
    )
    return int(meeting_of(leader, meeting)["version"])


def held_and_concluded(system: System, leader: Member, mother: Member, meeting: str) -> str:
    version = run_meeting(leader, meeting)
    mother.do(
        "recordPerspective",
        "meeting { id }",
        meetingId=meeting,
        whose="PARENT",
        obtained=True,
        text=WORDS["parent_said"],
    )
    follow_up = at(weekday_after(now(system).astimezone(COPENHAGEN).date(), 30))
    concluded = leader.do(
        "concludeMeeting",
        "meeting { status following { id } }",
        meetingId=meeting,
        outcome="progress",
        reason=WORDS["conclusion"],
        followUpStartsAt=follow_up,
        expectedVersion=version,
    )["meeting"]
    assert concluded["status"] == "CONCLUDED"
    following = str(concluded["following"]["id"])
    people = [
        sorted(
            (one["role"], one["name"])
            for one in meeting_of(leader, one_id, "participants { role name }")["participants"]
        )
        for one_id in (meeting, following)
    ]
    assert people[0] == people[1], "the follow-up has the same circle"
    return following


def agreed_is_seen(parents: list[Member], meeting: str, following: str) -> None:
    for parent in parents:
        seen = meeting_of(
            parent,
            meeting,
            """agreements { what responsible dueOn } outcome { text } contact { name email } following { id }
               perspectives { whose text attempts } participants { note viewerIs }""",
        )
        assert seen["agreements"][0]["what"] == WORDS["agreement"]
        assert seen["agreements"][0]["responsible"]
        assert seen["contact"]["email"]
        assert seen["following"]["id"] == following
        mine = parent is parents[0]
        assert (WORDS["parent_said"] in str(seen)) is mine, "one parent's view is not the other's to read"


def consent_taken_back(
    leader: Member, father: Member, psychologist: Member, following: str, child: str
) -> None:
    assert meeting_of(psychologist, following)["status"] == "PLANNED"
    for edge in father.query("{ consents { edges { node { id version state } } } }")["edges"]:
        if edge["node"]["state"] == "GIVEN":
            father.do(
                "withdrawConsent",
                "consent { state }",
                consentId=edge["node"]["id"],
                expectedVersion=edge["node"]["version"],
            )
    assert psychologist.codes("query($id: ID!) { meeting(id: $id) { id } }", id=following) == ["NOT_FOUND"]
    assert psychologist.codes("query($id: ID!) { child(id: $id) { id } }", id=child) == ["NOT_FOUND"]
    circle = meeting_of(leader, following, "participants { role awaitsConsent }")["participants"]
    assert [one["role"] for one in circle if one["awaitsConsent"]] == ["psychologist"]


def level_moves_back(system: System, leader: Member, problem: str, following: str) -> None:
    """The follow-up ends the work on level 3; then the problem is closed."""
    starts = datetime.fromisoformat(meeting_of(leader, following, "startsAt")["startsAt"])
    system.command("clock", "set", (starts + timedelta(hours=2)).isoformat())
    version = run_meeting(leader, following)
    done = leader.do(
        "concludeMeeting",
        "meeting { status problem { id level version } }",
        meetingId=following,
        outcome="enough",
        expectedVersion=version,
    )["meeting"]
    assert done["problem"]["level"] == 1
    assert done["problem"]["id"] == problem
