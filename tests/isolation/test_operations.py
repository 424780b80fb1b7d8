"""Whatever somebody has no right to answers exactly as what does not exist, for every operation of the schema.

Actors are everyone who can log in in two towns, and nobody; targets are every row of three families; operations,
ids and versions come from the schema (`probes.py`). Nothing may change, and no answer may hold a mark that is not
the asker's (`village.py`).
"""

import re
from collections.abc import Iterator
from typing import Final
from uuid import UUID, uuid4

import pytest

from tests.isolation.asking import Asking, Said, Who, alike
from tests.isolation.glass import read_requests
from tests.isolation.probes import Operation, operations
from tests.isolation.strangers import CAPACITIES, asked_of, asks_about
from tests.isolation.village import EVERYONE, FAMILIES, Family, Target

OPERATIONS: Final = operations()
OVERSIGHT: Final = {"holds", "placeHold"}
"""What a DPO may do about any child of the municipality, and nobody else."""
ASKED_BY_OVERSIGHT: Final = {"whoCanSee", "accessLog", "emergenciesOfChild"}
"""What a DPO may ask about any child, beside those who see it."""
ABSENT: Final = UUID("0f0f0f0f-0f0f-4f0f-8f0f-0f0f0f0f0f0f")
WHO: Final = [
    Who("north", ""),
    *(Who(slug, name) for slug in ("north", "south") for name in sorted(EVERYONE)),
]
_REQUEST: Final = re.compile(r"accessRequests?\b|/access-requests")
_MARK: Final = re.compile(rb"mk\d{4}-[a-z0-9_-]+")


def may(who: Who, operation: Operation, family: Family, target: Target) -> bool:
    """Whether the row is somebody's own to ask for."""
    if who.town != family.town:
        return False
    if operation.name in OVERSIGHT:
        return who.name == "dpo"
    if operation.name in ASKED_BY_OVERSIGHT:
        # Who has a place in a meeting is told nothing of who else can see the child.
        return who.name == "dpo" or who.name in family.known
    return who.name in (family.circle if target.owners is None else target.owners)


def marks_in(said: Said) -> set[str]:
    """Every mark that an answer holds."""
    return {text.decode().rstrip("-") for text in _MARK.findall(said.body)}


def in_a_request(asking: Asking, who: Who, text: str, what: str) -> bool:
    """Whether it is a name that a request for access carries, read there by whoever answers it."""
    return who.name == "dpo" and text in asking.village.requested and bool(_REQUEST.match(what))


def assert_own_marks(asking: Asking, who: Who, said: Said, what: str) -> set[str]:
    """No mark in the answer is anyone else's."""
    found = marks_in(said)
    for text in found:
        mark = asking.village.marks[text]
        assert mark.town == who.town, f"{what}: {who} is told {text}"
        assert who.name in mark.readers or in_a_request(asking, who, text, what), (
            f"{what}: {who} is told {text}"
        )
    return found


def targets(asking: Asking, operation: Operation, slug: str) -> Iterator[tuple[Family, Target]]:
    """What an operation can be about, in the families of a town."""
    for family in asking.village.families.values():
        if family.town == slug:
            for target in family.targets[operation.slots[0].kind]:
                yield family, target


def of_states(found: list[tuple[Family, Target]]) -> list[tuple[Family, Target]]:
    """One of each family, state and owner: fifty messages alike teach no more than one."""
    return list({(f.name, t.state, t.owners): (f, t) for f, t in found}.values())


def foreign_targets(asking: Asking, who: Who, operation: Operation) -> Iterator[tuple[Family, Target]]:
    """What somebody asks about in the first town that is not theirs to ask about."""
    found = of_states(list(targets(asking, operation, "north")))
    for family in asking.village.families.values():
        if asks_about(who, family):
            rows = [t for f, t in found if f is family and not may(who, operation, family, t)]
            yield from ((family, target) for target in asked_of(who, family, operation.name, rows))


async def ask(asking: Asking, who: Who, operation: Operation, variables: object) -> Said:
    """Run an operation."""
    return await asking.graphql(who, operation.document, variables)  # type: ignore[arg-type]


@pytest.mark.parametrize("who", WHO, ids=str)
async def test_what_is_not_ones_own_answers_as_what_does_not_exist(asking: Asking, who: Who) -> None:
    before, asked = await asking.state(), 0
    staff = asking.town("north").id("teacher")
    for operation in OPERATIONS:
        if not operation.slots:
            continue
        absent: dict[str, Said] = {}
        stale_tried: set[str] = set()
        for family, target in foreign_targets(asking, who, operation):
            wanted = [operation.filled(family, target, staff)]
            if operation.versions and family.name not in stale_tried:
                stale_tried.add(family.name)
                wanted.append(operation.stale(wanted[0]))
            for filled in wanted:
                own_ids = [slot.path for slot in operation.slots if slot.kind != "person"]
                nothing = operation.with_ids(filled, dict.fromkeys(own_ids, ABSENT))
                said = await ask(asking, who, operation, filled)
                key = repr(nothing)
                if key not in absent:
                    absent[key] = await ask(asking, who, operation, nothing)
                what = f"{operation.name} of {family.name}'s {operation.slots[0].kind} {target.state}"
                assert alike(said, absent[key], {}), (
                    f"{what}: {who} tells it from nothing:\n{said.body!r}\n{absent[key].body!r}"
                )
                assert said.codes <= {"UNAUTHENTICATED", "FORBIDDEN", "NOT_FOUND"}, (what, said.body)
                assert not marks_in(said), what
                asked += 1
    assert asked > 50
    changed = {name for name, sum_ in (await asking.state()).items() if before[name] != sum_}
    assert not changed, f"{who} changed {changed} without a right to any of it"


@pytest.mark.parametrize("who", WHO, ids=str)
async def test_an_id_beside_ones_own_is_no_key_to_anothers(asking: Asking, who: Who) -> None:
    """A foreign problem in a meeting for one's own child, a foreign participant in one's own agreement, and so on."""
    before = await asking.state()
    families = asking.village.families.values()
    own = [family for family in families if family.town == who.town and who.name in family.circle]
    for operation in OPERATIONS:
        for family in own[:1] if len(operation.slots) > 1 else ():
            target = next(
                t
                for _, t in targets(asking, operation, who.town)
                if t in family.targets[operation.slots[0].kind]
            )
            filled = operation.filled(family, target, asking.town(who.town).id("teacher"))
            for slot in operation.slots[1:]:
                nothing = await ask(asking, who, operation, operation.with_ids(filled, {slot.path: ABSENT}))
                for other in families:
                    if (other.town == who.town and who.name in other.circle) or not asks_about(who, other):
                        continue
                    foreign = other.targets[slot.kind][:1]
                    if slot.kind == "person":
                        foreign = [*foreign, *other.targets["child"]]
                    for one in foreign:
                        said = await ask(
                            asking, who, operation, operation.with_ids(filled, {slot.path: one.id})
                        )
                        what = f"{operation.name} with {other.town}/{other.name}'s {slot.kind} as {slot.path}"
                        assert alike(said, nothing, {}), (what, str(who), said.body, nothing.body)
                        assert "INTERNAL" not in said.codes, (what, said.body)
                        assert said.codes or not operation.mutation, (what, "was taken", said.body)
                        assert_own_marks(asking, who, said, what)
    changed = {name for name, sum_ in (await asking.state()).items() if before[name] != sum_}
    assert not changed, f"{who} changed {changed}"


async def test_everyone_reads_their_own_and_no_more(asking: Asking) -> None:
    """All queries with all their fields, by everyone; and every mark is found by somebody, or the test is blind."""
    await read_requests(asking.village)
    seen: set[str] = set()
    for who in WHO[1:]:
        for operation in OPERATIONS:
            if operation.mutation:
                continue
            if not operation.slots:
                said = await ask(asking, who, operation, dict(operation.variables))
                assert not said.codes - {"FORBIDDEN"}, (operation.name, said.body)
                seen |= assert_own_marks(asking, who, said, operation.name)
                continue
            for family, target in of_states(list(targets(asking, operation, who.town))):
                if may(who, operation, family, target):
                    filled = operation.filled(family, target, asking.town(who.town).id("teacher"))
                    said = await ask(asking, who, operation, filled)
                    assert not said.codes - {"FORBIDDEN"}, (operation.name, str(who), said.body)
                    seen |= assert_own_marks(asking, who, said, f"{operation.name} of {family.name}")
    unseen = {mark.text for mark in asking.village.marks.values() if mark.found} - seen
    assert not unseen, "nobody can read these at all: the probe does not reach them"


async def test_nobody_is_told_only_that_nobody_is_logged_in(asking: Asking) -> None:
    for operation in OPERATIONS:
        said = await ask(asking, WHO[0], operation, dict(operation.variables))
        assert said.codes == {"UNAUTHENTICATED"}, (operation.name, said.body)
        assert said.status == 401


async def test_a_session_of_one_town_is_none_in_another(asking: Asking) -> None:
    for here, there in (("north", "south"), ("south", "north")):
        for name in sorted(EVERYONE):
            session = asking.town(here).sessions[name]
            headers = asking.headers(Who(there, ""))
            for shown in (
                {"authorization": f"Bearer {session.bearer}"},
                {"cookie": f"rundbord-session-8000={session.cookie}", "origin": f"http://{headers['host']}"},
            ):
                for document in (
                    "{ viewer { person { name } } }",
                    'mutation { markMessageRead(input: {messageId: "x"}) { done } }',
                ):
                    answer = await asking.client.post(
                        "/graphql", json={"query": document}, headers=headers | shown
                    )
                    assert answer.status_code == 401, answer.text
                    (error,) = answer.json()["errors"]
                    assert error["extensions"]["code"] == "UNAUTHENTICATED"
                me = await asking.client.get(
                    "/auth/me", headers=headers | shown | {"accept": "application/json"}
                )
                assert me.status_code == 401


async def test_every_mutation_tells_its_own_people_more(asking: Asking) -> None:
    """The probes can see: for each operation there is someone whom the real id answers otherwise than none."""
    blind = []
    for operation in OPERATIONS:
        if operation.slots and not await _sees(asking, operation):
            blind.append(operation.name)
    assert not blind


def test_every_capacity_asks_about_every_family() -> None:
    for family in FAMILIES:
        for town in ("north", "south"):
            asked = Family(town, family, frozenset(), frozenset())
            for there in ("north", "south"):
                asking = {CAPACITIES[name] for name in EVERYONE if asks_about(Who(there, name), asked)}
                assert asking == set(CAPACITIES.values())


async def _sees(asking: Asking, operation: Operation) -> bool:
    for family, target in of_states(list(targets(asking, operation, "south"))):
        for name in sorted(EVERYONE):
            who = Who("south", name)
            if may(who, operation, family, target):
                filled = operation.stale(operation.filled(family, target, asking.town("south").id("teacher")))
                nothing = operation.with_ids(filled, {operation.slots[0].path: uuid4()})
                before = await asking.state() if operation.mutation else {}
                said, empty = (
                    await ask(asking, who, operation, filled),
                    await ask(asking, who, operation, nothing),
                )
                if said.body != empty.body:
                    assert "INTERNAL" not in said.codes, (operation.name, said.body)
                    return True
                # An answer that never says more: then it must be the deed that differs.
                if operation.mutation and await asking.state() != before:
                    return True
    return False
