"""Two small municipalities with the same people in them, written behind the policies by a superuser."""

from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID, uuid4

import asyncpg

from services.core.keys.provider import FileKeyProvider
from tests.environment import Databases

CPR = "6101014444"
MITID = "0b2f0c3a-2f43-4c4a-9f5e-0d1f6e0f7a11"
STRANGER_CPR = "6202025555"
STRANGER_MITID = "d2a0f9f0-6a8b-4d55-8b0a-5b9a3a1f1c22"
CVR = {"north": "11111111", "south": "22222222"}


@dataclass
class Municipality:
    """A tenant and the ids of its people."""

    slug: str
    host: str
    id: UUID = field(default_factory=uuid4)
    unit: UUID = field(default_factory=uuid4)
    mother: UUID = field(default_factory=uuid4)
    leader: UUID = field(default_factory=uuid4)
    teacher: UUID = field(default_factory=uuid4)
    former: UUID = field(default_factory=uuid4)


async def build(databases: Databases, key_dir: Path) -> dict[str, Municipality]:
    """Both municipalities. The mother has one CPR number and, in each, another person id."""
    towns = {slug: Municipality(slug, f"{slug}.localhost") for slug in CVR}
    main = await asyncpg.connect(databases.main_superuser)
    keys = await asyncpg.connect(databases.keys_superuser)
    provider = FileKeyProvider(key_dir)
    provider.create_epoch(uuid4())  # the look-up key comes with the first one
    try:
        for town in towns.values():
            await _town(main, town)
            await keys.execute(
                "insert into rundbord.person_lookup values ($1, 'cpr', $2, $3)",
                town.id,
                provider.lookup_hash(town.id, "cpr", CPR),
                town.mother,
            )
    finally:
        await main.close()
        await keys.close()
    return towns


async def as_system(main: asyncpg.Connection, town: Municipality) -> None:
    """Triggers ask whose transaction it is and when."""
    await main.execute(
        "select set_config('rundbord.tenant', $1, false), set_config('rundbord.now', now()::text, false),"
        " set_config('rundbord.capacity', 'system', false)",
        str(town.id),
    )


async def _town(main: asyncpg.Connection, town: Municipality) -> None:
    await as_system(main, town)
    await main.execute(
        "insert into rundbord.tenant (id, slug, host, name, cvr, created_at) values ($1, $2, $3, $2, $4, now())",
        town.id,
        town.slug,
        town.host,
        CVR[town.slug],
    )
    await main.execute(
        "insert into rundbord.unit (tenant_id, id, kind, name, source_key) values ($1, $2, 'school', 'Skolen', 's1')",
        town.id,
        town.unit,
    )
    for person, kind, source in (
        (town.mother, "adult", None),
        (town.leader, "staff", "n-1"),
        (town.teacher, "staff", "n-2"),
        (town.former, "staff", "n-3"),
    ):
        dossier = uuid4()
        await main.execute(
            "insert into rundbord.dossier (tenant_id, id, kind, audit_pseudonym, opened_at)"
            " values ($1, $2, 'identity', $3, now())",
            town.id,
            dossier,
            uuid4(),
        )
        await main.execute(
            "insert into rundbord.person (tenant_id, id, dossier_id, kind, source_key, sealed)"
            " values ($1, $2, $3, $4, $5, '')",
            town.id,
            person,
            dossier,
            kind,
            source,
        )
    for person, role, valid in (
        (town.leader, "leader", "[2020-01-01,)"),
        (town.teacher, "professional", "[2020-01-01,)"),
        (town.former, "professional", "[2020-01-01,2021-01-01)"),
    ):
        await main.execute(
            "insert into rundbord.employment (tenant_id, id, person_id, unit_id, role, valid, recorded)"
            " values ($1, $2, $3, $4, $5, $6::text::tstzrange, '[2020-01-01,)')",
            town.id,
            uuid4(),
            person,
            town.unit,
            role,
            valid,
        )
