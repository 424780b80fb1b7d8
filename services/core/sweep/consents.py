"""Consents that wait: who has not answered is reminded, those who lead the work learn of it, a lapse is told before it comes.

Nothing here makes an answer: silence stays silence. Each piece of work is one transaction, and says what it told by the
consent's own id, so that whoever handles it again plans nothing new.
"""

from uuid import UUID

from services.core.consent import store
from services.core.consent.store import DueQuestionRow
from services.core.db.away import AWAY, CONTENDED
from services.core.db.database import Database
from services.core.db.tx import ReadTx, WriteTx
from services.core.identity import DossierId, PersonId, SystemIdentity
from services.core.logging import log
from services.core.message.kinds import MessageKind
from services.core.message.service import MessagePlan, plan_message
from services.core.sweep.stopping import stop_and_tell


async def settle_next(database: Database, who: SystemIdentity) -> bool | None:
    """Handle one: True done, False put off after a failure, None none is due. First what shares without a ground."""
    async with database.write(who, "consent.stop") as tx:
        without = await tx.one(store.NEXT_WITHOUT_GROUND)
        if without is not None:
            await stop_and_tell(tx, without.dossier_id, conveners=True)
            return True
    taken: UUID | None = None
    try:
        async with database.write(who, "consent.sweep") as tx:
            question = await tx.one(store.TAKE_DUE_QUESTION)
            if question is not None:
                taken = question.id
                await _remind(tx, question)
                return True
            lapse = await tx.one(store.TAKE_DUE_LAPSE)
            if lapse is None:
                return None
            taken = lapse.id
            for person in dict.fromkeys((lapse.giver_id, lapse.asked_by)):
                await _tell(tx, MessageKind.CONSENT_LAPSING, person, lapse.dossier_id, lapse.id)
            await tx.run(store.WARNED, id=lapse.id)
            return True
    except (*AWAY, *CONTENDED):
        raise
    except Exception:
        if taken is None:
            raise
        log().exception("consent.failed", consent=str(taken))
    async with database.write(who, "consent.put_off") as tx:
        await tx.run(store.PUT_OFF, id=taken)
    return False


async def count_due(tx: ReadTx) -> int:
    """How many wait for the sweep now."""
    row = await tx.one(store.COUNT_DUE)
    return row.due if row else 0


async def _remind(tx: WriteTx, due: DueQuestionRow) -> None:
    if not due.is_over:
        if due.escalate_at is not None and due.escalate_at <= tx.now:
            leads = (due.convener_id, *due.coordinators)
            for person in dict.fromkeys((due.asked_by, *leads)):
                if person is not None:
                    await _tell(tx, MessageKind.CONSENT_UNANSWERED, person, due.dossier_id, due.id)
        if due.remind_at is not None and due.remind_at <= tx.now:
            await _tell(tx, MessageKind.CONSENT_REMINDER, due.giver_id, due.dossier_id, due.id)
    await tx.run(store.LOOKED_AT, id=due.id)


async def _tell(tx: WriteTx, kind: MessageKind, person: PersonId, dossier: DossierId, consent: UUID) -> None:
    await plan_message(
        tx,
        MessagePlan(
            kind=kind,
            recipient=person,
            dossier=dossier,
            occurrence_key=f"{kind.value.replace('_', '-')}:{consent}",
            consent=consent,
        ),
    )
