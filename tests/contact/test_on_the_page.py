"""The choice by forms alone, as a parent and as a professional, on the whole api."""

from collections.abc import Iterator

import pytest

from tests.builders.world import World
from tests.contact.steps import messages
from tests.portal.inspect_page import Inspected, text_of
from tests.portal.real import Person, Portal, served

PATH = "/me/contact"


@pytest.fixture(scope="module")
def portal(living: World) -> Iterator[Portal]:
    with served(living) as running:
        yield running


def shown(page: Inspected) -> str:
    return text_of(next(iter(page.all("main"))))


def refused(person: Person, form: str, **values: object) -> str:
    page = person.get(PATH)
    sent = person.send(page.action(form), page.values(form) | values)
    return shown(person._inspect(sent, 422))


def test_a_parent_chooses_and_the_site_speaks_their_language(portal: Portal) -> None:
    mother = portal.person(portal.world.north, "mother")
    assert PATH in {one.get("href") for one in mother.get("/inbox").all("a")}
    # What was once chosen on this machine gives way.
    mother.client.cookies.set("rundbord_language", "da")
    page = mother.fill(
        mother.get(PATH),
        "choose",
        channels=["MAIL", "SMS"],
        quietFrom="22.00",
        quietUntil="07:00",
        remindDays="2",
        language="en",
    )
    said = shown(page)
    assert "Your choice is saved." in said
    assert "It is quiet now from 22:00 to 07:00 the next day." in said
    form = page.values("choose")
    assert (form["remindDays"], form["quietFrom"], form["expectedVersion"]) == (["2"], ["22:00"], ["1"])
    back = mother.fill(page, "choose", quietFrom="", quietUntil="", remindDays="", language="da")
    assert "Nu kan beskeder komme hele døgnet." in shown(back)
    # A page that was opened before says so, instead of undoing what was chosen since.
    late = mother.send(page.action("choose"), page.values("choose") | {"_key": "another"})
    assert "Det, du skrev, står her endnu." in shown(mother._inspect(late, 422))


def test_what_can_not_be_kept_is_told_where_it_stands(portal: Portal) -> None:
    father = portal.person(portal.world.north, "father")
    for values, said in (
        ({"channels": []}, "Vælg mindst én måde"),
        ({"quietFrom": "22.00"}, "hvornår det er slut"),
        ({"quietFrom": "7.00", "quietUntil": "07:00"}, "ikke være stille hele døgnet"),
        ({"quietFrom": "sent", "quietUntil": "07:00"}, "Skriv et klokkeslæt"),
    ):
        assert said in refused(father, "choose", **values), values
    assert "ligner ikke et telefonnummer" in refused(father, "details", telephone="12")
    assert "ligner ikke en mailadresse" in refused(father, "details", email="far")


async def test_a_parent_says_where_they_are_reached(portal: Portal) -> None:
    world = portal.world
    other = portal.person(world.north, "other_mother")
    page = other.fill(other.get(PATH), "details", email="ny@familie.example", telephone="0045 30405060")
    form = page.values("details")
    assert (form["email"], form["telephone"]) == (["ny@familie.example"], ["30 40 50 60"])
    told = await messages(world, world.north.id("other_mother"), "contact_changed")
    assert [one.channel for one in told] == ["inbox", "mail", "sms"]
    # Sent again as it stands it is no change, and no news.
    other.fill(other.get(PATH), "details")
    assert await messages(world, world.north.id("other_mother"), "contact_changed") == told


def test_a_professional_chooses_and_the_municipality_says_where(portal: Portal) -> None:
    teacher = portal.person(portal.world.north, "teacher")
    page = teacher.get(PATH)
    said = shown(page)
    assert "teacher@kommune.example" in said
    assert "Digital Post er for familier." in said
    assert "details" not in {one.get("id") for one in page.all("form")}
    assert "Dit valg er gemt." in shown(teacher.fill(page, "choose", remindDays="14"))
    sent = teacher.send(f"{PATH}/details", {"email": "x@y.dk", "expectedVersion": "1", "_form": "details"})
    assert "har du ikke adgang til" in shown(teacher._inspect(sent, 422))
