"""Who is told of a meeting without names: the circle, by mail alone, once, and never of a time that is over."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest

from services.core.consultation.asking import AskForTime, add_consultation_item
from services.core.consultation.calling import CallConsultation, NewItem, call_consultation
from services.core.consultation.changing import cancel_consultation, move_consultation
from services.core.consultation.store import ConsultationRow
from services.core.identity import PersonId
from services.core.meeting.invitees import Choice
from services.core.message.kinds import MessageKind, Reason
from services.core.message.rules import may_send
from services.core.message.service import list_inbox
from tests.builders.world import World
from tests.notifier.parcels import AT, facts


async def called(world: World) -> ConsultationRow:
    town = world.north
    async with world.api.write(town.who("teacher"), "mutation:callConsultation") as tx:
        return await call_consultation(
            tx,
            CallConsultation(
                unit=town.people.units["school"],
                type="konsultativt_moede",
                starts_at=tx.now + timedelta(days=9),
                place="Personalerummet",
                items=(NewItem("Uro i 2. årgang"),),
                choices=(Choice("partner", person=town.id("psychologist")),),
            ),
        )


async def told(world: World, row: ConsultationRow) -> set[tuple[str, PersonId, str]]:
    """Kind, recipient and state of every message of it."""
    async with world.behind_the_walls() as connection:
        rows = await connection.fetch("select * from message where dossier_id = $1", row.dossier_id)
    assert {one["channel"] for one in rows} <= {"mail"}, (
        "an inbox would hold it beside messages about children"
    )
    return {(one["kind"], one["recipient_id"], one["state"]) for one in rows}


async def test_the_circle_is_invited_and_everybody_is_reminded(randers: World) -> None:
    town, row = randers.north, await called(randers)
    teacher, psychologist = town.id("teacher"), town.id("psychologist")
    assert await told(randers, row) == {
        ("invitation", psychologist, "planned"),
        ("meeting_reminder", psychologist, "planned"),
        ("meeting_reminder", teacher, "planned"),
    }
    async with randers.api.read(town.who("psychologist"), "test.inbox") as tx:
        assert [one for one in await list_inbox(tx, 50) if one.dossier_id == row.dossier_id] == []


async def test_another_time_takes_back_what_told_of_the_old_one(randers: World) -> None:
    town, row = randers.north, await called(randers)
    async with randers.api.write(town.who("teacher"), "test.move") as tx:
        moved = await move_consultation(tx, row.id, tx.now + timedelta(days=12), row.version)
    found = await told(randers, row)
    psychologist = town.id("psychologist")
    assert ("invitation", psychologist, "cancelled") in found
    assert ("meeting_moved", psychologist, "planned") in found
    async with randers.api.write(town.who("teacher"), "test.cancel") as tx:
        await cancel_consultation(tx, row.id, "Sygdom", moved.version)
    planned = {(kind, person) for kind, person, state in await told(randers, row) if state == "planned"}
    assert planned == {("meeting_cancelled", psychologist)}


async def test_whoever_answers_for_it_learns_that_somebody_asks_for_time(randers: World) -> None:
    town, row = randers.north, await called(randers)
    async with randers.api.write(town.who("psychologist"), "test.ask") as tx:
        await add_consultation_item(tx, AskForTime("Frikvartererne", consultation=row.id))
    assert ("agenda_added", town.id("teacher"), "planned") in await told(randers, row)


async def test_the_notifier_may_send_it_to_whoever_sees_it(randers: World) -> None:
    """A grant lets it pass; that it has no meeting of a child stops nothing."""
    row = await called(randers)
    async with randers.behind_the_walls() as connection:
        grants = await connection.fetch(
            "select person_id, capacity, reason from access_grant where dossier_id = $1", row.dossier_id
        )
    assert {(one["person_id"], one["reason"]) for one in grants} == {
        (randers.north.id("teacher"), "convener"),
        (randers.north.id("teacher"), "participant"),
        (randers.north.id("psychologist"), "participant"),
    }


@pytest.mark.parametrize(
    ("kind", "status", "minutes", "against"),
    [
        (MessageKind.MEETING_REMINDER, "planned", 1, None),
        (MessageKind.MEETING_REMINDER, "planned", 0, Reason.MEETING_OVER),
        (MessageKind.INVITATION, "held", 1, Reason.MEETING_OVER),
        (MessageKind.MEETING_MOVED, "cancelled", 1, Reason.MEETING_CANCELLED),
        (MessageKind.MEETING_CANCELLED, "cancelled", 0, None),
        (MessageKind.INVITATION_WITHDRAWN, "planned", 1, None),
        (MessageKind.INVITATION_WITHDRAWN, "cancelled", 1, None),
        (MessageKind.INVITATION_WITHDRAWN, "planned", 0, Reason.MEETING_OVER),
    ],
)
def test_nobody_is_reminded_of_one_that_is_over(
    kind: MessageKind, status: str, minutes: int, against: Reason | None
) -> None:
    """A mail server may have been away until then."""
    told = facts(
        kind,
        consultation_id=uuid4(),
        consultation_status=status,
        consultation_starts_at=AT + timedelta(minutes=minutes),
        seat_status="withdrawn",
        has_grant=kind is not MessageKind.INVITATION_WITHDRAWN,
    )
    assert may_send(told, AT) is against
    if kind is MessageKind.INVITATION_WITHDRAWN and against is None:
        assert may_send(replace(told, seat_status="invited"), AT) is Reason.SUPERSEDED
