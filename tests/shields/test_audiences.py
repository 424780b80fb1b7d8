"""Each reader of a form sees exactly the fields that are for them: over all forms of all tenants, and on the system."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from services.core.identity import Capacity
from services.core.meeting import store
from services.core.meeting.calling import CallMeeting, call_meeting
from services.core.meeting.invitees import Choice
from services.core.meeting.recording import fill_form
from services.core.problem.service import OpenProblem, open_problem
from services.core.reactions import REACTIONS
from services.core.tenancy.forms import Audience, readable
from services.core.tenancy.loader import load_model
from tests.builders.meetings import comes
from tests.builders.world import World, build, open_session
from tests.environment import Databases
from tests.isolation.asking import Asking, Who
from tests.shields.conftest import api_of, shielded

ROOT = Path(__file__).parents[2]
MODELS = [
    *sorted((ROOT / "tenants").glob("*/model.toml")),
    *sorted((ROOT / "tests/municipalities").glob("*/model.toml")),
]
ONE_EACH = "".join(
    f"""
[[fields]]
key = "for_{one.value}"
label = {{ da = "Til {one.value}", en = "For {one.value}" }}
kind = "text"
visible_to = ["{one.value}"]
"""
    for one in Audience
)
FORM = "query($id: ID!) { meeting(id: $id) { form { fields { key value } } } }"


@pytest.mark.parametrize("file", MODELS, ids=lambda file: file.parent.name)
def test_every_form_shows_each_reader_exactly_their_fields(file: Path) -> None:
    forms = load_model(file.parent).forms
    assert forms
    for form in forms:
        seen: set[str] = set()
        for audience in Audience:
            mine = [one.key for one in readable(form, {audience})]
            assert mine == [one.key for one in form.fields if audience in one.visible_to]
            seen |= set(mine)
        assert seen == {one.key for one in form.fields}, "a field that nobody reads"
        both = [one.key for one in readable(form, {Audience.FAMILY, Audience.CHILD})]
        each = {one.key for aud in (Audience.FAMILY, Audience.CHILD) for one in readable(form, {aud})}
        assert set(both) == each
        # What is for professionals alone is no field of anybody else's.
        others = readable(form, set(Audience) - {Audience.PROFESSIONALS})
        assert not [one for one in others if set(one.visible_to) == {Audience.PROFESSIONALS}]


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def formed(databases: Databases, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Asking]:
    """A town whose form of level 3 has one field for each reader, and a young person of 17 who can log in."""
    model = shielded(tmp_path_factory.mktemp("model"))
    with (model / "forms" / "det_gule_skema.toml").open("a", encoding="utf-8") as file:
        file.write(ONE_EACH)
    async with (
        build(databases, tmp_path_factory.mktemp("keys"), REACTIONS, model) as world,
        api_of(world) as asking,
    ):
        yield asking


async def test_the_api_gives_each_viewer_exactly_their_fields(formed: Asking) -> None:
    world: World = formed.village.world
    town = world.north
    async with world.api.write(town.who("leader"), "test.call") as tx:
        problem = await open_problem(tx, OpenProblem(town.id("sibling"), "institution", "Uro"))
        called = await call_meeting(
            tx,
            CallMeeting(
                child=town.id("sibling"),
                type="netvaerksmoede_3",
                starts_at=tx.now + timedelta(days=14),
                place="Skolen",
                problem=problem.id,
                choices=(Choice("staff", person=town.id("teacher")), Choice("network", name="Mormor")),
                reason="Det haster.",
            ),
        )
        form = await store.form(tx, called.id)
        assert form is not None
        values = {f"for_{one.value}": f"til {one.value}" for one in Audience}
        await fill_form(tx, called.id, values, complete=False, expected_version=form.version)
    await comes(world, town, "teacher", called.id)
    town.sessions["sibling"] = await open_session(
        world.worker, town.tenant, town.id("sibling"), Capacity.FAMILY
    )
    for name, audience in (
        ("leader", {"professionals"}),
        ("teacher", {"professionals"}),
        ("mother", {"family"}),
        ("sibling", {"family", "child"}),
    ):
        said = await formed.graphql(Who("north", name), FORM, {"id": str(called.id)})
        fields: list[dict[str, Any]] = said.json["data"]["meeting"]["form"]["fields"]
        wanted = {f"for_{one}" for one in audience}
        assert {one["key"] for one in fields if one["key"].startswith("for_")} == wanted, name
        assert {one["value"] for one in fields if one["key"] in wanted} == {f"til {one}" for one in audience}
        assert "til network" not in said.body.decode()
