"""What waits for an answer in a town, the clock up to its moments, and what is told and left of it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from services.core.sweep.kinds import SweepKind
from services.core.sweep.service import run_sweep
from services.core.task.store import TaskRow, tasks
from tests.builders.world import World
from tests.worker.case import anchors


@dataclass(frozen=True)
class Waiting:
    """The deadline by which an answer is awaited."""

    id: UUID
    key: str
    person: UUID | None
    follower: UUID | None
    remind_at: tuple[datetime, ...]
    due_at: datetime
    state: str
    done: bool


async def waiting(world: World, key: str, **where: UUID) -> Waiting:
    """The newest of its kind, in whichever state it is."""
    places = "".join(f" and {column} = '{value}'" for column, value in where.items())
    async with world.behind_the_walls() as db:
        row = await db.fetchrow(
            "select id, key, person_id, follower_id, remind_at, due_at, state, done_at from deadline"
            f" where tenant_id = $1 and key = $2{places} order by due_at desc, id limit 1",
            world.north.tenant,
            key,
        )
    assert row is not None, key
    return Waiting(
        row["id"], row["key"], row["person_id"], row["follower_id"], tuple(row["remind_at"]), row["due_at"], row["state"],
        row["done_at"] is not None,
    )  # fmt: skip


async def until(world: World, at: datetime) -> None:
    """Move the clock to just after an instant, and do what is due."""
    async with world.worker.read(world.north.system, "test.now") as tx:
        left = at - tx.now
    if left > timedelta(0):
        await world.advance(int(left.total_seconds()) + 1)
    await swept(world)


async def swept(world: World) -> None:
    """Whatever is due is done."""
    for kind in (SweepKind.DEADLINES, SweepKind.ADULTHOOD):
        while (done := await run_sweep(world.worker, anchors(world), world.north.tenant, kind)).handled:
            assert not done.failed


async def told(world: World, deadline: UUID) -> set[tuple[str, UUID]]:
    """Whom of it was told what."""
    async with world.behind_the_walls() as db:
        rows = await db.fetch(
            "select distinct kind, recipient_id from message where deadline_id = $1", deadline
        )
    return {(row["kind"], row["recipient_id"]) for row in rows}


async def unsent(world: World, deadline: UUID) -> int:
    """How much of it is still to be sent."""
    async with world.behind_the_walls() as db:
        found: int = await db.fetchval(
            "select count(*) from message where deadline_id = $1 and state in ('planned', 'sending')",
            deadline,
        )
    return found


async def tasks_of(world: World, who: str) -> list[TaskRow]:
    """What waits for somebody."""
    async with world.api.read(world.north.who(who), "test.tasks") as tx:
        return await tasks(tx, frozenset())


async def kinds_of(world: World, who: str, deadline: UUID) -> set[str]:
    """As what a deadline stands among somebody's tasks."""
    return {row.kind for row in await tasks_of(world, who) if row.deadline_id == deadline}
