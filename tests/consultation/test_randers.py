"""Level 2 of Randers: professionals about a group, the green form where a course is decided, and nobody named."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import msgspec
import pytest

from services.core.consultation import rules, store
from services.core.consultation.calling import (
    CallConsultation,
    NewItem,
    _minutes,
    _spoken_of,
    call_consultation,
)
from services.core.consultation.changing import cancel_consultation, move_consultation
from services.core.consultation.running import (
    AgreeConsultation,
    ConcludeConsultation,
    agree,
    conclude_consultation,
    fill_consultation_form,
    hold_consultation,
)
from services.core.consultation.store import ConsultationRow
from services.core.db.tx import new_id
from services.core.errors import ErrorCode, UserError
from services.core.meeting.invitees import Choice
from services.core.meeting.particulars import judge_particulars
from services.core.meeting.supplied import Supplied, Verdict
from services.core.tenancy.decision import Why
from services.core.tenancy.rhythm import Length
from tests.builders.world import World
from tests.rules.cases import model_of

TYPE = "konsultativt_moede"
GREEN = {
    "group": "Drengene i indskolingen",
    "situation": "Uro i frikvartererne; faste legeaftaler er prøvet.",
    "goal": "Rolige frikvarterer",
    "who_does_what": "Pædagogerne åbner boldburet",
    "follow_up": "2027-03-01",
}


async def called(world: World, by: str = "teacher", **more: Any) -> ConsultationRow:
    town = world.north
    async with world.api.write(town.who(by), "mutation:callConsultation") as tx:
        command = CallConsultation(
            unit=town.people.units["school"],
            type=TYPE,
            starts_at=tx.now + timedelta(days=7),
            place="Personalerummet",
            subject="group",
            items=(NewItem("Uro i frikvartererne i 2. årgang"),),
        )
        return await call_consultation(tx, replace(command, **more))


async def held(world: World, **more: Any) -> ConsultationRow:
    row = await called(world, **more)
    await world.advance(8 * 86400)
    async with world.api.write(world.north.who("teacher"), "test.hold") as tx:
        present = [one.id for one in await store.participants(tx, row.id)]
        return await hold_consultation(tx, row.id, present, row.version)


async def test_RA_09_it_is_about_a_group_a_place_or_nobody_and_never_about_a_child(randers: World) -> None:
    row = await called(randers)
    assert (row.subject, row.status) == ("group", "planned")
    for subject in ("named_child", "siblings", "family"):
        with pytest.raises(UserError) as refused:
            await called(randers, subject=subject)
        assert refused.value.code is ErrorCode.INVALID_INPUT


async def test_RA_09_professionals_only_leadership_perhaps(randers: World) -> None:
    town = randers.north
    row = await called(randers, choices=(Choice("leader", person=town.id("leader")),))
    async with randers.api.read(town.who("teacher"), "test.read") as tx:
        circle = {(one.role, one.person_id) for one in await store.participants(tx, row.id)}
    assert circle == {("staff", town.id("teacher")), ("leader", town.id("leader"))}
    for role in ("child", "parents", "network"):
        with pytest.raises(UserError):
            await called(randers, choices=(Choice(role, name="x"),))


async def test_a_participant_is_a_professional_by_foreign_key(randers: World) -> None:
    row = await called(randers)
    async with randers.behind_the_walls() as connection:
        for name in ("child", "mother"):
            with pytest.raises(Exception, match="consultation_participant"):
                await connection.execute(
                    """insert into consultation_participant
                       select tenant_id, gen_random_uuid(), dossier_id, consultation_id, $2, role, strength, external,
                              status, null, access_until, sealed, 1
                       from consultation_participant where consultation_id = $1 limit 1""",
                    row.id,
                    randers.north.id(name),
                )


async def test_RA_09_a_course_takes_the_green_form_and_advice_alone_does_not(randers: World) -> None:
    town = randers.north
    row = await held(randers)
    async with randers.api.write(town.who("teacher"), "test.end") as tx:
        course = frozenset({"consultative_course"})
        with pytest.raises(UserError) as refused:
            await conclude_consultation(
                tx, ConcludeConsultation(row.id, "progress", row.version, facts=course)
            )
        assert (refused.value.code, refused.value.rule_id) == (ErrorCode.RULE_BLOCKED, "RA-09")
    async with randers.api.write(town.who("teacher"), "test.end") as tx:
        form = await store.form(tx, row.id)
        assert form is not None
        await fill_consultation_form(tx, row.id, GREEN, complete=True, expected_version=form.version)
        ended = await conclude_consultation(
            tx, ConcludeConsultation(row.id, "progress", row.version, facts=course)
        )
        assert (ended.status, ended.outcome) == ("concluded", "progress")
    other = await held(randers)
    async with randers.api.write(town.who("teacher"), "test.end") as tx:
        ended = await conclude_consultation(tx, ConcludeConsultation(other.id, "progress", other.version))
        assert ended.status == "concluded"


async def test_RA_08_a_group_at_level_1_is_talked_about_without_a_child_or_a_parent(randers: World) -> None:
    types = {one.key for one in rules.callable_types(randers.north.model)}
    assert {"niveau_1_samtale", TYPE} == types
    row = await called(randers, type="niveau_1_samtale")
    async with randers.api.read(randers.north.who("teacher"), "test.read") as tx:
        roles = {one.role for one in await store.participants(tx, row.id)}
    assert roles.isdisjoint({"child", "parents", "network"})


async def test_what_is_agreed_has_somebody_who_does_it(randers: World) -> None:
    town = randers.north
    row = await held(randers)
    async with randers.api.write(town.who("teacher"), "test.agree") as tx:
        (one,) = await store.participants(tx, row.id)
        made = await agree(tx, AgreeConsultation(row.id, "Åbner boldburet", one.id))
        assert (await store.agreement_details(tx, made)).what == "Åbner boldburet"


async def test_it_is_moved_and_cancelled_by_whoever_leads_it(randers: World) -> None:
    town = randers.north
    row = await called(randers, choices=(Choice("partner", person=town.id("psychologist")),))
    async with randers.api.write(town.who("psychologist"), "test.move") as tx:
        with pytest.raises(UserError) as refused:
            await move_consultation(tx, row.id, tx.now + timedelta(days=9), row.version)
        assert refused.value.code is ErrorCode.FORBIDDEN
    async with randers.api.write(town.who("leader"), "test.move") as tx:
        moved = await move_consultation(tx, row.id, tx.now + timedelta(days=9), row.version)
        assert moved.sequence == 1
    async with randers.api.write(town.who("teacher"), "test.cancel") as tx:
        gone = await cancel_consultation(tx, row.id, "Sygdom", moved.version)
        assert gone.status == "cancelled"


def test_a_length_of_each_is_counted_by_the_points() -> None:
    """15 to 20 minutes for each who is spoken of: three points take three times as long, unless the caller says otherwise."""
    of_each = msgspec.structs.replace(
        model_of("randers").meeting(TYPE), minutes=15, length=Length(at_least=15, at_most=20, per_child=True)
    )
    three = tuple(NewItem(text) for text in ("Uro", "", "Fravær", "Sprog"))
    asked = CallConsultation(new_id(), TYPE, datetime(2026, 12, 1, tzinfo=UTC), "Her", items=three)
    assert (_spoken_of(asked), _minutes(of_each, asked)) == (3, 45)
    assert _minutes(of_each, replace(asked, minutes=30)) == 30
    verdicts = []
    for minutes in (44, 45, 60, 61):
        verdict = Verdict()
        told = Supplied(minutes=minutes, children=_spoken_of(asked))
        judge_particulars(
            model_of("randers"), of_each, told, Why(model_of("randers"), date(2026, 12, 1)), verdict
        )
        verdicts.append(verdict.needs)
    assert verdicts == [["reason"], [], [], ["reason"]]
