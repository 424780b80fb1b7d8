"""The portal on the real system: the main job by forms alone, and walls that hold in every page."""

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from services.api.portal.look.file import DARK_GROUND
from services.api.static_files import STATIC
from services.core.tenancy.look import readable
from tests.builders.world import World, world  # noqa: F401  the fixture
from tests.portal.inspect_page import text_of
from tests.portal.inspect_pdf import inspect_pdf
from tests.portal.real import Portal, said, served

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
    page = leader.get(f"{child}/problems")
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
    documents_of(portal, path)


def documents_of(portal: Portal, path: str) -> None:
    """The concluded meeting on paper: each reader's own, and nothing of it for who may not see the meeting."""
    town = portal.world.north
    told: dict[str, str] = {}
    before = asyncio.run(_looks(portal, town.id("mother")))
    for name in ("leader", "mother"):
        person = portal.person(town, name)
        for paper in ("agenda", "form", "agreements"):
            answer = person.client.get(f"{path}/{paper}.pdf")
            assert answer.status_code == 200, (name, paper, said(answer))
            assert answer.headers["content-disposition"] == f'inline; filename="{paper}.pdf"'
            told[f"{name} {paper}"] = inspect_pdf(answer.content).text
    assert "Skolevejen" in told["mother agenda"]
    for name in ("leader", "mother"):
        assert "Laver en plan" in told[f"{name} agreements"]
        assert "Tværfagligt netværksmøde (det gule skema)" in told[f"{name} form"]
    # For professionals alone: a field of the form, and why the outcome is what it is.
    for kept in ("Lederens begrundelse for, hvem der er inviteret", "Det går bedre"):
        assert kept in told["leader form"]
        assert not [name for name in told if name.startswith("mother") and kept in told[name]]
    absent = f"/meetings/{town.id('child')}"
    for place, name in (
        (town, "other_mother"),
        (town, "daycare_leader"),
        (town, "dpo"),
        (portal.world.south, "mother"),
    ):
        person = portal.person(place, name)
        for paper in ("agenda", "form", "agreements"):
            foreign = person.get(f"{path}/{paper}.pdf", status=404)
            assert foreign.body == person.get(f"{absent}/{paper}.pdf", status=404).body
    looked = asyncio.run(_looks(portal, town.id("mother"))) - before
    assert looked == 3, f"each document is a reading of the case: {looked}"


async def _looks(portal: Portal, who: UUID) -> int:
    async with portal.world.behind_the_walls() as connection:
        return int(
            await connection.fetchval(
                "select count(*) from access_event where actor_id = $1 and subjects <> '{}'",
                who,
            )
        )


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
    person = portal.person(portal.world.south, "father")
    person.get("/")
    left = person.send("/leave", {})
    assert (left.status_code, left.headers["location"]) == (303, "https://www.dmi.dk/")
    assert left.headers["clear-site-data"] == '"cache", "storage"'
    # One cookie stays: when this browser was left, and nothing else.
    written = [line.partition("=") for line in left.headers.get_list("set-cookie")]
    kept = [(name, value) for name, _, value in written if "Max-Age=0" not in value]
    assert len(written) == 6
    assert [name.rsplit("-", 1)[0] for name, _ in kept] == ["rundbord-left"]
    assert kept[0][1].partition(";")[0].removesuffix("-all").isdecimal()
    assert "HttpOnly" in kept[0][1]
    assert person.client.get("/").headers["location"] == "/login?next=%2F"


def test_what_the_model_says_follows_the_chosen_language(portal: Portal) -> None:
    person = portal.person(portal.world.north, "leader")
    path = f"/children/{portal.world.north.id('sibling')}/call?problem=none"
    assert "Interdisciplinary network meeting" not in person.get(path).body
    person.client.headers["cookie"] += "; rundbord_language=en"
    assert "Interdisciplinary network meeting" in person.get(path).body
    person.client.headers["cookie"] = person.client.headers["cookie"].replace("language=en", "language=ar")
    own = person.get(path)
    assert (own.tree.get("lang"), "Tværfagligt netværksmøde" in own.body) == ("da", True)


def test_a_mother_chooses_arabic_without_scripts(portal: Portal) -> None:
    mother = portal.person(portal.world.north, "mother")
    assert "العربية" in mother.get("/").body
    chosen = mother.send("/language", {"language": "ar", "to": "/me/contact"})
    assert (chosen.status_code, chosen.headers["location"]) == (303, "/me/contact")
    mother.client.headers["cookie"] += f"; {chosen.headers['set-cookie'].partition(';')[0]}"
    page = mother.get("/me/contact")
    assert (page.tree.get("lang"), page.tree.get("dir"), page.h1) == ("ar", "rtl", "الرسائل والتواصل")


def test_pages_are_never_kept_and_their_style_is(portal: Portal) -> None:
    person = portal.person(portal.world.north, "leader")
    page = person.get("/")
    assert person.client.get("/").headers["cache-control"] == "no-store"
    for link in page.all("link"):
        kept = person.client.get(link.get("href", ""))
        assert kept.status_code == 200
        assert "immutable" in kept.headers["cache-control"]


def test_a_municipality_s_pages_have_its_own_colour_and_logo(portal: Portal) -> None:
    person = portal.person(portal.world.north, "leader")
    page = person.get("/")
    style = next(link.get("href", "") for link in page.all("link") if "/look.css" in link.get("href", ""))
    colour = portal.world.north.model.tenant.look.colour
    light, dark = person.client.get(style).text.splitlines()
    assert light == f":root{{--rb-brand:{colour}}}"
    assert f"--rb-brand:{readable(colour, DARK_GROUND)}}}" in dark
    assert f"--rb-card: {DARK_GROUND};" in (STATIC / "rundbord.css").read_text()
    (image,) = page.all("img")
    assert image.get("alt") == portal.world.north.model.tenant.name
    logo = person.client.get(image.get("src", ""))
    assert (logo.text, logo.headers["content-type"]) == (portal.world.north.model.logo, "image/svg+xml")
    assert "default-src 'none'" in logo.headers["content-security-policy"]
    again = person.client.get("/look.svg", headers={"if-none-match": logo.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    person.client.headers["cookie"] = ""
    assert style in person.get("/about/accessibility").body, "before anybody has logged in"


def test_what_nobody_has_assessed_is_told_as_a_draft(portal: Portal) -> None:
    page = portal.person(portal.world.north, "mother").get("/about/accessibility")
    assert "Det her er et udkast" in page.body
    assert "Det er ikke afgjort." in page.body
    assert "Kommunen har selv prøvet siderne" not in page.body
    assert ".example" not in page.body, "no letter to a made-up address arrives"
    assert "Digitaliseringsstyrelsen" in page.body


def test_a_copy_is_asked_for_answered_and_read_by_the_asker_alone(portal: Portal) -> None:
    """GDPR art. 12 and 15: nobody else of the family sees that it was asked for, nor do other families or towns."""
    town = portal.world.north
    mother, officer = portal.person(town, "mother"), portal.person(town, "dpo")
    others = [portal.person(town, name) for name in ("father", "other_mother")]
    others.append(portal.person(portal.world.south, "mother"))
    asked = {"kind": "ACCESS", "subjectId": str(town.id("child"))}
    assert "Vi har fået det" in mother.fill(mother.get("/access-requests"), "ask-for", **asked).body
    assert "allerede bedt om det" in said(mother.send("/access-requests/ask", asked))
    not_hers, absent = (
        mother.send("/access-requests/ask", asked | {"subjectId": subject})
        for subject in (str(town.id("father")), "00000000-0000-4000-8000-00000000dead")
    )
    assert (not_hers.status_code, absent.status_code) == (422, 422)
    assert said(not_hers).partition("<form")[0] == said(absent).partition("<form")[0]

    path = next(
        str(a.get("href"))
        for a in officer.get("/access-requests").all("a")
        if str(a.get("href")).startswith("/access-requests/")
    )
    mother.get(f"{path}/copy", status=404)
    waits = officer.fill(officer.get(path), "extend", reason="Der er meget at læse")
    assert "Fristen er forlænget" in waits.body
    assert "Der er meget at læse" in mother.get("/access-requests").body
    settled = officer.fill(waits, "answer-request", granted="yes", answer="Her er det")
    assert "Svaret er sendt" in settled.body
    assert "answer-request" not in settled.body
    officer.get(f"{path}/copy", status=404)

    copy = mother.get(f"{path}/copy")
    assert "Asta Prøve" in copy.body
    file = mother.client.get(f"{path}/copy.json")
    assert file.headers["cache-control"] == "no-store"
    assert file.json()["child"]["name"] == "Asta Prøve"
    assert file.json()["accessLog"]
    for other in others:
        assert path not in other.get("/access-requests").body
        assert (
            other.get(f"{path}/copy", status=404).body
            == other.get("/access-requests/x/copy", status=404).body
        )


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


def test_no_page_repeats_what_its_address_says(portal: Portal) -> None:
    """Pages are compressed: words out of the address beside a family's data would tell the data by the length (ADR 38)."""
    town = portal.world.north
    said = "zqxjkvwy"
    query = "&".join(
        f"{name}={said}"
        for name in ("after", "at", "done", "next", "on", "search", "language", "type", "unit", "draft", said)
    )
    child = f"/children/{town.id('child')}"
    of_all = (
        "/",
        "/inbox",
        "/me/contact",
        "/about/privacy",
        child,
        f"/access-log/{town.id('child')}",
        "/none",
    )
    for name, paths in {
        "mother": (*of_all, "/consents", "/agreements"),
        "leader": (
            *of_all,
            "/children",
            f"{child}/call",
            f"{child}/around",
            "/consultations/new",
            "/series/new",
        ),
    }.items():
        person = portal.person(town, name)
        for path in paths:
            answer = person.client.get(f"{path}?{query}")
            # Where it leads to the log-in and back, nobody's data stand beside it.
            assert said not in answer.text, path


def test_what_is_sent_is_compressed_and_its_length_differs_from_itself(portal: Portal) -> None:
    person = portal.person(portal.world.north, "leader")
    lengths = set()
    for _ in range(8):
        with person.client.stream("GET", "/children", headers={"accept-encoding": "gzip"}) as answer:
            assert answer.headers["content-encoding"] == "gzip"
            lengths.add(int(answer.headers["content-length"]))
            answer.read()
    assert len(lengths) > 3, lengths
    plain = person.client.get("/children", headers={"accept-encoding": "identity"})
    assert "content-encoding" not in plain.headers
    assert max(lengths) < len(plain.content) / 2
