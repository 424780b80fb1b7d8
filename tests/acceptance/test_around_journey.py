"""What is done around a child on the running system: offered and answered, a network, first steps, knowledge handed on."""

from typing import Any

import pytest

from tests.acceptance.conftest import System, words_of
from tests.acceptance.member import Member
from tests.acceptance.paths import consent_to_all, person
from tests.acceptance.steps import shared_child

pytestmark = pytest.mark.timeout(300)
TENANT = "slagelse"
_OFFERS = "offers { id key state version sessions goalsWith plan { version fields { key value } } }"


def of(member: Member, child: str, wanted: str) -> dict[str, Any]:
    return dict(member.query(f"query($id: ID!) {{ child(id: $id) {{ {wanted} }} }}", id=child))


def confirm(leader: Member, child: str, facts: list[str]) -> None:
    version = of(leader, child, "version")["version"] or 0
    leader.do("confirmCaseFacts", "child { id }", childId=child, facts=facts, expectedVersion=version)


def test_SL_11_SL_25_an_offer_is_declined_not_pressed_and_taken_up_by_the_family(system: System) -> None:
    leader = Member.of(system, TENANT, "leder")
    mother, father = (Member.of(system, TENANT, key) for key in ("mor-beskyttet", "far-delt"))
    child = shared_child(leader, mother)
    confirm(leader, child, ["complex_difficulties", "special_school", "transition"])
    due = {one["key"]: one for one in of(leader, child, _OFFERS)["offers"]}
    assert due["en_plan_complex"]["state"] == "DUE"
    assert due["en_plan_complex"]["goalsWith"]
    assert of(mother, child, _OFFERS)["offers"] == []

    told = len(system.mails_to(mother.address))
    wanted = "offer { id version state }"
    offer = leader.do("recordOffer", wanted, childId=child, offer="en_plan_complex")["offer"]
    name = of(leader, child, "name")["name"]
    assert name not in words_of(system.mail_to(mother.address, told))
    offer = mother.do(
        "answerOffer", wanted, offerId=offer["id"], accepted=False, expectedVersion=offer["version"]
    )["offer"]
    (refused,) = leader.attempt("recordOffer", wanted, childId=child, offer="en_plan_complex")["errors"]
    assert (refused["code"], refused["ruleId"]) == ("RULE_BLOCKED", "SL-11")
    offer = father.do(
        "answerOffer", wanted, offerId=offer["id"], accepted=True, expectedVersion=offer["version"]
    )["offer"]
    assert offer["state"] == "ACCEPTED"
    goals = [{"key": "goals", "value": "Ro om aftenen"}]
    leader.do("fillSharedPlan", wanted, offerId=offer["id"], values=goals, expectedVersion=0)
    (seen,) = of(mother, child, _OFFERS)["offers"]
    values = {field["key"]: field["value"] for field in seen["plan"]["fields"]}
    assert (values["goals"], values["answer"]) == ("Ro om aftenen", "accepted")


def test_SL_15_SL_18_SL_27_the_network_and_its_one_contact(system: System) -> None:
    leader, mother = Member.of(system, TENANT, "leder"), Member.of(system, TENANT, "mor-beskyttet")
    child = shared_child(leader, mother)
    teacher = person(system, TENANT, "laerer")
    made = leader.do(
        "formNetwork",
        "network { id lacks { part } evaluationDueOn contactPerson { id } }",
        childId=child,
        network="relevant_network",
        contactPersonId=teacher,
    )["network"]
    assert {one["part"] for one in made["lacks"]} == {"BEARING_FORCE", "COMPETENCES"}
    assert made["evaluationDueOn"]
    seen = of(mother, child, "contactPerson { id } networks { id evaluationForm { fields { key } } }")
    assert seen["contactPerson"]["id"] == teacher
    assert len(seen["networks"][0]["evaluationForm"]["fields"]) <= 3
    mother.do(
        "evaluateNetwork",
        "network { id }",
        networkId=made["id"],
        values=[{"key": "helped", "value": "8"}],
    )
    said = of(leader, child, "networks { evaluations { byFamily fields { key value } } }")["networks"][0]
    assert [one["byFamily"] for one in said["evaluations"]] == [True]
    father = Member.of(system, TENANT, "far-delt")
    assert of(father, child, "networks { evaluations { id } }")["networks"][0]["evaluations"] == []


def test_SL_24_a_case_begins_with_the_familys_involvement(system: System) -> None:
    adviser = Member.of(system, TENANT, "raadgiver")
    wanted = "checklists { key items { key done next } }"
    (edge,) = adviser.query("{ children { edges { node { id } } } }")["edges"]
    child = edge["node"]["id"]
    (beginning,) = of(adviser, child, wanted)["checklists"]
    turn = next(one["key"] for one in beginning["items"] if one["next"])
    last = beginning["items"][-1]["key"]
    step = {"childId": child, "checklist": beginning["key"]}
    (early,) = adviser.attempt("tickChecklistItem", "checklist { key }", **step, item=last)["errors"]
    assert (early["code"], early["ruleId"]) == ("RULE_BLOCKED", "SL-24")
    done = adviser.do("tickChecklistItem", wanted.replace("checklists", "checklist"), **step, item=turn)
    assert next(one for one in done["checklist"]["items"] if one["key"] == turn)["done"]


def test_SL_31_the_next_setting_is_told_on_consent_and_reads_that_alone(system: System) -> None:
    leader, receiver = Member.of(system, TENANT, "leder"), Member.of(system, TENANT, "leder2")
    mother, father = (Member.of(system, TENANT, key) for key in ("mor-beskyttet", "far-delt"))
    child = shared_child(leader, mother)
    options = of(leader, child, "handoverOptions { key consented places { id name } }")["handoverOptions"]
    (school,) = {
        one["node"]["unit"]["id"]
        for one in receiver.query("{ children { edges { node { unit { id } } } } }")["edges"]
    }
    assert school in {place["id"] for place in options[0]["places"]}
    given = {
        "childId": child,
        "handover": options[0]["key"],
        "toUnitId": school,
        "values": [
            {"key": "works", "value": "Faste pauser"},
            {"key": "family_view", "value": "Vi vil gerne være med"},
        ],
    }
    (refused,) = leader.attempt("handOverKnowledge", "handover { id }", **given)["errors"]
    assert (refused["code"], refused["ruleId"]) == ("RULE_BLOCKED", "SL-31")
    assert "Udveksling" in refused["message"], "it names the consent"
    leader.do("askConsent", "consents { id }", childId=child, purpose="exchange")
    for parent in (mother, father):
        assert consent_to_all(parent)
    told = len(system.mails_to(receiver.work_address))
    handed = leader.do("handOverKnowledge", "handover { id version }", **given)["handover"]
    system.mail_to(receiver.work_address, told)

    received = "{ handoversReceived { edges { node { id version childName fields { value } } } } }"
    (waiting,) = [edge["node"] for edge in receiver.query(received)["edges"]]
    assert (waiting["id"], waiting["childName"], waiting["fields"]) == (handed["id"], None, [])
    name = of(leader, child, "name")["name"]
    taken = receiver.do(
        "acceptHandover",
        "handover { childName fields { value } }",
        handoverId=waiting["id"],
        expectedVersion=waiting["version"],
    )["handover"]
    assert taken["childName"] == name
    assert "Faste pauser" in {field["value"] for field in taken["fields"]}
    assert receiver.codes("query($id: ID!) { child(id: $id) { name } }", id=child) == ["NOT_FOUND"]
    (seen,) = of(father, child, "handovers { acceptedBy { name } fields { value } }")["handovers"]
    assert seen["acceptedBy"]
    assert "Vi vil gerne være med" in {field["value"] for field in seen["fields"]}

    consents = mother.query("{ consents { edges { node { id version state purpose } } } }")["edges"]
    row = next(
        e["node"] for e in consents if e["node"]["purpose"] == "exchange" and e["node"]["state"] == "GIVEN"
    )
    mother.do("withdrawConsent", "consent { state }", consentId=row["id"], expectedVersion=row["version"])
    (gone,) = [edge["node"] for edge in receiver.query(received)["edges"]]
    assert (gone["childName"], gone["fields"]) == (None, [])


def test_an_exchange_without_consent_is_counted(system: System) -> None:
    leader, mother = Member.of(system, TENANT, "leder"), Member.of(system, TENANT, "mor-beskyttet")
    child = shared_child(leader, mother)
    given = {
        "childId": child,
        "basis": "early_prevention",
        "withWhom": "Sundhedsplejersken",
        "why": "Uro derhjemme",
        "on": "2026-01-05",
    }
    assert leader.do("recordExchange", "exchange { told }", **given)["exchange"]["told"]
    (refused,) = leader.attempt("recordExchange", "exchange { id }", **given)["errors"]
    assert (refused["code"], refused["field"]) == ("RULE_BLOCKED", ["input", "specialReason"])
    assert refused["legalBasis"]
    leader.do("recordExchange", "exchange { id }", **given, specialReason="Ny bekymring")
    (basis,) = of(leader, child, "exchangeBases { used atMost allowed }")["exchangeBases"]
    assert basis == {"used": 2, "atMost": 1, "allowed": False}
    assert len(of(mother, child, "exchanges { withWhom }")["exchanges"]) == 2


def test_SL_17_RI_28_RI_41_whom_to_reach_and_what_to_read(system: System) -> None:
    leader = Member.of(system, TENANT, "leder")
    assert {"violence", "pregnancy", "anything"} == {
        one["key"] for one in leader.query("{ directory { key } }")
    }
    family = Member.of(system, "ringsted", "mor-alene")
    keys = {one["key"] for one in family.query("{ guides { key } }")}
    assert {"vaerd_at_vide_familier", "moedeguide"} <= keys
    assert not keys & {"teamguide", "vaerd_at_vide"}
    staff = {one["key"] for one in Member.of(system, "ringsted", "leder").query("{ guides { key } }")}
    assert {"teamguide", "vaerd_at_vide"} <= staff
    page = family.client.get(f"{family.url}/guides/vaerd_at_vide_familier")
    assert page.status_code == 200
    assert "I er med fra begyndelsen." in page.text
