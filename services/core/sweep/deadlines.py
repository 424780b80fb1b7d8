"""What falls due: reminders before a deadline, who is told when it has passed, and who after that.

One due deadline is one transaction: its change and its messages stand or fall together, so a worker that dies in
the middle leaves it due, and the next one finds it. The messages carry the deadline's id in their occurrence
key: whoever handles the same moment again plans nothing new. A missed deadline that somebody still follows up is due
again at the model's next instant, until it is done or nobody is left to be told.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime
from uuid import UUID

from services.core.casework.filling import answering, filled_by, governing, leaders_of
from services.core.casework.store import AnsweringRow
from services.core.db.away import AWAY, CONTENDED
from services.core.db.database import Database
from services.core.db.tx import ReadTx, WriteTx
from services.core.deadline import store
from services.core.deadline.rules import escalations, last_day, next_escalation
from services.core.deadline.store import DueRow
from services.core.identity import SystemIdentity
from services.core.logging import log
from services.core.message.kinds import MessageKind
from services.core.message.service import MessagePlan, plan_message
from services.core.tenancy.model import Model


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


async def _handle(tx: WriteTx, due: DueRow) -> None:
    if due.meeting_status == "cancelled":
        await tx.run(store.DROP, id=due.id)
        return
    case = await answering(tx, due.dossier_id)
    model = await governing(tx, case)
    if due.due_at > tx.now:
        for person in await _responsible(tx, model, due, case):
            await plan_message(tx, _plan(due, MessageKind.DEADLINE_REMINDER, person, _moment(due, tx.now)))
        following = min((at for at in due.remind_at if at > tx.now), default=due.due_at)
        await tx.run(store.LOOK_AGAIN, id=due.id, next_at=following)
        return
    if due.state == "open":
        await _tell_missed(tx, due, await _responsible(tx, model, due, case))
    day = last_day(due.due_at)
    for step in escalations(model, due.key, day, None, tx.now):
        for person in await _followers(tx, model, step.to, due, case):
            # Each step once to each: its day and its role are the occasion, so that a later step is another one.
            moment = f"{step.to}-{step.at:%Y%m%d}"
            await plan_message(tx, _plan(due, MessageKind.DEADLINE_ESCALATED, person, moment))
    await tx.run(store.MISS, id=due.id, again=next_escalation(model, due.key, day, tx.now))


async def _tell_missed(tx: WriteTx, due: DueRow, responsible: list[UUID]) -> None:
    for person in responsible:
        await plan_message(tx, _plan(due, MessageKind.DEADLINE_MISSED, person))
    for person in _besides(due, responsible):
        await plan_message(tx, _plan(due, MessageKind.DEADLINE_ESCALATED, person))


async def _responsible(tx: WriteTx, model: Model, due: DueRow, case: AnsweringRow) -> list[UUID]:
    """Who was to do it: its person, the convener of its meeting, who fills its role, who holds the thread, the leaders."""
    if due.person_id is not None:
        return [due.person_id]
    if due.underretning_id is not None:
        return []  # for the few who see it: whoever was named, and nobody by office
    if due.convener_id is not None:
        return [due.convener_id]
    found: list[UUID] = []
    if due.role:
        found += await filled_by(tx, model, due.role, due.dossier_id, case, due.coordinators)
    return found or list(due.coordinators) or list(await leaders_of(tx, case))


async def _followers(tx: WriteTx, model: Model, to: str, due: DueRow, case: AnsweringRow) -> Iterable[UUID]:
    """Who follows up as the model says: a role, or the coordinator or convener of this very case."""
    if to in {role.key for role in model.roles}:
        return await filled_by(tx, model, to, due.dossier_id, case, due.coordinators)
    return {"coordinator": due.coordinators, "convener": [due.convener_id] if due.convener_id else []}[to]


def _besides(due: DueRow, responsible: Iterable[UUID]) -> Iterator[UUID]:
    """Those who follow up at once: convener and coordinators, each once, and not who was to do it."""
    told = set(responsible)
    for person in (due.convener_id, *due.coordinators):
        if person is not None and person not in told:
            told.add(person)
            yield person


def _moment(due: DueRow, now: datetime) -> str:
    """Which reminder this is: the latest whose time has come. Handled twice, it is still one message."""
    return str(sum(at <= now for at in due.remind_at))


def _plan(due: DueRow, kind: MessageKind, recipient: UUID, moment: str = "0") -> MessagePlan:
    return MessagePlan(
        kind=kind,
        recipient=recipient,
        dossier=due.dossier_id,
        deadline=due.id,
        meeting=due.meeting_id,
        occurrence_key=f"{kind.value}:{due.id}:{moment}",
    )
