"""What has lost its ground stops, and whom it concerns is told: at a withdrawal at once, at an expiry by the sweep.

The access itself ended in the second the consent did (``consent_state`` is part of every grant that rests on one), and
the notifier asks again before it sends (trap 4). This tells, in words that say nothing of who answered what, and takes
back what waits to be sent. What was lawfully shared and recorded before stays.
"""

from services.core.consent.resting import stop_resting
from services.core.consent.store import StoppedRow
from services.core.db.tx import WriteTx
from services.core.identity import DossierId, PersonId
from services.core.message.kinds import MessageKind, Reason
from services.core.message.service import MessagePlan, cancel_messages, plan_message


async def stop_and_tell(tx: WriteTx, dossier: DossierId, *, conveners: bool = False) -> int:
    """End the shares of a casework that rest on nothing any more; answers how many.

    Who was to come to a meeting ahead learns that their place waits. ``conveners``: so do those who called it, where
    nobody else tells them.
    """
    stopped = await stop_resting(tx, dossier)
    told: set[tuple[PersonId, str]] = set()
    for one in stopped:
        # Of a meeting that is over there is nothing to stop.
        if one.meeting_id is None or one.convener_id is None:
            continue
        if one.kind == "invitation" and one.receiver_id is not None:
            await _pause(tx, one, one.receiver_id)
        if conveners and (one.convener_id, one.purpose) not in told:
            told.add((one.convener_id, one.purpose))
            await plan_message(
                tx,
                MessagePlan(
                    kind=MessageKind.CONSENT_ENDED,
                    recipient=one.convener_id,
                    dossier=dossier,
                    occurrence_key=f"consent-ended:{one.id}",
                    meeting=one.meeting_id,
                ),
            )
    return len(stopped)


async def _pause(tx: WriteTx, one: StoppedRow, receiver: PersonId) -> None:
    await cancel_messages(tx, Reason.CONSENT_WITHDRAWN, meeting=one.meeting_id, recipient=receiver)
    await plan_message(
        tx,
        MessagePlan(
            kind=MessageKind.INVITATION_PAUSED,
            recipient=receiver,
            dossier=one.dossier_id,
            occurrence_key=f"invitation-paused:{one.id}",
            meeting=one.meeting_id,
            # The inbox is a page of the child's, which is closed to them now.
            inbox=False,
        ),
    )
