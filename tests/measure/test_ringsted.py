"""Ringsted's measure: its start anchors the first follow-up, three months on at the latest, held by then (RI-21, RI-22)."""

from datetime import timedelta
from uuid import UUID

import pytest

from services.core.calendar import add_months, add_period, calendar_of, end_of_day, local_day
from services.core.casework.service import load_case
from services.core.errors import UserError
from services.core.measure import store
from services.core.measure.service import EndMeasure, end_measure
from services.core.measure.store import MeasureRow
from services.core.meeting.events import MeetingHeld
from services.core.reactions.measures import settle_by_holding
from services.core.sweep.kinds import SweepKind
from services.core.sweep.service import run_sweep
from services.core.tenancy.language import Period, Unit
from tests.builders.world import Town, World
from tests.measure.acting import ADVISER, CHILD, begun, concluded, deadlines, decided, said_yes, started


async def running(ringsted: World, town: Town, **more: object) -> MeasureRow:
    """A measure that has started."""
    row = await decided(ringsted, town, "measure")
    await said_yes(ringsted, town)
    return await started(ringsted, town, row, **more)


async def facts(ringsted: World, town: Town) -> dict[str, object]:
    async with ringsted.api.read(town.who(ADVISER), "test.facts") as tx:
        case = await load_case(tx, town.id(CHILD))
        assert {event.fact for event in case.facts.events} <= case.facts.facts
        return {event.fact: event.on for event in case.facts.events}


async def test_RI_19_RI_21_that_the_assessment_runs_and_is_done_nobody_has_to_confirm(
    ringsted: World,
) -> None:
    town = ringsted.north
    assert not await facts(ringsted, town)
    row = await begun(ringsted, town)
    assert set(await facts(ringsted, town)) == {"assessment_running"}
    await concluded(ringsted, town, row)
    assert set(await facts(ringsted, town)) == {"assessment_done"}


async def test_RI_21_it_starts_after_the_assessment_with_child_and_family(ringsted: World) -> None:
    town = ringsted.south
    with pytest.raises(UserError) as refused:
        await running(ringsted, town)
    assert refused.value.rule_id == "RI-21"
    assert refused.value.texts is not None
    assert "skal være færdig" in refused.value.texts["da"]


async def test_RI_22_the_first_follow_up_is_due_three_months_after_the_start_and_reminded_of(
    ringsted: World,
) -> None:
    town = ringsted.north
    row = await running(ringsted, town)
    assert row.started_on is not None
    assert (await facts(ringsted, town))["measure_started"] == row.started_on
    (due,) = await deadlines(ringsted, "measure_id", row.id)
    last = local_day(due["due_at"] - timedelta(seconds=1))
    assert add_months(row.started_on, 3) <= last
    assert (last - add_months(row.started_on, 3)).days < 5, "moved to a working day at the most"
    assert due["due_at"] == end_of_day(last)
    assert (due["key"], due["state"], due["private"]) == ("first_follow_up", "open", True)
    assert due["person_id"] == town.id(ADVISER)
    assert [(last - local_day(at)).days for at in due["remind_at"]] in ([14], [15], [16], [17])


async def test_RI_22_two_measures_have_a_clock_each_and_an_ended_one_has_none(ringsted: World) -> None:
    town = ringsted.north
    first = await running(ringsted, town)
    second = await running(ringsted, town)
    for row in (first, second):
        assert [one["state"] for one in await deadlines(ringsted, "measure_id", row.id)] == ["open"]
    async with ringsted.api.write(town.who(ADVISER), "test.end") as tx:
        await end_measure(tx, EndMeasure(first.id, first.version, "Målet er nået"))
    assert [one["state"] for one in await deadlines(ringsted, "measure_id", first.id)] == ["cancelled"]
    assert [one["state"] for one in await deadlines(ringsted, "measure_id", second.id)] == ["open"]


async def held(ringsted: World, town: Town, dossier: UUID, kind: str) -> None:
    """A meeting of a type took place now. Its circle is not what is tried here."""
    async with ringsted.worker.write(town.system, "test.held") as tx:
        now = tx.now
    async with ringsted.behind_the_walls() as connection:
        await connection.execute(
            "select set_config('rundbord.tenant', $1, false), set_config('rundbord.now', $2, false)",
            str(town.tenant),
            now.isoformat(),
        )
        meeting = await connection.fetchval(
            """insert into meeting (tenant_id, id, dossier_id, type, model_version_id, status, starts_at, ends_at,
                                    convener_id, called_at, sealed)
               select $1, gen_random_uuid(), $2, $3, c.model_version_id, 'held', $4, $4::timestamptz + interval '1 hour',
                      $5, $4, '\\x01'
               from casework c where c.tenant_id = $1 and c.dossier_id = $2 returning id""",
            town.tenant,
            dossier,
            kind,
            now,
            town.id(ADVISER),
        )
    async with ringsted.api.write(town.who(ADVISER), "test.held") as tx:
        (row, *_) = await store.measures_of(tx, dossier)  # type: ignore[arg-type]
        await settle_by_holding(tx, MeetingHeld(row.dossier_id, meeting, 0))


async def test_RI_22_it_is_met_when_a_follow_up_is_held_and_by_no_other_meeting(ringsted: World) -> None:
    town = ringsted.north
    row = await running(ringsted, town)
    await held(ringsted, town, row.dossier_id, "bfm_opstart")
    assert [one["state"] for one in await deadlines(ringsted, "measure_id", row.id)] == ["open"]
    await held(ringsted, town, row.dossier_id, "bfm_opfoelgning")
    assert [one["state"] for one in await deadlines(ringsted, "measure_id", row.id)] == ["met"]


async def test_RI_22_without_a_follow_up_the_adviser_is_told_and_it_stays_missed(ringsted: World) -> None:
    town = ringsted.north
    row = await running(ringsted, town)
    await ringsted.advance(100 * 86400)
    await run_sweep(ringsted.worker, ringsted.key_dir, town.tenant, SweepKind.DEADLINES)
    async with ringsted.behind_the_walls() as connection:
        told = await connection.fetch(
            """select m.recipient_id, m.kind from message m join deadline d on d.id = m.deadline_id
               where d.measure_id = $1 and m.kind = 'deadline_missed'""",
            row.id,
        )
    assert {one["recipient_id"] for one in told} == {town.id(ADVISER)}
    await held(ringsted, town, row.dossier_id, "bfm_opfoelgning")
    (due,) = await deadlines(ringsted, "measure_id", row.id)
    assert (due["state"], due["done_at"] is not None) == ("missed", True)


async def test_RI_22_what_runs_beside_it_brings_the_first_follow_up_forward_when_it_is_done(
    ringsted: World,
) -> None:
    """Barnets lov § 95: the earlier of the finished assessment and three months; a measure of before keeps its own day."""
    town = ringsted.north
    before = await running(ringsted, town)
    await ringsted.advance(24 * 3600)
    beside = await begun(ringsted, town)
    row = await running(ringsted, town)
    (kept,), (late,) = [await deadlines(ringsted, "measure_id", one.id) for one in (before, row)]
    await concluded(ringsted, town, beside)
    (same,) = await deadlines(ringsted, "measure_id", before.id)
    assert (same["due_at"], same["state"]) == (kept["due_at"], "open")
    by_state = {one["state"]: one for one in await deadlines(ringsted, "measure_id", row.id)}
    assert by_state["cancelled"]["due_at"] == late["due_at"]
    async with ringsted.worker.read(town.system, "test.now") as tx:
        last = add_period(local_day(tx.now), Period(2, Unit.WEEKS), calendar_of(town.model))
    assert by_state["open"]["due_at"] == end_of_day(last) < late["due_at"]
    assert (by_state["open"]["key"], by_state["open"]["person_id"]) == ("first_follow_up", town.id(ADVISER))
