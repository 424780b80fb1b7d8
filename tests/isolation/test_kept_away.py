"""Every table that leads a family to a problem or a meeting has the wall of what is kept from it. Closed world."""

from typing import Final

from tests.environment import Databases
from tests.isolation.catalogue import ask

OTHERWISE: Final = {
    ("meeting", "previous_id"): "an id; the meeting before is asked for by itself, and is not there",
    ("message", "meeting_id"): "by about_id, which plan_message finds out from the meeting",
}
"""Ways that need no wall of their own, each with its reason. They may only become fewer."""


async def test_every_way_to_a_problem_or_a_meeting_is_walled(databases: Databases) -> None:
    rows = await ask(
        databases,
        "main",
        """select distinct t.relname as table, a.attname as column,
                  coalesce((select p.qual from pg_policies p
                            where p.schemaname = 'rundbord' and p.tablename = t.relname and p.policyname = 'kept_away'
                              and p.permissive = 'RESTRICTIVE' and p.roles = '{rundbord_family}' and p.cmd = 'ALL'), '') as wall
           from pg_constraint c
           join pg_class t on t.oid = c.conrelid and t.relnamespace = 'rundbord'::regnamespace
           join pg_class r on r.oid = c.confrelid and r.relname in ('problem', 'meeting', 'process', 'measure')
           join pg_attribute a on a.attrelid = t.oid and a.attnum = any (c.conkey)
           where c.contype = 'f' and a.attname not in ('tenant_id', 'dossier_id')
             and has_any_column_privilege('rundbord_family', t.oid, 'SELECT')""",
    )
    assert len(rows) > 10
    open_ = {
        (row["table"], row["column"])
        for row in rows
        if f"({row['column']} <> ALL" not in row["wall"] or "kept_from_me" not in row["wall"]
    }
    assert open_ == set(OTHERWISE)


async def test_the_things_themselves_are_walled_and_the_marks_are_nobody_s_of_the_family(
    databases: Databases,
) -> None:
    rows = await ask(
        databases,
        "main",
        """select tablename, qual from pg_policies
           where schemaname = 'rundbord' and policyname = 'kept_away' and permissive = 'RESTRICTIVE'""",
    )
    walls = {row["tablename"]: row["qual"] for row in rows}
    for table, column in (
        ("problem", "id"),
        ("meeting", "id"),
        ("casework", "dossier_id"),
        ("message", "about_id"),
    ):
        assert f"{column} <> ALL" in walls[table]
    (marks,) = await ask(
        databases,
        "main",
        """select has_any_column_privilege('rundbord_family', 'rundbord.kept_away', 'SELECT') as read,
                  exists (select from pg_policies where tablename = 'kept_away' and permissive = 'PERMISSIVE'
                          and roles @> '{rundbord_family}') as policy""",
    )
    assert not marks["read"]
    assert not marks["policy"]
