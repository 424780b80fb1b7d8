"""What falls due: reminders before a deadline, who is told when it has passed, and who after that.

The messages carry the deadline's id in their occurrence key: whoever handles the same moment again plans nothing new. A
missed deadline that somebody still follows up is due again at the model's next instant, until it is done or nobody is
left to be told. An answer that is awaited is asked for again, and then taken up by somebody else (``silences.py``).
"""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Final
from uuid import UUID

from services.core.casework.filling import answering, filled_by, governing, leaders_of
from services.core.casework.store import AnsweringRow
from services.core.db.tx import WriteTx
from services.core.deadline import store
from services.core.deadline.rules import escalations, last_day, next_escalation
from services.core.deadline.store import DueRow
from services.core.identity import PersonId
from services.core.message.kinds import MessageKind
from services.core.message.service import plan_message
from services.core.person import colleagues
from services.core.sweep import silences
from services.core.sweep.running import Step
from services.core.sweep.silences import plan
from services.core.tenancy.model import Model


async def _handle(tx: WriteTx, due: DueRow) -> None:
    if due.meeting_status == "cancelled" or silences.is_over(due, tx.now):
        await tx.run(store.DROP, id=due.id)
        return
    case = await answering(tx, due.dossier_id)
    model = await governing(tx, case)
    if due.due_at > tx.now:
        if due.awaits_id is not None:
            await silences.remind(tx, due)
        else:
            for person in await _responsible(tx, model, due, case):
                await plan_message(tx, plan(due, MessageKind.DEADLINE_REMINDER, person, _moment(due, tx.now)))
        following = min((at for at in due.remind_at if at > tx.now), default=due.due_at)
        await tx.run(store.LOOK_AGAIN, id=due.id, next_at=following)
        return
    if due.state == "open" and due.awaits_id is not None:
        await silences.hand_on(tx, due, case)
    elif due.state == "open":
        await _tell_missed(tx, due, await _responsible(tx, model, due, case))
    day = last_day(due.due_at)
    for step in escalations(model, due.key, day, None, tx.now):
        for person in await _followers(tx, model, step.to, due, case):
            # Each step once to each: its day and its role are the occasion, so that a later step is another one.
            moment = f"{step.to}-{step.at:%Y%m%d}"
            await plan_message(tx, plan(due, MessageKind.DEADLINE_ESCALATED, person, moment))
    await tx.run(store.MISS, id=due.id, again=next_escalation(model, due.key, day, tx.now))


async def _tell_missed(tx: WriteTx, due: DueRow, responsible: list[UUID]) -> None:
    for person in responsible:
        await plan_message(tx, plan(due, MessageKind.DEADLINE_MISSED, person))
    for person in _besides(due, responsible):
        await plan_message(tx, plan(due, MessageKind.DEADLINE_ESCALATED, person))


async def _responsible(tx: WriteTx, model: Model, due: DueRow, case: AnsweringRow) -> list[UUID]:
    """Who was to do it: its person, the convener of its meeting, who fills its role, who holds the thread, the leaders.

    Of those who work here no more it is for the next: what is owed to a child does not leave with anybody.
    """
    named = [one for one in (due.person_id, due.convener_id) if one is not None]
    here = await colleagues.still_here(tx, [PersonId(one) for one in named])
    if due.person_id is not None and due.person_id in here:
        return [due.person_id]
    if due.underretning_id is not None:
        return []  # for the few who see it: whoever was named, and nobody by office
    if due.convener_id is not None and due.convener_id in here:
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


STEP: Final = Step("deadline", store.TAKE_DUE, _handle, store.SET_ASIDE, store.COUNT_DUE)
