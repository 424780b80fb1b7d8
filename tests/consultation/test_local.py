"""What a place settles by itself: little in one municipality, nearly all of its own team meeting in another."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from services.core.consultation import rules, store
from services.core.consultation.calling import CallConsultation, NewItem, call_consultation
from services.core.consultation.store import ConsultationRow
from services.core.errors import ErrorCode, UserError
from services.core.meeting.invitees import Choice
from services.core.tenancy.language import Subject
from tests.builders.world import World


async def called(world: World, type_key: str, **more: Any) -> ConsultationRow:
    town = world.north
    async with world.api.write(town.who("teacher"), "mutation:callConsultation") as tx:
        command = CallConsultation(
            unit=town.people.units["school"],
            type=type_key,
            starts_at=tx.now + timedelta(days=7),
            place="Teamrummet",
            items=(NewItem("Læringsmiljøet i 4. årgang"),),
        )
        return await call_consultation(tx, replace(command, **more))


GUIDE = Choice("guide", name="Vibeke Vejleder")


async def test_SL_10_a_place_adds_no_agenda_and_no_circle_of_its_own(slagelse: World) -> None:
    with pytest.raises(UserError) as refused:
        await called(slagelse, "konsultativt_moede_anonymt", agenda=("Eget punkt",))
    assert (refused.value.code, refused.value.rule_id) == (ErrorCode.RULE_BLOCKED, "SL-10")
    own = (Choice("family_therapist", name="Fie Familieterapeut"),)
    with pytest.raises(UserError) as refused:
        await called(slagelse, "konsultativt_moede_anonymt", choices=own)
    assert (refused.value.code, refused.value.rule_id) == (ErrorCode.RULE_BLOCKED, "SL-10")


async def test_RI_01_RI_29_a_team_settles_its_own_agenda_and_circle(ringsted: World) -> None:
    row = await called(
        ringsted,
        "teammoede",
        agenda=("Teamets eget punkt",),
        choices=(GUIDE, Choice("competence_unit", name="Palle")),
    )
    async with ringsted.api.read(ringsted.north.who("teacher"), "test.read") as tx:
        points = [await store.item_details(tx, one) for one in await store.items(tx, row.id)]
        circle = {one.role for one in await store.participants(tx, row.id)}
    assert "Teamets eget punkt" in [one.text for one in points]
    assert circle == {"staff", "guide", "competence_unit"}


async def test_RI_29_team_and_guide_are_always_there(ringsted: World) -> None:
    with pytest.raises(UserError) as refused:
        await called(ringsted, "teammoede")
    assert (refused.value.message_key, refused.value.rule_id) == ("meeting.role_missing", "RI-29")


async def test_RI_29_a_course_that_springs_from_a_child_asks_for_the_perspective_and_names_nobody(
    ringsted: World,
) -> None:
    row = await called(ringsted, "teammoede", choices=(GUIDE,), facts=frozenset({"paf_about_child"}))
    async with ringsted.api.read(ringsted.north.who("teacher"), "test.read") as tx:
        keys = [(await store.item_details(tx, one)).key for one in await store.items(tx, row.id)]
        assert keys[0] == "perspective"
        assert (await store.details(tx, row)).facts == ("paf_about_child",)
    with pytest.raises(UserError) as refused:
        await called(ringsted, "teammoede", choices=(GUIDE,), facts=frozenset({"setting_adjusted"}))
    assert refused.value.message_key == "consultation.unknown_fact", "what nothing turns on is not kept"


@pytest.mark.parametrize("subject", [Subject.GROUP, Subject.ALL_OF_A_PLACE, Subject.NOBODY_NAMED])
async def test_ALL_02_a_group_all_of_a_place_or_nobody_named(ringsted: World, subject: Subject) -> None:
    row = await called(ringsted, "teammoede", choices=(GUIDE,), subject=subject.value)
    assert row.subject == subject
    async with ringsted.behind_the_walls() as connection:
        kind = await connection.fetchval("select kind from dossier where id = $1", row.dossier_id)
    assert kind == ("anonymous" if subject is Subject.NOBODY_NAMED else "group")


async def test_SL_02_the_anonymous_variant_is_of_nobody_or_a_group(slagelse: World) -> None:
    meeting = slagelse.north.model.meeting("konsultativt_moede_anonymt")
    assert rules.subjects_of(meeting) == (Subject.NOBODY_NAMED, Subject.GROUP)
    assert rules.subjects_of(slagelse.north.model.meeting("konsultativt_moede_konkret")) == ()
