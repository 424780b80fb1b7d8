"""By forms alone, on the three models: called or fixed ahead, asked for time at, held, written down, concluded."""

import asyncio
from collections.abc import Iterator

import pytest

from tests.builders.world import World
from tests.portal.inspect_page import Inspected, text_of
from tests.portal.real import Person, Portal, served

GREEN = {
    "value-group": "Drengene i indskolingen",
    "value-situation": "Uro i frikvartererne",
    "value-goal": "Rolige frikvarterer",
    "value-who_does_what": "Pædagogerne åbner boldburet",
    "value-follow_up": "2027-03-01",
}


@pytest.fixture(scope="module")
def in_randers(randers: World) -> Iterator[Portal]:
    with served(randers) as running:
        yield running


@pytest.fixture(scope="module")
def in_slagelse(slagelse: World) -> Iterator[Portal]:
    with served(slagelse) as running:
        yield running


@pytest.fixture(scope="module")
def in_ringsted(ringsted: World) -> Iterator[Portal]:
    with served(ringsted) as running:
        yield running


def refused(person: Person, page: Inspected, form: str, **values: object) -> Inspected:
    """Send a form that is not taken as it is, and see it come back."""
    sent = person.send(page.action(form), page.values(form) | values)
    return person._inspect(sent, 422)


def link(page: Inspected, start: str) -> str:
    """The first link that begins like this and goes on with an id."""
    return next(
        href
        for one in page.all("a")
        if (href := one.get("href", "")).startswith(start) and len(href) >= len(start) + 36
    )


async def test_RA_09_level_2_with_the_green_form(in_randers: Portal) -> None:
    town = in_randers.world.north
    teacher = in_randers.person(town, "teacher")
    unit = town.people.units["school"]

    def before() -> str:
        page = teacher.get(f"/consultations/new?unit={unit}&type=konsultativt_moede")
        assert "Familier er aldrig med her." in page.body
        named = refused(
            teacher,
            page,
            "new",
            items="Asta driller de små",
            startsAt="2030-03-04",
            startsAtTime="14:00",
            place="Lærerværelset",
        )
        # The warning stands at its field, and nothing that was written is lost.
        assert "et navn på et barn, du arbejder med" in named.body
        assert "Asta driller de små" in named.body
        page = teacher.fill(named, "new", items="Uro i 2. årgang")
        assert "Drøftelsen er indkaldt." in page.body, text_of(page.main)
        number = refused(teacher, page, "item", text="Ring på 010115-1234 om det")
        assert "noget, der ligner et CPR-nummer" in number.body
        # On the first page, beside children, it is a number.
        assert "Kommende drøftelser: 1" in teacher.get("/").body
        return link(teacher.get("/consultations"), "/consultations/")

    path = await asyncio.to_thread(before)
    await in_randers.world.advance(1300 * 86400)

    def after() -> None:
        page = teacher.fill(teacher.get(path), "hold")
        assert "Skemaet kræves ikke" in page.body, text_of(page.main)
        stopped = refused(teacher, page, "conclude", facts=["consultative_course"], outcome="progress")
        assert "RA-09" in stopped.body or "Hvilken gruppe" in stopped.body, text_of(stopped.main)
        page = teacher.fill(teacher.get(path), "form-values", complete="yes", **GREEN)
        assert "Skemaet er gemt." in page.body, text_of(page.main)
        page = refused(teacher, page, "agree", what="Boldburet åbnes kl. 12")
        assert "Udfyld feltet." in page.body
        page = teacher.fill(teacher.get(path), "conclude", facts=["consultative_course"], outcome="progress")
        assert "Mødet er afsluttet." in page.body, text_of(page.main)
        assert "Drengene i indskolingen" in page.body

    await asyncio.to_thread(after)


async def test_SL_21_a_series_is_fixed_and_time_is_asked_for(in_slagelse: Portal) -> None:
    town = in_slagelse.world.north
    leader, teacher = in_slagelse.person(town, "leader"), in_slagelse.person(town, "teacher")
    unit = town.people.units["school"]

    def fix_and_ask() -> tuple[str, str]:
        which = leader.get(f"/series/new?unit={unit}")
        assert "Konsultativt møde" in which.body
        page = leader.get(f"/series/new?unit={unit}&type=konsultativt_moede_anonymt")
        days = "".join(page.values("fix")["days"]).split()
        assert len(days) == 6
        off = refused(leader, page, "fix", days="24.12.2030", place="Lokale 4")
        assert "Der holdes fri på disse dage" in off.body
        page = leader.fill(
            leader.get(f"/series/new?unit={unit}&type=konsultativt_moede_anonymt"), "fix", place="Lokale 4"
        )
        assert "Møderne ligger fast." in page.body, text_of(page.main)
        assert page.body.count("Se drøftelsen") == 6
        seen = teacher.get("/series")
        assert "Lokale 4" in seen.body
        assert "Se drøftelsen" not in seen.body
        named = refused(teacher, teacher.get("/consultations"), "ask", text="Asta og de andre")
        assert "Asta og de andre" in named.body
        kept = teacher.fill(named, "ask", keepReason="Det er en dukke i klassen.")
        assert "Punktet er sat på." in kept.body, text_of(kept.main)
        mine = link(kept, "/consultations/")
        assert "Det er en dukke i klassen." in teacher.get(mine).body
        assert "Asta og de andre" in leader.get(mine).body
        return mine, link(leader.get("/series"), "/consultations/")

    mine, first = await asyncio.to_thread(fix_and_ask)
    assert mine == first

    def foreign() -> None:
        absent = "/consultations/00000000-0000-4000-8000-00000000dead"
        for where, name in (
            (town, "mother"),
            (town, "daycare_leader"),
            (town, "psychologist"),
            (town, "dpo"),
            (in_slagelse.world.south, "leader"),
        ):
            person = in_slagelse.person(where, name)
            assert person.get(mine, status=404).body == person.get(absent, status=404).body

    await asyncio.to_thread(foreign)


async def test_RI_29_a_team_settles_its_own_agenda_and_circle(in_ringsted: Portal) -> None:
    town = in_ringsted.world.north
    teacher = in_ringsted.person(town, "teacher")

    def call() -> None:
        page = teacher.get(f"/consultations/new?unit={town.people.units['school']}&type=teammoede")
        assert "Fagprofessionelt teammøde" in page.body
        assert "Gælder noget af dette?" in page.body

    await asyncio.to_thread(call)
