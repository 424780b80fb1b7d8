"""Reminders, each on the day that its recipient wants: whoever plans them does not learn which.

The instants for every number of days are reckoned here, by the clock on the wall; the database picks one when it plans
the message, and picks again when the recipient chooses anew. So nothing has to be found and planned once more, and what
has gone is not sent twice: it is the same occasion.
"""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from services.core.contact import rules, store
from services.core.db.tx import WriteTx, new_id
from services.core.message.kinds import Channel
from services.core.tenancy.service import current_model


async def remind(
    tx: WriteTx,
    recipients: Iterable[UUID | None],
    dossier: UUID,
    occurrence: str,
    starts_at: datetime,
    *,
    meeting: UUID | None = None,
    inbox: bool = True,
) -> None:
    """Plan one reminder each of what begins at ``starts_at`` (UTC), never twice for one occurrence.

    Nobody is reminded whose last day for it is over.
    """
    calendar = (await current_model(tx)).model.tenant.calendar
    at = rules.reminders(starts_at, calendar.reminder_time, calendar.remind_days, tx.now)
    if not any(at):
        return
    for recipient in dict.fromkeys(recipients):
        if recipient is not None:
            await tx.one(
                store.REMIND,
                ids=[new_id() for _ in Channel],
                recipient=recipient,
                dossier=dossier,
                inbox=inbox,
                meeting=meeting,
                key=occurrence,
                at=at,
            )
    tx.touched.add(dossier)
