"""Who leads a meeting without any other tie to the child can cancel it, and still see that it was."""

from datetime import timedelta

import pytest

from services.core.errors import ErrorCode, UserError
from services.core.meeting import store
from services.core.meeting.rescheduling import cancel_meeting
from tests.builders.world import World
from tests.meeting.steps import called


async def test_the_chair_can_cancel_and_a_guest_is_out(living: World) -> None:
    town = living.north
    meeting = await called(living, "sibling")
    async with living.behind_the_walls() as db, db.transaction():
        await db.fetchval("select begin_system($1)", town.tenant)
        # The leader hands the chair to the teacher, whose only tie to this child is the meeting.
        await db.execute("update meeting set chair_id = $1 where id = $2", town.id("teacher"), meeting)
    async with living.api.write(town.who("teacher"), "test.cancel") as tx:
        row = await store.meeting(tx, meeting)
        assert row.starts_at > tx.now + timedelta(days=1)
        assert (await cancel_meeting(tx, meeting, "Forfald", row.version)).status == "cancelled"
    async with living.api.read(town.who("psychologist"), "test.read") as tx:
        with pytest.raises(UserError) as refused:
            await store.meeting(tx, meeting)
        assert refused.value.code is ErrorCode.NOT_FOUND
