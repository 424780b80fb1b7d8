"""Running measures whose consent has gone: never silent, whether it was withdrawn, declined anew, lapsed or never valid.

Whoever answers for the measure has a task with its day, and is told. Nothing ends by itself: a measure that stops from
one hour to the next can hurt a child, so people decide, with the family.
"""

from typing import Final

from services.core.calendar.instants import end_of_day, local_day
from services.core.casework.filling import answering, governing
from services.core.casework.store import AnsweringRow
from services.core.db.tx import WriteTx
from services.core.deadline.rules import DECIDE_ANEW, reminders
from services.core.deadline.service import NewDeadline, meet_deadlines, plan_deadlines
from services.core.identity import PersonId
from services.core.measure import store
from services.core.measure.rules import decide_anew_by
from services.core.measure.store import ConsentTurnRow
from services.core.message.kinds import MessageKind
from services.core.message.service import MessagePlan, plan_message
from services.core.person import colleagues
from services.core.sweep.running import Step
from services.core.tenancy.language import Period, Unit

_DAY_BEFORE = (Period(1, Unit.WORKING_DAYS),)


async def _look(tx: WriteTx, due: ConsentTurnRow) -> None:
    """Plan what must be settled and tell who answers for it; once the consent stands again there is nothing to settle."""
    await tx.run(store.LOOKED_AT, id=due.id, stands=due.stands)
    if due.turned and due.stands:
        await meet_deadlines(tx, measure=due.id, key=DECIDE_ANEW)
    elif due.turned:
        await _decide_anew(tx, due)


async def _decide_anew(tx: WriteTx, turned: ConsentTurnRow) -> None:
    case = await answering(tx, turned.dossier_id)
    model, today = await governing(tx, case), local_day(tx.now)
    due_on = decide_anew_by(model, turned.key, today)
    person = await _responsible(tx, turned, case)
    await plan_deadlines(
        tx,
        [
            NewDeadline(
                dossier=turned.dossier_id,
                key=DECIDE_ANEW,
                task=DECIDE_ANEW,
                due_at=end_of_day(due_on),
                remind_at=reminders(model, due_on, _DAY_BEFORE, tx.now),
                measure=turned.id,
                person=person,
                # Of the family nobody: of two holders it would tell each what the other said.
                private=True,
                tell_late=True,
            )
        ],
    )
    await plan_message(
        tx,
        MessagePlan(
            kind=MessageKind.CASE_NEWS,
            recipient=person,
            dossier=turned.dossier_id,
            occurrence_key=f"measure-consent:{turned.id}:{today:%Y%m%d}",
            about=turned.problem_id,
        ),
    )


async def _responsible(tx: WriteTx, turned: ConsentTurnRow, case: AnsweringRow) -> PersonId:
    """The child's adviser; where it has none, whoever started the measure."""
    relations = await colleagues.relations(tx, case.child_id) if case.child_id else []
    return next((one.person_id for one in relations if one.kind == "adviser"), turned.responsible_id)


STEP: Final = Step("measure_consent", store.TAKE_TO_LOOK_AT, _look, store.PUT_OFF, store.COUNT_TO_LOOK_AT)
