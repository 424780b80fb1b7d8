"""By forms alone on the real system: offered, answered, planned; stepped through; a network; handed on; exchanged; read."""

from collections.abc import Iterator

import pytest

from tests.around.conftest import confirmed
from tests.around.steps import consented, refused
from tests.builders.world import World
from tests.portal.inspect_page import NAMESPACE, Inspected, text_of
from tests.portal.readability import lix, running_text
from tests.portal.real import Portal, served


@pytest.fixture(scope="module")
def portal(slagelse: World) -> Iterator[Portal]:
    with served(slagelse) as running:
        yield running


def form_of(page: Inspected, beginning: str) -> str:
    """The first form whose name begins so."""
    forms = [one.get("id", "") for one in page.main.iter(NAMESPACE + "form")]
    return next(name for name in forms if name.startswith(beginning))


async def test_SL_11_SL_25_an_offer_from_the_professional_to_the_family_and_back(portal: Portal) -> None:
    town = portal.world.north
    await confirmed(portal.world, town, "child", ["complex_difficulties"])
    leader, mother = portal.person(town, "leader"), portal.person(town, "mother")
    around, child = f"/children/{town.id('child')}/around", f"/children/{town.id('child')}"
    assert "Én plan" not in mother.get(child).body, "nothing is due to a family before it is offered"
    page = leader.get(around)
    assert "Skal tilbydes" in page.body
    page = leader.fill(page, "offer-en_plan_complex")
    assert "Tilbuddet er noteret." in page.body, text_of(page.main)
    page = mother.get(child)
    assert "Én plan" in text_of(page.main)
    page = mother.fill(page, form_of(page, "my-offer-"), accepted="no")
    assert "I har sagt nej tak." in page.body, text_of(page.main)
    assert "Det tilbydes ikke igen." in leader.get(around).body
    page = mother.fill(page, form_of(page, "my-offer-"), accepted="yes")
    assert "I har sagt ja." in page.body
    page = leader.get(around)
    page = leader.fill(page, form_of(page, "plan-"), **{"value-goals": "Ro om aftenen\nVenner"})
    assert "Planen er gemt." in page.body, text_of(page.main)
    seen = text_of(mother.get(child).main)
    assert "Ro om aftenen" in seen
    assert "Siger familien ja" in seen


async def test_SL_24_the_steps_of_a_beginning_case(portal: Portal) -> None:
    town = portal.world.north
    adviser = portal.person(town, "adviser")
    path = f"/children/{town.id('neighbour')}/around"
    page = adviser.get(path)
    assert "Familien er inddraget" in page.body
    page = adviser.fill(page, "tick-involve")
    assert "Punktet er noteret som gjort." in page.body, text_of(page.main)
    assert form_of(page, "tick-") == "tick-open"
    assert (
        "Familien er inddraget"
        not in portal.person(town, "other_mother").get(f"/children/{town.id('neighbour')}").body
    )


async def test_SL_15_SL_27_the_network_has_one_contact_whom_the_family_sees(portal: Portal) -> None:
    town = portal.world.north
    await confirmed(portal.world, town, "child", ["complex_difficulties", "special_school"])
    leader, father = portal.person(town, "leader"), portal.person(town, "father")
    page = leader.get(f"/children/{town.id('child')}/around")
    page = leader.fill(
        page,
        "network-relevant_network",
        bearingForceId=str(town.id("leader")),
        contactPersonId=str(town.id("teacher")),
        competences="sprog\nro",
        services=["children_family"],
    )
    assert "Netværket er dannet." in page.body, text_of(page.main)
    page = father.get(f"/children/{town.id('child')}")
    said = text_of(page.main)
    assert "I kan altid kontakte Klaus Klasseprøve" in said
    assert "Lis Lederprøve" in said
    page = father.fill(page, form_of(page, "my-evaluation-"), **{"value-helped": "9"})
    assert "Tak. Det, du har svaret, er gemt." in page.body, text_of(page.main)
    assert "Det har du svaret" not in portal.person(town, "mother").get(f"/children/{town.id('child')}").body
    assert "fra familien" in leader.get(f"/children/{town.id('child')}/around").body
    page = leader.get(f"/children/{town.id('child')}/around")
    page = leader.fill(page, form_of(page, "evaluate-"), status="Det går fremad.")
    assert "Status er gemt." in page.body, text_of(page.main)


async def test_SL_31_knowledge_is_handed_on_and_read_where_it_goes(portal: Portal) -> None:
    town = portal.world.south
    await confirmed(portal.world, town, "neighbour", ["transition"])
    leader, mother = portal.person(town, "leader"), portal.person(town, "other_mother")
    around = f"/children/{town.id('neighbour')}/around"
    values = {"value-works": "Pauser ude", "value-family_view": "Vi glæder os"}
    page = leader.get(around)
    assert "Der skal først være samtykke" in page.body
    unit = {"toUnitId": str(town.people.units["daycare"])}
    page = refused(leader, page, "hand-over-next_setting", **unit, **values)
    assert "Viden overleveres, når der er givet samtykke" in page.body, text_of(page.main)
    await _consent(portal.world)
    page = leader.get(around)
    page = leader.fill(page, "hand-over-next_setting", **unit, **values)
    assert "Viden er givet videre." in page.body, text_of(page.main)
    receiver = portal.person(town, "daycare_leader")
    page = receiver.get("/handovers")
    assert "Bo Naboprøve" not in page.body
    assert "Pauser ude" not in page.body
    page = receiver.fill(page, form_of(page, "accept-"))
    assert "Du har taget imod." in page.body, text_of(page.main)
    assert "Bo Naboprøve" in page.body
    assert "Pauser ude" in page.body
    receiver.get(f"/children/{town.id('neighbour')}", status=404)
    seen = text_of(mother.get(f"/children/{town.id('neighbour')}").main)
    assert "Pauser ude" in seen
    assert "Pauser ude" not in portal.person(town, "health_visitor").get("/handovers").body


async def test_an_exchange_is_counted_and_shown(portal: Portal) -> None:
    town = portal.world.south
    leader, mother = portal.person(town, "leader"), portal.person(town, "mother")
    around = f"/children/{town.id('child')}/around"
    page = leader.get(around)
    assert "Brugt 0 af 1 gange for dette barn." in page.body
    day = "2026-01-05"
    filled = {"withWhom": "PPR", "why": "Uro i klassen", "on": day}
    page = leader.fill(page, "exchange-early_prevention", **filled)
    assert "Udvekslingen er noteret." in page.body, text_of(page.main)
    assert "Brugt 1 af 1 gange for dette barn." in page.body
    page = refused(leader, page, "exchange-early_prevention", **filled, specialReason=" ")
    assert "én gang, på ét møde" in text_of(page.main), "refused with the basis in words"
    page = leader.fill(leader.get(around), "exchange-early_prevention", **filled, specialReason="Haster")
    assert "Der kan ikke udveksles mere på dette grundlag." in page.body, text_of(page.main)
    seen = text_of(mother.get(f"/children/{town.id('child')}").main)
    assert "Med PPR." in seen
    assert "Uro i klassen" not in seen


async def test_SL_17_SL_33_whom_to_reach_and_what_to_read(portal: Portal) -> None:
    town = portal.world.north
    leader, mother = portal.person(town, "leader"), portal.person(town, "mother")
    page = leader.get("/directory")
    assert "Bekymring for vold eller overgreb" in page.body
    assert "Sundhedstjenesten" in page.body
    assert "00 00 00 61" in page.body
    page = leader.get("/guides")
    assert "/guides/handleguide" in page.body
    assert "Fælles tankesæt" in text_of(leader.get("/guides/metode").main)
    assert "/guides/handleguide" not in mother.get("/guides").body
    assert mother.get("/guides/handleguide", status=404).h1 == "Siden findes ikke"
    mother.get("/directory", status=404)


async def test_what_a_family_reads_is_plain(portal: Portal) -> None:
    town = portal.world.north
    page = portal.person(town, "mother").get(f"/children/{town.id('child')}")
    assert lix(running_text(page.main)) < 35


async def _consent(world: World) -> None:
    await consented(world, world.south, "neighbour", ("other_mother",))
