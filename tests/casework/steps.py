"""What is done in these tests over and over: looking at a case, confirming, sweeping, and reading the rows behind it."""

from datetime import date

import asyncpg

from services.core.casework.service import Case, load_case
from services.core.casework.store import CaseworkRow
from services.core.problem.confirming import ConfirmCase, confirm_case
from services.core.sweep.kinds import SweepKind
from services.core.sweep.service import Swept, run_sweep
from tests.builders.world import World

DAY = 24 * 3600


async def looked_at(world: World, who: str, child: str) -> Case:
    """The case as somebody of the north has it before them."""
    async with world.api.read(world.north.who(who), "test.case") as tx:
        return await load_case(tx, world.north.id(child))


async def confirmed(
    world: World,
    who: str,
    child: str,
    *facts: str,
    on: date | None = None,
    days: dict[str, date] | None = None,
) -> CaseworkRow:
    """Confirm exactly these facts of the case as a whole."""
    async with world.api.write(world.north.who(who), "test.confirm") as tx:
        case = await load_case(tx, world.north.id(child))
        version = case.casework.version if case.casework else 0
        return await confirm_case(
            tx, ConfirmCase(world.north.id(child), frozenset(facts), version, days or {}, on)
        )


async def deadlines(world: World, casework: CaseworkRow) -> list[asyncpg.Record]:
    """Every deadline of a case that is no meeting's, as it stands in the table, the oldest first."""
    async with world.behind_the_walls() as db:
        rows: list[asyncpg.Record] = await db.fetch(
            "select id, problem_id, meeting_type, key, task, role, private, due_at, done_at, state, escalating, version"
            " from deadline where dossier_id = $1 and meeting_id is null order by due_at, key, id",
            casework.dossier_id,
        )
        return rows


async def standing(world: World, casework: CaseworkRow) -> list[tuple[str, str]]:
    """Key and state of those that were not taken back."""
    return [
        (row["key"], row["state"]) for row in await deadlines(world, casework) if row["state"] != "cancelled"
    ]


async def swept(world: World) -> Swept:
    """Let the sweep of deadlines find what is due in the north."""
    return await run_sweep(world.worker, world.key_dir / "anchors", world.north.tenant, SweepKind.DEADLINES)


async def told(world: World, casework: CaseworkRow) -> list[tuple[str, str]]:
    """What was planned as mail about a case's deadlines, and to whom by name."""
    names = {person: name for name, person in world.north.people.ids.items()}
    async with world.behind_the_walls() as db:
        rows = await db.fetch(
            "select kind, recipient_id from message where dossier_id = $1 and channel = 'mail'"
            " and deadline_id is not null order by planned_at, kind, recipient_id",
            casework.dossier_id,
        )
    return [(row["kind"], names[row["recipient_id"]]) for row in rows]
