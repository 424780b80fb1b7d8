"""At 18 the parents are told that their access has ended; that it has needs nobody."""

from datetime import timedelta

from services.core.calendar import local_day
from services.core.message.kinds import MessageKind
from services.core.message.service import MessagePlan, list_inbox, plan_message
from services.core.sweep.kinds import SweepKind
from services.core.sweep.service import run_sweep
from services.core.tenancy.service import current_model
from tests.builders.world import World
from tests.worker.case import anchors, change, open_case


async def test_told_once_and_what_was_planned_is_taken_back(world: World) -> None:
    case = await open_case(world, world.north, "sibling")
    async with world.worker.write(world.north.system, "test.plan") as tx:
        await plan_message(
            tx,
            MessagePlan(
                kind=MessageKind.MEETING_REMINDER,
                recipient=world.north.id("mother"),
                dossier=case.dossier,
                meeting=case.meeting,
                occurrence_key="reminder:1",
                not_before=tx.now + timedelta(days=3),
            ),
        )
    await change(
        world,
        world.north,
        "update custody set majority_at = rundbord.business_now() + interval '1 hour'"
        " where tenant_id = $1 and child_id = $2",
        world.north.id("sibling"),
    )
    assert (
        await run_sweep(world.worker, anchors(world), world.north.tenant, SweepKind.ADULTHOOD)
    ).handled == 0
    await world.advance(3601)
    await run_sweep(world.worker, anchors(world), world.north.tenant, SweepKind.ADULTHOOD)
    await run_sweep(world.worker, anchors(world), world.north.tenant, SweepKind.ADULTHOOD)
    async with world.behind_the_walls() as db:
        rows = await db.fetch(
            "select kind, state, reason, dossier_id from message where tenant_id = $1 and channel = 'mail'"
            " and recipient_id = $2 order by kind",
            world.north.tenant,
            world.north.id("mother"),
        )
        own = await db.fetchval("select dossier_id from person where id = $1", world.north.id("mother"))
    assert [(row["kind"], row["state"], row["reason"]) for row in rows] == [
        ("access_ended", "planned", None),
        ("meeting_reminder", "cancelled", "access_ended"),
    ]
    assert rows[0]["dossier_id"] == own


async def test_housekeeping_keeps_what_the_model_says(world: World) -> None:
    case = await open_case(world, world.north)
    async with world.worker.write(world.north.system, "test.plan") as tx:
        plan = MessagePlan(kind=MessageKind.INVITATION, recipient=world.north.id("leader"), dossier=case.dossier,
                           meeting=case.meeting, occurrence_key="invitation:kept")  # fmt: skip
        await plan_message(tx, plan)
        keep = next(r for r in (await current_model(tx)).model.retention if r.record == "message").keep
        assert (keep.count, keep.unit.value) == (1, "years"), local_day(tx.now)
    settle = (
        "update message set state = 'sent', settled_at = rundbord.business_now()"
        " where tenant_id = $1 and state = 'planned'"
    )
    await change(world, world.north, settle)
    await world.advance(364 * 24 * 3600)
    await run_sweep(world.worker, anchors(world), world.north.tenant, SweepKind.HOUSEKEEPING)
    async with world.api.read(world.north.who("leader"), "test.inbox") as tx:
        assert [item.meeting_id for item in await list_inbox(tx, 10)] == [case.meeting]
    await world.advance(3 * 24 * 3600)
    await run_sweep(world.worker, anchors(world), world.north.tenant, SweepKind.HOUSEKEEPING)
    async with world.api.read(world.north.who("leader"), "test.inbox") as tx:
        assert await list_inbox(tx, 10) == []
