"""Trap 6: nothing tells one parent about the other: whatever the father does, the mother's answers stay the same bytes."""

from collections import Counter
from typing import Any, Final

from tests.isolation.asking import Asking, Who, unstamped
from tests.isolation.test_operations import OPERATIONS, of_states, targets

MOTHER, FATHER, LEADER = (Who("south", name) for name in ("mother", "father", "leader"))
LOG: Final = "accessLog"


async def view(asking: Asking, who: Who) -> dict[str, bytes]:
    """Everything somebody can ask about the child, but who has looked: that a parent did is no secret."""
    found = {}
    for operation in OPERATIONS:
        if operation.mutation or operation.name == LOG:
            continue
        if not operation.slots:
            said = await asking.graphql(who, operation.document, operation.variables)
            found[operation.name] = unstamped(operation.name, said.body)
            continue
        for family, target in of_states(list(targets(asking, operation, "south"))):
            if family.name == "child":
                filled = operation.filled(family, target, asking.town("south").id("teacher"))
                said = await asking.graphql(who, operation.document, filled)
                found[f"{operation.name} {target.state}"] = unstamped(operation.name, said.body)
    return found


async def do(asking: Asking, who: Who, name: str, kind: str, **given: Any) -> None:
    """A mutation that must succeed."""
    said = await asking.graphql(
        who,
        f"mutation($input: {kind}!) {{ {name}(input: $input) {{ errors {{ code message }} }} }}",
        {"input": given},
    )
    assert not said.codes, (name, said.body)


async def consent_of(asking: Asking, who: Who, purpose: str) -> dict[str, Any]:
    """The newest consent of somebody's own for a purpose, about the child."""
    said = await asking.graphql(
        who, "{ consents { edges { node { id purpose version textVersion state child { id } } } } }"
    )
    child = str(asking.town("south").id("child"))
    nodes = [edge["node"] for edge in said.json["data"]["consents"]["edges"]]
    return next(node for node in nodes if node["purpose"] == purpose and node["child"]["id"] == child)


async def test_answers_notes_perspectives_and_consents_are_told_to_nobody_of_the_family(
    asking: Asking,
) -> None:
    meeting = str(
        next(
            t.id for t in asking.village.families["south", "child"].targets["meeting"] if t.state == "planned"
        )
    )
    before = {who: await view(asking, who) for who in (MOTHER, LEADER)}
    await do(
        asking,
        FATHER,
        "answerInvitation",
        "AnswerInvitationInput",
        meetingId=meeting,
        answer="NOT_COMING",
        note="Nej",
    )
    await do(
        asking,
        FATHER,
        "recordPerspective",
        "RecordPerspectiveInput",
        meetingId=meeting,
        whose="PARENT",
        obtained=True,
        text="Sagt for mig selv",
    )
    measure = await consent_of(asking, FATHER, "measure")
    await do(
        asking,
        FATHER,
        "declineConsent",
        "AnswerConsentInput",
        consentId=measure["id"],
        expectedVersion=measure["version"],
    )
    assert await view(asking, MOTHER) == before[MOTHER]
    assert await view(asking, LEADER) != before[LEADER], "the probe sees nothing of what the father did"

    exchange = await consent_of(asking, FATHER, "exchange")
    assert exchange["state"] == "GIVEN"
    await do(
        asking,
        FATHER,
        "withdrawConsent",
        "AnswerConsentInput",
        consentId=exchange["id"],
        expectedVersion=exchange["version"],
    )
    after = await view(asking, MOTHER)
    changed = {name for name, body in after.items() if body != before[MOTHER][name]}
    # That a professional can no longer see the child is the mother's to know; why is not said.
    assert changed == {"whoCanSee "}
    assert b"consent" not in after["whoCanSee "].lower()
    assert b"samtykke" not in after["whoCanSee "].lower()


async def test_the_access_log_says_family_and_no_more(asking: Asking) -> None:
    people = asking.town("south").people.ids
    document = """query($c: ID!) { accessLog(childId: $c, first: 100) {
        edges { node { actor capacity operation changed } } } }"""
    names = [mark.text for mark in asking.village.marks.values() if "-name-" in mark.text]
    for who, other in ((MOTHER, FATHER), (FATHER, MOTHER)):
        await do(asking, other, "markMessageRead", "MarkMessageReadInput", messageId=str(people["child"]))
        said = await asking.graphql(who, document, {"c": str(people["child"])})
        nodes = [edge["node"] for edge in said.json["data"][LOG]["edges"]]
        families = [node for node in nodes if node["capacity"] == "family"]
        assert {node["actor"] for node in families} == {families[0]["actor"]}
        assert not [name for name in names if name.encode() in said.body]
        # Their own deeds by name, the other's not: no name oftener than they did it themselves, whatever ran before.
        told = Counter(node["operation"] for node in families)
        assert told["family"]
        async with asking.village.world.behind_the_walls() as connection:
            own = await connection.fetch(
                "select operation, count(*) as times from access_event where actor_id = $1 group by operation",
                people[who.name],
            )
        beyond = told - Counter({row["operation"]: row["times"] for row in own})
        assert set(beyond) == {"family"}, (who, beyond)
    said = await asking.graphql(LEADER, document, {"c": str(people["child"])})
    operations = {edge["node"]["operation"] for edge in said.json["data"][LOG]["edges"]}
    assert "mutation:declineConsent" in operations, "to the professionals the log names what was done"
