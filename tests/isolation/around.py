"""What is done around each child of the village: an offer with its plan, a network, a handover, exchanges.

The villages' model has none of it but the exchange; `with_supports` gives it some that always apply. To whom a handover
goes and what its receiver sees is tried in `tests/around`: here it goes where nobody of the village works.
"""

import shutil
from pathlib import Path
from typing import Final

from services.core.calendar.instants import local_day
from services.core.exchange.service import RecordExchange, record_exchange
from services.core.handover.service import HandOver, hand_over_knowledge
from services.core.network.service import NetworkParts, evaluate_network, form_network
from services.core.offer import store as offers
from services.core.offer.service import (
    AnswerOffer,
    RecordOffer,
    answer_offer,
    fill_shared_plan,
    record_offer,
)
from tests.builders.world import MODEL, Town
from tests.isolation.village import FAMILIES, HOLDERS, Family, Target, Village

_SUPPORTS: Final = """
[[offers]]
key = "plan"
name = { da = "Plan", en = "Plan" }
form = "around"

[[offers]]
key = "course"
name = { da = "Kursus", en = "Course" }

[[checklists]]
key = "start"
name = { da = "Begyndelsen", en = "The beginning" }
event = "case_opened"
items = [{ key = "involve", text = { da = "Familien er inddraget", en = "The family is involved" } }]

[[networks]]
key = "around"
name = { da = "Netværket", en = "The network" }
evaluation_form = "around"

[[handovers]]
key = "next"
name = { da = "Overlevering", en = "Handing over" }
form = "around"
"""
_FORM: Final = """
key = "around"
name = { da = "Rundt om", en = "Around" }
[[fields]]
key = "problem"
kind = "long_text"
label = { da = "Hvad?", en = "What?" }
[[fields]]
key = "note"
kind = "long_text"
visible_to = ["professionals"]
label = { da = "Notat", en = "Note" }
"""


def with_supports(directory: Path) -> Path:
    """The villages' model with an offer, a checklist, a network and a handover that always apply."""
    made = Path(shutil.copytree(MODEL, directory / "with_supports"))
    with (made / "support.toml").open("a", encoding="utf-8") as support:
        support.write(_SUPPORTS)
    (made / "forms" / "around.toml").write_text(_FORM, encoding="utf-8")
    return made


async def settle_around(village: Village) -> None:
    """Every family of both towns."""
    for town in (village.world.north, village.world.south):
        for name in FAMILIES:
            await _one(village, town, village.families[town.slug, name])


async def _one(village: Village, town: Town, family: Family) -> None:
    world, slug, name, leader = village.world, town.slug, family.name, FAMILIES[family.name][0]
    child, holder = town.id(name), HOLDERS[name][0]

    def mark(what: str, readers: frozenset[str]) -> str:
        return village.mark(slug, f"{name}-{what}", readers)

    both = {"problem": mark("plan", family.known), "note": mark("plan-note", family.near)}
    handed = {"problem": mark("handed", family.known), "note": mark("handed-note", family.near)}
    async with world.api.write(town.who(leader), "test.around") as tx:
        offer = await record_offer(tx, RecordOffer(child, "plan", True, mark("how", family.near)))
        await fill_shared_plan(tx, offer.id, both, 0)
        open_one = await record_offer(tx, RecordOffer(child, "course"))
        parts = NetworkParts(town.id(leader), town.id(leader), (mark("competence", family.known),))
        network = await form_network(tx, child, "around", parts)
        await evaluate_network(
            tx, network.id, {"problem": mark("evaluated", family.near)}, mark("status", family.near)
        )
        area = town.people.units["area"]
        handover = await hand_over_knowledge(tx, HandOver(child, "next", handed, to_unit=area))
        today = local_day(tx.now)
        with_whom, why = mark("with", family.known), mark("why", family.near)
        await record_exchange(tx, RecordExchange(child, "early_prevention", with_whom, why, today))
    async with world.api.write(town.who(holder), "test.answer") as tx:
        row = await answer_offer(tx, AnswerOffer(open_one.id, False, open_one.version))
        said = mark("said", family.near | {holder})
        await evaluate_network(tx, network.id, {"problem": said})
    family.add("offer", Target(offer.id, offer.version, "accepted", family.known))
    family.add("offer", Target(row.id, row.version, "declined", family.known))
    family.add("network", Target(network.id, network.version, owners=family.known))
    family.add("handover", Target(handover.id, handover.version, owners=family.known))
    async with world.api.read(town.who(leader), "test.plan") as reader:
        assert await offers.plan_of(reader, offer.id) is not None
