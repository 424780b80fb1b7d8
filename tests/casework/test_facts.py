"""Where the facts of a case come from: the child's place, the weeks before birth, who works with the family, what is
confirmed of the case as a whole."""

from datetime import date, timedelta
from typing import Any

import pytest

from services.core.calendar.instants import local_day
from services.core.casework.rules import offers_due
from services.core.casework.service import load_case
from services.core.errors import ErrorCode, UserError
from services.core.identity import PersonId
from services.core.person.details import PersonDetails
from services.core.person.periods import record_custody, record_enrolment, record_relation
from services.core.person.rules import pregnancy_week
from services.core.person.service import NewPerson, record_birth, record_person
from services.core.problem.confirming import ConfirmCase, confirm_case
from tests.builders.world import World
from tests.casework.steps import DAY, confirmed, looked_at


@pytest.mark.parametrize(
    ("days_to_term", "week"),
    [(281, None), (280, 0), (274, 0), (273, 1), (182, 14), (155, 17), (154, 18), (0, 40), (-7, 41)],
)
def test_weeks_of_pregnancy_are_whole_weeks_of_the_forty(days_to_term: int, week: int | None) -> None:
    today = date(2026, 11, 22)
    assert pregnancy_week(today + timedelta(days=days_to_term), today) == week
    assert pregnancy_week(None, today) is None


async def unborn(world: World, weeks: int, days: int) -> PersonId:
    """A child that is not born, without a CPR number (ALL-01), so far along."""
    people = world.north.people
    async with world.worker.write(world.north.system, "test.unborn") as tx:
        term = local_day(tx.now) + timedelta(weeks=40) - timedelta(weeks=weeks, days=days)
        told = NewPerson(
            source_key="unborn", kind="subject", details=PersonDetails("Ufødt", expected_on=term)
        )
        person = people.ids["unborn"] = await record_person(tx, told)
        await record_enrolment(tx, person, people.units["health"], tx.now - timedelta(days=1))
        await record_custody(tx, person, people.ids["mother"], tx.now - timedelta(days=1))
        visitor = people.ids["health_visitor"]
        await record_relation(tx, person, visitor, "health_visitor", tx.now - timedelta(days=1))
    return person


async def test_SL_16_an_early_visit_is_offered_in_weeks_14_to_17_and_ALL_01_without_a_cpr_number(
    slagelse: World,
) -> None:
    async def early_visit() -> bool:
        async with slagelse.api.read(slagelse.north.who("health_visitor"), "test.offers") as tx:
            case = await load_case(tx, slagelse.north.id("unborn"))
            return "early_visit" in {one.key for one in offers_due(case.model, case.facts, tx.now)}

    person = await unborn(slagelse, 13, 6)
    async with slagelse.worker.read(slagelse.north.system, "test.keys") as tx:
        assert await tx.keyring.births(slagelse.north.tenant, [person]) in ({}, {person: None})
    assert not await early_visit()
    await confirmed(slagelse, "health_visitor", "unborn", "young_family_challenged")
    facts = (await looked_at(slagelse, "health_visitor", "unborn")).facts
    assert (facts.age, facts.stage, facts.pregnancy_week) == (None, "unborn", 13)
    assert not await early_visit()
    await slagelse.advance(DAY)
    assert (await looked_at(slagelse, "health_visitor", "unborn")).facts.pregnancy_week == 14
    assert await early_visit()
    await slagelse.advance(27 * DAY)
    assert (await looked_at(slagelse, "health_visitor", "unborn")).facts.pregnancy_week == 17
    assert await early_visit()
    await slagelse.advance(DAY)
    assert (await looked_at(slagelse, "health_visitor", "unborn")).facts.pregnancy_week == 18
    assert not await early_visit()
    async with slagelse.worker.write(slagelse.north.system, "test.born") as tx:
        await record_birth(tx, person, local_day(tx.now))
    born = (await looked_at(slagelse, "health_visitor", "unborn")).facts
    assert (born.age, born.pregnancy_week) == (0, None)


async def test_departments_are_those_of_the_place_of_relations_threads_and_meetings(slagelse: World) -> None:
    services = {one.key: one.service for one in slagelse.north.model.professions}
    place = {one.key: one.service for one in slagelse.north.model.unit_kinds}["school"]
    of_child = (await looked_at(slagelse, "leader", "child")).facts.departments
    assert of_child == {place, services["class_teacher"]} - {""}
    of_neighbour = (await looked_at(slagelse, "leader", "neighbour")).facts.departments
    assert services["social_worker"] in of_neighbour
    # Several departments: the family is offered one plan (SL-11).
    async with slagelse.api.read(slagelse.north.who("leader"), "test.offers") as tx:
        case = await load_case(tx, slagelse.north.id("neighbour"))
        assert "en_plan" in {one.key for one in offers_due(case.model, case.facts, tx.now)}


async def test_SL_20_an_event_has_its_day_and_SL_03_risk_is_said_of_the_case(slagelse: World) -> None:
    async with slagelse.api.read(slagelse.north.who("leader"), "test.day") as tx:
        today = local_day(tx.now)
    await confirmed(slagelse, "leader", "child", "family_event", on=today - timedelta(days=9))
    await confirmed(slagelse, "leader", "child", "family_event", "risk_factors")
    facts = (await looked_at(slagelse, "leader", "child")).facts
    assert facts.facts == {"family_event", "risk_factors"}
    days = {event.fact: event.on for event in facts.events}
    assert days == {"family_event": today - timedelta(days=9), "risk_factors": today}
    # The day can be set right without taking the fact back.
    await confirmed(
        slagelse, "leader", "child", "family_event", days={"family_event": today - timedelta(days=12)}
    )
    (event,) = (await looked_at(slagelse, "leader", "child")).facts.events
    assert event.on == today - timedelta(days=12)


async def test_a_day_to_come_an_unknown_fact_and_a_day_of_no_fact_are_refused(slagelse: World) -> None:
    async with slagelse.api.read(slagelse.north.who("leader"), "test.day") as tx:
        tomorrow = local_day(tx.now) + timedelta(days=1)
    refusals: tuple[tuple[list[str], dict[str, Any], str, str], ...] = (
        (["family_event"], {"on": tomorrow}, "problem.day_not_come", "on"),
        (["family_event"], {"days": {"family_event": tomorrow}}, "problem.day_not_come", "days"),
        (["made_up"], {}, "problem.unknown_fact", "facts"),
        ([], {"days": {"family_event": date(2026, 1, 1)}}, "problem.day_of_no_fact", "days"),
    )
    for facts, days, key, where in refusals:
        with pytest.raises(UserError) as refused:
            await confirmed(slagelse, "leader", "sibling", *facts, **days)
        assert (refused.value.code, refused.value.message_key) == (ErrorCode.INVALID_INPUT, key)
        assert refused.value.field == ("input", where)


async def test_who_comes_second_is_told_of_a_conflict(slagelse: World) -> None:
    casework = await confirmed(slagelse, "leader", "sibling")
    for version in (0, casework.version - 1, casework.version + 1):
        async with slagelse.api.write(slagelse.north.who("leader"), "test.second") as tx:
            with pytest.raises(UserError) as refused:
                await confirm_case(tx, ConfirmCase(slagelse.north.id("sibling"), frozenset(), version))
        assert refused.value.code is ErrorCode.CONFLICT


async def test_nobody_else_confirms_and_no_family_reads_it(slagelse: World) -> None:
    casework = await confirmed(slagelse, "leader", "neighbour", "family_event")
    for who in ("teacher", "health_visitor", "psychologist", "mother", "other_mother", "dpo"):
        async with slagelse.api.write(slagelse.north.who(who), "test.confirm") as tx:
            with pytest.raises(UserError) as refused:
                await confirm_case(
                    tx, ConfirmCase(slagelse.north.id("neighbour"), frozenset(), casework.version)
                )
        assert refused.value.code in (ErrorCode.NOT_FOUND, ErrorCode.FORBIDDEN)
    async with slagelse.api.write(slagelse.south.who("leader"), "test.confirm") as tx:
        with pytest.raises(UserError) as refused:
            await confirm_case(tx, ConfirmCase(slagelse.north.id("neighbour"), frozenset(), 1))
    assert refused.value.code is ErrorCode.NOT_FOUND
    own = (await looked_at(slagelse, "other_mother", "neighbour")).facts
    assert (own.facts, own.events, own.departments) == (frozenset(), (), frozenset())
