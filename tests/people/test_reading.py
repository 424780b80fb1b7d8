"""What each capacity reads about people: own children, own school, own relations; never the other town."""

from datetime import timedelta
from typing import Any

import pytest

from services.core.errors import ErrorCode, UserError
from services.core.person import colleagues, onlookers, reading
from services.core.person.periods import record_employment
from services.core.person.rules import danish_key
from tests.builders.world import World


async def _children(world: World, name: str, **asked: Any) -> list[str]:
    async with world.api.read(world.north.who(name), "test.children") as tx:
        return [child.name for child in (await reading.children(tx, **asked)).items]


@pytest.mark.parametrize(
    ("who", "sees"),
    [
        ("leader", ["Asta Prøve", "Bo Naboprøve", "Øjvind Prøve"]),
        ("daycare_leader", ["Aage Prøve"]),
        ("teacher", ["Asta Prøve"]),
        ("health_visitor", ["Aage Prøve"]),
        ("adviser", ["Bo Naboprøve"]),
        ("psychologist", []),
        ("mother", ["Asta Prøve", "Øjvind Prøve", "Aage Prøve"]),
        ("father", ["Asta Prøve", "Aage Prøve"]),
        ("other_mother", ["Bo Naboprøve"]),
        ("dpo", []),
        ("administrator", []),
    ],
)
async def test_children_by_capacity_in_danish_order(world: World, who: str, sees: list[str]) -> None:
    assert await _children(world, who) == sees


async def test_pages_and_search(world: World) -> None:
    async with world.api.read(world.north.who("mother"), "test.children") as tx:
        first = await reading.children(tx, first=2)
        rest = await reading.children(tx, first=2, after=first.items[-1].id)
        with pytest.raises(UserError) as refused:
            await reading.children(tx, after=world.north.id("neighbour"))
    assert refused.value.code is ErrorCode.INVALID_INPUT
    assert [c.name for c in (*first.items, *rest.items)] == ["Asta Prøve", "Øjvind Prøve", "Aage Prøve"]
    assert (first.has_next, rest.has_next, first.total) == (True, False, 3)
    assert await _children(world, "leader", search="nabo") == ["Bo Naboprøve"]
    assert await _children(world, "leader", search="øj") == ["Øjvind Prøve"]


async def test_only_the_page_counts_as_seen(world: World) -> None:
    async with world.api.read(world.north.who("leader"), "test.page") as tx:
        page = await reading.children(tx, first=1)
        assert tx.touched == {page.items[0].dossier_id}


async def test_a_foreign_child_is_absent(world: World) -> None:
    foreign = [world.south.id("child"), world.north.id("neighbour")]
    async with world.api.read(world.north.who("mother"), "test.child") as tx:
        assert await reading.children_of(tx, foreign) == {}
        assert await onlookers.who_can_see(tx, foreign[0]) == []
        assert (await onlookers.access_events(tx, foreign[1])).items == ()
        assert await colleagues.names(tx, foreign) == {}


async def test_names_are_given_to_those_who_may_know_them(world: World) -> None:
    people = [world.north.id(name) for name in ("mother", "father", "leader", "child")]

    async def known(who: str) -> list[str]:
        async with world.api.read(world.north.who(who), "test.names") as tx:
            found = await colleagues.names(tx, people)
        return [found.get(person, "") for person in people]

    assert await known("leader") == ["Aase Prøve", "Ørn Prøve", "Lis Lederprøve", "Asta Prøve"]
    assert await known("teacher") == ["Aase Prøve", "Ørn Prøve", "Lis Lederprøve", "Asta Prøve"]
    # Trap 6: one parent is not told about the other.
    assert await known("father") == ["", "Ørn Prøve", "Lis Lederprøve", "Asta Prøve"]
    assert await known("other_mother") == ["", "", "Lis Lederprøve", ""]


async def test_holders_of_a_child(world: World) -> None:
    async with world.api.read(world.north.who("leader"), "test.holders") as tx:
        both = await reading.holders(tx, world.north.id("child"))
    assert {holder.name for holder in both} == {"Aase Prøve", "Ørn Prøve"}
    async with world.api.read(world.north.who("father"), "test.holders") as tx:
        own = await reading.holders(tx, world.north.id("child"))
    assert [holder.name for holder in own] == ["Ørn Prøve"]


async def test_staff_are_found_by_the_beginning_of_a_name(world: World) -> None:
    async with world.api.read(world.north.who("leader"), "test.staff") as tx:
        page = await colleagues.staff_page(tx, search="klas", first=5)
        one = await colleagues.staff_page(tx, first=3)
        two = await colleagues.staff_page(tx, first=50, after=one.items[-1].person_id)
        none = await colleagues.staff_page(tx, search="%")
        led = await colleagues.leaders(tx, world.north.people.units["school"])
        close = await colleagues.relations(tx, world.north.id("child"))
    assert [staff.name for staff in page.items] == ["Klaus Klasseprøve"]
    assert one.has_next
    assert not two.has_next
    assert one.total == two.total == len(one.items) + len(two.items) == 6
    names = [staff.name for staff in (*one.items, *two.items)]
    assert names == sorted(names, key=danish_key)
    assert none.items == ()
    assert [leader.name for leader in led] == ["Lis Lederprøve"]
    assert [(r.kind, r.name) for r in close] == [("class_teacher", "Klaus Klasseprøve")]


async def test_a_family_sees_who_can_see_and_who_looked(world: World) -> None:
    child = world.north.id("sibling")
    async with world.api.read(world.north.who("leader"), "test.looked") as tx:
        assert await reading.child(tx, child)
    async with world.api.read(world.north.who("mother"), "test.who") as tx:
        access = await onlookers.who_can_see(tx, child)
        events = await onlookers.access_events(tx, child, first=1)
        older = await onlookers.access_events(
            tx, child, before=(events.items[-1].occurred_at, events.items[-1].id)
        )
    told = {(a.name, a.capacity, a.reason) for a in access}
    assert told == {(None, "family", "custody"), ("Lis Lederprøve", "leader", "leader_of_unit")}
    assert [(e.name, e.operation, e.changed) for e in events.items] == [
        ("Lis Lederprøve", "test.looked", False)
    ]
    assert events.items[0].id not in {e.id for e in older.items}


async def test_who_leads_from_above_is_named_too(world: World) -> None:
    town = world.south
    async with world.worker.write(town.system, "test.promote") as tx:
        area = town.people.units["area"]
        await record_employment(tx, town.id("psychologist"), area, "leader", tx.now - timedelta(days=1))
    async with world.api.read(town.who("mother"), "test.who") as tx:
        access = await onlookers.who_can_see(tx, town.id("child"))
    leaders = {one.name for one in access if one.reason == "leader_of_unit"}
    assert leaders == {"Lis Lederprøve", "Palle Psykologprøve"}


def test_the_danish_alphabet_ends_in_ae_oe_aa() -> None:
    names = ["Åse", "Aase", "Ærling", "Østen", "Zita", "Adam", "Bo"]
    assert sorted(names, key=danish_key) == ["Adam", "Bo", "Zita", "Ærling", "Østen", "Åse", "Aase"]


async def test_database_and_python_sort_alike(world: World) -> None:
    names = ["Åse", "Aase Ø", "ærling", "Østen", "Zita", "Adam", "ö", "Ü", "yt"]
    async with world.behind_the_walls() as connection:
        there = [await connection.fetchval("select rundbord.danish_key($1)", name) for name in names]
    assert there == [danish_key(name) for name in names]
