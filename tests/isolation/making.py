"""What is made with the family in the village: each holder's wish about the circle, and the case's action plan.

The villages' model has neither; `with_say` gives its meeting a say for the family and one of its types a document.
"""

from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import Final
from uuid import UUID

from PIL import Image

from services.core.action_plan.service import WritePlan, write_plan
from services.core.conversation.service import RecordConversation, pass_on, record_conversation
from services.core.meeting.co_authoring import SuggestParticipant, suggest_participant
from services.core.meeting.store import ParticipantRow, participants
from services.core.perspective.recording import RecordPerspective, record_perspective
from services.core.sharing.service import RecordKind, ShareRecord, share_record
from tests.builders.world import Town
from tests.isolation.village import FAMILIES, HOLDERS, TYPE, Family, Target, Village

_DOCUMENT: Final = """
[[documents]]
key = "plan"
form = "around"
ready_before = "call"
name = { da = "Handleplan", en = "Action plan" }
"""


def with_say(made: Path) -> Path:
    """The family has a say in the circle of the village's meeting; a type that nobody calls here waits for a plan."""
    called = made / "meetings" / f"{TYPE}.toml"
    text = called.read_text(encoding="utf-8")
    assert "co_author_circle" not in text
    called.write_text(
        text.replace("co_author_agenda = true", "co_author_agenda = true\nco_author_circle = true", 1),
        encoding="utf-8",
    )
    with (made / "meetings" / "niveau_1_samtale.toml").open("a", encoding="utf-8") as other:
        other.write(_DOCUMENT)
    return made


async def settle_making(village: Village) -> None:
    """Every family of both towns."""
    for town in (village.world.north, village.world.south):
        for name in FAMILIES:
            await _one(village, town, village.families[town.slug, name])


async def _one(village: Village, town: Town, family: Family) -> None:
    world, name, leader = village.world, family.name, FAMILIES[family.name][0]

    def mark(what: str, readers: frozenset[str]) -> str:
        return village.mark(town.slug, f"{name}-{what}", readers)

    meeting = next(one for one in family.targets["meeting"] if one.state == "planned")
    for holder in HOLDERS[name]:
        own = family.near | {holder}
        async with world.api.write(town.who(holder), "test.wish") as tx:
            who, why = mark(f"wish-{holder}", own), mark(f"wish-why-{holder}", own)
            row = await suggest_participant(tx, SuggestParticipant(meeting.id, who, why))
        family.add("suggestion", Target(row.id, row.version, owners=own))
    async with world.api.write(town.who(leader), "test.draw") as tx:
        told = mark("drawn-for", family.near)
        drawn = await record_perspective(
            tx,
            RecordPerspective(
                meeting.id, "child", True, answers={"good": told}, way="told", adult="x", drawing=_drawing()
            ),
        )
    family.add("drawn", Target(drawn.id, 1, owners=family.near))
    async with world.api.write(town.who(leader), "test.plan") as tx:
        said = {"problem": mark("action-plan", family.circle), "note": mark("action-note", family.staff)}
        plan = await write_plan(tx, WritePlan(town.id(name), "plan", said, 0, complete=True))
    family.add("action_plan", Target(plan.id, plan.version))
    async with world.api.write(town.who(leader), "test.talk") as tx:
        told = mark("conversation", family.near)
        talk = await record_conversation(tx, RecordConversation(town.id(name), tx.now, told))
        talk = await pass_on(tx, talk.id, mark("conversation-summary", family.known), talk.version)
    family.add("conversation", Target(talk.id, talk.version, owners=family.near))
    # The plan is shared with the one who comes to a meeting alone: nothing else of the case is.
    place = next(
        one for one in await _circle(village, town, meeting.id) if one.person_id == town.id(family.guest)
    )
    async with world.api.write(town.who(leader), "test.share") as tx:
        given = ShareRecord(
            place.id,
            RecordKind.PLAN,
            plan.id,
            mark("share-reason", family.staff),
            tx.now.date() + timedelta(days=400),
            law="early_exchange",
            special_reason="Det haster",
        )
        shared = await share_record(tx, given)
    family.add("share", Target(shared.id, shared.version))


async def _circle(village: Village, town: Town, meeting: UUID) -> list[ParticipantRow]:
    async with village.world.api.read(town.who("leader"), "test.circle") as tx:
        found = await participants(tx, meeting)
    async with village.world.api.read(town.who("daycare_leader"), "test.circle") as tx:
        return found or await participants(tx, meeting)


def _drawing() -> bytes:
    """A small picture."""
    kept = BytesIO()
    Image.new("RGB", (8, 8), "white").save(kept, format="PNG")
    return kept.getvalue()
