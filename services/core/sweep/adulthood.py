"""Telling parents whose custody has ended, at the 18th birthday or otherwise, that their access has.

It only tells and takes back: the access itself ended by the grant's own end, in the second it was over, without
any sweep (design, decision 5). The message stands in the parent's own dossier and names no child.
"""

from services.core.db.database import Database
from services.core.identity import SystemIdentity
from services.core.message.kinds import MessageKind, Reason
from services.core.message.service import MessagePlan, cancel_messages, plan_message
from services.core.person.periods import settle_units
from services.core.sweep import departures, store


async def tell_next(database: Database, who: SystemIdentity) -> bool | None:
    """Settle deaths and moves that nobody reacted to, then tell some of those whose custody has ended; None: all done."""
    if await departures.settle_next(database, who):
        return True
    async with database.write(who, "access.tell_ended") as tx:
        await settle_units(tx)  # a unit that answers no longer, because an enrolment began or ended by itself
        ended = await tx.many(store.ENDED_CUSTODY)
        for custody in ended:
            await cancel_messages(
                tx, Reason.ACCESS_ENDED, dossier=custody.ended_dossier, recipient=custody.person_id
            )
            await plan_message(
                tx,
                MessagePlan(
                    kind=MessageKind.ACCESS_ENDED,
                    recipient=custody.person_id,
                    dossier=custody.own_dossier,
                    occurrence_key=f"access_ended:{custody.source_id}",
                ),
            )
    return True if ended else None
