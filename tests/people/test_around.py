"""Who is around a child, their numbers, their protection, and a child that is not born yet."""

from datetime import timedelta
from typing import Any

import asyncpg
import pytest

from services.core.calendar.instants import local_day
from services.core.casework import family
from services.core.casework.service import load_case
from services.core.db.tx import new_id
from services.core.errors import ErrorCode, UserError
from services.core.identity import PersonId
from services.core.person import circle, onlookers, protection, reading
from services.core.person.circle import NewRelation
from services.core.person.details import PersonDetails
from services.core.person.family_circle import (
    RelationFacts,
    RelationKind,
    ShownTo,
    circle_kinds,
    may_record,
    protection_ends,
)
from services.core.person.periods import record_custody, record_enrolment
from services.core.person.service import NewPerson, record_person
from tests.builders.world import World


async def record(world: World, who: str, child: str, told: NewRelation) -> Any:
    async with world.api.write(world.north.who(who), "test.record") as tx:
        return await family.record_family_relation(tx, world.north.id(child), told)


async def seen_around(world: World, who: str, child: str) -> set[str]:
    async with world.api.read(world.north.who(who), "test.around") as tx:
        rows = await circle.around(tx, world.north.id(child))
        return {(await circle.details_of(tx, row)).name for row in rows}


async def code_of(world: World, who: str, child: str, told: NewRelation) -> UserError:
    with pytest.raises(UserError) as refused:
        await record(world, who, child, told)
    return refused.value


# ------------------------------------------------------------------------------------------------ the circle


def test_each_kind_says_what_it_may_and_may_not() -> None:
    """trap 7, trap 14: nobody of the circle has the portal or a consent; a companion and an interpreter are no party."""
    assert set(circle_kinds()) == set(RelationKind)
    for kind in circle_kinds().values():
        assert "consent" in kind.may_not
        assert kind.shown, kind.key
    for party in (RelationKind.BISIDDER, RelationKind.INTERPRETER):
        assert {"party", "agreements", "portal"} <= set(circle_kinds()[party].may_not)
        assert circle_kinds()[party].secrecy
    assert "holders_confidential" in circle_kinds()[RelationKind.PARENT_WITHOUT_CUSTODY].may_not


@pytest.mark.parametrize(
    ("changed", "needs"),
    [
        ({}, ()),
        ({"of_age": False}, ("ofAge",)),
        ({"bound_to_secrecy": False}, ("boundToSecrecy",)),
        ({"belongs_to": False}, ("belongsToId",)),
        ({"shown_to": ShownTo.FAMILY}, ("shownTo",)),
        ({"of_meeting": True}, ()),
    ],
)
def test_a_companion_is_15_and_bound_to_secrecy(changed: dict[str, Any], needs: tuple[str, ...]) -> None:
    """Barnets lov §6: 15 years, secrecy, with somebody; for one meeting or lasting."""
    said: dict[str, Any] = {
        "named": True,
        "belongs_to": True,
        "of_age": True,
        "bound_to_secrecy": True,
    } | changed
    decision = may_record(circle_kinds()[RelationKind.BISIDDER], RelationFacts(**said))
    assert decision.needs == needs
    assert all(reason.legal_basis for reason in decision.reasons)


async def test_a_parent_without_custody_has_no_access_and_no_trace_for_the_holders(world: World) -> None:
    """trap 7"""
    town = world.north
    before = await counted(world)
    relation = await record(
        world,
        "teacher",
        "child",
        NewRelation(kind=RelationKind.PARENT_WITHOUT_CUSTODY, name="Uden Prøve", person=None),
    )
    assert await counted(world) == before
    assert "Uden Prøve" in await seen_around(world, "teacher", "child")
    assert "Uden Prøve" in await seen_around(world, "leader", "child")
    for who in ("mother", "father", "psychologist", "other_mother", "adviser", "dpo", "administrator"):
        if who in ("dpo", "administrator"):
            with pytest.raises(asyncpg.InsufficientPrivilegeError):
                await seen_around(world, who, "child")
            continue
        assert await seen_around(world, who, "child") == set()
    async with world.api.write(town.who("teacher"), "test.give") as tx:
        asked = local_day(tx.now)
        with pytest.raises(UserError) as refused:
            await family.record_information_given(
                tx, relation, asked, "Trives hun?", "Ja", nothing_of_holder=False
            )
        assert refused.value.code is ErrorCode.RULE_BLOCKED
        assert "23" in (refused.value.legal_basis or "")
        given = await family.record_information_given(
            tx, relation, asked, "Trives hun?", "Ja", nothing_of_holder=True
        )
        assert (await circle.told_of(tx, given)).told == "Ja"
    async with world.api.read(town.who("mother"), "test.give") as tx:
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await circle.information_given(tx, [relation])


async def counted(world: World) -> int:
    async with world.behind_the_walls() as superuser:
        found: int = await superuser.fetchval("select count(*) from access_grant")
        return found


async def test_one_parents_partner_is_told_to_that_parent_alone(world: World) -> None:
    """trap 6"""
    town = world.north
    await record(
        world,
        "teacher",
        "child",
        NewRelation(kind=RelationKind.STEP_PARENT, name="Sted Prøve", belongs_to=town.id("mother")),
    )
    await record(
        world, "teacher", "child", NewRelation(kind=RelationKind.NETWORK_PERSON, name="Mormor Prøve")
    )
    assert {"Sted Prøve", "Mormor Prøve"} <= await seen_around(world, "mother", "child")
    assert await seen_around(world, "father", "child") == {"Mormor Prøve"}
    refused = await code_of(
        world,
        "teacher",
        "child",
        NewRelation(
            kind=RelationKind.STEP_PARENT, name="X", belongs_to=town.id("mother"), shown_to=ShownTo.FAMILY
        ),
    )
    assert refused.code is ErrorCode.RULE_BLOCKED


async def test_who_has_no_lasting_part_records_nobody_also_past_the_services(world: World) -> None:
    town, told = world.north, NewRelation(kind=RelationKind.NETWORK_PERSON, name="Ingen Prøve")
    for who, code in (
        ("psychologist", ErrorCode.NOT_FOUND),
        ("mother", ErrorCode.FORBIDDEN),
        ("adviser", ErrorCode.NOT_FOUND),
        ("dpo", ErrorCode.NOT_FOUND),
    ):
        assert (await code_of(world, who, "child", told)).code is code, who
        with pytest.raises((asyncpg.InsufficientPrivilegeError, UserError)):
            async with world.api.write(town.who(who), "test.past") as tx:
                await circle.record_relation(tx, town.id("child"), told)
    foreign = NewRelation(kind=RelationKind.STEP_PARENT, name="X", belongs_to=town.id("other_mother"))
    assert (await code_of(world, "teacher", "child", foreign)).field == ("input", "belongsToId")


async def test_an_ended_relation_stays_with_its_history(world: World) -> None:
    town = world.north
    relation = await record(
        world,
        "teacher",
        "child",
        NewRelation(kind=RelationKind.FOSTER_PARENT, name="Pleje Prøve", variant="respite"),
    )
    async with world.api.write(town.who("leader"), "test.end") as tx:
        row = await circle.relation(tx, relation)
        ended = await family.end_family_relation(tx, relation, row.version)
        assert (ended.recorded_by, ended.ended_by, ended.ended_at) == (
            town.id("teacher"),
            town.id("leader"),
            tx.now,
        )
        with pytest.raises(UserError):
            await circle.end_relation(tx, new_id())
    assert "Pleje Prøve" in await seen_around(world, "teacher", "child")


async def test_a_register_tells_again_and_nothing_changes(world: World) -> None:
    town, child = world.north, world.north.id("toddler")
    told = NewRelation(kind=RelationKind.PARENT_WITHOUT_CUSTODY, name="Register Prøve", source_key="reg-1")
    async with world.worker.write(town.system, "test.register") as tx:
        first = await circle.record_relation(tx, child, told)
        assert await circle.record_relation(tx, child, told) == first
        changed = NewRelation(kind=RelationKind.PARENT_WITHOUT_CUSTODY, name="Nyt Prøve", source_key="reg-1")
        assert await circle.record_relation(tx, child, changed) != first
        rows = await circle.around(tx, child)
        assert [row.ended_at is None for row in rows] == [True, False]


async def test_siblings_are_shown_as_far_as_each_child_may_be_seen(world: World) -> None:
    """trap 19: by a holder in common, or because somebody said so; never by way of the other child."""
    town = world.north

    async def found(who: str, child: str) -> set[PersonId]:
        async with world.api.read(town.who(who), "test.siblings") as tx:
            return {row.child_id for row in await circle.siblings(tx, town.id(child))}

    sibling, toddler, child = (town.id(name) for name in ("sibling", "toddler", "child"))
    assert await found("mother", "child") == {sibling, toddler}
    assert await found("father", "child") == {toddler}
    assert await found("leader", "child") == {sibling}
    assert await found("teacher", "child") == set()
    await record(
        world, "leader", "child", NewRelation(kind=RelationKind.SIBLING, person=town.id("neighbour"))
    )
    assert await found("leader", "neighbour") == {child}
    assert await found("leader", "child") == {sibling, town.id("neighbour")}
    for who in ("teacher", "mother", "father"):
        assert town.id("neighbour") not in await found(who, "child")
    assert await found("other_mother", "neighbour") == set()
    assert await found("adviser", "neighbour") == set()
    stranger = NewRelation(kind=RelationKind.SIBLING, person=town.id("toddler"))
    assert (await code_of(world, "teacher", "child", stranger)).code is ErrorCode.NOT_FOUND


# ------------------------------------------------------------------------------------------------ protection


async def test_protection_holds_from_the_moment_it_is_recorded_and_lapses_by_itself(world: World) -> None:
    """trap 6: CPR-loven §28, a year unless renewed, compared when it is used; the boundary is midnight in Copenhagen."""
    town, mother = world.north, world.north.id("mother")

    async def protected(who: str) -> bool:
        async with world.api.read(town.who(who), "test.protected") as tx:
            return mother in await protection.protected_now(tx, [mother])

    assert not await protected("leader")
    async with world.api.write(town.who("teacher"), "test.protect") as tx:
        today = local_day(tx.now)
        await family.record_family_protection(tx, town.id("child"), mother, "address", today, None)
    assert await protected("leader")
    assert await protected("father"), "the other parent is not shown the name: the page must know"
    assert not await protected("other_mother"), "of a stranger nobody learns even that"
    async with world.api.read(town.who("leader"), "test.holders") as reader:
        assert {one.name: one.protected for one in await reading.holders(reader, town.id("child"))}[
            "Aase Prøve"
        ]
        [row] = (await protection.protection_of(reader, [mother]))[mother]
        assert row.last_day == protection_ends(today)
        last = row.valid_until
    async with world.api.read(town.who("father"), "test.details") as reader:
        assert await protection.protection_of(reader, [mother]) == {}
        assert "Aase Prøve" not in {one.name for one in await onlookers.who_can_see(reader, town.id("child"))}
    with pytest.raises(UserError):
        async with world.api.write(town.who("teacher"), "test.protect") as tx:
            await family.record_family_protection(
                tx, town.id("child"), town.id("other_mother"), "name", today, None
            )
    async with world.api.read(town.who("leader"), "test.now") as reader:
        wait = last - reader.now
    await world.advance(int(wait.total_seconds()) - 60)
    assert await protected("leader")
    await world.advance(120)
    assert not await protected("leader")


async def test_a_register_renews_and_ends_a_protection(world: World) -> None:
    town = world.north
    async with world.worker.write(town.system, "test.told") as tx:
        today = local_day(tx.now)

        async def told(until: int | None) -> list[object]:
            last = None if until is None else today + timedelta(days=until)
            details = PersonDetails("Zenia Naboprøve", protected_name_until=last)
            person = await record_person(
                tx, NewPerson(source_key="other_mother", kind="adult", details=details)
            )
            rows = (await protection.protection_of(tx, [person])).get(person, [])
            return [(row.last_day - today).days for row in rows]

        assert await told(30) == [30]
        assert await told(30) == [30]
        assert await told(365) == [365]
        assert await told(None) == []


# ------------------------------------------------------------------------------------------------ unborn


async def test_an_unborn_child_is_born_once_and_everything_carries_over(world: World) -> None:
    """ALL-01: no CPR number before; the weeks count until birth, the ages from then."""
    town = world.north
    async with world.worker.write(town.system, "test.expected") as tx:
        expected = local_day(tx.now) + timedelta(days=40)
        told = NewPerson(
            source_key=str(new_id()),
            kind="subject",
            details=PersonDetails("Ufødt Prøve", expected_on=expected),
        )
        child = await record_person(tx, told)
        await record_enrolment(tx, child, town.people.units["school"], tx.now - timedelta(days=1))
        await record_custody(tx, child, town.id("mother"), tx.now - timedelta(days=1))
    async with world.api.read(town.who("leader"), "test.week") as tx:
        case = await load_case(tx, child)
        assert (case.child.born_on, case.facts.age, case.facts.pregnancy_week) == (None, None, 34)
        today = local_day(tx.now)
        version = case.child.version
    async with world.api.write(town.who("leader"), "test.born") as tx:
        with pytest.raises(UserError):
            await family.record_child_born(tx, child, today + timedelta(days=1), "Nyfødt Prøve", version)
        await family.record_child_born(tx, child, today, "Nyfødt Prøve", version)
    async with world.api.read(town.who("mother"), "test.week") as tx:
        case = await load_case(tx, child)
        assert (case.child.name, case.child.born_on, case.facts.age) == ("Nyfødt Prøve", today, 0)
        assert case.facts.pregnancy_week is None
    async with world.api.read(town.who("leader"), "test.of_age") as tx:
        [holder] = await reading.holders(tx, child)
        assert holder.valid_until.year == today.year + 18 or holder.valid_until.year == today.year + 17
        version = (await load_case(tx, child)).child.version
    async with world.api.write(town.who("leader"), "test.again") as tx:
        with pytest.raises(UserError) as refused:
            await family.record_child_born(tx, child, today, "Andet Prøve", version)
        assert refused.value.code is ErrorCode.CONFLICT
