"""What follows when an action plan is sent."""

from services.core.action_plan import store as plans
from services.core.action_plan.events import ActionPlanSent
from services.core.db.tx import WriteTx
from services.core.errors import not_found
from services.core.meeting import store
from services.core.message.kinds import MessageKind
from services.core.reactions.circle import reachable, tell


async def tell_sent(tx: WriteTx, event: ActionPlanSent) -> None:
    """The circle of the meeting learns that there is a plan to read (RI-24)."""
    meeting = await store.meeting(tx, event.meeting)
    if meeting.dossier_id != event.dossier:
        raise not_found()  # another child's meeting: its circle has no part in this plan
    plan = await plans.plan(tx, event.plan)
    people = await reachable(tx, event.dossier, event.meeting)
    key = f"action-plan:{event.plan}:{event.version}"
    await tell(
        tx,
        MessageKind.ACTION_PLAN_SENT,
        people,
        event.dossier,
        key,
        meeting=event.meeting,
        about=plan.problem_id,
    )
