"""Every world of a small size, told as figures: whoever reads them, whatever they know, makes out no small number.

Two readers are tried: one who knows the whole of every figure, and one who besides knows every child of one unit.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator

import pytest

from services.core.tenancy.indicators import ALL, Figure, entered, figures, period_with, periods_over
from services.core.tenancy.language import Text
from services.core.tenancy.measures import MEASURES, Measure, Shape
from services.core.tenancy.model import Model

World = tuple[int, ...]
"""Children by part and unit, part by part."""


def worlds(children: int, cells: int) -> Iterator[World]:
    """Every way in which so many children can be spread."""
    if cells == 1:
        yield (children,)
        return
    for here in range(children + 1):
        for rest in worlds(children - here, cells - 1):
            yield (here, *rest)


def told(
    model: Model, shape: Shape, parts: int, units: int, world: World, smallest: int
) -> tuple[Figure, ...]:
    measure = Measure("made", shape, Text("x"), Text("x"), tuple((f"p{n}", Text("x")) for n in range(parts)))
    counts = {
        f"p{part}": {f"u{unit}": world[part * units + unit] for unit in range(units)} for part in range(parts)
    }
    return figures(model, measure, counts, smallest)


SIZES = [
    *((Shape.SHARE, 2, 3, children, 3) for children in (5, 6, 8, 9, 11, 12, 13, 14)),
    *((Shape.SHARE, 2, 2, children, 2) for children in (4, 5, 6, 8, 9, 10, 11)),
    *((Shape.STEPS, 3, 3, children, 2) for children in (4, 5, 6, 7, 8)),
    *((Shape.PARTS, 3, 3, children, 2) for children in (4, 6, 8)),
    *((Shape.PARTS, 4, 2, children, 2) for children in (5, 8)),
    *((Shape.PARTS, 5, 2, children, 2) for children in (5, 6)),
]


@pytest.mark.parametrize(("shape", "parts", "units", "children", "smallest"), SIZES)
def test_ALL_09_no_number_that_is_not_shown_can_be_reckoned(
    slagelse: Model, shape: Shape, parts: int, units: int, children: int, smallest: int
) -> None:
    """ALL-09: what is not shown could still be several numbers, for a stranger and for who knows one unit by heart."""
    by_answer: dict[tuple[Figure, ...], list[World]] = defaultdict(list)
    for world in worlds(children, parts * units):
        by_answer[told(slagelse, shape, parts, units, world, smallest)].append(world)
    for answer, alike in by_answer.items():
        shown = {one.group: one for one in answer if one.number is not None}
        for one in shown.values():
            assert one.number is not None
            assert one.number >= smallest
        if ALL not in shown:
            continue
        parts_shown = [one.number or 0 for one in shown.values() if one.group != ALL]
        if shape is Shape.PARTS and sum(parts_shown) == shown[ALL].number and "rest" not in shown:
            # A list leaves out what nobody is in: then each child can still be in several.
            assert len(parts_shown) > 1
            continue
        for part in range(parts):
            if f"p{part}" in shown:
                continue
            cells = slice(part * units, (part + 1) * units)
            possible = {sum(world[cells]) for world in alike}
            assert len(possible) >= smallest, (answer, part, possible)
            if any(one.group == f"p{part}" and one.small for one in answer):
                assert set(range(smallest)) <= possible, (answer, part, possible)
            for unit in range(units):
                others: dict[World, set[int]] = defaultdict(set)
                for world in alike:
                    others[world[unit::units]].add(sum(world[cells]) - world[part * units + unit])
                for own, elsewhere in others.items():
                    assert len(elsewhere) > 1, (answer, part, own, elsewhere)


@pytest.mark.parametrize("shape", [Shape.SHARE, Shape.STEPS, Shape.PARTS])
def test_what_is_shown_leaves_enough_children_beyond_any_one_unit(slagelse: Model, shape: Shape) -> None:
    for world in worlds(9, 9):
        for one in told(slagelse, shape, 3 if shape is not Shape.SHARE else 2, 3, world, 2):
            if one.number is None or not one.group.startswith("p"):
                continue
            part = int(one.group[1:])
            here = world[part * 3 : part * 3 + 3]
            assert all(sum(here) - mine >= 2 for mine in here)


def test_a_large_town_reads_its_shares_and_steps(slagelse: Model) -> None:
    """A rule that hides everything would hold all of the above."""
    spread = {f"school{number}": 5 for number in range(4)}
    few = {"school1": 1, "school2": 1}
    shares = figures(slagelse, MEASURES["family_attended"], {"yes": spread, "no": spread}, 5)
    assert [(one.group, one.number) for one in shares] == [(ALL, 40), ("yes", 20), ("no", 20)]
    nearly_all = figures(slagelse, MEASURES["family_attended"], {"yes": spread, "no": few}, 5)
    assert nearly_all == (Figure(ALL, 22), Figure("yes", None), Figure("no", None, small=True))
    steps = figures(
        slagelse, MEASURES["perspectives"], {"obtained": spread, "attempted": spread, "missing": few}, 5
    )
    assert [(one.group, one.number) for one in steps] == [(ALL, 42), ("obtained", 20), ("rest", 22)]
    types = [one.key for one in slagelse.meetings]
    by_type = figures(
        slagelse,
        MEASURES["meetings_by_type"],
        {types[0]: spread, types[1]: {"a": 3, "b": 1}, "gone": {"a": 1, "c": 3}},
        3,
    )
    assert [(one.group, one.number) for one in by_type] == [(ALL, 28), (types[0], 20), ("rest", 8)]


def test_ALL_09_a_single_place_is_never_told(slagelse: Model) -> None:
    assert figures(slagelse, MEASURES["underretninger"], {"": {"school": 40}}, 5) == (
        Figure(ALL, None, small=True),
    )
    assert figures(slagelse, MEASURES["underretninger"], {"": {"school": 40, "daycare": 5}}, 5) == (
        Figure(ALL, 45),
    )


def test_SL_30_what_is_entered_of_few_is_not_kept() -> None:
    assert entered(MEASURES["reported"], 4, 0, 5) == (Figure("value", None, small=True),)
    assert entered(MEASURES["reported"], 5, 0, 5) == (Figure("value", 5),)
    assert entered(MEASURES["reported_score"], 4.2, 4, 5)[1] == Figure("value", None, small=True)
    assert entered(MEASURES["reported_score"], 4.2, 5, 5) == (Figure(ALL, 5), Figure("value", 4.2))
    # Of 20, 95 % leave one person who said otherwise.
    assert entered(MEASURES["reported_share"], 95, 20, 5)[1] == Figure("value", None, small=True)
    assert entered(MEASURES["reported_share"], 75, 20, 5)[1] == Figure("value", 75)
    with pytest.raises(ValueError, match="reported_share"):
        entered(MEASURES["reported_share"], 101, 20, 5)


def test_SL_19_periods_are_quarters_of_the_calendar(slagelse: Model) -> None:
    every = slagelse.indicators[0].every
    assert period_with(every, dt.date(2028, 2, 29)) == (dt.date(2028, 1, 1), dt.date(2028, 3, 31))
    assert period_with(every, dt.date(2026, 12, 31)) == (dt.date(2026, 10, 1), dt.date(2026, 12, 31))
    over = periods_over(every, dt.date(2026, 9, 30), dt.date(2027, 1, 1), 8)
    assert over == [
        (dt.date(2026, 7, 1), dt.date(2026, 9, 30)),
        (dt.date(2026, 10, 1), dt.date(2026, 12, 31)),
    ]
    assert periods_over(every, dt.date(2026, 10, 1), dt.date(2026, 12, 31), 8) == []
