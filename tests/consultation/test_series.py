"""Times fixed ahead: by whom, which days, what stands there, and giving one up."""

import datetime as dt
import shutil
from collections.abc import AsyncIterator
from datetime import datetime, time, timedelta
from typing import Any

import pytest
import pytest_asyncio

from services.core.calendar import calendar_of, local_day, local_instant
from services.core.consultation import store as consultations
from services.core.consultation.asking import AskForTime, add_consultation_item
from services.core.db.tx import ReadTx
from services.core.errors import ErrorCode, UserError
from services.core.identity import PersonId
from services.core.meeting.calling import CallMeeting, call_meeting
from services.core.meeting.invitees import Choice
from services.core.person.periods import record_employment
from services.core.person.service import NewStaff, record_staff
from services.core.series import rules, store
from services.core.series.service import FixSeries, Member, cancel_slot, fix_series
from services.core.series.store import SlotRow
from tests.builders.world import MODEL, World
from tests.consultation.conftest import of
from tests.environment import Cluster

TYPE = "konsultativt_moede_anonymt"
NAMED = "konsultativt_moede_konkret"


def times(world: World, tx: ReadTx, *days: int) -> tuple[datetime, ...]:
    """Working days so many days from now, at ten."""
    calendar = calendar_of(world.north.model)
    return tuple(
        local_instant(calendar.next_working_day(local_day(tx.now) + timedelta(days=one)), time(10))
        for one in days
    )


async def fixed(
    world: World, *days: int, by: str = "leader", type_key: str = TYPE, unit: str = "school", **more: Any
) -> list[SlotRow]:
    town = world.north
    async with world.api.write(town.who(by), "mutation:fixSeries") as tx:
        command = FixSeries(
            unit=town.people.units[unit],
            type=type_key,
            starts_at=times(world, tx, *days),
            place="Lokale 4",
            **more,
        )
        return await fix_series(tx, command)


async def test_SL_21_named_and_anonymous_stand_in_one_series(slagelse: World) -> None:
    model = slagelse.north.model
    key = rules.series_key(model.meeting(TYPE))
    assert {one.key for one in rules.types_of(model, key)} == {TYPE, NAMED}
    assert rules.series_name(model, key, "da") == "Konsultativt møde"
    rows = await fixed(slagelse, 30, 60, 90)
    assert len(rows) == 3
    async with slagelse.api.read(slagelse.north.who("leader"), "test.read") as tx:
        assert set(await consultations.at_slots(tx, [row.id for row in rows])) == {row.id for row in rows}


async def test_SL_10_a_place_settles_dates_places_and_persons(slagelse: World) -> None:
    """The persons who come each time stand on the meeting at each time; type, agenda and form are the model's."""
    town = slagelse.north
    rows = await fixed(slagelse, 120, members=(Member("psychologist", town.id("psychologist")),))
    async with slagelse.api.read(town.who("psychologist"), "test.read") as tx:
        seen = await consultations.at_slots(tx, [row.id for row in rows])
        row = await consultations.consultation(tx, seen[rows[-1].id])
        assert row.type == TYPE
        assert {one.role for one in await consultations.participants(tx, row.id)} == {
            "psychologist",
            "leader",
        }
        said = [one.origin for one in await consultations.items(tx, row.id)]
        assert said == ["model"] * 3


@pytest.mark.parametrize(
    ("by", "code"),
    [
        ("teacher", ErrorCode.FORBIDDEN),
        ("daycare_leader", ErrorCode.NOT_FOUND),
        ("psychologist", ErrorCode.NOT_FOUND),
    ],
)
async def test_RI_16_only_the_leader_of_the_place_fixes_its_times(
    slagelse: World, by: str, code: ErrorCode
) -> None:
    with pytest.raises(UserError) as refused:
        await fixed(slagelse, 150, by=by)
    assert refused.value.code is code


async def test_SL_01_too_long_between_two_breaks_the_interval(slagelse: World) -> None:
    with pytest.raises(UserError) as refused:
        await fixed(slagelse, 400, 500, type_key=TYPE)
    assert (refused.value.message_key, refused.value.rule_id) == ("series.interval", "SL-01")


async def test_a_day_off_is_refused_and_named(slagelse: World) -> None:
    town = slagelse.north
    async with slagelse.api.write(town.who("leader"), "test.fix") as tx:
        year = local_day(tx.now).year + 1
        christmas = local_instant(dt.date(year, 12, 24), time(10))
        with pytest.raises(UserError) as refused:
            await fix_series(
                tx, FixSeries(town.people.units["school"], "se_ske_moede", (christmas,), "Lokale 4")
            )
    assert refused.value.message_key == "series.day_off"
    assert refused.value.params["days"] == f"{year}-12-24"


async def test_the_same_time_twice_is_one(slagelse: World) -> None:
    before = await fixed(slagelse, 30)
    assert len(await fixed(slagelse, 30)) == len(before)


async def test_RI_13_RI_16_a_named_meeting_takes_one_of_the_units_times(ringsted: World) -> None:
    """The times are offered to whoever sees a child there; nothing stands at them that names nobody."""
    town = ringsted.north
    rows = await fixed(ringsted, 20, 50, type_key="tvaerfagligt_dialogmoede")
    for name, sees in (
        ("teacher", True),
        ("adviser", True),
        ("daycare_leader", False),
        ("health_visitor", False),
    ):
        async with ringsted.api.read(town.who(name), "test.slots") as tx:
            found = await store.slots_ahead(tx, town.people.units["school"], "tvaerfagligt_dialogmoede")
            assert [row.id for row in found] == ([row.id for row in rows] if sees else []), name
            assert await consultations.at_slots(tx, [row.id for row in rows]) == {}


async def test_times_of_a_unit_above_hold_for_those_below(ringsted: World) -> None:
    town = ringsted.north
    async with ringsted.worker.write(town.system, "test.series") as tx:
        await tx.run(
            store.INSERT_SERIES,
            id=town.id("leader"),
            type="teammoede",
            unit_id=town.people.units["area"],
            district="",
            leader_id=town.id("leader"),
        )
        await tx.run(
            store.INSERT_SLOT,
            id=town.id("teacher"),
            series_id=town.id("leader"),
            unit_id=town.people.units["area"],
            starts_at=tx.now + timedelta(days=5),
            ends_at=tx.now + timedelta(days=5, hours=1),
            place="Rådhuset",
        )
    async with ringsted.api.read(town.who("teacher"), "test.slots") as tx:
        found = await store.slots_ahead(tx, town.people.units["school"], "teammoede")
    assert [row.place for row in found] == ["Rådhuset"]


async def asked(world: World, slot: SlotRow, by: str = "teacher") -> None:
    async with world.api.write(world.north.who(by), "mutation:askForTime") as tx:
        await add_consultation_item(tx, AskForTime("Uro i 2. årgang", slot=slot.id))


async def test_SL_21_a_class_teacher_asks_for_time_and_then_takes_part(slagelse: World) -> None:
    town = slagelse.north
    slot = (await fixed(slagelse, 30))[0]
    async with slagelse.api.read(town.who("teacher"), "test.read") as tx:
        assert await consultations.at_slots(tx, [slot.id]) == {}
    await asked(slagelse, slot)
    await asked(slagelse, slot)
    async with slagelse.api.read(town.who("teacher"), "test.read") as tx:
        (meeting,) = (await consultations.at_slots(tx, [slot.id])).values()
        circle = await consultations.participants(tx, meeting)
        assert sum(one.person_id == town.id("teacher") for one in circle) == 1
        assert (await store.requests(tx, town.model, slot)).items == 2
    for stranger in ("psychologist", "adviser", "daycare_leader"):
        with pytest.raises(UserError) as refused:
            await asked(slagelse, slot, stranger)
        assert refused.value.code is ErrorCode.NOT_FOUND, stranger


async def worker_of_the_family_centre(world: World) -> PersonId:
    """A preventive social worker, whom the named variant always has with it."""
    town = world.north
    async with world.worker.write(town.system, "test.staff") as tx:
        told = NewStaff(
            source_key="staff-preventive",
            name="Fie Forebyggende",
            email="fie@kommune.example",
            profession="preventive_social_worker",
        )
        person = await record_staff(tx, told)
        await record_employment(
            tx, person, town.people.units["centre"], "professional", tx.now - timedelta(days=9)
        )
    return person


async def test_SL_21_a_named_discussion_is_counted_there_and_linked_nowhere(slagelse: World) -> None:
    """It is a row of its own with its own family; beside what names nobody it is a number, for whoever sees the child."""
    town = slagelse.north
    slot = (await fixed(slagelse, 30))[0]
    worker = await worker_of_the_family_centre(slagelse)
    async with slagelse.api.write(town.who("leader"), "mutation:callMeeting") as tx:
        command = CallMeeting(
            child=town.id("child"),
            type=NAMED,
            starts_at=slot.starts_at,
            place=slot.place,
            choices=(
                Choice("staff", person=town.id("teacher")),
                Choice("preventive_social_worker", person=worker),
            ),
        )
        await call_meeting(tx, command)
    for name, number in (("leader", 1), ("teacher", 1)):
        async with slagelse.api.read(town.who(name), "test.count") as tx:
            assert (await store.requests(tx, town.model, slot)).named == number
            assert not tx.touched, "a number reads nothing of a child out"
    async with slagelse.behind_the_walls() as connection:
        foreign = await connection.fetch(
            """select conrelid::regclass::text as here, confrelid::regclass::text as there from pg_constraint
               where contype = 'f' and (conrelid::regclass::text ~ 'consultation|series|slot'
                                        or confrelid::regclass::text ~ 'consultation|series|slot')"""
        )
    named = {
        "casework",
        "problem",
        "meeting",
        "participant",
        "consent",
        "custody",
        "relation",
        "enrolment",
        "person",
    }
    assert {(row["here"], row["there"]) for row in foreign if {row["here"], row["there"]} & named} == set()


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def strict(cluster: Cluster, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[World]:
    """Slagelse, if a consultative meeting were cancelled only by a leader, in time, and with nobody waiting for it."""
    directory = tmp_path_factory.mktemp("models") / "slagelse"
    shutil.copytree(MODEL.with_name("slagelse"), directory)
    for variant in ("anonymt", "konkret"):
        file = directory / "meetings" / f"konsultativt_moede_{variant}.toml"
        rule = """
[cancellation]
only_without_requests = true
by = ["leader"]
why = { da = "Nogen har bedt om det.", en = "Somebody has asked for it." }
"""
        file.write_text(file.read_text("utf-8") + rule, "utf-8")
    async with of(str(directory), cluster, tmp_path_factory.mktemp("keys")) as built:
        yield built


async def test_a_time_is_not_given_up_while_somebody_waits_for_it(strict: World) -> None:
    town = strict.north
    first, second = (await fixed(strict, 30, 60))[:2]
    await asked(strict, first)
    async with strict.api.write(town.who("leader"), "mutation:cancelSlot") as tx:
        with pytest.raises(UserError) as refused:
            await cancel_slot(tx, first.id, "Travlhed", first.version)
        assert (refused.value.code, refused.value.text("da")) == (
            ErrorCode.RULE_BLOCKED,
            "Nogen har bedt om det.",
        )
        assert (
            await cancel_slot(tx, second.id, "Ingen har bedt om det", second.version)
        ).status == "cancelled"


async def test_a_time_is_given_up_and_what_stood_there_is_cancelled(slagelse: World) -> None:
    town = slagelse.north
    called, slot = (await fixed(slagelse, 60))[:2]
    async with slagelse.api.write(town.who("leader"), "mutation:cancelSlot") as tx:
        with pytest.raises(UserError) as refused:
            await cancel_slot(tx, called.id, "Lederen er på kursus", called.version)
        assert refused.value.message_key == "series.named_meetings", "its family is told first"
        gone = await cancel_slot(tx, slot.id, "Lederen er på kursus", slot.version)
        assert gone.status == "cancelled"
    async with slagelse.api.read(town.who("leader"), "test.read") as tx:
        row = await tx.one(consultations.OF_SLOT, slot_id=slot.id)
        assert row is not None
        assert row.status == "cancelled"
        assert (await consultations.details(tx, row)).cancel_reason == "Lederen er på kursus"
    async with slagelse.api.write(town.who("leader"), "mutation:cancelSlot") as tx:
        with pytest.raises(UserError) as refused:
            await cancel_slot(tx, slot.id, "Igen", gone.version)
        assert refused.value.message_key == "series.cancelled_already"
