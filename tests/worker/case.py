"""A case of one child in a town: casework, a problem with a coordinator, a meeting with its circle.

Rows are written behind the walls, since what is tested here begins when they exist. The dossier and its key are
opened by the real service.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

from services.core.dossier.service import open_dossier
from services.core.identity import DossierId
from tests.builders.world import Town, World

SEALED = b"\x01not opened by the worker"


@dataclass(frozen=True)
class Case:
    """Ids of one case."""

    dossier: DossierId
    problem: UUID
    meeting: UUID
    starts_at: datetime


async def open_case(world: World, town: Town, child: str = "child", days: int = 20) -> Case:
    """A case whose meeting is ``days`` from now; convened by the leader, coordinated by the teacher.

    Invited are mother and father, and the psychologist as a professional.
    """
    async with world.worker.write(town.system, "test.case") as tx:
        dossier = await open_dossier(tx, "casework", unit=town.people.units["school"], subject=town.id(child))
        now = tx.now
    case = Case(dossier, uuid4(), uuid4(), now + timedelta(days=days))
    async with world.behind_the_walls() as db:
        version = await db.fetchval("select id from model_version where tenant_id = $1", town.tenant)
        await db.execute("select set_config('rundbord.tenant', $1, false), set_config('rundbord.now', $2, false)",
                         str(town.tenant), now.isoformat())  # fmt: skip
        # A child has one open casework: that of an earlier test is over.
        await db.execute(
            "update casework set closed_at = $3 where tenant_id = $1 and child_id = $2 and closed_at is null",
            town.tenant, town.id(child), now,
        )  # fmt: skip
        await db.execute(
            "insert into casework (tenant_id, dossier_id, child_id, model_version_id, last_activity_at)"
            " values ($1, $2, $3, $4, $5)",
            town.tenant, dossier, town.id(child), version, now,
        )  # fmt: skip
        await db.execute(
            "insert into problem (tenant_id, id, dossier_id, track, level, status, opened_at, sealed)"
            " values ($1, $2, $3, 'school', 3, 'open', $4, $5)",
            town.tenant, case.problem, dossier, now, SEALED,
        )  # fmt: skip
        await db.execute(
            "insert into problem_coordinator (tenant_id, id, dossier_id, problem_id, place, person_id, since)"
            " values ($1, $2, $3, $2, '', $4, $5)",
            town.tenant, case.problem, dossier, town.id("teacher"), now,
        )  # fmt: skip
        await db.execute(
            "insert into meeting (tenant_id, id, dossier_id, problem_id, type, level, model_version_id, status,"
            " starts_at, ends_at, convener_id, called_at, sealed)"
            " values ($1, $2, $3, $4, 'netvaerksmoede_3', 3, $5, 'planned', $6, $7, $8, $9, $10)",
            town.tenant, case.meeting, dossier, case.problem, version, case.starts_at,
            case.starts_at + timedelta(hours=1), town.id("leader"), now, SEALED,
        )  # fmt: skip
        for name, kind in (("mother", "parent"), ("father", "parent"), ("psychologist", "professional")):
            await db.execute(
                "insert into participant (tenant_id, id, dossier_id, meeting_id, person_id, kind, role, strength,"
                " external, status, access_from, sealed)"
                " values ($1, $2, $3, $4, $5, $6, $6, 'always', false, 'invited', $7, $8)",
                town.tenant, uuid4(), dossier, case.meeting, town.id(name), kind, now, SEALED,
            )  # fmt: skip
    return case


def anchors(world: World) -> Path:
    """Where this world's audit chain is anchored."""
    return world.key_dir / "anchors"


async def change(world: World, town: Town, sql: str, *values: object) -> None:
    """Change rows of a town as something outside this test's part would have: $1 is the tenant."""
    async with world.behind_the_walls(town) as db:
        await db.execute(sql, town.tenant, *values)
