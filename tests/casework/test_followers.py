"""Who follows up a missed deadline may be a role, or who holds the thread or has called the meeting; each in its turn."""

import shutil
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Final

import pytest
import pytest_asyncio

from services.core.deadline.service import NewDeadline, plan_deadlines
from services.core.tenancy.check import check_dir
from services.core.tenancy.explain import explain_dir
from tests.builders.world import MODEL, World, build
from tests.casework.steps import DAY, swept
from tests.environment import Databases
from tests.worker.case import open_case

STEPS: Final = (("coordinator", 1), ("convener", 2), ("leader", 3))
ESCALATION: Final = """
[[escalations]]
deadline = "{deadline}"
after = {{ count = {days}, unit = "days" }}
to = "{to}"
why = {{ da = "De følger op.", en = "They follow up." }}
"""


def followed(directory: Path, deadline: str = "specialised_effort", to: str = "") -> Path:
    """A copy of Randers in which three follow up the reassessment, a day apart; or one, who is named."""
    copied = Path(shutil.copytree(MODEL, directory / "tenants" / "randers"))
    with (copied / "model.toml").open("a", encoding="utf-8") as file:
        for follower, days in ((to, 1),) if to else STEPS:
            file.write(ESCALATION.format(deadline=deadline, days=days, to=follower))
    return copied


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def world(databases: Databases, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[World]:
    model = followed(tmp_path_factory.mktemp("model"))
    async with build(databases, tmp_path_factory.mktemp("keys"), model=model) as built:
        yield built


async def test_each_is_told_on_their_own_day(world: World) -> None:
    case = await open_case(world, world.north)
    async with world.worker.write(world.north.system, "test.plan") as tx:
        await plan_deadlines(
            tx,
            [
                NewDeadline(
                    dossier=case.dossier,
                    key="specialised_effort",
                    task="reassess",
                    meeting=case.meeting,
                    person=world.north.id("psychologist"),
                    due_at=tx.now + timedelta(hours=1),
                )
            ],
        )
    names = {person: name for name, person in world.north.people.ids.items()}

    async def escalated() -> list[str]:
        await swept(world)
        async with world.behind_the_walls() as db:
            rows = await db.fetch(
                "select recipient_id, occurrence_key from message where kind = 'deadline_escalated'"
                " and channel = 'mail' and dossier_id = $1 order by planned_at",
                case.dossier,
            )
        # At once convener and coordinator are told, whatever the model says; what it says comes after that.
        return [names[row["recipient_id"]] for row in rows if not row["occurrence_key"].endswith(":0")]

    await world.advance(2 * 3600)
    assert await escalated() == []
    seen = []
    for _ in range(9):
        await world.advance(DAY)
        seen.append(await escalated())
    assert seen[-1] == ["teacher", "leader", "leader"], "who holds the thread, who called, who leads"
    assert ["teacher"] in seen
    assert ["teacher", "leader"] in seen


def test_the_document_says_who_they_are(tmp_path: Path) -> None:
    said = explain_dir(followed(tmp_path))
    assert "Den, der holder trådene" in said
    assert "Den, der har indkaldt mødet" in said


def test_nobody_else_follows_up(tmp_path: Path) -> None:
    (found,) = check_dir(followed(tmp_path, to="the_mayor"))
    assert (found.code, found.path) == ("dangling", "escalations[1].to")
