"""In the village: somebody around each child, and a move that lies far ahead."""

from datetime import timedelta
from typing import Final

from services.core.calendar.instants import local_day
from services.core.casework import family as recording
from services.core.person.circle import NewRelation, relation
from services.core.person.family_circle import RelationKind, ShownTo
from tests.builders.world import Town
from tests.isolation.rows import Family, Target, Village

LASTING: Final = {
    "child": frozenset({"leader", "teacher"}),
    "neighbour": frozenset({"leader", "adviser"}),
    "toddler": frozenset({"daycare_leader", "health_visitor"}),
}
"""Who has more to do with a child than a place in a meeting."""


async def around(village: Village, town: Town, family: Family, leader: str) -> None:
    """Record both, each with marks of its own."""
    lasting = LASTING[family.name]
    holders = family.circle - family.staff

    def mark(what: str, readers: frozenset[str]) -> str:
        return village.mark(town.slug, f"{family.name}-{what}", readers)

    child = town.id(family.name)
    async with village.world.api.write(town.who(leader), "test.around") as tx:
        rows = []
        for kind, shown, readers in (
            (RelationKind.NETWORK_PERSON, ShownTo.FAMILY, lasting | holders),
            (RelationKind.PARENT_WITHOUT_CUSTODY, ShownTo.NOBODY, lasting),
        ):
            told = NewRelation(
                kind=kind,
                name=mark(f"around-{kind.value}", readers),
                contact=mark(f"contact-{kind.value}", lasting),
                note=mark(f"note-{kind.value}", lasting),
                shown_to=shown,
            )
            rows.append(await recording.record_family_relation(tx, child, told))
        for row in rows[1:]:
            said = [mark(what, lasting) for what in ("asked", "told")]
            today = local_day(tx.now)
            await recording.record_information_given(tx, row, today, *said, nothing_of_holder=True)
            family.add("family_relation", Target(row, (await relation(tx, row)).version, owners=lasting))
        moves = recording.ChildMoved(
            child, local_day(tx.now) + timedelta(days=5000), mark("moves-to", lasting)
        )
        departure = await recording.record_child_moved(tx, moves)
        family.add("departure", Target(departure.id, departure.version, owners=lasting))
