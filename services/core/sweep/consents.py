"""Consents that wait: who has not answered is reminded, those who lead the work learn of it, a lapse is told before it comes.

Nothing here makes an answer: silence stays silence, and becomes a task of whoever asked. What is told carries the consent's
own id, so that whoever handles it again plans nothing new.
"""

from typing import Final
from uuid import UUID

from services.core.consent import store
from services.core.consent.store import DueLapseRow, DueQuestionRow, GroundlessRow
from services.core.db.tx import WriteTx
from services.core.identity import DossierId, PersonId
from services.core.message.kinds import MessageKind
from services.core.message.service import MessagePlan, plan_message
from services.core.sweep.running import Step
from services.core.sweep.stopping import stop_and_tell


async def _stop(tx: WriteTx, without: GroundlessRow) -> None:
    await stop_and_tell(tx, without.dossier_id, conveners=True)


async def _remind(tx: WriteTx, due: DueQuestionRow) -> None:
    if not due.is_over:
        if due.escalate_at is not None and due.escalate_at <= tx.now:
            leads = (due.convener_id, *due.coordinators)
            for person in dict.fromkeys((due.asked_by, *leads)):
                if person is not None:
                    await _tell(tx, MessageKind.CONSENT_UNANSWERED, person, due.dossier_id, due.id)
        if due.remind_at is not None and due.remind_at <= tx.now:
            await _tell(tx, MessageKind.CONSENT_REMINDER, due.giver_id, due.dossier_id, due.id)
    await tx.run(store.LOOKED_AT, id=due.id, is_over=due.is_over)


async def _warn(tx: WriteTx, lapse: DueLapseRow) -> None:
    for person in dict.fromkeys((lapse.giver_id, lapse.asked_by)):
        await _tell(tx, MessageKind.CONSENT_LAPSING, person, lapse.dossier_id, lapse.id)
    await tx.run(store.WARNED, id=lapse.id)


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


GROUNDLESS: Final = Step(
    "consent_ground", store.NEXT_WITHOUT_GROUND, _stop, store.PUT_OFF_RESTING, store.COUNT_WITHOUT_GROUND
)
QUESTIONS: Final = Step(
    "consent_question", store.TAKE_DUE_QUESTION, _remind, store.PUT_OFF, store.COUNT_DUE_QUESTIONS
)
LAPSES: Final = Step("consent_lapse", store.TAKE_DUE_LAPSE, _warn, store.PUT_OFF, store.COUNT_DUE_LAPSES)
STEPS: Final = (GROUNDLESS, QUESTIONS, LAPSES)
"""First what shares without a ground."""
