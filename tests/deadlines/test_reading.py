"""A sweep reads what is due and not what is there: 20,000 rows of every kind, five of them due."""

from dataclasses import dataclass
from typing import Any, Final

import pytest

from services.core.message.store import DELETE_SETTLED
from services.core.retention import store as retention
from services.core.sweep import store as sweep
from services.core.sweep.kinds import SweepKind
from services.core.sweep.service import STEPS
from tests.builders.world import World
from tests.worker.case import Case, open_case

MANY, DUE = 20_000, 5
MOST_FOR_ONE: Final = 3
BESIDE: Final = 12
"""What else is looked up for the one that was found, in other tables and by key, whatever their size."""


@dataclass(frozen=True)
class Kind:
    """Where the rows of a step are: ``values`` names columns of ``table``; ``{at}`` is when one is due."""

    table: str
    values: str


_ID = "gen_random_uuid()"
KINDS: Final[dict[str, Kind]] = {
    "deadline": Kind(
        "deadline",
        f"id={_ID}, dossier_id=$2, meeting_id=$3, key='k' || i, task='t', due_at={{at}}, next_at={{at}}, state='open'",
    ),
    "consent_ground": Kind(
        "resting",
        f"id={_ID}, dossier_id=$2, kind='invitation', about_id={_ID}, purpose='p', consents=array[{_ID}], until={{at}},"
        " shared_at=business_now()",
    ),
    "consent_question": Kind(
        "consent",
        f"id={_ID}, dossier_id=$2, meeting_id=$3, giver_id=$4, purpose='q' || i, basis='b', text_version=1,"
        f" model_version_id={_ID},"
        " state='asked', asked_at=business_now(), asked_by=$4, remind_at={at}",
    ),
    "consent_lapse": Kind(
        "consent",
        f"id={_ID}, dossier_id=$2, meeting_id=$3, giver_id=$4, purpose='l' || i, basis='b', text_version=1,"
        f" model_version_id={_ID},"
        " state='given', asked_at=business_now(), asked_by=$4, warn_at={at}",
    ),
    "measure_consent": Kind(
        "measure",
        f"id={_ID}, dossier_id=$2, key='m', decided_on='2026-01-01', decided_by=$4, with_family=true, started_on='2026-01-02',"
        " started_by=$4, consent_purpose='measure', sealed='', look_at={at}",
    ),
    "series": Kind("series", f"id={_ID}, type='t' || i, unit_id={_ID}, leader_id=$4, next_at={{at}}"),
    "report": Kind(
        "upward_report",
        f"id={_ID}, report='r', model_version_id={_ID}, written_by=$4, written_at=business_now(), addressed=array['leader'],"
        " content='null', next_at={at}",
    ),
    "access_request": Kind(
        "access_request",
        f"id={_ID}, dossier_id=$2, asked_by=$4, subject_id={_ID}, kind='access', asked_at=business_now(),"
        " due_at=business_now() + interval '1 month', next_at={at}, sealed=decode(repeat('00', 60), 'hex')",
    ),
    "departure": Kind(
        "departure",
        f"id={_ID}, person_id={_ID}, dossier_id=$2, kind='move_out', happened_on='2026-01-01', effective_at={{at}},"
        " recorded_at=business_now(), recorded_by=$4, sealed=''",
    ),
    "enrolment": Kind(
        "enrolment",
        f"id={_ID}, child_id={_ID}, unit_id={_ID}, valid=tstzrange({{at}}, null), recorded=tstzrange(business_now(), null),"
        " turns_at={at}",
    ),
    "custody": Kind(
        "access_grant",
        f"id={_ID}, person_id=$4, dossier_id={_ID}, capacity='family', reason='custody', source_id={_ID},"
        " valid_from='2020-01-01',"
        " valid_until={at}",
    ),
    "shield": Kind(
        "casework",
        f"dossier_id={_ID}, child_id={_ID}, model_version_id={_ID}, last_activity_at=business_now(), judge_at={{at}}",
    ),
    # Of the sweeps that are no steps.
    "erasure": Kind(
        "retention_due",
        f"dossier_id={_ID}, record='casework', rule='r', counted_from='2020-01-01', due_on=({{at}})::date,"
        f" model_version_id={_ID}",
    ),
    "settled_message": Kind(
        "message",
        f"id={_ID}, recipient_id=$4, dossier_id=$2, kind='case_news', channel='inbox', occurrence_key='k' || i,"
        " not_before=business_now(), planned_at=business_now(), free_at=business_now(), state='sent', settled_at={at}",
    ),
    "old_run": Kind(
        "sweep_run",
        f"id={_ID}, sweep='audit', occurrence={{at}} + i * interval '1 second', free_at=business_now(), state='done'",
    ),
}
READS_MORE: Final = {
    SweepKind.KEYS: "compares the keys with the dossiers of another instance: that is its work, four times a day",
    SweepKind.AUDIT: "takes what is not sealed yet, all of which is due",
    SweepKind.INTAKE: "takes the one import that runs",
}
"""Sweeps without a step, and why; the others' questions are measured here."""


def test_every_step_is_measured() -> None:
    steps = {step.name for kind in STEPS.values() for step in kind}
    assert steps == set(KINDS) - {"erasure", "settled_message", "old_run"}
    assert set(SweepKind) == {*STEPS, *READS_MORE, SweepKind.RETENTION, SweepKind.HOUSEKEEPING}


@pytest.fixture
async def case(world: World) -> Case:
    return await open_case(world, world.north)


async def filled(world: World, case: Case, kind: Kind) -> None:
    """So many that are due in a year, and a few that are due."""
    async with world.behind_the_walls(world.north) as db:
        await db.execute(
            "set session_replication_role = replica"
        )  # neither triggers nor foreign keys: rows alone
        await db.execute(f"truncate {kind.table} cascade" if kind.table == "retention_due" else "select 1")
        columns, values = zip(*(one.split("=", 1) for one in _split(kind.values)), strict=True)
        for at, number in (("'2031-01-01'::timestamptz", MANY), ("business_now() - interval '1 hour'", DUE)):
            old = kind.table in (
                "message",
                "sweep_run",
            )  # these are due once they are old, and the many are new
            when = {True: "business_now()", False: "'2020-01-02'::timestamptz"}[number == MANY] if old else at
            row = ", ".join(values).replace("{at}", when)
            await db.execute(
                f"insert into {kind.table} (tenant_id, {', '.join(columns)})"
                f" select $1, {row} from generate_series({number}, {2 * number}) i"
                " where $2::uuid is not null and $3::uuid is not null and $4::uuid is not null",
                world.north.tenant, case.dossier, case.meeting, world.north.id("mother"),
            )  # fmt: skip
        await db.execute(f"vacuum analyze {kind.table}")


@pytest.mark.parametrize("name", KINDS)
async def test_at_most_three_rows_are_read_for_each_that_is_due(world: World, case: Case, name: str) -> None:
    kind = KINDS[name]
    await filled(world, case, kind)
    step = next((one for steps in STEPS.values() for one in steps if one.name == name), None)
    async with world.worker.write(world.north.system, "test.read") as tx:
        before = await read(tx)
        found: Any = 1
        if step is not None:
            found = await tx.one(step.take)
            most = MOST_FOR_ONE
        elif name == "erasure":
            found = await tx.run(retention.BEGIN, id=case.problem, today=tx.now.date())
            most = MOST_FOR_ONE
        else:
            old = {"settled_message": DELETE_SETTLED, "old_run": sweep.DELETE_OLD_RUNS}[name]
            found = await tx.run(
                old, **({"before": tx.now.replace(year=2021)} if old is DELETE_SETTLED else {})
            )
            assert found > DUE - 1
            most = MOST_FOR_ONE * found
        after = await read(tx)
        assert found
        rows = {table: after[table] - before.get(table, 0) for table in after}
        assert 0 < rows.pop(kind.table) <= most, name
        assert sum(rows.values()) <= BESIDE, (name, rows)


async def read(tx: Any) -> dict[str, int]:
    """How many rows this transaction has read of each table."""
    rows = await tx._connection.fetch(
        "select relname, coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0) as read from pg_stat_xact_user_tables"
        " where schemaname = 'rundbord'"
    )
    return {row["relname"]: row["read"] for row in rows}


def _split(values: str) -> list[str]:
    """The pairs of ``values``; a comma within brackets parts nothing."""
    found, depth, start = [], 0, 0
    for place, letter in enumerate(values):
        depth += {"(": 1, "[": 1, ")": -1, "]": -1}.get(letter, 0)
        if letter == "," and depth == 0:
            found.append(values[start:place].strip())
            start = place + 1
    return [*found, values[start:].strip()]


async def test_to_find_a_deadline_and_to_settle_it_three_rows_of_them_are_read(
    world: World, case: Case
) -> None:
    """With all that is told of it: what it is about is known and not looked up again."""
    await filled(world, case, KINDS["deadline"])
    step = STEPS[SweepKind.DEADLINES][0]
    async with world.worker.write(world.north.system, "test.read") as tx:
        before = await read(tx)
        found = await tx.one(step.take)
        assert found is not None
        await step.handle(tx, found)
        after = await read(tx)
    assert after["deadline"] - before.get("deadline", 0) <= MOST_FOR_ONE
