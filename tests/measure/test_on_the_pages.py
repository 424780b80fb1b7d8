"""By forms alone on the real system: from level 5 over the assessment and a yes to help that has started."""

from collections.abc import Iterator

import pytest

from tests.builders.world import World
from tests.measure.acting import ADVISER, CHILD, HOLDER
from tests.portal.inspect_page import NAMESPACE, Inspected, text_of
from tests.portal.readability import lix, running_text
from tests.portal.real import Person, Portal, served


@pytest.fixture(scope="module")
def portal(living: World) -> Iterator[Portal]:
    with served(living) as running:
        yield running


def form_of(page: Inspected, begins: str) -> str:
    """The first form whose id begins like this."""
    return next(
        name for one in page.main.iter(NAMESPACE + "form") if (name := one.get("id", "")).startswith(begins)
    )


def refusal(person: Person, page: Inspected, form: str, **values: object) -> str:
    """What a refused form's page says."""
    sent = person.send(page.action(form), page.values(form) | values)
    assert sent.status_code == 422
    return sent.text


def test_RA_26_RA_27_from_level_5_to_help_that_has_started(portal: Portal) -> None:
    town = portal.world.north
    adviser, mother = portal.person(town, ADVISER), portal.person(town, HOLDER)
    child = f"/children/{town.id(CHILD)}"
    page = adviser.fill(
        adviser.get(f"{child}/problems"),
        "open-problem",
        track="home",
        title="Støtte",
        level="5",
        reason="Haster",
    )
    page = adviser.fill(adviser.get(f"{child}/work"), "begin-process", process="assessment")
    assert "Fristen tæller fra den dag, behovet blev kendt." in page.body, text_of(page.main)

    told = mother.get(child)
    assert "Vi er færdige senest" in told.body
    assert "Børnefaglig undersøgelse" in told.body

    writing = form_of(page, "process-")
    said = refusal(adviser, page, writing, covered=["1"], conclude="yes")
    assert "Det kan ikke afsluttes endnu. Det mangler: Beskyttelsesfaktorer" in said
    page = adviser.fill(
        adviser.get(f"{child}/work"),
        writing,
        covered=["1", "2", "3", "4", "5", "6"],
        findings="Mormor er en støtte.",
        conclude="yes",
    )
    assert "Det er gemt." in page.body, text_of(page.main)
    assert "Mormor er en støtte." in page.body
    assert "Mormor er en støtte." not in mother.get(child).body

    page = adviser.fill(
        page,
        "decide-measure",
        measure="supportive_effort",
        what="En familiebehandler kommer om tirsdagen.",
        withFamily="yes",
    )
    assert "Beslutningen er noteret." in page.body, text_of(page.main)
    assert "et ja fra alle, der skal spørges" in page.body
    said = refusal(adviser, page, form_of(page, "start-"), said=["with_family"])
    assert "Det mangler: et ja fra alle, der skal spørges; at det er noteret, at familien samarbejder" in said
    page = adviser.fill(adviser.get(f"{child}/work"), form_of(page, "ask-measure-"))
    assert "Der er bedt om samtykke." in page.body

    told = mother.get(child)
    assert "En familiebehandler kommer om tirsdagen." in told.body
    assert "Hjælpen går i gang, når I har sagt ja." in told.body
    assert lix(running_text(told.main)) < 35
    consents = mother.get("/consents")
    mother.fill(consents, form_of(consents, "give-"))

    page = adviser.get(f"{child}/work")
    page = adviser.fill(page, form_of(page, "start-"), said=["cooperates", "with_family"])
    assert "Indsatsen er i gang." in page.body, text_of(page.main)
    assert "Hjælpen er i gang siden" in mother.get(child).body
    consents = mother.get("/consents")
    mother.fill(consents, form_of(consents, "withdraw-"))
    assert "Samtykket gælder ikke længere" in adviser.get(f"{child}/work").body
    page = adviser.get(f"{child}/work")
    page = adviser.fill(page, form_of(page, "stop-"), reason="I klarer det selv nu.")
    assert "Indsatsen er slut." in page.body
    assert "I klarer det selv nu." in mother.get(child).body


def test_RA_05_a_thread_is_offered_declined_and_accepted(portal: Portal) -> None:
    town = portal.world.north
    leader, teacher, mother = (portal.person(town, name) for name in ("leader", "teacher", "mother"))
    child = f"/children/{town.id('child')}"
    page = leader.fill(leader.get(f"{child}/problems"), "open-problem", track="institution", title="Uro")
    offering = form_of(page, "offer-")
    for answer, done in (
        ("decline-", "Den nuværende tovholder fortsætter."),
        ("accept-", "Du er nu tovholder."),
    ):
        page = leader.fill(leader.get(f"{child}/problems"), offering, personId=str(town.id("teacher")))
        assert "Tovholderrollen er tilbudt." in page.body, text_of(page.main)
        asked = teacher.get(f"{child}/problems")
        assert "Du er spurgt: Tovholder" in asked.body
        page = teacher.fill(asked, form_of(asked, answer))
        assert done in page.body, text_of(page.main)
    assert "Uro: Tovholder Klaus Klasseprøve" in " ".join(text_of(mother.get(child).main).split())


def test_RA_23_on_receipt_the_assessment_begins_and_no_family_is_told_by_us(portal: Portal) -> None:
    town = portal.world.south
    adviser, mother = portal.person(town, ADVISER), portal.person(town, HOLDER)
    child = f"/children/{town.id(CHILD)}"
    before = text_of(mother.get(child).main)
    page = adviser.get(f"{child}/underret")
    adviser.fill(page, "record-underretning", text="Han er bange.", send="yes")
    listed = adviser.get("/underretninger")
    path = next(
        link for one in listed.all("a") if (link := one.get("href", "")).startswith("/underretninger/")
    )
    page = adviser.fill(adviser.get(path), "settle-assessment_considered", beginProcess="yes")
    assert "Det er noteret." in page.body, text_of(page.main)
    assert "Behovet kendt siden" in adviser.get(f"{child}/work").body
    assert text_of(mother.get(child).main) == before
