"""By forms alone on the real system: who is around a child, protection, a companion at a meeting, a death, a birth, a move."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
import pytest_asyncio
from asyncpg import InsufficientPrivilegeError

from services.core.calendar.instants import local_day
from services.core.db.tx import new_id
from services.core.person.details import PersonDetails
from services.core.person.periods import record_custody, record_enrolment
from services.core.person.service import NewPerson, record_person
from tests.builders.world import World
from tests.meeting.steps import TYPE, called
from tests.portal.inspect_page import NAMESPACE, Inspected, text_of
from tests.portal.real import Portal, served


@pytest.fixture(scope="module")
def portal(living: World) -> Iterator[Portal]:
    with served(living) as running:
        yield running


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def today(living: World) -> str:
    async with living.worker.read(living.north.system, "test.now") as tx:
        return local_day(tx.now).isoformat()


def form_of(page: Inspected, begins: str) -> str:
    return next(
        name for one in page.main.iter(NAMESPACE + "form") if (name := one.get("id", "")).startswith(begins)
    )


def test_those_around_a_child_are_recorded_and_the_family_sees_its_own_alone(
    portal: Portal, today: str
) -> None:
    town = portal.world.north
    teacher = portal.person(town, "teacher")
    child = f"/children/{town.id('child')}"
    page = teacher.fill(
        teacher.get(f"{child}/family"),
        "record-relation",
        kind="STEP_PARENT",
        name="Sten Stedprøve",
        belongsToId=str(town.id("mother")),
    )
    assert "Det er noteret, hvem der er omkring barnet." in page.body, text_of(page.main)
    page = teacher.fill(page, "record-relation", kind="PARENT_WITHOUT_CUSTODY", name="Uno Udenprøve")
    assert "Forældreansvarsloven § 23" in page.body
    page = teacher.fill(
        page,
        form_of(page, "information-"),
        askedOn=today,
        asked="Trives Asta?",
        told="Ja.",
        nothingOfHolder="yes",
    )
    assert "Trives Asta?" in page.body, text_of(page.main)
    leader = portal.person(town, "leader")
    other = leader.fill(leader.get(f"{child}/family"), "record-sibling", siblingId=str(town.id("neighbour")))
    assert "Bo Naboprøve" in other.body, text_of(other.main)
    assert "Bo Naboprøve" not in teacher.get(f"{child}/family").body
    refused = teacher.send(
        page.action("record-relation"), page.values("record-relation") | {"kind": "BISIDDER", "name": "Barn"}
    )
    assert refused.status_code == 422
    assert "Barnets lov § 6" in refused.text
    mother, father = (portal.person(town, name).get(child) for name in ("mother", "father"))
    assert "Sten Stedprøve" in mother.body
    assert "Sten Stedprøve" not in father.body
    assert "Udenprøve" not in mother.body + father.body
    ended = teacher.fill(page, form_of(page, "end-relation-"))
    assert "Historikken bliver stående." in ended.body, text_of(ended.main)


async def test_a_protected_holder_is_a_role_to_the_other_and_a_telling_place_is_warned_of(
    portal: Portal, today: str
) -> None:
    """trap 6"""
    town = portal.world.north
    leader, father = portal.person(town, "leader"), portal.person(town, "father")
    meeting = await called(portal.world)
    path = f"/meetings/{meeting}"
    assert "Aase Prøve" in father.get(path).body
    child = f"/children/{town.id('child')}"
    page = leader.fill(
        leader.get(f"{child}/family"),
        "record-protection",
        holderId=str(town.id("mother")),
        kind="ADDRESS",
        since=today,
    )
    assert "Aase Prøve har beskyttelse" in page.body, text_of(page.main)
    shown = father.get(path).body
    assert "Aase Prøve" not in shown
    assert "Beskyttelsen gælder Aase Prøve" in portal.person(town, "mother").get(child).body
    assert "Beskyttelsen" not in father.get(child).body

    start = leader.get(f"{child}/call?problem=none")
    plan = leader.send(
        start.action("call"),
        start.values("call")
        | {
            "type": TYPE,
            "startsAt": "2031-05-06",
            "startsAtTime": "10.00",
            "place": "Åbrinkens Skole, lokale 2",
        },
    )
    assert "Tænk over stedet" in plan.text
    assert "Stedet røber, hvor barnet går." in plan.text

    page = leader.get(path)
    page = leader.fill(
        page, "companion", kind="INTERPRETER", name="Tora Tolkprøve", language="somali", said=["secrecy"]
    )
    assert "Tora Tolkprøve" in page.body, text_of(page.main)
    seen = father.get(path)
    assert "Tora Tolkprøve" in seen.body
    assert "Tora Tolkprøve" not in str([o.text for o in leader.get(path).all("option")]), (
        "no party: nothing can be agreed with one"
    )

    # A mother says herself who comes with her; the other parent learns nothing of it, and names nobody in her name.
    mother = portal.person(town, "mother")
    page = mother.get(path)
    own = {
        "name": "Mia Mosterprøve",
        "relation": "min moster",
        "said": ["of_age"],
    }
    assert (
        "Sæt flueben ved begge"
        in mother.send(page.action("my-companion"), page.values("my-companion") | own).text
    )
    page = mother.fill(mother.get(path), "my-companion", **own | {"said": ["of_age", "secrecy"]})
    assert "Nu står der, hvem du tager med." in page.body, text_of(page.main)
    assert "Mia Mosterprøve, Bisidder (min moster), hører til Aase Prøve" in text_of(leader.get(path).main)
    assert "Mosterprøve" not in father.get(path).body
    forged = """
        insert into rundbord.family_relation (tenant_id, id, child_id, dossier_id, kind, belongs_to, meeting_id, shown_to,
            secrecy_at, valid_from, recorded_at, recorded_by, sealed)
        select tenant_id, gen_random_uuid(), id, dossier_id, $2, $3, $4, $5, rundbord.business_now(), rundbord.business_now(),
            rundbord.business_now(), rundbord.current_person(), decode(repeat('00', 60), 'hex')
        from rundbord.person where id = $1"""
    child_id, mother_id, father_id = (town.id(name) for name in ("child", "mother", "father"))
    for given in (
        ("bisidder", mother_id, meeting, "own"),
        ("bisidder", father_id, None, "own"),
        ("bisidder", father_id, meeting, "nobody"),
        ("interpreter", father_id, meeting, "own"),
    ):
        with pytest.raises(InsufficientPrivilegeError):
            async with portal.world.api.write(town.who("father"), "test.forge") as tx:
                await tx._connection.execute(forged, child_id, *given)
    async with portal.world.api.write(town.who("father"), "test.forge") as tx:
        ended = (
            "update rundbord.family_relation set ended_at = valid_from, ended_by = rundbord.current_person()"
        )
        assert await tx._connection.execute(ended) == "UPDATE 0"
    page = mother.fill(page, form_of(page, "no-companion-"))
    assert "Det er skrevet, at personen ikke kommer." in page.body
    assert "Mosterprøve" not in page.body + leader.get(path).body


async def test_a_child_is_born_and_later_moves_away(portal: Portal, today: str) -> None:
    """trap 20"""
    world, town = portal.world, portal.world.north

    async def expect() -> str:
        async with world.worker.write(town.system, "test.expected") as tx:
            details = PersonDetails("Ventet Prøve", expected_on=local_day(tx.now) + timedelta(days=30))
            child = await record_person(
                tx, NewPerson(source_key=str(new_id()), kind="subject", details=details)
            )
            await record_enrolment(tx, child, town.people.units["school"], tx.now - timedelta(days=1))
            await record_custody(tx, child, town.id("mother"), tx.now - timedelta(days=1))
            return f"/children/{child}"

    child = await expect()
    leader, mother = portal.person(town, "leader"), portal.person(town, "mother")
    page = leader.get(child)
    assert "Graviditetsuge" in page.body
    page = leader.fill(leader.get(f"{child}/family"), "record-birth", bornOn=today, name="Nyfødt Prøve")
    assert "Nyfødt Prøve" in page.body, text_of(page.main)
    assert "Nyfødt Prøve" in mother.get(child).body
    page = leader.fill(
        page, "record-move", movedOn=today, to="Sydby", handover="Mor har sagt ja til et brev."
    )
    assert "Den nye kommune får intet af sig selv." in page.body, text_of(page.main)
    assert "Mor har sagt ja til et brev." in page.body
    mother.get(child, status=404)
    page = leader.fill(page, form_of(page, "take-back-"))
    assert "Det er taget tilbage." in page.body, text_of(page.main)
    mother.get(child)


def test_a_death_is_recorded_and_the_page_says_what_it_means(portal: Portal, today: str) -> None:
    town = portal.world.north
    teacher = portal.person(town, "teacher")
    child = f"/children/{town.id('child')}"
    page = teacher.fill(
        teacher.get(f"{child}/family"), "record-death", holderId=str(town.id("father")), diedOn=today
    )
    assert "Ørn Prøve er død" in page.body, text_of(page.main)
    gone = portal.person(town, "father").client.get(child)
    assert gone.status_code in (302, 303, 401), gone.status_code
