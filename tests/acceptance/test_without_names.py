"""On a running system, in all three municipalities: talking about a group or nobody named, from a fixed time to its end,
by GraphQL and on pages; and that nothing of it can be read outside, or leads to a child.
"""

import re
from datetime import datetime, timedelta
from html import unescape

import pytest

from tests.acceptance.conftest import System
from tests.acceptance.member import Member
from tests.acceptance.traces import files_with, valkey_with

MARK = "Ejendommelig sommerfugl"
ONE = "id status version items { text } participants { id } form { version needed }"
GREEN = {
    "group": "De yngste i indskolingen",
    "situation": f"{MARK} i frikvartererne",
    "goal": "Rolige frikvarterer",
    "who_does_what": "Pædagogerne åbner boldburet",
    "follow_up": "2027-03-01",
}
SPARRING = {"question": MARK, "protective_factors": "Et godt klassefællesskab", "advice": "Faste legegrupper"}


def page(member: Member, path: str) -> str:
    """A page as it is read, without its marks."""
    answer = member.client.get(member.url + path)
    assert answer.status_code == 200, (path, answer.status_code)
    return unescape(re.sub(r"<[^>]+>", " ", answer.text))


def school(member: Member) -> str:
    """The unit where somebody works."""
    (unit,) = member.query("{ viewer { units { id } } }")["units"]
    return str(unit["id"])


def seeded(member: Member) -> list[dict[str, str]]:
    """What a newcomer finds."""
    found = member.query("{ consultations { edges { node { id typeName status } } } }")
    return [edge["node"] for edge in found["edges"]]


@pytest.mark.parametrize("tenant", ["slagelse", "randers", "ringsted"])
def test_a_newcomer_sees_fixed_times_and_a_discussion(system: System, tenant: str) -> None:
    leader, teacher = Member.of(system, tenant, "leder"), Member.of(system, tenant, "laerer")
    times = teacher.query("{ slots { edges { node { id typeName takesRequests consultationId } } } }")[
        "edges"
    ]
    assert len(times) >= 6
    assert any(one["node"]["takesRequests"] for one in times)
    assert len(seeded(leader)) >= 7
    assert len(seeded(teacher)) >= 2, "what the teacher called, and where the teacher asked for time"
    assert "Bed om tid på et fast møde" in page(teacher, "/consultations")
    assert "Læg faste møder for" in page(leader, "/series")
    stranger = Member.of(system, tenant, "leder2")
    assert seeded(stranger) == []
    assert stranger.query("{ slots { edges { node { id } } } }")["edges"] == []


@pytest.mark.parametrize(
    ("tenant", "type_key", "facts", "answers", "outcome"),
    [
        ("slagelse", "konsultativt_moede_anonymt", [], SPARRING, "named"),
        ("randers", "konsultativt_moede", ["consultative_course"], GREEN, "progress"),
        ("ringsted", "teammoede", [], {}, "adjusted"),
    ],
)
def test_SL_02_RA_09_RI_29_from_the_call_to_the_end(
    system: System, tenant: str, type_key: str, facts: list[str], answers: dict[str, str], outcome: str
) -> None:
    teacher = Member.of(system, tenant, "laerer")
    unit = school(teacher)
    plan = teacher.query(
        "query($u: ID!, $t: String!) { consultationPlan(unitId: $u, type: $t)"
        " { minutes roles { role isOwn invited candidates { id } } } }",
        u=unit,
        t=type_key,
    )
    circle = []
    seat = next(one["role"] for one in plan["roles"] if one["isOwn"])
    for role in plan["roles"]:
        if role["invited"] and role["role"] != seat:
            able = [one["id"] for one in role["candidates"] if one["id"] != own_id(teacher)]
            circle.append(
                {"role": role["role"], "personId": able[0]}
                if able
                else {"role": role["role"], "name": "Vibeke Vejleder"}
            )
    given = {
        "unitId": unit,
        "type": type_key,
        "startsAt": (system_now(system) + timedelta(hours=1)).isoformat(),
        "place": "Personalerummet",
        "items": [f"{MARK} i gården"],
        "circle": circle,
    }
    number = teacher.attempt(
        "callConsultation", f"consultation {{ {ONE} }}", **given | {"items": ["010115-1234"]}
    )
    assert [error["field"] for error in number["errors"]] == [["input", "items", "0", "text"]]
    made = teacher.do("callConsultation", f"consultation {{ {ONE} }}", **given)["consultation"]
    assert f"{MARK} i gården" in [one["text"] for one in made["items"]]
    early = teacher.attempt(
        "holdConsultation", "consultation { id }", consultationId=made["id"], expectedVersion=1
    )
    assert early["errors"][0]["code"] == "RULE_BLOCKED"
    system.command("clock", "advance", "2h")
    held = teacher.do(
        "holdConsultation",
        f"consultation {{ {ONE} }}",
        consultationId=made["id"],
        attended=[one["id"] for one in made["participants"]],
        expectedVersion=made["version"],
    )["consultation"]
    conclusion = {
        "consultationId": made["id"],
        "outcome": outcome,
        "facts": facts,
        "reason": "Det er aftalt i fællesskab",
        "expectedVersion": held["version"],
    }
    if answers:
        refused = teacher.attempt("concludeConsultation", "consultation { id }", **conclusion)
        assert refused["errors"][0]["code"] == "RULE_BLOCKED"
        teacher.do(
            "fillConsultationForm",
            "consultation { id }",
            consultationId=made["id"],
            values=[{"key": key, "value": value} for key, value in answers.items()],
            complete=True,
            expectedVersion=held["form"]["version"],
        )
    ended = teacher.do(
        "concludeConsultation", "consultation { status outcome { text leadsTo } erasedOn }", **conclusion
    )["consultation"]
    assert ended["status"] == "CONCLUDED"
    assert ended["erasedOn"]
    assert (ended["outcome"]["leadsTo"] is not None) == (tenant == "slagelse")
    assert "Afsluttet" in page(teacher, f"/consultations/{made['id']}")
    for other in ("mor", "leder2", "dpo"):
        codes = Member.of(system, tenant, other).codes(
            "query($i: ID!) { consultation(id: $i) { id } }", i=made["id"]
        )
        assert set(codes) <= {"NOT_FOUND", "FORBIDDEN"}
        assert codes


def system_now(system: System) -> datetime:
    """Business time."""
    return datetime.fromisoformat(system.command("clock", "show")["now"])


def own_id(member: Member) -> str:
    """A member's own id."""
    return str(member.query("{ viewer { person { id } } }")["person"]["id"])


def test_one_request_for_both_is_refused(system: System) -> None:
    leader = Member.of(system, "randers", "leder")
    children = leader.query("{ children(first: 1) { edges { node { id } } } }")["edges"]
    document = "query($c: ID!, $k: ID!) { consultation(id: $c) { place } child(id: $k) { name } }"
    assert leader.codes(document, c=seeded(leader)[0]["id"], k=children[0]["node"]["id"]) == ["INVALID_INPUT"]


def test_what_was_written_can_be_read_nowhere_outside(system: System) -> None:
    assert files_with(system, [MARK]) == {}
    assert valkey_with(system, [MARK]) == []
