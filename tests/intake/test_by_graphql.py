"""A system's own way in: an import told in calls, by a bearer token, over HTTP; sent twice, it is taken once."""

import asyncio
from collections.abc import Iterator
from typing import Any

import pytest

from services.core.intake import working
from tests.builders.world import World
from tests.portal.real import Portal, served

_ANSWER = """intake { id state version rowCount rowsDone missing
    counts { checked kind action number }
    rowErrors { edges { node { row kind column code message } } }
    changes { edges { node { row kind action fields { column before after } } } } } errors { code message field }"""


@pytest.fixture(scope="module")
def portal(world: World) -> Iterator[Portal]:
    with served(world) as running:
        yield running


def ask(portal: Portal, name: str, mutation: str, kind: str, given: dict[str, Any], key: str = "") -> Any:
    """One mutation, as a system sends it."""
    person = portal.person(portal.world.north, name)
    answer = person.client.post(
        "/graphql",
        json={
            "query": f"mutation($input: {kind}!) {{ {mutation}(input: $input) {{ {_ANSWER} }} }}",
            "variables": {"input": given},
        },
        headers={
            "authorization": f"Bearer {portal.world.north.sessions[name].bearer}",
            "cookie": "",
            "accept": "application/json",
            **({"idempotency-key": key} if key else {}),
        },
    )
    assert answer.status_code == 200, answer.text
    return answer.json()["data"][mutation]


async def test_a_system_tells_in_calls(portal: Portal) -> None:
    async def say(mutation: str, kind: str, given: dict[str, Any], key: str = "") -> Any:
        return await asyncio.to_thread(ask, portal, "administrator", mutation, kind, given, key)

    begun = await say(
        "beginIntake", "BeginIntakeInput", {"source": "ksd", "kinds": ["UNIT", "STAFF", "EMPLOYMENT"]}
    )
    run, version = begun["intake"]["id"], begun["intake"]["version"]
    records = [
        {"kind": "UNIT", "key": "u1", "name": "Kløverskolen", "unitKind": "school"},
        {"kind": "STAFF", "key": "s1", "name": "Nu Navnprøve", "email": "ikke en adresse"},
        {"kind": "STAFF", "key": "s2", "name": "Ny Navnprøve", "profession": "class_teacher"},
        {"kind": "UNIT", "key": "u2", "name": "x", "cpr": "7101176001"},
    ]
    told = {"runId": run, "records": records, "expectedVersion": version}
    first = await say("tellIntake", "TellIntakeInput", told, "one")
    assert await say("tellIntake", "TellIntakeInput", told, "one") == first
    again = await say("tellIntake", "TellIntakeInput", told, "two")
    assert [error["code"] for error in again["errors"]] == ["CONFLICT"]
    version = first["intake"]["version"]
    more = [
        {"kind": "EMPLOYMENT", "staff": "s2", "unit": "u1", "role": "professional", "firstDay": "2026-08-01"}
    ]
    second = await say(
        "tellIntake", "TellIntakeInput", {"runId": run, "records": more, "expectedVersion": version}
    )
    wrong = [edge["node"] for edge in second["intake"]["rowErrors"]["edges"]]
    assert [(one["row"], one["column"], one["code"]) for one in wrong] == [
        (2, "mail", "mail_unreadable"),
        (4, "cpr", "of_other_kind"),
    ]
    version = second["intake"]["version"]
    other = await say(
        "tellIntake",
        "TellIntakeInput",
        {
            "runId": run,
            "records": [{"kind": "DEATH", "person": "x", "day": "2026-01-01"}],
            "expectedVersion": version,
        },
    )
    assert [error["code"] for error in other["errors"]] == ["INVALID_INPUT"]
    done = await say("applyIntake", "ApplyIntakeInput", {"runId": run, "expectedVersion": version})
    assert done["intake"]["state"] == "APPLYING"
    await working.go_on(portal.world.worker, portal.world.north.system)
    said = await say("cancelIntake", "CancelIntakeInput", {"runId": run})
    assert (said["intake"]["state"], said["intake"]["rowsDone"]) == ("DONE", 5)
    assert {(one["kind"], one["action"]): one["number"] for one in said["intake"]["counts"]} == {
        ("UNIT", "NEW"): 1,
        ("STAFF", "NEW"): 1,
        ("EMPLOYMENT", "NEW"): 1,
        ("STAFF", "WRONG"): 1,
        ("UNIT", "WRONG"): 1,
    }
    shown = [edge["node"] for edge in said["intake"]["changes"]["edges"]]
    assert shown[0]["fields"][0] == {"column": "navn", "before": "", "after": "Kløverskolen"}


@pytest.mark.parametrize("name", ["leader", "dpo", "mother"])
def test_nobody_else_begins_one(portal: Portal, name: str) -> None:
    said = ask(portal, name, "beginIntake", "BeginIntakeInput", {"source": "x", "kinds": ["UNIT"]})
    assert [error["code"] for error in said["errors"]] == ["FORBIDDEN"]
