"""By forms alone on the real system: a suspicion is confirmed, the underretning is written, the family sees nothing."""

from collections.abc import Iterator

import pytest

from tests.builders.world import World
from tests.portal.inspect_page import NAMESPACE, text_of
from tests.portal.real import Portal, served


@pytest.fixture(scope="module")
def portal(living: World) -> Iterator[Portal]:
    with served(living) as running:
        yield running


def test_from_a_confirmed_suspicion_to_an_underretning_that_is_sent(portal: Portal) -> None:
    town = portal.world.north
    leader, teacher = portal.person(town, "leader"), portal.person(town, "teacher")
    child = f"/children/{town.id('child')}"
    page = leader.fill(leader.get(f"{child}/problems"), "open-problem", track="home", title="Uro hjemme")
    form = next(
        name
        for one in page.main.iter(NAMESPACE + "form")
        if (name := one.get("id", "")).startswith("confirm-")
    )
    page = leader.fill(page, form, facts=["violence_suspicion"])
    assert "Det er noteret. Se, hvad modellen peger på nu." in page.body, text_of(page.main)
    assert "Mistanke om vold eller overgreb" in page.body

    page = teacher.get(f"{child}/underret")
    assert "underretning@randers.dk" in page.body
    assert "Fremskudt socialrådgiver" in page.body
    page = teacher.fill(page, "record-underretning", text="Han er bange for at gå hjem.", send="no")
    assert "Underretningen er gemt." in page.body, text_of(page.main)
    listed = teacher.get("/underretninger")
    path = next(
        link for one in listed.all("a") if (link := one.get("href", "")).startswith("/underretninger/")
    )
    one = teacher.get(path)
    assert "Han er bange for at gå hjem." in one.body
    sent = teacher.fill(one, "send")
    assert "Myndighedens frister løber." in sent.body, text_of(sent.main)
    assert "Afsenderen har fået en kvittering." in sent.body
    assert "Afsenderen har fået en kvittering." in teacher.get("/").body  # waits for its writer
    done = leader.fill(leader.get(path), "settle-assess")
    assert "Det er noteret." in done.body, text_of(done.main)


def test_RA_20_a_child_of_whom_nothing_was_ever_opened(portal: Portal) -> None:
    town = portal.world.north
    mother, visitor = portal.person(town, "mother"), portal.person(town, "health_visitor")
    pages = ("/", "/agreements", "/consents", "/inbox")
    before = [text_of(mother.get(path).main) for path in pages]
    page = visitor.get(f"/children/{town.id('toddler')}/underret")
    page = visitor.fill(page, "record-underretning", text="Blå mærker på begge arme.", send="yes")
    assert "Underretningen er gemt." in page.body, text_of(page.main)
    assert [text_of(mother.get(path).main) for path in pages] == before
    log = mother.get(f"/access-log/{town.id('toddler')}").body
    assert "nderretning" not in log


def test_for_anyone_else_it_does_not_exist(portal: Portal) -> None:
    town = portal.world.north
    visitor = portal.person(town, "health_visitor")
    page = visitor.get(f"/children/{town.id('toddler')}/underret")
    visitor.fill(page, "record-underretning", text="Endnu en.", send="yes")
    path = next(
        link
        for one in visitor.get("/underretninger").all("a")
        if (link := one.get("href", "")).startswith("/underretninger/")
    )
    absent = "/underretninger/00000000-0000-4000-8000-00000000dead"
    strangers = [(town, name) for name in ("mother", "teacher", "psychologist", "leader", "dpo")]
    for where, name in [*strangers, (portal.world.south, "health_visitor")]:
        person = portal.person(where, name)
        assert person.get(path, status=404).body == person.get(absent, status=404).body
