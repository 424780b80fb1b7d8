"""The portal on the real system: the main job by forms alone, and walls that hold in every page."""

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from tests.builders.world import World, world  # noqa: F401  the fixture
from tests.portal.inspect_page import text_of
from tests.portal.real import Portal, served

TYPE = "netvaerksmoede_3"


@pytest.fixture(scope="module")
def portal(world: World) -> Iterator[Portal]:  # noqa: F811
    with served(world) as running:
        yield running


def test_the_main_job_by_forms_alone(portal: Portal) -> None:
    town = portal.world.north
    leader, mother = portal.person(town, "leader"), portal.person(town, "mother")
    child = f"/children/{town.id('child')}"

    assert "Asta Prøve" in leader.get("/children").body
    page = leader.get(child)
    page = leader.fill(
        page, "open-problem", track="institution", title="Fravær", level="3", reason="Haster meget"
    )
    assert "Problematikken er oprettet." in page.body, text_of(page.main)

    which = leader.client.get(f"{child}/call")
    first = leader.get(which.headers["location"])
    on = datetime.now(UTC) + timedelta(days=30)
    while on.weekday() > 4:
        on += timedelta(days=1)
    plan = leader.fill(
        first, "call", type=TYPE, startsAt=on.date().isoformat(), startsAtTime="13:00", place="Lokale 12"
    )
    assert "Aase Prøve" in plan.body
    meeting = leader.fill(plan, "call-plan")
    assert "Mødet er indkaldt." in meeting.body, text_of(meeting.main)
    path = meeting.action("agenda-item").rsplit("/", 1)[0]

    assert path in mother.get("/").body
    invited = mother.get(path)
    invited = mother.fill(invited, "answer", answer="COMING", note="Vi glæder os")
    invited = mother.fill(invited, "agenda-item", text="Skolevejen")
    assert "Skolevejen" in invited.body
    for other in ("/", "/consents", "/agreements", "/inbox", f"/access-log/{town.id('child')}"):
        mother.get(other)

    meeting = leader.get(path)
    assert "Vi glæder os" in meeting.body
    assert "Skolevejen" in meeting.body
    meeting = leader.fill(meeting, "send-agenda")
    assert "Dagsordenen er sendt." in meeting.body, text_of(meeting.main)

    asyncio.run(portal.world.advance(33 * 24 * 3600))
    meeting = leader.fill(leader.get(path), "hold")
    assert "Mødet er noteret som holdt." in meeting.body, text_of(meeting.main)
    for whose in ("CHILD", "PARENT"):
        meeting = leader.fill(meeting, "perspective", whose=whose, obtained="yes", text="Mere ro")
    responsible = next(iter(meeting.form("make-agreement").iter("{http://www.w3.org/1999/xhtml}option")))
    assert responsible.get("value") == ""
    people = [
        o.get("value") for o in meeting.form("make-agreement").iter("{http://www.w3.org/1999/xhtml}option")
    ]
    due = (on + timedelta(days=20)).date().isoformat()
    meeting = leader.fill(
        meeting, "make-agreement", what="Laver en plan", responsibleParticipantId=people[1], dueOn=due
    )
    assert "Laver en plan" in meeting.body
    filled = {
        name: ["Skrevet"] if value == [""] else value
        for name, value in meeting.values("form-values").items()
        if name.startswith("value-")
    }
    meeting = leader.fill(meeting, "form-values", **filled, complete="yes")
    assert "Skemaet er gemt." in meeting.body, text_of(meeting.main)
    options = [
        i.get("value")
        for i in meeting.form("conclude").iter("{http://www.w3.org/1999/xhtml}input")
        if i.get("name") == "outcome"
    ]
    meeting = leader.fill(meeting, "conclude", outcome=options[0], reason="Det går bedre")
    assert "Mødet er afsluttet." in meeting.body, text_of(meeting.main)
    agreed = mother.get(path)
    assert "Laver en plan" in agreed.body
    assert "Laver en plan" in mother.get("/agreements").body
    assert "Lis Lederprøve" in agreed.body


def test_another_family_and_another_municipality_see_nothing(portal: Portal) -> None:
    north, south = portal.world.north, portal.world.south
    child = north.id("child")
    for town, name in ((north, "other_mother"), (south, "leader"), (south, "mother")):
        person = portal.person(town, name)
        for path in ("/children/{}", "/children/{}/call", "/children/{}/call?problem=none", "/access-log/{}"):
            foreign = person.get(path.format(child), status=404)
            absent = person.get(path.format("00000000-0000-4000-8000-00000000dead"), status=404)
            assert foreign.body == absent.body
            assert "Asta" not in foreign.body


@pytest.mark.parametrize(
    "name", ["mother", "father", "leader", "teacher", "adviser", "dpo", "administrator", "auditor"]
)
def test_every_capacity_has_its_pages(portal: Portal, name: str) -> None:
    person = portal.person(portal.world.north, name)
    menu = person.get("/").all("nav")[0]
    paths = [a.get("href", "") for a in menu.iter("{http://www.w3.org/1999/xhtml}a")]
    assert paths[0] == "/"
    for path in [*paths, "/about/accessibility", "/about/privacy"]:
        person.get(path)


def test_one_capacity_a_session(portal: Portal) -> None:
    page = portal.person(portal.world.north, "leader").get("/capacity")
    assert "Du har kun én rolle her." in page.body


def test_who_is_logged_out_is_led_to_the_login(portal: Portal) -> None:
    person = portal.person(portal.world.north, "father")
    person.client.headers["cookie"] = ""
    assert person.client.get("/").headers["location"] == "/login?next=%2F"
    person.get("/login")


def test_a_page_asks_for_a_professionals_roles_anew(portal: Portal) -> None:
    """By itself, past the provider, when its word is no longer fresh; a session that is over goes the same way."""
    person = portal.person(portal.world.north, "leader")
    shown = person.client.headers["cookie"]
    port = shown.split("=")[0].rsplit("-", 1)[1]
    person.client.headers["cookie"] = f"{shown}; rundbord-provider-{port}=town; rundbord-fresh-{port}=1"
    person.get("/children")
    person.client.headers["cookie"] = f"{shown}; rundbord-provider-{port}=town"
    silent = "/auth/login?provider=town&silent=1&next="
    assert person.client.get("/models?after=x").headers["location"] == f"{silent}%2Fmodels%3Fafter%3Dx"
    person.client.headers["cookie"] = f"rundbord-provider-{port}=town"
    assert person.client.get("/children").headers["location"] == "/login?next=%2Fchildren"
    assert person.client.get("/login?next=%2Fchildren").headers["location"] == f"{silent}%2Fchildren"
    assert person.client.get("/login").status_code == 200


def test_the_quick_exit_ends_the_session(portal: Portal) -> None:
    person = portal.person(portal.world.north, "father")
    person.get("/")
    left = person.send("/leave", {})
    assert (left.status_code, left.headers["location"]) == (303, "https://www.dmi.dk/")
    assert '"cookies"' in left.headers["clear-site-data"]
    assert person.client.get("/").headers["location"] == "/login?next=%2F"


def test_what_the_model_says_follows_the_chosen_language(portal: Portal) -> None:
    person = portal.person(portal.world.north, "leader")
    path = f"/children/{portal.world.north.id('sibling')}/call?problem=none"
    assert "Interdisciplinary network meeting" not in person.get(path).body
    person.client.headers["cookie"] += "; rundbord_language=en"
    assert "Interdisciplinary network meeting" in person.get(path).body


def test_pages_are_never_kept_and_their_style_is(portal: Portal) -> None:
    person = portal.person(portal.world.north, "leader")
    page = person.get("/")
    assert person.client.get("/").headers["cache-control"] == "no-store"
    for link in page.all("link"):
        kept = person.client.get(link.get("href", ""))
        assert kept.status_code == 200
        assert "immutable" in kept.headers["cache-control"]


def test_a_language_is_chosen_and_kept(portal: Portal) -> None:
    person = portal.person(portal.world.north, "mother")
    chosen = person.send("/language", {"language": "en", "to": "/consents"})
    assert (chosen.status_code, chosen.headers["location"]) == (303, "/consents")
    assert "rundbord_language=en" in chosen.headers["set-cookie"]
    assert "httponly" in chosen.headers["set-cookie"].lower()


def test_the_plan_proposes_those_around_the_child_and_others_are_told_who_convenes(portal: Portal) -> None:
    town = portal.world.north
    leader, child = portal.person(town, "leader"), f"/children/{town.id('sibling')}"
    leader.fill(
        leader.get(f"{child}/problems"),
        "open-problem",
        track="institution",
        title="Uro",
        level="3",
        reason="Haster",
    )
    first = leader.get(leader.client.get(f"{child}/call").headers["location"])
    on = (datetime.now(UTC) + timedelta(days=60)).date().isoformat()
    plan = leader.fill(first, "call", type=TYPE, startsAt=on, startsAtTime="13:00", place="Lokale 12")
    chosen = [value for name, value in plan.values("call-plan").items() if name.startswith("pick-")]
    assert [str(town.id("teacher"))] in chosen

    teacher = portal.person(town, "teacher").get(f"/children/{town.id('child')}/call?problem=none")
    assert f'value="{TYPE}"' not in teacher.body
    assert "Kan indkaldes af: Leder" in text_of(teacher.main)
