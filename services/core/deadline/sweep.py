"""What falls due: reminders before a deadline, and who is told when it has passed.

One due deadline is one transaction: its change and its messages stand or fall together, so a worker that dies in
the middle leaves it due, and the next one finds it. The messages carry the deadline's id in their occurrence
key: whoever handles the same moment again plans nothing new.
"""

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

from services.core.db.away import AWAY, CONTENDED
from services.core.db.database import Database
from services.core.db.tx import ReadTx, WriteTx
from services.core.deadline import store
from services.core.identity import SystemIdentity
from services.core.logging import log
from services.core.message.kinds import MessageKind
from services.core.message.service import MessagePlan, plan_message


async def settle_next(database: Database, who: SystemIdentity) -> bool | None:
    """Handle the deadline that is due the longest: True done, False set aside after a failure, None none is due."""
    taken: UUID | None = None
    try:
        async with database.write(who, "deadline.sweep") as tx:
            due = await tx.one(store.TAKE_DUE)
            if due is None:
                return None
            taken = due.id
            await _handle(tx, due)
            return True
    except (*AWAY, *CONTENDED):
        # Not this deadline's fault: it stays due, and the next run finds it.
        raise
    except Exception:
        if taken is None:
            raise
        log().exception("deadline.failed", deadline=str(taken))
    async with database.write(who, "deadline.set_aside") as tx:
        await tx.run(store.SET_ASIDE, id=taken)
    return False


async def count_due(tx: ReadTx) -> int:
    """How many deadlines wait for the sweep now."""
    row = await tx.one(store.COUNT_DUE)
    return row.due if row else 0


async def _handle(tx: WriteTx, due: store.DueRow) -> None:
    if due.meeting_status == "cancelled":
        await tx.run(store.SETTLE, id=due.id, state="cancelled")
        return
    responsible = due.person_id or due.convener_id or due.coordinator_id
    if due.due_at > tx.now:
        if responsible is not None:
            await plan_message(
                tx, _plan(due, MessageKind.DEADLINE_REMINDER, responsible, _moment(due, tx.now))
            )
        following = min((at for at in due.remind_at if at > tx.now), default=due.due_at)
        await tx.run(store.LOOK_AGAIN, id=due.id, next_at=following)
        return
    await tx.run(store.SETTLE, id=due.id, state="missed")
    if responsible is not None:
        await plan_message(tx, _plan(due, MessageKind.DEADLINE_MISSED, responsible))
    for person in _escalate_to(due, responsible):
        await plan_message(tx, _plan(due, MessageKind.DEADLINE_ESCALATED, person))


def _escalate_to(due: store.DueRow, responsible: UUID | None) -> Iterator[UUID]:
    """Those who follow up: convener and coordinator, each once, and not the one who was to do it."""
    told = {responsible}
    for person in (due.convener_id, due.coordinator_id):
        if person is not None and person not in told:
            told.add(person)
            yield person


def _moment(due: store.DueRow, now: datetime) -> str:
    """Which reminder this is: the latest whose time has come. Handled twice, it is still one message."""
    return str(sum(at <= now for at in due.remind_at))


def _plan(due: store.DueRow, kind: MessageKind, recipient: UUID, moment: str = "0") -> MessagePlan:
    return MessagePlan(
        kind=kind,
        recipient=recipient,
        dossier=due.dossier_id,
        deadline=due.id,
        meeting=due.meeting_id,
        occurrence_key=f"{kind.value}:{due.id}:{moment}",
    )
