"""Ringsted's handleplan: the meeting waits for it, the family reads it, and it goes to the circle of its own meeting."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from services.core.action_plan import store as plans
from services.core.action_plan.service import WritePlan, send_plan, write_plan
from services.core.errors import ErrorCode, UserError
from services.core.meeting.calling import CallMeeting, call_meeting
from services.core.meeting.invitees import Choice
from services.core.meeting.store import Particulars
from services.core.problem.confirming import ConfirmCase, confirm_case
from tests.builders.world import World

MUNICIPALITY = "ringsted"
WORDS = {
    "purpose": "Ro om morgenen",
    "goals": "I skole til tiden",
    "tasks": "Fast morgenrutine",
    "evaluation": "Hver måned",
}


async def call_opstart(world: World, **more: Any) -> UUID:
    town = world.north
    async with world.api.write(town.who("adviser"), "test.call") as tx:
        row = await call_meeting(
            tx,
            CallMeeting(
                child=town.id("neighbour"),
                type="bfm_opstart",
                starts_at=tx.now + timedelta(days=21),
                place="Rådhuset",
                choices=(
                    Choice("adviser", person=town.id("adviser")),
                    Choice("leader", person=town.id("leader")),
                    Choice("staff", leave_out_reason="Kommer med i næste møde."),
                    Choice("network", name="Mormor"),
                ),
                **more,
            ),
        )
        return row.id


async def test_RI_21_RI_24_RI_36_the_plan_comes_before_the_meeting_and_goes_out_after_it(
    modelled: World,
) -> None:
    town = modelled.north
    async with modelled.api.write(town.who("adviser"), "test.confirm") as tx:
        await confirm_case(tx, ConfirmCase(town.id("neighbour"), frozenset({"assessment_done"}), 0))
    with pytest.raises(UserError) as unready:
        await call_opstart(modelled)
    assert (unready.value.code, unready.value.rule_id) == (ErrorCode.RULE_BLOCKED, "RI-21")
    assert tuple(unready.value.field) == ("input", "particulars", "documents")

    child = town.id("neighbour")
    async with modelled.api.write(town.who("adviser"), "test.write") as tx:
        with pytest.raises(UserError) as unfinished:
            await write_plan(
                tx, WritePlan(child, "handleplan", {"purpose": WORDS["purpose"]}, 0, complete=True)
            )
        assert unfinished.value.code is ErrorCode.INVALID_INPUT
        draft = await write_plan(tx, WritePlan(child, "handleplan", {"purpose": WORDS["purpose"]}, 0))
    with pytest.raises(UserError):  # a draft is not enough
        await call_opstart(modelled)
    async with modelled.api.write(town.who("adviser"), "test.write") as tx:
        with pytest.raises(UserError) as stale:
            await write_plan(tx, WritePlan(child, "handleplan", WORDS, 0))
        assert stale.value.code is ErrorCode.CONFLICT
        plan = await write_plan(tx, WritePlan(child, "handleplan", WORDS, draft.version, complete=True))
    meeting = await call_opstart(modelled)

    async with modelled.api.read(town.who("other_mother"), "test.read") as tx:
        (seen,) = await plans.plans_of(tx, plan.dossier_id)
        assert await plans.values(tx, seen) == WORDS
    async with modelled.api.read(town.who("mother"), "test.read") as tx:
        with pytest.raises(UserError) as foreign:
            await plans.plan(tx, plan.id)
        assert foreign.value.code is ErrorCode.NOT_FOUND

    async with modelled.api.write(town.who("adviser"), "test.send") as tx:
        sent = await send_plan(tx, plan.id, meeting, plan.version)
        assert sent.sent_at == tx.now
        again = await write_plan(tx, WritePlan(child, "handleplan", {"goals": "Andet"}, sent.version))
        assert (again.sent_at, again.completed_at) == (None, plan.completed_at)
    async with modelled.behind_the_walls() as db:
        told = await db.fetch("select recipient_id from message where kind = 'action_plan_sent'")
    assert town.id("other_mother") in {row["recipient_id"] for row in told}
    assert town.id("mother") not in {row["recipient_id"] for row in told}


async def test_a_plan_kept_elsewhere_is_said_to_be_ready(modelled: World) -> None:
    """The municipality's case system may hold it: the convener says so, and it is kept with the meeting."""
    town = modelled.north
    async with modelled.api.write(town.who("adviser"), "test.confirm") as tx:
        casework = await confirm_case(
            tx, ConfirmCase(town.id("neighbour"), frozenset({"assessment_done"}), await version(modelled))
        )
    assert casework.child_id == town.id("neighbour")
    assert await call_opstart(modelled, particulars=Particulars(documents=("handleplan",)))


async def version(world: World) -> int:
    async with world.behind_the_walls() as db:
        found = await db.fetchval(
            "select version from casework where child_id = $1", world.north.id("neighbour")
        )
        return int(found or 0)
