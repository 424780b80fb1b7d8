"""The files of the guide are files that work: each is brought as it stands there, checked and carried out."""

import re

from services.core.intake.records import Kind
from tests.architecture.tree import ROOT
from tests.builders.world import World
from tests.intake.conftest import carry_out

GUIDE = ROOT / "docs" / "howto" / "import-people.md"


async def test_every_file_of_the_guide_is_carried_out_without_an_error(world: World) -> None:
    found = re.findall(r"^```csv (\w+)\n(.*?)^```", GUIDE.read_text("utf-8"), re.DOTALL | re.MULTILINE)
    assert {kind for kind, _ in found} == {kind.value for kind in Kind}
    for kind, text in found:
        done = await carry_out(world, world.south, Kind(kind), text, source="guide")
        assert done.run.state == "done"
        assert done.wrong() == [], kind
        rows = len(text.splitlines()) - 1
        assert done.counts[("apply", kind, "new")] == rows, kind
