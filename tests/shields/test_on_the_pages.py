"""By forms alone on the real system: who must not be told, who is invited again, and whom the family lets read."""

from collections.abc import AsyncIterator, Iterator
from uuid import uuid4

import pytest
import pytest_asyncio

from services.core.reactions import REACTIONS
from tests.builders.world import World, build
from tests.environment import Databases
from tests.portal.inspect_page import NAMESPACE, text_of
from tests.portal.real import Portal, served
from tests.shields.cases import FACT, confirm, open_one
from tests.shields.conftest import shielded

NOT_TOLD = "Forældrene må ikke orienteres"


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def chosen(databases: Databases, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[World]:
    """The shield, and a type whose readers the family chooses."""
    model = shielded(tmp_path_factory.mktemp("model"))
    file = model / "meetings" / "netvaerksmoede_3.toml"
    file.write_text(
        file.read_text("utf-8").replace("[family]\n", "[family]\nchooses_readers = true\n", 1), "utf-8"
    )
    async with build(databases, tmp_path_factory.mktemp("keys"), REACTIONS, model) as built:
        yield built


@pytest.fixture(scope="module")
def portal(chosen: World) -> Iterator[Portal]:
    with served(chosen) as running:
        yield running


async def test_professionals_see_plainly_that_the_parents_must_not_be_told(portal: Portal) -> None:
    town = portal.world.north
    leader, teacher, mother = (portal.person(town, name) for name in ("leader", "teacher", "mother"))
    thing = await open_one(portal.world)
    meeting, child = f"/meetings/{thing.meeting}", f"/children/{town.id('child')}"
    assert NOT_TOLD not in leader.get(child).body
    assert "Kommer du?" in mother.get(meeting).body
    await confirm(portal.world, thing.problem, FACT)
    for person in (leader, teacher):
        for path in (child, meeting):
            said = text_of(person.get(path).main)
            assert NOT_TOLD in said
            assert "Forældrene må ikke orienteres." in said, "the model's own reason"
    assert "Var inviteret, før det begyndte, og deltager ikke" in leader.get(meeting).body
    assert mother.get(meeting, status=404).body == mother.get(f"/meetings/{uuid4()}", status=404).body
    assert NOT_TOLD not in mother.get("/").body

    await confirm(portal.world, thing.problem)
    page = leader.get(meeting)
    assert NOT_TOLD not in page.body
    assert "Nogle er ikke længere inviteret" in page.body
    assert "Kommer du?" not in mother.get(meeting).body
    page = leader.fill(page, "restore-parents")
    assert "Nogle er ikke længere inviteret" not in page.body or "restore-parents" not in page.body
    assert "Kommer du?" in mother.get(meeting).body


async def test_the_family_chooses_on_its_meeting_page(portal: Portal) -> None:
    town = portal.world.north
    teacher, mother, father = (portal.person(town, name) for name in ("teacher", "mother", "father"))
    thing = await open_one(portal.world)
    path = f"/meetings/{thing.meeting}"
    assert "Referatet er ikke åbent for dig" in teacher.get(path).body
    for person in (mother, father):
        page = person.get(path)
        assert "Du har ikke valgt endnu" in page.body
        readers = [
            one.get("value", "")
            for one in page.form("readers").iter(NAMESPACE + "input")
            if one.get("name") == "participantIds"
        ]
        assert len(readers) == 1, "the teacher; who leads it always reads it"
        page = person.fill(page, "readers", participantIds=readers)
        assert "Dit valg er gemt" in page.body, text_of(page.main)
        assert "Du har ikke valgt endnu" not in person.get(path).body
    assert "Referatet er ikke åbent for dig" not in teacher.get(path).body
    assert "Hvem må læse referatet?" not in teacher.get(path).body
