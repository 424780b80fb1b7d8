"""Meetings without names and fixed times for the village, every text marked: for who takes part and the unit's leader."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

from services.core.calendar import calendar_of, local_day
from services.core.consultation import store
from services.core.consultation.calling import CallConsultation, NewItem, call_consultation
from services.core.consultation.changing import cancel_consultation
from services.core.consultation.running import (
    AgreeConsultation,
    ConcludeConsultation,
    agree,
    conclude_consultation,
    fill_consultation_form,
    hold_consultation,
)
from services.core.db.tx import WriteTx
from services.core.meeting.invitees import Choice
from services.core.series.service import FixSeries, fix_series
from services.core.series.store import own_units
from tests.builders.world import Town
from tests.isolation.village import FAMILIES, Target, Village

TYPE: Final = "konsultativt_moede"
PLACES: Final = {"child": "school", "neighbour": "school", "toddler": "daycare"}
STATES: Final = ("held", "concluded", "planned", "cancelled")


async def settle_without_names(village: Village) -> None:
    """Beside each family stands a meeting in each state that has nothing to do with it, at the same place."""
    world = village.world
    for town in (world.north, world.south):
        for name in FAMILIES:
            for state in STATES:
                await _call(village, town, name, state)
            await _fix(village, town, name)
    await world.advance(2 * 86400)
    for town in (world.north, world.south):
        for name in FAMILIES:
            await _run(village, town, name)


def _few(name: str) -> frozenset[str]:
    leader, staff, _ = FAMILIES[name]
    return frozenset({leader, staff})


async def _call(village: Village, town: Town, name: str, state: str) -> None:
    leader, staff, _ = FAMILIES[name]
    mark = _marking(village, town, name)
    async with village.world.api.write(town.who(leader), "test.call") as tx:
        row = await call_consultation(
            tx,
            CallConsultation(
                unit=town.people.units[PLACES[name]],
                type=TYPE,
                starts_at=tx.now + timedelta(days=1 if state in ("held", "concluded") else 30),
                place=mark("place"),
                purpose=mark("purpose"),
                subject="group",
                items=(NewItem(mark("item")),),
                choices=(
                    Choice("staff", person=town.id(staff)),
                    Choice("partner", name=mark("partner")),
                ),
            ),
        )
    village.families[town.slug, name].add("consultation", Target(row.id, state=state, owners=_few(name)))


async def _run(village: Village, town: Town, name: str) -> None:
    family, mark = village.families[town.slug, name], _marking(village, town, name)
    found = family.targets.pop("consultation")
    async with village.world.api.write(town.who(FAMILIES[name][0]), "test.run") as tx:
        for target in found:
            row = await store.consultation(tx, target.id)
            if target.state == "cancelled":
                await cancel_consultation(tx, row.id, mark("cancelled"), row.version)
            if target.state in ("held", "concluded"):
                await _hold(tx, row, mark, conclude=target.state == "concluded")
            row = await store.consultation(tx, target.id)
            assert row.status == target.state
            family.add("consultation", Target(row.id, row.version, row.status, _few(name)))
            for one in await store.participants(tx, row.id):
                family.add(
                    "consultation_participant",
                    Target(one.id, one.version, state=str(row.id), owners=_few(name)),
                )


async def _hold(
    tx: WriteTx, row: store.ConsultationRow, mark: Callable[[str], str], *, conclude: bool
) -> None:
    circle = await store.participants(tx, row.id)
    row = await hold_consultation(tx, row.id, [one.id for one in circle], row.version)
    form = await store.form(tx, row.id)
    assert form is not None
    values = {key: mark(f"form-{key}") for key in ("group", "situation", "goal", "who_does_what")}
    values["follow_up"] = "2031-05-06"
    await fill_consultation_form(tx, row.id, values, complete=True, expected_version=form.version)
    await agree(tx, AgreeConsultation(row.id, mark("agreement"), circle[0].id))
    if conclude:
        await conclude_consultation(
            tx, ConcludeConsultation(row.id, "progress", row.version, reason=mark("conclusion"))
        )


async def _fix(village: Village, town: Town, name: str) -> None:
    """Times of the place: shown to whoever works there or sees a child there, and told nobody else."""
    family, place = village.families[town.slug, name], PLACES[name]
    works = {"school": {"leader", "teacher", "teacher2"}, "daycare": {"daycare_leader", "pedagogue"}}[place]
    shown = frozenset(works).union(
        *(village.families[town.slug, one].staff for one in PLACES if PLACES[one] == place)
    )
    async with village.world.api.write(town.who(FAMILIES[name][0]), "test.fix") as tx:
        assert town.people.units[place] in await own_units(tx)
        offset = 40 + 7 * list(FAMILIES).index(name)
        rows = await fix_series(
            tx,
            FixSeries(
                unit=town.people.units[place],
                type=TYPE,
                starts_at=(_working_day(town, tx.now, offset),),
                place=village.mark(town.slug, f"{name}-slot", shown),
            ),
        )
    for row in rows:
        family.add("slot", Target(row.id, row.version, owners=shown))
    family.add("workplace", Target(town.people.units[place], owners=frozenset(works)))


def _working_day(town: Town, now: datetime, days: int) -> datetime:
    day = calendar_of(town.model).next_working_day(local_day(now) + timedelta(days=days))
    return now + timedelta(days=(day - local_day(now)).days)


def _marking(village: Village, town: Town, name: str) -> Callable[[str], str]:
    """Makes marks that only those of one meeting may read."""
    return lambda what: village.mark(town.slug, f"{name}-unnamed-{what}", _few(name))
