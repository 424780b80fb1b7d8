"""A quarter of a town: many children with what an indicator counts, and nothing that is ever opened.

The rows are written behind the walls: a hundred meetings through the services would take the test a minute, and what
counts them reads these columns alone.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from uuid import UUID, uuid4

import asyncpg

from tests.builders.world import Town

TYPE = "se_ske_moede"


@dataclass(frozen=True)
class Met:
    """What happened at one child's meeting."""

    at: datetime
    type: str = TYPE
    child: str = "obtained"
    """obtained, attempted or missing."""
    parent: bool = True
    there: bool = True
    heard: bool = True
    ticked: bool = False
    opened_before: timedelta = timedelta(days=10)
    follow_up_by: date | None = None
    followed_at: datetime | None = None
    agreement_due: date | None = None
    agreement_done: datetime | None = None
    notified_at: datetime | None = None
    status: str = "concluded"
    evaluated: bool | None = None
    """Whether the family said in the evaluation of its network that it knew whom to contact; None: not evaluated."""


async def add_child(connection: asyncpg.Connection, town: Town, unit: str, met: Met) -> UUID:
    """One more child at a unit with one meeting; answers the casework's dossier."""
    async with connection.transaction():
        # The triggers that derive grants work within a tenant.
        await connection.fetchval("select rundbord.begin_system($1)", town.tenant)
        return await _add_child(connection, town, unit, met)


async def _add_child(connection: asyncpg.Connection, town: Town, unit: str, met: Met) -> UUID:
    identity, dossier, child, problem, meeting = (uuid4() for _ in range(5))
    tenant, unit_id = town.tenant, town.people.units[unit]
    staff = town.id("leader")
    version = await connection.fetchval("select id from model_version where tenant_id = $1 limit 1", tenant)
    for one, kind in ((identity, "identity"), (dossier, "casework")):
        await connection.execute(
            "insert into dossier (tenant_id, id, kind, unit_id, audit_pseudonym, opened_at) values ($1, $2, $3, $4, $5, $6)",
            tenant, one, kind, unit_id, uuid4(), met.at,
        )  # fmt: skip
    await connection.execute(
        "insert into person (tenant_id, id, dossier_id, kind, sealed) values ($1, $2, $3, 'subject', '')",
        tenant, child, identity,
    )  # fmt: skip
    await connection.execute(
        """insert into casework (tenant_id, dossier_id, child_id, model_version_id, last_activity_at)
           values ($1, $2, $3, $4, $5)""",
        tenant, dossier, child, version, met.at,
    )  # fmt: skip
    await connection.execute(
        """insert into problem (tenant_id, id, dossier_id, track, status, opened_at, sealed)
           values ($1, $2, $3, 'main', 'open', $4, '')""",
        tenant, problem, dossier, met.at - met.opened_before,
    )  # fmt: skip
    place = await _meeting(connection, tenant, meeting, dossier, problem, version, staff, met)
    if met.ticked:
        await connection.execute(
            """insert into counted_answer (tenant_id, dossier_id, meeting_id, measure)
               values ($1, $2, $3, 'field:se_ske.replaces')""",
            tenant, dossier, meeting,
        )  # fmt: skip
    if met.evaluated is not None:
        network = uuid4()
        await connection.execute(
            """insert into network (tenant_id, id, dossier_id, network_key, model_version_id, services, formed_by, formed_at,
                   sealed)
               values ($1, $2, $3, 'relevant_network', $4, '{}', $5, $6, '')""",
            tenant, network, dossier, version, staff, met.at,
        )  # fmt: skip
        await connection.execute(
            """insert into network_evaluation (tenant_id, id, dossier_id, network_id, form_key, model_version_id, by_family,
                   recorded_by, recorded_at, sealed, counted)
               values ($1, $2, $3, $4, 'netvaerk_hjalp', $5, true, $6, $7, '', $8)""",
            tenant, uuid4(), dossier, network, version, staff, met.at,
            ["evaluation:netvaerk_hjalp.knew_whom"] if met.evaluated else [],
        )  # fmt: skip
    if met.followed_at:
        later = replace(met, at=met.followed_at, status="held", follow_up_by=None)
        await _meeting(connection, tenant, uuid4(), dossier, problem, version, staff, later, previous=meeting)
    if met.agreement_due:
        await connection.execute(
            """insert into agreement (tenant_id, id, dossier_id, meeting_id, responsible_id, due_on, close_to_child, status,
                   made_at, settled_at, sealed)
               values ($1, $2, $3, $4, $5, $6, true, $7, $8, $9, '')""",
            tenant, uuid4(), dossier, meeting, place, met.agreement_due,
            "done" if met.agreement_done else "open", met.at, met.agreement_done,
        )  # fmt: skip
    if met.notified_at:
        await connection.execute(
            """insert into underretning
                   (tenant_id, id, dossier_id, child_id, bypass, written_by, written_at, sent_by, sent_at, sealed)
               values ($1, $2, $3, $4, 'underretning', $5, $6, $5, $6, '')""",
            tenant, uuid4(), dossier, child, staff, met.notified_at,
        )  # fmt: skip
    return dossier


async def _meeting(
    connection: asyncpg.Connection, tenant: UUID, meeting: UUID, dossier: UUID, problem: UUID, version: UUID, staff: UUID,
    met: Met, previous: UUID | None = None,
) -> UUID:  # fmt: skip
    """One meeting with a parent and the perspectives; answers the parent's place at it."""
    place = uuid4()
    await connection.execute(
        """insert into meeting (tenant_id, id, dossier_id, problem_id, type, model_version_id, status, starts_at, ends_at,
               convener_id, previous_id, follow_up_by, called_at, sealed)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $8::timestamptz + interval '1 hour', $9, $10, $11, $8, '')""",
        tenant, meeting, dossier, problem, met.type, version, met.status, met.at, staff, previous, met.follow_up_by,
    )  # fmt: skip
    await connection.execute(
        """insert into participant (tenant_id, id, dossier_id, meeting_id, kind, role, strength, external, status, attended,
               access_from, heard_at, sealed)
           values ($1, $2, $3, $4, 'parent', 'parents', 'always', false, 'invited', $5, $6, $7, '')""",
        tenant, place, dossier, meeting, met.there, met.at, met.at - timedelta(days=3) if met.heard else None,
    )  # fmt: skip
    for whose, told in (("child", met.child == "obtained"), ("parent", met.parent)):
        if whose == "child" and met.child == "missing":
            continue
        await connection.execute(
            """insert into perspective
                   (tenant_id, id, line_id, dossier_id, meeting_id, whose, obtained, recorded_by, recorded_at, sealed)
               values ($1, $2, $2, $3, $4, $5, $6, $7, $8, '')""",
            tenant, uuid4(), dossier, meeting, whose, told, staff, met.at,
        )  # fmt: skip
    return place
