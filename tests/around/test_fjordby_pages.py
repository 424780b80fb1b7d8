"""The made-up municipality's exchanges by forms alone: counted, shown to the family, and not while a shield stands."""

from collections.abc import Iterator

import pytest

from tests.around.conftest import confirmed
from tests.around.steps import refused
from tests.builders.world import World
from tests.portal.inspect_page import text_of
from tests.portal.real import Portal, served

GIVEN = {"withWhom": "Sundhedsplejersken", "why": "Uro derhjemme", "on": "2026-01-05"}


@pytest.fixture(scope="module")
def portal(fjordby: World) -> Iterator[Portal]:
    with served(fjordby) as running:
        yield running


def test_two_and_one_more_with_a_reason(portal: Portal) -> None:
    town = portal.world.north
    leader, mother = portal.person(town, "leader"), portal.person(town, "mother")
    path = f"/children/{town.id('child')}"
    page = leader.get(f"{path}/around")
    for used in (1, 2):
        page = leader.fill(page, "exchange-early", **GIVEN)
        assert f"Brugt {used} af 2 gange for dette barn." in page.body, text_of(page.main)
    again = refused(leader, page, "exchange-early", **GIVEN, specialReason="")
    assert "i særlige tilfælde en gang til" in again.body, text_of(again.main)
    page = leader.fill(leader.get(f"{path}/around"), "exchange-early", **GIVEN, specialReason="Ny bekymring")
    assert "Der kan ikke udveksles mere på dette grundlag." in page.body
    assert text_of(mother.get(path).main).count("Med Sundhedsplejersken.") == 3


async def test_the_family_learns_nothing_while_a_shield_stands(portal: Portal) -> None:
    town = portal.world.north
    await confirmed(portal.world, town, "neighbour", ["abuse_by_close_relation"])
    leader = portal.person(town, "leader")
    page = leader.fill(leader.get(f"/children/{town.id('neighbour')}/around"), "exchange-early", **GIVEN)
    assert "familien ser det ikke" in page.body, text_of(page.main)
    await confirmed(portal.world, town, "neighbour", [])
    mother = portal.person(town, "other_mother")
    assert "Sundhedsplejersken" not in mother.get(f"/children/{town.id('neighbour')}").body
