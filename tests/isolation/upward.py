"""What is told upwards in each town of the village, and its figures: a draft and a released period.

They belong to no family; they are hung on each, since the tests go by families. Who may is said by name.
"""

from datetime import date
from pathlib import Path
from typing import Final

from services.core.indicator import store
from services.core.indicator.counting import count_period
from services.core.indicator.service import (
    DraftJudgement,
    RecordFigure,
    draft_judgement,
    record_figure,
    release_indicators,
)
from services.core.report.service import ReportUpward, report_upward
from tests.builders.people import STAFF
from tests.builders.world import Town
from tests.isolation.village import Target, Village

_REPORTS: Final = """
[[reports]]
key = "law"
name = { da = "Loven", en = "The law" }
about = "law"
to = "school"
"""
_INDICATORS: Final = """
[[indicators]]
key = "staff"
name = { da = "Arbejdsglæde", en = "Job satisfaction" }
measure = "reported_score"
besides = ["family_attended"]
every = { count = 3, unit = "months" }
"""
KEEPERS: Final = frozenset({"leader", "daycare_leader", "administrator"})
EMPLOYED: Final = frozenset({*STAFF, "teacher2", "pedagogue"})


def with_figures(made: Path) -> Path:
    """A villages' model with something to tell upwards and something that the committee follows."""
    for file, more in (("support.toml", _REPORTS), ("model.toml", _INDICATORS)):
        with (made / file).open("a", encoding="utf-8") as written:
            written.write(more)
    return made


async def settle_upward(village: Village) -> None:
    """Both towns."""
    for town in (village.world.north, village.world.south):
        await _one(village, town)


async def _one(village: Village, town: Town) -> None:
    world, slug = village.world, town.slug
    families = [family for family in village.families.values() if family.town == slug]
    hears = KEEPERS | {"teacher"}
    async with world.api.write(town.who("teacher"), "test.tell") as tx:
        told = {"text": village.mark(slug, "told-upwards", hears)}
        # The village's own name is a part of every child's.
        row = await report_upward(
            tx, ReportUpward("law", told, village.mark(slug, "kept", hears, found=False))
        )
    for family in families:
        family.add("upward_report", Target(row.id, row.version, owners=hears))
    for began, ended, readers in (
        (date(2026, 1, 1), date(2026, 3, 31), KEEPERS),
        (date(2026, 4, 1), date(2026, 6, 30), EMPLOYED),
    ):
        async with world.worker.write(town.system, "test.count") as tx:
            period = await count_period(tx, began, ended)
            assert period is not None
        async with world.api.write(town.who("administrator"), "test.judge") as tx:
            source = village.mark(slug, f"source-{began.month}", readers)
            await record_figure(tx, RecordFigure(period.id, "staff", 4.1, source, 40))
            words = village.mark(slug, f"judgement-{began.month}", readers)
            period = await draft_judgement(tx, DraftJudgement(period.id, words, period.version))
            if readers is EMPLOYED:
                period = await release_indicators(tx, period.id, period.version)
        async with world.api.read(town.who("administrator"), "test.read") as tx:
            version = (await store.period(tx, period.id)).version
        for family in families:
            family.add("indicator_period", Target(period.id, version, state=str(ended), owners=readers))
