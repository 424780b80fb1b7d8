"""What the catalogue tests ask PostgreSQL itself, and the few exceptions they allow, each with its reason."""

from dataclasses import dataclass
from typing import Final

import asyncpg

from tests.environment import Databases

INSTANCES: Final = ("main", "keys")
LOGIN: Final = ("rundbord_api", "rundbord_worker", "rundbord_notifier")
CAPACITIES: Final = (
    "rundbord_family",
    "rundbord_relation",
    "rundbord_unit",
    "rundbord_oversight",
    "rundbord_auditor",
    "rundbord_calendar",
)

# Exceptions. They may only shrink.
UNWALLED: Final = {"main.business_clock": "one row for everyone: by how much business time is ahead"}
WITHOUT_TENANT: Final = {
    "main.tenant": "is the tenant",
    "main.business_clock": "one row for everyone",
    "keys.key_epoch": "names of wrapping keys, which serve all tenants",
}
FOREIGN_WITHOUT_TENANT: Final = {"keys.dossier_key_epoch_id_fkey": "to the epochs, which serve all tenants"}
READ_BEFORE_THE_TENANT: Final = {
    "tenant": "who is a tenant is no secret between services; sweeps go from one to the next",
    "business_clock": "one row for everyone",
    "key_epoch": "names of wrapping keys",
}
OPEN_TO_A_GUEST: Final = {
    "dossier": "whose meeting it is",
    "dossier_place": "where the child is",
    "person": "whose meeting it is",
    "casework": "whose meeting it is",
    "kept_away": "from whom their meeting is kept",
    "meeting": "their own, and what was shared",
    "participant": "who comes to it",
    "time_proposal": "of a meeting they are asked to",
    "proposed_time": "of a meeting they are asked to",
    "time_answer": "their own",
    "agenda_item": "of a meeting they said yes to",
    "form": "of a meeting they said yes to, or shared",
    "form_version": "of a meeting they said yes to",
    "draft": "their own, about a meeting they said yes to",
    "perspective": "of a meeting they said yes to, where it was said to be for them too",
    "perspective_drawing": "of a perspective that they read",
    "video_link": "of a meeting they said yes to",
    "agreement": "of a meeting they said yes to, or for them to do",
    "conclusion": "of a meeting they said yes to",
    "problem": "name and level of their meeting's, or shared",
    "level_move": "of a problem that was shared",
    "action_plan": "shared",
    "share": "with them",
    "deadline": "theirs to meet",
    "message": "to them",
    "family_relation": "who comes with somebody to their meeting",
    "handover": "addressed to them",
    "handover_document": "that they accepted",
    "underretning": "that they wrote or are asked to read: the duty knows no reach",
}
"""Of what somebody with a place in a meeting alone sees some rows (ADR 0023). A new table is closed to them."""
NOT_OF_THE_CASE: Final = {
    "contact_choice": "how one wants to be told: one's own, in whatever capacity",
    "departure": "whether a child lives, and lives here: for whoever sees that it is there",
    "idempotency_key": "one's own answers, in one's own dossier",
}
"""Tables with a dossier that no reach bounds."""
MISSING_TENANT: Final = "RB001"


@dataclass(frozen=True)
class Table:
    """A table, and what stands before it."""

    instance: str
    name: str
    row_security: bool
    forced: bool
    owner: str
    key: tuple[str, ...]

    @property
    def full(self) -> str:
        """As the exceptions name it."""
        return f"{self.instance}.{self.name}"


async def connected(databases: Databases, instance: str, role: str = "") -> asyncpg.Connection:
    """A connection to one instance, as its superuser or as a login role."""
    superuser = databases.main_superuser if instance == "main" else databases.keys_superuser
    dsn = getattr(databases, instance)[role] if role else superuser
    return await asyncpg.connect(dsn, server_settings={"search_path": "rundbord"})


async def tables(databases: Databases, instance: str) -> list[Table]:
    """Every table of the schema."""
    rows = await ask(
        databases,
        instance,
        """select c.relname, c.relrowsecurity, c.relforcerowsecurity, pg_get_userbyid(c.relowner) as owner,
                  coalesce((select array_agg(a.attname::text order by k.n) from pg_index i
                            cross join unnest(i.indkey::int[]) with ordinality k (attnum, n)
                            join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
                            where i.indrelid = c.oid and i.indisprimary), '{}') as key
           from pg_class c where c.relnamespace = 'rundbord'::regnamespace and c.relkind in ('r', 'p')
           order by c.relname""",
    )
    return [Table(instance, row[0], row[1], row[2], row[3], tuple(row[4])) for row in rows]


async def ask(databases: Databases, instance: str, sql: str, *arguments: object) -> list[asyncpg.Record]:
    """Ask as the superuser."""
    connection = await connected(databases, instance)
    try:
        found: list[asyncpg.Record] = await connection.fetch(sql, *arguments)
        return found
    finally:
        await connection.close()
