"""Two coordinators a child, one always a leader, by forms alone: a municipality that came as data."""

from collections.abc import Iterator

import pytest

from tests.builders.world import World
from tests.portal.inspect_page import NAMESPACE, Inspected, text_of
from tests.portal.real import Portal, served


@pytest.fixture(scope="module")
def portal(fjordby: World) -> Iterator[Portal]:
    with served(fjordby) as running:
        yield running


def form_of(page: Inspected, begins: str) -> str:
    """The first form whose id begins like this."""
    return next(
        name for one in page.main.iter(NAMESPACE + "form") if (name := one.get("id", "")).startswith(begins)
    )


def said(page: Inspected) -> str:
    """The page's text on one line."""
    return " ".join(text_of(page.main).split())


def test_both_places_are_named_filled_and_seen_by_the_family(portal: Portal) -> None:
    town = portal.world.north
    leader, teacher, mother = (portal.person(town, name) for name in ("leader", "teacher", "mother"))
    child = f"/children/{town.id('child')}"
    page = leader.fill(leader.get(f"{child}/problems"), "open-problem", title="Uro")
    assert "LederenLis Lederprøve" in said(page)
    assert "Den tættesteikke valgt" in said(page)
    assert "Spor" not in said(page), "a model without tracks asks for none"
    offering = form_of(page, "offer-")

    values = page.values(offering) | {"personId": str(town.id("psychologist")), "place": "leading"}
    refused = leader.send(page.action(offering), values)
    assert refused.status_code == 422
    assert "Lederen" in refused.text

    page = leader.fill(
        leader.get(f"{child}/problems"), offering, personId=str(town.id("teacher")), place="close"
    )
    assert "Tilbudt tilKlaus Klasseprøve" in said(page)
    asked = teacher.get(f"{child}/problems")
    assert "Du er spurgt: Den tætteste" in asked.body
    teacher.fill(asked, form_of(asked, "accept-"))
    seen = said(mother.get(child))
    for words in ("Lederen Lis Lederprøve", "Den tætteste Klaus Klasseprøve", "kontakte Klaus Klasseprøve"):
        assert words in seen, words
