"""Many dates at once: each judged by itself, each person told once, answered together, taken out of the rest."""

from datetime import timedelta
from email.message import EmailMessage
from uuid import UUID

import asyncpg
import pytest

from services.core.consultation import store as consultations
from services.core.consultation.changing import cancel_consultation, move_consultation
from services.core.consultation.inviting import answer_series, invite_to_series, withdraw_from_series
from services.core.db.queries import Query
from services.core.errors import ErrorCode, UserError
from services.core.identity import PersonId
from services.core.meeting.invitees import Choice
from tests.builders.world import World
from tests.calendar.reading import entries
from tests.consultation.test_series import fixed
from tests.deadlines.test_undone import settled
from tests.notifier.conftest import peer
from tests.notifier.outbox_case import running_notifier
from tests.notifier.smtp_peer import Peer

__all__ = ["peer"]


async def invitations(world: World, recipient: PersonId) -> int:
    """How many invitations are planned for somebody."""
    async with world.behind_the_walls() as connection:
        found: int = await connection.fetchval(
            "select count(*) from message where kind = 'invitation' and recipient_id = $1", recipient
        )
        return found


async def test_SL_10_several_dates_in_one_act_one_message_and_answers_of_one_s_own(slagelse: World) -> None:
    town = slagelse.north
    rows = await fixed(slagelse, 200, 230, 260)
    psychologist = town.id("psychologist")
    choice = [Choice("psychologist", person=psychologist)]
    before = await invitations(slagelse, psychologist)
    async with slagelse.api.write(town.who("leader"), "test.invite") as tx:
        seen = await consultations.at_slots(tx, [row.id for row in rows])
        dates = [seen[row.id] for row in rows if row.id in seen][-3:]
        first = await consultations.consultation(tx, dates[0])
        await cancel_consultation(tx, dates[0], "Flyttes", first.version)
    async with slagelse.api.write(town.who("leader"), "test.invite") as tx:
        done = await invite_to_series(tx, dates, choice)
    assert [(one.changed, bool(one.refused)) for one in done] == [(0, True), (1, False), (1, False)]
    assert await invitations(slagelse, psychologist) == before + 1, "two dates, one message"
    async with slagelse.api.write(town.who("leader"), "test.invite") as tx:
        again = await invite_to_series(tx, dates[1:], choice)
    assert [one.changed for one in again] == [0, 0], "twice is once"

    async with slagelse.api.write(town.who("psychologist"), "test.answer") as tx:
        said = await answer_series(tx, [(dates[1], "coming"), (dates[2], "not_coming")])
        assert [one.changed for one in said] == [1, 1]
        seats = await consultations.participants(tx, dates[2])
        mine = next(one for one in seats if one.person_id == psychologist)
        assert mine.answer == "not_coming"
    forged = Query(
        "forge",
        "Another's answer.",
        "update rundbord.consultation_participant set answer = 'coming' where id = $1",
        ("id",),
        type(None),
    )
    with pytest.raises(asyncpg.CheckViolationError):
        async with slagelse.api.write(town.who("leader"), "test.forge") as tx:
            await tx.run(forged, id=mine.id)

    async with slagelse.api.write(town.who("leader"), "test.withdraw") as tx:
        out = await withdraw_from_series(tx, dates, psychologist, "Har fået nyt arbejde")
    assert [one.changed for one in out] == [0, 1, 1]
    async with slagelse.api.read(town.who("psychologist"), "test.read") as tx:
        with pytest.raises(UserError) as gone:
            await consultations.consultation(tx, dates[1])
        assert gone.value.code is ErrorCode.NOT_FOUND
    async with slagelse.api.write(town.who("leader"), "test.invite") as tx:
        back = await invite_to_series(tx, dates[1:2], choice)
    assert [one.changed for one in back] == [1], "whoever was taken out can come again"


async def test_SL_10_whoever_is_taken_out_is_told_once_and_their_calendar_as_often_as_mails_filled_it(
    slagelse: World, peer: Peer
) -> None:
    town = slagelse.north
    psychologist = town.id("psychologist")
    rows = await fixed(slagelse, 290, 320, 350)

    async def moved(date: UUID) -> None:
        async with slagelse.api.write(town.who("leader"), "test.move") as tx:
            row = await consultations.consultation(tx, date)
            await move_consultation(tx, date, row.starts_at + timedelta(days=1), row.version)

    async def arrived() -> list[EmailMessage]:
        peer.accepted.clear()
        async with running_notifier(slagelse, peer):
            await settled(slagelse)
        return [mail for mail in peer.accepted if mail["To"] == "psychologist@kommune.example"]

    async with slagelse.api.write(town.who("leader"), "test.invite") as tx:
        seen = await consultations.at_slots(tx, [row.id for row in rows])
        dates = [seen[row.id] for row in rows if row.id in seen][-3:]
        await invite_to_series(tx, dates, [Choice("psychologist", person=psychologist)])
    await arrived()
    await moved(dates[1])
    had = {
        str(one["uid"]): one
        for mail in await arrived()
        for one in entries(list(mail.walk())[-1].get_content())
    }
    assert set(had) == {str(dates[1])}
    async with slagelse.api.write(town.who("leader"), "test.withdraw") as tx:
        await withdraw_from_series(tx, dates, psychologist, "Har fået nyt arbejde")
    # What becomes of a date afterwards changes nothing for who is out of it.
    await moved(dates[1])
    told = await arrived()
    parts = [list(mail.walk())[-1] for mail in told]
    assert {part["Content-Type"].params["method"] for part in parts} == {"CANCEL"}
    ends = {str(one["uid"]): one for part in parts for one in entries(part.get_content())}
    # The first date came with the invitation, the second with its new time; the third stands in no calendar.
    assert set(ends) == {str(dates[0]), str(dates[1])}
    assert ends[str(dates[1])]["sequence"] == had[str(dates[1])]["sequence"]
    assert "dtstart" not in ends[str(dates[1])], "the time that it has now is not theirs"
    assert len(told) == 2
    async with slagelse.api.write(town.who("leader"), "test.again") as tx:
        await invite_to_series(tx, dates[2:], [Choice("psychologist", person=psychologist)])
        await withdraw_from_series(tx, dates[2:], psychologist, "Var en fejl")
    assert [str(mail["Subject"]) for mail in await arrived()] == [str(told[0]["Subject"])], (
        "of what no mail had told them they are told all the same: a series is known by its dates"
    )


async def test_nothing_is_done_where_one_date_is_another_s(slagelse: World) -> None:
    town = slagelse.north
    rows = await fixed(slagelse, 380)
    async with slagelse.api.write(town.who("leader"), "test.invite") as tx:
        (date,) = list((await consultations.at_slots(tx, [rows[-1].id])).values())
    with pytest.raises(UserError) as refused:
        async with slagelse.api.write(town.who("psychologist"), "test.invite") as tx:
            await invite_to_series(tx, [date], [Choice("psychologist", person=town.id("psychologist"))])
    assert refused.value.code is ErrorCode.NOT_FOUND
