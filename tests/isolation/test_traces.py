"""Trap 17: whatever shows a child's data leaves an access event that names the child, for every question there is."""

import re
from typing import Final
from uuid import UUID

import pytest

from tests.builders.people import CHILDREN
from tests.isolation.asking import Asking, Said, Who
from tests.isolation.test_operations import OPERATIONS, marks_in, may, of_states, targets
from tests.isolation.village import FAMILIES, Family

READERS: Final = [Who("north", name) for name in ("leader", "teacher", "mother", "adviser")]
WITHOUT_NAME: Final = re.compile("-(unnamed-|slot$)")
"""Of consultations and their places, which are of no child: an event that named one would be the path back to it."""
OF_WHO_ASKED: Final = frozenset({"accessRequest"})
"""Requests hang on who made them and leave no trace in the child's log, which the other parent reads (ADR 33)."""
_NEW: Final = """
    select e.id, e.subjects && array(
        select d.audit_pseudonym from rundbord.dossier d
        where d.id in (select p.dossier_id from rundbord.person p where p.id = $2
                       union all select c.dossier_id from rundbord.casework c where c.child_id = $2)) as names_child,
        cardinality(e.subjects) > 0 as names_somebody
    from rundbord.access_event e where e.actor_id = $1 and not e.id = any ($3::uuid[])"""


async def events(
    asking: Asking, who: Who, child: UUID | None, before: set[UUID]
) -> dict[UUID, tuple[bool, bool]]:
    """Events of somebody beside those before: whether each names the child, and anybody at all."""
    async with asking.village.world.behind_the_walls() as connection:
        rows = await connection.fetch(_NEW, asking.town(who.town).id(who.name), child, list(before))
    return {row["id"]: (row["names_child"], row["names_somebody"]) for row in rows}


def child_of(family: Family) -> UUID:
    """The child whose family it is."""
    return family.targets["child"][0].id


def told_of(said: Said) -> set[str]:
    """The children whose marks an answer holds; a colleague's or a unit's name, or one's own, is none of a child's."""
    found = set()
    for mark in marks_in(said):
        what = mark.split("-", 2)[2]
        if WITHOUT_NAME.search(what):
            continue
        name = what.removeprefix("child-")
        found |= {name} if name in CHILDREN else {one for one in FAMILIES if what.startswith(f"{one}-")}
    return found


@pytest.mark.parametrize("who", READERS, ids=str)
async def test_a_question_that_shows_a_child_leaves_an_event_that_names_it(asking: Asking, who: Who) -> None:
    shown = 0
    known = set(await events(asking, who, None, set()))
    for operation in OPERATIONS:
        if operation.mutation:
            continue
        if not operation.slots:
            said = await asking.graphql(who, operation.document, operation.variables)
            new = await events(asking, who, None, known)
            known |= set(new)
            if told_of(said):
                shown += 1
                assert any(somebody for _, somebody in new.values()), (
                    f"{operation.name}: no event names anybody"
                )
            continue
        for family, target in of_states(list(targets(asking, operation, who.town))):
            if not may(who, operation, family, target):
                continue
            filled = operation.filled(family, target, asking.town(who.town).id("teacher"))
            said = await asking.graphql(who, operation.document, filled)
            new = await events(asking, who, child_of(family), known)
            known |= set(new)
            if family.name in told_of(said):
                shown += 1
                what = f"{operation.name} of {family.name}'s {operation.slots[0].kind} {target.state}"
                named = any(
                    somebody if operation.name in OF_WHO_ASKED else child for child, somebody in new.values()
                )
                assert named, f"{what}: shown, and no event names the child"
    assert shown > 10
