"""What is sent to somebody with a place in a meeting leads to something they can open: judged when it goes."""

from typing import Final
from uuid import uuid4

import pytest

from services.core.message import store as messages
from services.core.message.kinds import MessageKind, Reason
from services.core.message.rules import may_send
from services.core.message.service import MessagePlan, plan_message
from tests.sharing.conftest import GUEST, Case

CLOSED: Final = (
    MessageKind.AGENDA_SENT,
    MessageKind.AGENDA_ADDED,
    MessageKind.CASE_NEWS,
    MessageKind.DEADLINE_REMINDER,
)


async def judged(case: Case, kind: MessageKind) -> Reason | None:
    """Why a message of this kind about the coming meeting may not go to the psychologist now."""
    town, key = case.world.north, f"test:{uuid4()}"
    async with case.world.worker.write(town.system, "test.plan") as tx:
        plan = MessagePlan(
            kind=kind,
            recipient=town.id(GUEST),
            dossier=case.dossier,
            meeting=case.coming.meeting,
            occurrence_key=key,
            inbox=False,
        )
        await plan_message(tx, plan)
    async with case.world.behind_the_walls() as db, db.transaction():
        await db.fetchval("select begin_system($1)", town.tenant)
        message = await db.fetchval(
            "update message set state = 'sending', attempt = 1 where occurrence_key = $1 returning id", key
        )
    async with case.world.notifier.read(town.system, "test.facts") as tx:
        facts = await tx.one(messages.SEND_FACTS, id=message, attempt=1)
        assert facts is not None
        return may_send(facts, tx.now)


@pytest.mark.parametrize("answer", ["none", "coming", "not_coming"])
async def test_the_invitation_goes_before_a_yes_and_what_belongs_to_the_meeting_after_it(
    case: Case, answer: str
) -> None:
    await case.place_is(answer=answer)
    for kind in (MessageKind.INVITATION, MessageKind.MEETING_MOVED, MessageKind.MEETING_REMINDER):
        assert await judged(case, kind) is None, kind
    for kind in CLOSED:
        assert await judged(case, kind) == (None if answer == "coming" else Reason.NOT_ACCEPTED), kind


async def test_nothing_goes_to_who_was_taken_out(case: Case) -> None:
    await case.place_is(status="removed")
    for kind in (MessageKind.INVITATION, *CLOSED):
        assert await judged(case, kind) is Reason.NOT_INVITED, kind
    await case.place_is(status="invited")


async def test_that_it_is_called_off_is_told_to_who_sees_nothing_of_it_any_more(case: Case) -> None:
    async with case.world.behind_the_walls() as db, db.transaction():
        await db.fetchval("select begin_system($1)", case.world.north.tenant)
        await db.execute("update meeting set status = 'cancelled' where id = $1", case.coming.meeting)
    assert await judged(case, MessageKind.MEETING_CANCELLED) is None
    assert await judged(case, MessageKind.INVITATION) is Reason.MEETING_CANCELLED
