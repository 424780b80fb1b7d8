"""A fourth municipality on the running system, from its files alone: two coordinators, a type decided by who comes, a form
for the first meeting and another for the next, readers whom the family chooses, an event's clock, and parents who must
not know.
"""

import shutil
import tempfile
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.acceptance.conftest import System
from tests.acceptance.member import Member
from tests.acceptance.paths import consent_to_all, goes_on_to, hold, in_days, open_problem, person, today
from tests.acceptance.steps import meeting_of, shared_child
from tests.environment import own_prefix, swift
from tests.local.running import ROOT, Up

pytestmark = pytest.mark.timeout(300)
TENANT = "fjordby"
PROBLEM = "query($id: ID!) { child(id: $id) { problems { id version level coordinators { place name holder { id } } } } }"
FORM = "form { name fields { key value } } agreements { what } perspectives { text }"


@pytest.fixture(scope="module")
def fjord() -> Iterator[System]:
    """A system with no tenant but the fourth."""
    with tempfile.TemporaryDirectory(prefix=own_prefix("rb"), dir=swift()) as name:
        tenants = Path(name) / "tenants"
        shutil.copytree(ROOT / "tests" / "municipalities" / TENANT, tenants / TENANT)
        up = Up.start(Path(name) / "data", "--tenants", str(tenants))
        yield System(up)
        up.stop()


def test_a_municipality_nobody_has_thought_of_runs_from_its_files_alone(fjord: System) -> None:
    leader, teacher = Member.of(fjord, TENANT, "leder"), Member.of(fjord, TENANT, "laerer")
    parents = [Member.of(fjord, TENANT, key) for key in ("mor-beskyttet", "far-delt")]
    child = shared_child(leader, parents[0])
    problem = open_problem(leader, child, "Uro")["id"]

    two_hold_the_thread(fjord, leader, teacher, parents[0], child, problem)
    meeting = decided_by_who_comes(fjord, leader, child, problem)
    the_family_chooses_readers(fjord, leader, teacher, parents, meeting)
    another_form_for_the_next(fjord, leader, meeting)
    an_event_starts_a_clock(fjord, leader, child, problem)
    parents_must_not_know(leader, parents, child, problem, meeting)


def the_problem(who: Member, child: str, problem: str) -> dict[str, Any]:
    return next(one for one in who.query(PROBLEM, id=child)["problems"] if one["id"] == problem)


def two_hold_the_thread(
    fjord: System, leader: Member, teacher: Member, mother: Member, child: str, problem: str
) -> None:
    """Each place has its own holder, one always a leader; the outgoing holds it until the next accepts."""
    places = the_problem(leader, child, problem)["coordinators"]
    assert {one["place"] for one in places} == {"leading", "close"}
    wrong = leader.attempt(
        "offerCoordinator",
        "problem { id }",
        problemId=problem,
        personId=person(fjord, TENANT, "laerer"),
        place="leading",
        expectedVersion=the_problem(leader, child, problem)["version"],
    )
    assert wrong["errors"], "a teacher is no leader"
    leader.do(
        "offerCoordinator",
        "problem { id }",
        problemId=problem,
        personId=person(fjord, TENANT, "laerer"),
        place="close",
        expectedVersion=the_problem(leader, child, problem)["version"],
    )
    teacher.do(
        "acceptCoordinator",
        "problem { id }",
        problemId=problem,
        place="close",
        expectedVersion=the_problem(teacher, child, problem)["version"],
    )
    holders = {one["place"]: one["holder"] for one in the_problem(mother, child, problem)["coordinators"]}
    assert holders["close"]["id"] == person(fjord, TENANT, "laerer")


def decided_by_who_comes(fjord: System, leader: Member, child: str, problem: str) -> str:
    """With the authority's adviser it is another type; without, it is called."""
    call: dict[str, Any] = {
        "childId": child,
        "problemId": problem,
        "type": "samraad",
        "startsAt": in_days(fjord, 21),
        "place": "Skolen",
        "reasonForSkipping": "Forældrene ønsker et møde nu.",
    }
    mine = {"role": "staff", "personId": person(fjord, TENANT, "laerer")}
    adviser = {"role": "adviser", "personId": person(fjord, TENANT, "raadgiver")}
    refused = leader.attempt("callMeeting", "meeting { id }", **call, participants=[mine, adviser])
    assert refused["errors"][0]["code"] == "RULE_BLOCKED"
    guest = {"role": "psychologist", "personId": person(fjord, TENANT, "psykolog")}
    made = leader.do("callMeeting", "meeting { id form { key } }", **call, participants=[mine, guest])[
        "meeting"
    ]
    assert made["form"]["key"] == "samraad_foerste"
    return str(made["id"])


def the_family_chooses_readers(
    fjord: System, leader: Member, teacher: Member, parents: list[Member], meeting: str
) -> None:
    """Until all who choose have chosen, only the family and who leads it read the record.

    The model gives the family no say in the agenda: that is refused in words.
    """
    own = parents[0].attempt("addAgendaItem", "meeting { id }", meetingId=meeting, text="Lektier")["errors"]
    assert [error["code"] for error in own] == ["RULE_BLOCKED"]
    for parent in parents:
        consent_to_all(parent)
    goes_on_to(fjord, leader, meeting)
    hold(leader, meeting, "Ro i klassen")
    done = leader.do(
        "concludeMeeting",
        "meeting { status following { id } }",
        meetingId=meeting,
        outcome="again",
        followUpStartsAt=in_days(fjord, 28),
        expectedVersion=meeting_of(leader, meeting)["version"],
    )["meeting"]
    assert done["status"] == "CONCLUDED"
    assert "Ro i klassen" in str(meeting_of(leader, meeting, FORM))
    assert "Ro i klassen" in str(meeting_of(parents[0], meeting, FORM))
    assert "Ro i klassen" not in str(meeting_of(teacher, meeting, FORM))
    for number, parent in enumerate(parents):
        circle = meeting_of(parent, meeting, "participants { id role } readerChoice { possible version }")
        wanted = [
            one["id"]
            for one in circle["participants"]
            if one["role"] == "staff" and one["id"] in circle["readerChoice"]["possible"]
        ]
        assert wanted
        parent.do(
            "chooseReaders",
            "meeting { id }",
            meetingId=meeting,
            participantIds=wanted,
            expectedVersion=circle["readerChoice"]["version"],
        )
        opened = "Ro i klassen" in str(meeting_of(teacher, meeting, FORM))
        assert opened is (number == len(parents) - 1), "opened by all of them together"


def another_form_for_the_next(fjord: System, leader: Member, meeting: str) -> None:
    """The first meeting's form is not asked again."""
    following = meeting_of(leader, meeting, "following { id form { key } }")["following"]
    assert following["form"]["key"] == "samraad_opfoelgning"


def an_event_starts_a_clock(fjord: System, leader: Member, child: str, problem: str) -> None:
    """Fourteen days from the day of the report, not from the day on which it was noted."""
    happened = today(fjord) - timedelta(days=2)
    leader.do(
        "confirmFacts",
        "problem { id }",
        problemId=problem,
        facts=["assault_reported"],
        discussed=[],
        familyRelated=False,
        on=happened.isoformat(),
        expectedVersion=the_problem(leader, child, problem)["version"],
    )
    due = leader.query("query($id: ID!) { child(id: $id) { deadlines { key dueAt state } } }", id=child)
    (clock,) = [one for one in due["deadlines"] if one["key"] == "assault_meeting"]
    assert clock["state"] == "OPEN"
    last = date.fromisoformat(clock["dueAt"][:10])
    assert happened + timedelta(days=13) <= last <= happened + timedelta(days=18), (
        "two weeks, to a working day"
    )


def parents_must_not_know(
    leader: Member, parents: list[Member], child: str, problem: str, meeting: str
) -> None:
    """A suspicion against close relations: from that moment the parents see nothing of it, and the leader sees why."""
    leader.do(
        "confirmFacts",
        "problem { id }",
        problemId=problem,
        facts=["assault_reported", "abuse_by_close_relation"],
        discussed=[],
        familyRelated=True,
        expectedVersion=the_problem(leader, child, problem)["version"],
    )
    for parent in parents:
        assert parent.codes("query($id: ID!) { meeting(id: $id) { id } }", id=meeting) == ["NOT_FOUND"]
        assert problem not in {one["id"] for one in parent.query(PROBLEM, id=child)["problems"]}
        log = parent.query(
            "query($c: ID!) { accessLog(childId: $c, first: 100) { edges { node { operation } } } }", c=child
        )
        assert "confirmFacts" not in str(log)
    kept = meeting_of(leader, meeting, "keptAway { parents reasons { text } }")["keptAway"]
    assert kept["parents"]
    assert kept["reasons"][0]["text"]
