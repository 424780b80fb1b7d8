"""What time alone changes around a child: custody that has ended, an enrolment that begins or ends.

It only tells, takes back and moves: the access itself ended by the grant's own end, in the second it was over, without
any sweep (design, decision 5). The message stands in the parent's own dossier and names no child.
"""

from typing import Final

from services.core.consent import store as consents
from services.core.db.tx import WriteTx
from services.core.deadline import store as deadlines
from services.core.message.kinds import MessageKind, Reason
from services.core.message.service import MessagePlan, cancel_messages, plan_message
from services.core.person import store as people
from services.core.person.periods import settle_units
from services.core.person.store import TurnedRow
from services.core.sweep import departures, store
from services.core.sweep.running import Step
from services.core.sweep.store import EndedCustody


async def _tell(tx: WriteTx, ended: EndedCustody) -> None:
    """Take back what waits for them in the child's dossier, and tell them once. Of a death nobody is told by a machine."""
    await tx.run(store.TOLD_CUSTODY, id=ended.id)
    if ended.holds_again:
        return
    await cancel_messages(tx, Reason.ACCESS_ENDED, dossier=ended.ended_dossier, recipient=ended.person_id)
    await tx.run(deadlines.TAKE_BACK_AWAITED, dossier_id=ended.ended_dossier, person=ended.person_id)
    await tx.run(consents.SILENT_NO_MORE, dossier_id=ended.ended_dossier, giver_id=ended.person_id)
    if not ended.silenced:
        await plan_message(
            tx,
            MessagePlan(
                kind=MessageKind.ACCESS_ENDED,
                recipient=ended.person_id,
                dossier=ended.own_dossier,
                occurrence_key=f"access_ended:{ended.source_id}",
            ),
        )


async def _move(tx: WriteTx, turned: TurnedRow) -> None:
    """The child's dossiers follow the enrolments that are valid now."""
    await settle_units(tx, turned.child_id)
    await tx.run(people.TURNED, id=turned.id)


CUSTODY: Final = Step("custody", store.ENDED_CUSTODY, _tell, store.PUT_OFF_CUSTODY, store.COUNT_ENDED_CUSTODY)
ENROLMENTS: Final = Step("enrolment", people.TAKE_TURNED, _move, people.PUT_OFF_TURNED, people.COUNT_TURNED)
STEPS: Final = (departures.STEP, ENROLMENTS, CUSTODY)
"""Deaths and moves that nobody reacted to come first: of a death nobody is told by what follows."""
