"""Answers that are awaited: who was asked is asked again, and then the silence becomes a task of somebody else.

Nobody is told that they missed anything: not to answer is no fault. That the answer came, or is not awaited any more, settles
the deadline in the statement that says so (``deadline/policies.sql``), so what is found here is a silence still.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Final
from uuid import UUID

from services.core.casework.filling import leaders_of, receiving
from services.core.casework.store import AnsweringRow
from services.core.db.tx import WriteTx
from services.core.deadline import store
from services.core.deadline.store import DueRow
from services.core.identity import PersonId
from services.core.message.kinds import MessageKind
from services.core.message.service import MessagePlan, plan_message
from services.core.person import colleagues

_BEFORE_THE_MEETING: Final = frozenset({"await_invitation", "await_suggestion", "await_times"})
"""After the meeting there is nothing to answer."""


def is_over(due: DueRow, now: datetime) -> bool:
    """Whether what was asked has been overtaken: the meeting is held, or its time has come."""
    if due.key not in _BEFORE_THE_MEETING or due.awaits_id is None or due.meeting_starts_at is None:
        return False
    return due.meeting_status not in ("planned", "agenda_sent") or due.meeting_starts_at <= now


async def remind(tx: WriteTx, due: DueRow) -> None:
    """Ask again whoever was asked."""
    moment = str(sum(at <= tx.now for at in due.remind_at))
    for person in await _asked(tx, due):
        await plan_message(tx, plan(due, MessageKind.DEADLINE_REMINDER, person, moment))


async def hand_on(tx: WriteTx, due: DueRow, case: AnsweringRow) -> None:
    """Tell who takes it up that nobody has answered: it is a task of theirs now."""
    for person in dict.fromkeys(await _followers(tx, due, case)):
        if person != due.person_id:
            await plan_message(tx, plan(due, MessageKind.ANSWER_MISSING, person))


def plan(due: DueRow, kind: MessageKind, recipient: UUID, moment: str = "0") -> MessagePlan:
    """What is told of a deadline, once for each moment; what it is about is known and not looked up again."""
    return MessagePlan(
        kind=kind,
        recipient=recipient,
        dossier=due.dossier_id,
        deadline=due.id,
        meeting=due.meeting_id,
        about=due.about_id,
        occurrence_key=f"{kind.value}:{due.id}:{moment}",
    )


async def _asked(tx: WriteTx, due: DueRow) -> Iterable[PersonId]:
    if due.person_id is not None:
        return [PersonId(due.person_id)]
    if due.key != "await_handover":
        return []  # of the family's own people, who have no way in here
    to = await tx.one(store.RECEIVING, id=due.awaits_id)
    return await receiving(tx, to.unit_id) if to else []


async def _followers(tx: WriteTx, due: DueRow, case: AnsweringRow) -> list[PersonId]:
    """Whoever asked; of what was agreed who called the meeting and who holds the thread. Of who has left: the leader."""
    asked: list[UUID] = []
    if due.follower_id is not None:
        asked = [due.follower_id]
    elif due.key != "await_suggestion":
        asked = [one for one in (due.convener_id,) if one is not None]
        asked += due.coordinators if due.key == "await_agreement" or not asked else []
    here = await colleagues.still_here(tx, [PersonId(one) for one in asked])
    return [PersonId(one) for one in asked if one in here and one != due.person_id] or await leaders_of(
        tx, case
    )
