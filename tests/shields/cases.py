"""A child with a case that everybody knows of, and beside it one that the parents must not know of."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final
from uuid import UUID

from services.core.identity import DossierId
from services.core.meeting.calling import CallMeeting, call_meeting
from services.core.meeting.invitees import Choice
from services.core.problem import store as problems
from services.core.problem.confirming import ConfirmFacts, confirm_facts
from services.core.problem.service import MoveLevel, OpenProblem, move_level, open_problem
from tests.builders.world import World
from tests.isolation.asking import _RANDOM, Asking, Who, unstamped
from tests.isolation.probes import Operation, queries
from tests.isolation.village import Family, Target

TYPE: Final = "netvaerksmoede_3"
FACT: Final = "violence_suspicion"
QUERIES: Final = queries()
LOG: Final = "accessLog"
_LOG: Final = """query($id: ID!, $after: String) { accessLog(childId: $id, first: 100, after: $after) {
    edges { node { at actor capacity operation changed } } pageInfo { hasNextPage endCursor } } }"""


@dataclass(frozen=True)
class Thing:
    """A problem and a meeting about it."""

    dossier: DossierId
    problem: UUID
    meeting: UUID


async def open_one(
    living: World, child: str = "child", leader: str = "leader", *, others: tuple[str, ...] = ()
) -> Thing:
    """The leader opens a problem on level 3 and calls a meeting about it in two weeks; the parents are invited."""
    town = living.north
    async with living.api.write(town.who(leader), "mutation:openProblem") as tx:
        problem = await open_problem(tx, OpenProblem(town.id(child), "institution", "Uro"))
    async with living.api.write(town.who(leader), "mutation:moveLevel") as tx:
        moved = MoveLevel(
            problem.id, 3, problem.version, "Haster", leader_involved=True, parents_involved=True
        )
        await move_level(tx, moved)
    async with living.api.write(town.who(leader), "mutation:callMeeting") as tx:
        meeting = await call_meeting(
            tx,
            CallMeeting(
                child=town.id(child),
                type=TYPE,
                starts_at=tx.now + timedelta(days=14),
                place="Skolen",
                problem=problem.id,
                choices=(
                    Choice("staff", person=town.id("teacher")),
                    Choice("network", name="Mormor"),
                    *(Choice(name, person=town.id(name)) for name in others),
                ),
                reason="Det haster.",
            ),
        )
    return Thing(problem.dossier_id, problem.id, meeting.id)


async def confirm(living: World, problem: UUID, *facts: str, by: str = "leader") -> None:
    """The leader confirms these facts and no others."""
    async with living.api.write(living.north.who(by), "mutation:confirmFacts") as tx:
        row = await problems.problem(tx, problem)
        await confirm_facts(tx, ConfirmFacts(problem, frozenset(facts), frozenset(), False, row.version))


def known_family(living: World, child: str, known: Thing | None) -> Family:
    """The ids that a parent knows of."""
    town = living.north
    family = Family("north", child, frozenset(), frozenset())
    family.add("child", Target(town.id(child)))
    if known is not None:
        family.add("problem", Target(known.problem))
        family.add("meeting", Target(known.meeting))
    return family


async def view(asking: Asking, who: Who, family: Family) -> dict[str, bytes]:
    """Everything that somebody can ask about a child, and every page that they can open, as bytes."""
    found = {}
    for operation in QUERIES:
        if operation.name == LOG:
            continue
        for variables in _asked(operation, family, asking.town("north").id("teacher")):
            said = await asking.graphql(who, operation.document, variables)
            body = unstamped(operation.name, said.body)
            found[f"{operation.name} {json.dumps(variables, default=str)}"] = body
    paths = ["/", "/agreements", "/consents", "/inbox", "/meetings"]
    paths += [f"/meetings/{one.id}" for one in family.targets.get("meeting", ())]
    for path in paths:
        answer = await asking.page(who, "GET", path)
        found[path] = str(answer.status).encode() + _RANDOM.sub(b"", answer.body)
    return found


async def log_of(asking: Asking, who: Who, child: UUID) -> list[dict[str, Any]]:
    """What the log tells somebody of what others did, newest first."""
    nodes: list[dict[str, Any]] = []
    after: str | None = None
    while True:
        said = await asking.graphql(who, _LOG, {"id": str(child), "after": after})
        page = said.json["data"][LOG]
        nodes += [edge["node"] for edge in page["edges"]]
        if not page["pageInfo"]["hasNextPage"]:
            return [node for node in nodes if node["capacity"] != "family"]
        after = page["pageInfo"]["endCursor"]


async def mutate(asking: Asking, who: Who, name: str, kind: str, **given: Any) -> Mapping[str, Any]:
    """A mutation; whatever it answers."""
    said = await asking.graphql(
        who,
        f"mutation($input: {kind}!) {{ {name}(input: $input) {{ errors {{ code message ruleId }} }} }}",
        {"input": given},
    )
    found: Mapping[str, Any] = said.json
    return found


def _asked(operation: Operation, family: Family, staff: UUID) -> list[dict[str, Any]]:
    if not operation.slots:
        return [dict(operation.variables)]
    needed = {slot.kind for slot in operation.slots} - {"person"}
    if needed - family.targets.keys():
        return []
    return [operation.filled(family, one, staff) for one in family.targets[operation.slots[0].kind]]
