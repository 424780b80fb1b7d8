"""A case as a picture: pure, for every model there is, whatever its levels and wherever they begin."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from services.api.portal.child.picture import (
    WIDTH,
    CaseOverTime,
    Course,
    Mark,
    Span,
    draw,
    ticks,
)
from services.api.portal.child_history.line import A_PAGE, Entry, Line, line_of
from services.core.tenancy.loader import load_model
from tests.portal.sample_child import child

ROOT = Path(__file__).resolve().parents[2]
MODELS = [
    *sorted((ROOT / "tenants").glob("*/tenant.toml")),
    *sorted(ROOT.glob("tests/municipalities/*/tenant.toml")),
]
TODAY = date(2026, 11, 23)
BEGAN = date(2025, 3, 1)


def case(ladder: tuple[int, ...], tracks: tuple[tuple[str, str], ...] = ()) -> CaseOverTime:
    track = tracks[0][0] if tracks else "main"
    levels = tuple((BEGAN + timedelta(days=90 * at), number) for at, number in enumerate(ladder))
    return CaseOverTime(
        TODAY,
        tuple((number, f"Navn {number}") for number in ladder),
        tracks,
        (
            Course(1, "Fravær", track, BEGAN, None, levels),
            Course(2, "Uro", track, BEGAN, date(2026, 2, 1), levels[:1]),
        ),
        (
            Span(
                "process",
                "Børnefaglig undersøgelse med et meget langt navn",
                TODAY,
                None,
                TODAY + timedelta(60),
            ),
        ),
        (Mark("held", "Møde", BEGAN + timedelta(30)), Mark("due", "Frist", TODAY + timedelta(20))),
    )


@pytest.mark.parametrize("tenant", MODELS, ids=lambda path: path.parent.name)
def test_every_model_s_levels_and_tracks_are_drawn_inside_the_picture(tenant: Path) -> None:
    model = load_model(tenant.parent)
    ladder = tuple(sorted(level.number for level in model.levels))
    tracks = tuple((track.key, track.name.da) for track in model.tracks)
    picture = draw(case(ladder, tracks))
    assert picture is not None
    words = {text.text for text in picture.texts}
    assert {str(number) for number in ladder} <= words
    assert {name for _, name in tracks} <= words if ladder else "1. Fravær" in words
    for text in picture.texts:
        wide = len(text.text) * 6.6
        left = text.x - (wide if text.anchor == "end" else wide / 2 if text.anchor == "middle" else 0)
        assert left >= -4, text
        assert text.x + (wide if text.anchor == "start" else 0) <= WIDTH + 8 or text.strong, text
        assert 0 < text.y <= picture.height
    said = " ".join(f"{row.name} {row.level}" for row in picture.rows)
    assert all(f"{number} – Navn {number}" in said for number in ladder)


def test_what_is_drawn_is_in_the_table_and_what_is_far_ahead_only_there() -> None:
    far = Mark("due", "Om tre år", TODAY + timedelta(days=1100))
    near, wide = draw(case((1, 2))), draw(replace(case((1, 2)), marks=(far,)))
    assert near is not None
    assert wide is not None
    assert [row.name for row in wide.rows][-1] == "Om tre år"
    assert sum(shape.kind == "due" for shape in wide.shapes) == 1, (
        "the process's own; the far one is in words"
    )
    assert draw(replace(case(()), courses=(), spans=(), marks=())) is None


def test_a_handful_of_months_is_written_however_long_it_lasts() -> None:
    for days in (30, 200, 900, 4000):
        assert 1 <= len(ticks(BEGAN, BEGAN + timedelta(days=days))) <= 5, days


def test_a_history_is_one_line_newest_first_by_kind_and_by_page() -> None:
    line = line_of(child())
    assert [one.order for one in line.entries] == sorted((one.order for one in line.entries), reverse=True)
    moved = next(one for one in line.entries if one.name == "Fravær fra skole: 1 → 3")
    assert (moved.what, moved.why) == ("Niveau flyttet", "Haster.")
    counted = {key: number for key, _, number in line.kinds()}
    assert counted["levels"] >= 2
    assert len(line.shown("levels", None).entries) == counted["levels"]
    long = Line(tuple(Entry("work", f"2026-01-{day:02}", "x", str(day)) for day in range(1, 32)) * 3)
    assert [long.shown(None, page).number for page in (None, "0", "4", "99", "x")] == [1, 1, 4, 4, 1]
    assert len(long.shown(None, "4").entries) == 93 - 3 * A_PAGE
