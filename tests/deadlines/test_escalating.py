"""Who follows up what was not done, as each of the three papers has it: at once convener and coordinator, then who it names."""

from datetime import datetime, timedelta
from typing import Final

import pytest

from services.core.calendar import add_period, calendar_of, end_of_day
from services.core.deadline.rules import last_day
from services.core.deadline.service import NewDeadline, plan_deadlines
from services.core.tenancy.model import Model
from tests.builders.world import World
from tests.consultation.conftest import of
from tests.deadlines.waiting import until
from tests.environment import Cluster
from tests.rules.cases import model_of
from tests.worker.case import open_case

PAPERS: Final = {
    "randers": {("agenda", "leader", "RA-11")},
    # Neither paper says what follows when something is late: whoever called and whoever holds the thread are told at once.
    "slagelse": set[tuple[str, str, str]](),
    "ringsted": set[tuple[str, str, str]](),
}


@pytest.mark.parametrize("town", PAPERS)
def test_the_models_name_whom_the_papers_name(town: str) -> None:
    assert {(one.deadline, one.to, one.rule) for one in model_of(town).escalations} == PAPERS[town]


@pytest.mark.parametrize("town", PAPERS)
async def test_a_missed_deadline_goes_up_as_the_model_says_and_no_further(
    town: str, cluster: Cluster, tmp_path_factory: pytest.TempPathFactory
) -> None:
    async with of(town, cluster, tmp_path_factory.mktemp("keys")) as world:
        case = await open_case(world, world.north)
        async with world.worker.write(world.north.system, "test.plan") as tx:
            due_at = end_of_day((tx.now + timedelta(days=3)).date())
            key = next((one.deadline for one in world.north.model.escalations), "agenda")
            new = NewDeadline(
                dossier=case.dossier, key=key, task="send_agenda", meeting=case.meeting, due_at=due_at,
                person=world.north.id("psychologist"),
            )  # fmt: skip
            await plan_deadlines(tx, [new])
        await until(world, due_at)
        at_once = {
            ("psychologist", "deadline_missed"),
            ("leader", "deadline_escalated"),
            ("teacher", "deadline_escalated"),
        }
        assert set(await told(world)) == at_once, "who was to do it, who called, who holds the thread"
        steps = _steps(world.north.model, due_at)
        for at in steps:
            await until(world, at)
        assert len(await told(world)) == len(at_once) + len(steps)
        await until(world, due_at + timedelta(days=90))
        assert len(await told(world)) == len(at_once) + len(steps)


def _steps(model: Model, due_at: datetime) -> list[datetime]:
    """When each whom the model names is told."""
    day, calendar = last_day(due_at), calendar_of(model)
    return sorted(end_of_day(add_period(day, one.after, calendar)) for one in model.escalations)


async def told(world: World) -> list[tuple[str, str]]:
    """Whom was told what, in the inbox."""
    names = {person: name for name, person in world.north.people.ids.items()}
    async with world.behind_the_walls() as db:
        rows = await db.fetch(
            "select recipient_id, kind from message where tenant_id = $1 and channel = 'inbox' and deadline_id is not null"
            " order by recipient_id, kind",
            world.north.tenant,
        )
    return [(names[row["recipient_id"]], row["kind"]) for row in rows]
