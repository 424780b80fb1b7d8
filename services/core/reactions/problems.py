"""What follows when something happens to a problem."""

from services.core.casework.service import load_case_of
from services.core.db.tx import WriteTx
from services.core.deadline.service import NewDeadline, cancel_deadlines, plan_deadlines
from services.core.meeting import store as meetings
from services.core.message.kinds import MessageKind
from services.core.problem import rules
from services.core.problem.events import (
    CoordinatorChanged,
    CoordinatorOffered,
    FactsConfirmed,
    LevelMoved,
)
from services.core.reactions.circle import reachable, tell


async def reassess_in_time(tx: WriteTx, event: LevelMoved | FactsConfirmed) -> None:
    """What must be judged again while a problem stands on its level, e.g. at least every half year (RA-18)."""
    await cancel_deadlines(tx, problem=event.problem)
    case = await load_case_of(tx, event.dossier)
    facts = case.facts_of(event.problem)
    if facts is None:
        return
    await plan_deadlines(
        tx,
        [
            NewDeadline(
                dossier=event.dossier,
                key=one.key,
                task=one.task,
                due_at=one.due_at,
                remind_at=one.remind_at,
                problem=event.problem,
                role=one.by or None,
            )
            for one in rules.reassessments_due(case.model, case.facts, facts, tx.now)
        ],
    )


async def tell_offered(tx: WriteTx, event: CoordinatorOffered) -> None:
    """The one offered learns of it."""
    await tell(
        tx,
        MessageKind.COORDINATOR_OFFERED,
        [event.offered_to],
        event.dossier,
        f"coordinator-offer:{event.problem}:{event.version}",
    )


async def tell_changed(tx: WriteTx, event: CoordinatorChanged) -> None:
    """All professionals of the problem's meetings and the family learn who holds the thread now (RA-05)."""
    people = [event.outgoing]
    for meeting in await meetings.meetings_of(tx, event.dossier):
        if meeting.problem_id == event.problem and meeting.status != "cancelled":
            people += await reachable(tx, event.dossier, meeting.id)
    await tell(
        tx,
        MessageKind.COORDINATOR_CHANGED,
        people,
        event.dossier,
        f"coordinator:{event.problem}:{event.version}",
    )
