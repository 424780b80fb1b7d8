"""By forms alone, in a browser without JavaScript: a file is brought, read through, said yes to, and followed."""

import asyncio
from collections.abc import Iterator

import pytest

from services.core.intake import working
from tests.builders.world import World
from tests.intake.conftest import STAFF, UNITS
from tests.portal.inspect_page import Inspected, inspect_page, text_of
from tests.portal.real import Person, Portal, served


@pytest.fixture(scope="module")
def portal(world: World) -> Iterator[Portal]:
    with served(world) as running:
        yield running


def bring(person: Person, page: Inspected, content: bytes, **values: str) -> Inspected:
    """Send the form with a file in it, and see the page it leads to."""
    sent = person.client.post(
        "/imports",
        data={**page.values("import"), **values},
        files={"content": ("elever.csv", content, "text/csv")},
        headers={"origin": person.origin},
    )
    if sent.status_code == 303:
        return person.get(sent.headers["location"])
    return inspect_page(sent.status_code, dict(sent.headers), sent.text)


async def test_from_a_file_to_what_it_has_changed(portal: Portal) -> None:
    world, town = portal.world, portal.world.north
    administrator = portal.person(town, "administrator")
    page = await asyncio.to_thread(administrator.get, "/imports")
    units = f"{UNITS};Uden nøgle;;\n;Heller ikke;;\n".encode()
    page = await asyncio.to_thread(bring, administrator, page, units, source="elev", kind="UNIT")
    assert "0 af 4 rækker" in text_of(page.main)
    run = page.action("cancel").removesuffix("/cancel")
    await working.go_on(world.worker, town.system)
    page = await asyncio.to_thread(administrator.get, run)
    said = text_of(page.main)
    assert "Venter på et ja" in said
    # Each row is in the numbers once, those too that could not be read.
    assert "stederny2 stederfejl2" in said, said
    assert "navn: intet → Elmeskolen" in said
    page = await asyncio.to_thread(administrator.fill, page, "apply")
    assert "Importen er sat i gang." in page.body
    await working.go_on(world.worker, town.system)
    page = await asyncio.to_thread(administrator.get, run)
    said = text_of(page.main)
    assert "Importen er gennemført. Filens indhold er slettet." in said
    assert "stederny2 stederfejl2" in said, said
    assert "Gennemført" in text_of((await asyncio.to_thread(administrator.get, "/imports")).main)


async def test_what_is_wrong_is_said_where_it_is(portal: Portal) -> None:
    administrator = portal.person(portal.world.north, "administrator")
    for content, kind, wanted in (
        ("nøgle;navn;hårfarve\nm1;Ea;brun\n".encode(), "STAFF", "Kolonnen &#34;hårfarve&#34; kendes ikke."),
        ("nøgle;navn\nm1;Søren Ærlig\n".encode("windows-1252"), "STAFF", "Filen er ikke i UTF-8"),
        (b"", "STAFF", "Udfyld feltet."),
        (STAFF.encode(), "", "Udfyld feltet."),
    ):
        page = await asyncio.to_thread(administrator.get, "/imports")
        refused = await asyncio.to_thread(bring, administrator, page, content, source="opus", kind=kind)
        assert wanted in refused.body, wanted
        assert "Søren" not in refused.body


def test_for_anyone_else_there_are_no_imports(portal: Portal) -> None:
    administrator = portal.person(portal.world.north, "administrator")
    form = administrator.get("/imports")
    for name in ("mother", "leader", "teacher", "adviser", "dpo"):
        person = portal.person(portal.world.north, name)
        person.get("/imports", status=404)
        assert bring(person, form, UNITS.encode(), source="elev", kind="UNIT").status == 404
