"""Planning messages, taking them back, and the inbox: what the other nouns and the pages call.

A message is planned in the transaction of the change it tells about, so there is never one without the other.
It holds ids alone. Whether it may go is asked again when it goes (``rules.may_send``).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from services.core.db.tx import ReadTx, WriteTx, new_id
from services.core.message import store
from services.core.message.kinds import Channel, MessageKind, Reason

_MOST_WAYS = len(Channel)


@dataclass(frozen=True, kw_only=True)
class MessagePlan:
    """One thing to tell one person.

    ``dossier`` is the dossier it is about: who has lost access to it by then is not told. ``occurrence_key``
    ([a-z0-9:._-]) names the occasion; planning the same occasion for the same person again changes nothing.
    ``not_before`` is business time (None: now). With ``meeting`` it is bound to the meeting's present
    sequence, with ``consent`` to that consent, with ``deadline`` to that deadline. ``about``: the problem or
    underretning that it comes from, where none of these says so. ``inbox``: it is kept in the recipient's inbox too, where
    it is read by whoever sees the dossier.
    """

    kind: MessageKind
    recipient: UUID
    dossier: UUID
    occurrence_key: str
    not_before: datetime | None = None
    meeting: UUID | None = None
    consent: UUID | None = None
    deadline: UUID | None = None
    about: UUID | None = None
    inbox: bool = True


async def plan_message(tx: WriteTx, plan: MessagePlan) -> bool:
    """Put an occurrence into the outbox: a message in the inbox, and one by each way that the recipient chose.

    False when this occurrence was planned before, or when a shield keeps what it is about from the recipient.
    """
    row = await tx.one(
        store.PLAN,
        ids=[new_id() for _ in range(_MOST_WAYS)],
        recipient=plan.recipient,
        dossier=plan.dossier,
        kind=plan.kind.value,
        inbox=plan.inbox,
        meeting=plan.meeting,
        consent=plan.consent,
        deadline=plan.deadline,
        key=plan.occurrence_key,
        not_before=plan.not_before,
        about=plan.about,
    )
    tx.touched.add(plan.dossier)
    return row is not None and row.planned > 0


async def plan_messages(tx: WriteTx, plans: Iterable[MessagePlan]) -> int:
    """Plan several messages; answers how many were new."""
    return sum([await plan_message(tx, plan) for plan in plans])


async def cancel_messages(
    tx: WriteTx,
    reason: Reason,
    *,
    dossier: UUID | None = None,
    meeting: UUID | None = None,
    consent: UUID | None = None,
    deadline: UUID | None = None,
    recipient: UUID | None = None,
    keep: Iterable[MessageKind] = (),
) -> int:
    """Take back what is not sent yet and fits all that is given (at least one); answers how many.

    Call it before planning what tells of the change. ``keep`` are kinds that still hold.
    """
    row = await tx.one(
        store.CANCEL,
        reason=reason.value,
        dossier=dossier,
        meeting=meeting,
        consent=consent,
        deadline=deadline,
        recipient=recipient,
        except_kinds=[kind.value for kind in keep],
    )
    return row.cancelled if row else 0


async def list_inbox(
    tx: ReadTx, first: int, after: tuple[datetime, UUID] | None = None
) -> list[store.InboxRow]:
    """One page of the actor's inbox, newest first; ``after`` is (arrived_at, id) of the last one seen."""
    before, before_id = after or (None, None)
    return await tx.many(store.INBOX, before=before, before_id=before_id, page=first)


async def mark_read(tx: WriteTx, message: UUID) -> None:
    """Remember that the actor opened a message of their own inbox; nothing happens for any other."""
    await tx.run(store.MARK_READ, id=message)
