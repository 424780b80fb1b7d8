"""An import from bringing a file to what it has changed: planned once, carried out once, and a second time nothing."""

from services.core.intake.records import Kind
from tests.builders.world import World
from tests.intake.conftest import FILES, UNITS, carry_out, check, everything


async def test_a_dry_run_makes_the_very_same_plan_and_writes_nothing(world: World) -> None:
    town = world.north
    for kind, text in FILES:
        before = await everything(world)
        checked = await check(world, town, kind, text)
        assert checked.run.state == "checked", checked
        assert checked.wrong() == [], kind
        assert await everything(world) == before, kind
        done = await carry_out(world, town, kind, text)
        assert done.run.state == "done"
        assert done.words("apply") == checked.words() == done.words()
        assert {key[1:]: n for key, n in done.counts.items() if key[0] == "apply"} == {
            key[1:]: n for key, n in done.counts.items() if key[0] == "check"
        }
        assert await everything(world) != before, kind


async def test_the_same_file_twice_changes_nothing_and_says_so(world: World) -> None:
    before = await everything(world)
    for kind, text in FILES:
        for snapshot in (False, True):
            done = await carry_out(world, world.north, kind, text, snapshot=snapshot)
            rows = len(text.splitlines()) - 1
            assert done.counts == {
                ("check", kind.value, "same"): rows,
                ("apply", kind.value, "same"): rows,
            }
    assert await everything(world) == before


async def test_one_rows_error_stops_no_other(world: World) -> None:
    text = UNITS + "x1;Ukendt slags;raket;\nx2;Uden forælder;school;findes-ikke\nx3;Birkeskolen;school;omr\n"
    done = await carry_out(world, world.north, Kind.UNIT, text)
    assert done.wrong() == [
        (4, "unit_kind", "not_in_model"),
        (4, "unit_kind", "not_in_model"),
        (5, "parent", "unknown"),
        (5, "parent", "unknown"),
    ]
    assert done.counts[("apply", "unit", "new")] == 1
