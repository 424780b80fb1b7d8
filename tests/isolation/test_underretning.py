"""A family is never told of an underretning: by no page of its own, no list, no count, and no name in the log (trap 9)."""

import json
from typing import Final

import pytest

from tests.builders.people import ADULTS
from tests.isolation.asking import Asking, Who
from tests.isolation.probes import operations
from tests.isolation.test_operations import ask, of_states, targets
from tests.isolation.village import HOLDERS

LOG: Final = """query($id: ID!) { accessLog(childId: $id, first: 100) {
    edges { node { actor capacity operation changed } } } }"""


@pytest.mark.parametrize("name", sorted(ADULTS))
async def test_no_answer_to_a_family_holds_the_word(asking: Asking, name: str) -> None:
    who, asked = Who("north", name), 0
    for operation in operations():
        if operation.mutation or "nderretning" in operation.name:
            continue
        wanted = [dict(operation.variables)]
        if operation.slots:
            found = of_states(list(targets(asking, operation, "north")))
            wanted = [operation.filled(*one, asking.town("north").id("teacher")) for one in found]
        for variables in wanted:
            said = await ask(asking, who, operation, variables)
            # The fields are there for everyone to ask for; to a family they are null.
            for key in (b'"underretninger":null', b'"notifications":null'):
                said_ = said.body.replace(key, b"")
                said = type(said)(said.status, said.headers, said_)
            assert b"nderretning" not in said.body, (operation.name, said.body)
            asked += 1
    assert asked > 10


async def test_the_log_tells_a_family_who_and_when_and_not_what(asking: Asking) -> None:
    town = asking.town("north")
    # What stands newest in every log is a deed with the word in its name.
    for leader in ("leader", "daycare_leader"):
        read = "{ underretninger(first: 100) { edges { node { text } } } }"
        assert b"-underretning" in (await asking.graphql(Who("north", leader), read)).body
    for child, holders in HOLDERS.items():
        for name in holders:
            said = await asking.graphql(Who("north", name), LOG, {"id": str(town.id(child))})
            nodes = [edge["node"] for edge in json.loads(said.body)["data"]["accessLog"]["edges"]]
            others = {node["operation"] for node in nodes if node["capacity"] != "family"}
            assert "look" in others
            assert others <= {"look", "change"}
    said = await asking.graphql(Who("north", "leader"), LOG, {"id": str(town.id("child"))})
    assert b"query:underretninger" in said.body
