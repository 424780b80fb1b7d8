"""What these tests do again and again, as those who may: the adviser decides, the holder answers."""

from typing import Any

import asyncpg

from services.core.consent import store as consents
from services.core.consent.service import ask_consent, give_consent, withdraw_consent
from services.core.measure.service import DecideMeasure, StartMeasure, decide_measure, start_measure
from services.core.measure.store import MeasureRow
from services.core.problem.service import OpenProblem, open_problem
from services.core.problem.store import ProblemRow
from services.core.process import store as processes
from services.core.process.service import BeginProcess, RecordProcess, begin_process, record_process
from services.core.process.store import ProcessRow
from tests.builders.world import Town, World

CHILD, ADVISER, HOLDER = "neighbour", "adviser", "other_mother"
"""A child with an active case: its adviser, and its one custody holder."""


async def opened(world: World, town: Town, level: int | None = 5, child: str = CHILD) -> ProblemRow:
    """A problem of the child, on level 5 unless said otherwise."""
    track = "home" if town.model.tracks else "main"
    async with world.api.write(town.who(ADVISER), "test.open") as tx:
        return await open_problem(tx, OpenProblem(town.id(child), track, "Uro", level=level, reason="Haster"))


async def begun(world: World, town: Town, problem: ProblemRow | None = None, **more: Any) -> ProcessRow:
    """The child welfare assessment, begun by the adviser."""
    async with world.api.write(town.who(ADVISER), "test.begin") as tx:
        command = BeginProcess(town.id(CHILD), "assessment", problem.id if problem else None, **more)
        return await begin_process(tx, command)


async def concluded(world: World, town: Town, row: ProcessRow, **more: Any) -> ProcessRow:
    """The same with everything that the model asks it to cover."""
    points = frozenset(range(1, len(town.model.process(row.key).covers) + 1))
    async with world.api.write(town.who(ADVISER), "test.conclude") as tx:
        version = (await processes.process(tx, row.id)).version
        command = RecordProcess(row.id, version, points, "Fundet", conclude=True, **more)
        return await record_process(tx, command)


async def decided(
    world: World, town: Town, key: str, problem: ProblemRow | None = None, *, with_family: bool = True
) -> MeasureRow:
    """A measure that was decided on, by the adviser."""
    async with world.api.write(town.who(ADVISER), "test.decide") as tx:
        of = problem.id if problem else None
        asked = DecideMeasure(town.id(CHILD), key, "En familiebehandler", of, with_family=with_family)
        return await decide_measure(tx, asked)


async def started(world: World, town: Town, row: MeasureRow, **more: Any) -> MeasureRow:
    """Start it, with the family's cooperation on record."""
    async with world.api.write(town.who(ADVISER), "test.start") as tx:
        command = StartMeasure(row.id, row.version, **{"cooperates": True, **more})
        return await start_measure(tx, command)


async def said_yes(world: World, town: Town, purpose: str = "measure") -> None:
    """The holder is asked and says yes."""
    async with world.api.write(town.who(ADVISER), "test.ask") as tx:
        await ask_consent(tx, town.id(CHILD), purpose, None)
    async with world.api.write(town.who(HOLDER), "test.yes") as tx:
        for row in await consents.asked_of(tx, town.id(HOLDER), before=None, limit=10):
            if row.purpose == purpose and row.state == "asked":
                await give_consent(tx, row.id, row.text_version, row.version)


async def took_it_back(world: World, town: Town, purpose: str = "measure") -> None:
    """The holder withdraws what they said yes to."""
    async with world.api.write(town.who(HOLDER), "test.no") as tx:
        for row in await consents.asked_of(tx, town.id(HOLDER), before=None, limit=10):
            if row.purpose == purpose and row.state == "given":
                await withdraw_consent(tx, row.id, row.version)


async def deadlines(world: World, column: str, of: object) -> list[asyncpg.Record]:
    """A process's or measure's deadlines as they stand, behind the walls."""
    assert column in ("process_id", "measure_id")
    async with world.behind_the_walls() as connection:
        return list(
            await connection.fetch(
                f"select key, due_at, state, person_id, private, remind_at, done_at from deadline where {column} = $1"
                " order by due_at, state",
                of,
            )
        )


async def told(world: World, occurrence: str) -> set[object]:
    """Who was told of an occurrence."""
    async with world.behind_the_walls() as connection:
        rows = await connection.fetch(
            "select recipient_id from message where occurrence_key = $1", occurrence
        )
    return {one["recipient_id"] for one in rows}
