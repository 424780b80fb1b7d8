"""The end of a case: closed, held by the data protection officer, let go, erased, and nowhere to be found."""

import asyncio
from collections.abc import Mapping
from datetime import date, timedelta
from uuid import UUID

from services.core.identity import DossierId, TenantId
from services.local.acting import as_worker, tenants_of
from tests.acceptance.conftest import System
from tests.acceptance.member import Member
from tests.acceptance.traces import assert_sent_once, files_with, valkey_with

TENANT = "randers"
_MEETING = "query($id: ID!) { meeting(id: $id) { status } }"


def erased_in_time(
    system: System, leader: Member, mother: Member, child: str, meeting: str, words: Mapping[str, str]
) -> None:
    """Rows and key go after the tenant's own time, not while a hold stands; none of the words is left anywhere."""
    dpo = Member.of(system, TENANT, "dpo")
    case = "query($id: ID!) { child(id: $id) { version eraseAfter problems { id version status } } }"
    for one in leader.query(case, id=child)["problems"]:
        if one["status"] == "OPEN":
            leader.do(
                "closeProblem", "problem { status }", problemId=one["id"], expectedVersion=one["version"]
            )
    version = leader.query(case, id=child)["version"]
    leader.do("closeCasework", "child { closedAt }", childId=child, expectedVersion=version)
    day = date.fromisoformat(leader.query(case, id=child)["eraseAfter"])
    hold = dpo.do("placeHold", "hold { id version }", childId=child, reason=words["hold"])["hold"]
    dossier, held = asyncio.run(key_of(system, child))
    assert held

    system.command("clock", "set", f"{day + timedelta(days=1)}T12:00")
    system.command("sweep", "--tenant", TENANT, "--wait")
    assert leader.query(_MEETING, id=meeting)["status"] == "CONCLUDED", "a hold stops the erasure"
    dpo.do("liftHold", "hold { liftedAt }", holdId=hold["id"], expectedVersion=hold["version"])
    system.command("sweep", "--tenant", TENANT, "--wait")
    for who in (leader, mother):
        assert who.codes(_MEETING, id=meeting) == ["NOT_FOUND"]
    assert leader.query(case, id=child)["problems"] == []
    certificates = dpo.query("{ erasures { edges { node { what erasedAt keyDestroyedBy rule } } } }")["edges"]
    assert certificates
    assert all(edge["node"]["erasedAt"] and edge["node"]["rule"] for edge in certificates)
    _, held = asyncio.run(key_of(system, child, dossier))
    assert not held, "the key outlived its rows"

    assert files_with(system, ["Mette Mosekonge"]), "the search does not see the databases' files"
    assert not files_with(system, words.values())
    assert not valkey_with(system, words.values())
    assert_sent_once(system)
    assert system.command("audit", "verify")["ok"]


async def key_of(system: System, child: str, dossier: UUID | None = None) -> tuple[UUID, bool]:
    """The child's casework, and whether its key is in the keys instance."""
    running = system.up.running()
    tenant = TenantId(tenants_of(running, TENANT)[TENANT])
    async with as_worker(running, system.up.data) as db:
        if dossier is None:
            async with db.tenant_function() as connection:
                await connection.fetchval("select rundbord.begin_system($1)", tenant)
                dossier = await connection.fetchval(
                    "select dossier_id from rundbord.casework where tenant_id = $1 and child_id = $2",
                    tenant,
                    UUID(child),
                )
        assert dossier is not None
        return dossier, bool(await db.keyring.fetch(tenant, [DossierId(dossier)]))
